"""Sends the readers of caption files bytes that nobody wrote: `make fuzz-captions`.

Atheris mutates files of every format, led by what the code does with them. Only a ContentError may come out.
Found inputs are written into the folder that `-artifact_prefix` names; the corpus is in a temporary folder.
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["showcase.store.captions", "showcase.core.captions"]):
    from showcase.store.captions.reader import read_captions

from benchmarks.captions.run import MADE, made_cues
from showcase.errors import ContentError

_NAMES = [f"captions.en.{suffix}" for suffix in MADE]
_MAX_BYTES = 4_096


def read_bytes(data: bytes) -> None:
    """Read bytes as a caption file; the first byte chooses its name."""
    name = _NAMES[data[0] % len(_NAMES)] if data else _NAMES[0]
    try:
        read_captions(data[1:], name)
    except ContentError:
        return


def write_corpus(folder: Path) -> None:
    """A small file of each format, for a start."""
    for number, (suffix, write) in enumerate(MADE.items()):
        (folder / suffix).write_bytes(bytes([number]) + write(made_cues(number, 4)).encode())


def main() -> None:
    """Fuzz until the time is over, or something is found."""
    with tempfile.TemporaryDirectory() as name:
        write_corpus(Path(name))
        atheris.Setup([*sys.argv, f"-max_len={_MAX_BYTES}", name], read_bytes)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
