"""Runs the Node.js programs of this folder on a page, and servers, each with a time limit."""

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.page.values import Figures
from showcase.core.captions.cues import Cue

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
QUERY_WORDS = 3
# A whole run takes at most two minutes on a machine without other work, Lighthouse half a minute per page.
MAX_MEASURE_SECONDS = 480
MAX_LIGHTHOUSE_SECONDS = 240
GRACE_SECONDS = 15


class HarnessError(Exception):
    """A page could not be measured; the message is one sentence with the reason."""


@dataclass(frozen=True, slots=True)
class Selectors:
    """CSS selectors of the elements that are measured.

    Attributes:
        seek: what a reader clicks to seek: a line, a button in it, or a word.
        search: the search box, "" if there is none.
        hit: the marks of words that were found.
        active: the line that is spoken now, "" for the default of measure.mjs.
        opens: what is clicked first, in order, if the transcript is hidden until then.
    """

    seek: str
    search: str = ""
    hit: str = "mark"
    active: str = ""
    opens: tuple[str, ...] = ()

    def options(self) -> list[str]:
        """The selectors as options of measure.mjs."""
        search = ["--search-input", self.search, "--hit-selector", self.hit] if self.search else []
        opens = [part for css in self.opens for part in ("--open", css)]
        active = ["--active-selector", self.active] if self.active else []
        return ["--seek-selector", self.seek, *active, *search, *opens]

    def without_search(self) -> "Selectors":
        """The same selectors for a page without its search."""
        return replace(self, search="")


OURS = Selectors("a[data-start]", search="input[type=search][name=q]")


def serve_showcase(environ: dict[str, str]) -> AbstractContextManager[str]:
    """Run `showcase serve` on a free port during a `with` block; gives its address, without a final slash."""
    return run_server([sys.executable, "-m", "showcase", "serve", "--bind", "127.0.0.1:0"], environ)


@contextmanager
def run_server(command: Sequence[str], environ: dict[str, str] | None = None) -> Iterator[str]:
    """Run a server during a `with` block; gives the address that it prints, without a final slash."""
    with subprocess.Popen(
        command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            lines = iter(server.stdout or ())
            opened = next(filter(None, (re.search(r"http://\S+", line) for line in lines)), None)
            if opened is None:
                sys.exit("The server did not start: see its messages above.")
            yield opened[0].rstrip("/")
        finally:
            server.terminate()


def measure(
    url: str, cues: Sequence[Cue], folder: Path, selectors: Selectors, *more: str
) -> Figures:
    """Run measure.mjs on a page.

    Args:
        url: of the page.
        cues: of its transcript; sounds are ignored.
        folder: for temporary files.
        selectors: of the page's elements.
        more: further options of measure.mjs.

    Raises:
        HarnessError: the program failed, or took too long.
    """
    spoken = [cue for cue in cues if not cue.sound]
    truth = [{"start": c.start_ms / 1000, "end": c.end_ms / 1000, "text": c.text} for c in spoken]
    (folder / "cues.json").write_text(json.dumps(truth), "utf-8")
    files = ["--cues", str(folder / "cues.json"), "--out", str(folder / "out.json")]
    options = ["--query", query_of(spoken), *selectors.options()]
    _run(["measure.mjs", url, *files, *options, *more], MAX_MEASURE_SECONDS)
    figures: Figures = json.loads((folder / "out.json").read_text("utf-8"))
    figures["url"] = url[url.index("/", len("http://")) :]
    return figures | {"cues": len(spoken)}


def lighthouse(urls: Sequence[str]) -> Figures:
    """The results of Lighthouse, by address.

    Raises:
        HarnessError: the program failed, or took too long.
    """
    found: Figures = json.loads(_run(["lighthouse.mjs", *urls], MAX_LIGHTHOUSE_SECONDS * len(urls)))
    return found


def query_of(cues: Sequence[Cue]) -> str:
    """A query of consecutive words of one cue: the middle of the longest."""
    words = max((cue.text for cue in cues), key=len).split()
    middle = (len(words) - QUERY_WORDS) // 2
    return " ".join(re.sub(r"[^\w' ]", "", " ".join(words[middle : middle + QUERY_WORDS])).split())


def _run(arguments: Sequence[str], most: float) -> str:
    """The output of a Node.js program of this folder, which may take `most` seconds."""
    with subprocess.Popen(
        ["node", *arguments], cwd=HERE, stdout=subprocess.PIPE, text=True
    ) as program:
        try:
            said, _ = program.communicate(timeout=most)
        except subprocess.TimeoutExpired:
            _stop(program)
            reason = f"{arguments[0]} was not done after {most:.0f} s"
            raise HarnessError(reason) from None
    if program.returncode:
        reason = (
            f"{arguments[0]} failed with exit code {program.returncode}: see its messages above"
        )
        raise HarnessError(reason)
    return said


def _stop(program: subprocess.Popen[str]) -> None:
    """Ask a program to end, so that it closes its browser; kill it if it does not."""
    program.send_signal(signal.SIGINT)
    try:
        program.wait(GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        program.kill()
