"""The figures of a run as they are stored in JSON, computed from what was measured."""

from collections.abc import Mapping, Sequence
from typing import TypedDict

from benchmarks.search.building import BuildCost
from benchmarks.search.measure import MANGLED, NOT_THERE, OURS, QuoteResults, pooled
from benchmarks.search.timing import Spread

# How many of the hostile queries are listed, the worst first.
WORST_COUNT = 5

Pair = tuple[float, float]
# p50 and p95, by engine.
Spreads = dict[str, Pair]


class KindFigures(TypedDict):
    """One kind of quote: how many were searched; percent right and CPU milliseconds (p50, p95), by engine."""

    asked: int
    right: dict[str, float]
    ms: Spreads


class ArchiveFigures(TypedDict):
    """What was measured of one archive.

    Attributes:
        made: True for a generated archive, False for a folder of caption files.
        words: CPU milliseconds (p50, p95), by sort of query.
        mix, mangled: the same for all sorts pooled_spreads, and for all mangled quotes.
        hostile: the worst hostile queries, each with its CPU milliseconds.
        index, snapshot, change: what builds took; None if they were not measured.
        unreadable: caption files without a cue.
    """

    name: str
    made: bool
    cues: int
    tracks: int
    quotes: dict[str, KindFigures]
    words: dict[str, Spreads]
    mix: Spreads
    mangled: Spreads
    hostile: list[tuple[str, float]]
    index: BuildCost | None
    snapshot: BuildCost | None
    change: BuildCost | None
    unreadable: list[str]


class Figures(TypedDict):
    """All figures of a run, its date, and the machine."""

    date: str
    machine: dict[str, str]
    archives: list[ArchiveFigures]


def kind_figures(found: QuoteResults) -> KindFigures:
    """The figures of one kind of quote."""
    right = {engine: round(percent, 2) for engine, percent in found.percent.items()}
    return KindFigures(asked=found.asked, right=right, ms=spreads(found.times))


def spreads(times: Mapping[str, Sequence[float]]) -> Spreads:
    """The spread of each engine's times."""
    found = {engine: Spread.of(spent) for engine, spent in times.items()}
    return {engine: (spread.p50, spread.p95) for engine, spread in found.items()}


def pooled_spreads(times: Mapping[str, Mapping[str, Sequence[float]]]) -> Spreads:
    """The spread of each engine's times for all sorts of queries together."""
    engines = dict.fromkeys(engine for sort in times.values() for engine in sort)
    return spreads({engine: pooled(times, engine) for engine in engines})


def mangled_spreads(found: Mapping[str, QuoteResults]) -> Spreads:
    """The spread of each engine's times for all mangled quotes."""
    return pooled_spreads({kind: found[kind].times for kind in MANGLED})


def ours(kind: KindFigures) -> float:
    """The percentage of the showcase's answers that are right."""
    return kind["right"][OURS]


def refusal_ms(archive: ArchiveFigures) -> Pair:
    """The showcase's CPU milliseconds (p50, p95) for quotes that are not in the archive."""
    return archive["quotes"][NOT_THERE]["ms"][OURS]
