"""The places of labels in a file, counted: what `label_evidence.py` weighs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from showcase.core.captions.letter_case import begins_small
from showcase.core.captions.line_marks import LineMark
from showcase.core.captions.name_parts import LabelKind, NameParts

# How many of a label's texts are compared: "[Music] ♪" and "[Music] ♪" are one.
_MAX_TEXTS = 4


class FoundLabel(NamedTuple):
    """A label at a place in a file.

    Attributes:
        mark: the label and its line.
        cue: the index of its cue.
        first: it is at the start of its cue.
        speech: words come after it in its cue.
        following: the first of these words, "" without any.
        interrupts: the sentence before it has not ended.
    """

    mark: LineMark
    cue: int
    first: bool
    speech: bool
    following: str
    interrupts: bool

    @property
    def kind(self) -> LabelKind:
        """What the label is by itself."""
        return self.mark.label.kind if self.mark.label else LabelKind.WORDS

    @property
    def key(self) -> str:
        """The name as it is compared."""
        return self.mark.label.key if self.mark.label else ""


@dataclass(slots=True)
class LabelGroup:
    """All places of one label.

    Attributes:
        parts: of its first place.
        count: of places; the other numbers are of places that have something.
        fresh: places after another label, where a sentence ought to begin; `small` and `interrupting` are
            of these.
        goes_on: places with small letters after it, fresh or not.
        texts: what is said after it, up to a few.
        written: its spellings, folded, without pronouns.
        alternates: another label is between two of its places.
        repeats: places where the cue before begins with it, too, as headings of a list do not.
        is_of_people: all of its words are in names of `[[people]]`.
    """

    parts: NameParts
    count: int = 0
    fresh: int = 0
    firsts: int = 0
    bracketed: int = 0
    colons: int = 0
    chevrons: int = 0
    leads: int = 0
    silent: int = 0
    inline: int = 0
    small: int = 0
    goes_on: int = 0
    interrupting: int = 0
    texts: set[str] = field(default_factory=set)
    alternates: bool = False
    repeats: int = 0
    is_of_people: bool = False

    def add(self, found: FoundLabel, *, fresh: bool) -> None:
        """Count one more place.

        Args:
            found: the label there.
            fresh: the label before it is another one.
        """
        mark = found.mark
        self.count += 1
        self.firsts += found.first
        self.bracketed += mark.bracketed
        self.colons += mark.colon
        self.chevrons += mark.chevron
        self.leads += mark.lead > 0
        self.silent += not found.speech
        self.inline += bool(mark.words)
        self.fresh += fresh
        self.goes_on += begins_small(found.following)
        self.small += fresh and begins_small(found.following)
        self.interrupting += fresh and found.interrupts and not found.first
        if len(self.texts) < _MAX_TEXTS:
            self.texts.add(found.following)


def group_labels(found: Iterable[FoundLabel]) -> dict[str, LabelGroup]:
    """All places of each label, by the key of its name."""
    groups: dict[str, LabelGroup] = {}
    before = ("", -1)
    for label in found:
        parts = label.mark.label
        if parts is None:  # pragma: no cover  (a found label has one)
            continue
        group = groups.setdefault(parts.key, LabelGroup(parts))
        fresh = before[0] != parts.key
        group.alternates = group.alternates or (group.count > 0 and fresh)
        group.repeats += label.first and before == (parts.key, label.cue - 1)
        group.add(label, fresh=fresh)
        before = (parts.key, label.cue if label.first else -1)
    return groups


def followed_by(found: Sequence[LineMark], at: int) -> str:
    """The words after a label: in its line, or in the next line of the cue."""
    mark = found[at]
    if mark.words:
        return mark.words
    following = found[at + 1] if at + 1 < len(found) else None
    return following.text if following and not (following.lead or following.label) else ""


def interrupts(before: str) -> bool:
    """True when the text before a label does not end a sentence."""
    return bool(before) and (before[-1].isalnum() or before[-1] in ",;")
