"""Run a program of this folder on a page, or a server beside it, for as long as it may take."""

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
# Seconds. A whole run takes two minutes at most on a quiet machine, Lighthouse half a minute a page.
MEASURE_MOST = 480
LIGHTHOUSE_MOST = 240
GRACE = 15


class HarnessError(Exception):
    """A page could not be measured; says why in one sentence."""


@dataclass(frozen=True, slots=True)
class Selectors:
    """Where a page has what is measured, as CSS.

    Attributes:
        seek: what a reader clicks to hear a line: the line, a button in it, or a word.
        search: the search box, "" where there is none.
        hit: what marks the words that were found.
        active: the line that is spoken now, "" for what measure.mjs looks for by itself.
        opens: what is clicked first, in order, when the transcript waits to be asked for.
    """

    seek: str
    search: str = ""
    hit: str = "mark"
    active: str = ""
    opens: tuple[str, ...] = ()

    def options(self) -> list[str]:
        """The options of measure.mjs."""
        search = ["--search-input", self.search, "--hit-selector", self.hit] if self.search else []
        opens = [part for css in self.opens for part in ("--open", css)]
        active = ["--active-selector", self.active] if self.active else []
        return ["--seek-selector", self.seek, *active, *search, *opens]

    def without_search(self) -> "Selectors":
        """The same for a page that is shown without its search."""
        return replace(self, search="")


OURS = Selectors("a[data-start]", search="input[type=search][name=q]")


def served(environ: dict[str, str]) -> AbstractContextManager[str]:
    """The address of a showcase of our own, as long as it is needed."""
    return served_by([sys.executable, "-m", "showcase", "serve", "--bind", "127.0.0.1:0"], environ)


@contextmanager
def served_by(command: Sequence[str], environ: dict[str, str] | None = None) -> Iterator[str]:
    """The address of a server, which it prints, as long as it is needed."""
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


def measure(
    url: str, cues: Sequence[Cue], folder: Path, selectors: Selectors, *more: str
) -> Figures:
    """Run measure.mjs on a page.

    Args:
        url: of the page.
        cues: of its transcript; those that are sounds are not looked for.
        folder: where files may be left.
        selectors: where the page has what.
        more: further options.

    Raises:
        HarnessError: there are no figures.
    """
    spoken = [cue for cue in cues if not cue.sound]
    truth = [{"start": c.start_ms / 1000, "end": c.end_ms / 1000, "text": c.text} for c in spoken]
    (folder / "cues.json").write_text(json.dumps(truth), "utf-8")
    files = ["--cues", str(folder / "cues.json"), "--out", str(folder / "out.json")]
    told = ["--query", query_of(spoken), *selectors.options()]
    _run(["measure.mjs", url, *files, *told, *more], MEASURE_MOST)
    figures: Figures = json.loads((folder / "out.json").read_text("utf-8"))
    figures["url"] = url[url.index("/", len("http://")) :]
    return figures | {"cues": len(spoken)}


def lighthouse(urls: Sequence[str]) -> Figures:
    """What Lighthouse says of each address.

    Raises:
        HarnessError: it said nothing.
    """
    found: Figures = json.loads(_run(["lighthouse.mjs", *urls], LIGHTHOUSE_MOST * len(urls)))
    return found


def query_of(cues: Sequence[Cue]) -> str:
    """Words that stand together in one cue: the middle of the longest."""
    words = max((cue.text for cue in cues), key=len).split()
    middle = (len(words) - QUERY_WORDS) // 2
    return " ".join(re.sub(r"[^\w' ]", "", " ".join(words[middle : middle + QUERY_WORDS])).split())


def _run(arguments: Sequence[str], most: float) -> str:
    """What a program of this folder prints, in so many seconds at most."""
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
        reason = f"{arguments[0]} ended with {program.returncode}: see what it says above"
        raise HarnessError(reason)
    return said


def _stop(program: subprocess.Popen[str]) -> None:
    """Let a program close its browser before it ends."""
    program.send_signal(signal.SIGINT)
    try:
        program.wait(GRACE)
    except subprocess.TimeoutExpired:
        program.kill()
