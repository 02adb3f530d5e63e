"""Quotes as people paste and remember them: taken from a transcript, then changed in one known way."""

import random
from collections.abc import Callable

LETTERS = "abcdefghijklmnopqrstuvwxyz"
Mangle = Callable[[list[str], random.Random, list[str]], str]


def _word_for_word(words: list[str], _rng: random.Random, _others: list[str]) -> str:
    return " ".join(words)


def _typography(words: list[str], rng: random.Random, _others: list[str]) -> str:
    """Another case, no or other punctuation, other quotation marks."""
    text = " ".join(words)
    text = rng.choice((str.lower, str.upper, str.title, str))(text)
    mark = rng.choice(("", ",", ";"))
    bare = text.translate({ord(old): mark for old in ".,?!…"})
    return rng.choice(("“{}”", '"{}"', "«{}»", "{}")).format(bare.replace("'", rng.choice("'’ʼ")))


def _elided(words: list[str], rng: random.Random, _others: list[str]) -> str:
    """One or two ellipses, each for 1 to 12 words; what is left is five words at least."""
    kept = list(words)
    for _ in range(rng.choice((1, 2))):
        room = len(kept) - 6
        if room < 1:
            break
        size = rng.randint(1, min(12, room))
        at = rng.randint(2, len(kept) - size - 2)
        kept[at : at + size] = [rng.choice(("…", "...", "[…]"))]
    return " ".join(kept)


def misspell(word: str, rng: random.Random) -> str:
    """One letter wrong, missing, doubled or swapped, as typists do."""
    at = rng.randrange(len(word))
    return rng.choice((
        word[:at] + rng.choice(LETTERS) + word[at + 1 :],
        word[:at] + word[at + 1 :] or word,
        word[:at] + word[at] + word[at:],
        word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    ))  # fmt: skip


def _change(words: list[str], at: int, rng: random.Random, others: list[str]) -> list[str]:
    changed = rng.choice((
        [rng.choice(others)], [], [words[at], rng.choice(others)], [misspell(words[at], rng)],
    ))  # fmt: skip
    return [*words[:at], *changed, *words[at + 1 :]]


def _one_word(words: list[str], rng: random.Random, others: list[str]) -> str:
    return " ".join(_change(words, rng.randrange(1, len(words) - 1), rng, others))


def _share(part: int) -> Mangle:
    def change(words: list[str], rng: random.Random, others: list[str]) -> str:
        inner = range(1, len(words) - 1)
        chosen = rng.sample(inner, k=min(len(inner), max(1, len(words) // part)))
        for at in sorted(chosen, reverse=True):
            words = _change(words, at, rng, others)
        return " ".join(words)

    return change


KINDS: dict[str, Mangle] = {
    "word for word": _word_for_word,
    "case, punctuation, quotation marks": _typography,
    "one or two elisions": _elided,
    "one word wrong, missing, added or misspelt": _one_word,
    "one word in five changed": _share(5),
    "one word in three changed": _share(3),
}
