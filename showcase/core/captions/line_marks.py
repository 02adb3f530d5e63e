"""The marks at the starts of lines that may change the speaker: `>>`, dashes, labels.

A label is "Rosa:", "[Rosa]", "(Rosa Field)", with or without words after it in the line.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import regex

from showcase.core.captions.dressed_labels import find_dressed_label
from showcase.core.captions.label_reader import LabelReader
from showcase.core.captions.letter_case import begins_small, is_small
from showcase.core.captions.mark_rules import CHEVRON, QUESTION, MarkRules
from showcase.core.captions.name_additions import are_pronouns
from showcase.core.captions.name_parts import LabelKind, NameParts
from showcase.core.captions.odd_labels import find_odd_label
from showcase.core.captions.sound_words import SOUND_WORDS
from showcase.core.captions.sounds import is_sound
from showcase.core.text.spans import Span

# Not a change of speaker: "-- and so" and "—and" continue an interrupted sentence, "-5" is a number.
_DASHES = "-–—‐―"
_DASH_CHARS = tuple(_DASHES)
_DASH = regex.compile(r"[-–—‐―](?![-–—‐―])(?:\s+(?=\S)|(?=[\p{Lu}\p{Lo}¿¡\"“«'‘\[(（【［♪]))")
_INNER_DASH = regex.compile(r"(?<=[.!?…][\"”»]?)\s+(?=[-–—‐―]\s+[\p{Lu}\p{Lo}¿¡\"“«\[(])")
_LONE_DASH = re.compile(rf"[{_DASHES}]\s*")
# An ASCII colon needs a space or a capital after it (unlike in "10:30"); a full-width one does not.
# "(312) 555-0100:" and "Rosa Field (she/her), CIW:" have brackets inside.
_COLON_LABEL = re.compile(
    r"((?:\(\d{2,4}\))?(?:[^:：∶﹕꞉\n\[\](（【［<>]|(?<=\S\s)\([^()\n]{1,40}\)(?=,?\s?[^\s:：])){1,60}?)\s*"
    r"(\[[^\[\]\n]{0,40}\]|\([^()\n]{0,40}\)|（[^（）\n]{0,40}）)?"
    r"\s?(?:[:∶﹕꞉](?=\s|$)|：|(:)(?=[^\W\d_]))\s*"
)
_BRACKET_LABEL = re.compile(
    r"[\[(（【［]\s*([^\[\]()（）【】［］\n]{1,60}(?:\([^()\n]{1,30}\))?)\s*[\])）】］](\s?[:：](?!\S)|：)?\s*"
)
_BRACKET = re.compile(r"[\[(（【]")
_OPEN_BRACKET = re.compile(r"[\s♪♫♬#*>-]*([\[(（【])[^\[\]()（）【】]*$")
_CLOSING_BRACKETS = {"[": "]", "(": ")", "（": "）", "【": "】"}
# Two lines of captions are 84 characters; a bracket that is open for longer was never closed.
_MAX_BRACKET_CHARS = 200
_SOUND_FIRST = re.compile(r"(?:\[[^\[\]\n]*\]|\([^()\n]*\)|（[^（）\n]*）|♪+)\s*")
# "(V.O.)", "(laughing)", "[on phone]": how it is said, while "(Vermont)" and "(she/her)" say who.
_MANNER = re.compile(r"\(?\[?(?:v\.?o|o\.?[sc]|cont'?d|off|voice-?over)\.?[\])]", re.IGNORECASE)
_SOMEBODY = (
    LabelKind.PERSON,
    LabelKind.NAME,
    LabelKind.WORD_NAME,
    LabelKind.ROLE,
    LabelKind.COMMON_ROLE,
)
_SURELY_SOMEBODY = (
    LabelKind.PERSON,
    LabelKind.NAME,
    LabelKind.ROLE,
    LabelKind.PRONOUNS,
    LabelKind.TITLE,
    LabelKind.DEGREE,
    LabelKind.TELEPHONE,
    LabelKind.DEVICE,
    LabelKind.NUMBERED,
)
# Nothing in a cue without one of these at the start of a line, or `>>` inside, can change the speaker.
_MARK_CHAR = re.compile(rf"[{_DASHES}:：∶﹕꞉>＞\[(（【［♪♫♬#*{{‹]")
_ANY_MARK = re.compile(
    rf"^\s*(?:[{_DASHES}<>＞\[(（【［♪♫♬#*{{‹]|[^:：∶﹕꞉\n]{{1,100}}[:：∶﹕꞉]|\S[^\n]{{0,40}}>>)"
    r"|\s(?:>>|> >|＞＞)",
    re.MULTILINE,
)


class LineMark(NamedTuple):
    """A line of a cue, or a part of it that starts with `>>`, and the marks before its words.

    Attributes:
        start: its first character in the cue's text.
        text: without white space at its end.
        lead: characters of `>>` or dash before the label.
        chevron: it starts with `>>`.
        label: the label, None without one.
        bracketed: the label is in brackets, with or without a colon.
        colon: there is a colon after the label.
        words_at: where the words begin: after the label, or after the lead.
        aside: in `text`, how it is said: "[laughing]".
        somebody: what is in brackets before the words, and tells that another speaks: "Bo speaking".
        odd: what is written like a label and is no name: "user 12".
    """

    start: int
    text: str
    lead: int = 0
    chevron: bool = False
    label: NameParts | None = None
    bracketed: bool = False
    colon: bool = False
    words_at: int = 0
    aside: Span | None = None
    somebody: str = ""
    odd: str = ""

    @property
    def words(self) -> str:
        """What is said in the line, after all marks."""
        return self.text[self.words_at :]


def may_have_marks(text: str) -> bool:
    """False for most cues: nothing in them can change the speaker, and they are no sound."""
    return _MARK_CHAR.search(text) is not None and _ANY_MARK.search(text) is not None


def read_marks(text: str, labels: LabelReader, rules: MarkRules) -> list[LineMark]:
    """The lines of a cue with their marks.

    Args:
        text: of a cue, with line feeds between lines.
        labels: takes labels apart.
        rules: which marks count.
    """
    marks: list[LineMark] = []
    for start, line in _segments(text, rules):
        if not _MARK_CHAR.search(line) and not rules.questions:
            marks.append(LineMark(start, line))
        elif rules.dashes and "\n" in text and _LONE_DASH.fullmatch(line):
            marks.append(LineMark(start, line, lead=len(line), words_at=len(line)))
        else:
            marks += _split_sound_and_label(_read_mark(start, line, labels, rules), labels)
    return marks


def _segments(text: str, rules: MarkRules) -> Iterator[tuple[int, str]]:
    """The lines of a text, cut also before marks inside a line, each with its first character.

    These are `>>`, and a dash between two sentences in a line that begins with one: "- Ready? - Yes."
    """
    for start, line in _split_lines(text):
        dashes = rules.dashes and line.startswith(_DASH_CHARS)
        if not (rules.chevrons or dashes):
            yield start, line.rstrip()
            continue
        cuts = [found.start() for found in CHEVRON.finditer(line)] if rules.chevrons else []
        cuts += [found.end() for found in _INNER_DASH.finditer(line)] if dashes else []
        cuts.sort()
        for begin, end in pairwise([0, *(cut for cut in cuts if cut), len(line)]):
            yield start + begin, line[begin:end].rstrip()


def _split_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a cue; a line with an open bracket includes the lines down to where it is closed."""
    if not _BRACKET.search(text):
        start = 0
        for line in text.split("\n"):
            yield start, line
            start += len(line) + 1
        return
    start = 0
    while start < len(text):
        end = _line_end(text, start)
        opened = _OPEN_BRACKET.match(text, start, end)
        if opened:
            closed = text.find(_CLOSING_BRACKETS[opened[1]], end, end + _MAX_BRACKET_CHARS)
            end = _line_end(text, closed) if closed > 0 else end
        yield start, text[start:end]
        start = end + 1


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def _read_mark(start: int, text: str, labels: LabelReader, rules: MarkRules) -> LineMark:
    chevron = CHEVRON.match(text) if rules.chevrons else None
    lead = chevron.end() if chevron else 0
    if rules.dashes and text.startswith(_DASH_CHARS, lead):
        dash = _DASH.match(text, lead)
        lead = dash.end() if dash else lead
    mark = LineMark(start, text, lead, bool(chevron), words_at=lead)
    if rules.questions and (found := QUESTION.match(text, lead)):
        label = labels.read(found[1])
        return mark._replace(label=label, colon=True, words_at=found.end())
    return _with_label(mark, labels)


