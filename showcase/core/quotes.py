"""Quotes: words somebody remembers, aligned with what was really said.

People leave words out (with an ellipsis or without), add some, mishear some and spell some wrongly. So a
quote is aligned word by word with the running words of a transcript: each pair of words, each word that
only one side has, costs or earns something, and the best sum wins (global in the quote, local in the
transcript; Needleman and Wunsch 1970, Smith and Waterman 1981).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache

import regex

from showcase.core.matching import runs
from showcase.core.moments import Moment
from showcase.core.transcripts import Transcript
from showcase.core.words import Word, tokenize

# What a pair of words earns. Alike: a misspelling or an ending, still worth more than any gap.
SAME, ALIKE, OTHER = 2.0, 1.2, -1.0
# A word of the quote that was not said; a word that was said and is not in the quote.
NOT_SAID, NOT_QUOTED = -1.0, -0.7
# Behind an ellipsis anything may have been left out; near is a little better than far.
ELIDED = -0.02
# Words are alike from this ratio of common letters on: "exchange" and "exchanges" are, "farm" and
# "firm" too.
ALIKE_RATIO = 0.75
# Shorter words differ too easily ("the", "then"), and lengths too far apart are other words.
ALIKE_LETTERS_LEAST = 4
ALIKE_LENGTHS_LEAST = 0.6
# Below this similarity an answer would pretend.
SIMILARITY_LEAST = 0.55
# Of a longer quote only this many words are aligned, half of them its first and half its last: they say
# where it begins and ends, and a page takes no longer than a line.
ALIGNED_WORDS = 60

_ELLIPSIS = regex.compile(r"\s*[\[(]?(?:…|\.\s?\.\s?\.+)[\])]?\s*")


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody remembers.

    Attributes:
        words: folded, in order.
        elisions: before which words something was left out.
    """

    words: tuple[str, ...]
    elisions: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Alignment:
    """A quote laid on the words of a transcript.

    Attributes:
        words: the numbers of the transcript's words that answer words of the quote, in order.
        similarity: 1.0 when everything is the same, 0.0 when nothing is.
    """

    words: tuple[int, ...]
    similarity: float


def read_quote(text: str) -> Quote:
    """The words of a quote, and where its ellipses stand."""
    words: list[str] = []
    elisions = []
    for part in _ELLIPSIS.split(text):
        elisions.append(len(words))
        words += [word.form for word in tokenize(part)]
    return Quote(tuple(words), frozenset(elisions) - {0, len(words)})


def align(quote: Quote, words: Sequence[Word], window: range) -> Alignment | None:
    """Lay a quote on the words `window` of a transcript, the best way there is.

    Returns:
        None when no word of the quote is there.
    """
    short = _shortened(quote)
    found = _Table(short, words, window).best()
    if found is None or short is quote:
        return found
    return replace(found, words=tuple(range(found.words[0], found.words[-1] + 1)))


def _shortened(quote: Quote) -> Quote:
    """The first and last words of a long quote, with an ellipsis between."""
    left_out = len(quote.words) - ALIGNED_WORDS
    if left_out <= 0:
        return quote
    half = ALIGNED_WORDS // 2
    elisions = {at for at in quote.elisions if at <= half} | {half}
    elisions |= {at - left_out for at in quote.elisions if at >= half + left_out}
    return Quote(quote.words[:half] + quote.words[half + left_out :], frozenset(elisions))


def shared(quote: Quote, words: Sequence[Word], window: range) -> int:
    """How many different words of a quote are among the words `window`: a cheap first look."""
    wanted = {*quote.words}
    return len(wanted.intersection(form for number in window for form in words[number].forms))


