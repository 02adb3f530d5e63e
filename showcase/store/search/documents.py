"""The documents of the index: for each track its terms, and for each passage what a hit shows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from showcase.core.captions.cues import Cue
from showcase.core.search.hit_builder import ExtendedPassage
from showcase.core.text.spans import Span
from showcase.core.text.tokenizer import Word
from showcase.core.transcript.passages import Passage, build_passages
from showcase.core.transcript.transcript import Transcript, build_transcript, join_cues
from showcase.store.damage import raising_damaged
from showcase.store.records import TrackCues, VideoRecord
from showcase.store.search.posting_store import TrackDocument
from showcase.store.serialization import from_json, to_json

_FORM_SEPARATOR = "\x1f"
_COMPOUND_PREFIX = "="


@dataclass(frozen=True, slots=True)
class IndexableTrack:
    """One speech track of a video, ready to be indexed.

    Attributes:
        slug: of the video.
        language: BCP 47 tag.
        passages: of the transcript.
        organizations: by the name of a speaker; without those who belong to none.
        is_original: True for the language that is spoken in the video.
        date: of the video, as precise as it is known: "2026", "2026-02", "2026-02-03" or "".
        is_aligned: False where a time in it is not the same time in the video's other tracks.
    """

    slug: str
    language: str
    transcript: Transcript
    passages: tuple[Passage, ...]
    organizations: Mapping[str, str] = field(default_factory=dict)
    is_original: bool = False
    date: str = ""
    is_aligned: bool = True


@dataclass(frozen=True, slots=True)
class TrackHeader:
    """What is kept in memory about a track while the index is open.

    Attributes:
        video: its slug.
        language: BCP 47 tag.
        is_original: True for the language that is spoken in the video.
        date: of the video, "" when unknown.
        speakers: who speaks in its passages, each once; None where nobody is named.
        organizations: of each of `speakers`, "" for none.
        speaker_indexes: for each passage, the index of its speaker in `speakers`.
        word_counts: for each passage, how many words it has.
        starts_ms: for each passage, when it begins, in milliseconds.
        has_times: False where nobody knows when its words are spoken; `starts_ms` are then no times.
        is_aligned: False where a time in it is not the same time in the video's other tracks.
    """

    video: str
    language: str
    is_original: bool
    date: str
    speakers: list[str | None]
    organizations: list[str]
    speaker_indexes: list[int]
    word_counts: list[int]
    starts_ms: list[int]
    has_times: bool = True
    is_aligned: bool = True


@dataclass(frozen=True)
class StoredPassage:
    """A passage as it is stored.

    Attributes:
        passage: without the passages that follow.
        packed_forms: the forms of its words as one string, unpacked by `forms` only where needed.
    """

    passage: ExtendedPassage
    packed_forms: str

    @cached_property
    def forms(self) -> list[tuple[str, ...]]:
        """The forms under which each word is found."""
        words = self.packed_forms.split(" ") if self.packed_forms else ()
        return [tuple(word.split(_FORM_SEPARATOR)) for word in words]


class _PassageValues(NamedTuple):
    """What is stored of a passage, as a JSON array.

    Attributes:
        text_start: where its first cue with words begins in the text of the transcript, in characters.
        starts, ends: of each word, in characters from `text_start`, the end excluded.
        forms: of each word, as `StoredPassage.packed_forms`.
    """

    key: str
    text_start: int
    cues: list[Cue]
    starts: list[int]
    ends: list[int]
    forms: str


def index_term(language: str, form: str) -> str:
    """The term of a form in the index: "en:rights"."""
    return f"{language}:{form}"


def mark_compound(form: str) -> str:
    """The form of a hyphenated compound as one word, marked because it is no part of phrases."""
    return _COMPOUND_PREFIX + form


def unmark_compound(form: str) -> str:
    """A form without the mark of a compound."""
    return form.removeprefix(_COMPOUND_PREFIX)


def build_document(track: IndexableTrack) -> TrackDocument:
    """What the index stores of a track."""
    return TrackDocument(
        video=track.slug,
        header=to_json(_track_header(track)),
        word_count=len(track.transcript.words),
        positions_by_term=_term_positions(track.language, track.transcript.words),
        passages=(to_json(_passage_values(track, passage)) for passage in track.passages),
    )


def decode_track_header(data: bytes) -> TrackHeader:
    """The header of a track, from what build_document wrote.

    Raises:
        DamagedError: it cannot be read.
    """
    with raising_damaged("the header of a track"):
        return from_json(TrackHeader, data)


def decode_passage(data: bytes, header: TrackHeader, number: int) -> StoredPassage:
    """A passage, from what build_document wrote.

    Args:
        data: as it was stored.
        header: of its track.
        number: its number in its track.

    Raises:
        DamagedError: it cannot be read.
    """
    with raising_damaged(f"passage {number} of a track"):
        key, at, cues, starts, ends, forms = from_json(_PassageValues, data)
    text, spans = join_cues(cues)
    own = Span(0, spans[-1].end)
    voice = header.speakers[header.speaker_indexes[number]]
    extended = ExtendedPassage(
        header.language, number, key, voice, at, own, len(cues), text, cues, spans, starts, ends,
        header.has_times,
    )  # fmt: skip
    return StoredPassage(extended, forms)


def join_passages(passages: Sequence[ExtendedPassage]) -> ExtendedPassage:
    """The first of some passages that follow one another, extended by the others."""
    first, *others = passages
    text, cues, spans = first.text, [*first.cues], [*first.cue_spans]
    starts, ends = [*first.starts], [*first.ends]
    for other in others:
        shift = other.text_start - first.text_start
        text = text.ljust(shift) + other.text
        cues += other.cues
        spans += [Span(span.start + shift, span.end + shift) for span in other.cue_spans]
        starts += [start + shift for start in other.starts]
        ends += [end + shift for end in other.ends]
    return replace(first, text=text, cues=cues, cue_spans=spans, starts=starts, ends=ends)


def _track_header(track: IndexableTrack) -> TrackHeader:
    voices = list(dict.fromkeys(passage.voice for passage in track.passages))
    places = {voice: place for place, voice in enumerate(voices)}
    return TrackHeader(
        video=track.slug,
        language=track.language,
        is_original=track.is_original,
        date=track.date,
        speakers=voices,
        organizations=[track.organizations.get(voice or "", "") for voice in voices],
        speaker_indexes=[places[passage.voice] for passage in track.passages],
        word_counts=[len(passage.words) for passage in track.passages],
        starts_ms=[passage.start_ms for passage in track.passages],
        has_times=track.transcript.has_times,
        is_aligned=track.is_aligned,
    )


def _term_positions(language: str, words: Sequence[Word]) -> dict[str, list[int]]:
    """For each term, the positions of its words in the track; a compound has those of all its words."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, (_, _, forms, compound, count) in enumerate(words):
        for form in forms:
            found[form].append(number)
        if compound:
            found[mark_compound(compound)].extend(range(number, number + count))
    return {index_term(language, form): numbers for form, numbers in found.items()}


