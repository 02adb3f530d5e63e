"""The words of a video as a page shows them: passages, their lines, and what is marked in them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from showcase.core.catalog.localized import Text, VideoTexts
from showcase.core.catalog.models import Chapter
from showcase.core.search.highlights import pieces
from showcase.core.text.spans import BrowserOffsets, Span
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_seconds
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.transcript import Transcript
from showcase.web.context.urls import Addresses
from showcase.web.i18n.formatting import written_clock

NOTHING = Span(0, 0)


class Piece(NamedTuple):
    """A stretch of text that is marked in one way.

    Attributes:
        match: the number of the match it belongs to, None where nothing was found.
        selected: True for words of the moment that was asked for.
    """

    text: str
    match: int | None
    selected: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One cue: a link to its own moment.

    Attributes:
        start, end: seconds, as the page writes them.
        gap: what stands in the text between the line before and this one.
        pieces: its text, cut at its marks; a plain text has none.
        selected: True when the moment that was asked for covers it, and is not marked by words.
    """

    start: str
    end: str
    href: str
    gap: list[Piece] | str
    pieces: list[Piece] | str
    selected: bool
    sound: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """The chapter that begins with a passage."""

    number: int
    title: Text


@dataclass(frozen=True, slots=True)
class Turn:
    """One passage.

    Attributes:
        offset: where it begins in the running text, in UTF-16 units.
        speaker, organization: empty where the same voice goes on.
        href: the address of exactly this passage, from its start to its end.
        target: True when it holds a part of the moment that was asked for.
    """

    key: str
    offset: int
    speaker: Text
    organization: Text
    clock: str
    start: str
    href: str
    target: bool
    headings: list[Heading]
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Reading:
    """What of a video is read, and what was asked of it.

    Attributes:
        matches: what was found, as characters of the running text, in order, not overlapping.
        selected: the words of the moment, as characters; empty where its lines are marked instead.
        language: for links; None for the video's own.
    """

    texts: VideoTexts
    transcript: Transcript
    passages: Sequence[Passage]
    matches: Sequence[Span] = ()
    moment: Moment | None = None
    selected: Span = NOTHING
    language: str | None = None


@dataclass(frozen=True, slots=True)
class _Desk:
    """A reading with what is worked out once for all its passages."""

    reading: Reading
    selected: range
    offsets: BrowserOffsets
    to: Addresses

    def href(self, start_ms: int, key: str) -> str:
        """The address of a moment that plays on."""
        slug, language = self.reading.texts.video.slug, self.reading.language
        return self.to.video(slug, Moment(start_ms), anchor=key, lang=language)


def build_turns(reading: Reading, to: Addresses) -> list[Turn]:
    """Every passage, in order."""
    by_words = reading.selected.end > reading.selected.start
    selected = range(0) if by_words else selected_cues(reading.transcript, reading.moment)
    desk = _Desk(reading, selected, BrowserOffsets(reading.transcript.text), to)
    chapters = list(enumerate(reading.texts.video.chapters, 1))
    turns = []
    for passage in reading.passages:
        headings = _begun(chapters, passage, reading.texts)
        chapters = chapters[len(headings) :]
        turns.append(_turn(desk, passage, headings))
    return turns


def selected_cues(transcript: Transcript, moment: Moment | None) -> range:
    """The numbers of the cues that a moment covers; of one without an end, the cue at its start."""
    if moment is None:
        return range(0)
    starts = [cue.start_ms for cue in transcript.cues]
    current = transcript.cue_at(moment.start_ms)
    first = bisect_left(starts, moment.start_ms) if current is None else current
    if moment.end_ms is None:
        return range(first, min(first + 1, len(starts)))
    return range(first, max(first, bisect_left(starts, moment.end_ms)))


def _begun(
    chapters: list[tuple[int, Chapter]], passage: Passage, texts: VideoTexts
) -> list[Heading]:
    """The headings of the chapters that have begun by the time the passage begins."""
    return [
        Heading(number, texts.chapter(chapter).title)
        for number, chapter in chapters
        if chapter.start_ms <= passage.start_ms
    ]


def _turn(desk: _Desk, passage: Passage, headings: list[Heading]) -> Turn:
    reading, texts = desk.reading, desk.reading.texts
    speaker = (passage.voice or "") if passage.new_turn else ""
    whole = Moment(passage.start_ms, passage.end_ms)
    lines = [_line(desk, passage, number) for number in passage.cues]
    return Turn(
        key=passage.key,
        offset=desk.offsets.offset(passage.span.start),
        speaker=texts.person(speaker),
        organization=texts.organization(texts.video.organization_of(speaker)),
        clock=written_clock(passage.start_ms),
        start=format_seconds(passage.start_ms),
        href=desk.to.video(texts.video.slug, whole, anchor=passage.key, lang=reading.language),
        target=any(line.selected for line in lines) or _overlaps(passage.span, reading.selected),
        headings=headings,
        lines=lines,
    )


def _line(desk: _Desk, passage: Passage, number: int) -> Line:
    transcript = desk.reading.transcript
    cue, span = transcript.cues[number], transcript.cue_spans[number]
    first = number == passage.cues.start
    before = span.start if first else transcript.cue_spans[number - 1].end
    return Line(
        start=format_seconds(cue.start_ms),
        end=format_seconds(cue.end_ms),
        href=desk.href(cue.start_ms, passage.key),
        gap=_pieces(desk.reading, Span(before, span.start)),
        pieces=_pieces(desk.reading, span),
        selected=number in desk.selected,
        sound=cue.sound,
    )


def _pieces(reading: Reading, span: Span) -> list[Piece] | str:
    """The text of a span, cut at the matches in it, which keep their numbers, and at what is selected.

    Most of a long page is neither: that is its plain text.
    """
    matches = reading.matches
    if not matches and not _overlaps(span, reading.selected):
        return reading.transcript.text[span.start : span.end]
    first = bisect_right(matches, span.start, key=lambda match: match.end)
    stop = bisect_left(matches, span.end, key=lambda match: match.start)
    within = [_in(span, match) for match in matches[first:stop]]
    cut: list[Piece] = []
    at = 0
    for text, match in pieces(reading.transcript.text[span.start : span.end], within, first):
        cut += _select(text, match, _in(Span(span.start + at, span.end), reading.selected))
        at += len(text)
    return cut


def _in(span: Span, other: Span) -> Span:
    """The part of another span that lies in this one, from its start."""
    start, end = max(other.start, span.start), min(other.end, span.end)
    return Span(start - span.start, max(end, start) - span.start)


def _select(text: str, match: int | None, selected: Span) -> list[Piece]:
    """A stretch of text in up to three pieces: before what is selected, that, and behind it."""
    parts = (
        Piece(text[: selected.start], match, selected=False),
        Piece(text[selected.start : selected.end], match, selected=True),
        Piece(text[selected.end :], match, selected=False),
    )
    return [piece for piece in parts if piece.text]


def _overlaps(one: Span, other: Span) -> bool:
    return max(one.start, other.start) < min(one.end, other.end)
