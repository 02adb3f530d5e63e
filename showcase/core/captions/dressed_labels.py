"""Labels with signs around them that are no part of a name: "**Rosa:**", "• Rosa:", "0:12 Rosa:", "{Rosa}".

Lists and dictionaries are written in the same ways, so `line_marks.py` takes such a label for one only where
it is surely of somebody. For the others see `odd_labels.py`.
"""

import re
from typing import NamedTuple

_LABEL = r"(?P<label>[^\s:：*_<>{}‹›\n][^:：*<>{}‹›\n]{0,59}?)"
_COLON = "[:：∶﹕꞉]"
_DRESSES = tuple(
    re.compile(pattern)
    for pattern in (
        # Bold or italic, with the colon inside or outside of it.
        rf"(?P<sign>\*{{1,3}}|_{{1,2}}){_LABEL}(?:(?P=sign){_COLON}|{_COLON}\s?(?P=sign))(?=\s|$)\s*",
        # Behind the sign of a list or of a quotation, or behind a time.
        rf"(?:[•·‣▪●►▶→»›>*]\s?|(?:\d{{1,2}}:)?\d{{1,2}}:\d\d\s+){_LABEL}\s?{_COLON}(?=\s|$)\s*",
        # With the sign of a change of speaker in place of a colon.
        rf"{_LABEL}\s?>>(?=\s|$)\s*",
    )
)
_WINGS = re.compile(rf"[{{‹<]\s*{_LABEL}\s*[}}›>]\s?(?:{_COLON}(?=\s|$))?\s*")


class DressedLabel(NamedTuple):
    """A label among signs.

    Attributes:
        label: without the signs.
        end: the first character behind the signs.
        bracketed: the signs are a pair like brackets, so that what is between them may be a sound.
    """

    label: str
    end: int
    bracketed: bool


def find_dressed_label(text: str, at: int) -> DressedLabel | None:
    """The label that a line begins with, without the signs around it; None without signs.

    Args:
        text: a line.
        at: the first character to look at.
    """
    if found := _WINGS.match(text, at):
        return DressedLabel(found["label"], found.end(), bracketed=True)
    matches = (dress.match(text, at) for dress in _DRESSES)
    found = next((match for match in matches if match), None)
    return DressedLabel(found["label"], found.end(), bracketed=False) if found else None
