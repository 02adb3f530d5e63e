"""Measures our pages as visitors get them, and those of other players, and writes the figures into docs/.

    make page-figures
    make page-peers                  only the other players again
    make page-figures ARGS=--ours    only ours again

Starts `showcase serve` on a free port, with the WSR video and with one of 3,600 cues, runs measure.mjs on
both in a real browser and Lighthouse on every kind of page; then does the same with the same videos in
other players (peers.py). Writes docs/figures/page.json and the tables of docs/explanation/figures.md. A
run takes about half an hour; run nothing else meanwhile.
"""

import argparse
import json
import os
import platform
import re
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from urllib.request import Request, urlopen

import brotli

from benchmarks.page.documents import generated_parts
from benchmarks.page.harness import OURS, ROOT, lighthouse, measure, serve_showcase
from benchmarks.page.long import CUES, write_long_video
from benchmarks.page.peer_bench import failures, measure_peers
from benchmarks.page.peer_pages import Film
from benchmarks.page.values import Figures
from showcase.settings import Settings
from showcase.store.snapshots.library import Library
from tools.document_parts import fill

VIDEO = "wsr"
MAX_VISIT_SECONDS = 60  # seconds
# Requests of an address before it is measured: so many alike in a row leave hardly a process out.
ALIKE_WARM_UPS = 12
MAX_WARM_UPS = 60
FIGURES = ROOT / "docs" / "figures" / "page.json"
DOCUMENT = ROOT / "docs" / "explanation" / "figures.md"
# The steps of measure.mjs whose results depend on the length of the video.
LONG_STEPS = "load,transcript,clickSeek,search,noJs,scroll,playing"
# One page of each kind.
KINDS = {
    "video": "/videos/wsr",
    "video, in Bengali": "/bn/videos/wsr",
    "moment": "/videos/wsr?t=91,100",
    "side by side": "/videos/wsr?lang=en&beside=es",
    "search in a video": "/videos/wsr?q=workers",
    "search": "/search?q=workers",
    "nothing found": "/search?q=zeppelin",
    "frame": "/embed/wsr",
    "to print": "/videos/wsr/print",
}


def measure_page_kinds(address: str) -> dict[str, Any]:
    """The results of Lighthouse, by kind of page."""
    found = lighthouse([address + path for path in KINDS.values()])
    return {kind: found[address + path] for kind, path in KINDS.items()}


def warm_up(page: str) -> None:
    """Request a page and its static files as visitors before did, until every process has packed them."""
    html = brotli.decompress(fetch(page)).decode()
    names = re.findall(r'(?:href|src)="(/static/[^"#]+)"', html)
    for address in (page, *(urljoin(page, name) for name in names)):
        _request_until_packed(address)


def _request_until_packed(address: str) -> None:
    """Each process packs a page in haste first: answers differ until each has packed it well."""
    sizes: list[int] = []
    while len(sizes) < MAX_WARM_UPS:
        sizes.append(len(fetch(address)))
        if len(sizes) >= ALIKE_WARM_UPS and len({*sizes[-ALIKE_WARM_UPS:]}) == 1:
            return


def fetch(address: str) -> bytes:
    """The body of a response as our own server sends it, compressed with Brotli where it can be."""
    asked = Request(address, headers={"Accept-Encoding": "br"})  # noqa: S310 - our own server
    with urlopen(asked, timeout=MAX_VISIT_SECONDS) as response:  # noqa: S310
        body: bytes = response.read()
        return body


def measure_ours(film: Film, environ: dict[str, str], folder: Path) -> Figures:
    """Measure the page of the WSR video, and every kind of page with Lighthouse."""
    with serve_showcase(environ) as address:
        warm_up(f"{address}/videos/{VIDEO}")
        figures = measure(f"{address}/videos/{VIDEO}", film.cues, folder, OURS, "--no-lighthouse")
        return figures | {"kinds": measure_page_kinds(address)}


def measure_long(film: Film, slug: str, environ: dict[str, str], folder: Path) -> Figures:
    """Measure the page of the long video."""
    with serve_showcase(environ) as address:
        page = f"{address}/videos/{slug}"
        warm_up(page)
        return measure(page, film.cues, folder, OURS, "--only", LONG_STEPS)


def read_film(slug: str, environ: dict[str, str]) -> Film:
    """The video with this slug, in a showcase with these environment variables."""
    settings = Settings.from_environment(environ)
    snapshot = Library(settings.transcripts, settings.state).snapshot()
    video = next(video for video in snapshot.catalog.videos if video.slug == slug)
    media = video.source.files if video.source else ()
    cues = snapshot.cues(slug, "captions", "en")
    return Film(video.title, cues, settings.transcripts / slug, media, video.poster)


def measure_all(folder: Path, *, ours: bool, peers: bool) -> Figures:
    """Measure ours, the peers, or both; the rest is taken from the saved figures."""
    talk = write_long_video(folder / "transcripts", cues=CUES)
    environ = {**os.environ, "SHOWCASE_STATE": str(folder / "state")}
    aside = {
        **os.environ,
        "SHOWCASE_TRANSCRIPTS": str(folder / "transcripts"),
        "SHOWCASE_STATE": str(folder / "long"),
    }
    film, long = read_film(VIDEO, environ), read_film(talk.slug, aside)
    figures: Figures = measure_ours(film, environ, folder) if ours else saved_figures()
    if ours:
        figures |= {"long": measure_long(long, talk.slug, aside, folder), "machine": machine()}
    found = measure_peers(film, long, LONG_STEPS) if peers else saved_figures()["peers"]
    return figures | {"peers": found}


def saved_figures() -> Figures:
    """The figures of earlier runs."""
    figures: Figures = json.loads(FIGURES.read_text("utf-8"))
    return figures


def machine() -> Figures:
    """The cores and the system of this machine."""
    return {"cores": os.cpu_count(), "system": f"{platform.system()} {platform.machine()}"}


def write(figures: Figures) -> None:
    """Write the figures as JSON, and the tables into the document."""
    FIGURES.parent.mkdir(parents=True, exist_ok=True)
    FIGURES.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", "utf-8")
    DOCUMENT.write_text(fill(DOCUMENT.read_text("utf-8"), generated_parts(figures)), "utf-8")


def print_failures(figures: Figures) -> None:
    """Print what could not be measured, and why."""
    for name, part in {"the showcase": figures, **figures["peers"]}.items():
        for failure in failures(part):
            print(f"{name}: {failure}")


def main() -> None:
    """Measure, write the figures, write the tables."""
    parser = argparse.ArgumentParser(description="Measure the pages.")
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--peers", action="store_true", help="only the other players")
    only.add_argument("--ours", action="store_true", help="only our own pages")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        figures = measure_all(Path(name), ours=not wanted.peers, peers=not wanted.ours)
    write(figures)
    print(f"Wrote {FIGURES.relative_to(ROOT)} and {DOCUMENT.relative_to(ROOT)}.")
    print_failures(figures)


if __name__ == "__main__":
    main()
