"""Changes quotes as people do who paste or remember them, each kind in one known way.

A quote keeps its first and its last word, so that its first and last cue are certain. The kinds whose names
end in "any word" may change these too; an answer is then right if it begins and ends between the ends of
the quote and the first and last word that was kept.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.search.slips import (
    Slip,
    bare,
    ending,
    heard,
    misspelt,
    number,
    parted,
    small_word,
)
from benchmarks.search.source_quotes import (
    MIN_QUOTE_WORDS,
    UNSPACED_CHARS_PER_WORD,
    SourceQuote,
    join_pieces,
    sentence_starts,
)
from showcase.core.text.tokenizer import is_unspaced


@dataclass(frozen=True, slots=True)
class TypedQuote:
    """A quote as somebody types it.

    Attributes:
        text: the whole text.
        first, last: the indexes of the first and the last piece of the quote that were kept.
        elided: True if an ellipsis replaces words.
    """

    text: str
    first: int
    last: int
    elided: bool = False


# Takes a quote, a random generator, and words from elsewhere in the archive.
Mangle = Callable[[SourceQuote, random.Random, Sequence[str]], TypedQuote]


def _whole(quoted: SourceQuote, text: str) -> TypedQuote:
    return TypedQuote(text, 0, len(quoted.pieces) - 1)


def word_for_word(quoted: SourceQuote, _rng: random.Random, _others: Sequence[str]) -> TypedQuote:
    """Unchanged, as it is written."""
    return _whole(quoted, join_pieces(quoted.pieces))


def typography(quoted: SourceQuote, rng: random.Random, _others: Sequence[str]) -> TypedQuote:
    """Changes case, punctuation, quotation marks and apostrophes."""
    mark, apostrophe = rng.choice(("", "", ",", ";", "!")), rng.choice("'’ʼ")
    pieces = [word + (mark if behind else "") for _, word, behind in map(bare, quoted.pieces)]
    text = join_pieces(pieces).replace("'", apostrophe).replace("’", apostrophe)
    text = rng.choice((str.lower, str.upper, str.title, str))(text)
    return _whole(
        quoted, rng.choice(("“{}”", '"{}"', "«{}»", "„{}“", "‘{}’", "{}", "{}")).format(text)
    )


def leave_out(quoted: SourceQuote, rng: random.Random, _others: Sequence[str]) -> TypedQuote:
    """Replaces 1 to 12 words by an ellipsis, once or twice; keeps five, and two before and after each.

    A quote that has no words to spare stays whole, and is not `elided`.
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
    return TypedQuote(join_pieces(kept), 0, len(quoted.pieces) - 1, elided=elided)


ELLIPSES = ("…", "...", "[…]", "(...)")


def _wrong(pieces: list[str], at: int, rng: random.Random, others: Sequence[str]) -> None:
    pieces[at] = rng.choice(others)


def _missing(pieces: list[str], at: int, _rng: random.Random, _others: Sequence[str]) -> None:
    pieces[at] = ""


def _added(pieces: list[str], at: int, rng: random.Random, others: Sequence[str]) -> None:
    pieces[at] = join_pieces((rng.choice(others), pieces[at]))


def _misspelt(pieces: list[str], at: int, rng: random.Random, _others: Sequence[str]) -> None:
    before, word, behind = bare(pieces[at])
    pieces[at] = before + (misspelt(word, "", rng) or word) + behind if word else ""


_SIMPLE = (_wrong, _missing, _added, _misspelt)


def _slip(
    pieces: list[str], at: int, language: str, rng: random.Random, others: Sequence[str]
) -> None:
    """Change one word as a speech recognizer or a memory would."""
    before, word, behind = bare(pieces[at])
    for slip in _by_chance(rng):
        changed = slip(word, language, rng) if word else None
        if changed and changed != word:
            pieces[at] = before + changed + behind
            return
    rng.choice(_SIMPLE)(pieces, at, rng, others)


