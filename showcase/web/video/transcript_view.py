"""The words of a video as a page shows them: passages, their lines, and what is marked in them."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from showcase.core.catalog.localized import LocalizedText, LocalizedVideo
from showcase.core.search.highlights import split_at_matches
from showcase.core.text.spans import EMPTY_SPAN, Span, Utf16Offsets
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_seconds
from showcase.core.transcript.chapter_headings import chapters_by_passage
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.transcript import Transcript
from showcase.web.context.urls import UrlBuilder
from showcase.web.i18n.formatting import moment_clock


class MarkedPiece(NamedTuple):
    """A stretch of text that is marked in one way.

    Attributes:
        match: the number of the match it belongs to, from 0; None outside of matches.
        selected: True for words of the requested moment.
    """

    text: str
    match: int | None
    selected: bool


class RubyStretch(NamedTuple):
    """A stretch of a line, and how it is read; an empty reading where the track does not say it."""

    pieces: list[MarkedPiece] | str
    reading: str


@dataclass(frozen=True, slots=True)
class TranscriptLine:
    """One cue: a link to its own moment, if the transcript has times.

    Attributes:
        start, end: seconds, as the page's scripts read them; "" without times.
        href: the moment that plays on from the line's start; "" without times.
        separator: the text between the line before and this one, cut likewise.
        pieces: its text, cut at its marks; a plain string if it has none.
        stretches: all of its text once more, cut where readings begin and end; empty if it has none.
        selected: True if the requested moment covers it, and its words are not marked themselves.
        sound: True for what is heard and not spoken: "[applause]".
    """

    start: str
    end: str
    href: str
    separator: list[MarkedPiece] | str
    pieces: list[MarkedPiece] | str
    stretches: list[RubyStretch]
    selected: bool
    sound: bool


@dataclass(frozen=True, slots=True)
class ChapterHeading:
    """The heading of a chapter; `number` counts from 1."""

    number: int
    title: LocalizedText


@dataclass(frozen=True, slots=True)
class PassageView:
    """One passage.

    Attributes:
        key: its id in the page and its anchor in URLs.
        offset: where it starts in the running text, in UTF-16 units.
        speaker, organization: empty if the same voice goes on.
        clock: when it starts: "1:52"; "" without times.
        start: the same in seconds, as the page's scripts read it; "" without times.
        href: the moment of exactly this passage, from its start to its end; "" without times.
        is_target: True if it has a part of the requested moment.
        headings: of the chapters that start with it.
    """

    key: str
    offset: int
    speaker: LocalizedText
    organization: LocalizedText
    clock: str
    start: str
    href: str
    is_target: bool
    headings: list[ChapterHeading]
    lines: list[TranscriptLine]


@dataclass(frozen=True, slots=True)
class MarkedTranscript:
    """The transcript that a page shows, and what is marked in it.

    Attributes:
        matches: what was found, as characters of the running text, in order, not overlapping.
        moment: that the address asks for.
        selected_span: the words of the moment, as characters; empty if its lines are marked instead.
        language: `?lang=` of links; None or "" for the video's own.
    """

    texts: LocalizedVideo
    transcript: Transcript
    passages: Sequence[Passage]
    matches: Sequence[Span] = ()
    moment: Moment | None = None
    selected_span: Span = EMPTY_SPAN
    language: str | None = None


@dataclass(frozen=True, slots=True)
class _PassageBuilder:
    """A transcript with what is computed once for all its passages."""

    source: MarkedTranscript
    selected_cues: range
    offsets: Utf16Offsets
    urls: UrlBuilder
    line_href: Callable[[str, str], str]

    def passage_href(self, passage: Passage) -> str:
        """The URL of a passage's moment; "" where it has none."""
        if passage.moment is None:
            return ""
        slug, language = self.source.texts.video.slug, self.source.language
        return self.urls.video(slug, passage.moment, anchor=passage.key, lang=language)


def build_passage_views(source: MarkedTranscript, urls: UrlBuilder) -> list[PassageView]:
    """Every passage, in order."""
    by_words = source.selected_span.end > source.selected_span.start
    selected = range(0) if by_words else selected_cues(source.transcript, source.moment)
    line_href = urls.video_times(source.texts.video.slug, source.language)
    offsets = Utf16Offsets(source.transcript.text)
    builder = _PassageBuilder(source, selected, offsets, urls, line_href)
    chapters = chapters_by_passage(source.texts.video.chapters, source.passages)
    return [
        _build_passage(builder, passage, _chapter_headings(source.texts, numbers))
        for passage, numbers in zip(source.passages, chapters[:-1], strict=True)
    ]


def selected_cues(transcript: Transcript, moment: Moment | None) -> range:
    """The indexes of the cues that a moment covers; without an end, that is the cue at its start."""
    if moment is None or not transcript.has_times:
        return range(0)
    starts = [cue.start_ms for cue in transcript.cues]
    current = transcript.cue_at(moment.start_ms)
    first = bisect_left(starts, moment.start_ms) if current is None else current
    if moment.end_ms is None:
        return range(first, min(first + 1, len(starts)))
    return range(first, max(first, bisect_left(starts, moment.end_ms)))


