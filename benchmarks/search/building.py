"""Builds an index or a snapshot in a process of its own, so that its memory can be measured.

    python -m benchmarks.search.building index FOLDER --cues 10000
    python -m benchmarks.search.building snapshot TRANSCRIPTS STATE
    python -m benchmarks.search.building change TRANSCRIPTS STATE

Prints JSON: CPU seconds, seconds of wall time, peak memory in megabytes, and the bytes of the files.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import TypedDict

from benchmarks.search.corpus import Talk, short_talk, talks
from benchmarks.search.folders import write_talk
from showcase.core.transcript.passages import build_passages
from showcase.core.transcript.transcript import build_transcript
from showcase.store.search.documents import IndexableTrack
from showcase.store.search.engine import build_index
from showcase.store.snapshots.builder import build_snapshot

ROOT = Path(__file__).resolve().parent.parent.parent
CHANGES = 5


class BuildCost(TypedDict):
    """What a build took.

    Attributes:
        cpu_s, clock_s: CPU seconds, and seconds of wall time.
        peak_mb: peak memory of the process in megabytes, Python and all modules included.
        bytes: the size of all files that it wrote.
    """

    cpu_s: float
    clock_s: float
    peak_mb: float
    bytes: int


def measure_index_build(folder: Path, cues: int, seed: int) -> BuildCost:
    """Build the index alone in another process, from cues that are in memory."""
    return _run_apart("index", str(folder), "--cues", str(cues), "--seed", str(seed))


def measure_snapshot_build(transcripts: Path, state: Path) -> BuildCost:
    """Build a whole snapshot from files in another process."""
    return _run_apart("snapshot", str(transcripts), str(state))


def measure_change(transcripts: Path, state: Path) -> BuildCost:
    """Build the snapshot again in another process, after one video of 60 cues has changed."""
    return _run_apart("change", str(transcripts), str(state))


def _run_apart(*arguments: str) -> BuildCost:
    command = [sys.executable, "-m", "benchmarks.search.building", *arguments]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    cost: BuildCost = json.loads(done.stdout)
    return cost


class _TalkSource:
    """Generates documents for the index, and measures the time for that, which is not the index's."""

    def __init__(self, made: Iterator[Talk]) -> None:
        self._made = made
        self.cpu_s = 0.0
        self.clock_s = 0.0

    def documents(self) -> Iterator[IndexableTrack]:
        """One document at a time; none is kept."""
        while talk := self._next():
            transcript = build_transcript(talk.language, talk.cues)
            passages = build_passages(transcript)
            yield IndexableTrack(talk.slug, talk.language, transcript, passages, is_original=True)

    def _next(self) -> Talk | None:
        cpu, clock = time.process_time(), time.perf_counter()
        talk = next(self._made, None)
        self.cpu_s += time.process_time() - cpu
        self.clock_s += time.perf_counter() - clock
        return talk


def _index(folder: Path, cues: int, seed: int) -> BuildCost:
    folder.mkdir(parents=True, exist_ok=True)
    maker = _TalkSource(talks(cues, seed))
    cpu, clock = time.process_time(), time.perf_counter()
    build_index(folder, maker.documents())
    spent = time.process_time() - cpu - maker.cpu_s
    return _cost(spent, time.perf_counter() - clock - maker.clock_s, folder)


def _snapshot(transcripts: Path, state: Path) -> BuildCost:
    cpu, clock = time.process_time(), time.perf_counter()
    build_snapshot(transcripts, state)
    return _cost(time.process_time() - cpu, time.perf_counter() - clock, state)


def _change(transcripts: Path, state: Path) -> BuildCost:
    """The median of some changes."""
    times: list[tuple[float, float]] = []
    for seed in range(CHANGES):
        write_talk(short_talk(1_000 + seed), transcripts)
        cpu, clock = time.process_time(), time.perf_counter()
        build_snapshot(transcripts, state)
        times.append((time.process_time() - cpu, time.perf_counter() - clock))
    cpus, clocks = zip(*times, strict=True)
    return _cost(median(cpus), median(clocks), state)


def _cost(cpu_s: float, clock_s: float, folder: Path) -> BuildCost:
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    return BuildCost(
        cpu_s=round(cpu_s, 3), clock_s=round(clock_s, 3), peak_mb=round(_peak_mb()), bytes=size
    )


def _peak_mb() -> float:
    """The peak from /proc, which is of this program alone; getrusage includes the one that started it."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text("utf-8").splitlines())
        return int(lines["VmHWM"].split()[0]) * 1024 / 1e6
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def main(arguments: Sequence[str]) -> None:
    """Run one of the three builds, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", choices=("index", "snapshot", "change"))
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--cues", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    if options.work == "index":
        built = _index(options.folders[0], options.cues, options.seed)
    else:
        built = (_snapshot if options.work == "snapshot" else _change)(*options.folders)
    print(json.dumps(built))


if __name__ == "__main__":
    main(sys.argv[1:])
