"""The slips that change a word when it is spoken, recognized, remembered or typed."""

import random
from collections.abc import Callable
from itertools import chain

from benchmarks.search.vocabulary import ENDINGS, NUMBERS, SMALL_WORDS, SOUNDS
from showcase.core.text.tokenizer import is_unspaced

PUNCTUATION = ".,;:?!…\"'“”«»‘’()[]¿¡—–-、。？！「」।"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PAIRS = tuple(tuple(pair.split()) for pair in SOUNDS.split("|"))
ALIKE = tuple(chain.from_iterable(((one, other), (other, one)) for one, other in _PAIRS))

# Takes a word, its language and a random generator; returns another word, or None if the slip does not fit.
Slip = Callable[[str, str, random.Random], str | None]


def bare(piece: str) -> tuple[str, str, str]:
    """The punctuation before a word, the word, and the punctuation after it."""
    inner = piece.strip(PUNCTUATION)
    at = piece.index(inner)
    return piece[:at], inner, piece[at + len(inner) :]


def misspelt(word: str, _language: str, rng: random.Random) -> str | None:
    """One letter wrong, missing, doubled or swapped, as in a typing mistake."""
    at = rng.randrange(len(word))
    letters = LETTERS if word.isascii() else word
    ways = (
        word[:at] + rng.choice(letters) + word[at + 1 :],
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    )
    return rng.choice([way for way in ways if way not in ("", word)] or [word + word[-1]])


def heard(word: str, _language: str, rng: random.Random) -> str | None:
    """A word that sounds alike, with one or two groups of letters replaced."""
    for _ in range(rng.choice((1, 1, 2))):
        rules = [(one, other) for one, other in ALIKE if one in word]
        if not rules:
            return None
        one, other = rng.choice(rules)
        at = rng.choice([n for n in range(len(word)) if word.startswith(one, n)])
        word = word[:at] + other + word[at + len(one) :]
    return word


def small_word(word: str, language: str, rng: random.Random) -> str | None:
    """Another short word: "on" for "in"."""
    for line in SMALL_WORDS.get(language, "").split("|"):
        others = line.split()
        if word.lower() in others:
            return rng.choice([other for other in others if other != word.lower()])
    return None


def ending(word: str, language: str, rng: random.Random) -> str | None:
    """Another ending: "works" for "work"."""
    endings = ENDINGS.get(language, "").split()
    if not endings or len(word) < 4:  # noqa: PLR2004 (shorter ones are small words)
        return None
    stem = next((word.removesuffix(end) for end in endings if word.endswith(end)), word)
    return rng.choice([stem + end for end in ("", *endings) if stem + end != word])


def number(word: str, language: str, _rng: random.Random) -> str | None:
    """A number in digits instead of words, or the other way round."""
    digits = NUMBERS.get(language.partition("-")[0], {})
    words = {written: figures for figures, written in digits.items()}
    return digits.get(word) or words.get(word.lower())


def parted(word: str, _language: str, rng: random.Random) -> str | None:
    """A word cut in two."""
    if len(word) < 5 or is_unspaced(word[0]):  # noqa: PLR2004 (both halves must be words)
        return None
    at = rng.randint(2, len(word) - 2)
    return f"{word[:at]} {word[at:]}"
