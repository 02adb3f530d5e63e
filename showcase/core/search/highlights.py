"""Marks: text cut at the places that were found, so that a page can escape first and mark then."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from showcase.core.search.results import Hit
from showcase.core.text.spans import Span
from showcase.core.text.tokenizer import tokenize

# Words shown on either side of what was found: a line on a phone before, two lines behind.
WORDS_BEFORE = 8
WORDS_AFTER = 16


class HighlightSegment(NamedTuple):
    """A stretch of text; `match` numbers the match it belongs to, None where nothing was found."""

    text: str
    match: int | None


def split_at_matches(text: str, matches: Sequence[Span], first: int = 0) -> list[HighlightSegment]:
    """Cut `text` at its matches (in order, not overlapping), numbered from `first`."""
    cut: list[HighlightSegment] = []
    end = 0
    for number, span in enumerate(matches, first):
        cut += [
            HighlightSegment(text[end : span.start], None),
            HighlightSegment(text[span.start : span.end], number),
        ]
        end = span.end
    cut.append(HighlightSegment(text[end:], None))
    return [piece for piece in cut if piece.text]


def clip_to_span(matches: Iterable[Span], span: Span) -> list[tuple[int, Span]]:
    """The parts of matches that lie within `span`: (number of the match, characters from its start)."""
    return [
        (number, Span(max(match.start, span.start) - span.start, min(match.end, span.end) - span.start))
        for number, match in enumerate(matches)
        if match.start < span.end and match.end > span.start
    ]  # fmt: skip


def build_snippet(
    hit: Hit, before: int = WORDS_BEFORE, after: int = WORDS_AFTER
) -> list[HighlightSegment]:
    """What was found with the words around its first match, "…" where text was left out."""
    if not hit.matches:
        return [HighlightSegment(_truncate_words(hit.text, before + after), None)]
    words = tokenize(hit.text)
    first = next(number for number, word in enumerate(words) if word.end > hit.matches[0].start)
    last = next(n for n in range(len(words) - 1, -1, -1) if words[n].start < hit.matches[0].end)
    start = words[first - before].start if first > before else 0
    stop = words[last + after].end if last + after < len(words) - 1 else len(hit.text)
    shown = [span for _, span in clip_to_span(hit.matches, Span(start, stop))]
    cut = split_at_matches(hit.text[start:stop], shown)
    opening = [HighlightSegment("…", None)] if start else []
    closing = [HighlightSegment("…", None)] if stop < len(hit.text) else []
    return [*opening, *cut, *closing]


def _truncate_words(text: str, words: int) -> str:
    found = tokenize(text)
    return text if len(found) <= words else text[: found[words - 1].end] + "…"
