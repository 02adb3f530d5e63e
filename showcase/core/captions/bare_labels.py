"""Names of speakers without a colon: before a dash ("ROSA - We go."), or alone on the first line of a cue.

Places, titles and signs are written so, too ("PARIS - The market"), and a sentence may begin so. So only
names in capitals and those of `[[people]]` are looked at, and they count where the whole file writes its
speakers so: several people in turn, who come back, and nothing else. Otherwise they are noted.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from showcase.core.captions.label_groups import interrupts
from showcase.core.captions.label_reader import LabelReader
from showcase.core.captions.line_marks import LineMark
from showcase.core.captions.name_parts import LabelKind, NameParts
from showcase.core.captions.speaker_values import TaggedCue

_BEFORE_DASH = re.compile(r"([^\W\d_][^\n:：\[\](){}<>–—]{0,40}?)\s+[-–—]\s+(?=[^\s–—-])")
_DASH = re.compile(r"\s[-–—]\s")
_MAX_NAME_CHARS = 40
_OPENING_MARKS = "\"“«'‘¿¡("
# Words that no name begins with: brackets, dashes, `>>` and notes have readers of their own.
_OTHER_MARKS = ("[", "(", "（", "-", "–", "—", ">", "♪", "♫", "#", "*")
_KNOWN_KINDS = frozenset({
    LabelKind.PERSON, LabelKind.NAME, LabelKind.ROLE, LabelKind.NUMBERED, LabelKind.TITLE,
    LabelKind.DEGREE, LabelKind.PRONOUNS,
})  # fmt: skip
# In a file of such names, these are names as well.
_OTHER_KINDS = frozenset({LabelKind.WORD_NAME, LabelKind.COMMON_ROLE})
# A conversation of two, in which each answers.
_MIN_PLACES, _MIN_NAMES = 4, 2


class BareLabel(NamedTuple):
    """A name without a colon.

    Attributes:
        cue: the index of its cue.
        start: the first character of its line in the cue's text.
        words_at: where the words after it begin in the line; its end for a name alone.
        label: the name; None for words in capitals that can be no name.
        dash: a dash is after it.
        text: the words after it.
    """

    cue: int
    start: int
    words_at: int
    label: NameParts | None
    dash: bool
    text: str


class BareLabels:
    """The names without a colon in one file.

    Args:
        pieces: the cues of the file, in order of start.
        labels: takes labels apart.
        mixed_case: the file has more small letters than capitals, so that capitals tell something.
    """

    def __init__(
        self, pieces: Sequence[TaggedCue], labels: LabelReader, *, mixed_case: bool
    ) -> None:
        self._labels, self._mixed_case = labels, mixed_case
        found = list(self._find(pieces))
        proven = {dash for dash in (True, False) if _are_speakers(found, dash=dash)}
        often = Counter(bare.label.key for bare in found if bare.label)
        self._found: dict[int, dict[int, tuple[BareLabel, bool]]] = {}
        for bare in found:
            if bare.label and (bare.dash in proven or _may_speak(bare.label, often)):
                cue = self._found.setdefault(bare.cue, {})
                cue[bare.start] = bare, bare.dash in proven

    @property
    def cues(self) -> Container[int]:
        """The indexes of the cues that have one."""
        return self._found

    def apply(self, cue: int, marks: Sequence[LineMark]) -> list[LineMark]:
        """The lines of a cue with the names that are in them.

        Args:
            cue: its index.
            marks: its lines.
        """
        found = self._found.get(cue)
        if not found:
            return list(marks)
        return [self._apply_to_line(mark, *found.get(mark.start, (None, False))) for mark in marks]

    def _apply_to_line(self, mark: LineMark, bare: BareLabel | None, proven: bool) -> LineMark:  # noqa: FBT001
        if bare is None or bare.label is None or mark.label or mark.somebody or mark.lead:
            return mark
        if proven:
            return mark._replace(label=bare.label, words_at=bare.words_at)
        return mark._replace(somebody=bare.label.written)

    def _find(self, pieces: Sequence[TaggedCue]) -> Iterator[BareLabel]:
        before = ""
        for at, piece in enumerate(pieces):
            text = piece.cue.text
            if not piece.tagged and ("\n" in text or _may_have_dash(text)):
                yield from self._find_in_cue(at, text, before)
            before = text or before

    def _find_in_cue(self, cue: int, text: str, before: str) -> Iterator[BareLabel]:
        first, _, rest = text.partition("\n")
        if rest and len(first) <= _MAX_NAME_CHARS and self._may_be_name(first, before):
            label = self._labels.read(first)
            if _begins_sentence(rest) and not rest.startswith(_OTHER_MARKS):
                yield BareLabel(cue, 0, len(first), label, dash=False, text=rest)
        if _may_have_dash(text) and _DASH.search(text):
            yield from self._find_before_dashes(cue, text, before)

    def _find_before_dashes(self, cue: int, text: str, before: str) -> Iterator[BareLabel]:
        start = 0
        for line in text.split("\n"):
            found = _BEFORE_DASH.match(line)
            words = line[found.end() :] if found else ""
            if found and self._may_be_name(found[1], before) and _begins_sentence(words):
                label = self._labels.read(found[1])
                yield BareLabel(cue, start, found.end(), label, dash=True, text=words)
            start += len(line) + 1
            before = line

    def _may_be_name(self, text: str, before: str) -> bool:
        """In capitals, or in `[[people]]` and not in the middle of a sentence."""
        loud = self._mixed_case and len(text) > 1 and text[0].isupper() and text.isupper()
        return loud or (self._labels.is_person(text) and not interrupts(before))


def _may_have_dash(text: str) -> bool:
    return "-" in text or "–" in text or "—" in text


def _may_speak(label: NameParts, often: Counter[str]) -> bool:
    """Is it worth a note that a name may be that of a speaker?"""
    other = label.kind in _OTHER_KINDS or label.kind is LabelKind.OTHER
    return label.kind in _KNOWN_KINDS or (other and often[label.key] > 1)


def _begins_sentence(text: str) -> bool:
    letters = text.lstrip(_OPENING_MARKS)
    return bool(letters) and not letters[0].islower()


def _are_speakers(found: Iterable[BareLabel], *, dash: bool) -> bool:
    """Are all the names of one kind in a file those of people who speak in turn?"""
    places = [bare for bare in found if bare.dash is dash]
    labels = [bare.label for bare in places if bare.label]
    known = Counter(label.key for label in labels if label.kind in _KNOWN_KINDS)
    comes_back = [key for key, count in known.items() if count > 1]
    texts = {bare.text for bare in places if bare.label and bare.label.key in comes_back}
    return (
        len(labels) == len(places) >= _MIN_PLACES
        and len(comes_back) >= _MIN_NAMES
        and len(texts) > len(comes_back)
        and all(label.kind in _KNOWN_KINDS | _OTHER_KINDS for label in labels)
    )
