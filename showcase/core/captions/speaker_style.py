"""The style in which a caption file marks its speakers: labels, chevrons (`>>`), dashes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

_NAME_WORD = r"[^\s:：()\[\]（）【】<>,;!?…\"“”]+"
# One to four words, of which the first starts with a letter.
_NAME = rf"(?=[^\W\d_]){_NAME_WORD}(?:[ ]{_NAME_WORD}){{0,3}}"
# An ASCII colon needs a space after it (unlike in "10:30"), a full-width one does not.
_COLON = r"(?:[ \u00a0]?:(?=\s|$)|：)\s*"
LABEL = re.compile(
    rf"(?P<name>{_NAME})(?:\s*(?P<aside>\[[^\[\]]*\]|\([^()]*\)))?{_COLON}"
    rf"|[\[(（【]\s*(?P<bracketed>{_NAME})\s*[\])）】]{_COLON}"
)
CHEVRON = re.compile(r"(?:^|(?<=\s))(?:>>>?|> >)\s*")
# Not a change of speaker: "-- and so" and "—and" continue an interrupted sentence, "-5" is a number.
_DASHES = ("-", "–", "—", "‐", "―")
_DASH = regex.compile(r"[-–—‐―](?![-–—‐―])(?:\s+(?=\S)|(?=[\p{Lu}\p{Lo}¿¡\"“«'‘\[(♪]))")
_BRACKETS = r"(?:\[[^\[\]]*\]|\([^()]*\)|（[^（）]*）|【[^【】]*】|\{[^{}]*\})"
_MUSIC_NOTES = r"[\s♪♫♬#*]*"
_SOUND = re.compile(rf"{_MUSIC_NOTES}(?:{_BRACKETS}[\s♪♫♬#*.,;!-]*+)++|(?=.*[♪♫♬]){_MUSIC_NOTES}")
# "(Based on a true story.)" is text on the screen, not a sound.
_BRACKETED_SENTENCE = re.compile(r"\s*\((?:[^\s()]+\s+){3}[^()]*[.?]\s*\)\s*")
_OPEN_BRACKET = re.compile(r"[\s♪♫♬#*>-]*([\[(（【])[^\[\]()（）【】]*$")
_CLOSING_BRACKETS = {"[": "]", "(": ")", "（": "）", "【": "】"}
# Two lines of captions are 84 characters; a bracket that is open for longer was never closed.
_MAX_BRACKET_CHARS = 200
_NAME_PARTICLES = frozenset({
    "and", "of", "the", "de", "del", "della", "da", "di", "do", "dos", "das", "du", "la", "le",
    "las", "los", "van", "von", "der", "den", "ter", "bin", "al", "el", "y", "e",
})  # fmt: skip
# Labels of lessons, lists and songs, in the languages of most captions; a number may follow them.
_NOT_NAMES = frozenset({
    "note", "notes", "step", "tip", "warning", "example", "part", "chapter", "section", "lesson",
    "remember", "chorus", "verse", "refrain", "nota", "notas", "paso", "ejemplo", "consejo",
    "capítulo", "parte", "remarque", "étape", "exemple", "conseil", "chapitre", "hinweis",
    "schritt", "beispiel", "kapitel", "teil",
})  # fmt: skip


class Segment(NamedTuple):
    """A line of a cue, or a part of it that starts with `>>`.

    Attributes:
        start: its first character in the cue's text.
        text: without white space at its end.
    """

    start: int
    text: str


class SpeakerStyle(NamedTuple):
    """How a file marks its speakers.

    Attributes:
        names: its labels that are names: their casefolded form to the spelling that comes first.
        chevrons: it uses `>>`, which then also counts inside a line.
        names_every_cue: it names the speaker in every cue.
        dashes: a dash at the start of a line is a change of speaker.
    """

    names: dict[str, str]
    chevrons: bool = False
    names_every_cue: bool = False
    dashes: bool = True


def is_sound(text: str) -> bool:
    """True for "[applause]", "(laughs)", "♪♪": brackets or notes and nothing else."""
    return _SOUND.fullmatch(text) is not None and not _BRACKETED_SENTENCE.fullmatch(text)


def detect_style(texts: Sequence[str]) -> SpeakerStyle:
    """How a file marks its speakers.

    Args:
        texts: of its cues that no `<v>` tag decides, in order of start.
    """
    chevrons = any(CHEVRON.match(line) for text in texts for line in text.split("\n"))
    cues = [list(split_segments(text, inside=chevrons)) for text in texts]
    letters = "".join(texts)
    mixed_case = sum(map(str.islower, letters)) > sum(map(str.isupper, letters))
    names = _find_speaker_names(
        [segment.text for cue in cues for segment in cue], capitals=mixed_case
    )
    firsts = [
        _leading_speaker(cue[0].text, names) for cue in cues if cue and not is_sound(cue[0].text)
    ]
    return SpeakerStyle(names, chevrons, names_every_cue=not chevrons and _names_every_cue(firsts))


def _find_speaker_names(segments: Sequence[str], *, capitals: bool) -> dict[str, str]:
    """The labels that are names: casefolded form to the spelling that comes first."""
    labels = [found for text in segments if (found := _candidate_name(text))]
    seen = Counter(name.casefold() for name, _ in labels)
    names: dict[str, str] = {}
    for name, sure in labels:
        loud = capitals and name.isupper() and len(name) > 1
        if sure or loud or seen[name.casefold()] > 1:
            names.setdefault(name.casefold(), name)
    return names


def _candidate_name(text: str) -> tuple[str, bool] | None:
    """The label of a segment, if it can be a name, and whether `>>` or brackets prove that it is one."""
    chevron = CHEVRON.match(text)
    mark = chevron or match_dash(text)
    label = LABEL.match(text, mark.end() if mark else 0)
    if not label:
        return None
    name = label["name"] or label["bracketed"]
    return (name, bool(chevron or label["bracketed"])) if _looks_like_name(name) else None


def _looks_like_name(label: str) -> bool:
    """True for "Ana de la Cruz", "SPEAKER 2", "narrator"; not for "He said" or "Step 1"."""
    words = label.split()
    if words[0].casefold() in _NOT_NAMES and all(word.isdigit() for word in words[1:]):
        return False
    return len(words) == 1 or not any(
        word[0].islower() and word not in _NAME_PARTICLES for word in words
    )


def _leading_speaker(text: str, names: dict[str, str]) -> str | None:
    found = _candidate_name(text)
    return names.get(found[0].casefold()) if found else None


def _names_every_cue(firsts: Sequence[str | None]) -> bool:
    """A file that repeats the name in the next cue names every cue: without a name, nobody is known."""
    repeated = sum(name is not None and name == after for name, after in pairwise(firsts))
    unnamed = sum(name is not None and after is None for name, after in pairwise(firsts))
    return repeated > 0 and repeated >= unnamed


def split_segments(text: str, *, inside: bool) -> Iterator[Segment]:
    """The segments of a cue's text.

    Args:
        text: of a cue, with line feeds between lines.
        inside: True to split also before each `>>` inside a line.
    """
    for line in _split_lines(text):
        cuts = [found.start() for found in CHEVRON.finditer(line.text)] if inside else []
        borders = [0, *(cut for cut in cuts if cut), len(line.text)]
        for begin, end in pairwise(borders):
            yield Segment(line.start + begin, line.text[begin:end].rstrip())


def _split_lines(text: str) -> Iterator[Segment]:
    """The lines of a cue; a line with an open bracket includes the lines down to where it is closed."""
    start = 0
    while start < len(text):
        end = _line_end(text, start)
        opened = _OPEN_BRACKET.match(text, start, end)
        if opened:
            closed = text.find(_CLOSING_BRACKETS[opened[1]], end, end + _MAX_BRACKET_CHARS)
            end = _line_end(text, closed) if closed > 0 else end
        yield Segment(start, text[start:end])
        start = end + 1


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def match_dash(text: str) -> regex.Match[str] | None:
    """The dash at the start of a line that marks a change of speaker, with the spaces after it."""
    return _DASH.match(text) if text.startswith(_DASHES) else None
