"""How plausible a text is in a language: are its letters those that the language has, and few of them odd?

Bytes read in the wrong encoding give themselves away: `encoding_evidence.py` asks this of each reading.
"""

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

import regex

from showcase.store.captions.alphabets import (
    COMMON_HAN,
    COMMON_HANGUL,
    LATIN_LETTERS,
    OTHER_LETTERS,
)

_MAX_LOANED_LETTERS, _MAX_LOANED_SHARE = 3, 0.1
# What one letter weighs that the language does not have, in letters that it has.
_FOREIGN_LETTER_COST = 5
WORD = regex.compile(r"[^\s\p{P}\d]+(?:['’´`][^\s\p{P}\d]+)*")
_CAPITAL_INSIDE = regex.compile(r"\p{Ll}\p{Lu}|(?<=\p{L})[\p{Lu}--[A-Z]](?=\p{Ll})", regex.VERSION1)
_SIGN_INSIDE = regex.compile(
    r"(?<=\p{L})[^\p{L}\p{M}\p{N}\s'’\-‐–—…,.:;!?\"“”)(&/@*_«»º]+(?=\p{L})"
)
# A word of Cyrillic or Greek letters without a vowel: "щбт" is Hebrew.
_NO_VOWEL = regex.compile(
    r"(?<!\p{L})(?:[\p{Cyrillic}--[аеиоуыэюяёіїєъўѣ]]{3,}|[\p{Greek}--[αεηιουωάέίόήύώϊΐϋΰ]]{3,})(?!\p{L})",
    regex.IGNORECASE | regex.VERSION1,
)
# Letters that end a word.
_FINAL_INSIDE = regex.compile(r"[ςךםןףץ](?=\p{L})")
_KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}ー--[\uff65-\uff9f]]", regex.VERSION1)
_HALF_WIDTH_KANA = regex.compile("[\uff65-\uff9f]")
_HAN, _HANGUL = regex.compile(r"\p{Han}"), regex.compile(r"\p{Hangul}")
_EAST_ASIAN_LETTER = regex.compile(r"[^\x00-\x7f\p{P}\p{S}\s]")
# What no sentence has, and texts in the wrong encoding are full of.
_ODD_SIGN = regex.compile(
    r"[¤¦¨¬¯³¸¹ƒˆ˜†‡‰\u0080-\u009f\u2500-\u259f]|[¡¿](?!\s*\p{L}|[¡¿])|(?<=\p{L})[£¥¢]"
)


def _flaws(text: str) -> int:
    """Places that no text has: a capital behind a small letter, a sign between letters."""
    return len(_CAPITAL_INSIDE.findall(text)) + len(_SIGN_INSIDE.findall(text))


class _LatinText(NamedTuple):
    """What a text in Latin script is full of, whatever its language.

    Attributes:
        letters: those with marks, in small letters.
        letter_count: of all letters.
        flaws: places that no text has.
        odd_signs: signs that no sentence has.
    """

    letters: Counter[str]
    letter_count: int
    flaws: int
    odd_signs: int


# A text is judged for each language that its encoding writes, one after the other.
@lru_cache(maxsize=1)
def _read_latin(text: str) -> _LatinText:
    letters = Counter(text.lower())
    for char in [char for char in letters if char.isascii() or not char.isalpha()]:
        del letters[char]
    flaws, odd = _flaws(text), len(_ODD_SIGN.findall(text))
    return _LatinText(letters, _count_letters(text), flaws, odd)


def _count_letters(text: str) -> int:
    return sum(number for char, number in Counter(text).items() if char.isalpha())


