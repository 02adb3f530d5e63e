"""Measures how long a word takes from being saved to being on the page, under `showcase serve --watch`."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import IO
from urllib.request import urlopen

from benchmarks.index.videos import LONG_SLUG

ROOT = Path(__file__).resolve().parent.parent.parent
WORDS = 5
# Between two looks at the page: one look takes some hundredths of a second itself.
_PAUSE_SECONDS = 0.02
_PATIENCE_SECONDS = 60
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


def seconds_to_page(transcripts: Path, state: Path) -> float:
    """Seconds of a clock on the wall from a word's being saved in the long video until its page has it.

    The median of some words, each in the middle of the captions. The server is one of its own.

    Raises:
        TimeoutError: a word did not come.
    """
    captions = transcripts / LONG_SLUG / "captions.en.vtt"
    before = captions.read_text("utf-8")
    with _server(transcripts, state) as address:
        page = f"{address}/videos/{LONG_SLUG}"
        _read(page)
        waits = [_wait_for(page, captions, before, f"zanahoria{n}") for n in range(WORDS)]
    captions.write_text(before, "utf-8")
    return median(waits)


def _wait_for(page: str, captions: Path, before: str, word: str) -> float:
    """Save the captions with one word more, as editors do: under another name, then renamed."""
    lines = before.split("\n")
    place = next(at for at in range(len(lines) // 2, 0, -1) if "-->" in lines[at]) + 1
    lines[place] += f" {word}"
    beside = captions.with_suffix(".saving")
    beside.write_text("\n".join(lines), "utf-8")
    begun = time.monotonic()
    beside.replace(captions)
    while word not in _read(page):
        if time.monotonic() - begun > _PATIENCE_SECONDS:
            raise TimeoutError(word, page)
        time.sleep(_PAUSE_SECONDS)
    return time.monotonic() - begun


@contextmanager
def _server(transcripts: Path, state: Path) -> Iterator[str]:
    """A watching server on a free port, ended at the end; its address."""
    environ = {
        **os.environ,
        "SHOWCASE_TRANSCRIPTS": str(transcripts),
        "SHOWCASE_STATE": str(state),
        "SHOWCASE_BIND": "127.0.0.1:0",
    }
    command = [sys.executable, "-m", "showcase", "serve", "--watch"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            yield _address(process.stdout)
        finally:
            process.terminate()


def _address(output: IO[str] | None) -> str:
    for line in output or ():
        if found := _ADDRESS.search(line):
            return found[0]
    raise TimeoutError(_ADDRESS.pattern)


def _read(page: str) -> str:
    with urlopen(page, timeout=_PATIENCE_SECONDS) as response:  # noqa: S310 - our own server
        return str(response.read().decode())
