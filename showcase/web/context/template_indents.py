"""Takes the indentation of templates out of pages: a fiftieth of what is sent, and of use to nobody there."""

from collections.abc import Iterator

import regex
from jinja2.ext import Extension

_ONLY_TAGS = regex.compile(r"\s*+(?:\{%.*?%\}\s*+|\{#.*?#\}\s*+)++")


class IndentRemoval(Extension):
    """Removes the indentation of each line of a template, except where it alone parts two words.

    Jinja removes the line break after a tag (`trim_blocks`). After a line with text that ends in a tag, the
    next line's indentation is all that is between the two, and stays.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """A template without its indentation; Jinja calls this once for each."""
        return "".join(_unindented_lines(source))


def _unindented_lines(source: str) -> Iterator[str]:
    is_joined = False
    for line in source.splitlines(keepends=True):
        yield line if is_joined else line.lstrip(" \t")
        if not _ONLY_TAGS.fullmatch(line):
            is_joined = line.rstrip().endswith(("%}", "#}"))
