"""Spans of characters."""

import re
from bisect import bisect_left
from typing import NamedTuple


class Span(NamedTuple):
    """Characters `start` up to, not including, `end` of a text, as Python counts them."""

    start: int
    end: int


_WIDE = re.compile("[\U00010000-\U0010ffff]")


class BrowserOffsets:
    """Turns characters of one text into UTF-16 units, in which a letter beyond U+FFFF counts two."""

    def __init__(self, text: str) -> None:
        self._wide = [found.start() for found in _WIDE.finditer(text)]
        self._wide_offsets = [at + number for number, at in enumerate(self._wide)]

    def offset(self, character: int) -> int:
        """The UTF-16 offset of a character."""
        return character + bisect_left(self._wide, character)

    def character(self, offset: int) -> int:
        """The character at a UTF-16 offset; in the middle of one, that one."""
        return offset - bisect_left(self._wide_offsets, offset)

    def span(self, span: Span) -> str:
        """A span as pages write it: "12-15"."""
        return f"{self.offset(span.start)}-{self.offset(span.end)}"

    def characters(self, span: Span) -> Span:
        """A stretch of UTF-16 units as characters; letters of which it has a half are in it."""
        start, end = self.character(span.start), self.character(span.end)
        return Span(start, end if self.offset(end) >= span.end else end + 1)
