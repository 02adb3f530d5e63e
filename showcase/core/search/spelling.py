"""Spelling correction: the words of a query that nobody says, and the nearest words that somebody does."""

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

# Where more words stand nowhere, they are no slips: it is another language, or another archive.
MAX_UNKNOWN_WORDS = 6


# With one letter off, a word this long is hardly another.
MIN_SURE_CHARS = 5


# The parts of what may be two words have so many letters at least: "humanrights", not "a" and "lot". So do
# names.
MIN_PART_CHARS = 3


# A word that does stand somewhere may still be a slip, when one that sounds the same is said so much more.
MIN_FREQUENCY_RATIO = 20


# How many passages have a word, by its stem too; how many hits a whole query has.
PassageCounter = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Correction:
    """What of a query stands nowhere.

    Attributes:
        span: its characters in the query's text.
        replacements: what to write there, best first; empty where nothing is spelt like it.
        is_sure: True when the first of them may be taken without asking: it sounds the same, is the same
            in two words, or differs in one letter of many. "goverment" is not "movement", nor "rent" "rest".
    """

    span: Span
    replacements: tuple[str, ...]
    is_sure: bool = field(default=True, compare=False)


def find_corrections(
    query: SearchQuery,
    lexicon: Lexicon,
    count_passages: PassageCounter,
    language: str | None = None,
) -> tuple[Correction, ...]:
    """The words of a query that stand nowhere, in order.

    Words that must not be found need no correction. Names of speakers are corrected to other names.
    """
    speller = Speller(query.text, lexicon, count_passages, language)
    asked = locate_words(query)
    found = [*speller.word_corrections(asked), *speller.name_corrections(asked)]
    return tuple(sorted(found, key=lambda correction: correction.span))


def correct_query(
    query: SearchQuery,
    lexicon: Lexicon,
    count_passages: PassageCounter,
    language: str | None = None,
) -> str:
    """The query with the best word in place of each that stands nowhere.

    Returns:
        "" when all words stand somewhere, or when nothing is surely what is meant by one that does not.
    """
    found = find_corrections(query, lexicon, count_passages, language)
    if not found or not all(correction.replacements and correction.is_sure for correction in found):
        return ""
    return replace_spans(
        query.text, {correction.span: correction.replacements[0] for correction in found}
    )


class Speller:
    """Looks for other words than those of a query."""

    def __init__(
        self, text: str, lexicon: Lexicon, known: PassageCounter, language: str | None
    ) -> None:
        self._text = text
        self._lexicon = lexicon
        self._known = known
        self._language = language

    def word_corrections(self, asked: LocatedQuery) -> Iterator[Correction]:
        """Words that stand nowhere, and what may stand there instead."""
        wrong = {word for words in asked.terms for word in words if self._is_unknown(word)}
        wrong -= {word for words in asked.terms if self._is_compound(words) for word in words}
        joined: set[Word] = set()
        for one, other, form in self._joinable_pairs(asked):
            if joined.isdisjoint({one, other}) and not wrong.isdisjoint({one, other}):
                joined |= {one, other}
                yield self._correction(one.start, other.end, [form])
        wrong -= joined
        for word in wrong:
            sure, less_sure = (
                self._replacements(word) if len(wrong) <= MAX_UNKNOWN_WORDS else ([], [])
            )
            forms = [*sure, *less_sure]
            yield self._correction(word.start, word.end, forms, sure=bool(sure))

    def name_corrections(self, asked: LocatedQuery) -> Iterator[Correction]:
        """Words of speakers that nobody is called."""
        names = self._lexicon.names
        for word in asked.names:
            if names and word.form not in names:
                near = self._lexicon.similar_words(word.form, among=names)
                forms = [nearby.form for nearby in near]
                yield self._correction(
                    word.start, word.end, forms, sure=any(map(is_sure_match, near[:1]))
                )

    def doubtful_corrections(self, asked: LocatedQuery) -> list[Correction]:
        """Words that stand somewhere, and what was more likely meant."""
        found = [
            self._correction(a.start, b.end, [form]) for a, b, form in self._joinable_pairs(asked)
        ]
        if found:
            return found[:1]
        words = [word for words in asked.terms for word in words][:MAX_UNKNOWN_WORDS]
        more = [(word, self._more_frequent_homophones(word.form)) for word in words]
        return [self._correction(word.start, word.end, forms) for word, forms in more if forms]

    def _is_unknown(self, word: Word) -> bool:
        return not self._known(word.form)

    def _is_compound(self, words: Sequence[Word]) -> bool:
        """True when the words were typed with a hyphen, and are written as one somewhere."""
        return any(word.compound and self._known(word.compound) for word in words)

    def _joinable_pairs(self, asked: LocatedQuery) -> Iterator[tuple[Word, Word, str]]:
        """Neighbors that are one word elsewhere: "work force"."""
        for one, other in pairwise(word for words in asked.terms for word in words):
            form = one.form + other.form
            spaced = self._text[one.end : other.start] == " "
            if spaced and not is_unspaced(one.form) and self._known(form):
                yield one, other, form

    def _replacements(self, word: Word) -> tuple[list[str], list[str]]:
        """What was surely meant, and what may have been, best first."""
        parts = [part for part in word.forms[1:] if len(part) >= MIN_PART_CHARS]
        near = self._lexicon.similar_words(word.form, self._language)
        sure = [one.form for one in near if is_sure_match(one)]
        known = [form for form in (*parts, *sure) if self._known(form)]
        less_sure = [one.form for one in near if one.form not in sure and self._known(one.form)]
        return [*known, *self._split_in_two(word.form)], less_sure

    def _split_in_two(self, form: str) -> list[str]:
        """Two words that were run together; where there are several ways, the one of common words."""
        cuts = range(MIN_PART_CHARS, len(form) - MIN_PART_CHARS + 1)
        ways = {cut: min(self._frequency(form[:cut]), self._frequency(form[cut:])) for cut in cuts}
        best = max(ways, key=ways.__getitem__, default=0)
        return [f"{form[:best]} {form[best:]}"] if ways.get(best) else []

    def _frequency(self, form: str) -> int:
        return self._lexicon.count(form, self._language)

    def _more_frequent_homophones(self, form: str) -> list[str]:
        enough = MIN_FREQUENCY_RATIO * max(self._known(form), 1)
        near = self._lexicon.similar_words(form, self._language)
        return [one.form for one in near if one.sounds_alike and self._known(one.form) >= enough]

    def _correction(
        self, start: int, end: int, forms: Iterable[str], *, sure: bool = True
    ) -> Correction:
        typed = self._text[start:end]
        instead = dict.fromkeys(_match_case(typed, form) for form in forms)
        return Correction(Span(start, end), tuple(instead), sure)


def is_sure_match(nearby: SimilarWord) -> bool:
    """True when a similar word may replace the one that was typed without asking."""
    one_off = nearby.distance == 1 and len(nearby.form) >= MIN_SURE_CHARS
    return nearby.sounds_alike or one_off


def _match_case(typed: str, form: str) -> str:
    """A folded word with the capitals of what was typed."""
    written = form.upper() if typed.isupper() and len(typed) > 1 else form
    if typed[:1].isupper():
        written = written[:1].upper() + written[1:]
    return written if fold(written) == form and written != "OR" else form
