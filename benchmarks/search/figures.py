"""The figures of a run as they are stored in JSON, computed from what was measured."""

from collections.abc import Mapping, Sequence
from typing import TypedDict

from benchmarks.search.building import Built
from benchmarks.search.measure import MANGLED, NOT_THERE, OURS, Found, pooled
from benchmarks.search.timing import Spread

# The hostile queries with the highest cost that are reported.
MAX_WORST_QUERIES = 5

Pair = tuple[float, float]
# p50 and p95 in CPU milliseconds, by engine.
Spreads = dict[str, Pair]


class Kind(TypedDict):
    """One kind of quote: percent right and CPU milliseconds (p50, p95), by engine."""

    asked: int
    right: dict[str, float]
    ms: Spreads


class ArchiveFigures(TypedDict):
    """What was measured of one archive.

    Attributes:
        made: True for a generated archive, False for a folder of caption files.
        words: CPU milliseconds (p50, p95), by sort of query.
        mix: the same for all sorts together.
        mangled: the same for all changed quotes.
        hostile: the hostile queries with the highest cost, each with its CPU milliseconds.
        index: the cost of building the index; None if it was not measured.
        snapshot: the cost of building the snapshot; None if it was not measured.
        change: the cost of one changed video; None if it was not measured.
        unreadable: names of caption files without cues.
    """

    name: str
    made: bool
    cues: int
    tracks: int
    quotes: dict[str, Kind]
    words: dict[str, Spreads]
    mix: Spreads
    mangled: Spreads
    hostile: list[tuple[str, float]]
    index: Built | None
    snapshot: Built | None
    change: Built | None
    unreadable: list[str]


class Figures(TypedDict):
    """All figures of a run, with its date and machine."""

    date: str
    machine: dict[str, str]
    archives: list[ArchiveFigures]


def kind_figures(found: Found) -> Kind:
    """The figures of one kind of quote."""
    right = {engine: round(percent, 2) for engine, percent in found.percent.items()}
    return Kind(asked=found.asked, right=right, ms=spreads(found.times))


def spreads(times: Mapping[str, Sequence[float]]) -> Spreads:
    """The spread of each engine's times."""
    found = {engine: Spread.of(spent) for engine, spent in times.items()}
    return {engine: (spread.p50, spread.p95) for engine, spread in found.items()}


def together(times: Mapping[str, Mapping[str, Sequence[float]]]) -> Spreads:
    """The spread of each engine's times for all sorts of queries."""
    engines = dict.fromkeys(engine for sort in times.values() for engine in sort)
    return spreads({engine: pooled(times, engine) for engine in engines})


def mangled(found: Mapping[str, Found]) -> Spreads:
    """The spread of all mangled quotes."""
    return together({kind: found[kind].times for kind in MANGLED})


def ours(kind: Kind) -> float:
    """How many answers of the showcase are right, in percent."""
    return kind["right"][OURS]


def refusal_ms(archive: ArchiveFigures) -> Pair:
    """CPU milliseconds (p50, p95) of quotes that are not there."""
    return archive["quotes"][NOT_THERE]["ms"][OURS]
