"""Quotes: what somebody remembers of what was said, parsed from what they typed."""

from bisect import bisect_left
from dataclasses import dataclass, field

import regex

from showcase.core.text.spans import Span
from showcase.core.text.tokenizer import tokenize

# A quote has at most this many ellipses; further ones are hesitation, and nothing was left out there. If
# there are more, with fewer words than this for each, all of them are hesitation.
MAX_ELISION_COUNT, MIN_WORDS_PER_ELISION = 6, 2

_ELLIPSIS = regex.compile(r"[\[(]?(?:…|\.\s?\.\s?\.+)[\])]?")
_SENTENCE_END = regex.compile(r"[.!?…‽。！？।॥؟۔]+[\"'”’»)\]]*")


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody remembers. Quotes with the same words and elisions are equal.

    Attributes:
        words: folded, in order.
        elisions: the numbers of the words before which something was left out.
        text: as it was typed.
        spans: for each word, its characters in `text`.
    """

    words: tuple[str, ...]
    elisions: frozenset[int] = frozenset()
    text: str = field(default="", compare=False)
    spans: tuple[Span, ...] = field(default=(), compare=False)

    def original_text(self, words: range) -> str:
        """The text from the first of some words to the last, as it was typed; "" for no words."""
        return self.text[self.spans[words[0]].start : self.spans[words[-1]].end] if words else ""

    def reorderings(self, *near: int) -> "list[Quote]":
        """The quote with its last sentences first: twice, cut at the sentence ends nearest to some words."""
        ends = [found.end() for found in _SENTENCE_END.finditer(self.text)]
        cuts = sorted(
            _words_after(ends, self.spans) - self.elisions,
            key=lambda cut: (min(abs(cut - word) for word in near), cut),
        )
        starts = [self.spans[cut].start for cut in cuts[:2]]
        return [parse_quote(f"{self.text[at:]} {self.text[:at]}") for at in starts]


def parse_quote(text: str) -> Quote:
    """Parse a quote: any text is one."""
    found = tokenize(text)
    spans = tuple(Span(word.start, word.end) for word in found)
    return Quote(tuple(word.form for word in found), _find_elisions(text, spans), text, spans)


def _find_elisions(text: str, spans: tuple[Span, ...]) -> frozenset[int]:
    """The numbers of the words before which something was left out."""
    ellipses = _words_after([ellipsis.end() for ellipsis in _ELLIPSIS.finditer(text)], spans)
    if len(ellipses) > MAX_ELISION_COUNT and len(ellipses) * MIN_WORDS_PER_ELISION > len(spans):
        return frozenset()
    return frozenset(sorted(ellipses)[:MAX_ELISION_COUNT])


def _words_after(marks: list[int], spans: tuple[Span, ...]) -> set[int]:
    """The numbers of the words that follow some characters of the text, without the first word."""
    return {bisect_left(spans, (mark, 0)) for mark in marks} - {0, len(spans)}
