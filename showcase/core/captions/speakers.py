"""Who speaks, where cues say it in their text: `>>`, `NAME:`, dashes, sounds in brackets.

The rules, over all cues of a file in order of start:

* A `<v>` counts before everything else. An unclosed one goes on in the cues without one.
* `>>` is a change of speaker. A label with a colon behind it is a name; without one nobody is named.
* A label is up to four words at the start of a line, a colon, a space. It names a speaker if it is in
  capitals in a file that is not, or if it comes back in the file. Otherwise it is text ("Note: ...").
* In brackets with a colon behind them stands a name. A line of brackets only is a sound, and does not
  change who speaks. A dash at the start of a line is a change of speaker without a name.
* A named speaker goes on until the next mark, except in a file that repeats the name in cue after cue:
  there a cue without a name has none.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

import regex

from showcase.core.captions.cue_text import cut_cue
from showcase.core.captions.cues import Cue
from showcase.core.text.spans import Span

_NAME_WORD = r"[^\s:：()\[\]（）【】<>,;!?…\"“”]+"
_NAME = rf"(?=[^\W\d_]){_NAME_WORD}(?:[ ]{_NAME_WORD}){{0,3}}"
# An ASCII colon needs a space behind it (not "10:30"), a full-width one does not.
_COLON = r"(?:[ \u00a0]?:(?=\s|$)|：)\s*"
_LABEL = re.compile(
    rf"(?P<name>{_NAME})(?:\s*(?P<aside>\[[^\[\]]*\]|\([^()]*\)))?{_COLON}"
    rf"|[\[(（【]\s*(?P<bracketed>{_NAME})\s*[\])）】]{_COLON}"
)
_CHEVRON = re.compile(r"(?:^|(?<=\s))(?:>>>?|> >)\s*")
# "-- and so" goes on where somebody was cut off, "—and" too, "-5" is a number.
_DASHES = ("-", "–", "—", "‐", "―")
_DASH = regex.compile(r"[-–—‐―](?![-–—‐―])(?:\s+(?=\S)|(?=[\p{Lu}\p{Lo}¿¡\"“«'‘\[(♪]))")
_BRACKETS = r"(?:\[[^\[\]]*\]|\([^()]*\)|（[^（）]*）|【[^【】]*】|\{[^{}]*\})"
_NOTES = r"[\s♪♫♬#*]*"
_SOUND = re.compile(rf"{_NOTES}(?:{_BRACKETS}[\s♪♫♬#*.,;!-]*+)++|(?=.*[♪♫♬]){_NOTES}")
# "(Based on a true story.)" is read from the screen.
_SENTENCE = re.compile(r"\s*\((?:[^\s()]+\s+){3}[^()]*[.?]\s*\)\s*")
_OPEN_BRACKET = re.compile(r"[\s♪♫♬#*>-]*([\[(（【])[^\[\]()（）【】]*$")
_CLOSING = {"[": "]", "(": ")", "（": "）", "【": "】"}
# Two lines of captions are 84 characters; a bracket that is open longer was never closed.
_BRACKET_LENGTH = 200
_PARTICLES = frozenset({
    "and", "of", "the", "de", "del", "della", "da", "di", "do", "dos", "das", "du", "la", "le",
    "las", "los", "van", "von", "der", "den", "ter", "bin", "al", "el", "y", "e",
})  # fmt: skip
# Labels of lessons, lists and songs in the languages most captions are in; their digits do not count.
_NOT_NAMES = frozenset({
    "note", "notes", "step", "tip", "warning", "example", "part", "chapter", "section", "lesson",
    "remember", "chorus", "verse", "refrain", "nota", "notas", "paso", "ejemplo", "consejo",
    "capítulo", "parte", "remarque", "étape", "exemple", "conseil", "chapitre", "hinweis",
    "schritt", "beispiel", "kapitel", "teil",
})  # fmt: skip


class Spoken(NamedTuple):
    """A cue of one voice as its tags leave it.

    Attributes:
        cue: its voice is that of its `<v>`, None without one.
        tagged: True when a `<v>` of the file's cue decides the voice.
        leaves: the voice that goes on behind its file's cue, when tagged.
    """

    cue: Cue
    tagged: bool = False
    leaves: str | None = None


class _Segment(NamedTuple):
    """A line of a cue, or a piece of it that begins with `>>`; `start` is its place in the text."""

    start: int
    text: str


class _Part(NamedTuple):
    """A piece of a cue's text, and what the mark before it says.

    Attributes:
        span: its characters; none where a label stands alone.
        turn: somebody else speaks; `name` says who, if the mark does.
        sound: True when it is no speech.
    """

    span: Span
    turn: bool = False
    name: str | None = None
    sound: bool = False


class _Habits(NamedTuple):
    """How a file marks its speakers.

    Attributes:
        names: its labels that are names, folded, to their first spelling.
        chevrons: it uses `>>`, so that one counts inside a line too.
        every_cue: it names the speaker in each cue.
        dashes: a dash is a change of speaker.
    """

    names: dict[str, str]
    chevrons: bool = False
    every_cue: bool = False
    dashes: bool = True


_TAGS_ONLY = _Habits({}, dashes=False)


def find_voices(pieces: Sequence[Spoken]) -> tuple[Cue, ...]:
    """Give each cue its voice; cues that several voices share are split.

    Args:
        pieces: in order of start; those without text only carry their voice on.

    Returns: cues without labels, `>>` and dashes in their text; sounds are cues of their own.
    """
    walk = _Walk(_habits([piece.cue.text for piece in pieces if not piece.tagged]))
    return tuple(cue for piece in pieces for cue in walk.cues(piece))


def is_sound(text: str) -> bool:
    """True for "[applause]", "(laughs)", "♪♪": brackets or notes and nothing else."""
    return _SOUND.fullmatch(text) is not None and not _SENTENCE.fullmatch(text)


class _Walk:
    """Goes through a file and knows who speaks."""

    def __init__(self, habits: _Habits) -> None:
        self._habits = habits
        self._voice: str | None = None
        self._by_tag = False
        # A mark without words behind it counts for the words that come next.
        self._pending = self._turn = False

    def cues(self, piece: Spoken) -> list[Cue]:
        return self._tagged(piece) if piece.tagged else self._untagged(piece.cue)

    def _tagged(self, piece: Spoken) -> list[Cue]:
        self._voice, self._by_tag = piece.leaves, piece.leaves is not None
        self._pending = self._turn = False
        parts = _parts(piece.cue.text, _TAGS_ONLY)
        return _cut(piece.cue, [(part, piece.cue.voice, False) for part in parts])

    def _untagged(self, cue: Cue) -> list[Cue]:
        if self._habits.every_cue and not self._by_tag and not self._pending:
            self._voice = None
        habits = self._habits._replace(dashes=not self._by_tag)
        return _cut(cue, [(part, *self._who(part)) for part in _parts(cue.text, habits)])

    def _who(self, part: _Part) -> tuple[str | None, bool]:
        """The voice of a part, and whether it is a change of speaker without a name."""
        if part.turn:
            self._voice, self._by_tag = part.name, False
            self._turn = part.name is None
        silent = part.span.start == part.span.end
        self._pending = silent or (self._pending and part.sound)
        if silent or part.sound:
            return part.name, False
        turn, self._turn = self._turn, False
        return self._voice, turn


def _cut(cue: Cue, parts: Sequence[tuple[_Part, str | None, bool]]) -> list[Cue]:
    said = [who for who in parts if who[0].span.end > who[0].span.start]
    pieces = cut_cue(cue, [part.span for part, _, _ in said])
    return [
        replace(piece, voice=voice, turn=turn, sound=part.sound)
        for piece, (part, voice, turn) in zip(pieces, said, strict=True)
    ]


def _habits(texts: Sequence[str]) -> _Habits:
    """How a file marks its speakers; `texts` are those of its cues without `<v>`."""
    chevrons = any(_CHEVRON.match(line) for text in texts for line in text.split("\n"))
    cues = [list(_segments(text, inside=chevrons)) for text in texts]
    letters = "".join(texts)
    mixed_case = sum(map(str.islower, letters)) > sum(map(str.isupper, letters))
    names = _names([segment.text for cue in cues for segment in cue], capitals=mixed_case)
    firsts = [_first_name(cue[0].text, names) for cue in cues if cue and not is_sound(cue[0].text)]
    return _Habits(names, chevrons, every_cue=not chevrons and _names_each(firsts))


def _names(segments: Sequence[str], *, capitals: bool) -> dict[str, str]:
    """The labels that name speakers, folded, to the spelling that comes first."""
    labels = [found for text in segments if (found := _candidate(text))]
    seen = Counter(name.casefold() for name, _ in labels)
    names: dict[str, str] = {}
    for name, sure in labels:
        loud = capitals and name.isupper() and len(name) > 1
        if sure or loud or seen[name.casefold()] > 1:
            names.setdefault(name.casefold(), name)
    return names


def _candidate(text: str) -> tuple[str, bool] | None:
    """The label of a segment that may be a name, and whether its mark alone says that it is one."""
    chevron = _CHEVRON.match(text)
    mark = chevron or _dash(text)
    label = _LABEL.match(text, mark.end() if mark else 0)
    if not label:
        return None
    name = label["name"] or label["bracketed"]
    return (name, bool(chevron or label["bracketed"])) if _is_like_a_name(name) else None


def _is_like_a_name(label: str) -> bool:
    """Like "Ana de la Cruz", "SPEAKER 2", "narrator"; not "He said", not "Step 1"."""
    words = label.split()
    if words[0].casefold() in _NOT_NAMES and all(word.isdigit() for word in words[1:]):
        return False
    return len(words) == 1 or not any(
        word[0].islower() and word not in _PARTICLES for word in words
    )


def _first_name(text: str, names: dict[str, str]) -> str | None:
    found = _candidate(text)
    return names.get(found[0].casefold()) if found else None


def _names_each(firsts: Sequence[str | None]) -> bool:
    """Who repeats a name in the next cue names every cue; then a cue without a name has none."""
    repeated = sum(name is not None and name == after for name, after in pairwise(firsts))
    unnamed = sum(name is not None and after is None for name, after in pairwise(firsts))
    return repeated > 0 and repeated >= unnamed


def _parts(text: str, habits: _Habits) -> list[_Part]:
    """The pieces of a cue: a line without a mark goes on with the one before."""
    parts: list[_Part] = []
    for segment in _segments(text, inside=habits.chevrons):
        for part in _read(segment, habits):
            if parts and not (part.turn or part.sound or parts[-1].sound):
                before = parts.pop()
                begin = before.span if before.span.end > before.span.start else part.span
                parts.append(before._replace(span=Span(begin.start, part.span.end)))
            else:
                parts.append(part)
    return parts


def _segments(text: str, *, inside: bool) -> Iterator[_Segment]:
    """The lines of a cue, cut before each `>>` when it counts inside a line too."""
    for line in _lines(text):
        cuts = [found.start() for found in _CHEVRON.finditer(line.text)] if inside else []
        borders = [0, *(cut for cut in cuts if cut), len(line.text)]
        for begin, end in pairwise(borders):
            yield _Segment(line.start + begin, line.text[begin:end].rstrip())


def _lines(text: str) -> Iterator[_Segment]:
    """The lines of a cue; one whose bracket is closed further down reaches down to there."""
    start = 0
    while start < len(text):
        end = _line_end(text, start)
        opened = _OPEN_BRACKET.match(text, start, end)
        if opened:
            closed = text.find(_CLOSING[opened[1]], end, end + _BRACKET_LENGTH)
            end = _line_end(text, closed) if closed > 0 else end
        yield _Segment(start, text[start:end])
        start = end + 1


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def _read(segment: _Segment, habits: _Habits) -> Iterator[_Part]:
    """The mark of a segment and what stands behind it; "JOHN [laughing]: Hi" is a sound and speech."""
    text = segment.text
    mark = (habits.chevrons and _CHEVRON.match(text)) or (habits.dashes and _dash(text))
    begin, turn, name = mark.end() if mark else 0, bool(mark), None
    label = _LABEL.match(text, begin)
    known = label and habits.names.get((label["name"] or label["bracketed"]).casefold())
    if label and known:
        if label["aside"]:
            yield _Part(
                _shift(label.span("aside"), segment.start), turn=True, name=known, sound=True
            )
        begin, turn, name = label.end(), not label["aside"], known if not label["aside"] else None
    yield _Part(_shift((begin, len(text)), segment.start), turn, name, sound=is_sound(text[begin:]))


def _dash(text: str) -> regex.Match[str] | None:
    return _DASH.match(text) if text.startswith(_DASHES) else None


def _shift(span: tuple[int, int], by: int) -> Span:
    return Span(span[0] + by, span[1] + by)
