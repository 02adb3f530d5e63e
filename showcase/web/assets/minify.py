"""Minifies our own style sheets, scripts, drawings and templates: removes what only readers of a source need.

A module loses comments on lines of their own and at the end of a line, type casts (`/** @type {Text} */`),
empty lines, indentation, and the ends of lines where a statement goes on or is over. Template literals over
several lines could contain what looks like a comment, so we write none. A comment with a quotation mark
stays: what looks like it may be the rest of a string.
"""

import re

from jinja2.ext import Extension

_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)
_BLOCK_COMMENT = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*$", re.DOTALL | re.MULTILINE)
_CAST = re.compile(r"/\*\* @type \{[^*\n]*\} \*/ ?")
_LINE_COMMENT = re.compile(r"^[ \t]*//.*$", re.MULTILINE)
_END_COMMENT = re.compile(r"(?<=[;,{}(\[]) // [^\"'`\n]*$", re.MULTILINE)
# After these no semicolon is ever put in by itself (ECMAScript, section 12.10).
_NEEDLESS_LINE_END = re.compile(r"(?<=[;,{(\[])\n")


def minify_module(source: str) -> str:
    """A JavaScript module without its comments, casts, indentation, and needless ends of lines."""
    for removed in (_BLOCK_COMMENT, _LINE_COMMENT, _END_COMMENT, _CAST):
        source = removed.sub("", source)
    return _NEEDLESS_LINE_END.sub("", _strip_lines(source))


def minify_stylesheet(source: str) -> str:
    """A style sheet without its comments, indentation, and needless ends of lines."""
    lines = _strip_lines(re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL))
    lines = re.sub(r"^([\w-]+): ", r"\1:", lines, flags=re.MULTILINE)
    return re.sub(r"(?<=[;{},])\n|;?\n(?=\})", "", lines)


def minify_svg(source: str) -> str:
    """A drawing without its comments and the lines they leave empty."""
    return _strip_lines(re.sub(r"<!--.*?-->", "", source, flags=re.DOTALL))


class TemplateMinifier(Extension):
    """Templates without the indentation of their lines; what they write out is left as it is."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's
        """A template's source, before it is compiled."""
        return _INDENTATION.sub("", source)


def _strip_lines(source: str) -> str:
    return "\n".join(line.strip() for line in source.splitlines() if line.strip())
