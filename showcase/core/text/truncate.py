"""Truncation: text cut to a length, always by the same rule.

A text that fits stays as it is. Any other ends with an ellipsis, which counts: the result is never longer
than asked. It is cut at the end of a sentence or a clause if the caller wants that and much of the text
remains, else at the end of a word; a script without spaces (Han, Kana, Thai) is cut anywhere, and so is a
long word (an address). A grapheme cluster is never cut (UAX #29): a letter keeps its accents and vowel signs,
an emoji its parts. Lengths are in characters (code points).
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

import regex

from showcase.core.text.tokenizer import is_unspaced

ELLIPSIS = "…"

_CLUSTER = regex.compile(r"\X")
# A sentence ends at its mark if no small letter follows, but not at "Dr." or "U.". No space follows "。".
_SENTENCE_END = regex.compile(
    r"(?<!\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Sr|Jr|vs|No))[.!?…؟۔।॥]+[\"'”’»›)\]]*(?=\s+[^\p{Ll}\s])"
    r"|[。！？｡]+[」』）】\"'”’]*(?=\s*[^\s。！？｡])"
)
_CLAUSE_END = regex.compile(r"[\w\"'”’»)](?=[,;:،؛]\s|、|\s[–—]\s|—)")
_WORD_END = regex.compile(r"\S(?=\p{P}*\s)")
# So many characters after a place tell whether it is one of these ends.
_LOOKAHEAD_CHARS = 50
# What no text should end with before an ellipsis: spaces, commas, dashes, opening brackets.
_DANGLING = regex.compile(r"[\s\p{Pd}\p{Ps},;:،؛、・¿¡]+")
# More of them than any text ends with.
_DANGLING_CHARS = 100
_ENDS_WITH_ELLIPSIS = regex.compile(r"(?:…|\.{3})[\"'”’»›)\]]*$")
_ENDS_UNSPACED_SENTENCE = regex.compile(r"[。！？｡][」』）】\"'”’]*$")


class _Preference(NamedTuple):
    """A kind of place to cut at, and how much of what would fit must remain: "Yes. …" is too little."""

    pattern: regex.Pattern[str]
    min_share: float


_AT_WORD = (_Preference(_WORD_END, 1 / 2),)
_AT_SENTENCE = (
    _Preference(_SENTENCE_END, 1 / 3),
    _Preference(_CLAUSE_END, 2 / 3),
    *_AT_WORD,
)


def truncate(text: str, max_chars: int) -> str:
    """Cut a text at the end of a word.

    Args:
        text: of any length.
        max_chars: the length of the result at most, 1 or more.
    """
    if len(text) <= max_chars:
        return text
    return _Cutter(text, max_chars, lambda _: True).cut(_AT_WORD)


def truncate_line(text: str, max_chars: int) -> str:
    """The same in one line: all white space is one space."""
    return truncate(" ".join(text.split()), max_chars)


def truncate_at_sentence(text: str, max_chars: int) -> str:
    """Cut a text at the end of a sentence, else of a clause, else of a word.

    Args:
        text: of any length; its paragraphs are lines.
        max_chars: the length of the result at most, 1 or more.
    """
    return "\n".join(truncate_to_fit([text], lambda _: True, max_chars))


def truncate_to_fit(
    paragraphs: Sequence[str], fits: Callable[[tuple[str, ...]], bool], max_chars: int
) -> tuple[str, ...]:
    """Cut paragraphs to what there is room for, as `truncate_at_sentence` does.

    Args:
        paragraphs: what each voice says.
        fits: is there room for these paragraphs? Asked about a dozen times.
        max_chars: the length of the result at most, with a character for each end of a line.

    Returns:
        All paragraphs when they fit, else their beginning; the ellipsis alone if nothing fits.
    """
    whole = tuple(paragraphs)
    text = "\n".join(whole)
    if len(text) <= max_chars and fits(whole):
        return whole
    cutter = _Cutter(text, max_chars, lambda cut: fits(tuple(cut.split("\n"))))
    return tuple(cutter.cut(_AT_SENTENCE).split("\n"))


def add_ellipsis(text: str) -> str:
    """The beginning of a text with an ellipsis, in the place of any comma or dash at its end."""
    # A cluster begins at a space. What is far from the end need not be looked at.
    start = max(text.rfind(" ", 0, -_DANGLING_CHARS), 0)
    clusters = _CLUSTER.findall(text, start)
    while clusters and _DANGLING.fullmatch(clusters[-1]):
        clusters.pop()
    return (text[:start] + "".join(clusters) or text) + ELLIPSIS


def cluster_prefix(text: str, max_chars: int) -> str:
    """As many whole grapheme clusters as have room, without an ellipsis."""
    return text[: max(_cluster_ends(text, max_chars), default=0)]


def cluster_suffix(text: str, max_chars: int) -> str:
    """The same from the end of a text."""
    starts = (0, *(found.end() for found in _CLUSTER.finditer(text)))
    return text[next(start for start in starts if len(text) - start <= max_chars) :]


def _cluster_ends(text: str, max_chars: int) -> Iterator[int]:
    """Where grapheme clusters end, as far as that many characters."""
    return takewhile(
        lambda end: end <= max_chars, (found.end() for found in _CLUSTER.finditer(text))
    )


class _Cutter:
    """Looks for the best place to cut a text that does not fit."""

    def __init__(self, text: str, max_chars: int, fits: Callable[[str], bool]) -> None:
        self._text = text
        self._max_chars = max_chars
        self._fits = fits
        self._ends = [0, *_cluster_ends(text, min(max_chars, len(text) - 1))]
        self._sentence_ends = frozenset(self._pattern_ends(_SENTENCE_END))

    def cut(self, preferences: Sequence[_Preference]) -> str:
        """The text up to the best place, with its ellipsis; the ellipsis alone if nothing fits."""
        limit = self._last_fitting_end()
        for pattern, min_share in preferences:
            for end in reversed(self._pattern_ends(pattern)):
                if limit * min_share <= end <= limit and self._has_room(end):
                    return self._with_ellipsis(end)
        return self._with_ellipsis(limit)

    def _pattern_ends(self, pattern: regex.Pattern[str]) -> list[int]:
        """Where grapheme clusters end and so does a match of a pattern, or a word without spaces."""
        stop = self._ends[-1] + _LOOKAHEAD_CHARS
        found = {match.end() for match in pattern.finditer(self._text, 0, stop)}
        if pattern is _WORD_END:
            found.update(self._unspaced_ends())
        return [end for end in self._ends[1:] if end in found]

    def _unspaced_ends(self) -> Iterator[int]:
        text = self._text
        for start, end in pairwise(self._ends):
            if is_unspaced(text[start]) or is_unspaced(text[end]):
                yield end

    def _last_fitting_end(self) -> int:
        """The last cluster whose end fits; 0 if none does."""
        low, high = 0, len(self._ends)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._has_room(self._ends[middle]) else (low, middle)
        return self._ends[low]

    def _has_room(self, end: int) -> bool:
        cut = self._with_ellipsis(end)
        return len(cut) <= self._max_chars and self._fits(cut)

    def _with_ellipsis(self, end: int) -> str:
        """The text up to there; the ellipsis is apart from a whole sentence."""
        kept = self._text[:end]
        if _ENDS_WITH_ELLIPSIS.search(kept):
            return kept
        if end not in self._sentence_ends:
            return add_ellipsis(kept)
        return kept + (ELLIPSIS if _ENDS_UNSPACED_SENTENCE.search(kept) else f" {ELLIPSIS}")
