"""Queries whose last word was not finished: "opened ou" for "opened our eyes"."""

from showcase.core.search.query_edits import replace_spans
from showcase.core.search.query_parser import SearchQuery, parse_query
from showcase.core.search.results import Hit
from showcase.core.text.spans import Span
from showcase.core.text.tokenizer import tokenize

# A single letter begins too many words to say which one was meant.
MIN_UNFINISHED_CHARS = 2


def unfinished_query(query: SearchQuery) -> SearchQuery | None:
    """The query with its last word as the beginning of a word; None where that says too little."""
    unfinished = parse_query(query.text, is_typing=True)
    if not unfinished.is_open or len(tokenize(query.text)[-1].form) < MIN_UNFINISHED_CHARS:
        return None
    return unfinished


def completed_query(query: SearchQuery, hit: Hit) -> str:
    """The text of a query with its last word as a hit says it; "" where the hit has no such word.

    Args:
        query: of which `unfinished_query` made another one.
        hit: of that other one.
    """
    last = tokenize(query.text)[-1]
    said = (hit.text[mark.start : mark.end] for mark in reversed(hit.marks))
    longer = next((word for word in said if _begins(last.form, word)), "")
    return replace_spans(query.text, {Span(last.start, last.end): longer}) if longer else ""


def _begins(form: str, word: str) -> bool:
    return any(other != form and other.startswith(form) for other in tokenize(word)[0].forms)
