"""What a quote card says, and how much of a quote: what is left out is left out at the end of a sentence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import regex

from showcase.core.text.typography import quotation_marks

# A card holds what is said in two minutes; longer ranges are refused.
LONGEST_MS = 120_000
# More characters than the largest card holds in its smallest letters; no more are ever measured.
MOST = 600
ELLIPSIS = "…"
# Less than this part of what there is room for is too little for a whole sentence: "Yes. …".
_SENTENCE_ENOUGH = 1 / 3
_CLAUSE_ENOUGH = 2 / 3

# A sentence ends at its mark where no small letter follows, but not at "Dr." or "U.".
_SENTENCE_END = regex.compile(
    r"(?<!\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Sr|Jr|vs|No))[.!?…؟۔।॥]+[\"'”’»›)\]]*(?=\s+[^\p{Ll}\s])"
)
_CLAUSE_END = regex.compile(r"[\w\"'”’»)](?=[,;:،؛]\s|\s[–—]\s|—)")
_WORD_END = regex.compile(r"\S(?=\s|$)")
_LEFT_AT_END = regex.compile(r"[\s,;:،؛–—-]+$")
_ENDS_CUT = regex.compile(r"(?:…|\.{3})[\"'”’»›)\]]*$")
_QUOTED = regex.compile(r"[\"“„«‹「].*[\"”“»›」]", regex.DOTALL)


@dataclass(frozen=True, slots=True)
class Card:
    """All that a card says; what is "" is not drawn.

    Attributes:
        words: what is quoted, a paragraph for each voice, without quotation marks.
        language: of the words, a BCP 47 tag.
        headline: what stands large where nothing is quoted.
        instead: what stands large where the words or the headline cannot be drawn.
        address: where the words can be read; drawn below `instead`.
        name, about: who speaks and for whom, in the corner where reading begins.
        cue: when, beside the sign of playing.
        title: of the video.
    """

    words: tuple[str, ...] = ()
    language: str = ""
    headline: str = ""
    instead: str = ""
    address: str = ""
    name: str = ""
    about: str = ""
    cue: str = ""
    title: str = ""


def between_card_marks(paragraph: str, language: str) -> str:
    """A paragraph between the quotation marks of its language, unless it has some around it already."""
    if _QUOTED.fullmatch(paragraph):
        return paragraph
    opening, closing = quotation_marks(language)
    return f"{opening}{paragraph}{closing}".replace("\u202f", "\u2009")


def longest_fitting(
    paragraphs: Sequence[str], fits: Callable[[tuple[str, ...]], bool]
) -> tuple[str, ...]:
    """As much of a quote as fits, cut as well as can be.

    Args:
        paragraphs: what each voice says.
        fits: is there room for these paragraphs? Asked about ten times.

    Returns:
        All paragraphs when they fit, else their beginning with an ellipsis; at least one word.
    """
    whole = tuple(paragraphs)
    text = "\n".join(whole)
    if len(text) <= MOST and fits(whole):
        return whole
    ends = [found.end() for found in _WORD_END.finditer(text[:MOST])][: _last_word(text)]
    return shorten(text, _bisect(ends, lambda end: fits(_cut(text, end))))


def shorten(text: str, most: int) -> tuple[str, ...]:
    """The beginning of a text, at most so many characters: whole sentences, else clauses, else words.

    Args:
        text: its paragraphs are lines.
        most: where a word ends.

    Returns:
        Its paragraphs, the last with an ellipsis.
    """
    room = text[:most]
    for end, enough in ((_SENTENCE_END, _SENTENCE_ENOUGH), (_CLAUSE_END, _CLAUSE_ENOUGH)):
        ends = [found.end() for found in end.finditer(text, 0, most + 2) if found.end() <= most]
        if ends and ends[-1] >= len(room) * enough:
            return _cut(text, ends[-1])
    return _cut(text, most)


def _last_word(text: str) -> int | None:
    """What is cut has at least its last word left out."""
    return -1 if len(text) <= MOST and regex.search(r"\S\s+\S", text) else None


def _bisect(ends: Sequence[int], fits: Callable[[int], bool]) -> int:
    """The last end that fits, else the first."""
    low, high = 0, len(ends)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(ends[middle]) else (low, middle)
    return ends[low]


def _cut(text: str, end: int) -> tuple[str, ...]:
    """The first characters, with an ellipsis: behind a sentence it stands alone, else at the last word."""
    kept = text[:end]
    if _ENDS_CUT.search(kept):
        return tuple(kept.split("\n"))
    if _SENTENCE_END.search(kept + " A", max(end - 4, 0)):
        return (*f"{kept} {ELLIPSIS}".split("\n"),)
    return (*f"{_LEFT_AT_END.sub('', kept)}{ELLIPSIS}".split("\n"),)
