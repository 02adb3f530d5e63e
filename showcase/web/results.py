"""What a search says, as a page shows it."""

from collections.abc import Callable
from dataclasses import dataclass

from showcase.core.hits import Answer, Hit
from showcase.core.marks import Piece, excerpt
from showcase.core.spans import Span
from showcase.core.timecodes import format_clock, format_seconds
from showcase.web.offsets import BrowserOffsets
from showcase.web.phrases import count, matches

LinkToHit = Callable[[Hit], str]


@dataclass(frozen=True, slots=True)
class HitRow:
    """One hit.

    Attributes:
        marks: its matches in the running text, in UTF-16 units ("1240-1247 1301-1308").
        times: when the first word of each is spoken, in seconds.
        pieces: the words before, the matches, the words after.
    """

    key: str
    href: str
    clock: str
    speaker: str
    marks: str
    times: str
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class Result:
    """What was found in one video.

    Attributes:
        status: what is announced; "" when nothing was asked.
        total: how many matches there are.
        spans: all matches as characters of the running text, in order, not overlapping.
    """

    query: str = ""
    status: str = ""
    total: int = 0
    rows: tuple[HitRow, ...] = ()
    spans: tuple[Span, ...] = ()


def build_result(answer: Answer, text: str, link: LinkToHit) -> Result:
    """The hits of one transcript, whose running text is `text`, in order of time."""
    offsets = BrowserOffsets(text)
    rows, spans = [], list[Span]()
    for hit in sorted(answer.hits, key=lambda hit: hit.at):
        fresh = _fresh_matches(hit, spans[-1].end if spans else 0)
        spans += [span for span, _ in fresh]
        if fresh:
            rows.append(_row(hit, fresh, offsets, link(hit)))
    status = _status(answer, len(spans), len(rows))
    return Result(answer.query, status, len(spans), tuple(rows), tuple(spans))


def _fresh_matches(hit: Hit, end: int) -> list[tuple[Span, int]]:
    """The hit's matches, in the running text, with their times, that no earlier hit had already.

    A hit reaches into the next passage where its words do, so two hits may share a match.
    """
    spans = [Span(hit.at + match.start, hit.at + match.end) for match in hit.matches]
    both = zip(spans, hit.match_starts_ms, strict=True)
    return [(span, start_ms) for span, start_ms in both if span.start >= end]


def _row(hit: Hit, found: list[tuple[Span, int]], offsets: BrowserOffsets, href: str) -> HitRow:
    return HitRow(
        key=hit.key,
        href=href,
        clock=format_clock(hit.moment.start_ms),
        speaker=hit.speaker or "",
        marks=" ".join(offsets.span(span) for span, _ in found),
        times=" ".join(format_seconds(start_ms) for _, start_ms in found),
        pieces=excerpt(hit),
    )


def _status(answer: Answer, found: int, passages: int) -> str:
    if not found:
        return "No matches"
    shown = f"{matches(found)} in {count(passages, 'passage')}"
    if answer.total > len(answer.hits):
        shown = f"The first {shown}"
    return shown + likeness(answer.hits[0], answer.kind)


def likeness(hit: Hit, kind: str) -> str:
    """How near a quote is to the words that were spoken; nothing where they are the same."""
    percent = min(int(hit.similarity * 100), 99)
    return f", {percent}% like your quote" if kind == "quote" and hit.similarity < 1 else ""
