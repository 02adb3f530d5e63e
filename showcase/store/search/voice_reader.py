"""Reads the passages of one speaker from an index, without reading the whole transcript."""

from itertools import compress

from showcase.core.search.hit_builder import ExtendedPassage
from showcase.core.timing.moments import Moment
from showcase.core.transcript.spoken_passages import SpokenPassage, SpokenPassages, VoiceInVideo
from showcase.store.search.numbering import NumberedTrack
from showcase.store.search.reader import IndexReader


def read_spoken_passages(
    reader: IndexReader, asked: VoiceInVideo, first: int, limit: int
) -> SpokenPassages:
    """Some of the passages that somebody speaks in a video; none where the index has no such track.

    Args:
        reader: of the index.
        asked: whose passages.
        first: how many of them to pass over.
        limit: how many to read.
    """
    track = reader.numbering.track(asked.slug, asked.language)
    numbers = _passage_numbers(track, asked.voice) if track else []
    found = (reader.stored_passage(number).passage for number in numbers[first : first + limit])
    return SpokenPassages(len(numbers), tuple(map(_spoken_passage, found)))


def _passage_numbers(track: NumberedTrack, voice: str) -> list[int]:
    """The numbers in the archive of those passages of a voice that have words."""
    header = track.header
    if voice not in header.speakers:
        return []
    place = header.speakers.index(voice)
    spoken = (
        speaker == place and count > 0
        for speaker, count in zip(header.speaker_indexes, header.word_counts, strict=True)
    )
    return [*compress(track.passages, spoken)]


def _spoken_passage(passage: ExtendedPassage) -> SpokenPassage:
    own = passage.passage_span
    cues = passage.cues[: passage.passage_cue_count]
    moment = (
        Moment(cues[0].start_ms, max(cue.end_ms for cue in cues)) if passage.has_times else None
    )
    return SpokenPassage(passage.key, passage.text[own.start : own.end].strip(), moment)
