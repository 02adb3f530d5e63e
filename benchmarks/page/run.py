"""Measure the pages, served as visitors get them, and put the figures into docs/.

    make page-figures

Starts `showcase serve` on a free port, with the WSR video and with one of 3,600 cues, runs measure.mjs on
both in a real browser and Lighthouse on every kind of page, writes docs/figures/page.json and the tables of
docs/explanation/figures.md. A run takes about ten minutes; run nothing beside it.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.page.bars import bars_table
from benchmarks.page.figures import Figures, table
from benchmarks.page.long import write_long_video
from showcase.core.cues import Cue
from showcase.settings import Settings
from showcase.store.library import Library
from tools.marked import fill

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = Path(__file__).parent
VIDEO = "wsr"
FIGURES = ROOT / "docs" / "figures" / "page.json"
DOCUMENT = ROOT / "docs" / "explanation" / "figures.md"
QUERY_WORDS = 3
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


@contextmanager
def served(environ: dict[str, str]) -> Iterator[str]:
    """The address of a server of our own, as long as it is needed."""
    command = [sys.executable, "-m", "showcase", "serve", "--bind", "127.0.0.1:0"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            lines = iter(server.stdout or ())
            opened = next(filter(None, (re.search(r"http://\S+", line) for line in lines)), None)
            if opened is None:
                sys.exit("The server did not start: see what it says above.")
            yield opened[0].rstrip("/")
        finally:
            server.terminate()


def query_of(cues: Sequence[Cue]) -> str:
    """Words that stand together in one cue: the middle of the longest."""
    words = max((cue.text for cue in cues), key=len).split()
    middle = (len(words) - QUERY_WORDS) // 2
    return " ".join(re.sub(r"[^\w' ]", "", " ".join(words[middle : middle + QUERY_WORDS])).split())


def measure(url: str, cues: Sequence[Cue], folder: Path, *more: str) -> Figures:
    """Run the harness on a page."""
    spoken = [cue for cue in cues if not cue.sound]
    truth = [{"start": c.start_ms / 1000, "end": c.end_ms / 1000, "text": c.text} for c in spoken]
    (folder / "cues.json").write_text(json.dumps(truth), "utf-8")
    options = {
        "--cues": folder / "cues.json",
        "--out": folder / "out.json",
        "--seek-selector": "a[data-start]",
        "--search-input": "input[type=search][name=q]",
        "--hit-selector": "mark",
        "--query": query_of(spoken),
    }
    arguments = [str(part) for option in options.items() for part in option]
    command = ["node", "measure.mjs", url, *arguments, *more]
    subprocess.run(command, cwd=HERE, check=True)
    figures: Figures = json.loads((folder / "out.json").read_text("utf-8"))
    figures["url"] = url[url.index("/", len("http://")) :]
    return figures | {"cues": len(spoken)}


def measure_kinds(address: str) -> dict[str, Any]:
    """What Lighthouse says of every kind of page."""
    command = ["node", "lighthouse.mjs", *(address + path for path in KINDS.values())]
    said = subprocess.run(command, cwd=HERE, check=True, stdout=subprocess.PIPE, text=True).stdout
    found = json.loads(said)
    return {kind: found[address + path] for kind, path in KINDS.items()}


def measure_ours(folder: Path) -> Figures:
    """The page of the WSR video, and Lighthouse on the others."""
    environ = {**os.environ, "SHOWCASE_STATE": str(folder / "state")}
    settings = Settings.from_environment(environ)
    with served(environ) as address:
        snapshot = Library(settings.transcripts, settings.state).snapshot()
        cues = snapshot.cues(VIDEO, "captions", "en")
        figures = measure(f"{address}/videos/{VIDEO}", cues, folder, "--no-lighthouse")
        return figures | {"kinds": measure_kinds(address)}


def measure_long(folder: Path) -> Figures:
    """The page of a video of 3,600 cues."""
    talk = write_long_video(folder / "transcripts")
    environ = {
        **os.environ,
        "SHOWCASE_TRANSCRIPTS": str(folder / "transcripts"),
        "SHOWCASE_STATE": str(folder / "long"),
    }
    with served(environ) as address:
        return measure(f"{address}/videos/{talk.slug}", talk.cues, folder, "--only", LONG_STEPS)


def write(figures: Figures) -> None:
    """Write the figures, and the tables of them."""
    FIGURES.parent.mkdir(parents=True, exist_ok=True)
    FIGURES.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", "utf-8")
    tables = {"table": table(figures), "bars": bars_table(figures)}
    DOCUMENT.write_text(fill(DOCUMENT.read_text("utf-8"), tables), "utf-8")


def main() -> None:
    """Measure, write the figures, write the tables."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures = measure_ours(folder)
        figures["long"] = measure_long(folder)
    write(figures)
    print(f"Wrote {FIGURES.relative_to(ROOT)} and {DOCUMENT.relative_to(ROOT)}.")
    for part in (figures, figures["long"]):
        print(*(f"{step}: {why}" for step, why in part.get("errors", {}).items()), sep="\n")


if __name__ == "__main__":
    main()
