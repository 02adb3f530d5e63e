"""Numbers for all words, passages and tracks of an archive while its index is open.

Words are numbered through all tracks, in the order of the tracks. One number is left free after each track,
so that no phrase reaches from one track into the next.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from showcase.core.timing.moments import Moment
from showcase.store.search.documents import TrackHeader

_UINT32_TYPECODE = "I"


@dataclass(frozen=True, slots=True)
class NumberedTrack:
    """One track of the archive.

    Attributes:
        number: its index in `WordNumbering.tracks`.
        header: what is known about it.
        words: the numbers of its words.
        passages: the numbers of its passages.
    """

    number: int
    header: TrackHeader
    words: range
    passages: range

    def passages_at(self, moment: Moment) -> range:
        """The passages that are spoken during a moment; if there are none, the last one before it.

        Returns:
            Numbers in the track, from 0.
        """
        first = max(bisect_right(self.header.starts_ms, moment.start_ms) - 1, 0)
        end_ms = moment.start_ms if moment.end_ms is None else moment.end_ms - 1
        stop = bisect_right(self.header.starts_ms, end_ms)
        return range(first, max(stop, first + 1))


class WordNumbering:
    """For each word its passage, for each passage its first word, its speaker and its track.

    Attributes:
        tracks: by number.
        passage_by_word: for each word, the number of its passage; for the free number after a track, that of
            the next passage.
        first_word_by_passage: for each passage, the number of its first word; one more at the end.
        track_by_passage: for each passage, the number of its track.
        speaker_by_passage: for each passage, the index of its speaker in `speakers`.
        speakers: pairs of name and organization, each once; None and "" where unknown.
        languages: BCP 47 tags, sorted.
    """

    def __init__(self, headers: Iterable[TrackHeader]) -> None:
        self.tracks: list[NumberedTrack] = []
        self.passage_by_word = array(_UINT32_TYPECODE)
        self.first_word_by_passage = array(_UINT32_TYPECODE)
        self.track_by_passage = array(_UINT32_TYPECODE)
        self.speaker_by_passage = array(_UINT32_TYPECODE)
        self._speaker_numbers: dict[tuple[str | None, str], int] = {}
        self._first_word_by_track: list[int] = []
        self._tracks_by_name: dict[tuple[str, str], NumberedTrack] = {}
        for header in headers:
            self._add_track(header)
        self.first_word_by_passage.append(len(self.passage_by_word))
        self.speakers = list(self._speaker_numbers)
        self.languages = sorted({track.header.language for track in self.tracks})

    def _add_track(self, header: TrackHeader) -> None:
        word, passage = len(self.passage_by_word), len(self.track_by_passage)
        number = len(self.tracks)
        self._first_word_by_track.append(word)
        for length in header.word_counts:
            self.first_word_by_passage.append(len(self.passage_by_word))
            self.passage_by_word.extend(
                array(_UINT32_TYPECODE, [len(self.first_word_by_passage) - 1]) * length
            )
        places = [
            self._speaker_numbers.setdefault(voice, len(self._speaker_numbers))
            for voice in zip(header.speakers, header.organizations, strict=True)
        ]
        self.speaker_by_passage.extend(places[place] for place in header.speaker_indexes)
        self.track_by_passage.extend(array(_UINT32_TYPECODE, [number]) * len(header.word_counts))
        words, passages = (
            range(word, len(self.passage_by_word)),
            range(passage, len(self.track_by_passage)),
        )
        track = NumberedTrack(number, header, words, passages)
        self.tracks.append(track)
        self._tracks_by_name[header.video, header.language] = track
        self.passage_by_word.append(len(self.track_by_passage))

    def word_range(self, passage: int) -> range:
        """The numbers of a passage's words."""
        first = self.first_word_by_passage[passage]
        return range(
            first,
            min(
                self.first_word_by_passage[passage + 1], self.track_for_passage(passage).words.stop
            ),
        )

    def track(self, slug: str, language: str) -> NumberedTrack | None:
        """The track of a video in a language; None where there is none."""
        return self._tracks_by_name.get((slug, language))

    def track_for_passage(self, passage: int) -> NumberedTrack:
        """The track of a passage."""
        return self.tracks[self.track_by_passage[passage]]

    def track_for_word(self, word: int) -> NumberedTrack:
        """The track of a word; of a number that no word has, the track before it, or the first."""
        return self.tracks[max(bisect_right(self._first_word_by_track, word) - 1, 0)]

    def passages_for_words(self, numbers: Iterable[int]) -> set[int]:
        """The passages that words belong to."""
        return set(map(self.passage_by_word.__getitem__, numbers))

    def track_numbers(self, passages: Iterable[int]) -> Iterable[int]:
        """The number of the track of each passage."""
        return map(self.track_by_passage.__getitem__, passages)


def rank_tracks(tracks: Sequence[NumberedTrack]) -> list[int]:
    """The rank of each track by its number: newest first, undated last, then by slug and language."""
    ordered = sorted(tracks, key=lambda track: (track.header.video, track.header.language))
    ordered.sort(key=lambda track: track.header.date, reverse=True)
    ranks = [0] * len(tracks)
    for rank, track in enumerate(ordered):
        ranks[track.number] = rank
    return ranks
