"""Long cues: speech that one cue holds for minutes, parted into its sentences with times between them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from showcase.core.captions.cue_text import split_cue
from showcase.core.captions.cues import Cue
from showcase.core.text.sentences import sentence_starts
from showcase.core.text.spans import Span
from showcase.core.text.tokenizer import is_unspaced, tokenize

# A paragraph of a printed interview has as many words at most; a cue is not parted by passages.
MAX_CUE_WORDS = 110
# Where words are not parted by spaces, each character counts as one (core/text/tokenizer.py).
_CHARS_PER_WORD = 3
# A text is longer than any cue, whatever words it has.
_MAX_CUE_CHARS = 10_000
# A sentence without an end is parted after so many words.
_MAX_PART_WORDS = 40
# Shorter sentences stay with the next one: "Yes. We did."
_MIN_PART_CHARS = 12
_SPACED_WORD = re.compile(r"\S+")
# Half of the words that a long cue has at least, in case that the others are parted by something else.
_MIN_SPACES = MAX_CUE_WORDS // 2


def is_long(cue: Cue) -> bool:
    """Does a cue hold more words than a paragraph?"""
    text = cue.text
    if len(text) <= MAX_CUE_WORDS or cue.sound:
        return False
    if text.count(" ") <= _MIN_SPACES and not any(map(is_unspaced, text[:: len(text) // 8])):
        return False
    start = text[:_MAX_CUE_CHARS]
    words = tokenize(start)
    characters = sum(is_unspaced(start[word.start]) for word in words)
    count = len(words) - characters + characters // _CHARS_PER_WORD
    return count > MAX_CUE_WORDS or len(text) > _MAX_CUE_CHARS


def split_long_cues(cues: Sequence[Cue]) -> Iterator[Cue]:
    """Part cues of more words than a paragraph has into their sentences.

    Args:
        cues: in any order.

    Yields:
        The same words in the same order. The parts of a cue share its time, as `time_at_offset` tells; only
        the first begins a turn.
    """
    for cue in cues:
        if len(cue.text) > MAX_CUE_WORDS and is_long(cue):
            first, *rest = split_cue(cue._replace(turn=False), list(_part_spans(cue.text)))
            yield first._replace(turn=cue.turn)
            yield from rest
        else:
            yield cue


def _part_spans(text: str) -> Iterator[Span]:
    """The sentences of a text, without the spaces between them; those without an end in parts."""
    first = 0
    for start, end in pairwise([0, *sentence_starts(text), len(text)]):
        cuts = _word_cuts(text, start, end)
        for border in [*cuts, end]:
            part = text[first:border].rstrip()
            if len(part) >= _MIN_PART_CHARS or border == len(text):
                yield Span(first, first + len(part))
                first = border


def _word_cuts(text: str, start: int, end: int) -> list[int]:
    """Where a sentence is parted that has too many words; a few at its end are no part of their own."""
    if end - start <= _MAX_PART_WORDS:
        return []
    words = [start + word.start() for word in _SPACED_WORD.finditer(text[start:end])]
    if len(words) == 1:
        words = [start + word.start for word in tokenize(text[start:end])]
    cuts = words[_MAX_PART_WORDS::_MAX_PART_WORDS]
    rest = len(words) % _MAX_PART_WORDS
    return cuts[:-1] if 0 < rest < _MAX_PART_WORDS // 2 else cuts
