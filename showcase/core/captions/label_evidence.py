"""The evidence for labels, weighed over a whole file: which of them are names of speakers.

Each label gets points for what speaks for a name, and loses some for what speaks against one; the table
is in docs/explanation/speakers.md. With MIN_POINTS it is a name. Below, it is doubtful: the text keeps it,
and nobody is named after it. A label that is clearly a part of a sentence is words.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from showcase.core.captions.file_style import FileStyle
from showcase.core.captions.label_groups import LabelGroup
from showcase.core.captions.letter_case import has_case, is_small
from showcase.core.captions.name_parts import LabelKind, NameParts
from showcase.core.captions.role_words import CROWDS, NAME_PARTICLES

MIN_POINTS = 3
_SURE_POINTS = 6
_SELDOM, _OFTEN = 2, 4
_MIN_LABELS = 4
_MOST, _NEARLY_ALL = 0.7, 0.9
_MIN_CUES = 6
_SURE_KINDS = frozenset({
    LabelKind.PERSON, LabelKind.PRONOUNS, LabelKind.TITLE, LabelKind.DEGREE, LabelKind.TELEPHONE,
    LabelKind.DEVICE, LabelKind.NUMBERED,
})  # fmt: skip


class Standing(Enum):
    """What a label is in its file."""

    NAME = "name"
    NOBODY = "nobody"
    DOUBTFUL = "doubtful"
    WORDS = "words"


class Decision(NamedTuple):
    """What a label is, and what that rests on.

    Attributes:
        standing: what it is.
        basis: of a name, what speaks for it: "label: comes back, alternates".
    """

    standing: Standing
    basis: str = ""


Points = tuple[str, int]


class _OtherLabels(NamedTuple):
    """All labels of a file together.

    Attributes:
        labels: how many there are.
        places: how often they come.
        are_q_and_a: "Q" and "A" are its only letters.
        in_brackets: nearly every cue begins with one of a few labels in brackets, as with no sound.
        above_cues: known names in brackets stand alone, each before a cue without a label.
    """

    labels: int
    places: int
    are_q_and_a: bool
    in_brackets: bool
    above_cues: bool


def decide(groups: dict[str, LabelGroup], style: FileStyle) -> dict[str, Decision]:
    """What each label is, by the key of its name.

    The first round looks at each label alone; the second knows how the file writes its speakers.
    """
    unlike = (LabelKind.WORDS, LabelKind.UNNAMED)
    words = {key for key, group in groups.items() if group.parts.kind in unlike}
    others = {key: group for key, group in groups.items() if key not in words}
    names = _decide_names(others, style)
    among_names = any(decision.standing is Standing.NAME for decision in names.values())
    for key in words:
        doubtful = among_names and _is_like_a_name(groups[key])
        names[key] = Decision(Standing.DOUBTFUL if doubtful else Standing.WORDS)
    return names


def _is_like_a_name(group: LabelGroup) -> bool:
    """A word of texts may be a last name as well ("Price"), where it comes back like one."""
    often = group.count >= _OFTEN and len(group.texts) > 1 and group.alternates
    return often and 2 * group.small <= group.fresh


def _decide_names(groups: dict[str, LabelGroup], style: FileStyle) -> dict[str, Decision]:
    others = _OtherLabels(
        len(groups),
        sum(group.count for group in groups.values()),
        {key for key in groups if len(key) == 1} == {"q", "a"},
        _are_in_brackets(groups.values(), style),
        _are_above_cues(groups.values(), style),
    )
    if _begin_with_small_letters(groups.values(), style):
        style = style._replace(mixed_case=False)
    alone = {key: _weigh(group, others, style) for key, group in groups.items()}
    names = [group for key, group in groups.items() if _total(alone[key]) >= MIN_POINTS]
    more = _FileHabits(names, style)
    return {
        key: _decision(group, [*alone[key], *more.points(group)], style)
        for key, group in groups.items()
    }


def _are_in_brackets(groups: Iterable[LabelGroup], style: FileStyle) -> bool:
    inline = [group for group in groups if group.bracketed == group.inline == group.count]
    places = sum(group.firsts for group in inline)
    enough = places >= max(_MIN_LABELS, _NEARLY_ALL * style.cues)
    return enough and 1 < len(inline) <= places / 2


def _are_above_cues(groups: Iterable[LabelGroup], style: FileStyle) -> bool:
    alone = [group for group in groups if group.silent == group.bracketed == group.count]
    known = [group for group in alone if group.parts.kind is LabelKind.NAME]
    return len(known) > 1 and sum(group.firsts for group in known) >= _NEARLY_ALL * style.cues


def _begin_with_small_letters(groups: Iterable[LabelGroup], style: FileStyle) -> bool:
    """What known names say begins with small letters in this file, so that these tell nothing.

    A name in brackets before them may be an editor's: "[Rosa] was the one who asked."
    """
    known = [
        group
        for group in groups
        if group.parts.kind in _SURE_KINDS | {LabelKind.ROLE, LabelKind.NAME}
        and not (style.punctuated and group.parts.cased and group.bracketed)
    ]
    small, fresh = sum(group.small for group in known), sum(group.fresh for group in known)
    return len(known) > 1 and 2 * small > fresh


def _total(points: Sequence[Points]) -> int:
    return sum(number for _, number in points)


def _decision(group: LabelGroup, points: Sequence[Points], style: FileStyle) -> Decision:
    if group.parts.kind is LabelKind.NOBODY:
        return Decision(Standing.NOBODY)
    if group.parts.kind is LabelKind.UNREAD:
        return Decision(Standing.DOUBTFUL)
    if _total(points) >= MIN_POINTS:
        reasons = dict.fromkeys(reason for reason, number in points if reason and number > 0)
        return Decision(Standing.NAME, ", ".join(reasons))
    if _is_words(group, style):
        return Decision(Standing.WORDS)
    return Decision(Standing.DOUBTFUL)


def _is_words(group: LabelGroup, style: FileStyle) -> bool:
    """Surely a part of a sentence ("Idea: we plant trees"), or a sound in brackets."""
    if group.is_of_people or group.parts.kind in (LabelKind.NAME, LabelKind.WORD_NAME):
        return False
    goes_on = style.mixed_case and 2 * group.goes_on > group.count
    silent = style.capital_sounds or 2 * group.silent > group.count
    return goes_on or (group.bracketed == group.count and silent)


def _weigh(group: LabelGroup, others: _OtherLabels, style: FileStyle) -> list[Points]:
    """What speaks for a label and against it, without what other labels are."""
    return [
        *_points_of_label(group, style),
        *_points_of_places(group, others, style),
        *_points_against(group, others, style),
    ]


def _points_of_label(group: LabelGroup, style: FileStyle) -> Iterator[Points]:
    parts, kind = group.parts, group.parts.kind
    if kind in _SURE_KINDS:
        yield kind.value, _SURE_POINTS
    elif kind in (LabelKind.ROLE, LabelKind.NAME):
        yield kind.value, MIN_POINTS
    elif kind in (LabelKind.COMMON_ROLE, LabelKind.WORD_NAME):
        yield kind.value, MIN_POINTS - 1
    elif parts.likeness:
        yield "written like a name", parts.likeness
    if kind is LabelKind.OTHER and parts.words > 1 and parts.cased and not parts.upper:
        yield "first and last name", 1
    if style.mixed_case and parts.upper:
        yield "capitals", 1
    if kind is LabelKind.COMMON:
        yield "", -3
    if kind is LabelKind.DEFINITE_ROLE and group.count == 1:
        yield "", -2
    if len(parts.key) == 1:
        yield "", -2


def _points_of_places(
    group: LabelGroup, others: _OtherLabels, style: FileStyle
) -> Iterator[Points]:
    if group.count > 1 and len(group.texts) > 1:
        yield "comes back", 2 if group.count >= _OFTEN else 1
    if group.alternates:
        yield "alternates", 1
    if group.repeats and group.count > _SELDOM and len(group.texts) > 1:
        yield "repeated in the next cue", min(group.repeats, 2)
    enough = others.labels > 1 and others.places >= _MIN_LABELS and group.count > 1
    if enough and 2 * others.places >= style.cues:
        yield "labels all over", 1
    if group.chevrons:
        yield "after >>", 2
    elif group.leads:
        yield "after a dash", 1
    if group.bracketed and group.colons:
        yield "brackets and a colon", 2
    if style.mentions.issuperset(group.parts.name.split()):
        yield "is mentioned", 2
    if others.are_q_and_a and group.alternates and len(group.parts.key) == 1:
        yield "question and answer", _SURE_POINTS


def _points_against(group: LabelGroup, others: _OtherLabels, style: FileStyle) -> Iterator[Points]:
    parts, kind = group.parts, group.parts.kind
    if kind is LabelKind.PERSON:
        return
    if style.mixed_case and 2 * group.small > group.fresh:
        yield "", -3
    if style.punctuated and 2 * group.interrupting > group.fresh:
        yield "", -2
    if style.mixed_case and is_small(parts.name) and kind not in _SURE_KINDS:
        yield "", -1
    if kind is LabelKind.OTHER and _has_small_words(parts, style):
        yield "", -3
    if group.bracketed == group.count:
        yield from _points_against_brackets(group, others)


def _has_small_words(parts: NameParts, style: FileStyle) -> bool:
    words = set(parts.key.split()) - NAME_PARTICLES
    return not words.isdisjoint(style.small_words)


def _points_against_brackets(group: LabelGroup, others: _OtherLabels) -> Iterator[Points]:
    """Brackets without words after them are a sound."""
    parts = group.parts
    named_above = others.above_cues and parts.kind is LabelKind.NAME
    if 2 * group.silent > group.count and not named_above:
        yield "", 0 if parts.kind in _SURE_KINDS else -3
    if parts.key in CROWDS and not group.inline:
        yield "", -3
    if parts.kind is LabelKind.OTHER and not has_case(parts.name) and not others.in_brackets:
        yield "", -1


class _FileHabits:
    """How a file writes the labels that are surely names.

    Args:
        names: these labels.
        style: of the file.
    """

    def __init__(self, names: Sequence[LabelGroup], style: FileStyle) -> None:
        self._names = names
        self._upper = sum(group.parts.upper for group in names)
        share = sum(group.firsts for group in names) / max(style.cues, 1)
        enough = style.cues >= _MIN_CUES and len(names) > 1
        self._regular = (3 if share >= _NEARLY_ALL else 2 if share >= _MOST else 0) if enough else 0
        self._mixed_case = style.mixed_case

    def points(self, group: LabelGroup) -> Iterator[Points]:
        """What the other labels say of one that may be none."""
        if self._regular and group.firsts:
            yield "every cue has a label", self._regular
        if len(self._names) > 1 and self._mixed_case and group.parts.kind not in _SURE_KINDS:
            yield from self._points_of_case(group)

    def _points_of_case(self, group: LabelGroup) -> Iterator[Points]:
        if group.parts.upper and self._upper:
            yield "capitals as others", 1
        elif group.parts.upper or self._upper == len(self._names):
            yield "", -2
