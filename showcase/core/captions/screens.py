"""Screens: what a cue shows, as words and lines, and how one screen follows from the one before.

Captions that roll up or grow show words again that were shown before; only what they add is said anew.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from showcase.core.captions.cues import Cue
from showcase.core.captions.quick_tuples import new_tuple
from showcase.core.text.spans import Span
from showcase.core.text.tokenizer import is_unspaced

# A character of a script without spaces, or what stands between spaces.
_TOKEN = regex.compile(
    r"(?V1)[\p{Han}\p{Hiragana}\p{Katakana}ーｰ\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]\p{M}*"
    r"|[[^\s]--\p{Han}--\p{Hiragana}--\p{Katakana}--ーｰ--\p{Thai}--\p{Lao}--\p{Khmer}--\p{Myanmar}]+"
)
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}ー\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_SPACED_TOKEN = re.compile(r"\S+")
_NOT_LETTERS = regex.compile(r"[\W_]+")
# A screen of CEA-608 captions has 15 rows.
_MAX_SCREEN_LINES = 15
# The last words that live captions still change.
_MAX_REVISED_WORDS = 2
# A screen that loses its first words, and not a whole line, keeps at least so many.
_MIN_SLIDING_WORDS = 3
_MAX_SLIDING_WORDS = 60


class Screen(NamedTuple):
    """The words that a cue shows.

    Attributes:
        cue: the cue.
        keys: the words as they are compared, without case and punctuation; in scripts without spaces, the
            characters.
        lines: the number of the first word of each line, then the number of all words.
        untimed: how many words come before the first one with an inline time: only these can be old.
        spaced: it is in scripts that put spaces between words.
    """

    cue: Cue
    keys: list[str]
    lines: list[int]
    untimed: int
    spaced: bool

    @property
    def is_timed(self) -> bool:
        """Does it have inline times?"""
        return self.untimed < len(self.keys)

    @property
    def length(self) -> float:
        """How long it takes to say, in words; a character of an unspaced script is half a word."""
        may_have_any = not self.spaced or "ｰ" in self.cue.text
        characters = sum(map(is_unspaced, self.keys)) if may_have_any else 0
        return len(self.keys) - characters / 2


def read_screen(cue: Cue) -> Screen:
    """The words of a cue's text."""
    keys: list[str] = []
    lines = [0]
    spaced = _has_spaces(cue.text)
    for line in cue.text.split("\n"):
        keys += map(word_key, line.split() if spaced else _tokens(line))
        lines.append(len(keys))
    untimed = len(_tokens(cue.text[: cue.words[0].at])) if cue.words else len(keys)
    return new_tuple(Screen, (cue, keys, lines, untimed, spaced))


def _tokens(text: str) -> list[str]:
    return text.split() if _has_spaces(text) else _TOKEN.findall(text)


def _has_spaces(text: str) -> bool:
    """Is a text in scripts that put spaces between words?"""
    return text.isascii() or not _UNSPACED.search(text)


def word_spans(text: str) -> list[Span]:
    """The characters of each word of a screen."""
    found = (_SPACED_TOKEN if _has_spaces(text) else _TOKEN).finditer(text)
    return [Span(*token.span()) for token in found]


@lru_cache(maxsize=50_000)
def word_key(word: str) -> str:
    """A word as it is compared: "Ferry." is "ferry"; what has no letter is itself."""
    folded = word.casefold()
    if folded.isascii() and folded.isalnum():
        return folded
    return str(_NOT_LETTERS.sub("", folded)) or word


class ScreenChange(NamedTuple):
    """How a screen follows from the one before.

    Attributes:
        dropped: how many words of the screen before have scrolled off its top.
        kept: how many words after them are still there: the first of the new screen.
        revised: True when words after those were taken back.
        whole_lines: True when nothing but whole lines is kept and added.
    """

    dropped: int
    kept: int
    revised: bool = False
    whole_lines: bool = False


def find_change(before: Screen, screen: Screen, *, hurried: bool) -> ScreenChange | None:
    """How a screen follows from the one before; None where it is a new one.

    Args:
        before: the screen before.
        screen: the screen.
        hurried: True when nobody can have said all of it while it was shown; then its last words may have
            been revised.
    """
    first_line = max(len(before.lines) - 1 - _MAX_SCREEN_LINES, 0)
    for line in range(first_line, len(before.lines) - 1):
        if change := _change_of_lines(before, screen, line):
            return change
    for dropped in before.lines[first_line:-1]:
        if change := _change_of_words(before, screen, dropped, hurried=hurried):
            return change
    return _sliding_change(before, screen) if hurried else None


def _change_of_lines(before: Screen, screen: Screen, line: int) -> ScreenChange | None:
    """The change if the lines above a line have scrolled off, and the others were kept as they are.

    A line with inline times is being spoken: it is always new.
    """
    dropped = before.lines[line]
    if before.keys[dropped : dropped + 1] != screen.keys[:1] and dropped < len(before.keys):
        return None
    kept = before.lines[-1] - dropped
    if screen.keys[:kept] != before.keys[dropped:]:
        return None
    borders = [border - dropped for border in before.lines[line:]]
    if screen.lines[: len(borders)] != borders:
        return None
    return None if kept > screen.untimed else ScreenChange(dropped, kept, whole_lines=True)


def _change_of_words(
    before: Screen, screen: Screen, dropped: int, *, hurried: bool
) -> ScreenChange | None:
    """The change if so many words have scrolled off, and the words after them were kept."""
    old = len(before.keys) - dropped
    same = _common_start(before.keys, dropped, screen.keys)
    if same > screen.untimed or (screen.is_timed and not hurried):
        return None
    revised = old - same
    if not revised:
        return ScreenChange(dropped, same)
    if revised == 1 and (same or hurried) and _is_spelt_out(before, screen, same + dropped, same):
        return ScreenChange(dropped, same + 1)
    if hurried and revised <= _MAX_REVISED_WORDS and same > revised:
        return ScreenChange(dropped, same, revised=True)
    return None


def _is_spelt_out(before: Screen, screen: Screen, old: int, new: int) -> bool:
    """Is a word of the screen before the beginning of a longer one: "for" of "forty"?"""
    if new == len(screen.keys):
        return False
    word, longer = before.keys[old], screen.keys[new]
    return len(longer) > len(word) and longer.startswith(word)


def _common_start(before: Sequence[str], dropped: int, keys: Sequence[str]) -> int:
    """How many words are the same, from word `dropped` of the screen before on."""
    count = min(len(before) - dropped, len(keys))
    if not count or before[dropped] != keys[0]:
        return 0
    if before[dropped : dropped + count] == keys[:count]:
        return count
    return next(at for at in range(count) if before[dropped + at] != keys[at])


def _sliding_change(before: Screen, screen: Screen) -> ScreenChange | None:
    """The change if the screen has lost its first words and kept most of them, as a ticker does."""
    if screen.is_timed or max(len(before.keys), len(screen.keys)) > _MAX_SLIDING_WORDS:
        return None
    for kept in _sliding_counts(len(before.keys), len(screen.keys)):
        if before.keys[-kept:] == screen.keys[:kept]:
            return ScreenChange(len(before.keys) - kept, kept)
    return None


def _sliding_counts(before: int, after: int) -> Iterator[int]:
    return iter(range(min(before, after), max(_MIN_SLIDING_WORDS, before // 2) - 1, -1))
