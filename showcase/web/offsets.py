"""Offsets as browsers count them."""

from bisect import bisect_left

from showcase.core.spans import Span


class BrowserOffsets:
    """Turns characters of one text into UTF-16 units, in which a letter beyond U+FFFF counts two."""

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [at for at, c in enumerate(text) if c > "\uffff"]

    def offset(self, character: int) -> int:
        """The UTF-16 offset of a character."""
        return character + bisect_left(self._wide, character)

    def span(self, span: Span) -> str:
        """A span as pages write it: "12-15"."""
        return f"{self.offset(span.start)}-{self.offset(span.end)}"
