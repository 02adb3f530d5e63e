"""Makes our own style sheets and modules lighter to send: comments are for those who read the source.

Of a module whole lines of comment go, casts (`/** @type {Text} */`), empty lines, and what indents the
others. A template literal over several lines could hold something that looks like one: we write none.
"""

import re

_BLOCK = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*$", re.DOTALL | re.MULTILINE)
_CAST = re.compile(r"/\*\* @type \{[^*\n]*\} \*/ ?")
_LINE = re.compile(r"^[ \t]*//.*$", re.MULTILINE)


def slim_module(source: str) -> str:
    """A JavaScript module without its lines of comment, casts, empty lines and indentation."""
    return _lines(_CAST.sub("", _LINE.sub("", _BLOCK.sub("", source))))


def slim_sheet(source: str) -> str:
    """A style sheet without its comments and the lines they leave empty."""
    return _lines(re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL))


def slim_drawing(source: str) -> str:
    """A drawing without its comments and the lines they leave empty."""
    return _lines(re.sub(r"<!--.*?-->", "", source, flags=re.DOTALL))


def _lines(source: str) -> str:
    return "\n".join(line.strip() for line in source.splitlines() if line.strip())
