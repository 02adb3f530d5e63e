"""How a label is written: some are written as only names are."""

import re

from showcase.core.captions.known_names import CHINESE_SURNAMES, KOREAN_SURNAMES
from showcase.core.captions.role_words import FOREIGN_PARTICLES

APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ‘ʻ`´′＇", "'"))
_INITIAL = re.compile(r"[^\W\d_]\.(?:-?[^\W\d_]\.)*")
_NAME_PREFIX = re.compile(r"(?:[ODN]'|Mc|Mac)[^\W\d_]{3,}", re.IGNORECASE)
_HAN = re.compile("[\u3400-\u9fff]{2,3}")
_HANGUL = re.compile("[\uac00-\ud7a3]{3}")
_INNER_CAPITAL = re.compile(r"[^\W\d_]{1,4}'([^\W\d_])[^\W\d_]+")


def is_initial(word: str) -> bool:
    """True for "J." and "J.-L."."""
    return _INITIAL.fullmatch(word) is not None


def name_likeness(words: list[str]) -> int:
    """2 for "J. R. Ortiz", "O'Brien", "van Beek", "王小明"; 1 for "李华", which may be words, too; else 0."""
    straight = [word.translate(APOSTROPHES) for word in words]
    if any(_NAME_PREFIX.fullmatch(word) or _has_inner_capital(word) for word in straight):
        return 2
    if len(words) == 1:
        return _east_asian_likeness(words[0])
    particle = any(word in FOREIGN_PARTICLES for word in straight[1:-1])
    return 2 if particle or any(map(_INITIAL.fullmatch, straight)) else 0


def _east_asian_likeness(word: str) -> int:
    """A last name, and one or two characters more: those of two characters are often words."""
    if _HANGUL.fullmatch(word) and word[0] in KOREAN_SURNAMES:
        return 2
    return len(word) - 1 if _HAN.fullmatch(word) and word[0] in CHINESE_SURNAMES else 0


def _has_inner_capital(word: str) -> bool:
    """True for "Ta'Niya", not for "Don't" and "DON'T"."""
    found = _INNER_CAPITAL.fullmatch(word)
    return found is not None and found[1].isupper() and not word.isupper()
