"""Slips: how a word changes when it is misheard, misremembered or mistyped."""

import random
from collections.abc import Callable
from itertools import chain

from benchmarks.search.vocabulary import ENDINGS, NUMBERS, SOUNDS, SWAPPED
from showcase.core.text.tokenizer import is_unspaced

PUNCTUATION = ".,;:?!…\"'“”«»‘’()[]¿¡—–-、。？！「」।"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SOUND_PAIRS = tuple(tuple(pair.split()) for pair in SOUNDS.split("|"))
SOUND_RULES = tuple(
    chain.from_iterable(((one, other), (other, one)) for one, other in _SOUND_PAIRS)
)

# Takes a word, its language and a source of chance; returns another word, or None if it cannot be changed
# that way.
Slip = Callable[[str, str, random.Random], str | None]


def bare(piece: str) -> tuple[str, str, str]:
    """The punctuation before a word, the word, the punctuation after it."""
    inner = piece.strip(PUNCTUATION)
    at = piece.index(inner)
    return piece[:at], inner, piece[at + len(inner) :]


def misspelled(word: str, _language: str, rng: random.Random) -> str | None:
    """One letter wrong, missing, doubled or swapped, as in typing errors."""
    at = rng.randrange(len(word))
    letters = LETTERS if word.isascii() else word
    ways = (
        word[:at] + rng.choice(letters) + word[at + 1 :],
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    )
    return rng.choice([way for way in ways if way not in ("", word)] or [word + word[-1]])


def misheard(word: str, _language: str, rng: random.Random) -> str | None:
    """A word that sounds similar: one or two groups of letters replaced by others with the same sound."""
    for _ in range(rng.choice((1, 1, 2))):
        rules = [(one, other) for one, other in SOUND_RULES if one in word]
        if not rules:
            return None
        one, other = rng.choice(rules)
        at = rng.choice([n for n in range(len(word)) if word.startswith(one, n)])
        word = word[:at] + other + word[at + len(one) :]
    return word


def small_word(word: str, language: str, rng: random.Random) -> str | None:
    """Another function word: "on" for "in"."""
    for line in SWAPPED.get(language, "").split("|"):
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
    """A number in digits for one in words, or the reverse."""
    digits = NUMBERS.get(language.partition("-")[0], {})
    words = {written: figures for figures, written in digits.items()}
    return digits.get(word) or words.get(word.lower())


def split_in_two(word: str, _language: str, rng: random.Random) -> str | None:
    """A word cut in two."""
    if len(word) < 5 or is_unspaced(word[0]):  # noqa: PLR2004 (both halves shall be words)
        return None
    at = rng.randint(2, len(word) - 2)
    return f"{word[:at]} {word[at:]}"
