"""What people add to a name in a label: pronouns, degrees, and the number that somebody calls from."""

import re
from typing import NamedTuple

from showcase.core.captions.role_words import DEGREES, PRONOUNS

_PRONOUN = "|".join(sorted(map(re.escape, PRONOUNS), key=len, reverse=True))
# "she/her", "(he/him/his)", "| they/them", "- él/ellos": two of them, as one is a word of sentences, too.
_PRONOUN_PAIR = re.compile(
    rf"(?P<sign>[\s,|–—-]*[\[(（]?(?<!\w))(?:{_PRONOUN})(?:\s*/\s*(?:{_PRONOUN}))+(?!\w)\s*[\])）]?",
    re.IGNORECASE,
)
_SEPARATORS = " ,|–—-"
# "+1 (312) 555-0100", "+1 ***-***-0100", "13125550100", "(312) 555-0100".
_TELEPHONE = re.compile(
    r"\+\d[\d\s().*xX-]{5,20}|\d{10,15}|(?:1[-. ])?\(?\d{3}\)?[-. ]{1,2}[\d*xX]{3}[-. ][\d*xX]{4}"
)


class WithoutPronouns(NamedTuple):
    """A label without its pronouns.

    Attributes:
        name: what is before them.
        more: what is behind them: "CIW"; "" for nothing.
        apart: brackets or a sign tell them from the name, as nothing does in "Whether he/she".
    """

    name: str
    more: str
    apart: bool


def cut_pronouns(label: str) -> WithoutPronouns | None:
    """Take pronouns off a label: "Rosa Field she/her", "Rosa Field (she/her), CIW".

    Returns:
        None for a label without two pronouns behind a name.
    """
    found = _PRONOUN_PAIR.search(label) if "/" in label else None
    if found is None or not found.start():
        return None
    name = label[: found.start()].rstrip(_SEPARATORS)
    more = label[found.end() :].strip(_SEPARATORS)
    cut = WithoutPronouns(name, more, apart=bool(found["sign"].strip()))
    return cut if name.count("(") == name.count(")") else None


def are_pronouns(text: str) -> bool:
    """True for "she/her", "they, them" and "ella"."""
    parts = re.split(r"[\s/,|]+", text.casefold().strip())
    return all(part in PRONOUNS for part in parts)


def cut_degrees(name: str) -> tuple[str, bool]:
    """The name before ", PhD" or ", M.D., RN", and whether there was one."""
    first, *others = re.split(r"\s*,\s*", name)
    degrees = [other for other in others if other.replace(".", "").casefold() in DEGREES]
    if not degrees or len(degrees) != len(others):
        return name, False
    return first, True


def is_telephone(label: str) -> bool:
    """True for the number of somebody who takes part by telephone, with or without a plus sign."""
    return _TELEPHONE.fullmatch(label) is not None
