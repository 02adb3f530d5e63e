"""Measures one archive: quotes, queries of words, hostile queries."""

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.search.archive import Archive
from benchmarks.search.judge import is_right, words_of
from benchmarks.search.mangle import KINDS, Mangle, Typed, left_out, swapped_sentences
from benchmarks.search.peers import Peers
from benchmarks.search.queries import SORTS, WordQueries, hostile
from benchmarks.search.quoted import Quoted, join_pieces
from benchmarks.search.timing import settled, timed
from showcase.core.search.results import Answer
from showcase.core.search.search_request import SearchRequest

NOT_THERE = "not there at all: refused"
# The kinds whose times are reported as the cost of quotes.
MANGLED = (
    "case, punctuation, quotation marks changed", "one or two elisions",
    "one word wrong, missing, added or misspelt", "one word in five changed",
    "one word in three changed",
)  # fmt: skip
# Runs of each hostile query; the median time counts.
RUNS_PER_HOSTILE_QUERY = 3
# A query that takes longer misses every bar; one run is enough.
TOO_SLOW_MS = 1_000
QUERIES_PER_SORT = 60
# The quotes of each kind that the peers are asked to find.
MAX_PEER_QUOTES = 100
OURS = "showcase"

ProgressCallback = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Miss:
    """A wrong answer: what was typed, what was said, what was answered."""

    typed: str
    said: str
    answer: str


@dataclass(slots=True)
class Found:
    """How often the answers to one kind of quote are right, and how long they take.

    Attributes:
        asked: how many quotes; the peers get fewer of them.
        right: how many answers are right, by engine.
        times: CPU milliseconds of each answer, by engine.
        misses: the wrong answers of the showcase.
    """

    asked: int = 0
    right: Counter[str] = field(default_factory=Counter)
    times: dict[str, list[float]] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)

    @property
    def percent(self) -> dict[str, float]:
        """The percentage of right answers, by engine."""
        return {
            engine: 100 * self.right[engine] / len(times) for engine, times in self.times.items()
        }


