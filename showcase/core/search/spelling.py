"""Spelling correction: the words of a query that do not occur, and the words that were probably meant."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from showcase.core.search.lexicon import Lexicon, SimilarWord
from showcase.core.search.query_edits import (
    LocatedQuery,
    locate_words,
    replace_spans,
)
from showcase.core.search.query_parser import SearchQuery
from showcase.core.text.spans import Span
from showcase.core.text.tokenizer import Word, fold, is_unspaced

# With more unknown words, they are no typing errors: the query is in another language, or about something
# else.
MAX_UNKNOWN_WORDS = 6


# A word of this length that differs in one letter is surely the same word.
MIN_SURE_CHARS = 5


# Two words that were run together are split into parts of at least this length: "humanrights", not "a" and
# "lot". Words of names are as long.
MIN_PART_CHARS = 3


# A word that occurs may still be a typing error if one that sounds the same occurs this many times as often.
MIN_FREQUENCY_RATIO = 20


# Returns how often a folded word occurs, words of the same stem included.
WordCounter = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Correction:
    """A part of a query that does not occur, and what may replace it.

    Attributes:
        span: its characters in the query's text.
        replacements: what to write there, best first; empty if no word is spelled like it.
        is_sure: True if the first of them may be used without asking: it sounds the same, is the same in two
            words, or differs in one letter of many. "goverment" is not "movement", nor is "rent" "rest".
    """

    span: Span
    replacements: tuple[str, ...]
    is_sure: bool = field(default=True, compare=False)


def find_corrections(
    query: SearchQuery,
    lexicon: Lexicon,
    count_words: WordCounter,
    language: str | None = None,
) -> tuple[Correction, ...]:
    """The words of a query that do not occur, in order; excluded words are left alone.

    Args:
        query: what was typed.
        lexicon: the words of the archive.
        count_words: returns how often a folded word, or one with the same stem, occurs.
        language: correct only to words of this language; None for all. Speakers' names are corrected to
            names.
    """
    speller = Speller(query.text, lexicon, count_words, language)
    located = locate_words(query)
    found = [*speller.word_corrections(located), *speller.name_corrections(located)]
    return tuple(sorted(found, key=lambda correction: correction.span))


def correct_query(
    query: SearchQuery,
    lexicon: Lexicon,
    count_words: WordCounter,
    language: str | None = None,
) -> str:
    """The query with each unknown word replaced by the best correction; see find_corrections.

    Returns:
        The corrected text; "" if all words occur, or if an unknown one has no sure correction.
    """
    found = find_corrections(query, lexicon, count_words, language)
    if not found or not all(correction.replacements and correction.is_sure for correction in found):
        return ""
    return replace_spans(
        query.text, {correction.span: correction.replacements[0] for correction in found}
    )


class Speller:
    """Looks for corrections of the words of one query."""

    def __init__(
        self, text: str, lexicon: Lexicon, count_words: WordCounter, language: str | None
    ) -> None:
        self._text = text
        self._lexicon = lexicon
        self._count_words = count_words
        self._language = language

    def word_corrections(self, located: LocatedQuery) -> Iterator[Correction]:
        """The words that do not occur, with their corrections."""
        unknown = {word for words in located.terms for word in words if self._is_unknown(word)}
        unknown -= {word for words in located.terms if self._is_compound(words) for word in words}
        joined: set[Word] = set()
        for one, other, form in self._joinable_pairs(located):
            if joined.isdisjoint({one, other}) and not unknown.isdisjoint({one, other}):
                joined |= {one, other}
                yield self._correction(one.start, other.end, [form])
        unknown -= joined
        for word in unknown:
            sure, less_sure = (
                self._replacements(word) if len(unknown) <= MAX_UNKNOWN_WORDS else ([], [])
            )
            forms = [*sure, *less_sure]
            yield self._correction(word.start, word.end, forms, sure=bool(sure))

    def name_corrections(self, located: LocatedQuery) -> Iterator[Correction]:
        """The words of speakers' names that no speaker has, with their corrections."""
        names = self._lexicon.names
        for word in located.names:
            if names and word.form not in names:
                similar = self._lexicon.similar_words(word.form, among=names)
                forms = [one.form for one in similar]
                yield self._correction(
                    word.start, word.end, forms, sure=any(map(is_sure_match, similar[:1]))
                )

    def doubtful_corrections(self, located: LocatedQuery) -> list[Correction]:
        """Words that occur, with what was more probably meant."""
        found = [
            self._correction(a.start, b.end, [form]) for a, b, form in self._joinable_pairs(located)
        ]
        if found:
            return found[:1]
        words = [word for words in located.terms for word in words][:MAX_UNKNOWN_WORDS]
        more = [(word, self._more_frequent_homophones(word.form)) for word in words]
        return [self._correction(word.start, word.end, forms) for word, forms in more if forms]

    def _is_unknown(self, word: Word) -> bool:
        return not self._count_words(word.form)

    def _is_compound(self, words: Sequence[Word]) -> bool:
        """True if the words were typed with a hyphen, and occur written as one."""
        return any(word.compound and self._count_words(word.compound) for word in words)

    def _joinable_pairs(self, located: LocatedQuery) -> Iterator[tuple[Word, Word, str]]:
        """Neighboring words that occur as one word: "work force"."""
        for one, other in pairwise(word for words in located.terms for word in words):
            form = one.form + other.form
            spaced = self._text[one.end : other.start] == " "
            if spaced and not is_unspaced(one.form) and self._count_words(form):
                yield one, other, form

    def _replacements(self, word: Word) -> tuple[list[str], list[str]]:
        """The sure replacements and the less sure ones, best first."""
        parts = [part for part in word.forms[1:] if len(part) >= MIN_PART_CHARS]
        similar = self._lexicon.similar_words(word.form, self._language)
        sure = [one.form for one in similar if is_sure_match(one)]
        occurring = [form for form in (*parts, *sure) if self._count_words(form)]
        less_sure = [
            one.form for one in similar if one.form not in sure and self._count_words(one.form)
        ]
        return [*occurring, *self._split_in_two(word.form)], less_sure

    def _split_in_two(self, form: str) -> list[str]:
        """Split a form into two words that occur; of several ways, the one with the most frequent words."""
        cuts = range(MIN_PART_CHARS, len(form) - MIN_PART_CHARS + 1)
        ways = {cut: min(self._frequency(form[:cut]), self._frequency(form[cut:])) for cut in cuts}
        best = max(ways, key=ways.__getitem__, default=0)
        return [f"{form[:best]} {form[best:]}"] if ways.get(best) else []

    def _frequency(self, form: str) -> int:
        return self._lexicon.count(form, self._language)

    def _more_frequent_homophones(self, form: str) -> list[str]:
        enough = MIN_FREQUENCY_RATIO * max(self._count_words(form), 1)
        similar = self._lexicon.similar_words(form, self._language)
        return [
            one.form
            for one in similar
            if one.sounds_alike and self._count_words(one.form) >= enough
        ]

    def _correction(
        self, start: int, end: int, forms: Iterable[str], *, sure: bool = True
    ) -> Correction:
        typed = self._text[start:end]
        instead = dict.fromkeys(_match_case(typed, form) for form in forms)
        return Correction(Span(start, end), tuple(instead), sure)


def is_sure_match(similar: SimilarWord) -> bool:
    """True if a similar word may replace the one that was typed without asking."""
    one_off = similar.distance == 1 and len(similar.form) >= MIN_SURE_CHARS
    return similar.sounds_alike or one_off


def _match_case(typed: str, form: str) -> str:
    """A folded word with the capitals of the word that was typed."""
    written = form.upper() if typed.isupper() and len(typed) > 1 else form
    if typed[:1].isupper():
        written = written[:1].upper() + written[1:]
    return written if fold(written) == form and written != "OR" else form
