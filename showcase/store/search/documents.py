"""What the index keeps of a track: its words by number, and what its passages need to be shown."""

import zlib
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

# Fast, and half the size; more would take longer than all else.
_ZLIB_LEVEL = 1
_FORM_SEPARATOR = "\x1f"
_COMPOUND_PREFIX = "="


@dataclass(frozen=True, slots=True)
class IndexableTrack:
    """What is indexed of one track of a video.

    Attributes:
        organizations: of the voices that belong to one.
        is_original: True for the language that is spoken in the video.
        date: of the video, as precise as it is known.
    """

    slug: str
    language: str
    transcript: Transcript
    passages: tuple[Passage, ...]
    organizations: Mapping[str, str] = field(default_factory=dict)
    is_original: bool = False
    date: str = ""


@dataclass(frozen=True, slots=True)
class TrackHeader:
    """What is known of a track while the index is open.

    Attributes:
        speakers: who speaks in its passages, each once; None where nobody is named.
        organizations: of each of these voices, "" when it has none.
        speaker_indexes: of each passage, the place of its voice in `voices`.
        word_counts: of each passage, how many words it has.
        starts_ms: when each passage begins, in milliseconds.
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


@dataclass(frozen=True)
class StoredPassage:
    """A passage as it was stored: alone, and the forms of its words as they were written down."""

    passage: ExtendedPassage
    packed_forms: str

    @cached_property
    def forms(self) -> list[tuple[str, ...]]:
        """The forms of its words."""
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
    """A form as the index knows it: "en:rights"."""
    return f"{language}:{form}"


def mark_compound(form: str) -> str:
    """A hyphenated compound written as one word: it stands in no row, so it is kept apart."""
    return _COMPOUND_PREFIX + form


def unmark_compound(form: str) -> str:
    """The form itself, of a compound too."""
    return form.removeprefix(_COMPOUND_PREFIX)


def build_document(words: IndexableTrack) -> TrackDocument:
    """What is written of a track."""
    return TrackDocument(
        video=words.slug,
        header=to_json(_track_header(words)),
        positions_by_term=_term_positions(words.language, words.transcript.words),
        passages=(
            zlib.compress(to_json(_passage_values(words, passage)), _ZLIB_LEVEL)
            for passage in words.passages
        ),
    )


def decode_track_header(data: bytes) -> TrackHeader:
    """The header of a track, from what build_document wrote.

    Raises:
        DamagedError: it cannot be read.
    """
    with raising_damaged("the header of a track"):
        return from_json(TrackHeader, data)


def decode_passage(data: bytes, language: str, number: int, voice: str | None) -> StoredPassage:
    """A passage, from what build_document wrote.

    Args:
        data: as it was stored.
        language: of its track.
        number: its number in its track.
        voice: who speaks, None where nobody is named.

    Raises:
        DamagedError: it cannot be read.
    """
    with raising_damaged(f"passage {number} of a track"):
        key, at, cues, starts, ends, forms = from_json(_PassageValues, zlib.decompress(data))
    text, spans = join_cues(cues)
    own = Span(0, spans[-1].end)
    stretch = ExtendedPassage(
        language, number, key, voice, at, own, len(cues), text, cues, spans, starts, ends
    )
    return StoredPassage(stretch, forms)


def join_passages(stretches: Sequence[ExtendedPassage]) -> ExtendedPassage:
    """Passages that follow one another, as one stretch of the first."""
    first, *others = stretches
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


def _track_header(words: IndexableTrack) -> TrackHeader:
    voices = list(dict.fromkeys(passage.voice for passage in words.passages))
    places = {voice: place for place, voice in enumerate(voices)}
    return TrackHeader(
        video=words.slug,
        language=words.language,
        is_original=words.is_original,
        date=words.date,
        speakers=voices,
        organizations=[words.organizations.get(voice or "", "") for voice in voices],
        speaker_indexes=[places[passage.voice] for passage in words.passages],
        word_counts=[len(passage.words) for passage in words.passages],
        starts_ms=[passage.start_ms for passage in words.passages],
    )


def _term_positions(language: str, words: Sequence[Word]) -> dict[str, list[int]]:
    """The numbers of the words that are found as each form.

    A hyphenated compound is found as one word too, on all its words.
    """
    found: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        for form in word.forms:
            found.setdefault(index_term(language, form), []).append(number)
        if word.compound:
            words_of_it = range(number, number + word.compound_words)
            found.setdefault(index_term(language, mark_compound(word.compound)), []).extend(
                words_of_it
            )
    return found


def _passage_values(words: IndexableTrack, passage: Passage) -> _PassageValues:
    transcript = words.transcript
    # Between a cue without text and the next there may be a space, which is not said.
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
    """Its tracks that are read and searched: captions and subtitles."""
    return tuple(t for t in record.tracks if t.track.kind in ("captions", "subtitles"))


def build_indexable_tracks(record: VideoRecord) -> Iterator[IndexableTrack]:
    """Every language of a video as the index wants it."""
    for entry in speech_tracks(record):
        yield build_indexable_track(record, entry)


def build_indexable_track(record: VideoRecord, entry: TrackCues) -> IndexableTrack:
    """The transcript and the passages of one track; a chapter begins a passage in every language."""
    transcript = build_transcript(entry.track.language, entry.cues)
    passages = build_passages(transcript, record.video.chapters)
    video = record.video
    return IndexableTrack(
        slug=video.slug,
        language=entry.track.language,
        transcript=transcript,
        passages=passages,
        organizations={person.name: person.organization for person in video.people},
        is_original=entry.track.language == video.language,
        date=video.date,
    )
