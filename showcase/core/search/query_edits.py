"""Where the words of a query stand in what was typed, so that some can be written otherwise."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from showcase.core.search.query_parser import SearchQuery, Term, scan
from showcase.core.text.spans import Span
from showcase.core.text.tokenizer import Word, fold, is_unspaced, tokenize

# Somebody who typed more words than this remembers a quote: that is aligned, not spelt.
WORDS_MOST = 32

# The terms of which one is enough, each with its words.
Clause = list[tuple[Term, tuple[Word, ...]]]


class Asked(NamedTuple):
    """What a query wants to be found, with its places in the text.

    Attributes:
        clauses: as in the query, each term with its words.
        names: the words of speakers' names.
    """

    clauses: list[Clause]
    names: list[Word]

    @property
    def terms(self) -> list[tuple[Word, ...]]:
        """The words of all terms."""
        return [words for clause in self.clauses for _, words in clause]


def read_asked(query: SearchQuery) -> Asked:
    """Find the places of a query's words.

    The scanner alone knows what a word is there for. So each word is replaced by one that comes only once,
    and what the scanner makes of that one is what it makes of the word. A word OR has no place.
    """
    words = tokenize(query.text)[: WORDS_MOST + 1]
    if len(words) > WORDS_MOST:
        return Asked([], [])
    marks = {
        word: _mark(number, word, query.text)
        for number, word in enumerate(words)
        if not _is_syntax(word, query.text)
    }
    marked = scan(rewrite(query.text, {Span(word.start, word.end): marks[word] for word in marks}))
    places = {fold(mark): word for word, mark in marks.items()}

    def placed(forms: Iterable[str]) -> tuple[Word, ...]:
        return tuple(places[form] for form in forms if form in places)

    clauses = [
        [(term, found) for term in clause if (found := placed(term.words))]
        for clause in marked.clauses
    ]
    names = [word for name in marked.speakers for word in placed(name)]
    return Asked([clause for clause in clauses if clause], names)


def _is_syntax(word: Word, text: str) -> bool:
    """True for what the scanner knows by name."""
    field = word.form == "speaker" and text.startswith(":", word.end)
    return field or text[word.start : word.end] == "OR"


def _mark(number: int, word: Word, text: str) -> str:
    """A word that no other is, of the same kind of letters."""
    if is_unspaced(word.form):
        return chr(ord("一") + number)
    typed = text[word.start : word.end]
    mark = f"q{chr(ord('a') + number // 26)}{chr(ord('a') + number % 26)}"
    return mark.upper() if typed == typed.upper() else mark


def rewrite(text: str, instead: Mapping[Span, str]) -> str:
    """A query with other words in these places; all other characters stay.

    Args:
        text: the query.
        instead: places that do not overlap, to what is written there.
    """
    pieces, at = [], 0
    for span in sorted(instead):
        pieces += [text[at : span.start], instead[span]]
        at = span.end
    return "".join((*pieces, text[at:]))


def typed_clause(text: str, clause: Clause) -> str:
    """A clause as it stands in the query."""
    return " OR ".join(_typed_term(text, term, words) for term, words in clause)


def _typed_term(text: str, term: Term, words: Sequence[Word]) -> str:
    typed = text[words[0].start : words[-1].end]
    in_quotes = term.exact and not term.joined and not is_unspaced(words[0].form)
    return f'"{typed}"' if in_quotes else typed


def typed_conditions(query: SearchQuery) -> Iterator[str]:
    """What a query wants beside words, written again."""
    for term in query.without:
        yield f'-"{" ".join(term.words)}"' if len(term.words) > 1 else f"-{term.words[0]}"
    for sign, names in (("", query.speakers), ("-", query.not_speakers)):
        yield from (f'{sign}speaker:"{" ".join(name)}"' for name in names)
