"""Measures that caption files are read whole and quickly, and writes docs/explanation/caption-figures.md.

    make bench-captions
    make bench-captions ARGS="FOLDER FOLDER"

Files of known words are made in every format, and read: each word must come once and in order. The same is
asked of all WebVTT and SubRip files below the folders that are named (real ones are nobody's to copy, so they
are not here), whose letters are counted without the program (letters.py). Then three hours of captions are
read in each format, and 10 MB. Times are CPU seconds of this process.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.captions.comparison import compare
from benchmarks.captions.letters import letters, plain, word_count, written_cues
from benchmarks.captions.writers import (
    WRITERS,
    Spoken,
    write_growing,
    write_rolling,
    write_sbv,
    write_srt,
    write_timed_text,
    write_vtt,
    write_whisper,
)
from benchmarks.search.machine import machine
from showcase.errors import ContentError
from showcase.store.captions.reader import CaptionFile, read_captions
from tools.document_parts import fill

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "caption-figures.md"
MADE = {
    "vtt": write_vtt, "srt": write_srt, "sbv": write_sbv, "growing.vtt": write_growing,
    "rolling.vtt": write_rolling, "json": write_whisper, "txt": write_timed_text, **WRITERS,
}  # fmt: skip
VOCABULARY = (
    "orchard", "ladder", "basket", "river", "morning", "worker", "market", "harbor", "window", "paper",
    "garden", "kitchen", "winter", "summer", "letter", "bridge", "lantern", "shoulder", "number", "silver",
    "engine", "captain", "village", "corner", "teacher", "doctor", "meadow", "cotton", "copper", "hammer",
)  # fmt: skip
FILES_OF_EACH = 40
LONG_CUES = 3_600
LARGE_BYTES = 10_000_000
REAL_SUFFIXES = (".vtt", ".srt")


class Words(NamedTuple):
    """How many files and words were compared, and what differs."""

    files: int = 0
    words: int = 0
    refused: int = 0
    different: tuple[str, ...] = ()
    faults: int = 0


def made_cues(seed: int, count: int) -> list[Spoken]:
    """Cues of known words, a seed always the same."""
    random = Random(seed)  # noqa: S311 - made data
    cues, at = [], 10
    for _ in range(count):
        lines = tuple(
            " ".join(random.choice(VOCABULARY) for _ in range(random.randint(2, 5)))
            for _ in range(random.randint(1, 2))
        )
        end = at + random.randrange(16, 40, 2)
        cues.append(Spoken(at, end, lines))
        at = end + random.randrange(2, 12, 2)
    return cues


def measure_made() -> dict[str, Words]:
    """The words of the made files of each format."""
    found = {}
    for suffix, write in MADE.items():
        total = Words()
        for seed in range(FILES_OF_EACH):
            cues = made_cues(seed, 20)
            lines = [" ".join(cue.lines) for cue in cues]
            data = write(cues).encode()
            total = add(total, f"{suffix} {seed}", lines, data, f"captions.en.{suffix}")
        found[suffix] = total
    return found


def real_files(folders: Iterable[str]) -> Iterator[Path]:
    """All WebVTT and SubRip files below some folders."""
    for folder in folders:
        for path in sorted(Path(folder).rglob("*")):
            if path.suffix in REAL_SUFFIXES and path.is_file():
                yield path


def measure_real(folders: Sequence[str]) -> Words:
    """The words of real files, by an independent count."""
    total = Words()
    for path in real_files(folders):
        data = path.read_bytes()
        cues = written_cues(data.decode("utf-8-sig", "replace"))
        lines = [plain(line) for cue in cues for line in cue.lines]
        total = add(total, str(path), lines, data, f"captions.en{path.suffix}")
    return total


def add(total: Words, name: str, lines: Sequence[str], data: bytes, place: str) -> Words:
    """The sums with one file more."""
    total = total._replace(files=total.files + 1, words=total.words + word_count(lines))
    try:
        read = read_captions(data, place)
    except ContentError as error:
        print(f"{name}: {error}")
        return total._replace(refused=total.refused + 1)
    difference = describe(lines, read)
    if difference:
        print(f"{name}: {difference}")
        total = total._replace(different=(*total.different, name))
    return total._replace(faults=total.faults + bool(read.faults))


def describe(lines: Sequence[str], read: CaptionFile) -> str:
    """What was lost, added or left out as a label that names nobody; "" for a file that was read whole."""
    found = compare(lines, [cue.text for cue in read.cues])
    voices = {letters([cue.voice]) for cue in read.cues if cue.voice}
    strange = [
        label
        for label in found.labels
        if not any(voice in label or label in voice for voice in voices)
    ]
    if found.lost or found.added:
        return f"written {found.lost[:30]!r}, read {found.added[:30]!r}"
    return f"left out {strange[0]!r}" if strange else ""


def cpu_seconds(data: bytes, name: str) -> float:
    """The CPU time to read a file; the better of two."""
    times = []
    for _ in range(2):
        started = time.process_time()
        read_captions(data, name)
        times.append(time.process_time() - started)
    return min(times)


def measure_times() -> dict[str, float]:
    """CPU seconds to read three hours in each format, and 10 MB of WebVTT."""
    cues = made_cues(0, LONG_CUES)
    figures = {
        f"three hours, {suffix}": cpu_seconds(write(cues).encode(), f"captions.en.{suffix}")
        for suffix, write in MADE.items()
        if suffix not in ("growing.vtt", "scc")
    }
    large = write_vtt(made_cues(1, LARGE_BYTES // 75)).encode()[:LARGE_BYTES]
    return figures | {"10 MB, vtt": cpu_seconds(large, "captions.en.vtt")}


def words_table(rows: dict[str, Words]) -> str:
    """Files, words, and what differs, as a table."""
    head = "| files | number | words | refused | read otherwise | with an error |\n"
    return f"{head}|---|---|---|---|---|---|\n" + "\n".join(
        f"| {name} | {found.files:,} | {found.words:,} | {found.refused} | {len(found.different)} "
        f"| {found.faults} |"
        for name, found in rows.items()
    )


def times_table(rows: dict[str, float]) -> str:
    """CPU seconds, as a table."""
    body = [f"| {name} | {seconds:.2f} |" for name, seconds in rows.items()]
    about = machine()
    measured = f"Measured on {about['processor']}, Python {about['Python']}."
    return "\n".join(["| what is read | seconds of CPU |", "|---|---|", *body, "", measured])


def main() -> None:
    """Measure, print, and write the tables."""
    parser = argparse.ArgumentParser(description="Measure how caption files are read.")
    parser.add_argument("folders", nargs="*", help="folders of real caption files")
    folders = parser.parse_args().folders
    rows = {f"made, {suffix}": found for suffix, found in measure_made().items()}
    if folders:
        rows["real"] = measure_real(folders)
    document = DOCUMENT.read_text("utf-8")
    parts = {"words": words_table(rows), "times": times_table(measure_times())}
    DOCUMENT.write_text(fill(document, parts), "utf-8")
    print(*parts.values(), sep="\n\n")
    different = Counter(name for name, found in rows.items() for _ in found.different)
    print(different or "Every word was read.")


if __name__ == "__main__":
    main()
