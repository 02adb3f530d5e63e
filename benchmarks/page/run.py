"""Measure the pages, served as visitors get them, and those of others; put the figures into docs/.

    make page-figures
    make page-peers              only the others again
    make page-figures ARGS=--ours    only ours again

Starts `showcase serve` on a free port, with the WSR video and with one of 3,600 cues, runs measure.mjs on
both in a real browser and Lighthouse on every kind of page; then shows the same videos in the pages of
others (peers.py) and does the same. Writes docs/figures/page.json and the tables of
docs/explanation/figures.md. A run takes about half an hour; run nothing beside it.
"""

import argparse
import json
import os
import platform
import tempfile
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from benchmarks.page.documents import made
from benchmarks.page.harness import OURS, ROOT, lighthouse, measure, served
from benchmarks.page.long import CUES, write_long_video
from benchmarks.page.peer_bench import faults, measure_peers
from benchmarks.page.peer_pages import Film
from benchmarks.page.values import Figures
from showcase.settings import Settings
from showcase.store.snapshots.library import Library
from tools.marked import fill

VIDEO = "wsr"
VISIT_MOST = 60  # seconds
FIGURES = ROOT / "docs" / "figures" / "page.json"
DOCUMENT = ROOT / "docs" / "explanation" / "figures.md"
# What is measured of the long video: what its length changes.
LONG_STEPS = "load,transcript,clickSeek,search,noJs,scroll,playing"
# Of every kind of page, one.
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


def measure_kinds(address: str) -> dict[str, Any]:
    """What Lighthouse says of every kind of page."""
    found = lighthouse([address + path for path in KINDS.values()])
    return {kind: found[address + path] for kind, path in KINDS.items()}


def visit(page: str) -> None:
    """Ask for a page as those do who come before: the server keeps it, and packs it well the second time."""
    for _ in range(2):
        asked = Request(page, headers={"Accept-Encoding": "br"})  # noqa: S310 - our own server
        with urlopen(asked, timeout=VISIT_MOST) as response:  # noqa: S310
            response.read()


def measure_ours(film: Film, environ: dict[str, str], folder: Path) -> Figures:
    """The page of the WSR video, and Lighthouse on the others."""
    with served(environ) as address:
        visit(f"{address}/videos/{VIDEO}")
        figures = measure(f"{address}/videos/{VIDEO}", film.cues, folder, OURS, "--no-lighthouse")
        return figures | {"kinds": measure_kinds(address)}


def measure_long(film: Film, slug: str, environ: dict[str, str], folder: Path) -> Figures:
    """The page of a video of 3,600 cues."""
    with served(environ) as address:
        page = f"{address}/videos/{slug}"
        visit(page)
        return measure(page, film.cues, folder, OURS, "--only", LONG_STEPS)


def read_film(slug: str, environ: dict[str, str]) -> Film:
    """A video as a showcase with these settings has it."""
    settings = Settings.from_environment(environ)
    snapshot = Library(settings.transcripts, settings.state).snapshot()
    video = next(video for video in snapshot.catalog.videos if video.slug == slug)
    media = video.source.files if video.source else ()
    cues = snapshot.cues(slug, "captions", "en")
    return Film(video.title, cues, settings.transcripts / slug, media, video.poster)


def measure_all(folder: Path, *, ours: bool, peers: bool) -> Figures:
    """The figures of ours and of the peers; of those that are not wanted the ones before."""
    talk = write_long_video(folder / "transcripts", cues=CUES)
    environ = {**os.environ, "SHOWCASE_STATE": str(folder / "state")}
    aside = {
        **os.environ,
        "SHOWCASE_TRANSCRIPTS": str(folder / "transcripts"),
        "SHOWCASE_STATE": str(folder / "long"),
    }
    film, long = read_film(VIDEO, environ), read_film(talk.slug, aside)
    figures: Figures = measure_ours(film, environ, folder) if ours else kept_figures()
    if ours:
        figures |= {"long": measure_long(long, talk.slug, aside, folder), "machine": machine()}
    found = measure_peers(film, long, LONG_STEPS) if peers else kept_figures()["peers"]
    return figures | {"peers": found}


def kept_figures() -> Figures:
    """What was measured before."""
    figures: Figures = json.loads(FIGURES.read_text("utf-8"))
    return figures


def machine() -> Figures:
    """What the figures in milliseconds depend on."""
    return {"cores": os.cpu_count(), "system": f"{platform.system()} {platform.machine()}"}


def write(figures: Figures) -> None:
    """Write the figures, and the tables of them."""
    FIGURES.parent.mkdir(parents=True, exist_ok=True)
    FIGURES.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", "utf-8")
    DOCUMENT.write_text(fill(DOCUMENT.read_text("utf-8"), made(figures)), "utf-8")


def say_faults(figures: Figures) -> None:
    """Say what could not be measured."""
    for name, part in {"the showcase": figures, **figures["peers"]}.items():
        for fault in faults(part):
            print(f"{name}: {fault}")


def main() -> None:
    """Measure, write the figures, write the tables."""
    parser = argparse.ArgumentParser(description="Measure the pages.")
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--peers", action="store_true", help="only the pages of others")
    only.add_argument("--ours", action="store_true", help="only our own pages")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        figures = measure_all(Path(name), ours=not wanted.peers, peers=not wanted.ours)
    write(figures)
    print(f"Wrote {FIGURES.relative_to(ROOT)} and {DOCUMENT.relative_to(ROOT)}.")
    say_faults(figures)


if __name__ == "__main__":
    main()