class Measure:
    """Measures one archive; repeatable for the same seed."""

    def __init__(
        self, archive: Archive, peers: Peers | None, seed: int, progress: ProgressCallback
    ) -> None:
        self._archive = archive
        self._peers = peers
        self._seed = seed
        self._progress = progress

    def _random(self, name: str) -> random.Random:
        return random.Random(f"{self._seed} {name}")  # noqa: S311 (repeatable, not secret)

    def quotes(self, count: int) -> dict[str, Found]:
        """Measure this many quotes of each kind."""
        with settled():
            return {kind: self._kind(kind, mangle, count) for kind, mangle in KINDS.items()}

    def _kind(self, kind: str, mangle: Mangle, count: int) -> Found:
        rng, found = self._random(kind), Found(count)
        for number in range(count):
            quoted, typed = self._mangled(mangle, rng)
            self._ask(quoted, typed, found)
            if self._peers is not None and number < MAX_PEER_QUOTES:
                self._ask_peers(self._peers, quoted, typed, found)
        self._progress(f"{self._archive.name}: {kind}: {found.percent[OURS]:.1f} %")
        return found

    def _mangled(self, mangle: Mangle, rng: random.Random) -> tuple[Quoted, Typed]:
        """A random quote, changed; one that is long enough if words are to be left out."""
        take = self._archive.two_sentences if mangle is swapped_sentences else self._archive.quote
        while True:
            quoted = take(rng)
            typed = mangle(quoted, rng, self._archive.words(quoted.language))
            if typed.elided or mangle is not left_out:
                return quoted, typed

    def _ask(self, quoted: Quoted, typed: Typed, found: Found) -> None:
        answer, spent = timed(self._archive.search, SearchRequest(typed.text))
        found.times.setdefault(OURS, []).append(spent)
        right = bool(answer.hits) and is_right(self._archive, quoted, typed, answer.hits[0])
        found.right[OURS] += right
        if not right:
            found.misses.append(Miss(typed.text, join_pieces(quoted.pieces), _describe(answer)))

    def _ask_peers(self, peers: Peers, quoted: Quoted, typed: Typed, found: Found) -> None:
        for peer in peers.all:
            number, spent = timed(peer.quote, typed.text)
            found.times.setdefault(peer.name, []).append(spent)
            found.right[peer.name] += peers.is_right(self._archive, quoted, number)

    def refused(self, foreign: Sequence[Archive], count: int) -> Found:
        """Measure quotes of other archives in the languages of this one, none of which must be found.

        Quotes that happen to occur here word for word do not count.
        """
        rng, found = self._random(NOT_THERE), Found(count)
        languages = {track.language for track in self._archive.tracks}
        with settled():
            while len(found.times.get(OURS, ())) < count:
                quoted = rng.choice(foreign).quote(rng)
                if quoted.language in languages:
                    self._ask_foreign(join_pieces(quoted.pieces), found)
        self._progress(f"{self._archive.name}: {NOT_THERE}: {found.percent[OURS]:.1f} %")
        return found

    def _ask_foreign(self, text: str, found: Found) -> None:
        answer, spent = timed(self._archive.search, SearchRequest(text))
        if self._is_there(answer, text):
            return
        found.times.setdefault(OURS, []).append(spent)
        found.right[OURS] += answer.kind != "quote"
        if answer.kind == "quote":
            found.misses.append(Miss(text, "", _describe(answer)))

    def _is_there(self, answer: Answer, text: str) -> bool:
        """True if exactly these words were found, so that they do occur in this archive."""
        if answer.kind != "quote":
            return False
        hit = answer.hits[0]
        said = hit.text[hit.marks[0].start : hit.marks[-1].end]
        return words_of(said) == words_of(text)

    def words(self) -> dict[str, dict[str, list[float]]]:
        """CPU milliseconds of each answer, by sort of query and by engine."""
        queries = WordQueries(self._archive, self._random("words"))
        times: dict[str, dict[str, list[float]]] = {sort: {} for sort in SORTS}
        with settled():
            for sort, query in queries.mix(QUERIES_PER_SORT):
                _, spent = timed(self._archive.search, SearchRequest(query.text))
                times[sort].setdefault(OURS, []).append(spent)
                for peer in self._peers.all if self._peers else ():
                    _, spent = timed(peer.words, query)
                    times[sort].setdefault(peer.name, []).append(spent)
        self._progress(f"{self._archive.name}: words done")
        return times

    def hostile(self) -> dict[str, float]:
        """The CPU milliseconds of each hostile query, the highest first."""
        rng = self._random("hostile")
        queries = hostile(self._archive, WordQueries(self._archive, rng).ranked, rng)
        with settled():
            times = {name: self._middle_time(query) for name, query in queries.items()}
        self._progress(f"{self._archive.name}: hostile queries done")
        return dict(sorted(times.items(), key=lambda item: -item[1]))

    def _middle_time(self, query: str) -> float:
        times: list[float] = []
        while len(times) < RUNS_PER_HOSTILE_QUERY and max(times, default=0) < TOO_SLOW_MS:
            times.append(timed(self._archive.search, SearchRequest(query))[1])
        return sorted(times)[len(times) // 2]


def pooled(times: Mapping[str, Mapping[str, Sequence[float]]], engine: str) -> list[float]:
    """All times of one engine."""
    return [time for sort in times.values() for time in sort.get(engine, ())]


def _describe(answer: Answer) -> str:
    if not answer.hits or not answer.hits[0].marks:
        return f"{answer.kind}: nothing"
    hit = answer.hits[0]
    said = hit.text[hit.marks[0].start : hit.marks[-1].end]
    return f"{answer.kind} {hit.similarity:.2f}: {said}"
