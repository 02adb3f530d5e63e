"""Sorted forms of words, in which those with the same beginning stand together."""

from bisect import bisect_left
from collections.abc import Sequence

# Comes after every other character.
_LAST_CHAR = "\U0010ffff"


def forms_beginning_with(forms: Sequence[str], beginning: str) -> Sequence[str]:
    """Those of some sorted forms that begin with a text, without the text itself.

    Args:
        forms: sorted, each once.
        beginning: folded; "" begins all of them.
    """
    first = bisect_left(forms, beginning)
    found = forms[first : bisect_left(forms, beginning + _LAST_CHAR)]
    return found[1:] if found and found[0] == beginning else found
