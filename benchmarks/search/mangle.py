"""Changes quotes as people change them when they paste or remember them: each kind in one known way.

A quote keeps its first and its last word, so that its first and last cue are known. The kinds that end in
"any word" change these too; for them an answer is right that begins and ends between the words of the quote
and those that were kept.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.search.quoted import (
    MIN_QUOTE_WORDS,
    UNSPACED_CHARS_PER_WORD,
    Quoted,
    join_pieces,
    sentence_starts,
)
from benchmarks.search.slips import (
    Slip,
    bare,
    ending,
    misheard,
    misspelled,
    number,
    small_word,
    split_in_two,
)
from showcase.core.text.tokenizer import is_unspaced


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody types.

    Attributes:
        text: all of it.
        first: the index of the first piece of the quote that was kept.
        last: the index of the last piece that was kept.
        elided: True if an ellipsis replaces words.
    """

    text: str
    first: int
    last: int
    elided: bool = False


# Takes a quote, a source of chance and other words of the archive; returns what is typed.
Mangle = Callable[[Quoted, random.Random, Sequence[str]], Typed]


def _whole(quoted: Quoted, text: str) -> Typed:
    return Typed(text, 0, len(quoted.pieces) - 1)


def word_for_word(quoted: Quoted, _rng: random.Random, _others: Sequence[str]) -> Typed:
    """The quote as it is written."""
    return _whole(quoted, join_pieces(quoted.pieces))


def typography(quoted: Quoted, rng: random.Random, _others: Sequence[str]) -> Typed:
    """Another case, no or other punctuation, other quotation marks and apostrophes."""
    mark, apostrophe = rng.choice(("", "", ",", ";", "!")), rng.choice("'’ʼ")
    pieces = [word + (mark if suffix else "") for _, word, suffix in map(bare, quoted.pieces)]
    text = join_pieces(pieces).replace("'", apostrophe).replace("’", apostrophe)
    text = rng.choice((str.lower, str.upper, str.title, str))(text)
    return _whole(
        quoted, rng.choice(("“{}”", '"{}"', "«{}»", "„{}“", "‘{}’", "{}", "{}")).format(text)
    )


def left_out(quoted: Quoted, rng: random.Random, _others: Sequence[str]) -> Typed:
    """One or two ellipses, each for 1 to 12 words; at least five are left, two before and after each.

    A quote that is too short stays as it is, and is not `elided`.
    """
    kept = list(quoted.pieces)
    unspaced = sum(is_unspaced(piece[0]) for piece in kept) > len(kept) / 2
    least = MIN_QUOTE_WORDS * (UNSPACED_CHARS_PER_WORD if unspaced else 1)
    for _ in range(rng.choice((1, 2))):
        room = sum(piece not in ELLIPSES for piece in kept) - least
        if room < 1:
            break
        size = rng.randint(1, min(12, room))
        at = rng.randint(2, len(kept) - size - 2)
        if any(piece in ELLIPSES for piece in kept[at - 2 : at + size + 2]):
            continue
        kept[at : at + size] = [rng.choice(ELLIPSES)]
    elided = len(kept) < len(quoted.pieces) or any(piece in ELLIPSES for piece in kept)
    return Typed(join_pieces(kept), 0, len(quoted.pieces) - 1, elided=elided)


ELLIPSES = ("…", "...", "[…]", "(...)")


def _wrong(pieces: list[str], at: int, rng: random.Random, others: Sequence[str]) -> None:
    pieces[at] = rng.choice(others)


def _missing(pieces: list[str], at: int, _rng: random.Random, _others: Sequence[str]) -> None:
    pieces[at] = ""


def _added(pieces: list[str], at: int, rng: random.Random, others: Sequence[str]) -> None:
    pieces[at] = join_pieces((rng.choice(others), pieces[at]))


def _misspelled(pieces: list[str], at: int, rng: random.Random, _others: Sequence[str]) -> None:
    before, word, suffix = bare(pieces[at])
    pieces[at] = before + (misspelled(word, "", rng) or word) + suffix if word else ""


_SIMPLE = (_wrong, _missing, _added, _misspelled)


