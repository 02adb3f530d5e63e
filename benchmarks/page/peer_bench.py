"""The figures of the pages of others: the same harness, the same films, the same words as ours."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.page.harness import HERE, HarnessError, lighthouse, measure, served_by
from benchmarks.page.peer_pages import Film, write_page
from benchmarks.page.peers import PEERS, Peer, made_from, searches
from benchmarks.page.values import Figures, value

# What the tables show of a page of 70 cues.
STEPS = (
    "load,transcript,axe,clickSeek,keyboard,search,axeAfterSearch,searchClickSeeks,straddle,noJs,"
    "scroll,playing"
)


def measure_peers(film: Film, long: Film, long_steps: str) -> Figures:
    """The figures of each peer, by its name; of what could not be measured, the reason."""
    with opened_bench() as bench:
        return {peer.name: _both(bench, peer, film, long, long_steps) for peer in PEERS}


@contextmanager
def opened_bench() -> Iterator["Bench"]:
    """A folder that is served, as long as it is needed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "site").mkdir()
        command = ["node", str(HERE / "serve.mjs"), str(folder / "site"), "0"]
        with served_by(command) as address:
            yield Bench(folder, address)


class Bench:
    """Where pages of peers are made, served and measured."""

    def __init__(self, folder: Path, address: str) -> None:
        self._folder = folder
        self._address = address

    def write(self, peer: Peer, film: Film, kind: str) -> str:
        """Write a page; returns its address."""
        path = f"{peer.page}/{kind}"
        write_page(peer, film, self._folder / "site" / path, f"{self._address}/{path}")
        return f"{self._address}/{path}/"

    def measure(self, peer: Peer, film: Film, url: str, *options: str) -> Figures:
        """The harness's figures of a page that was written."""
        where = peer.selectors if searches(peer) else peer.selectors.without_search()
        return shortened(measure(url, film.cues, self._folder, where, *options))


def shortened(figures: Figures) -> Figures:
    """What the tables need and a reader can use: no single runs, nothing of the peer's own text."""
    kept = {
        name: {key: value for key, value in step.items() if key not in ("runs", "rules", "text")}
        if isinstance(step, dict)
        else step
        for name, step in figures.items()
    }
    if (rules := value(figures, "axe.rules")) is not None:
        kept["axe"]["ids"] = [rule["id"] for rule in rules]
    return kept


def _both(bench: Bench, peer: Peer, film: Film, long: Film, long_steps: str) -> Figures:
    """A peer with both films: it is named and left out where its code is not here."""
    print(f"{peer.name} ...", flush=True)
    try:
        figures: Figures = {"packages": made_from(peer)}
    except HarnessError as error:
        return {"error": str(error)}
    figures |= _tried(lambda: _short(bench, peer, film))
    return figures | {"long": _tried(lambda: _long(bench, peer, long, long_steps))}


def _short(bench: Bench, peer: Peer, film: Film) -> Figures:
    url = bench.write(peer, film, "short")
    figures = bench.measure(peer, film, url, "--only", STEPS)
    return figures | {"lighthouse": _tried(lambda: lighthouse([url])[url])}


def _long(bench: Bench, peer: Peer, film: Film, steps: str) -> Figures:
    return bench.measure(peer, film, bench.write(peer, film, "long"), "--only", steps)


def _tried(make: Callable[[], Figures]) -> Figures:
    try:
        return make()
    except HarnessError as error:
        return {"error": str(error)}


def faults(figures: Figures) -> Sequence[str]:
    """What could not be measured of a page and its long film, and why."""
    parts = [figures, figures.get("lighthouse", {}), figures.get("long", {})]
    steps = [f"{step}: {why}" for part in parts for step, why in part.get("errors", {}).items()]
    return [part["error"] for part in parts if part.get("error")] + steps
