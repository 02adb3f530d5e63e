"""Judges whether an answer is right: whether it begins and ends in the cues in which the quote does.

Two other answers are right as well, because nobody could tell the difference: the very same words, said
elsewhere; and a place whose words are as similar to what was typed as those of the quote itself (a quote of
five words, two of them wrong, may fit several places). An answer that begins or ends elsewhere in the right
passage is wrong.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence

import regex

from benchmarks.search.archive import Archive
from benchmarks.search.mangle import ELLIPSES, TypedQuote
from benchmarks.search.source_quotes import SourceQuote
from showcase.core.search.results import Hit
from showcase.core.text.spans import Span
from showcase.core.text.tokenizer import tokenize
from showcase.core.transcript.transcript import Transcript

_ELLIPSIS = regex.compile("|".join(map(regex.escape, ELLIPSES)))
# Sums of the same costs may differ by this much, because of their order.
_ROUNDING_ERROR = 1e-9


def is_right(archive: Archive, quoted: SourceQuote, typed: TypedQuote, hit: Hit) -> bool:
    """Whether this hit is the moment of the quote, or one that fits what was typed as well."""
    if not hit.marks:
        return False
    found = archive.transcript(hit.video, hit.language)
    there = Span(hit.text_start + hit.marks[0].start, hit.text_start + hit.marks[-1].end)
    if (hit.video, hit.language) == (quoted.video, quoted.language) and is_in_its_cues(
        found, quoted, typed, there
    ):
        return True
    said = archive.transcript(quoted.video, quoted.language)
    original = words_of(said.text[quoted.spans[0].start : quoted.spans[-1].end])
    return is_as_similar(typed, words_of(found.text[there.start : there.end]), original)


def is_in_its_cues(said: Transcript, quoted: SourceQuote, typed: TypedQuote, there: Span) -> bool:
    """Whether it begins in a cue between the quote's first word and the first kept one, and ends likewise."""
    begin = [_cue_at(said, quoted.spans[n].start) for n in (0, typed.first)]
    end = [_cue_at(said, quoted.spans[n].end - 1) for n in (typed.last, -1)]
    first, last = _cue_at(said, there.start), _cue_at(said, there.end - 1)
    return begin[0] <= first <= begin[1] and end[0] <= last <= end[1]


def _cue_at(said: Transcript, character: int) -> int:
    """The index of the cue that has this character."""
    return bisect_right(said.cue_spans, character, key=lambda span: span.start) - 1


def words_of(text: str) -> list[str]:
    """The folded words of a text."""
    return [word.form for word in tokenize(text)]


def is_as_similar(typed: TypedQuote, found: Sequence[str], original: Sequence[str]) -> bool:
    """Whether the words that were found are as similar to what was typed as those of the quote."""
    if typed.elided:
        parts = [words for part in split_at_ellipses(typed.text) if (words := words_of(part))]
        return len(found) <= len(original) and contains_parts(found, parts)
    words = words_of(typed.text)
    costs = [distance(words, others, letter_distance) for others in (found, original)]
    return costs[0] <= costs[1] + _ROUNDING_ERROR


def split_at_ellipses(text: str) -> list[str]:
    """The parts of a text between ellipses."""
    return _ELLIPSIS.split(text)


def contains_parts(found: Sequence[str], parts: Sequence[Sequence[str]]) -> bool:
    """Whether the words begin with the first part, end with the last, and have the others between."""
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
    """The Levenshtein distance: the least cost to turn one sequence into the other.

    To add or to delete costs 1, to replace costs `apart(left, right)`.
    """
    above = [float(n) for n in range(len(other) + 1)]
    for row, left in enumerate(one, 1):
        costs = [float(row)]
        for column, right in enumerate(other, 1):
            replaced = above[column - 1] + (0.0 if left == right else apart(left, right))
            costs.append(min(replaced, above[column] + 1, costs[-1] + 1))
        above = costs
    return above[-1]


def letter_distance(one: str, other: str) -> float:
    """How much two words differ: 0 if they are the same, 1 if they have nothing in common."""
    return distance(one, other, lambda _left, _right: 1.0) / max(len(one), len(other))
