"""What a caption file is like as a whole: its case, its punctuation, the words that are not its labels."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from showcase.core.captions.label_groups import LabelGroup
from showcase.core.captions.letter_case import begins_small, count_small
from showcase.core.captions.line_marks import LineMark
from showcase.core.captions.name_parts import LabelKind
from showcase.core.captions.sounds import is_sound

_SENTENCE_ENDS = tuple('.!?…。！？।؟:"”»')
_PUNCTUATION = ".,;:!?…\"“”«»‘’'()[]-–—"
# Case and punctuation are told by the first cues of a file.
_SAMPLED_CUES = 400
# A sentence of thirty words has one capital, and a hundred and fifty small letters.
_MIN_CAPITAL_SHARE = 1 / 150
_MIN_ENDED_SHARE = 0.25
# In English one word in twenty, in German one in four has a capital in the middle of a sentence.
_MAX_CAPITAL_SHARE = 0.12


class FileStyle(NamedTuple):
    """What the whole file is like.

    Attributes:
        cues: how many cues have words.
        mixed_case: it has more small letters than capitals.
        punctuated: its sentences end with periods.
        capital_sounds: it writes sounds in brackets with a capital: "[Applause]".
        small_words: words that are in it in small letters; empty where case tells nothing.
        mentions: words that are in the middle of its sentences with a capital.
    """

    cues: int
    mixed_case: bool
    punctuated: bool
    capital_sounds: bool = False
    small_words: frozenset[str] = frozenset()
    mentions: frozenset[str] = frozenset()


def read_style(
    texts: Sequence[str], marks: Iterable[Sequence[LineMark]], groups: Iterable[LabelGroup]
) -> FileStyle:
    """The style of a file.

    Args:
        texts: of all cues.
        marks: the lines of the cues that may have marks.
        groups: its labels.
    """
    marks = list(marks)
    style = FileStyle(
        cues=len(texts) - sum(all(is_sound(mark.text) for mark in lines) for lines in marks),
        mixed_case=is_mixed_case(texts),
        punctuated=_is_punctuated(texts[:_SAMPLED_CUES]),
        capital_sounds=any(_is_capital_sound(mark) for lines in marks for mark in lines),
    )
    if all(group.parts.kind is not LabelKind.OTHER for group in groups):
        return style
    small, mentions = _running_words(texts)
    return style._replace(small_words=small, mentions=mentions)


def is_mixed_case(texts: Sequence[str]) -> bool:
    """Has a file more small letters than capitals, so that capitals tell something? Its first cues say so."""
    text = "".join(texts[:_SAMPLED_CUES])
    small, capital = count_small(text), sum(map(str.isupper, text))
    return small > capital > _MIN_CAPITAL_SHARE * small


def _is_punctuated(texts: Sequence[str]) -> bool:
    return sum(text.endswith(_SENTENCE_ENDS) for text in texts) >= _MIN_ENDED_SHARE * len(texts)


def _is_capital_sound(mark: LineMark) -> bool:
    inner = mark.text[mark.lead : mark.lead + 2]
    return mark.label is None and inner[:1] in ("[", "(") and inner[1:].isupper()


def _running_words(texts: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Words in small letters, and words with a capital in the middle of a sentence."""
    small: set[str] = set()
    capital: list[str] = []
    count = 0
    for text in texts:
        before = ""
        for token in text.split():
            word = token.strip(_PUNCTUATION)
            if begins_small(word) and word.islower():
                small.add(word)
            elif word[:1].isupper() and before[-1:] and (before[-1].isalpha() or before[-1] == ","):
                capital.append(word)
            before = "" if token.endswith(":") else token
            count += 1
    told = len(capital) <= _MAX_CAPITAL_SHARE * count
    return frozenset(small), frozenset(capital if told else ())
