"""Measures how many words of generated caption files get the right speaker, a wrong one, or none.

    make bench-speakers

Each kind of file is made twice: once from names and words that the rules may be fitted to, once from others
that are held out. The tables are printed and written into docs/explanation/speaker-figures.md.
"""

import sys
import time
from collections.abc import Iterable
from pathlib import Path

from benchmarks.speakers.banks import ENGLISH
from benchmarks.speakers.files import made_files
from benchmarks.speakers.judge import Verdict, judge
from benchmarks.speakers.kinds import FULL
from showcase.core.captions.cues import Cue
from showcase.core.captions.speakers import TaggedCue, assign_voices
from tools.document_parts import fill

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "speaker-figures.md"
MIN_NAMED_SHARE = 0.97
# Three hours of captions, a cue every three seconds.
LONG_FILE_CUES = 3_600
ROUNDS = 5


def measure(*, held_out: bool) -> dict[str, Verdict]:
    """The verdict on the file of each kind."""
    return {file.kind: judge(file) for file in made_files(held_out=held_out)}


def total(verdicts: Iterable[Verdict]) -> Verdict:
    """The sum of all verdicts."""
    together = Verdict()
    for verdict in verdicts:
        together = together.plus(verdict)
    return together


def cost_ms() -> float:
    """CPU milliseconds to find the speakers of three hours in which every cue is named; the best round."""
    pieces = [
        TaggedCue(
            Cue(at * 3_000, at * 3_000 + 2_900, f"{FULL[at % len(FULL)]}: {text}\nAnd so on.")
        )
        for at, text in zip(range(LONG_FILE_CUES), ENGLISH.sentences * LONG_FILE_CUES, strict=False)
    ]
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        assign_voices(pieces)
        rounds.append((time.process_time() - start) * 1_000)
    return min(rounds)


def summary(fitted: dict[str, Verdict], held_out: dict[str, Verdict]) -> str:
    """The table of sums."""
    rows = [
        "| files | right name | wrong name | no name | of nobody, and named nobody | lost |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for name, verdicts in (("seen", fitted), ("held out", held_out)):
        sums = total(verdicts.values())
        rows.append(
            f"| {len(verdicts)} {name} | {sums.right:,} ({100 * sums.named_share:.1f} %) | {sums.wrong} | "
            f"{sums.unnamed:,} | {sums.nobody:,} | {sums.lost} |"
        )
    return "\n".join(rows)


def by_kind(fitted: dict[str, Verdict], held_out: dict[str, Verdict]) -> str:
    """The table of kinds; each pair is of the seen and of the held out file."""
    rows = ["| kind | right name | wrong name | no name |", "| --- | --- | --- | --- |"]
    for kind, one in fitted.items():
        other = held_out[kind]
        cells = (f"{a} / {b}" for a, b in zip(one[:3], other[:3], strict=True))
        rows.append(f"| `{kind.strip()}` | {' | '.join(cells)} |")
    return "\n".join(rows)


def main() -> int:
    """Measure, print the tables, and write them into the document; 1 when a target is missed."""
    fitted, held_out = measure(held_out=False), measure(held_out=True)
    sums = summary(fitted, held_out)
    cost = f"Three hours in which every cue is named take {cost_ms():.0f} ms of CPU."
    print(sums, cost, sep="\n\n")
    parts = {"sums": f"{sums}\n\n{cost}", "kinds": by_kind(fitted, held_out)}
    DOCUMENT.write_text(fill(DOCUMENT.read_text("utf-8"), parts), "utf-8")
    both = [total(fitted.values()), total(held_out.values())]
    missed = any(v.wrong or v.lost or v.named_share < MIN_NAMED_SHARE for v in both)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