class _Table:
    """The sums of every pair of a place in the quote and a place in the window."""

    def __init__(self, quote: Quote, words: Sequence[Word], window: range) -> None:
        self._quote = quote
        self._window = window
        said = [words[number].forms for number in window]
        self._worths = {form: _worths(form, said) for form in quote.words}
        self._rows = [[0.0] * (len(window) + 1)]
        for number, form in enumerate(quote.words, 1):
            skip = ELIDED if number in quote.elisions else NOT_QUOTED
            self._rows.append(_row(self._worths[form], self._rows[-1], skip))

    def best(self) -> Alignment | None:
        last = self._rows[-1]
        pairs, unquoted = self._walk_back(max(range(len(last)), key=last.__getitem__))
        worth = sum(max(self._worth(*pair), 0.0) for pair in pairs) / SAME
        if not worth:
            return None
        return Alignment(
            words=tuple(self._window[column] for _, column in pairs),
            similarity=round(worth / max(len(self._quote.words), len(pairs) + unquoted), 4),
        )

    def _walk_back(self, column: int) -> tuple[list[tuple[int, int]], int]:
        """The pairs (word of the quote, column of the window), and how many said words the quote lacks.

        What an ellipsis stands for does not count as lacking.
        """
        pairs: list[tuple[int, int]] = []
        unquoted, row = 0, len(self._quote.words)
        while row > 0:
            sum_here, above = self._rows[row][column], self._rows[row - 1]
            if column and sum_here == above[column - 1] + self._worth(row - 1, column - 1):
                row, column = row - 1, column - 1
                pairs.append((row, column))
            elif sum_here == above[column] + NOT_SAID:
                row -= 1
            else:
                unquoted += row not in self._quote.elisions
                column -= 1
        return pairs[::-1], unquoted

    def _worth(self, row: int, column: int) -> float:
        return self._worths[self._quote.words[row]][column]


def _row(worths: Sequence[float], above: Sequence[float], skip: float) -> list[float]:
    """The best sums when one word more of the quote is used; `skip` is what a word costs that it lacks."""
    best = above[0] + NOT_SAID
    row = [best]
    for worth, before, unsaid in zip(worths, above, above[1:], strict=False):
        # max() of three would take twice as long, and nothing runs as often as this.
        best += skip
        if (pair := before + worth) > best:
            best = pair
        if (alone := unsaid + NOT_SAID) > best:
            best = alone
        row.append(best)
    return row


def _worths(form: str, said: Sequence[tuple[str, ...]]) -> list[float]:
    """What a word of the quote earns with each word that was said."""
    worth = {
        forms: SAME if form in forms else ALIKE if _alike(form, forms[0]) else OTHER
        for forms in {*said}
    }
    return [worth[forms] for forms in said]


def _alike(one: str, other: str) -> bool:
    """Is one probably the other, written by somebody who misheard or mistyped it?"""
    if len(one) > len(other):
        one, other = other, one
    if len(one) < ALIKE_LETTERS_LEAST or len(one) < len(other) * ALIKE_LENGTHS_LEAST:
        return False
    # Letters that the other lacks bound the ratio from above, forty times as fast.
    common = len(one) - (_letters(one) & ~_letters(other)).bit_count()
    enough = 2 * common >= ALIKE_RATIO * (len(one) + len(other))
    return enough and _ratio(one, other) >= ALIKE_RATIO


@lru_cache(maxsize=50_000)
def _letters(word: str) -> int:
    """The letters of a word, a bit each; letters that are 64 apart share theirs."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits


@lru_cache(maxsize=50_000)
def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def find_quote(
    text: str, transcripts: Mapping[str, Transcript]
) -> tuple[str, Moment, float] | None:
    """Where a quote stands in a video: its language, its moment and its similarity.

    Words that stand together exactly are preferred to anything alike, and earlier tracks to later ones.

    Returns:
        None when nothing is similar enough (SIMILARITY_LEAST).
    """
    quote = read_quote(text)
    found = [
        (alignment.similarity, language, alignment)
        for language, transcript in transcripts.items()
        if (alignment := _find_in(quote, transcript.words)) is not None
    ]
    best = max(found, key=lambda entry: entry[0], default=None)
    if best is None or best[0] < SIMILARITY_LEAST:
        return None
    similarity, language, alignment = best
    return language, moment_of(transcripts[language], alignment.words), similarity


def _find_in(quote: Quote, words: Sequence[Word]) -> Alignment | None:
    if not quote.words:
        return None
    first = next(runs(quote.words, words, range(len(words))), None)
    if first is not None:
        return Alignment(tuple(range(first, first + len(quote.words))), 1.0)
    return align(quote, words, range(len(words)))


def moment_of(transcript: Transcript, words: Sequence[int]) -> Moment:
    """From the first of these words to the last."""
    start = transcript.word_start_ms(words[0])
    return Moment(start, max(transcript.word_end_ms(words[-1]), start + 1))
