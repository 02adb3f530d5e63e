"""Measures that caption files are read whole and quickly, and writes docs/explanation/caption-figures.md.

    make bench-captions
    make bench-captions ARGS="FOLDER FOLDER"

Files of known words are made in every format, and read: each word must come once and in order. The same is
asked of all WebVTT and SubRip files below the folders that are named (real ones are nobody's to copy, so they
are not here), whose letters are counted without the program (letters.py). Of files of all formats there it is
counted what was read, noted and refused. Then three hours of captions are read in each format, and 10 MB, and
files of 9 MB that are made to harm (hostile.py). Times are CPU seconds of this process.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.captions.comparison import compare
from benchmarks.captions.hostile import HOSTILE_FILES
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
    write_whisper_words,
)
from benchmarks.search.machine import machine
from showcase.errors import ContentError
from showcase.store.captions.reader import CaptionFile, read_captions
from tools.document_parts import fill

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "caption-figures.md"
MADE = {
    "vtt": write_vtt, "srt": write_srt, "sbv": write_sbv, "growing.vtt": write_growing,
    "rolling.vtt": write_rolling, "json": write_whisper, "words.json": write_whisper_words,
    "txt": write_timed_text, **WRITERS,
}  # fmt: skip
VOCABULARY = (
    "orchard", "ladder", "basket", "river", "morning", "worker", "market", "harbor", "window", "paper",
    "garden", "kitchen", "winter", "summer", "letter", "bridge", "lantern", "shoulder", "number", "silver",
    "engine", "captain", "village", "corner", "teacher", "doctor", "meadow", "cotton", "copper", "hammer",
)  # fmt: skip
FILES_OF_EACH = 40
LONG_CUES = 3_600
LARGE_BYTES = 10_000_000
HOSTILE_BYTES = 9_000_000
REAL_SUFFIXES = (".vtt", ".srt")
ALL_SUFFIXES = (
    *REAL_SUFFIXES, ".sbv", ".ttml", ".dfxp", ".itt", ".ass", ".ssa", ".sub", ".scc", ".lrc", ".json3",
    ".srv1", ".srv2", ".srv3",
)  # fmt: skip


class Words(NamedTuple):
    """How many files and words were compared, and what differs."""

    files: int = 0
    words: int = 0
    refused: int = 0
    different: tuple[str, ...] = ()
    faults: int = 0


class Outcomes(NamedTuple):
    """What became of the files of one kind.

    Attributes:
        files: how many there are.
        clean: were read, and nothing was said.
        noted: were read, with notes.
        faulty: were read, with an error that keeps them from being published.
        refused: nothing was read.
    """

    files: int = 0
    clean: int = 0
    noted: int = 0
    faulty: int = 0
    refused: int = 0


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


def real_files(folders: Iterable[str], suffixes: Sequence[str] = REAL_SUFFIXES) -> Iterator[Path]:
    """All files below some folders whose names end so."""
    for folder in folders:
        for path in sorted(Path(folder).rglob("*")):
            if path.suffix.lower() in suffixes and path.is_file():
                yield path


def measure_kinds(folders: Iterable[str]) -> dict[str, Outcomes]:
    """What became of the files of each kind, by the ending of their names."""
    found: dict[str, Outcomes] = {}
    for path in real_files(folders, ALL_SUFFIXES):
        kind = path.suffix.lower()[1:]
        field = outcome(path.read_bytes(), f"captions.en.{kind}")
        total = found.get(kind, Outcomes())
        counts = {"files": total.files + 1, field: getattr(total, field) + 1}
        found[kind] = total._replace(**counts)
    return found


def outcome(data: bytes, name: str) -> str:
    """The field of `Outcomes` that counts a file."""
    try:
        read = read_captions(data, name)
    except ContentError:
        return "refused"
    return "faulty" if read.faults else "noted" if read.notes else "clean"


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


def cpu_seconds(data: bytes, name: str, tries: int = 2) -> float:
    """The CPU time to read a file, or to refuse it; the best of some."""
    times = []
    for _ in range(tries):
        started = time.process_time()
        with suppress(ContentError):
            read_captions(data, name)
        times.append(time.process_time() - started)
    return min(times)


def measure_times() -> dict[str, float]:
    """CPU seconds to read three hours in each format, and 10 MB of WebVTT."""
    cues = made_cues(0, LONG_CUES)
    figures = {
        f"three hours, {suffix}": cpu_seconds(write(cues).encode(), f"captions.en.{suffix}")
        for suffix, write in MADE.items()
        if suffix != "growing.vtt"  # Six cues for each that is said.
    }
    large = write_vtt(made_cues(1, LARGE_BYTES // 75)).encode()[:LARGE_BYTES]
    return figures | {"10 MB, vtt": cpu_seconds(large, "captions.en.vtt")}


def measure_hostile() -> dict[str, float]:
    """CPU seconds to read or refuse files of 9 MB that are made to harm."""
    return {
        case.name: cpu_seconds(case.make(HOSTILE_BYTES), f"captions.en.{case.suffix}", 1)
        for case in HOSTILE_FILES
    }


def words_table(rows: dict[str, Words]) -> str:
    """Files, words, and what differs, as a table."""
    head = "| files | number | words | refused | read otherwise | with an error |\n"
    return f"{head}|---|---|---|---|---|---|\n" + "\n".join(
        f"| {name} | {found.files:,} | {found.words:,} | {found.refused} | {len(found.different)} "
        f"| {found.faults} |"
        for name, found in rows.items()
    )


def kinds_table(rows: dict[str, Outcomes]) -> str:
    """What became of the files of each kind, as a table."""
    head = "| files | number | read | read, with notes | with an error | refused |\n"
    rows = rows | {"all": Outcomes(*map(sum, zip(*rows.values(), strict=True)))}
    return f"{head}|---|---|---|---|---|---|\n" + "\n".join(
        f"| {kind} | {' | '.join(f'{number:,}' for number in found)} |"
        for kind, found in rows.items()
    )


def times_table(rows: dict[str, float]) -> str:
    """CPU seconds, as a table."""
    body = [f"| {name} | {seconds:.2f} |" for name, seconds in rows.items()]
    about = machine()
    measured = f"Measured on {about['processor']}, Python {about['Python']}."
    return "\n".join(["| what is read | seconds of CPU |", "|---|---|", *body, "", measured])


def hostile_table(rows: dict[str, float]) -> str:
    """CPU seconds of hostile files, the slowest first, as a table."""
    ordered = sorted(rows.items(), key=lambda row: -row[1])
    body = [f"| {name} | {seconds:.1f} |" for name, seconds in ordered]
    return "\n".join(["| 9 MB of | seconds of CPU |", "|---|---|", *body])


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
    parts["hostile"] = hostile_table(measure_hostile())
    if folders:
        parts["kinds"] = kinds_table(measure_kinds(folders))
    DOCUMENT.write_text(fill(document, parts), "utf-8")
    print(*parts.values(), sep="\n\n")
    different = Counter(name for name, found in rows.items() for _ in found.different)
    print(different or "Every word was read.")


if __name__ == "__main__":
    main()