def _slipped(
    pieces: list[str], at: int, language: str, rng: random.Random, others: Sequence[str]
) -> None:
    """Change one word as a speech recognizer or a memory does."""
    before, word, suffix = bare(pieces[at])
    for slip in _by_chance(rng):
        changed = slip(word, language, rng) if word else None
        if changed and changed != word:
            pieces[at] = before + changed + suffix
            return
    rng.choice(_SIMPLE)(pieces, at, rng, others)


# Weights of the slips that are tried first. If a slip does not fit a word, the next is tried; if none fits,
# the word is wrong, missing, added or misspelled. A number is always written the other way.
_SLIPS: dict[Slip, int] = {misheard: 3, small_word: 3, ending: 2, misspelled: 1, split_in_two: 1}
_PLAIN = 5


def _by_chance(rng: random.Random) -> list[Slip]:
    """Slips in random order; none if the word is to be wrong, missing or added."""
    if rng.random() < _PLAIN / (_PLAIN + sum(_SLIPS.values())):
        return []
    order = sorted(_SLIPS, key=lambda slip: -(rng.random() ** (1 / _SLIPS[slip])))
    return [number, *order[:3]]


# Shares of the changed words that are swapped with the next, or written as one with it.
_SWAPPED, _JOINED = 0.07, 0.07


def _changed(
    quoted: Quoted, chosen: Sequence[int], rng: random.Random, others: Sequence[str]
) -> Typed:
    pieces = list(quoted.pieces)
    for at in chosen:
        chance, after = rng.random(), at + 1
        two = after < len(pieces) - 1 and after not in chosen
        if two and chance < _SWAPPED:
            pieces[at], pieces[after] = pieces[after], pieces[at]
        elif two and chance < _SWAPPED + _JOINED and not is_unspaced(pieces[at][0]):
            pieces[at], pieces[after] = bare(pieces[at])[1] + pieces[after], ""
        else:
            _slipped(pieces, at, quoted.language, rng, others)
    kept = [n for n in range(len(pieces)) if n not in chosen] or [0, len(pieces) - 1]
    return Typed(join_pieces(pieces), kept[0], kept[-1])


def one_word(quoted: Quoted, rng: random.Random, others: Sequence[str]) -> Typed:
    """One word wrong, missing, added or misspelled."""
    pieces = list(quoted.pieces)
    rng.choice(_SIMPLE)(pieces, rng.randrange(1, len(pieces) - 1), rng, others)
    return _whole(quoted, join_pieces(pieces))


def share(part: int, *, ends: bool = False) -> Mangle:
    """Change one word in `part`, at least one; with `ends` also the first and the last."""

    def change(quoted: Quoted, rng: random.Random, others: Sequence[str]) -> Typed:
        count = len(quoted.pieces)
        places = range(count) if ends else range(1, count - 1)
        chosen = rng.sample(places, k=min(len(places), max(1, round(count / part))))
        return _changed(quoted, sorted(chosen), rng, others)

    return change


def swapped_sentences(quoted: Quoted, rng: random.Random, _others: Sequence[str]) -> Typed:
    """Put the part before a full stop after the other part; the whole quote must be found."""
    starts = sentence_starts(quoted.pieces)
    at = rng.choice(starts) if starts else len(quoted.pieces) // 2
    return _whole(quoted, join_pieces(quoted.pieces[at:] + quoted.pieces[:at]))


def half(quoted: Quoted, rng: random.Random, others: Sequence[str]) -> Typed:
    """Keep the first half, and replace the rest by other words."""
    middle = (len(quoted.pieces) + 1) // 2
    replaced = rng.choices(others, k=len(quoted.pieces) - middle)
    return Typed(join_pieces([*quoted.pieces[:middle], *replaced]), 0, middle - 1)


KINDS: dict[str, Mangle] = {
    "word for word": word_for_word,
    "case, punctuation, quotation marks changed": typography,
    "one or two elisions": left_out,
    "one word wrong, missing, added or misspelt": one_word,
    "one word in five changed": share(5),
    "one word in three changed": share(3),
    "one in five, any word": share(5, ends=True),
    "one in three, any word": share(3, ends=True),
    "two sentences in the wrong order": swapped_sentences,
    "half of a paraphrase": half,
}
