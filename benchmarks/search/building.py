"""Build an index in a process of its own, so that its memory can be measured.

    python -m benchmarks.search.building index FOLDER --cues 10000
    python -m benchmarks.search.building snapshot SAMPLED_TRANSCRIPTS STATE
    python -m benchmarks.search.building change SAMPLED_TRANSCRIPTS STATE

Prints as JSON: CPU seconds, seconds by the clock, the peak memory in megabytes.
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
MEASURED_CHANGES = 5


class Built(TypedDict):
    """What a build cost.

    Attributes:
        cpu_s, clock_s: seconds.
        peak_mb: the peak memory of the process in megabytes, with Python and all modules.
        bytes: the size of the files that it wrote.
    """

    cpu_s: float
    clock_s: float
    peak_mb: float
    bytes: int


def build_index_apart(folder: Path, cues: int, seed: int) -> Built:
    """Build the index alone, from cues in memory, in another process."""
    return _apart("index", str(folder), "--cues", str(cues), "--seed", str(seed))


def build_snapshot_apart(transcripts: Path, state: Path) -> Built:
    """Build a whole snapshot from files, in another process."""
    return _apart("snapshot", str(transcripts), str(state))


def change_apart(transcripts: Path, state: Path) -> Built:
    """Build the snapshot again after one video of 60 cues changed, in another process."""
    return _apart("change", str(transcripts), str(state))


def _apart(*arguments: str) -> Built:
    command = [sys.executable, "-m", "benchmarks.search.building", *arguments]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    built: Built = json.loads(done.stdout)
    return built


class _Maker:
    """Generates talks for the index, and measures how long that takes, so that it can be subtracted."""

    def __init__(self, made: Iterator[Talk]) -> None:
        self._made = made
        self.cpu_s = 0.0
        self.clock_s = 0.0

    def documents(self) -> Iterator[IndexableTrack]:
        """The talks, one at a time; none is kept."""
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


def _index(folder: Path, cues: int, seed: int) -> Built:
    folder.mkdir(parents=True, exist_ok=True)
    maker = _Maker(talks(cues, seed))
    cpu, clock = time.process_time(), time.perf_counter()
    build_index(folder, maker.documents())
    spent = time.process_time() - cpu - maker.cpu_s
    return _built(spent, time.perf_counter() - clock - maker.clock_s, folder)


def _snapshot(transcripts: Path, state: Path) -> Built:
    cpu, clock = time.process_time(), time.perf_counter()
    build_snapshot(transcripts, state)
    return _built(time.process_time() - cpu, time.perf_counter() - clock, state)


def _change(transcripts: Path, state: Path) -> Built:
    """Measure a few changes; the median counts."""
    times: list[tuple[float, float]] = []
    for seed in range(MEASURED_CHANGES):
        write_talk(short_talk(1_000 + seed), transcripts)
        cpu, clock = time.process_time(), time.perf_counter()
        build_snapshot(transcripts, state)
        times.append((time.process_time() - cpu, time.perf_counter() - clock))
    cpus, clocks = zip(*times, strict=True)
    return _built(median(cpus), median(clocks), state)


def _built(cpu_s: float, clock_s: float, folder: Path) -> Built:
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    return Built(
        cpu_s=round(cpu_s, 3), clock_s=round(clock_s, 3), peak_mb=round(_peak_mb()), bytes=size
    )


def _peak_mb() -> float:
    """The peak from /proc where there is one; getrusage also counts the program that started this one."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text("utf-8").splitlines())
        return int(lines["VmHWM"].split()[0]) * 1024 / 1e6
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def main(arguments: Sequence[str]) -> None:
    """Do one of the three, and print what it cost."""
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
