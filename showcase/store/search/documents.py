"""What the index keeps of a track: its words by number, and what its passages need to be shown."""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from showcase.core.search.hit_builder import Stretch
from showcase.core.text.spans import Span
from showcase.core.text.tokenizer import Word
from showcase.core.transcript.passages import Passage, build_passages
from showcase.core.transcript.transcript import Transcript, build_transcript, join_cues
from showcase.store.search.posting_store import TrackDocument
from showcase.store.serialization import TrackCues, VideoRecord, cue_of, plain_cue

# Fast, and half the size; more would take longer than all else.
_ZLIB_LEVEL = 1
_NEXT_FORM = "\x1f"
_COMPOUND = "="


@dataclass(frozen=True, slots=True)
class VideoWords:
    """What is indexed of one track of a video.

    Attributes:
        organizations: of the voices that belong to one.
        is_own: True for the language that is spoken in the video.
        date: of the video, as precise as it is known.
    """

    slug: str
    language: str
    transcript: Transcript
    passages: tuple[Passage, ...]
    organizations: Mapping[str, str] = field(default_factory=dict)
    is_own: bool = False
    date: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of a track while the index is open.

    Attributes:
        voices: who speaks in its passages, each once; None where nobody is named.
        organizations: of each of these voices, "" when it has none.
        speaks: of each passage, the place of its voice in `voices`.
        lengths: of each passage, how many words it has.
        starts_ms: when each passage begins, in milliseconds.
    """

    video: str
    language: str
    is_own: bool
    date: str
    voices: list[str | None]
    organizations: list[str]
    speaks: list[int]
    lengths: list[int]
    starts_ms: list[int]


@dataclass(frozen=True)
class SaidPassage:
    """A passage as it was stored: alone, and the forms of its words as they were written down."""

    stretch: Stretch
    packed_forms: str

    @cached_property
    def forms(self) -> list[tuple[str, ...]]:
        """The forms of its words."""
        words = self.packed_forms.split(" ") if self.packed_forms else ()
        return [tuple(word.split(_NEXT_FORM)) for word in words]


def tagged(language: str, form: str) -> str:
    """A form as the index knows it: "en:rights"."""
    return f"{language}:{form}"


def compound(form: str) -> str:
    """A hyphenated compound written as one word: it stands in no row, so it is kept apart."""
    return _COMPOUND + form


def without_mark(form: str) -> str:
    """The form itself, of a compound too."""
    return form.removeprefix(_COMPOUND)


def document_of(words: VideoWords) -> TrackDocument:
    """What is written of a track."""
    return TrackDocument(
        video=words.slug,
        head=_dump(_head(words)),
        words=_numbers(words.language, words.transcript.words),
        passages=(
            zlib.compress(_dump(_plain(words, passage)), _ZLIB_LEVEL) for passage in words.passages
        ),
    )


def read_head(data: bytes) -> Head:
    """What document_of wrote about a track."""
    return Head(*json.loads(data))


def read_passage(data: bytes, language: str, number: int, voice: str | None) -> SaidPassage:
    """What document_of wrote about a passage."""
    key, at, plain_cues, starts, ends, forms = json.loads(zlib.decompress(data))
    cues = list(map(cue_of, plain_cues))
    text, spans = join_cues(cues)
    own = Span(0, spans[-1].end)
    stretch = Stretch(
        language, number, key, voice, at, own, len(cues), text, cues, spans, starts, ends
    )
    return SaidPassage(stretch, forms)


def joined(stretches: Sequence[Stretch]) -> Stretch:
    """Passages that follow one another, as one stretch of the first."""
    first, *others = stretches
    text, cues, spans = first.text, [*first.cues], [*first.cue_spans]
    starts, ends = [*first.starts], [*first.ends]
    for other in others:
        shift = other.at - first.at
        text = text.ljust(shift) + other.text
        cues += other.cues
        spans += [Span(span.start + shift, span.end + shift) for span in other.cue_spans]
        starts += [start + shift for start in other.starts]
        ends += [end + shift for end in other.ends]
    return replace(first, text=text, cues=cues, cue_spans=spans, starts=starts, ends=ends)


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _head(words: VideoWords) -> list[object]:
    voices = list(dict.fromkeys(passage.voice for passage in words.passages))
    places = {voice: place for place, voice in enumerate(voices)}
    return [
        words.slug, words.language, words.is_own, words.date, voices,
        [words.organizations.get(voice or "", "") for voice in voices],
        [places[passage.voice] for passage in words.passages],
        [len(passage.words) for passage in words.passages],
        [passage.start_ms for passage in words.passages],
    ]  # fmt: skip


def _numbers(language: str, words: Sequence[Word]) -> dict[str, list[int]]:
    """The numbers of the words that are found as each form.

    A hyphenated compound is found as one word too, on all its words.
    """
    found: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        for form in word.forms:
            found.setdefault(tagged(language, form), []).append(number)
        if word.compound:
            words_of_it = range(number, number + word.compound_words)
            found.setdefault(tagged(language, compound(word.compound)), []).extend(words_of_it)
    return found


def _plain(words: VideoWords, passage: Passage) -> list[object]:
    transcript = words.transcript
    # Between a cue without text and the next there may be a space, which is not said.
    at = next(
        (transcript.cue_spans[n].start for n in passage.cues if transcript.cues[n].text),
        passage.span.start,
    )
    own = transcript.words[passage.words.start : passage.words.stop]
    return [
        passage.key, at,
        [plain_cue(cue) for cue in transcript.cues[passage.cues.start : passage.cues.stop]],
        [word.start - at for word in own],
        [word.end - at for word in own],
        " ".join(_NEXT_FORM.join(word.forms) for word in own),
    ]  # fmt: skip


def speech_tracks(record: VideoRecord) -> tuple[TrackCues, ...]:
    """Its tracks that are read and searched: captions and subtitles."""
    return tuple(t for t in record.tracks if t.track.kind in ("captions", "subtitles"))


def words_of(record: VideoRecord) -> Iterator[VideoWords]:
    """Every language of a video as the index wants it."""
    for entry in speech_tracks(record):
        yield words_of_track(record, entry)


def words_of_track(record: VideoRecord, entry: TrackCues) -> VideoWords:
    """The transcript and the passages of one track; a chapter begins a passage in every language."""
    transcript = build_transcript(entry.track.language, entry.cues)
    passages = build_passages(transcript, record.video.chapters)
    video = record.video
    return VideoWords(
        slug=video.slug,
        language=entry.track.language,
        transcript=transcript,
        passages=passages,
        organizations={person.name: person.organization for person in video.people},
        is_own=entry.track.language == video.language,
        date=video.date,
    )