def _chapter_headings(texts: LocalizedVideo, numbers: range) -> list[ChapterHeading]:
    chapters = texts.video.chapters
    return [ChapterHeading(n + 1, texts.chapter(chapters[n]).title) for n in numbers]


def _build_passage(
    builder: _PassageBuilder, passage: Passage, headings: list[ChapterHeading]
) -> PassageView:
    source, texts = builder.source, builder.source.texts
    speaker = (passage.voice or "") if passage.new_turn else ""
    lines = [_build_line(builder, passage, number) for number in passage.cues]
    return PassageView(
        key=passage.key,
        offset=builder.offsets.to_utf16(passage.span.start),
        speaker=texts.person(speaker),
        organization=texts.organization(texts.video.organization_of_speaker(speaker)),
        clock=moment_clock(passage.moment),
        start=format_seconds(passage.moment.start_ms) if passage.moment else "",
        href=builder.passage_href(passage),
        is_target=any(line.selected for line in lines)
        or _overlaps(passage.span, source.selected_span),
        headings=headings,
        lines=lines,
    )


def _build_line(builder: _PassageBuilder, passage: Passage, number: int) -> TranscriptLine:
    transcript = builder.source.transcript
    cue, span = transcript.cues[number], transcript.cue_spans[number]
    first, timed = number == passage.cues.start, transcript.has_times
    before = span.start if first else transcript.cue_spans[number - 1].end
    start = format_seconds(cue.start_ms) if timed else ""
    return TranscriptLine(
        start=start,
        end=format_seconds(cue.end_ms) if timed else "",
        href=builder.line_href(start, passage.key) if timed else "",
        separator=_build_pieces(builder.source, Span(before, span.start)),
        pieces=_build_pieces(builder.source, span),
        stretches=build_stretches(builder.source, number) if cue.ruby else [],
        selected=number in builder.selected_cues,
        sound=cue.sound,
    )


def build_stretches(source: MarkedTranscript, number: int) -> list[RubyStretch]:
    """The text of a cue, by its number, cut where its readings begin and end."""
    cue, span = source.transcript.cues[number], source.transcript.cue_spans[number]
    stretches: list[RubyStretch] = []
    at = span.start
    for ruby in cue.ruby:
        start, end = span.start + ruby.start, min(span.start + ruby.end, span.end)
        if at <= start < end:
            stretches.append(RubyStretch(_build_pieces(source, Span(at, start)), ""))
            stretches.append(RubyStretch(_build_pieces(source, Span(start, end)), ruby.reading))
            at = end
    stretches.append(RubyStretch(_build_pieces(source, Span(at, span.end)), ""))
    return [stretch for stretch in stretches if stretch.pieces]


def _build_pieces(source: MarkedTranscript, span: Span) -> list[MarkedPiece] | str:
    """The text of a span, cut at the matches in it, which keep their numbers, and at the selection.

    Most lines of a long page have neither, and are plain strings.
    """
    matches = source.matches
    text, selected = source.transcript.text[span.start : span.end], source.selected_span
    if not matches and not _overlaps(span, selected):
        return text
    if not matches and selected.start <= span.start and span.end <= selected.end:
        return [MarkedPiece(text, None, selected=True)]
    first = bisect_right(matches, span.start, key=lambda match: match.end)
    stop = bisect_left(matches, span.end, key=lambda match: match.start)
    if first == stop and not _overlaps(span, selected):
        return text
    within = [_clip_span(span, match) for match in matches[first:stop]]
    if not _overlaps(span, selected):
        return [
            MarkedPiece(*piece, selected=False) for piece in split_at_matches(text, within, first)
        ]
    cut: list[MarkedPiece] = []
    at = 0
    for piece, match in split_at_matches(text, within, first):
        cut += _split_at_selection(
            piece, match, _clip_span(Span(span.start + at, span.end), selected)
        )
        at += len(piece)
    return cut


def _clip_span(span: Span, other: Span) -> Span:
    """The part of another span that is in this one, counted from this one's start."""
    start, end = max(other.start, span.start), min(other.end, span.end)
    return Span(start - span.start, max(end, start) - span.start)


def _split_at_selection(text: str, match: int | None, selected: Span) -> list[MarkedPiece]:
    """A stretch of text in up to three pieces: before the selection, the selection, and after it."""
    parts = (
        MarkedPiece(text[: selected.start], match, selected=False),
        MarkedPiece(text[selected.start : selected.end], match, selected=True),
        MarkedPiece(text[selected.end :], match, selected=False),
    )
    return [piece for piece in parts if piece.text]


def _overlaps(one: Span, other: Span) -> bool:
    return max(one.start, other.start) < min(one.end, other.end)