def _with_label(mark: LineMark, labels: LabelReader) -> LineMark:
    found = _with_bracket(mark, labels) or _with_colon(mark, labels)
    if found or (found := _with_dress(mark, labels)):
        return found
    return mark if mark.lead else mark._replace(odd=find_odd_label(mark.text, labels))


def _with_dress(mark: LineMark, labels: LabelReader) -> LineMark | None:
    found = find_dressed_label(mark.text, mark.lead)
    label = labels.read(found.label) if found else None
    if found is None or label is None or label.kind not in _SURELY_SOMEBODY:
        return None
    return mark._replace(
        label=label, bracketed=found.bracketed, colon=not found.bracketed, words_at=found.end
    )


def _split_sound_and_label(mark: LineMark, labels: LabelReader) -> Iterator[LineMark]:
    """Two lines for "[music] ANA: Hello"."""
    sound = None if mark.label else _SOUND_FIRST.match(mark.text, mark.lead)
    if sound:
        at = sound.end()
        rest = LineMark(mark.start + at, mark.text[at:])
        labelled = _with_bracket(rest, labels) or _with_colon(rest, labels)
        label = labelled.label if labelled else None
        if labelled and label and label.kind is not LabelKind.WORDS:
            yield mark._replace(text=mark.text[:at].rstrip())
            yield labelled
            return
    yield mark


