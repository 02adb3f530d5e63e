"""The labels of one caption file: where they are, what they are, and who they name."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from showcase.core.captions.bare_labels import BareLabels
from showcase.core.captions.file_style import is_mixed_case, read_style
from showcase.core.captions.inner_labels import split_inner_labels, split_last_label
from showcase.core.captions.label_evidence import Decision, Standing, decide
from showcase.core.captions.label_groups import (
    FoundLabel,
    LabelGroup,
    followed_by,
    group_labels,
    interrupts,
)
from showcase.core.captions.label_habits import LabelHabits, find_habits
from showcase.core.captions.label_reader import LabelReader
from showcase.core.captions.label_words import SPEECH_VERBS
from showcase.core.captions.letter_case import begins_small
from showcase.core.captions.line_marks import LineMark, may_have_marks, read_marks
from showcase.core.captions.lost_colons import LostColons
from showcase.core.captions.mark_rules import find_rules
from showcase.core.captions.name_parts import LabelKind, NameParts
from showcase.core.captions.sounds import is_sound
from showcase.core.captions.speaker_names import SpeakerNames
from showcase.core.captions.speaker_values import TaggedCue

# Three hours of captions have some ten thousand lines, and a cue two. What has more is not looked through.
_MAX_FILE_LINES = 40_000
_MAX_CUE_LINES = 1_000
_MAX_SHOWN_CHARS = 30
_OPENING_MARKS = "\"“«'‘¿¡("


class FileLabels:
    """The labels in the text of the cues that no `<v>` tag decides.

    Args:
        pieces: the cues of the file, in order of start.
        labels: takes labels apart.

    Attributes:
        rules: which marks count in this file.
    """

    def __init__(self, pieces: Sequence[TaggedCue], labels: LabelReader) -> None:
        self._pieces = pieces
        self._labels = labels
        self._texts = [piece.cue.text for piece in pieces if not piece.tagged]
        self.rules = find_rules(self._texts)
        self._bare = BareLabels(pieces, labels, mixed_case=is_mixed_case(self._texts))
        self._marks = dict(self._read_marks())
        self._odd: dict[tuple[int, int], FoundLabel] = {}
        self._habits = LabelHabits()
        self._found = {(label.cue, label.mark.start): label for label in self._find()}
        self._groups = group_labels(self._found.values())
        self._style = read_style(self._texts, self._marks.values(), self._groups.values())
        self._is_sentence_case = self._style.mixed_case and self._style.punctuated

    def _read_marks(self) -> Iterator[tuple[int, list[LineMark]]]:
        """The lines of the cues that may have marks, each with the index of its cue."""
        left = _MAX_FILE_LINES
        bare, questions = self._bare.cues, self.rules.questions
        for at, piece in enumerate(self._pieces):
            text = piece.cue.text
            if piece.tagged or not (questions or at in bare or may_have_marks(text)):
                continue
            lines = text.count("\n") + 1
            if lines > min(left, _MAX_CUE_LINES):
                # Whoever it is may speak: nobody is named.
                yield at, [LineMark(0, text, somebody=text[:_MAX_SHOWN_CHARS])]
            else:
                left -= lines
                marks = self._bare.apply(at, read_marks(text, self._labels, self.rules))
                yield at, [part for mark in marks for part in split_last_label(mark, self._labels)]

    def parts(self) -> list[NameParts]:
        """All labels that are found."""
        return [label.mark.label for label in self._found.values() if label.mark.label]

    def decide(self, names: SpeakerNames) -> None:
        """Weigh the evidence. The names of people of `[[people]]` always count.

        Args:
            names: know these people.
        """
        for group in self._groups.values():
            if names.is_person(group.parts):
                group.parts = group.parts._replace(kind=self._kind_of_person(group))
            group.is_of_people = names.is_of_people(group.parts)
        self._decisions = decide(self._groups, self._style)
        self._doubt_who_said()
        self._habits = self._find_habits()
        for at, marks in self._marks.items():
            text = self._pieces[at].cue.text
            if (":" in text or "：" in text) and any(_has_colon(mark.words) for mark in marks):
                self._marks[at] = [
                    part
                    for mark in marks
                    for part in split_inner_labels(mark, self._labels, self._is_name)
                ]
        self._find_lost_colons()

    def _doubt_who_said(self) -> None:
        """Doubt that "ROSA SAID:" is another where "ROSA:" speaks."""
        for key in self._groups:
            who, _, verb = key.rpartition(" ")
            if verb in SPEECH_VERBS and self._is_key_of_name(who):
                self._decisions[key] = Decision(Standing.DOUBTFUL)

    def _is_key_of_name(self, key: str) -> bool:
        found = self._decisions.get(key)
        return found is not None and found.standing is Standing.NAME

    def _find_lost_colons(self) -> None:
        names = list(filter(self._is_key_of_name, self._groups))
        kinds = {key: group.parts.kind for key, group in self._groups.items()}
        others = [key for key, kind in kinds.items() if kind is not LabelKind.WORDS]
        lost = LostColons(names, others, mixed_case=self._style.mixed_case)
        for at, piece in enumerate(self._pieces if others else ()):
            text, before = piece.cue.text, self._pieces[at - 1].cue.text if at else ""
            if piece.tagged or not lost.may_have(text):
                continue
            marks = self._marks.get(at) or read_marks(text, self._labels, self.rules)
            self._marks[at] = list(lost.mark(marks, before))

    def _find_habits(self) -> LabelHabits:
        firsts = [label for label in self._found.values() if label.first and label.mark.label]
        standings = [self._decisions[label.key].standing for label in firsts]
        told = list(zip(firsts, standings, strict=True))
        doubtful = [label.key for label, standing in told if standing is Standing.DOUBTFUL]
        odd = [place.mark.odd for place in self._odd.values() if place.first]
        names = [label for label, standing in told if standing is Standing.NAME]
        return find_habits(names, doubtful + odd, self._style)

    def _is_name(self, label: NameParts) -> bool:
        group = self._groups.get(label.key)
        named = group and self._decisions[label.key].standing is Standing.NAME
        return bool(group and named and group.parts.name == label.name)

    def _kind_of_person(self, group: LabelGroup) -> LabelKind:
        """A name of `[[people]]` always counts; a part of one that is a common word ("Power") may not."""
        if group.parts.kind is not LabelKind.COMMON:
            return LabelKind.PERSON
        loud = self._style.mixed_case and group.parts.upper
        return LabelKind.NAME if loud or group.count - group.goes_on > 1 else LabelKind.COMMON

    def _find(self) -> Iterator[FoundLabel]:
        for at, marks in self._marks.items():
            before = self._pieces[at - 1].cue.text if at else ""
            for number, mark in enumerate(marks):
                if mark.odd:
                    place = FoundLabel(
                        mark,
                        at,
                        number == 0,
                        speech=True,
                        following="",
                        interrupts=interrupts(before),
                    )
                    self._odd[at, mark.start] = place
                if mark.label:
                    following = followed_by(marks, number)
                    speech = bool(following) and not is_sound(following)
                    opened = following.lstrip(_OPENING_MARKS)
                    yield FoundLabel(mark, at, number == 0, speech, opened, interrupts(before))
                before = mark.text

    def marks(self, cue: int) -> list[LineMark] | None:
        """The lines of a cue; None when nothing in it can change the speaker, and it is no sound.

        Args:
            cue: its index.
        """
        return self._marks.get(cue)

    def standing(self, cue: int, mark: LineMark) -> Standing | None:
        """What the label of a line is; None without one.

        Args:
            cue: its index.
            mark: a line of it.
        """
        if mark.label is None:
            return None
        standing = self._decisions[mark.label.key].standing
        found = self._found.get((cue, mark.start))
        if standing is Standing.NAME and found and self._is_inside_sentence(found):
            return Standing.DOUBTFUL
        if standing is Standing.WORDS and found and self._may_be_somebody(found):
            return Standing.DOUBTFUL
        return standing

    def _may_be_somebody(self, found: FoundLabel) -> bool:
        """What would be words elsewhere may be somebody in a file that names its speakers."""
        kind, habits = found.kind, self._habits
        if kind is LabelKind.WORDS or not habits.has_names or not self._may_begin_turn(found):
            return False
        if found.mark.bracketed:
            return habits.bracketed and found.speech
        return habits.mostly or kind is not LabelKind.COMMON

    def _may_begin_turn(self, found: FoundLabel) -> bool:
        """Nothing in the sentence before says that it goes on."""
        return not found.interrupts or (found.first and not self._style.punctuated)

    def doubt(self, cue: int, mark: LineMark) -> str:
        """What tells in a line without a label that another may speak; "" for nothing.

        Args:
            cue: its index.
            mark: the line.
        """
        place = self._odd.get((cue, mark.start))
        odd = place and self._habits.mostly and self._may_begin_turn(place)
        return mark.somebody or (mark.odd if odd else "")

    def _is_inside_sentence(self, found: FoundLabel) -> bool:
        """A name at the start of a line may be in the middle of a sentence: "I went to / Rosa: she ..."."""
        return self._is_sentence_case and not found.first and _goes_on(found)

    def basis(self, mark: LineMark) -> str:
        """What the name of a line's label rests on."""
        return f"label: {self._decisions[mark.label.key].basis}" if mark.label else ""

    def names_every_cue(self) -> bool:
        """The file names the speaker in every cue: without a name, nobody is known."""
        firsts = list(self._firsts())
        named = {name for name in firsts if name}
        return _repeats_names(firsts) or (len(named) == 1 and _comes_back_alone(firsts))

    def _firsts(self) -> Iterator[str | None]:
        """The name that each cue of speech begins with, None without one, "" for another mark."""
        for at, piece in enumerate(self._pieces):
            if piece.tagged or not piece.cue.text:
                continue
            mark = self._marks.get(at, [None])[0]
            if mark is None:
                yield None
            elif (standing := self.standing(at, mark)) is Standing.NAME and mark.label:
                yield mark.label.key
            elif not is_sound(mark.text):
                yield (
                    ""
                    if mark.lead
                    or self.doubt(at, mark)
                    or standing in (Standing.DOUBTFUL, Standing.NOBODY)
                    else None
                )


def _has_colon(words: str) -> bool:
    return ":" in words or "：" in words


def _goes_on(found: FoundLabel) -> bool:
    """The text before a colon has no end, and the text after it no beginning."""
    small = begins_small(found.following)
    return found.interrupts and small and not found.mark.bracketed and bool(found.mark.words)


def _repeats_names(firsts: Sequence[str | None]) -> bool:
    """A file that repeats the name in the next cue names every cue."""
    pairs = list(pairwise(firsts))
    repeated = sum(bool(name) and name == after for name, after in pairs)
    unnamed = sum(bool(name) and after is None for name, after in pairs)
    return repeated > 0 and repeated >= unnamed


def _comes_back_alone(firsts: Sequence[str | None]) -> bool:
    """The only name of a file comes back, as where only the questions are named.

    Whose the words in between are is not known: nobody else is ever named.
    """
    last = {name: at for at, name in enumerate(firsts)}
    return any(
        name and firsts[at + 1] is None for at, name in enumerate(firsts[:-1]) if at < last[name]
    )
