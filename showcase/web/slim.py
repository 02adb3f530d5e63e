"""Makes our own style sheets and modules lighter to send: comments are for those who read the source.

Only whole lines of comment go, and their line breaks stay, so that an error names the line of the
source. A template literal over several lines could hold something that looks like one: we write none.
"""

import re

_BLOCK = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*$", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"^[ \t]*//.*$", re.MULTILINE)


def slim_module(source: str) -> str:
    """A JavaScript module without its lines of comment."""
    return _LINE.sub("", _BLOCK.sub(_line_breaks, source))


def slim_sheet(source: str) -> str:
    """A style sheet without its comments and the lines they leave empty."""
    bare = re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)
    return "\n".join(line.strip() for line in bare.splitlines() if line.strip())


def _line_breaks(comment: re.Match[str]) -> str:
    return "\n" * comment[0].count("\n")
