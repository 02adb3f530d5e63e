"""Markdown as owners write it: what is in it, and safe HTML made of it. Only here markdown-it-py is used.

Raw HTML in it is text. Whoever renders says which links and pictures are allowed; nothing else leaves a page.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token


class MarkdownItem(NamedTuple):
    """A link, a picture or raw HTML in a page.

    Attributes:
        line: of the file, from 1.
        target: the address of the link, the name of the picture, or the HTML.
        text: the alternative text of a picture; "" otherwise.
    """

    line: int
    target: str
    text: str = ""


class MarkdownOutline(NamedTuple):
    """What is in a page.

    Attributes:
        title: the text of its first heading, where the page begins with one; else "".
        summary: its first paragraph as plain text; "" where there is none.
    """

    title: str
    summary: str
    links: tuple[MarkdownItem, ...]
    pictures: tuple[MarkdownItem, ...]
    raw_html: tuple[MarkdownItem, ...]


class PictureAttributes(NamedTuple):
    """A picture in HTML: its address, and its size in pixels; 0 where unknown."""

    address: str
    width: int
    height: int


def outline_markdown(text: str) -> MarkdownOutline:
    """What is in a page."""
    tokens = _parser().parse(text)
    inline = list(_inline_tokens(tokens))
    in_html = [*_parser(html=True).parse(text)]
    return MarkdownOutline(
        title=_plain_text(tokens[1]) if _begins_with_title(tokens) else "",
        summary=next(
            (
                _plain_text(tokens[at + 1])
                for at, token in enumerate(tokens)
                if token.type == "paragraph_open" and token.level == 0
            ),
            "",
        ),
        links=tuple(
            MarkdownItem(line, str(token.attrs["href"]))
            for line, token in inline
            if token.type == "link_open"
        ),
        pictures=tuple(
            MarkdownItem(line, str(token.attrs["src"]), _plain_text(token))
            for line, token in inline
            if token.type == "image"
        ),
        raw_html=tuple(_raw_html(in_html)),
    )


def render_markdown(
    text: str,
    find_link: Callable[[str], str],
    find_picture: Callable[[str], PictureAttributes | None],
) -> str:
    """A page as HTML without its title; in it are no elements and attributes but those of Markdown.

    Args:
        text: the page.
        find_link: the address of a link in HTML, by what Markdown has; "" where it must not lead there.
        find_picture: a picture by what Markdown has; None where it must not be shown.
    """
    parser = _parser()
    tokens = parser.parse(text)
    if _begins_with_title(tokens):
        del tokens[:3]
    for token in tokens:
        if token.tag == "h1":  # there is one in a page, and that is its title
            token.tag = "h2"
    for _, token in _inline_tokens(tokens):
        if token.type == "link_open":
            _set_link(token, find_link)
        elif token.type == "image":
            _set_picture(token, find_picture)
    return str(parser.renderer.render(tokens, parser.options, {}))


def _parser(*, html: bool = False) -> MarkdownIt:
    """A parser that keeps every link, so that those that are not allowed can be named."""
    parser = MarkdownIt("commonmark", {"html": html}).enable(["table", "strikethrough"])
    parser.validateLink = _allow_any  # type: ignore[method-assign]
    return parser


def _allow_any(url: str) -> bool:  # noqa: ARG001 - markdown-it-py asks it about each link
    return True


def _begins_with_title(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and tokens[0].type == "heading_open" and tokens[0].tag == "h1"


def _inline_tokens(tokens: Sequence[Token]) -> Iterator[tuple[int, Token]]:
    """What is within the blocks, with the line of each."""
    for block in tokens:
        line = block.map[0] + 1 if block.map else 1
        for token in block.children or ():
            yield line, token
            line += token.type in ("softbreak", "hardbreak")


def _plain_text(token: Token) -> str:
    """The words of a heading, a paragraph or a picture."""
    parts = (
        " " if child.type in ("softbreak", "hardbreak") else child.content
        for child in token.children or ()
    )
    return "".join(parts).strip()


def _raw_html(tokens: Sequence[Token]) -> Iterator[MarkdownItem]:
    for block in tokens:
        if block.type == "html_block" and block.map:
            yield MarkdownItem(block.map[0] + 1, block.content.strip().partition("\n")[0])
    for line, token in _inline_tokens(tokens):
        if token.type == "html_inline":
            yield MarkdownItem(line, token.content)


def _set_link(token: Token, find_link: Callable[[str], str]) -> None:
    """Lead a link to its address; one that must not lead there is its words alone."""
    href = find_link(str(token.attrs.pop("href")))
    if href:
        token.attrs["href"] = href


def _set_picture(token: Token, find_picture: Callable[[str], PictureAttributes | None]) -> None:
    """Show a picture; one that must not be shown is its alternative text."""
    found = find_picture(str(token.attrs["src"]))
    if found is None:
        token.type, token.tag, token.content = "text", "", _plain_text(token)
        return
    token.attrs["src"] = found.address
    if found.width and found.height:
        token.attrs |= {"width": found.width, "height": found.height}
    token.attrs["loading"] = "lazy"
