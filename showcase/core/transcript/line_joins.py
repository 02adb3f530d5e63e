"""How lines and cues become running text: with a space, or with nothing where a word or a sentence goes on.

Scripts that put no spaces between words (Han, Kana, Thai and others) go on without one, Hangul with one. A
word that is broken with a hyphen is put together again.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from operator import attrgetter

import regex

from showcase.core.captions.cues import Cue, Ruby, TimedWord
from showcase.core.text.spans import Span
from showcase.core.text.tokenizer import is_unspaced
from showcase.core.transcript.broken_words import BROKEN_END, TrackWords, WordBreak

# At the end of a cue: its last word goes on in the next cue. A soft hyphen stands for a hyphen that is no
# part of the word, a word joiner behind a hyphen that is.
_SOFT_HYPHEN, _WORD_JOINER = "\u00ad", "\u2060"
_CONTINUES = (_SOFT_HYPHEN, _WORD_JOINER)
# The punctuation of these scripts fills a square and has its own space.
_WIDE_PUNCTUATION = regex.compile(
    "[\u3001-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]"
)
_LOOKBACK_CHARS = 40
_MAX_PUNCTUATION_CHARS = 12
# Of one cue; no screen has so many.
_MAX_LINES = 2_000
_HYPHENS = ("-", "‐")
# A silence this long is heard as a new start, even without a full stop.
MIN_PAUSE_MS = 4_000


def separator_between(before: str, after: str) -> str:
    """What stands between two texts that follow each other: a space, or nothing."""
    if not before or not after or (before.isascii() and after.isascii()):
        return " " if before and after else ""
    if unicodedata.category(after[0])[0] == "M":  # a mark would go to the letter before it
        return " "
    if _WIDE_PUNCTUATION.match(before[-1]) or _WIDE_PUNCTUATION.match(after[0]):
        return ""
    signs = (
        _sign_near(reversed(before[-_MAX_PUNCTUATION_CHARS:])),
        _sign_near(after[:_MAX_PUNCTUATION_CHARS]),
    )
    unspaced = [is_unspaced(sign) for sign in signs]
    return "" if all(unspaced) or (any(unspaced) and any(s.isdecimal() for s in signs)) else " "


def _sign_near(text: Iterable[str]) -> str:
    """The first letter or digit of a text; "" when only punctuation is near."""
    return next((char for char in text if char.isalnum() or is_unspaced(char)), "")


def split_continuation(text: str) -> tuple[str, bool]:
    """The text of a cue that `join_lines` returned, and whether its last word goes on in the next cue."""
    return (text[:-1], True) if text.endswith(_CONTINUES) else (text, False)


def join_lines(cues: Sequence[Cue], language: str) -> tuple[Cue, ...]:
    """The cues of a track, with lines that go on without a space joined in them.

    Args:
        cues: in order of start.
        language: a BCP 47 tag.

    Returns:
        As many cues. Other line breaks stay, so that a character keeps its distance from the cue's start.
    """
    words = TrackWords([cue.text for cue in cues], language)
    joined = [_join_own_lines(cue, words) if "\n" in cue.text else cue for cue in cues]
    for number in range(len(joined) - 1):
        if joined[number].text.endswith(_HYPHENS):
            joined[number] = _continue_in(joined[number], joined[number + 1], words)
    return tuple(joined)


def _join_own_lines(cue: Cue, words: TrackWords) -> Cue:
    if cue.text.isascii() and "-\n" not in cue.text:
        return cue
    cut = list(_characters_to_cut(cue.text, words))
    return _cut_characters(cue, cut) if cut else cue


def _characters_to_cut(text: str, words: TrackWords) -> Iterator[Span]:
    """The line breaks that leave no space, with the hyphens that are no part of their words."""
    at = text.find("\n")
    for _ in range(_MAX_LINES):
        if at < 0:
            break
        before, after = (
            text[max(at - _LOOKBACK_CHARS - 2, 0) : at],
            text[at + 1 :][:_LOOKBACK_CHARS],
        )
        if before.endswith(_HYPHENS) and BROKEN_END.search(before):
            kind = words.judge_break(before, after)
            if kind is not WordBreak.APART:
                yield Span(at - (kind is WordBreak.JOINED), at + 1)
        elif before and after and not separator_between(before, after):
            yield Span(at, at + 1)
        at = text.find("\n", at + 1)


def _continue_in(cue: Cue, following: Cue, words: TrackWords) -> Cue:
    """A cue that ends with a hyphen, marked where its word goes on in the next cue."""
    same_voice = cue.voice == following.voice and not following.turn
    pause = following.start_ms - cue.end_ms >= MIN_PAUSE_MS
    if not same_voice or pause or cue.sound or following.sound:
        return cue
    before = cue.text[-_LOOKBACK_CHARS - 2 :].rpartition("\n")[2]
    if not BROKEN_END.search(before):
        return cue
    kind = words.judge_break(before, following.text[:_LOOKBACK_CHARS])
    if kind is WordBreak.JOINED:
        return cue._replace(text=cue.text[:-1] + _SOFT_HYPHEN)
    return cue._replace(text=cue.text + _WORD_JOINER) if kind is WordBreak.HYPHENED else cue


def _cut_characters(cue: Cue, cut: Sequence[Span]) -> Cue:
    """A cue without some characters; its word times and readings move along."""
    kept = [
        Span(*pair)
        for pair in zip(
            [0, *(s.end for s in cut)], [*(s.start for s in cut), len(cue.text)], strict=True
        )
    ]

    cut_before = [0, *accumulate(span.end - span.start for span in cut)]

    def moved(at: int) -> int:
        number = bisect_right(cut, at, key=attrgetter("start")) - 1
        within = min(at, cut[number].end) - cut[number].start if number >= 0 else 0
        return at - cut_before[max(number, 0)] - within

    return cue._replace(
        text="".join(cue.text[span.start : span.end] for span in kept),
        words=tuple(TimedWord(moved(word.at), word.start_ms) for word in cue.words),
        ruby=tuple(Ruby(moved(r.start), moved(r.end), r.reading) for r in cue.ruby),
    )
