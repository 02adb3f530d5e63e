"""The text of HTML, as feeds have it in descriptions."""

from html.parser import HTMLParser

_BLOCKS = ("p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "tr")
_HIDDEN = ("script", "style")


class TextOfHtml(HTMLParser):
    """Collects the text between tags; blocks are paragraphs."""

    def __init__(self) -> None:
        """Begin without text."""
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins a paragraph."""
        del attrs
        self._hidden += tag in _HIDDEN
        if tag in _BLOCKS:
            self.pieces.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        """The end of a block ends a paragraph."""
        self._hidden -= tag in _HIDDEN and self._hidden > 0
        if tag in _BLOCKS:
            self.pieces.append("\n\n")

    def handle_data(self, data: str) -> None:
        """Text."""
        if not self._hidden:
            self.pieces.append(data)


def plain_text_of_html(markup: str) -> str:
    """The text of HTML or of plain text, paragraphs apart."""
    parser = TextOfHtml()
    parser.feed(markup)
    parser.close()
    return "".join(parser.pieces).strip()
