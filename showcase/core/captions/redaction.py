"""Redaction: cues without what was withdrawn, and the times at which that was said.

Where words are gone, a mark stands for them, as editors write an omission, so that what was said before and
after does not look as if it had been said in one breath.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from showcase.core.captions.cues import Cue, Ruby, TimedWord, times_at_offsets
from showcase.core.catalog.withdrawals import TimeRange, merge_ranges
from showcase.core.text.spans import Span
from showcase.core.text.tokenizer import tokenize

OMISSION = "[…]"
# Two tracks seldom change cues at the very same time: a neighbor that overlaps by less than this stays.
_TOLERANCE_MS = 250


class Redaction(NamedTuple):
    """The cues of a track after something was withdrawn.

    Attributes:
        cues: what is left, with a sound of `OMISSION` in place of what is gone.
        ranges: when that was said, in order.
    """

    cues: tuple[Cue, ...]
    ranges: tuple[TimeRange, ...]


def withdraw_voices(cues: Iterable[Cue], names: Collection[str]) -> Redaction:
    """Take away all that some people say; `names` are the voices of cues, in any letter case."""
    folded = {name.casefold() for name in names}
    return _withdraw_cues(cues, lambda cue: (cue.voice or "").casefold() in folded)


def withdraw_time(cues: Iterable[Cue], time: TimeRange) -> Redaction:
    """Take away every cue that has a part of a time."""
    return _withdraw_cues(cues, lambda cue: time.overlap_ms(cue.start_ms, cue.end_ms) > 0)


def withdraw_translated(
    cues: Iterable[Cue], ranges: Sequence[TimeRange], *, by_voice: bool
) -> Redaction:
    """Take away what another track withdrew at these times.

    Args:
        cues: of this track.
        ranges: of the other track.
        by_voice: True where the words of somebody were withdrawn: then a cue of a known voice stays, because
            withdraw_voices has judged it. False for words that were withdrawn whoever says them.
    """
    tolerance = _TOLERANCE_MS if by_voice else 0

    def is_withdrawn(cue: Cue) -> bool:
        if by_voice and cue.voice is not None:
            return False
        return any(each.overlap_ms(cue.start_ms, cue.end_ms) > tolerance for each in ranges)

    return _withdraw_cues(cues, is_withdrawn)


def withdraw_words(cues: Sequence[Cue], words: str) -> Redaction:
    """Take away exact words wherever they are said, also over several cues."""
    cuts = _find_phrase([cue.text for cue in cues], words)
    left: list[Cue] = []
    ranges: list[TimeRange] = []
    for number, cue in enumerate(cues):
        pieces, times = _cut_cue(cue, cuts.get(number, []))
        left += pieces
        ranges += times
    return Redaction(_join_omissions(left), merge_ranges(ranges))


def omit_phrase(text: str, words: str) -> str:
    """A text with `OMISSION` for each occurrence of some words, whatever their case and accents."""
    for start, end in reversed(_find_phrase([text], words).get(0, [])):
        text = f"{text[:start]}{OMISSION}{text[end:]}"
    return text


def word_count(text: str) -> int:
    """How many words a text has."""
    return len(tokenize(text))


def _withdraw_cues(cues: Iterable[Cue], is_withdrawn: Callable[[Cue], bool]) -> Redaction:
    left: list[Cue] = []
    ranges: list[TimeRange] = []
    for cue in cues:
        if is_withdrawn(cue) and cue.text != OMISSION:
            ranges.append(TimeRange(cue.start_ms, cue.end_ms))
            left.append(_omission(cue.start_ms, cue.end_ms))
        else:
            left.append(cue)
    return Redaction(_join_omissions(left), merge_ranges(ranges))


def _omission(start_ms: int, end_ms: int) -> Cue:
    return Cue(start_ms, max(end_ms, start_ms + 1), OMISSION, sound=True)


def _is_omission(cue: Cue) -> bool:
    return cue.sound and cue.text == OMISSION


def _join_omissions(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    """The cues; omissions that follow one another become one."""
    joined: list[Cue] = []
    for omitted, group in groupby(cues, _is_omission):
        found = list(group)
        if omitted:
            found = [_omission(found[0].start_ms, max(cue.end_ms for cue in found))]
        joined += found
    return tuple(joined)


def _find_phrase(texts: Sequence[str], phrase: str) -> dict[int, list[Span]]:
    """Where some words stand in a row: for each text that has any of them, the characters, in order."""
    wanted = [{*word.forms} for word in tokenize(phrase)]
    said = [(number, word) for number, text in enumerate(texts) for word in tokenize(text)]
    found: dict[int, list[Span]] = {}
    at = 0
    while wanted and at + len(wanted) <= len(said):
        row = said[at : at + len(wanted)]
        if all(forms & {*word.forms} for forms, (_, word) in zip(wanted, row, strict=True)):
            for number, group in groupby(row, lambda entry: entry[0]):
                words = [word for _, word in group]
                found.setdefault(number, []).append(Span(words[0].start, words[-1].end))
            at += len(wanted)
        else:
            at += 1
    return found


def _cut_cue(cue: Cue, cuts: Sequence[Span]) -> tuple[list[Cue], list[TimeRange]]:
    """A cue in pieces around what is cut out of it, each with its own time, and the times of the cuts."""
    if not cuts:
        return [cue], []
    ends = [0, *(place for cut in cuts for place in cut), len(cue.text)]
    times = times_at_offsets(cue, ends)
    pieces: list[Cue] = []
    ranges: list[TimeRange] = []
    for number in range(len(ends) - 1):
        start_ms, end_ms = times[number], max(times[number + 1], times[number] + 1)
        if number % 2:
            ranges.append(TimeRange(start_ms, end_ms))
            pieces.append(_omission(start_ms, end_ms))
        else:
            pieces += _piece(cue, Span(ends[number], ends[number + 1]), start_ms, end_ms)
    return pieces, ranges


def _piece(cue: Cue, span: Span, start_ms: int, end_ms: int) -> Iterator[Cue]:
    """A part of a cue as a cue of its own; none where it has no words."""
    text = cue.text[span.start : span.end]
    if not tokenize(text):
        return
    first = span.start + len(text) - len(text.lstrip())
    stop = span.start + len(text.rstrip())
    yield cue._replace(
        start_ms=start_ms,
        end_ms=end_ms,
        text=cue.text[first:stop],
        turn=cue.turn and span.start == 0,
        words=tuple(
            TimedWord(word.at - first, word.start_ms)
            for word in cue.words
            if first <= word.at < stop
        ),
        ruby=tuple(
            Ruby(ruby.start - first, ruby.end - first, ruby.reading)
            for ruby in cue.ruby
            if first <= ruby.start and ruby.end <= stop
        ),
    )
