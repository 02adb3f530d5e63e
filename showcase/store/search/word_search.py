"""Which passages answer a query of words, in one language, how well, and by which words."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import add
from types import MappingProxyType

from showcase.core.search.positions import Numbers, in_a_row, within
from showcase.core.search.query_parser import SearchQuery, Term
from showcase.core.search.ranking import ALIKE, EXACT, ROW, scores
from showcase.store.search.documents import compound
from showcase.store.search.numbering import Track
from showcase.store.search.reader import Archive

Clause = tuple[Term, ...]
Counts = Mapping[int, int]

# To look for a word in one passage takes as long as to count so many of its places.
_COUNT = 16
_NOTHING: Counts = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Found:
    """Where one way to say a term stands.

    Attributes:
        starts: the numbers of first words.
        length: how many words stand in a row from each.
        exact: True when they are the words that were typed.
    """

    starts: Numbers
    length: int
    exact: bool

    def words(self, among: range) -> Iterator[int]:
        """All words of those that begin among some."""
        for start in within(self.starts, among):
            yield from range(start, start + self.length)


@dataclass(frozen=True, slots=True)
class _Tally:
    """The passages that say every clause, and of each clause, how often each says it, and says it exactly."""

    together: set[int]
    counts: list[Counts]
    exact: list[Counts]


class WordSearch:
    """One query in one language, or in one track of it."""

    def __init__(
        self, archive: Archive, language: str, query: SearchQuery, track: Track | None = None
    ) -> None:
        self._archive = archive
        self._language = language
        self._query = query
        self._track = track

    @cached_property
    def passages(self) -> set[int]:
        """The numbers of all passages that answer."""
        found = self._together_or_in_a_row if self._query.clauses else None
        found = self._spoken(found)
        for term in self._query.without if found else ():
            found -= self._passages_of(self._exactly(term).starts)
        return found

    @cached_property
    def said(self) -> list[int]:
        """How often each clause is said."""
        return [sum(len(way.starts) for way in clause) for clause in self._found]

    def scores(self, passages: Collection[int], weights: Sequence[float]) -> dict[int, float]:
        """How well each of these answers, where the clauses have these weights."""
        levels = dict.fromkeys(passages, ALIKE)
        levels.update(dict.fromkeys(self._exact.intersection(passages), EXACT))
        levels.update(dict.fromkeys(self._rows_begin.intersection(passages), ROW))
        earned = scores(levels, self._counts, weights)
        return dict(zip(levels, map(add, levels.values(), earned), strict=True))

    def words_in(self, passage: int) -> list[int]:
        """The numbers of the words by which a passage answers, ascending.

        Where words stand in a row as they were typed, only they are meant, not the same words elsewhere in
        the passage.
        """
        among = self._archive.layout.words_of(passage)
        by_clause = {
            clause: {n for way in ways for n in way.words(among)}
            for clause, ways in self._ways_of.items()
        }
        together = set(self._row.words(among))
        together |= self._alike_in_a_row([by_clause[clause] for clause in self._query.clauses])
        return sorted(together or set().union(*by_clause.values()))

    @cached_property
    def _ways_of(self) -> dict[Clause, list[Found]]:
        """Of each different clause, its ways to be said."""
        different = dict.fromkeys(self._query.clauses)
        return {
            clause: [way for term in dict.fromkeys(clause) for way in self._ways(term)]
            for clause in different
        }

    @property
    def _found(self) -> Collection[list[Found]]:
        return self._ways_of.values()

    def _ways(self, term: Term) -> Iterator[Found]:
        yield self._exactly(term)
        if term.joined:
            yield Found(self._look(term.joined), 1, exact=True)
        if together := term.joined or (term.words[0] if len(term.words) == 1 else ""):
            yield Found(self._look(compound(together)), 1, exact=True)
        if not term.exact:
            for form in self._archive.family(self._language, term.words[0]):
                if starts := self._look(form):
                    yield Found(starts, 1, exact=False)

    def _exactly(self, term: Term) -> Found:
        return Found(self._in_a_row(term.words), len(term.words), exact=True)

    def _in_a_row(self, forms: Sequence[str]) -> Numbers:
        if len(forms) == 1:
            return self._look(forms[0])
        said = all(self._archive.is_said(self._language, form) for form in forms)
        return in_a_row(list(map(self._look, forms))) if said else ()

    def _look(self, form: str) -> Numbers:
        if self._track is not None:
            return self._archive.numbers_in(self._track, form)
        return self._archive.numbers(self._language, form)

    @cached_property
    def _row(self) -> Found:
        """All words that were typed, in a row."""
        run = self._query.run
        several = len(run) > 1 and len(self._query.clauses) > 1
        return Found(self._in_a_row(run) if several else (), len(run), exact=True)

    @cached_property
    def _rows_begin(self) -> set[int]:
        return self._passages_of(self._row.starts)

    @property
    def _together_or_in_a_row(self) -> set[int]:
        together = self._together if all(self.said) else set[int]()
        return together | self._rows_begin

    @property
    def _together(self) -> set[int]:
        """The passages that say every clause."""
        return self._tally.together

    @property
    def _counts(self) -> list[Counts]:
        """Of each clause, how often it is said in each passage that answers, and perhaps in others."""
        return self._tally.counts

    @cached_property
    def _exact(self) -> set[int]:
        """The passages that say every clause exactly."""
        return self._together.intersection(*self._tally.exact)

    @cached_property
    def _tally(self) -> _Tally:
        """All is counted in one go: the rarest clause first, the others only where it is said."""
        counts: list[Counts] = [{} for _ in self._found]
        exact: list[Counts] = [{} for _ in self._found]
        together: set[int] | None = None
        for at, clause in sorted(enumerate(self._found), key=lambda pair: self.said[pair[0]]):
            among = together if together is None else together | self._rows_begin
            exact[at] = self._count([way for way in clause if way.exact], among)
            counts[at] = self._count([way for way in clause if not way.exact], among, exact[at])
            together = {*counts[at]} if together is None else together.intersection(counts[at])
        return _Tally(together or set(), counts, exact)

    def _count(
        self, ways: Sequence[Found], among: set[int] | None, before: Counts = _NOTHING
    ) -> Counts:
        """How often some ways are said in each of these passages, and perhaps others; added to `before`."""
        layout = self._archive.layout
        said = sum(len(way.starts) for way in ways)
        if among is not None and len(among) * len(ways) * _COUNT < said:
            words = {passage: layout.words_of(passage) for passage in among}
            found = {p: sum(len(within(way.starts, words[p])) for way in ways) for p in words}
            found = {passage: count + before.get(passage, 0) for passage, count in found.items()}
            return {passage: count for passage, count in found.items() if count}
        counts = Counter(before)
        for way in ways:
            counts.update(map(layout.passage_of.__getitem__, way.starts))
        return counts

    def _spoken(self, found: set[int] | None) -> set[int]:
        """Of these passages, or of all, those whose speaker was asked for."""
        query, layout = self._query, self._archive.layout
        if not query.speakers and not query.not_speakers:
            return found or set()
        voices = [*enumerate(self._archive.voice_words)]
        wanted = {n for n, name in voices if _is_one(name, query.speakers, none=True)}
        wanted -= {n for n, name in voices if _is_one(name, query.not_speakers)}
        if found is None:
            found = set(self._all_passages()) if query.speakers else set()
        return {passage for passage in found if layout.voice_of[passage] in wanted}

    def _all_passages(self) -> Iterator[int]:
        for track in [self._track] if self._track else self._archive.layout.tracks:
            if track.head.language == self._language:
                yield from track.passages

    def _passages_of(self, starts: Iterable[int]) -> set[int]:
        return self._archive.layout.passages_of(starts)

    def _alike_in_a_row(self, found: Sequence[set[int]]) -> set[int]:
        """Words in a row that answer single words in the order typed, by their stems too."""
        if len(found) < 2 or len(self._query.run) != len(found):  # noqa: PLR2004 (one is no row)
            return set()
        firsts = [n for n in found[0] if all(n + step in said for step, said in enumerate(found))]
        return {n + step for n in firsts for step in range(len(found))}


def _is_one(name: frozenset[str], asked: Sequence[Sequence[str]], *, none: bool = False) -> bool:
    """Has a name all words of one of those that were asked for? `none`: the answer if none was."""
    return any(name.issuperset(words) for words in asked) if asked else none
