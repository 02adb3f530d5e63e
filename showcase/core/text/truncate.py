"""Truncation: text cut to a length, at the end of a sentence, a clause or a word."""

from collections.abc import Callable, Sequence

import regex

ELLIPSIS = "…"


# Less than this part of what there is room for is too little for a whole sentence: "Yes. …".
_MIN_SENTENCE_SHARE = 1 / 3


_MIN_CLAUSE_SHARE = 2 / 3


# A sentence ends at its mark where no small letter follows, but not at "Dr." or "U.".
_SENTENCE_END = regex.compile(
    r"(?<!\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Sr|Jr|vs|No))[.!?…؟۔।॥]+[\"'”’»›)\]]*(?=\s+[^\p{Ll}\s])"
)


_CLAUSE_END = regex.compile(r"[\w\"'”’»)](?=[,;:،؛]\s|\s[–—]\s|—)")


_WORD_END = regex.compile(r"\S(?=\s|$)")


_TRAILING_PUNCTUATION = regex.compile(r"[\s,;:،؛–—-]+$")


_ENDS_WITH_ELLIPSIS = regex.compile(r"(?:…|\.{3})[\"'”’»›)\]]*$")


def truncate_to_fit(
    paragraphs: Sequence[str], fits: Callable[[tuple[str, ...]], bool], max_chars: int
) -> tuple[str, ...]:
    """As much of a quote as fits, cut as well as can be.

    Args:
        paragraphs: what each voice says.
        fits: is there room for these paragraphs? Asked about ten times.
        max_chars: more characters than these are never kept, whether or not they fit.

    Returns:
        All paragraphs when they fit, else their beginning with an ellipsis; at least one word.
    """
    whole = tuple(paragraphs)
    text = "\n".join(whole)
    if len(text) <= max_chars and fits(whole):
        return whole
    ends = [found.end() for found in _WORD_END.finditer(text[:max_chars])][
        : _last_cut_index(text, max_chars)
    ]
    return truncate_at_sentence(
        text, _last_fitting_end(ends, lambda end: fits(_cut_with_ellipsis(text, end)))
    )


def truncate_at_sentence(text: str, max_chars: int) -> tuple[str, ...]:
    """The beginning of a text, at most so many characters: whole sentences, else clauses, else words.

    Args:
        text: its paragraphs are lines.
        max_chars: where a word ends.

    Returns:
        Its paragraphs, the last with an ellipsis.
    """
    room = text[:max_chars]
    for end, enough in ((_SENTENCE_END, _MIN_SENTENCE_SHARE), (_CLAUSE_END, _MIN_CLAUSE_SHARE)):
        ends = [
            found.end()
            for found in end.finditer(text, 0, max_chars + 2)
            if found.end() <= max_chars
        ]
        if ends and ends[-1] >= len(room) * enough:
            return _cut_with_ellipsis(text, ends[-1])
    return _cut_with_ellipsis(text, max_chars)


def _last_cut_index(text: str, max_chars: int) -> int | None:
    """What is cut has at least its last word left out."""
    return -1 if len(text) <= max_chars and regex.search(r"\S\s+\S", text) else None


def _last_fitting_end(ends: Sequence[int], fits: Callable[[int], bool]) -> int:
    """The last end that fits, else the first."""
    low, high = 0, len(ends)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(ends[middle]) else (low, middle)
    return ends[low]


def _cut_with_ellipsis(text: str, end: int) -> tuple[str, ...]:
    """The first characters, with an ellipsis: behind a sentence it stands alone, else at the last word."""
    kept = text[:end]
    if _ENDS_WITH_ELLIPSIS.search(kept):
        return tuple(kept.split("\n"))
    if _SENTENCE_END.search(kept + " A", max(end - 4, 0)):
        return (*f"{kept} {ELLIPSIS}".split("\n"),)
    return (*f"{_TRAILING_PUNCTUATION.sub('', kept)}{ELLIPSIS}".split("\n"),)
