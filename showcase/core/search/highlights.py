"""Marks: text cut at the places that were found, so that a page can escape first and mark then."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from showcase.core.search.results import Hit
from showcase.core.text.spans import Span
from showcase.core.text.tokenizer import tokenize

# Words shown on either side of what was found: a line on a phone before, two lines behind.
WORDS_BEFORE = 8
WORDS_AFTER = 16


class Piece(NamedTuple):
    """A stretch of text; `match` numbers the match it belongs to, None where nothing was found."""

    text: str
    match: int | None


def pieces(text: str, matches: Sequence[Span], first: int = 0) -> list[Piece]:
    """Cut `text` at its matches (in order, not overlapping), numbered from `first`."""
    cut: list[Piece] = []
    end = 0
    for number, span in enumerate(matches, first):
        cut += [Piece(text[end : span.start], None), Piece(text[span.start : span.end], number)]
        end = span.end
    cut.append(Piece(text[end:], None))
    return [piece for piece in cut if piece.text]


def clip(matches: Iterable[Span], span: Span) -> list[tuple[int, Span]]:
    """The parts of matches that lie within `span`: (number of the match, characters from its start)."""
    return [
        (number, Span(max(match.start, span.start) - span.start, min(match.end, span.end) - span.start))
        for number, match in enumerate(matches)
        if match.start < span.end and match.end > span.start
    ]  # fmt: skip


def excerpt(hit: Hit, before: int = WORDS_BEFORE, after: int = WORDS_AFTER) -> list[Piece]:
    """What was found with the words around its first match, "…" where text was left out."""
    if not hit.matches:
        return [Piece(_shorten(hit.text, before + after), None)]
    words = tokenize(hit.text)
    first = next(number for number, word in enumerate(words) if word.end > hit.matches[0].start)
    last = next(n for n in range(len(words) - 1, -1, -1) if words[n].start < hit.matches[0].end)
    start = words[first - before].start if first > before else 0
    stop = words[last + after].end if last + after < len(words) - 1 else len(hit.text)
    shown = [span for _, span in clip(hit.matches, Span(start, stop))]
    cut = pieces(hit.text[start:stop], shown)
    opening = [Piece("…", None)] if start else []
    closing = [Piece("…", None)] if stop < len(hit.text) else []
    return [*opening, *cut, *closing]


def _shorten(text: str, words: int) -> str:
    found = tokenize(text)
    return text if len(found) <= words else text[: found[words - 1].end] + "…"


def utf16_offset(text: str, offset: int) -> int:
    """An offset as browsers count it: letters beyond U+FFFF (emoji, rare Han) are two there."""
    return offset + sum(1 for letter in text[:offset] if letter > "\uffff")
