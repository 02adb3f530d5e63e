"""The reader of YouTube's json3: events on a timeline, of which those with text are captions.

An event without `segs` opens a window or clears it. One with `aAppend` adds to the window: a line feed, after
which automatic captions begin a new line, or words of live captions.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from showcase.store.captions.json_document import JsonPart
from showcase.store.captions.json_values import (
    MS_PER_SECOND,
    Fields,
    read_ms,
    read_number,
    read_text,
)
from showcase.store.captions.spoken_words import SpokenFile, SpokenSegment, SpokenWord

# A certainty of 255 is the highest. 0 is on every word of many files: it says nothing.
_MAX_CONFIDENCE = 255


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """Captions on YouTube's timeline, in json3 and in srv3.

    Attributes:
        line: in the file, from 1.
        start_ms: milliseconds, None where it cannot be read.
        duration_ms: milliseconds, None where there is none.
        words: pieces of the text, each with its time.
        appends: adds to the event before.
        timed: its pieces have times of their own.
    """

    line: int
    start_ms: int | None
    duration_ms: int | None
    words: tuple[SpokenWord, ...]
    appends: bool = False
    timed: bool = False


def read_json3(_document: JsonPart, events: JsonPart, spoken: SpokenFile) -> None:
    """Add the captions of json3.

    Args:
        events: its `events`.
        spoken: gets a segment for each.
    """
    add_events([_read_event(part) for part in events.elements()], spoken)


def _read_event(part: JsonPart) -> TimelineEvent:
    value = part.value()
    event: Fields = value if isinstance(value, dict) else {}
    start_ms = read_ms(event.get("tStartMs", 0), MS_PER_SECOND)
    pieces = event.get("segs")
    pieces = (
        [piece for piece in pieces if isinstance(piece, dict)] if isinstance(pieces, list) else []
    )
    return TimelineEvent(
        part.line,
        start_ms,
        read_ms(event.get("dDurationMs"), MS_PER_SECOND),
        tuple(_read_piece(piece, start_ms, part.line) for piece in pieces),
        appends=bool(event.get("aAppend")),
        timed=any("tOffsetMs" in piece for piece in pieces),
    )


def _read_piece(piece: Fields, start_ms: int | None, line: int) -> SpokenWord:
    offset_ms = read_ms(piece.get("tOffsetMs", 0), MS_PER_SECOND)
    at_ms = None if start_ms is None or offset_ms is None else start_ms + offset_ms
    probability = read_confidence(piece.get("acAsrConf"))
    return SpokenWord(read_text(piece.get("utf8")), at_ms, None, probability, line)


def read_confidence(value: object) -> float | None:
    """YouTube's certainty of a word, from 1 to 255, as a number up to 1; None for 0, which says nothing."""
    number = read_number(value)
    return number / _MAX_CONFIDENCE if number and 0 < number <= _MAX_CONFIDENCE else None


def add_events(events: Sequence[TimelineEvent], spoken: SpokenFile) -> None:
    """Add the captions of a timeline.

    An automatic caption is said to last for as long as its line is on the screen, also below the next one: it
    ends when the next one starts.
    """
    line_open = False
    for event in events:
        text = "".join(word.text for word in event.words)
        if not text.strip():
            line_open = line_open and "\n" not in text
        elif event.start_ms is None:
            spoken.leave_out(event.line, "it does not say when it begins")
        else:
            if line_open and event.appends:
                spoken.segments[-1] = _append(spoken.segments[-1], event)
            else:
                spoken.segments.append(_segment(event, event.start_ms))
            line_open = True
    if any(event.timed or event.appends for event in events):
        spoken.segments[:] = _clip(sorted(spoken.segments, key=lambda segment: segment.start_ms))


def _segment(event: TimelineEvent, start_ms: int) -> SpokenSegment:
    end_ms = None if event.duration_ms is None else start_ms + event.duration_ms
    words = (
        event.words
        if event.timed
        else (SpokenWord("".join(w.text for w in event.words), start_ms),)
    )
    return SpokenSegment(event.line, start_ms, end_ms, words)


def _append(segment: SpokenSegment, event: TimelineEvent) -> SpokenSegment:
    end_ms = (event.start_ms or 0) + (event.duration_ms or 0)
    return segment._replace(
        words=segment.words + event.words, end_ms=max(segment.end_ms or 0, end_ms)
    )


def _clip(segments: Sequence[SpokenSegment]) -> list[SpokenSegment]:
    """Each segment ends when the next one starts, at the latest."""
    clipped = [
        segment._replace(end_ms=following.start_ms)
        if segment.end_ms is not None and segment.start_ms < following.start_ms < segment.end_ms
        else segment
        for segment, following in pairwise(segments)
    ]
    return clipped + list(segments[-1:])
