"""The reader of transcripts in JSON: tells what program wrote a file by its properties, and reads it.

Which are known, and where their shapes are described: docs/reference/caption-files.md.
"""

from collections.abc import Callable
from dataclasses import dataclass

from showcase.errors import ContentError, Fault
from showcase.store.captions.json_document import JsonPart, read_json_document
from showcase.store.captions.json_segments import SegmentReader, detect_units
from showcase.store.captions.json_services import (
    read_aws,
    read_deepgram,
    read_google,
    read_otter,
    read_rev,
    read_words,
)
from showcase.store.captions.json_values import read_text, speaker_names
from showcase.store.captions.parsed_file import ParsedFile
from showcase.store.captions.spoken_cues import build_cues
from showcase.store.captions.spoken_words import SpokenFile
from showcase.store.captions.whisper_cpp import read_whisper_cpp
from showcase.store.captions.youtube_json import read_json3

# How many elements of a list tell what it is: json3 begins with events that open a window.
_INSPECTED_ELEMENTS = 20
_NAMED_KEYS = 6
# Ten hours of speech are 100,000 words.
_MAX_ELEMENTS = 150_000
_TEXT_MARKS = (
    "text", "body", "transcript", "content", "sentence", "word", "punctuated_word", "words",
)  # fmt: skip
_TIME_MARKS = (
    "start", "startTime", "start_time", "from", "begin", "offset", "timestamp", "timestamps",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class JsonShape:
    """A kind of transcript in JSON.

    Attributes:
        path: the properties that lead to its list.
        marks: an element of that list has one property of each of these.
        read: adds what is said: called with the document, the list, and what gets the segments.
    """

    path: tuple[str, ...]
    marks: tuple[tuple[str, ...], ...]
    read: Callable[[JsonPart, JsonPart, SpokenFile], None]

    def find(self, document: JsonPart) -> JsonPart | None:
        """The list in a document of this kind, None in another."""
        found = document.get(*self.path)
        if found is None or not found.is_array():
            return None
        elements = found.elements()[:_INSPECTED_ELEMENTS]
        return found if any(map(self._has_marks, elements)) else None

    def _has_marks(self, element: JsonPart) -> bool:
        keys = set(element.keys())
        return bool(keys) and all(not keys.isdisjoint(names) for names in self.marks)


def _read_segments(document: JsonPart, segments: JsonPart, spoken: SpokenFile) -> None:
    parts = list(segments.elements())
    speakers = document.get("speakers")
    names = speaker_names(speakers.value()) if speakers else {}
    SegmentReader(detect_units(parts), names).read(parts, spoken)


def _read_words(document: JsonPart, words: JsonPart, spoken: SpokenFile) -> None:
    text = document.get("text")
    read_words(words, spoken, read_text(text.value()) if text else "")


def _segments_at(*path: str) -> JsonShape:
    return JsonShape(path, (_TEXT_MARKS, _TIME_MARKS), _read_segments)


# The first that a document has reads it: what names speakers before what does not.
_SHAPES = (
    JsonShape(("events",), (("tStartMs",),), read_json3),
    JsonShape(("transcription",), (("offsets", "timestamps"), ("text",)), read_whisper_cpp),
    JsonShape(("monologues",), (("elements",),), read_rev),
    JsonShape(("results", "channels"), (("alternatives",),), read_deepgram),
    JsonShape(("results", "items"), (("alternatives",),), read_aws),
    JsonShape(("results",), (("alternatives",),), read_google),
    JsonShape(("speech", "transcripts"), (("start_offset",),), read_otter),
    JsonShape(("transcripts",), (("start_offset",),), read_otter),
    _segments_at("utterances"),
    _segments_at("segments"),
    # Whisper in the Transformers library, with speakers and without.
    _segments_at("speakers"),
    _segments_at("chunks"),
    JsonShape(("words",), (("word", "text"), ("start", "startTime", "start_time")), _read_words),
    JsonShape(("result",), (("word",), ("start",)), _read_words),  # Vosk
    *map(_segments_at, ("monologues", "paragraphs", "sentences", "transcript", "transcripts", "results",
                        "captions", "subtitles", "cues", "items", "body")),
    _segments_at(),
)  # fmt: skip


def read_json(text: str, name: str) -> ParsedFile:
    """Read a transcript in JSON.

    Args:
        text: the whole file.
        name: its path or name.

    Raises:
        ContentError: it is damaged, or is JSON of another kind.
    """
    document = read_json_document(text, name)
    spoken = SpokenFile()
    shape, found = _find_shape(document, name)
    if len(found.elements()) > _MAX_ELEMENTS:
        message = f"is a transcript of over {_MAX_ELEMENTS:,} parts, more than any has"
        raise ContentError((Fault(name, message, "cut it to that of one video", "file-too-large"),))
    shape.read(document, found, spoken)
    return build_cues(spoken)


def _find_shape(document: JsonPart, name: str) -> tuple[JsonShape, JsonPart]:
    for shape in _SHAPES:
        found = shape.find(document)
        if found is not None:
            return shape, found
    keys = ", ".join(f'"{key[:40]}"' for key in document.keys()[:_NAMED_KEYS])
    what = f"an object with {keys}" if keys else "a list" if document.is_array() else "empty"
    message = f"is JSON, but not a transcript with times of a program that is known ({what})"
    fix = "export the captions as WebVTT or SubRip"
    raise ContentError((Fault(name, message, fix, "unknown-json"),))