# How often each slip is tried first. If it does not fit the word, the next is tried; if none does, the word
# is wrong, missing, added or misspelt. A number is always written in the other way (digits or words).
_SLIPS: dict[Slip, int] = {heard: 3, small_word: 3, ending: 2, misspelt: 1, parted: 1}
_PLAIN = 5


def _by_chance(rng: random.Random) -> list[Slip]:
    """Some slips in random order; none if a word is to be simply wrong, missing or added."""
    if rng.random() < _PLAIN / (_PLAIN + sum(_SLIPS.values())):
        return []
    order = sorted(_SLIPS, key=lambda slip: -(rng.random() ** (1 / _SLIPS[slip])))
    return [number, *order[:3]]


# Of the words that are changed, the shares that trade places with the next or are joined with it.
_SWAPPED, _JOINED = 0.07, 0.07


def _change_words(
    quoted: SourceQuote, chosen: Sequence[int], rng: random.Random, others: Sequence[str]
) -> TypedQuote:
    pieces = list(quoted.pieces)
    for at in chosen:
        chance, after = rng.random(), at + 1
        two = after < len(pieces) - 1 and after not in chosen
        if two and chance < _SWAPPED:
            pieces[at], pieces[after] = pieces[after], pieces[at]
        elif two and chance < _SWAPPED + _JOINED and not is_unspaced(pieces[at][0]):
            pieces[at], pieces[after] = bare(pieces[at])[1] + pieces[after], ""
        else:
            _slip(pieces, at, quoted.language, rng, others)
    kept = [n for n in range(len(pieces)) if n not in chosen] or [0, len(pieces) - 1]
    return TypedQuote(join_pieces(pieces), kept[0], kept[-1])


def one_word(quoted: SourceQuote, rng: random.Random, others: Sequence[str]) -> TypedQuote:
    """Makes one word wrong, missing, added or misspelt."""
    pieces = list(quoted.pieces)
    rng.choice(_SIMPLE)(pieces, rng.randrange(1, len(pieces) - 1), rng, others)
    return _whole(quoted, join_pieces(pieces))


def share(part: int, *, ends: bool = False) -> Mangle:
    """Changes one word in `part`, at least one; with `ends` the first and the last may be among them."""

    def change(quoted: SourceQuote, rng: random.Random, others: Sequence[str]) -> TypedQuote:
        count = len(quoted.pieces)
        places = range(count) if ends else range(1, count - 1)
        chosen = rng.sample(places, k=min(len(places), max(1, round(count / part))))
        return _change_words(quoted, sorted(chosen), rng, others)

    return change


def swap_sentences(quoted: SourceQuote, rng: random.Random, _others: Sequence[str]) -> TypedQuote:
    """Swaps what is before and after a full stop; the moment of the whole quote is right."""
    starts = sentence_starts(quoted.pieces)
    at = rng.choice(starts) if starts else len(quoted.pieces) // 2
    return _whole(quoted, join_pieces(quoted.pieces[at:] + quoted.pieces[:at]))


def half(quoted: SourceQuote, rng: random.Random, others: Sequence[str]) -> TypedQuote:
    """Keeps the first half as it was said, and replaces the rest by other words."""
    middle = (len(quoted.pieces) + 1) // 2
    replaced = rng.choices(others, k=len(quoted.pieces) - middle)
    return TypedQuote(join_pieces([*quoted.pieces[:middle], *replaced]), 0, middle - 1)


KINDS: dict[str, Mangle] = {
    "word for word": word_for_word,
    "case, punctuation, quotation marks changed": typography,
    "one or two elisions": leave_out,
    "one word wrong, missing, added or misspelt": one_word,
    "one word in five changed": share(5),
    "one word in three changed": share(3),
    "one in five, any word": share(5, ends=True),
    "one in three, any word": share(3, ends=True),
    "two sentences in the wrong order": swap_sentences,
    "half of a paraphrase": half,
}
