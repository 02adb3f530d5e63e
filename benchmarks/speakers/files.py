"""All generated caption files: one of each kind for the rules to be fitted to, and one that is held out."""

import random
from collections.abc import Iterator

from benchmarks.speakers.conversations import MadeFile
from benchmarks.speakers.kinds import kinds
from benchmarks.speakers.odd_files import odd_kinds
from benchmarks.speakers.puzzles import puzzles

SEED, OTHER_SEED = 1, 2


def made_files(*, held_out: bool) -> Iterator[MadeFile]:
    """A file of each kind; the same ones at each call.

    Args:
        held_out: True for the files that the rules must not be fitted to.
    """
    seed = OTHER_SEED if held_out else SEED
    for kind in (*kinds(), *puzzles(), *odd_kinds()):
        chance = random.Random(f"{seed} {kind.name}")  # noqa: S311 (repeatable, not secret)
        yield kind.make(chance, held_out)
