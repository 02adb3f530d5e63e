"""Phrases that may be said, near a query that nobody says in these words.

| order | what | example for "opened theyr blue eyes" |
|---|---|---|
| 1 | the query with words spelled otherwise | opened their blue eyes |
| 2 | words of it in a row, more words first | "blue eyes" |
| 3 | fewer words of it, in one passage | opened eyes |
| 4 | one word of it, in its order | opened |

Words that all speech has ("the", "of") are no phrase, alone or together.
"""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from showcase.core.search.query_parser import MIN_QUOTE_WORDS, parse_query
from showcase.core.text.function_words import FUNCTION_WORDS
from showcase.core.text.tokenizer import Word, tokenize

MAX_NEAR_PHRASES = 3
# Five words are a quote, which is found in other words, too; and so many words of a query are looked at.
MAX_ROW_WORDS, MAX_WORDS = MIN_QUOTE_WORDS - 1, 12


def near_phrases(
    text: str, language: str, suggestions: Sequence[str], is_said: Callable[[str], bool]
) -> list[str]:
    """Up to MAX_NEAR_PHRASES queries that find something, best first; none is a part of another one.

    Args:
        text: a query that finds nothing.
        language: of the words, a BCP 47 tag.
        suggestions: queries to try instead, best first (did_you_mean.py).
        is_said: tells whether a query finds something.
    """
    found: list[str] = []
    known: list[set[str]] = []
    for phrase in _candidates(text, language, suggestions):
        forms = _forms(phrase)
        if any(forms <= others for others in known) or not is_said(phrase):
            continue
        found.append(phrase)
        known.append(forms)
        if len(found) == MAX_NEAR_PHRASES:
            break
    return found


def _candidates(text: str, language: str, suggestions: Sequence[str]) -> Iterator[str]:
    common = _common_forms(language)
    typed = _forms(text)
    rows = list(_rows(text, common))
    shorter = [each for each in suggestions if _forms(each) < typed]
    yield from (each for each in suggestions if not _forms(each) <= typed)
    yield from (f'"{row}"' for row in rows if " " in row)
    yield from (each for each in shorter if not _forms(each) & common)
    yield from (row for row in rows if " " not in row)


def _rows(text: str, common: AbstractSet[str]) -> Iterator[str]:
    """Words of a query in a row, but not all, those with more words first; none of one with conditions."""
    text = text.replace('"', " ")
    if not parse_query(text).plain_words:
        return
    words = tokenize(text)[:MAX_WORDS]
    for length in range(min(MAX_ROW_WORDS, len(words) - 1), 0, -1):
        for first in range(len(words) - length + 1):
            row = words[first : first + length]
            if not all(word.form in common for word in row):
                yield _text_of(text, row)


@cache
def _common_forms(language: str) -> frozenset[str]:
    """Words that all speech of a language has, folded; none where we do not know them."""
    words = FUNCTION_WORDS.get(language.partition("-")[0], ())
    return frozenset(form for word in words for form in _forms(word))


def _text_of(text: str, words: Sequence[Word]) -> str:
    return " ".join(text[words[0].start : words[-1].end].split())


def _forms(text: str) -> set[str]:
    return {word.form for word in tokenize(text)}
