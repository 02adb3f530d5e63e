"""Letters of a caption file, counted without the program: what its reader must keep, each once and in order.

A file is looked at here as a person with a text editor would: its lines between the timing lines, in the
order of their times, without tags. Of this the letters and digits count, without accents' forms and case,
so that it does not matter where lines break or a word is divided by a hyphen.
"""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

import regex

_TIMING = re.compile(r"^\s*(?:(\d+):)?(\d+):(\d+)[.,](\d+)\s*-->", re.ASCII)
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]*>|<\d[\d:.]*>|\{\\[^{}\n]*\}")
_VOICE = re.compile(r"<v(?:\.[^\s<>]+)*\s+([^<>]*)>")
_READING = re.compile(r"<rt\b[^>]*>.*?(?:</rt>|(?=</ruby>|<rt\b)|$)")
_NOT_LETTER = regex.compile(r"[^\p{L}\p{N}]+")
_NON_CUE = re.compile(r"^(?:NOTE|STYLE|REGION)(?:\s|$)")


class WrittenCue(NamedTuple):
    """A cue as it is written: when it starts, in milliseconds, and its lines with their tags."""

    start_ms: int
    lines: tuple[str, ...]


def written_cues(text: str) -> list[WrittenCue]:
    """The cues of a WebVTT or SubRip file, in order of start; those that start together keep their order."""
    lines = re.split(r"\r\n|\r|\n", text)
    timed = [number for number, line in enumerate(lines) if _TIMING.match(line)]
    return sorted(_cues(lines, timed), key=lambda cue: cue.start_ms)


def _cues(lines: list[str], timed: list[int]) -> Iterator[WrittenCue]:
    for number, end in pairwise([*timed, len(lines)]):
        found = _TIMING.match(lines[number])
        own = list(_own_lines(lines[number + 1 : end], last=end == len(lines)))
        if found:
            yield WrittenCue(_milliseconds(found), tuple(own))


def _milliseconds(found: re.Match[str]) -> int:
    hours, minutes, seconds, fraction = found.groups()
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int(fraction.ljust(3, "0")[:3])


def _own_lines(lines: list[str], *, last: bool) -> Iterator[str]:
    """The lines of a cue: without the identifier of the next one, and without comments after a blank line."""
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    if not last and lines and (lines[-1].strip().isdecimal() or lines[-2:-1] == [""]):
        lines = lines[:-1]
    for number, line in enumerate(lines):
        if number and not lines[number - 1].strip() and _NON_CUE.match(line):
            return
        yield line


def plain(line: str) -> str:
    """A line without its tags and the readings of its ruby, with the names of its voices."""
    return html.unescape(_TAG.sub(" ", _VOICE.sub(r" \1 ", _READING.sub("", line))))


def letters(texts: Iterable[str]) -> str:
    """The letters and digits of texts, one after another."""
    joined = unicodedata.normalize("NFKC", " ".join(texts)).casefold()
    return _NOT_LETTER.sub("", unicodedata.normalize("NFKC", joined))


def word_count(texts: Iterable[str]) -> int:
    """How many words texts have, as white space divides them; of scripts without spaces, how many letters."""
    return len(
        regex.findall(
            r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*",
            " ".join(texts),
        )
    )
