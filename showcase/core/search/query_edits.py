"""Edits of queries: where each word of a query is in the text, so that some can be replaced."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from showcase.core.search.query_parser import SearchQuery, Term, parse_query
from showcase.core.text.spans import Span
from showcase.core.text.tokenizer import Word, fold, is_unspaced, tokenize

# A text with more words than this is a quote, which is aligned instead of being corrected.
MAX_SPELLING_WORDS = 32

# The alternative terms of a clause, each with its words in the text.
LocatedClause = list[tuple[Term, tuple[Word, ...]]]


class LocatedQuery(NamedTuple):
    """The words of a query, with their places in its text.

    Attributes:
        clauses: those of the query, each term with its words.
        names: the words of speakers' names.
    """

    clauses: list[LocatedClause]
    names: list[Word]

    @property
    def terms(self) -> list[tuple[Word, ...]]:
        """The words of each term, of all clauses."""
        return [words for clause in self.clauses for _, words in clause]


def locate_words(query: SearchQuery) -> LocatedQuery:
    """Find the words of a query in its text; none in a text with more than MAX_SPELLING_WORDS.

    Only the query parser knows what each word means. So each word is replaced by a unique placeholder, and
    the query is parsed again: each placeholder is where its word was. The operator OR is no word.
    """
    words = tokenize(query.text)[: MAX_SPELLING_WORDS + 1]
    if len(words) > MAX_SPELLING_WORDS:
        return LocatedQuery([], [])
    marks = {
        word: _placeholder(number, word, query.text)
        for number, word in enumerate(words)
        if not _is_operator(word, query.text)
    }
    marked = parse_query(
        replace_spans(query.text, {Span(word.start, word.end): marks[word] for word in marks})
    )
    places = {fold(mark): word for word, mark in marks.items()}

    def located(forms: Iterable[str]) -> tuple[Word, ...]:
        return tuple(places[form] for form in forms if form in places)

    clauses = [
        [(term, found) for term in clause if (found := located(term.words))]
        for clause in marked.clauses
    ]
    names = [word for name in marked.speakers for word in located(name)]
    return LocatedQuery([clause for clause in clauses if clause], names)


def _is_operator(word: Word, text: str) -> bool:
    """True for the field "speaker:" and for "OR"."""
    field = word.form == "speaker" and text.startswith(":", word.end)
    return field or text[word.start : word.end] == "OR"


def _placeholder(number: int, word: Word, text: str) -> str:
    """A unique word of the same script and case as the word that it replaces."""
    if is_unspaced(word.form):
        return chr(ord("一") + number)
    typed = text[word.start : word.end]
    mark = f"q{chr(ord('a') + number // 26)}{chr(ord('a') + number % 26)}"
    return mark.upper() if typed == typed.upper() else mark


def replace_spans(text: str, replacements: Mapping[Span, str]) -> str:
    """A text with some of its characters replaced.

    Args:
        text: of a query.
        replacements: spans of the text that do not overlap, and what to write there.
    """
    pieces, at = [], 0
    for span in sorted(replacements):
        pieces += [text[at : span.start], replacements[span]]
        at = span.end
    return "".join((*pieces, text[at:]))


def clause_text(text: str, clause: LocatedClause) -> str:
    """A clause as it is written in the query."""
    return " OR ".join(_term_text(text, term, words) for term, words in clause)


def _term_text(text: str, term: Term, words: Sequence[Word]) -> str:
    typed = text[words[0].start : words[-1].end]
    in_quotes = term.exact and not term.joined and not is_unspaced(words[0].form)
    return f'"{typed}"' if in_quotes else typed


def condition_texts(query: SearchQuery) -> Iterator[str]:
    """The conditions of a query (excluded words, speakers), as they are written in a query."""
    for term in query.excluded_terms:
        yield f'-"{" ".join(term.words)}"' if len(term.words) > 1 else f"-{term.words[0]}"
    for sign, names in (("", query.speakers), ("-", query.excluded_speakers)):
        yield from (f'{sign}speaker:"{" ".join(name)}"' for name in names)
