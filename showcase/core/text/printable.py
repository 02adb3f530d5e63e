"""Text that may be printed on a terminal."""

import regex

# A caption file may be from anybody: it must not send control sequences to the terminal.
_CONTROL_CHARS = regex.compile(r"\p{Cc}+")


def replace_control_chars(text: str) -> str:
    """The text with a space for each run of control characters."""
    return _CONTROL_CHARS.sub(" ", text)
