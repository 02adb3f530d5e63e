"""Judges answers: one is right if it begins and ends in the cues where the quote began and ended.

Two other answers are right as well, because they cannot be distinguished from it: the same words, said
elsewhere; and a place whose words are as similar to what was typed as those of the quote (five words, two of
them wrong, may fit several places). An answer that begins or ends elsewhere in the right passage is wrong.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence

import regex

from benchmarks.search.archive import Archive
from benchmarks.search.mangle import ELLIPSES, Typed
from benchmarks.search.quoted import Quoted
from showcase.core.search.results import Hit
from showcase.core.text.spans import Span
from showcase.core.text.tokenizer import tokenize
from showcase.core.transcript.transcript import Transcript

_ELLIPSIS = regex.compile("|".join(map(regex.escape, ELLIPSES)))
# Rounding: sums of the same costs in another order count as equal.
_NEAR_ENOUGH = 1e-9


def is_right(archive: Archive, quoted: Quoted, typed: Typed, hit: Hit) -> bool:
    """True if a hit is the moment of the quote, or one that cannot be distinguished from it."""
    if not hit.marks:
        return False
    found = archive.transcript(hit.video, hit.language)
    there = Span(hit.text_start + hit.marks[0].start, hit.text_start + hit.marks[-1].end)
    if (hit.video, hit.language) == (quoted.video, quoted.language) and in_its_cues(
        found, quoted, typed, there
    ):
        return True
    said = archive.transcript(quoted.video, quoted.language)
    original = words_of(said.text[quoted.spans[0].start : quoted.spans[-1].end])
    return is_as_near(typed, words_of(found.text[there.start : there.end]), original)


def in_its_cues(said: Transcript, quoted: Quoted, typed: Typed, there: Span) -> bool:
    """True if a span begins and ends in the cues of the quote.

    It may begin with any word from the first to the first that was kept, and end likewise.
    """
    begin = [_cue_at(said, quoted.spans[n].start) for n in (0, typed.first)]
    end = [_cue_at(said, quoted.spans[n].end - 1) for n in (typed.last, -1)]
    first, last = _cue_at(said, there.start), _cue_at(said, there.end - 1)
    return begin[0] <= first <= begin[1] and end[0] <= last <= end[1]


def _cue_at(said: Transcript, character: int) -> int:
    """The number of the cue that contains a character."""
    return bisect_right(said.cue_spans, character, key=lambda span: span.start) - 1


def words_of(text: str) -> list[str]:
    """The words of a text, folded."""
    return [word.form for word in tokenize(text)]


def is_as_near(typed: Typed, found: Sequence[str], original: Sequence[str]) -> bool:
    """True if the words found are as similar to what was typed as the original words."""
    if typed.elided:
        parts = [words for part in parts_of(typed.text) if (words := words_of(part))]
        return len(found) <= len(original) and has_parts(found, parts)
    words = words_of(typed.text)
    costs = [distance(words, others, letters_apart) for others in (found, original)]
    return costs[0] <= costs[1] + _NEAR_ENOUGH


def parts_of(text: str) -> list[str]:
    """The parts of a text between ellipses."""
    return _ELLIPSIS.split(text)


def has_parts(found: Sequence[str], parts: Sequence[Sequence[str]]) -> bool:
    """True if the words have all parts in order, the first at their start, the last at their end."""
    first, middle, last = parts[0], parts[1:-1], parts[-1]
    if len(parts) == 1:
        return list(found) == list(first)
    if list(found[: len(first)]) != list(first) or list(found[-len(last) :]) != list(last):
        return False
    at, stop = len(first), len(found) - len(last)
    for part in middle:
        places = range(at, stop - len(part) + 1)
        place = next((n for n in places if list(found[n : n + len(part)]) == list(part)), None)
        if place is None:
            return False
        at = place + len(part)
    return at <= stop


def distance(one: Sequence[str], other: Sequence[str], apart: Callable[[str, str], float]) -> float:
    """The least cost of turning one sequence into the other (Levenshtein distance).

    Adding or leaving out costs 1; `apart` returns the cost of replacing one item by another.
    """
    above = [float(n) for n in range(len(other) + 1)]
    for row, left in enumerate(one, 1):
        costs = [float(row)]
        for column, right in enumerate(other, 1):
            replaced = above[column - 1] + (0.0 if left == right else apart(left, right))
            costs.append(min(replaced, above[column] + 1, costs[-1] + 1))
        above = costs
    return above[-1]


def letters_apart(one: str, other: str) -> float:
    """How much two words differ: from 0 for equal ones to 1 for words without a common letter."""
    return distance(one, other, lambda _left, _right: 1.0) / max(len(one), len(other))
