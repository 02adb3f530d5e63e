"""Sends the readers of caption files bytes that nobody wrote: `make fuzz-captions`.

    make fuzz-captions
    make fuzz-captions ARGS="scc json"

Atheris mutates files of every format, or of those that are named by the ending of their files, led by what
the code does with them. Only a ContentError may come out, or cues in order, each with words and an end after
its start. A file that breaks this is written into the current folder; the corpus is in a temporary folder.
"""

import sys
import tempfile
from itertools import pairwise
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["showcase.store.captions", "showcase.core.captions"]):
    from showcase.store.captions.reader import CaptionFile, read_captions

from benchmarks.captions.run import MADE, made_cues
from showcase.errors import ContentError
from tests.store.captions.caption_examples import EXAMPLES

_MAX_BYTES = 4_096
_SMALL_CUES = 4


def write_examples() -> dict[str, list[bytes]]:
    """Small files by the ending of their names."""
    found: dict[str, list[bytes]] = {}
    for number, (suffix, write) in enumerate(MADE.items()):
        data = write(made_cues(number, _SMALL_CUES)).encode()
        found.setdefault(suffix.rpartition(".")[2], []).append(data)
    for example in (example for examples in EXAMPLES.values() for example in examples):
        content = example.content
        data = content.encode() if isinstance(content, str) else content
        found.setdefault(example.name.rpartition(".")[2], []).append(data)
    return found


def check(read: CaptionFile) -> None:
    """What is true of the cues of every file."""
    assert all(cue.start_ms < cue.end_ms and cue.text for cue in read.cues)
    assert all(one.start_ms <= other.start_ms for one, other in pairwise(read.cues))
    for cue in read.cues:
        assert all(0 <= word.at < len(cue.text) for word in cue.words)


def read_bytes(data: bytes, suffixes: list[str]) -> None:
    """Read bytes as a caption file; the first byte chooses the ending of its name."""
    name = f"captions.en.{suffixes[data[0] % len(suffixes) if data else 0]}"
    try:
        check(read_captions(data[1:], name))
    except ContentError:
        return


def main() -> None:
    """Fuzz until the time is over, or something is found."""
    examples = write_examples()
    named = [argument for argument in sys.argv[1:] if argument in examples]
    options = [argument for argument in sys.argv if argument not in named]
    suffixes = named or list(examples)
    with tempfile.TemporaryDirectory() as folder:
        for number, suffix in enumerate(suffixes):
            for count, data in enumerate(examples[suffix]):
                Path(folder, f"{suffix}-{count}").write_bytes(bytes([number]) + data)
        atheris.Setup(
            [*options, f"-max_len={_MAX_BYTES}", folder],
            lambda data: read_bytes(data, suffixes),
        )
        atheris.Fuzz()


if __name__ == "__main__":
    main()
