"""What visitors type, read by our own small scanner.

    words                 all of them, in one passage, or standing together across two
    "words together"      a phrase; curly and angled quotation marks do too
    -word  -"a phrase"    not with these
    speaker:enrique       only what this speaker says; a quoted name may have several words
    -speaker:enrique      not what this speaker says
    maize OR corn         either

No text is an error: what has no meaning here is a word like any other, and the rest of a query that is
too long is left out. Nothing typed is ever handed to a search library's own parser, whose full syntax
can be made to run for minutes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from showcase.core.text.tokenizer import Word, is_unspaced, tokenize

# A page of a book has 2,000 letters; nobody remembers more of a talk word for word.
CHARACTERS_MOST = 2_000
# More words than this are a quote; as words they would only be slower, not better.
TERMS_MOST = 32
# Fewer words than this stand in too many places to be somebody's words. Where a script puts no spaces
# between words, so many characters count as one.
QUOTE_WORDS_LEAST = 5
UNSPACED_A_WORD = 3

_PIECE = regex.compile(
    r"""
    (?P<minus>(?<!\S)[-−](?=[\w"“„«]))?
    (?:(?<!\w)(?P<field>speaker):\s*)?
    (?:
        ["“”„«](?P<phrase>[^"“”„«»]*)["“”»]?
      | (?P<word>[^\s"“”„«»]+)
    )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must be found.

    Attributes:
        words: folded, standing together in this order.
        exact: True when its stem does not count as well: a phrase was asked for.
        joined: the words written as one, when they were typed with a hyphen, else "".
    """

    words: tuple[str, ...]
    exact: bool = False
    joined: str = ""


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A query that was read.

    Attributes:
        text: what was asked, cleaned and cut to length.
        clauses: each must be found; a clause is the terms of which one is enough.
        without: none of these may be found.
        speakers: folded words of names; who speaks must have all words of one of them.
        not_speakers: folded words of names; who speaks must not have all words of any of them.
        run: all words in a row, when nothing but words and phrases was asked; else empty.
    """

    text: str
    clauses: tuple[tuple[Term, ...], ...] = ()
    without: tuple[Term, ...] = ()
    speakers: tuple[tuple[str, ...], ...] = ()
    not_speakers: tuple[tuple[str, ...], ...] = ()
    run: tuple[str, ...] = ()

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms that can be found, of all clauses."""
        return tuple(term for clause in self.clauses for term in clause)

    @property
    def is_empty(self) -> bool:
        """True when nothing was asked that could be found."""
        return not self.clauses and not self.speakers

    @property
    def may_be_quote(self) -> bool:
        """True when there are words enough to look for them as something that was said."""
        unspaced = sum(is_unspaced(form) for form in self.run)
        return len(self.run) - unspaced + unspaced // UNSPACED_A_WORD >= QUOTE_WORDS_LEAST


@dataclass(frozen=True, slots=True)
class _Part:
    """One piece of the query as the scanner sees it."""

    words: tuple[Word, ...]
    minus: bool = False
    field: bool = False
    phrase: bool = False
    operator: bool = False


def scan(text: str) -> SearchQuery:
    """Read what a visitor typed. Never fails: any string is a query."""
    text = " ".join(text.replace("\0", " ")[:CHARACTERS_MOST].split())
    parts = list(_parts(text))
    plain = not any(part.minus or part.field for part in parts)
    clauses = tuple(_clauses(_positive(parts)[: 2 * TERMS_MOST]))
    either = any(len(clause) > 1 for clause in clauses)
    return SearchQuery(
        text=text,
        clauses=clauses[:TERMS_MOST],
        without=tuple(_without(parts))[:TERMS_MOST],
        speakers=_names(parts, minus=False),
        not_speakers=_names(parts, minus=True),
        run=_forms([word for part in parts for word in part.words]) if plain and not either else (),
    )


def _parts(text: str) -> Iterator[_Part]:
    # Somebody who pastes a quote in capitals does not mean its OR.
    shouted = text.isupper() and text.count(" ") >= QUOTE_WORDS_LEAST
    for found in _PIECE.finditer(text):
        phrase = found["phrase"]
        yield _Part(
            words=tuple(tokenize(found["word"] if phrase is None else phrase)),
            minus=found["minus"] is not None,
            field=found["field"] is not None,
            phrase=phrase is not None,
            operator=found["word"] == "OR" and found["field"] is None and not shouted,
        )


def _names(parts: Sequence[_Part], *, minus: bool) -> tuple[tuple[str, ...], ...]:
    names = [_forms(part.words) for part in parts if part.field and part.minus is minus]
    return tuple(name for name in names if name)[:TERMS_MOST]


def _without(parts: Sequence[_Part]) -> Iterator[Term]:
    for part in parts:
        if part.minus and not part.field:
            yield from _terms(part)


def _positive(parts: Sequence[_Part]) -> list[_Part]:
    """What must be found; an OR with nothing on one side of it is a word."""
    wanted = [part for part in parts if part.words and not part.minus and not part.field]
    operators = [False, *(b.operator and not a.operator for a, b in pairwise(wanted))]
    last = len(wanted) - 1
    return [
        _Part(part.words, phrase=part.phrase, operator=operators[n] and n < last)
        for n, part in enumerate(wanted)
    ]


def _clauses(parts: Sequence[_Part]) -> Iterator[tuple[Term, ...]]:
    """Each part is a clause of its own; an OR joins the parts on its two sides."""
    open_clause: list[Term] = []
    joins = True
    for part in parts:
        if part.operator:
            joins = True
            continue
        first, *others = _terms(part)
        if not joins:
            yield tuple(open_clause)
            open_clause = []
        open_clause.append(first)
        joins = False
        for term in others:
            yield tuple(open_clause)
            open_clause = [term]
    if open_clause:
        yield tuple(open_clause)


def _terms(part: _Part) -> list[Term]:
    if part.phrase and part.words:
        return [Term(_forms(part.words), exact=True)]
    return [_term(group) for group in _groups(part.words)]


def _groups(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words that were typed as one: hyphenated, or in a script without spaces."""
    group: list[Word] = []
    left = 0
    for word in words:
        together = left > 0 or (group and is_unspaced(group[-1].form) and is_unspaced(word.form))
        if group and not together:
            yield group
            group = []
        group.append(word)
        left = word.compound_words - 1 if word.compound else left - 1
    if group:
        yield group


def _term(words: Sequence[Word]) -> Term:
    return Term(_forms(words), exact=len(words) > 1, joined=words[0].compound)


def _forms(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.form for word in words)
