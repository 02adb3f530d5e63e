"""Highlights: text cut at its matches, so that a page escapes each piece before it marks it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from showcase.core.search.results import Hit
from showcase.core.text.spans import Span
from showcase.core.text.tokenizer import tokenize

# Words of a snippet before and after its first match: one line on a phone, and two.
WORDS_BEFORE = 8
WORDS_AFTER = 16


class HighlightSegment(NamedTuple):
    """A piece of text; `match` is the number of its match, None for text between matches."""

    text: str
    match: int | None


def split_at_matches(text: str, matches: Sequence[Span], first: int = 0) -> list[HighlightSegment]:
    """Cut text at its matches.

    Args:
        text: what is cut.
        matches: characters of the text, in order, not overlapping.
        first: the number of the first match.
    """
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
    """The parts of matches within a span: number of the match, and characters from the span's start."""
    return [
        (number, Span(max(match.start, span.start) - span.start, min(match.end, span.end) - span.start))
        for number, match in enumerate(matches)
        if match.start < span.end and match.end > span.start
    ]  # fmt: skip


def build_snippet(
    hit: Hit, before: int = WORDS_BEFORE, after: int = WORDS_AFTER
) -> list[HighlightSegment]:
    """The words around the first match of a hit, with "…" where text is left out.

    Args:
        hit: what was found.
        before: how many words to show before the first match.
        after: how many words to show after it; without a match, the snippet has as many as both together.
    """
    if not hit.matches:
        return [HighlightSegment(_truncate_words(hit.text, before + after), None)]
    words = tokenize(hit.text)
    first = next(number for number, word in enumerate(words) if word.end > hit.matches[0].start)
    last = next(n for n in range(len(words) - 1, -1, -1) if words[n].start < hit.matches[0].end)
    start = words[first - before].start if first > before else 0
    stop = words[last + after].end if last + after < len(words) - 1 else len(hit.text)
    matches = [span for _, span in clip_to_span(hit.matches, Span(start, stop))]
    cut = split_at_matches(hit.text[start:stop], matches)
    opening = [HighlightSegment("…", None)] if start else []
    closing = [HighlightSegment("…", None)] if stop < len(hit.text) else []
    return [*opening, *cut, *closing]


def _truncate_words(text: str, words: int) -> str:
    found = tokenize(text)
    return text if len(found) <= words else text[: found[words - 1].end] + "…"
