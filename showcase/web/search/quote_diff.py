"""The differences between a quote and what was said, piece by piece."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, NamedTuple

from showcase.core.quotes.diff import Relation
from showcase.core.search.highlights import build_snippet
from showcase.core.search.results import Difference, Hit
from showcase.core.text.spans import Span


class DifferencePiece(NamedTuple):
    """A stretch of text to show.

    Attributes:
        relation: how the quote differs there; "around" for text before, between and after its words.
        said: what the transcript has there.
        quoted: what the quote has there.
    """

    relation: Relation | Literal["around"]
    said: str = ""
    quoted: str = ""


def build_differences(hit: Hit) -> list[DifferencePiece]:
    """The quote and what was said, with a few words before and after; none if the hit has no differences."""
    spans = [difference.said for difference in hit.differences if _has_words(difference)]
    if not spans:
        return []
    whole = Span(spans[0].start, spans[-1].end)
    snippet = build_snippet(replace(hit, matches=(whole,)))
    middle = next(number for number, piece in enumerate(snippet) if piece.match is not None)
    before = (DifferencePiece("around", piece.text) for piece in snippet[:middle])
    after = (DifferencePiece("around", piece.text) for piece in snippet[middle + 1 :])
    return [*before, *_build_pieces(hit, whole), *after]


def _build_pieces(hit: Hit, whole: Span) -> Iterator[DifferencePiece]:
    """The pieces and the text between them; words that were not said get a space on one side."""
    end = whole.start
    for difference, start in zip(hit.differences, _piece_starts(hit, whole.end), strict=True):
        if between := hit.text[end:start]:
            yield DifferencePiece("around", between)
        said = _has_words(difference)
        if not said and start == whole.end:
            yield DifferencePiece("around", " ")
        text = hit.text[difference.said.start : difference.said.end]
        yield DifferencePiece(difference.relation, text, difference.quoted)
        if not said and start < whole.end:
            yield DifferencePiece("around", " ")
        end = difference.said.end if said else start


def _piece_starts(hit: Hit, end: int) -> list[int]:
    """Where each piece starts in the text; one that was not said starts where the next one does."""
    starts: list[int] = []
    for difference in reversed(hit.differences):
        end = difference.said.start if _has_words(difference) else end
        starts.append(end)
    return starts[::-1]


def _has_words(difference: Difference) -> bool:
    return difference.said.start < difference.said.end
