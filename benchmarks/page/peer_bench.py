"""Measures the pages of other players with the same harness, the same videos and the same words as ours."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.page.harness import HERE, HarnessError, lighthouse, measure, run_server
from benchmarks.page.peer_pages import Film, write_page
from benchmarks.page.peers import PEERS, Peer, has_search, package_versions
from benchmarks.page.values import Figures, value

# The steps of measure.mjs that the tables need for the short video.
STEPS = (
    "load,transcript,axe,clickSeek,keyboard,search,axeAfterSearch,searchClickSeeks,straddle,noJs,"
    "scroll,playing"
)


def measure_peers(film: Film, long: Film, long_steps: str) -> Figures:
    """The figures of each peer by its name, or under "error" why it could not be measured."""
    with open_bench() as bench:
        return {peer.name: _measure_peer(bench, peer, film, long, long_steps) for peer in PEERS}


@contextmanager
def open_bench() -> Iterator["Bench"]:
    """Serve a temporary folder during a `with` block."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "site").mkdir()
        command = ["node", str(HERE / "serve.mjs"), str(folder / "site"), "0"]
        with run_server(command) as address:
            yield Bench(folder, address)


class Bench:
    """Writes, serves and measures the pages of peers."""

    def __init__(self, folder: Path, address: str) -> None:
        self._folder = folder
        self._address = address

    def write(self, peer: Peer, film: Film, kind: str) -> str:
        """Write a page, and return its address."""
        path = f"{peer.page}/{kind}"
        write_page(peer, film, self._folder / "site" / path, f"{self._address}/{path}")
        return f"{self._address}/{path}/"

    def measure(self, peer: Peer, film: Film, url: str, *options: str) -> Figures:
        """Measure a page that was written."""
        where = peer.selectors if has_search(peer) else peer.selectors.without_search()
        return without_details(measure(url, film.cues, self._folder, where, *options))


def without_details(figures: Figures) -> Figures:
    """The figures without single runs, details of rules, and text of the peer."""
    kept = {
        name: {key: value for key, value in step.items() if key not in ("runs", "rules", "text")}
        if isinstance(step, dict)
        else step
        for name, step in figures.items()
    }
    if (rules := value(figures, "axe.rules")) is not None:
        kept["axe"]["ids"] = [rule["id"] for rule in rules]
    return kept


def _measure_peer(bench: Bench, peer: Peer, film: Film, long: Film, long_steps: str) -> Figures:
    """Measure a peer with both videos; only an "error" if its code is not installed."""
    print(f"{peer.name} ...", flush=True)
    try:
        figures: Figures = {"packages": package_versions(peer)}
    except HarnessError as error:
        return {"error": str(error)}
    figures |= _figures_or_error(lambda: _short(bench, peer, film))
    return figures | {"long": _figures_or_error(lambda: _long(bench, peer, long, long_steps))}


def _short(bench: Bench, peer: Peer, film: Film) -> Figures:
    url = bench.write(peer, film, "short")
    figures = bench.measure(peer, film, url, "--only", STEPS)
    return figures | {"lighthouse": _figures_or_error(lambda: lighthouse([url])[url])}


def _long(bench: Bench, peer: Peer, film: Film, steps: str) -> Figures:
    return bench.measure(peer, film, bench.write(peer, film, "long"), "--only", steps)


def _figures_or_error(make: Callable[[], Figures]) -> Figures:
    try:
        return make()
    except HarnessError as error:
        return {"error": str(error)}


def failures(figures: Figures) -> Sequence[str]:
    """What could not be measured of a page with either video, and why."""
    parts = [figures, figures.get("lighthouse", {}), figures.get("long", {})]
    steps = [f"{step}: {why}" for part in parts for step, why in part.get("errors", {}).items()]
    return [part["error"] for part in parts if part.get("error")] + steps
