"""What the tests of both proxies need: a port, the wait for it, a recording, and visitors who are slow."""

import re
import socket
import subprocess
import time
from contextlib import ExitStack
from pathlib import Path

from tests.conftest import ROOT

HOST = "videos.example.org"
# More than the showcase has threads, many times over.
SLOW_VISITORS = 60
WAIT_SECONDS = 10


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def wait_for(port: int) -> None:
    """Wait until somebody listens."""
    over = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            assert time.monotonic() < over
        else:
            return


def logged(file: Path, lines: int = 1) -> str:
    """What a log holds once it holds so many lines: they are written after the answer."""
    over = time.monotonic() + WAIT_SECONDS
    while (text := file.read_text() if file.exists() else "").count("\n") < lines:
        assert time.monotonic() < over, f"this was logged: {text!r}"
    return text


def send_half_requests(stack: ExitStack, port: int) -> None:
    """Begin requests that are not finished while the stack is open."""
    for _ in range(SLOW_VISITORS):
        visitor = stack.enter_context(socket.create_connection(("127.0.0.1", port)))
        visitor.sendall(f"GET / HTTP/1.1\r\nHost: {HOST}\r\nX-Slow: ".encode())


def count_visits(log: Path) -> list[tuple[int, str]]:
    """What deploy/visits.awk counts in a log of today: how often, and which path."""
    command = ["awk", "-f", str(ROOT / "deploy" / "visits.awk"), str(log)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    days, counts, paths = zip(*(line.split("\t") for line in said.splitlines()), strict=True)
    assert all(re.fullmatch(r"20\d\d-\d\d-\d\d", day) for day in days)
    return sorted(zip(map(int, counts), paths, strict=True))
