"""A quote beside what was really said, piece by piece."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, NamedTuple

from showcase.core.search.highlights import excerpt
from showcase.core.search.results import Difference, Hit, Relation
from showcase.core.text.spans import Span


class DifferencePiece(NamedTuple):
    """A stretch of text to show.

    Attributes:
        relation: how the quote differs there; "around" for what stands before, between and behind its
            words.
        said: what was said, as it is written in the transcript.
        quoted: what the quote has in its place.
    """

    relation: Relation | Literal["around"]
    said: str = ""
    quoted: str = ""


def build_differences(hit: Hit) -> list[DifferencePiece]:
    """What was said with a few words before and after, and the quote; nothing where it is exact."""
    spans = [difference.said for difference in hit.differences if _has_words(difference)]
    if not spans:
        return []
    whole = Span(spans[0].start, spans[-1].end)
    around = excerpt(replace(hit, matches=(whole,)))
    at = next(number for number, piece in enumerate(around) if piece.match is not None)
    before = (DifferencePiece("around", piece.text) for piece in around[:at])
    after = (DifferencePiece("around", piece.text) for piece in around[at + 1 :])
    return [*before, *_pieces(hit, whole), *after]


def _pieces(hit: Hit, whole: Span) -> Iterator[DifferencePiece]:
    """The pieces, and what stands between them: words that were not said need a space on one side."""
    end = whole.start
    for difference, start in zip(hit.differences, _starts(hit, whole.end), strict=True):
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


def _starts(hit: Hit, end: int) -> list[int]:
    """Where each piece stands in the text: one without words stands before the next that has some."""
    starts: list[int] = []
    for difference in reversed(hit.differences):
        end = difference.said.start if _has_words(difference) else end
        starts.append(end)
    return starts[::-1]


def _has_words(difference: Difference) -> bool:
    return difference.said.start < difference.said.end
