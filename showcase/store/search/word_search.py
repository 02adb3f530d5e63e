"""Word search in one language: which passages answer a query, their scores, and the words that match."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import add
from types import MappingProxyType

from showcase.core.search.query_parser import SearchQuery, Term
from showcase.core.search.ranking import EXACT_WEIGHT, PHRASE_WEIGHT, STEM_WEIGHT, score_passages
from showcase.core.text.positions import WordPositions, phrase_starts, positions_in_range
from showcase.store.search.documents import mark_compound
from showcase.store.search.numbering import NumberedTrack
from showcase.store.search.reader import IndexReader

Clause = tuple[Term, ...]
Counts = Mapping[int, int]

# Looking up the positions of a word in one passage takes as long as counting this many of its positions.
_LOOKUP_COST_IN_POSITIONS = 16
_NO_COUNTS: Counts = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class TermVariant:
    """One way to say a term: the words as typed, a compound as one word, a word of the same stem.

    Attributes:
        starts: the numbers of the first words, ascending.
        length: how many words follow one another from each start.
        exact: True when these are the words that were typed.
    """

    starts: WordPositions
    length: int
    exact: bool

    def words_in(self, among: range) -> Iterator[int]:
        """The numbers of all words of the occurrences that begin in a range."""
        for start in positions_in_range(self.starts, among):
            yield from range(start, start + self.length)


@dataclass(frozen=True, slots=True)
class _ClauseCounts:
    """How often clauses occur.

    Attributes:
        passages: those in which every clause occurs.
        counts: for each clause, how often it occurs in a passage, by passage.
        exact_counts: the same for exact variants alone.
    """

    passages: set[int]
    counts: list[Counts]
    exact_counts: list[Counts]


class WordSearch:
    """One query in one language, or in one track of it."""

    def __init__(
        self,
        reader: IndexReader,
        language: str,
        query: SearchQuery,
        track: NumberedTrack | None = None,
    ) -> None:
        self._reader = reader
        self._language = language
        self._query = query
        self._track = track
        self._longer_words_by_beginning: dict[str, WordPositions] = {}

    @cached_property
    def passages(self) -> set[int]:
        """The numbers of all passages that answer the query."""
        found = self._clause_or_phrase_passages if self._query.clauses else None
        found = self._filter_by_speaker(found)
        for term in self._query.excluded_terms if found else ():
            found -= self._passages_for(self._exact_variant(term).starts)
        return found

    @property
    def has_words_in_row(self) -> bool:
        """Are several words of the query said in a row as they were typed?"""
        return bool(self._whole_phrase.starts)

    @cached_property
    def occurrence_counts(self) -> list[int]:
        """How often each distinct clause occurs."""
        return [sum(len(variant.starts) for variant in clause) for clause in self._clause_variants]

    def scores(self, passages: Collection[int], weights: Sequence[float]) -> dict[int, float]:
        """The scores of some passages that answer, given the weight of each distinct clause."""
        levels = dict.fromkeys(passages, STEM_WEIGHT)
        levels.update(dict.fromkeys(self._exact_passages.intersection(passages), EXACT_WEIGHT))
        levels.update(dict.fromkeys(self._phrase_passages.intersection(passages), PHRASE_WEIGHT))
        earned = score_passages(levels, self._counts, weights)
        return dict(zip(levels, map(add, levels.values(), earned), strict=True))

    def matched_words(self, passage: int) -> list[int]:
        """The numbers of the words of a passage that match, ascending.

        Where the words occur in a row as they were typed, only these match, not the same words elsewhere in
        the passage.
        """
        among = self._reader.numbering.word_range(passage)
        by_clause = {
            clause: {n for variant in variants for n in variant.words_in(among)}
            for clause, variants in self._variants_by_clause.items()
        }
        in_a_row = set(self._whole_phrase.words_in(among))
        in_a_row |= self._stemmed_phrase_words(
            [by_clause[clause] for clause in self._query.clauses]
        )
        return sorted(in_a_row or set().union(*by_clause.values()))

    @cached_property
    def _variants_by_clause(self) -> dict[Clause, list[TermVariant]]:
        """The variants of each distinct clause."""
        distinct = dict.fromkeys(self._query.clauses)
        return {
            clause: [variant for term in dict.fromkeys(clause) for variant in self._variants(term)]
            for clause in distinct
        }

    @property
    def _clause_variants(self) -> Collection[list[TermVariant]]:
        return self._variants_by_clause.values()

    def _variants(self, term: Term) -> Iterator[TermVariant]:
        yield self._exact_variant(term)
        if term.joined:
            yield TermVariant(self._positions(term.joined), 1, exact=True)
        if together := term.joined or (term.words[0] if len(term.words) == 1 else ""):
            yield TermVariant(self._positions(mark_compound(together)), 1, exact=True)
        if not term.exact:
            for form in self._reader.family(self._language, term.words[0]):
                if starts := self._positions(form):
                    yield TermVariant(starts, 1, exact=False)
        if term.is_open:
            yield from self._open_variants(term)

    def _open_variants(self, term: Term) -> Iterator[TermVariant]:
        """The term with longer words at its end, for a visitor who has not finished typing it."""
        *before, last = term.words
        starts = self._phrase_starts_with_last(before, self._longer_words(last))
        yield TermVariant(starts, len(term.words), exact=False)
        if term.joined:
            yield TermVariant(self._longer_words(term.joined), 1, exact=False)

    def _longer_words(self, beginning: str) -> WordPositions:
        """Where words begin with a text and are longer, ascending."""
        known = self._longer_words_by_beginning
        if beginning not in known:
            forms = self._reader.forms_beginning_with(self._language, beginning, self._track)
            known[beginning] = sorted(set[int]().union(*map(self._positions, forms)))
        return known[beginning]

    def _phrase_starts_with_last(self, before: Sequence[str], last: WordPositions) -> WordPositions:
        return phrase_starts([*map(self._positions, before), last]) if before else last

    def _exact_variant(self, term: Term) -> TermVariant:
        return TermVariant(self._phrase_starts(term.words), len(term.words), exact=True)

    def _phrase_starts(self, forms: Sequence[str]) -> WordPositions:
        if len(forms) == 1:
            return self._positions(forms[0])
        known = all(self._reader.has_form(self._language, form) for form in forms)
        return phrase_starts(list(map(self._positions, forms))) if known else ()

    def _positions(self, form: str) -> WordPositions:
        if self._track is not None:
            return self._reader.positions_in_track(self._track, form)
        return self._reader.positions(self._language, form)

    @cached_property
    def _whole_phrase(self) -> TermVariant:
        """All words that were typed, in a row; without starts when there is only one."""
        words = self._query.plain_words
        several = len(words) > 1 and len(self._query.clauses) > 1
        starts = self._phrase_starts(words) if several else ()
        if several and self._query.is_open:
            longer = self._longer_words(words[-1])
            starts = sorted({*starts, *self._phrase_starts_with_last(words[:-1], longer)})
        return TermVariant(starts, len(words), exact=True)

    @cached_property
    def _phrase_passages(self) -> set[int]:
        return self._passages_for(self._whole_phrase.starts)

    @property
    def _clause_or_phrase_passages(self) -> set[int]:
        passages = self._clause_passages if all(self.occurrence_counts) else set[int]()
        return passages | self._phrase_passages

    @property
    def _clause_passages(self) -> set[int]:
        """The passages in which every clause occurs."""
        return self._clause_counts.passages

    @property
    def _counts(self) -> list[Counts]:
        """For each clause, how often it occurs in each passage that answers, and perhaps in others."""
        return self._clause_counts.counts

    @cached_property
    def _exact_passages(self) -> set[int]:
        """The passages in which every clause occurs as it was typed."""
        return self._clause_passages.intersection(*self._clause_counts.exact_counts)

    @cached_property
    def _clause_counts(self) -> _ClauseCounts:
        """Count the rarest clause first, and the others only in the passages that have it."""
        counts: list[Counts] = [{} for _ in self._clause_variants]
        exact: list[Counts] = [{} for _ in self._clause_variants]
        passages: set[int] | None = None
        for at, clause in sorted(
            enumerate(self._clause_variants), key=lambda pair: self.occurrence_counts[pair[0]]
        ):
            among = passages if passages is None else passages | self._phrase_passages
            exact[at] = self._count([variant for variant in clause if variant.exact], among)
            counts[at] = self._count(
                [variant for variant in clause if not variant.exact], among, exact[at]
            )
            passages = {*counts[at]} if passages is None else passages.intersection(counts[at])
        return _ClauseCounts(passages or set(), counts, exact)

    def _count(
        self, variants: Sequence[TermVariant], among: set[int] | None, before: Counts = _NO_COUNTS
    ) -> Counts:
        """How often variants occur in each of some passages, and perhaps in others, added to `before`."""
        numbering = self._reader.numbering
        positions = sum(len(variant.starts) for variant in variants)
        if among is not None and len(among) * len(variants) * _LOOKUP_COST_IN_POSITIONS < positions:
            words = {passage: numbering.word_range(passage) for passage in among}
            found = {
                p: sum(len(positions_in_range(variant.starts, words[p])) for variant in variants)
                for p in words
            }
            found = {passage: count + before.get(passage, 0) for passage, count in found.items()}
            return {passage: count for passage, count in found.items() if count}
        counts = Counter(before)
        for variant in variants:
            counts.update(map(numbering.passage_by_word.__getitem__, variant.starts))
        return counts

    def _filter_by_speaker(self, found: set[int] | None) -> set[int]:
        """The passages with a speaker that the query wants, of those found; of all when `found` is None."""
        query, numbering = self._query, self._reader.numbering
        if not query.speakers and not query.excluded_speakers:
            return found or set()
        names = [*enumerate(self._reader.speaker_name_words)]
        wanted = {n for n, name in names if _matches_any_name(name, query.speakers, none=True)}
        wanted -= {n for n, name in names if _matches_any_name(name, query.excluded_speakers)}
        if found is None:
            found = set(self._all_passages()) if query.speakers else set()
        return {passage for passage in found if numbering.speaker_by_passage[passage] in wanted}

    def _all_passages(self) -> Iterator[int]:
        for track in [self._track] if self._track else self._reader.numbering.tracks:
            if track.header.language == self._language:
                yield from track.passages

    def _passages_for(self, starts: Iterable[int]) -> set[int]:
        return self._reader.numbering.passages_for_words(starts)

    def _stemmed_phrase_words(self, found: Sequence[set[int]]) -> set[int]:
        """Words in a row that match the single words of the query in the order typed, by stem or exactly."""
        if len(found) < 2 or len(self._query.plain_words) != len(found):  # noqa: PLR2004 (one is no row)
            return set()
        firsts = [
            n for n in found[0] if all(n + step in numbers for step, numbers in enumerate(found))
        ]
        return {n + step for n in firsts for step in range(len(found))}


def _matches_any_name(
    name: frozenset[str], wanted: Sequence[Sequence[str]], *, none: bool = False
) -> bool:
    """Does a name have all words of a wanted name? With no wanted names the result is `none`."""
    return any(name.issuperset(words) for words in wanted) if wanted else none
