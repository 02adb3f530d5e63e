"""Measures what `showcase index` costs for `make bench-index`, and writes docs/explanation/index-figures.md.

A hundred videos of a thousand cues are written (videos.py) beside one of three hours, and indexed as an owner
does it: by a process of its own, whose CPU time is that of the user and of the system, start of Python
included. Then the video of three hours changes a few times. At last a server watches the folder while words
of that video are corrected, beside the others and alone. It takes about three minutes; run nothing else
meanwhile. Every figure is the median of some rounds.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.index.saved_word import seconds_to_page
from benchmarks.index.videos import (
    CUES_PER_VIDEO,
    LONG_CUES,
    VIDEOS,
    write_long_video,
    write_videos,
)
from benchmarks.search.machine import machine
from tools.document_parts import fill

ROOT = Path(__file__).resolve().parent.parent.parent
DOCUMENT = ROOT / "docs" / "explanation" / "index-figures.md"
ROUNDS, CHANGES = 3, 5
MIN_CUES_PER_CPU_SECOND = 3_000
MAX_CHANGE_CPU_S = 1.5
# An owner who looks at the page after saving waits no longer.
MAX_SAVED_S = 2.0
# Linux counts peak memory in 1024 bytes, macOS in bytes.
_PEAK_UNIT_BYTES = 1 if sys.platform == "darwin" else 1024


class ProcessCost(NamedTuple):
    """What a process took: CPU seconds of user and system, and its peak memory in megabytes."""

    cpu_s: float
    peak_mb: float


class IndexFigures(NamedTuple):
    """What was measured.

    Attributes:
        cues: how many cues of speech the folder has.
        files: in how many caption files.
        built: indexing all of it, into an empty state folder.
        changed: indexing it again, after the video of three hours has changed.
        unchanged: indexing it again, after nothing has changed.
        saved_s: seconds from saving a word of that video until its page has it.
        saved_alone_s: the same where it is the only video.
    """

    cues: int
    files: int
    built: ProcessCost
    changed: ProcessCost
    unchanged: ProcessCost
    saved_s: float
    saved_alone_s: float

    @property
    def cues_per_cpu_second(self) -> float:
        """Of the first build."""
        return self.cues / self.built.cpu_s


def measure(
    root: Path, videos: int = VIDEOS, cues: int = CUES_PER_VIDEO, rounds: int = ROUNDS
) -> IndexFigures:
    """Write the videos into an empty folder, and index them there."""
    transcripts, state = root / "transcripts", root / "state"
    written = write_videos(transcripts, videos, cues)
    write_long_video(transcripts, 0)
    built = _median_cost(_build_anew(transcripts, state) for _ in range(rounds))
    changed = _median_cost(_change(transcripts, state, seed) for seed in range(1, CHANGES + 1))
    unchanged = _median_cost(_index(transcripts, state) for _ in range(rounds))
    return IndexFigures(
        written.cues + LONG_CUES,
        written.files + 1,
        built,
        changed,
        unchanged,
        saved_s=seconds_to_page(transcripts, state),
        saved_alone_s=_measure_alone(root / "alone"),
    )


def _measure_alone(root: Path) -> float:
    write_long_video(root / "transcripts", 0)
    return seconds_to_page(root / "transcripts", root / "state")


def _build_anew(transcripts: Path, state: Path) -> ProcessCost:
    shutil.rmtree(state, ignore_errors=True)
    return _index(transcripts, state)


def _change(transcripts: Path, state: Path, seed: int) -> ProcessCost:
    write_long_video(transcripts, seed)
    return _index(transcripts, state)


def _index(transcripts: Path, state: Path) -> ProcessCost:
    """Run `showcase index`; its figures are those of the system for the process that has ended.

    Raises:
        CalledProcessError: it failed.
    """
    command = [sys.executable, "-m", "showcase", "index"]
    environ = {
        **os.environ,
        "SHOWCASE_TRANSCRIPTS": str(transcripts),
        "SHOWCASE_STATE": str(state),
    }
    with subprocess.Popen(
        command, cwd=ROOT, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    peak_mb = usage.ru_maxrss * _PEAK_UNIT_BYTES / 1e6
    return ProcessCost(usage.ru_utime + usage.ru_stime, peak_mb)


def _median_cost(costs: Iterable[ProcessCost]) -> ProcessCost:
    return ProcessCost(*map(median, zip(*costs, strict=True)))


def render(figures: IndexFigures, date: str) -> str:
    """The table of the document."""
    rate, changed_s = figures.cues_per_cpu_second, figures.changed.cpu_s
    rows = [
        ("", "measured", "target"),
        ("---", "---", "---"),
        (
            f"indexed from {figures.files} files with {figures.cues:,} cues, cues a second of CPU",
            f"{rate:,.0f}",
            f"{MIN_CUES_PER_CPU_SECOND:,}, {_met(met=rate >= MIN_CUES_PER_CPU_SECOND)}",
        ),
        ("the same, peak memory", f"{figures.built.peak_mb:.0f} MB", "-"),
        (
            f"one changed video of {LONG_CUES:,} cues, seconds of CPU",
            f"{changed_s:.2f}",
            f"{MAX_CHANGE_CPU_S:g}, {_met(met=changed_s <= MAX_CHANGE_CPU_S)}",
        ),
        ("nothing changed, seconds of CPU", f"{figures.unchanged.cpu_s:.2f}", "-"),
        _saved_row("a word of it that is saved is on its page, seconds", figures.saved_s),
        _saved_row("the same where it is the only video", figures.saved_alone_s),
    ]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    parts = ", ".join(f"{name} {value}" for name, value in machine().items())
    return f"{table}\n\nMeasured on {date}: {parts}."


def _saved_row(what: str, seconds: float) -> tuple[str, str, str]:
    return what, f"{seconds:.2f}", f"{MAX_SAVED_S:g}, {_met(met=seconds <= MAX_SAVED_S)}"


def _met(*, met: bool) -> str:
    return "met" if met else "**not met**"


def main(arguments: Sequence[str]) -> None:
    """Measure, print the table, and write it into the document."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--videos", type=int, default=VIDEOS)
    parser.add_argument("--cues", type=int, default=CUES_PER_VIDEO, help="of each video")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--dry-run", action="store_true", help="print only, write no document")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as root:
        figures = measure(Path(root), options.videos, options.cues, options.rounds)
    text = render(figures, datetime.now(UTC).date().isoformat())
    print(text)
    if not options.dry_run:
        DOCUMENT.write_text(fill(DOCUMENT.read_text("utf-8"), {"figures": text}), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
