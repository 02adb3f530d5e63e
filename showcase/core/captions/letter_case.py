"""Small letters that would be capitals at the start of a sentence.

`str.islower` is true of Georgian letters as well, which begin sentences and names as they are: Unicode gives
them capitals for headlines only, and no title case.
"""

import re

_GEORGIAN = re.compile("[\u10d0-\u10ff]")


def begins_small(text: str) -> bool:
    """True for "and so", not for "And so", "«and so»", "წავედით" and ""."""
    first = text[:1]
    return first.islower() and first.title() != first


def is_small(word: str) -> bool:
    """True for a word that is written without capitals though its script has them."""
    return word == word.lower() and any(map(begins_small, word))


def has_case(text: str) -> bool:
    """True when a text has letters with capitals to begin a sentence with."""
    return text.lower() != text.title()


def count_small(text: str) -> int:
    """How many letters are small and could be capitals."""
    return sum(map(str.islower, text)) - len(_GEORGIAN.findall(text))