def _with_colon(mark: LineMark, labels: LabelReader) -> LineMark | None:
    found = _COLON_LABEL.match(mark.text, mark.lead)
    if found is None or (found[3] and begins_small(mark.text[found.end() :])):
        return None
    aside = found[2] if found[2] and _is_manner(found[2]) else ""
    written = found[1] if aside or not found[2] else f"{found[1]} {found[2]}"
    label = labels.read(written)
    if label is None:
        first, comma, _ = written.partition(",")
        told = comma and _is_somebody(first, labels)
        return mark._replace(somebody=written) if told else None
    span = Span(*found.span(2)) if aside else None
    return mark._replace(label=label, colon=True, words_at=found.end(), aside=span)


def _is_manner(aside: str) -> bool:
    inner = aside[1:-1].strip()
    words = inner.casefold().split()
    return not are_pronouns(inner) and (
        aside[0] == "["
        or _MANNER.fullmatch(aside) is not None
        or (begins_small(inner) and "/" not in inner)
        or any(word in SOUND_WORDS for word in words)
    )


def _with_bracket(mark: LineMark, labels: LabelReader) -> LineMark | None:
    found = _BRACKET_LABEL.match(mark.text, mark.lead)
    if found is None:
        return None
    words = mark.text[found.end() :]
    if is_sound(words or "."):
        return None
    label = labels.read(found[1].rstrip(":： "))
    colon = bool(found[2]) or found[1].endswith((":", "："))
    worded = label is None or label.kind in (LabelKind.WORDS, LabelKind.UNNAMED)
    if label is None or worded or (_is_sound_like(label) and not colon):
        if not any(map(str.isalnum, found[1])):
            return mark._replace(odd=found[1] if "?" in found[1] else "")
        unnamed = label is not None and label.kind is LabelKind.UNNAMED
        named = bool(words) and (unnamed or _names_somebody(found[1], labels))
        return mark._replace(somebody=found[1]) if named else None
    return mark._replace(label=label, bracketed=True, colon=colon, words_at=found.end())


def _is_sound_like(label: NameParts) -> bool:
    """True for "music", "Door slams", "WHISPERING", "BO LAUGHS": what is in brackets and no name."""
    words = label.key.split()
    sounds = any(word in SOUND_WORDS for word in words)
    if label.kind in (LabelKind.NAME, LabelKind.WORD_NAME):
        return sounds
    if label.kind not in (LabelKind.OTHER, LabelKind.COMMON):
        return False
    return is_small(label.name) or sounds or (len(words) == 1 and words[0].endswith("ing"))


def _names_somebody(text: str, labels: LabelReader) -> bool:
    """True for "Bo speaking", "Bo, in Spanish" and "man on radio": hardly the speaker before."""
    first, _, rest = text.partition(" ")
    return bool(rest) and _is_somebody(first.rstrip(","), labels)


def _is_somebody(text: str, labels: LabelReader) -> bool:
    label = labels.read(text)
    return label is not None and label.kind in _SOMEBODY
