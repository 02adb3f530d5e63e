"""Segments of transcripts in JSON: what most programs write for something that is said, and for its words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from statistics import median

from showcase.store.captions.json_document import JsonPart
from showcase.store.captions.json_values import (
    MS_PER_SECOND,
    Fields,
    first_value,
    read_ms,
    read_probability,
    read_speaker,
    read_text,
)
from showcase.store.captions.spoken_words import (
    SpokenFile,
    SpokenSegment,
    SpokenWord,
    align_words,
    space_words,
)

# Whole numbers that make a letter last longer than a second are milliseconds.
_MAX_SECONDS_PER_CHAR = 1
_MEASURED_SEGMENTS = 200
_MEASURED_UNITS = 10**9
_PAIR = 2


@dataclass(frozen=True, slots=True)
class SegmentFields:
    """How a program names the properties of a segment or a word; the first that is there counts.

    Attributes:
        text: what is said.
        word_text: a word.
        start, end: times.
        duration: how long it takes, where there is no end.
        times: a list of start and end.
        speaker: who speaks.
        words: the words of a segment, which have the same names.
        probability: how certain it is.
    """

    text: tuple[str, ...] = (
        "text", "body", "transcript", "content", "sentence", "punctuated_word", "word", "value",
    )  # fmt: skip
    word_text: tuple[str, ...] = ("punctuated_word", "word", "text", "value", "content")
    start: tuple[str, ...] = ("start", "startTime", "start_time", "from", "ts", "begin", "offset")
    end: tuple[str, ...] = ("end", "endTime", "end_time", "to", "end_ts")
    duration: tuple[str, ...] = ("duration", "dur")
    times: tuple[str, ...] = ("timestamp", "timestamps")
    speaker: tuple[str, ...] = (
        "speaker",
        "speaker_label",
        "speaker_name",
        "speakerName",
        "speaker_id",
        "speakerTag",
    )
    words: tuple[str, ...] = ("words", "elements", "terms", "alignment", "items")
    probability: tuple[str, ...] = ("probability", "score", "confidence", "conf", "p")


ANY_FIELDS = SegmentFields()
_FIELD_NAMES = tuple(SegmentFields.__dataclass_fields__)


@dataclass(slots=True)
class SegmentReader:
    """Reads the segments of one file.

    Attributes:
        per_second: how many units of a time are a second.
        names: the names of speakers, by the identifiers of the file.
        fields: the names of properties.
    """

    per_second: int = 1
    names: Mapping[str, str] = field(default_factory=dict)
    fields: SegmentFields = ANY_FIELDS

    def read(self, parts: Iterable[JsonPart], spoken: SpokenFile) -> None:
        """Add the segments of a list to what is spoken; report those that cannot be read."""
        for part in parts:
            value = part.value()
            if not isinstance(value, dict):
                spoken.leave_out(part.line, "a part of the list is no segment")
                continue
            self._read_segment(value, part.line, spoken)

    def _read_segment(self, value: Fields, line: int, spoken: SpokenFile) -> None:
        words = space_words(list(self._words(value, line)))
        text = read_text(first_value(value, self.fields.text))
        if not text.strip() and not words:
            return
        start, end = self._times(value)
        if start is None:
            start = next((word.start_ms for word in words if word.start_ms is not None), None)
        if start is None:
            spoken.leave_out(line, "it does not say when it begins")
            return
        if not words:
            words = (SpokenWord(text, start, end, self._probability(value), line),)
        elif text.strip():
            words = align_words(text, words)
        speaker = read_speaker(first_value(value, self.fields.speaker), self.names)
        spoken.segments.append(SpokenSegment(line, start, end, words, speaker))

    def _words(self, segment: Fields, line: int) -> Iterator[SpokenWord]:
        words = first_value(segment, self.fields.words)
        objects = (
            [word for word in words if isinstance(word, dict)] if isinstance(words, list) else []
        )
        if not objects:
            return
        reader = replace(
            self, fields=_used_fields(self.fields, frozenset().union(*objects[:_MEASURED_SEGMENTS]))
        )
        for word in objects:
            yield reader.read_word(word, line)

    def read_word(self, word: Fields, line: int) -> SpokenWord:
        """A word of a segment; "" for its text where it has none."""
        fields = self.fields
        start, end = self._times(word)
        return SpokenWord(
            read_text(first_value(word, fields.word_text)),
            start,
            end,
            self._probability(word) if fields.probability else None,
            line,
            read_speaker(first_value(word, fields.speaker), self.names) if fields.speaker else None,
        )

    def _times(self, value: Fields) -> tuple[int | None, int | None]:
        fields = self.fields
        pair = first_value(value, fields.times) if fields.times else None
        if isinstance(pair, list) and len(pair) == _PAIR:
            return read_ms(pair[0], self.per_second), read_ms(pair[1], self.per_second)
        start = read_ms(first_value(value, fields.start), self.per_second)
        end = read_ms(first_value(value, fields.end), self.per_second)
        if end is None and start is not None and fields.duration:
            duration = read_ms(first_value(value, fields.duration), self.per_second)
            end = None if duration is None else start + duration
        return start, end

    def _probability(self, value: Fields) -> float | None:
        return read_probability(first_value(value, self.fields.probability))


@lru_cache(maxsize=64)
def _used_fields(fields: SegmentFields, used: frozenset[str]) -> SegmentFields:
    """The names that are used at all, so that not all of them are tried for each of ten thousand words."""
    return SegmentFields(
        **{
            name: tuple(key for key in getattr(fields, name) if key in used)
            for name in _FIELD_NAMES
        }
    )


def detect_units(parts: Sequence[JsonPart], fields: SegmentFields = ANY_FIELDS) -> int:
    """How many units of the times in a list of segments or words are a second: 1 or 1000.

    Whole numbers by which a letter would last longer than a second are milliseconds.
    """
    lengths = [
        found for part in parts[:_MEASURED_SEGMENTS] if (found := _unit_length(part, fields))
    ]
    return MS_PER_SECOND if lengths and median(lengths) > _MAX_SECONDS_PER_CHAR else 1


def _unit_length(part: JsonPart, fields: SegmentFields) -> float | None:
    """How long a letter of a segment lasts in units of its times; None where they are not whole numbers."""
    value = part.value()
    if not isinstance(value, dict):
        return None
    start, end = first_value(value, fields.start), first_value(value, fields.end)
    text = read_text(first_value(value, fields.text)).strip()
    if not (text and isinstance(start, int) and isinstance(end, int)):
        return 0
    return max(min(end - start, _MEASURED_UNITS), 0) / len(text)
