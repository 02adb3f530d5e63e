"""Names of files that addresses have as they are."""

import regex

_PLAIN_NAME = regex.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}", regex.ASCII)


def is_plain_name(name: str) -> bool:
    """True for letters a to z, digits, dots, hyphens and underscores; the first is a letter or digit."""
    return _PLAIN_NAME.fullmatch(name) is not None and ".." not in name
