"""Files over sockets: whole, to many at once, and ended where nobody reads."""

import os
import queue
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from showcase.file_sender import FileSender
from showcase.web.http.file_slice import FileSlice
from tests.conftest import WAIT_SECONDS

# More than the buffers of a socket hold.
FILE_BYTES = 4_000_000


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "take.mp4"
    path.write_bytes(os.urandom(FILE_BYTES))
    return path


class Viewer:
    """Somebody at the other end of a connection, and what the sender said when it was done."""

    def __init__(
        self, sender: FileSender, path: Path, start: int = 0, length: int = FILE_BYTES
    ) -> None:
        self.end, self._served = socket.socketpair()
        self.end.settimeout(WAIT_SECONDS)
        self.ends: queue.Queue[bool] = queue.Queue()
        self.part = FileSlice(path.open("rb"), start, length)
        sender.send(self._served, self.part, self.ends.put)

    def read(self, length: int) -> bytes:
        return b"".join(self._blocks(length))

    def _blocks(self, left: int) -> Iterator[bytes]:
        while left and (block := self.end.recv(left)):
            left -= len(block)
            yield block

    def was_whole(self) -> bool:
        return self.ends.get(timeout=WAIT_SECONDS)

    def close(self) -> None:
        self.end.close()
        self._served.close()


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as closed_at_the_end:
        yield closed_at_the_end


def view(stack: ExitStack, *arguments: object) -> Viewer:
    viewer = Viewer(*arguments)  # type: ignore[arg-type]
    stack.callback(viewer.close)
    return viewer


@pytest.mark.parametrize(("start", "length"), [(0, FILE_BYTES), (1_000, 2_000_001)])
def test_a_slice_comes_whole_and_its_file_is_closed(
    stack: ExitStack, recording: Path, start: int, length: int
) -> None:
    viewer = view(stack, FileSender(), recording, start, length)
    assert viewer.read(length) == recording.read_bytes()[start : start + length]
    assert viewer.was_whole()
    assert viewer.part.file.closed


def test_many_who_do_not_read_keep_nobody_waiting_and_take_one_thread(
    stack: ExitStack, recording: Path
) -> None:
    threads = threading.active_count()
    sender = FileSender()
    slow = [view(stack, sender, recording) for _ in range(50)]
    assert view(stack, sender, recording).read(FILE_BYTES) == recording.read_bytes()
    assert threading.active_count() == threads + 1
    assert all(viewer.ends.empty() for viewer in slow)
    assert slow[7].read(FILE_BYTES) == recording.read_bytes()


def test_where_one_more_comes_the_one_that_waits_for_longest_is_ended(
    stack: ExitStack, recording: Path
) -> None:
    sender = FileSender(max_transfers=2)
    first, second, third = (view(stack, sender, recording) for _ in range(3))
    assert not first.was_whole()
    for viewer in (second, third):
        assert viewer.read(FILE_BYTES) == recording.read_bytes()


def test_what_makes_no_progress_is_ended(stack: ExitStack, recording: Path) -> None:
    assert not view(stack, FileSender(stall_seconds=0), recording).was_whole()


def test_a_viewer_who_leaves_is_no_error(stack: ExitStack, recording: Path) -> None:
    sender = FileSender()
    viewer = view(stack, sender, recording)
    viewer.end.close()
    assert not viewer.was_whole()
    assert view(stack, sender, recording).read(FILE_BYTES) == recording.read_bytes()


def test_a_file_that_became_shorter_ends_before_what_was_announced(
    stack: ExitStack, recording: Path
) -> None:
    viewer = view(stack, FileSender(), recording, 0, FILE_BYTES + 1)
    assert viewer.read(FILE_BYTES) == recording.read_bytes()
    assert not viewer.was_whole()
