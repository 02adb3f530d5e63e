"""Where the words of a query stand in what was typed, so that some can be written otherwise."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from showcase.core.search.query_parser import SearchQuery, Term, parse_query
from showcase.core.text.spans import Span
from showcase.core.text.tokenizer import Word, fold, is_unspaced, tokenize

# Somebody who typed more words than this remembers a quote: that is aligned, not spelt.
MAX_SPELLING_WORDS = 32

# The terms of which one is enough, each with its words.
LocatedClause = list[tuple[Term, tuple[Word, ...]]]


class LocatedQuery(NamedTuple):
    """What a query wants to be found, with its places in the text.

    Attributes:
        clauses: as in the query, each term with its words.
        names: the words of speakers' names.
    """

    clauses: list[LocatedClause]
    names: list[Word]

    @property
    def terms(self) -> list[tuple[Word, ...]]:
        """The words of all terms."""
        return [words for clause in self.clauses for _, words in clause]


def locate_words(query: SearchQuery) -> LocatedQuery:
    """Find the places of a query's words.

    The scanner alone knows what a word is there for. So each word is replaced by one that comes only once,
    and what the scanner makes of that one is what it makes of the word. A word OR has no place.
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

    def placed(forms: Iterable[str]) -> tuple[Word, ...]:
        return tuple(places[form] for form in forms if form in places)

    clauses = [
        [(term, found) for term in clause if (found := placed(term.words))]
        for clause in marked.clauses
    ]
    names = [word for name in marked.speakers for word in placed(name)]
    return LocatedQuery([clause for clause in clauses if clause], names)


def _is_operator(word: Word, text: str) -> bool:
    """True for what the scanner knows by name."""
    field = word.form == "speaker" and text.startswith(":", word.end)
    return field or text[word.start : word.end] == "OR"


def _placeholder(number: int, word: Word, text: str) -> str:
    """A word that no other is, of the same kind of letters."""
    if is_unspaced(word.form):
        return chr(ord("一") + number)
    typed = text[word.start : word.end]
    mark = f"q{chr(ord('a') + number // 26)}{chr(ord('a') + number % 26)}"
    return mark.upper() if typed == typed.upper() else mark


def replace_spans(text: str, replacements: Mapping[Span, str]) -> str:
    """A query with other words in these places; all other characters stay.

    Args:
        text: the query.
        replacements: places that do not overlap, to what is written there.
    """
    pieces, at = [], 0
    for span in sorted(replacements):
        pieces += [text[at : span.start], replacements[span]]
        at = span.end
    return "".join((*pieces, text[at:]))


def clause_text(text: str, clause: LocatedClause) -> str:
    """A clause as it stands in the query."""
    return " OR ".join(_term_text(text, term, words) for term, words in clause)


def _term_text(text: str, term: Term, words: Sequence[Word]) -> str:
    typed = text[words[0].start : words[-1].end]
    in_quotes = term.exact and not term.joined and not is_unspaced(words[0].form)
    return f'"{typed}"' if in_quotes else typed


def condition_texts(query: SearchQuery) -> Iterator[str]:
    """What a query wants beside words, written again."""
    for term in query.excluded_terms:
        yield f'-"{" ".join(term.words)}"' if len(term.words) > 1 else f"-{term.words[0]}"
    for sign, names in (("", query.speakers), ("-", query.excluded_speakers)):
        yield from (f'{sign}speaker:"{" ".join(name)}"' for name in names)