def _passage_values(track: IndexableTrack, passage: Passage) -> _PassageValues:
    transcript = track.transcript
    # There may be a space between a cue without text and the next cue; it is no part of the passage.
    at = next(
        (transcript.cue_spans[n].start for n in passage.cues if transcript.cues[n].text),
        passage.span.start,
    )
    own = transcript.words[passage.words.start : passage.words.stop]
    return _PassageValues(
        passage.key,
        at,
        list(transcript.cues[passage.cues.start : passage.cues.stop]),
        [word.start - at for word in own],
        [word.end - at for word in own],
        " ".join(_FORM_SEPARATOR.join(word.forms) for word in own),
    )


def speech_tracks(record: VideoRecord) -> tuple[TrackCues, ...]:
    """The tracks of a video that can be read and searched: captions and subtitles."""
    return tuple(t for t in record.tracks if t.track.kind in ("captions", "subtitles"))


def build_indexable_tracks(record: VideoRecord) -> Iterator[IndexableTrack]:
    """All speech tracks of a video, ready to be indexed, built one at a time."""
    for entry in speech_tracks(record):
        yield build_indexable_track(record, entry)


def build_indexable_track(record: VideoRecord, entry: TrackCues) -> IndexableTrack:
    """One track, ready to be indexed. A chapter begins a passage in every language that has times."""
    track = entry.track
    transcript = build_transcript(track.language, entry.cues, has_times=track.has_times)
    video = record.video
    passages = build_passages(transcript, video.chapters, video.anchor_prefix)
    return IndexableTrack(
        slug=video.slug,
        language=track.language,
        transcript=transcript,
        passages=passages,
        organizations={person.name: person.organization for person in video.people},
        is_original=track.language == video.language,
        date=video.date,
        is_aligned=track.is_aligned,
    )