def judge_latin(text: str, language: str) -> float:
    """Are the letters with marks those of the language, and few enough?

    Args:
        text: some lines.
        language: a BCP 47 tag.

    Returns:
        From 0, no, to about 1.
    """
    letters, all_letters, flaws, odd_signs = _read_latin(text)
    count = letters.total()
    if not count:
        # Quotation marks and dashes only: they are read alike or not at all.
        return 0.66 if not flaws and not odd_signs else 0.0
    if count > 0.45 * all_letters:
        return 0.0
    own = sum(number for char, number in letters.items() if char in LATIN_LETTERS[language])
    wrong = min(3 * flaws + odd_signs, count)
    share = (own - wrong) / count
    variety = sum(char in LATIN_LETTERS[language] for char in letters) / len(letters)
    plausibility = max(share, 0.0) * 0.8 + variety * 0.1 + (0.05 if language == "en" else 0.1)
    # English has such letters in names and loanwords only.
    loaned = len(letters) <= _MAX_LOANED_LETTERS and count < _MAX_LOANED_SHARE * all_letters
    return plausibility * (1 if loaned or language != "en" else 0.7)


class _OtherText(NamedTuple):
    """What a text in another script is full of, whatever its language.

    Attributes:
        letters: of its words that ASCII lacks, in small letters.
        letter_count: of all letters.
        flaws: places that no text has, words of two scripts among them.
        capitals: how many letters of these words are capitals.
    """

    letters: Counter[str]
    letter_count: int
    flaws: int
    capitals: int


@lru_cache(maxsize=1)
def _read_other(text: str) -> _OtherText:
    words = [word for word in WORD.findall(text) if not word.isascii()]
    mixed = sum(any(char.isascii() for char in word) for word in words)
    joined = "".join(words)
    return _OtherText(
        Counter(joined.lower()),
        _count_letters(text),
        mixed + _flaws(text) + len(_FINAL_INSIDE.findall(text)) + len(_NO_VOWEL.findall(text)),
        sum(number for char, number in Counter(joined).items() if char.isupper()),
    )


def judge_other(text: str, language: str) -> float:
    """Are the words in the letters of the language alone, and the frequent letters frequent?

    Args:
        text: some lines.
        language: a BCP 47 tag.

    Returns:
        From 0, no, to about 1.
    """
    alphabet = OTHER_LETTERS[language]
    letters, letter_count, flaws, capital_count = _read_other(text)
    count = letters.total()
    if not count:
        return 0.0
    own: int = sum(number for char, number in letters.items() if char in alphabet)
    share = 1 - (count - own + flaws) * _FOREIGN_LETTER_COST / count
    among_all = count / max(letter_count, 1)
    ranks = sum(
        alphabet.index(char) * number for char, number in letters.items() if char in alphabet
    )
    mean_rank = ranks / max(own, 1) / len(alphabet)
    if language == "el" and not any(char in "άέίόήύώ" for char in letters):
        share *= 0.8
    capitals = capital_count / count
    return (
        max(share, 0.0)
        * min(among_all * 1.5, 1.0)
        * max(1.25 - mean_rank * 1.5, 0.0)
        * (1 - capitals * 0.3)
    )


def judge_east_asian(text: str, language: str) -> float:
    """Are the characters those that the language uses most?

    Args:
        text: some lines.
        language: a BCP 47 tag.

    Returns:
        From 0, no, to about 1.
    """
    letters = len(_EAST_ASIAN_LETTER.findall(text))
    if not letters:
        return 0.0
    kana, hangul = len(_KANA.findall(text)), len(_HANGUL.findall(text))
    han = _HAN.findall(text)
    odd = letters - kana - hangul - len(han)
    if language == "ja":
        good = min(kana / letters * 2.2, 1.0) if not hangul else 0.0
    elif language == "ko":
        common = sum(char in COMMON_HANGUL for char in text)
        good = min(common / letters * 1.8, 1.0) * hangul / letters
    else:
        common = sum(char in COMMON_HAN for char in han)
        good = min(common / letters * 2.4, 1.0) * max(1 - 4 * (kana + hangul) / letters, 0.0)
    wrong = odd + len(_HALF_WIDTH_KANA.findall(text)) + len(_SIGN_INSIDE.findall(text))
    return max(good * (1 - 2 * wrong / letters), 0.0)
