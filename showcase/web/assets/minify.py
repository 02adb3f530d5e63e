"""Minifies our own style sheets, scripts and drawings: removes what only readers of the source need.

A module loses comments on lines of their own, type casts (`/** @type {Text} */`), empty lines and
indentation. Template literals over several lines could contain what looks like a comment, so we write none.
"""

import re

_BLOCK_COMMENT = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*$", re.DOTALL | re.MULTILINE)
_CAST = re.compile(r"/\*\* @type \{[^*\n]*\} \*/ ?")
_LINE_COMMENT = re.compile(r"^[ \t]*//.*$", re.MULTILINE)

# At the beginning of a line, so that nothing within a string is meant.
_BEFORE_VALUE = re.compile(r"^([\w-]+): ", re.MULTILINE)
_BREAK = re.compile(r"(?<=[{};,])\n")
# Not after a line that could end in a comment.
_MODULE_BREAK = re.compile(r"^((?:(?!//).)*[;{,(\[])\n", re.MULTILINE)


def minify_module(source: str) -> str:
    """A JavaScript module without its lines of comment, casts, indentation and breaks that part nothing."""
    lines = _strip_lines(_CAST.sub("", _LINE_COMMENT.sub("", _BLOCK_COMMENT.sub("", source))))
    return _MODULE_BREAK.sub(r"\1", lines)


def minify_stylesheet(source: str) -> str:
    """A style sheet without its comments, and without the spaces and line breaks that part nothing."""
    lines = _strip_lines(re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL))
    tight = _BEFORE_VALUE.sub(r"\1:", lines).replace(" {\n", "{\n")
    return _BREAK.sub("", tight)


def minify_svg(source: str) -> str:
    """A drawing without its comments and the lines they leave empty."""
    return _strip_lines(re.sub(r"<!--.*?-->", "", source, flags=re.DOTALL))


def _strip_lines(source: str) -> str:
    return "\n".join(line.strip() for line in source.splitlines() if line.strip())
