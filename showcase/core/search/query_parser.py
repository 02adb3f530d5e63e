"""The query parser: reads what visitors type.

    words                 all of them in one passage, or in a row across two
    "words in a row"      a phrase; curly and angled quotation marks work too
    -word  -"a phrase"    without these
    speaker:enrique       only what this speaker says; a quoted name may have several words
    -speaker:enrique      not what this speaker says
    maize OR corn         either

No text is an error: what has no special meaning is a word, and the rest of a query that is too long is left
out. No text is ever passed to the parser of a search library, whose full syntax can be made to run for
minutes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from showcase.core.text.tokenizer import Word, is_unspaced, tokenize

# About a page of a book; nobody remembers more of a talk word for word.
MAX_PARSED_QUERY_CHARS = 2_000
# A text with more words is a quote; searching for each of them would be slower, and find nothing better.
MAX_QUERY_TERMS = 32
# Fewer words than this occur in too many places to be a quote. In scripts without spaces between words, this
# many characters count as a word.
MIN_QUOTE_WORDS = 5
UNSPACED_CHARS_PER_WORD = 3

_WORD_END = regex.compile(r"[\w\p{M}]\Z")
_QUERY_PART = regex.compile(
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
    """A word or phrase that must be found.

    Attributes:
        words: folded; they must follow one another in this order.
        exact: True for a phrase: other words with the same stem do not count.
        joined: the words written as one if they were typed with a hyphen, else "".
        is_open: True if the last word is still being typed: words that begin with it count, too.
    """

    words: tuple[str, ...]
    exact: bool = False
    joined: str = ""
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A parsed query.

    Attributes:
        text: what was typed, with single spaces, without NUL, cut to MAX_PARSED_QUERY_CHARS.
        clauses: each must be found; a clause consists of alternative terms, one of which is enough.
        excluded_terms: none of these may occur.
        speakers: folded words of names; the speaker's name must have all words of one of them.
        excluded_speakers: folded words of names; the speaker's name must not have all words of any of them.
        plain_words: all words in order if there is nothing but words and phrases; else empty.
        is_open: True if the last word that must be found is still being typed; the last term is open then.
    """

    text: str
    clauses: tuple[tuple[Term, ...], ...] = ()
    excluded_terms: tuple[Term, ...] = ()
    speakers: tuple[tuple[str, ...], ...] = ()
    excluded_speakers: tuple[tuple[str, ...], ...] = ()
    plain_words: tuple[str, ...] = ()
    is_open: bool = False

    @property
    def is_empty(self) -> bool:
        """True if there is nothing to look for."""
        return not self.clauses and not self.speakers

    @property
    def may_be_quote(self) -> bool:
        """True if there are enough words to look for them as a quote."""
        unspaced = sum(is_unspaced(form) for form in self.plain_words)
        return (
            len(self.plain_words) - unspaced + unspaced // UNSPACED_CHARS_PER_WORD
            >= MIN_QUOTE_WORDS
        )


@dataclass(frozen=True, slots=True)
class _QueryPart:
    """One part of a query as the scanner finds it."""

    words: tuple[Word, ...]
    is_excluded: bool = False
    is_speaker: bool = False
    is_phrase: bool = False
    is_operator: bool = False


def parse_query(text: str, *, is_typing: bool = False) -> SearchQuery:
    """Parse what a visitor typed. Any string is a query; there are no errors.

    Args:
        text: the query.
        is_typing: True while its last word may be unfinished.
    """
    text = " ".join(text.replace("\0", " ")[:MAX_PARSED_QUERY_CHARS].split())
    parts = list(_scan_parts(text))
    plain = not any(part.is_excluded or part.is_speaker for part in parts)
    clauses = tuple(_build_clauses(_required_parts(parts)[: 2 * MAX_QUERY_TERMS]))
    either = any(len(clause) > 1 for clause in clauses)
    is_open = is_typing and len(clauses) <= MAX_QUERY_TERMS and _ends_in_open_word(parts, text)
    return SearchQuery(
        text=text,
        clauses=_with_open_end(clauses) if is_open else clauses[:MAX_QUERY_TERMS],
        excluded_terms=tuple(_excluded_terms(parts))[:MAX_QUERY_TERMS],
        speakers=_speaker_names(parts, minus=False),
        excluded_speakers=_speaker_names(parts, minus=True),
        plain_words=_word_forms([word for part in parts for word in part.words])
        if plain and not either
        else (),
        is_open=is_open,
    )


def _ends_in_open_word(parts: Sequence[_QueryPart], text: str) -> bool:
    """Does the query end within a word that must be found? A character of a script without spaces is one."""
    last = parts[-1] if parts else _QueryPart(())
    if not last.words or last.is_excluded or last.is_speaker:
        return False
    return _WORD_END.search(text) is not None and not is_unspaced(last.words[-1].form)


def _with_open_end(clauses: Sequence[tuple[Term, ...]]) -> tuple[tuple[Term, ...], ...]:
    """The clauses with the last term open."""
    *before, last = clauses
    return (*before, (*last[:-1], replace(last[-1], is_open=True)))


def _scan_parts(text: str) -> Iterator[_QueryPart]:
    # In a quote that is pasted in capitals, "OR" is a word.
    all_capitals = text.isupper() and text.count(" ") >= MIN_QUOTE_WORDS
    for found in _QUERY_PART.finditer(text):
        phrase = found["phrase"]
        yield _QueryPart(
            words=tuple(tokenize(found["word"] if phrase is None else phrase)),
            is_excluded=found["minus"] is not None,
            is_speaker=found["field"] is not None,
            is_phrase=phrase is not None,
            is_operator=found["word"] == "OR" and found["field"] is None and not all_capitals,
        )


def _speaker_names(parts: Sequence[_QueryPart], *, minus: bool) -> tuple[tuple[str, ...], ...]:
    names = [
        _word_forms(part.words) for part in parts if part.is_speaker and part.is_excluded is minus
    ]
    return tuple(name for name in names if name)[:MAX_QUERY_TERMS]


def _excluded_terms(parts: Sequence[_QueryPart]) -> Iterator[Term]:
    for part in parts:
        if part.is_excluded and not part.is_speaker:
            yield from _part_terms(part)


def _required_parts(parts: Sequence[_QueryPart]) -> list[_QueryPart]:
    """The parts that must be found; an OR with nothing on one side is a word."""
    wanted = [part for part in parts if part.words and not part.is_excluded and not part.is_speaker]
    operators = [False, *(b.is_operator and not a.is_operator for a, b in pairwise(wanted))]
    last = len(wanted) - 1
    return [
        _QueryPart(part.words, is_phrase=part.is_phrase, is_operator=operators[n] and n < last)
        for n, part in enumerate(wanted)
    ]


def _build_clauses(parts: Sequence[_QueryPart]) -> Iterator[tuple[Term, ...]]:
    """Each part is a clause; an OR joins the parts on its two sides into one."""
    open_clause: list[Term] = []
    joins = True
    for part in parts:
        if part.is_operator:
            joins = True
            continue
        first, *others = _part_terms(part)
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


def _part_terms(part: _QueryPart) -> list[Term]:
    if part.is_phrase and part.words:
        return [Term(_word_forms(part.words), exact=True)]
    return [_build_term(group) for group in _group_compounds(part.words)]


def _group_compounds(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Group the words that were typed as one: hyphenated, or in a script without spaces."""
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


def _build_term(words: Sequence[Word]) -> Term:
    return Term(_word_forms(words), exact=len(words) > 1, joined=words[0].compound)


def _word_forms(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.form for word in words)
