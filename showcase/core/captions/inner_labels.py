"""Labels inside of lines: "ROSA: Ready? BO: Yes." is two turns.

A label there counts only after the end of a sentence, and where the file has the same name, written alike, at
the start of a line.
"""

import re
from collections.abc import Callable, Iterator

from showcase.core.captions.label_reader import LabelReader
from showcase.core.captions.letter_case import begins_small
from showcase.core.captions.line_marks import LineMark
from showcase.core.captions.name_parts import LabelKind, NameParts
from showcase.core.captions.role_words import TITLE_ABBREVIATIONS

_INNER_LABEL = re.compile(
    r"(?<=[.!?…。！？\"”»)\]])\s+(?P<label>[^\s:：][^:：.!?…\n]{0,40})(?:：|:(?=\s))\s*"
)
_LAST_LABEL = re.compile(
    r"(?<=[.!?…。！？\"”»)\]])\s+(?P<label>[^\s:：\[(][^:：.!?…\[(\n]{0,40}):$"
)
_MAX_INITIAL_CHARS = 2
_SURE_KINDS = frozenset({LabelKind.PERSON, LabelKind.NAME, LabelKind.ROLE, LabelKind.NUMBERED})


def split_inner_labels(
    mark: LineMark, labels: LabelReader, is_name: Callable[[NameParts], bool]
) -> Iterator[LineMark]:
    """The line, cut before each label inside of it.

    Args:
        mark: a line.
        labels: takes labels apart.
        is_name: whether the file has a label as a name at the start of a line.
    """
    text, at = mark.text, mark.words_at
    before = mark
    for found in _INNER_LABEL.finditer(text, at):
        label = labels.read(found["label"])
        if label and is_name(label) and _begins_turn(text, found):
            yield before._replace(text=before.text[: found.start() - before.start + mark.start])
            start = found.start("label")
            before = LineMark(
                mark.start + start,
                text[start:],
                label=label,
                colon=True,
                words_at=found.end() - start,
            )
    yield before


def split_last_label(mark: LineMark, labels: LabelReader) -> Iterator[LineMark]:
    """The line, cut before the label of the next one: "It came. ROSA:".

    Args:
        mark: a line.
        labels: takes labels apart.
    """
    found = _LAST_LABEL.search(mark.text, mark.words_at) if mark.text.endswith(":") else None
    label = labels.read(found["label"]) if found else None
    if found and label and label.kind in _SURE_KINDS and _begins_turn(mark.text, found):
        start = found.start("label")
        text = mark.text[start:]
        yield mark._replace(text=mark.text[: found.start()])
        yield LineMark(mark.start + start, text, label=label, colon=True, words_at=len(text))
    else:
        yield mark


def _begins_turn(text: str, found: re.Match[str]) -> bool:
    """False after "Dr." and "J.", and before small letters: "I met Dr. Lind. Ben: a good man"."""
    word = text[: found.start()].rsplit(None, 1)[-1].rstrip(".").casefold()
    abbreviated = len(word) < _MAX_INITIAL_CHARS or word in TITLE_ABBREVIATIONS
    return not abbreviated and not begins_small(text[found.end() :][:1])
