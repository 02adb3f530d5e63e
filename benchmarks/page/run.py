"""Measure the page of the WSR video, served as visitors get it, and put the figures into docs/.

    make page-figures

Starts `showcase serve` on a free port, runs measure.mjs on the page in a real browser, writes
docs/figures/page.json and the table of docs/explanation/figures.md. A run takes about two minutes; run
nothing beside it.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.page.figures import Figures, table
from showcase.core.cues import Cue
from showcase.settings import Settings
from showcase.store.library import Library
from tools.marked import fill

ROOT = Path(__file__).resolve().parent.parent.parent
VIDEO = "wsr"
FIGURES = ROOT / "docs" / "figures" / "page.json"
DOCUMENT = ROOT / "docs" / "explanation" / "figures.md"
QUERY_WORDS = 3


@contextmanager
def served(environ: dict[str, str]) -> Iterator[str]:
    """The address of a server of our own, as long as it is needed."""
    command = [sys.executable, "-m", "showcase", "serve", "--bind", "127.0.0.1:0"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            opened = re.search(r"http://\S+", server.stdout.readline() if server.stdout else "")
            if opened is None:
                sys.exit("The server did not start: see what it says above.")
            yield opened[0].rstrip("/")
        finally:
            server.terminate()


def query_of(cues: tuple[Cue, ...]) -> str:
    """Words that stand together in one cue: the middle of the longest."""
    words = max((cue.text for cue in cues), key=len).split()
    middle = (len(words) - QUERY_WORDS) // 2
    return " ".join(re.sub(r"[^\w' ]", "", " ".join(words[middle : middle + QUERY_WORDS])).split())


def measure(address: str, cues: tuple[Cue, ...], folder: Path) -> Figures:
    """Run the harness on the page."""
    truth = [
        {"start": cue.start_ms / 1000, "end": cue.end_ms / 1000, "text": cue.text} for cue in cues
    ]
    (folder / "cues.json").write_text(json.dumps(truth), "utf-8")
    options = {
        "--name": VIDEO,
        "--cues": folder / "cues.json",
        "--out": folder / "out.json",
        "--seek-selector": "a[data-start]",
        "--search-input": "input[type=search][name=q]",
        "--hit-selector": "mark",
        "--query": query_of(cues),
    }
    arguments = [str(part) for option in options.items() for part in option]
    command = ["node", "measure.mjs", f"{address}/videos/{VIDEO}", *arguments, *sys.argv[1:]]
    subprocess.run(command, cwd=Path(__file__).parent, check=True)
    figures: Figures = json.loads((folder / "out.json").read_text("utf-8"))
    return figures | {"url": f"/videos/{VIDEO}", "cues": len(cues)}


def main() -> None:
    """Measure, write the figures, write the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environ = {**os.environ, "SHOWCASE_STATE": str(folder / "state")}
        settings = Settings.from_environment(environ)
        with served(environ) as address:
            cues = (
                Library(settings.transcripts, settings.state)
                .snapshot()
                .cues(VIDEO, "captions", "en")
            )
            figures = measure(address, tuple(cue for cue in cues if not cue.sound), folder)
    FIGURES.parent.mkdir(parents=True, exist_ok=True)
    FIGURES.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", "utf-8")
    document = fill(DOCUMENT.read_text("utf-8"), {"table": table(figures)})
    DOCUMENT.write_text(document, "utf-8")
    print(f"Wrote {FIGURES.relative_to(ROOT)} and {DOCUMENT.relative_to(ROOT)}.")
    print(*(f"{step}: {reason}" for step, reason in figures.get("errors", {}).items()), sep="\n")


if __name__ == "__main__":
    main()
