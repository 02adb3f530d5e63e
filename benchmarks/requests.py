"""Measures what requests about a talk of three hours cost, for `make request-figures`.

For each address: the least CPU milliseconds of some rounds, without any page kept in memory, and kilobytes.
"""

import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from flask.testing import FlaskClient

from benchmarks.search.corpus import generate_talk
from benchmarks.search.folders import write_talk
from showcase.app import create_app
from showcase.settings import Settings
from showcase.store.garbage_collection import collect_less_often
from showcase.store.lru_cache import LruCache
from showcase.store.snapshots.builder import build_snapshot
from showcase.web.video.rendered_page import MAX_PAGE_CACHE_BYTES
from tools.document_parts import fill

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "explanation" / "request-figures.md"
ROUNDS = 5
# Of the generated talk, about three hours.
CUES = 4_200
SITE = "https://videos.example.org"
# What hardly a line is without: the dearest query that was found.
COMMON = "the+OR+of+OR+and+OR+to+OR+a+OR+in+OR+that+OR+is+OR+was+OR+it+OR+for+OR+on+OR+as+OR+we"
BENGALI = "%E0%A6%85" * 800
ADDRESSES = (
    "/videos/talk",
    "/videos/talk?t=100,105",
    "/videos/talk?t=0,9000",
    "/videos/talk?q=the",
    f"/videos/talk?q={COMMON}",
    "/videos/talk?q=the&t=0,9000",
    "/videos/talk?q=the&part=search",
    "/videos/talk?q=the&part=hits",
    f"/videos/talk?q=the+-{BENGALI}&part=hits",
    "/videos/talk?t=0,9000&part=share",
    "/videos/talk/annotation?t=0,9000",
    "/videos/talk/cite.bib?t=0,9000",
    f"/oembed?url={SITE}/videos/talk%3Ft%3D0,9000",
    "/embed/talk?t=0,9000",
    "/videos/talk/print",
    "/videos/talk/tracks/captions.en.json",
    "/search?q=the",
    "/api/search?q=the",
)


class RequestCost(NamedTuple):
    """CPU milliseconds of a request, and kilobytes of its response, not compressed."""

    cpu: float
    size: float


def main() -> int:
    """Measure each address, print the table, and write it into the document."""
    with tempfile.TemporaryDirectory() as folder:
        client = _client(Path(folder))
        collect_less_often()  # as a server does
        costs = {address: _measure(client, address) for address in ADDRESSES}
    text = _table(costs)
    print(text)
    DOCUMENT.write_text(fill(DOCUMENT.read_text("utf-8"), {"requests": text}), "utf-8")
    return 0


def _client(folder: Path) -> FlaskClient:
    transcripts, state = folder / "transcripts", folder / "state"
    write_talk(generate_talk("talk", CUES), transcripts)
    build_snapshot(transcripts, state)
    return create_app(Settings(transcripts=transcripts, state=state, url=SITE)).test_client()


def _measure(client: FlaskClient, address: str) -> RequestCost:
    costs = [_ask(client, address) for _ in range(ROUNDS + 1)]
    return min(costs[1:])


def _ask(client: FlaskClient, address: str) -> RequestCost:
    client.application.extensions["pages"] = LruCache(MAX_PAGE_CACHE_BYTES)
    begun = time.thread_time()
    response = client.get(address)
    size = len(response.data)
    if response.status_code != 200:  # noqa: PLR2004
        sys.exit(f"{address}: {response.status}")
    return RequestCost((time.thread_time() - begun) * 1000, size / 1000)


def _table(costs: dict[str, RequestCost]) -> str:
    plain = costs["/videos/talk"].cpu
    rows = ["| address | CPU, ms | of the plain page | kB |", "| --- | --- | --- | --- |"]
    rows += [
        f"| `{_shortened(address)}` | {cost.cpu:.0f} | {cost.cpu / plain:.2f} | {cost.size:.0f} |"
        for address, cost in costs.items()
    ]
    return "\n".join(rows)


def _shortened(address: str) -> str:
    return address.replace(BENGALI, "…").replace(COMMON, "the+OR+of+OR…")


if __name__ == "__main__":
    sys.exit(main())
