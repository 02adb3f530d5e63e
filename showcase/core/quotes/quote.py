"""What somebody remembers of what was said: a quote, read from what they typed."""

from bisect import bisect_left
from dataclasses import dataclass, field

import regex

from showcase.core.text.spans import Span
from showcase.core.text.tokenizer import tokenize

# More ellipses than this are somebody hesitating: words behind them go on where those before them ended. With
# fewer words than this between them, all of so many are.
ELISIONS_MOST, WORDS_AN_ELISION = 6, 2

_ELLIPSIS = regex.compile(r"[\[(]?(?:…|\.\s?\.\s?\.+)[\])]?")
_SENTENCE_END = regex.compile(r"[.!?…‽。！？।॥؟۔]+[\"'”’»)\]]*")


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody remembers.

    Attributes:
        words: folded, in order.
        elisions: before which words something was left out.
        text: as it was typed; a quote is what its words and elisions are.
        spans: the characters of each word in `text`.
    """

    words: tuple[str, ...]
    elisions: frozenset[int] = frozenset()
    text: str = field(default="", compare=False)
    spans: tuple[Span, ...] = field(default=(), compare=False)

    def typed(self, words: range) -> str:
        """Words as they were typed, with what stands between them; "" where there are none."""
        return self.text[self.spans[words[0]].start : self.spans[words[-1]].end] if words else ""

    def turned(self, *near: int) -> "list[Quote]":
        """The quote with its last sentences first; cut as near to one of these words as can be, twice."""
        ends = [found.end() for found in _SENTENCE_END.finditer(self.text)]
        cuts = sorted(
            _words_behind(ends, self.spans) - self.elisions,
            key=lambda cut: (min(abs(cut - word) for word in near), cut),
        )
        starts = [self.spans[cut].start for cut in cuts[:2]]
        return [read_quote(f"{self.text[at:]} {self.text[:at]}") for at in starts]


def read_quote(text: str) -> Quote:
    """The words of a quote, and where its ellipses stand."""
    found = tokenize(text)
    spans = tuple(Span(word.start, word.end) for word in found)
    return Quote(tuple(word.form for word in found), _elisions(text, spans), text, spans)


def _elisions(text: str, spans: tuple[Span, ...]) -> frozenset[int]:
    """Before which words something was left out."""
    ellipses = _words_behind([ellipsis.end() for ellipsis in _ELLIPSIS.finditer(text)], spans)
    if len(ellipses) > ELISIONS_MOST and len(ellipses) * WORDS_AN_ELISION > len(spans):
        return frozenset()
    return frozenset(sorted(ellipses)[:ELISIONS_MOST])


def _words_behind(marks: list[int], spans: tuple[Span, ...]) -> set[int]:
    """The numbers of the words that follow the characters `marks`, but the first."""
    return {bisect_left(spans, (mark, 0)) for mark in marks} - {0, len(spans)}
