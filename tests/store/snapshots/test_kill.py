"""A build that is killed at any moment leaves the old snapshot or the new one, never an incomplete one."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from showcase.core.search.search_request import SearchRequest
from showcase.store.snapshots.builder import build_snapshot
from showcase.store.snapshots.library import Library
from showcase.store.snapshots.reader import open_snapshot
from showcase.store.snapshots.state_folder import StateFolder
from tests.store.made_transcripts import LINES, make_video, say

pytestmark = pytest.mark.slow

# Reads lines with a kind of system call and a number n. For each, a child process builds, and kills itself
# before its nth call of that kind; with 0 it counts them. Prints the id of the child, and how it ended.
# Modules are loaded once, in the parent, because that takes longer than a build.
BUILDERS = """
import os, signal, sys
from pathlib import Path
from showcase.store.snapshots.builder import build_snapshot

def build(kind, last):
    asked = 0

    def watch(event, _arguments):
        nonlocal asked
        if event.startswith(kind):
            asked += 1
            if asked == last:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    build_snapshot(Path(sys.argv[1]), Path(sys.argv[2]))
    os.write(1, f"{asked} ".encode())

for line in sys.stdin:
    *kind, last = line.split()
    process = os.fork()
    if process == 0:
        build(tuple(kind), int(last))
        os._exit(0)
    os.write(1, f"{process}\\n".encode())
    _, status = os.waitpid(process, 0)
    os.write(1, f"{os.waitstatus_to_exitcode(status)}\\n".encode())
"""
# The system calls of a build, and those that move files, where an incomplete snapshot would show.
ANY, RENAME = "open os. shutil. fcntl. tempfile.", "os.rename"
VIDEOS = 5
# Fixed, so that a moment that failed once fails again.
SEED = 20171229


class World:
    """Transcripts whose first video has a new word in each round."""

    def __init__(self, root: Path) -> None:
        self.transcripts, self.state = root / "transcripts", root / "state"
        for number in range(VIDEOS):
            make_video(self.transcripts, f"video-{number}", f'title = "Video {number}"\n')
        self.builders: subprocess.Popen[str]
        self.round = 0
        self.next_round()
        build_snapshot(self.transcripts, self.state)

    def next_round(self) -> None:
        self.round += 1
        say(self.transcripts, "video-0", *LINES, f"This is round{self.round}.")

    def start(self, kind: str = ANY, last: int = 0) -> int:
        """Start a build, and return its process id."""
        assert self.builders.stdin
        assert self.builders.stdout
        self.builders.stdin.write(f"{kind} {last}\n")
        self.builders.stdin.flush()
        return int(self.builders.stdout.readline())

    def end(self) -> list[int]:
        """Wait for its end; return how many calls it made, if it counted them, and how it ended."""
        assert self.builders.stdout
        return [int(number) for number in self.builders.stdout.readline().split()]

    @contextmanager
    def built_by_others(self) -> Iterator[None]:
        """While builds are started."""
        command = [sys.executable, "-c", BUILDERS, str(self.transcripts), str(self.state)]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as self.builders:
            yield

    @contextmanager
    def opened(self) -> Iterator[Library]:
        library = Library(self.transcripts, self.state)
        yield library
        library.close()

    def count(self, kind: str) -> int:
        """How many calls of a kind a build makes."""
        self.next_round()
        self.start(kind)
        asked, ended = self.end()
        assert ended == 0
        return asked

    def check_what_is_served(self) -> None:
        """Check that the snapshot is complete: all videos, of this round or the one before."""
        home = StateFolder(self.state)
        open_snapshot(home.snapshot_folder(home.current_id() or "none"), self.transcripts).close()
        with self.opened() as library:
            snapshot = library.snapshot()
            assert snapshot.search(SearchRequest("sunrise", limit=None)).total == VIDEOS
            rounds = [
                snapshot.search(SearchRequest(f"round{self.round - ago}")).total for ago in (0, 1)
            ]
            assert sorted(rounds) == [0, 1]
            last_word = snapshot.transcript("video-0", "en").text.split()[-1]
            assert last_word == f"round{self.round - rounds.index(1)}."

    def check_a_build(self) -> None:
        """Check that another build publishes the transcripts, and removes what was left."""
        build_snapshot(self.transcripts, self.state)
        with self.opened() as library:
            assert library.snapshot().search(SearchRequest(f"round{self.round}")).total == 1
            assert library.snapshot().search(SearchRequest("sunrise", limit=None)).total == VIDEOS
        assert not list(self.state.glob("building-*"))
        assert len(list((self.state / "snapshots").iterdir())) <= 2


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    world = World(tmp_path)
    with world.built_by_others():
        yield world


def test_a_build_may_be_killed_at_any_step(world: World) -> None:
    steps, renames = world.count(ANY), world.count(RENAME)
    assert renames >= 3  # the manifest, the folder of the snapshot, which one is current
    chosen = random.Random(SEED).sample(range(1, steps), 15 - renames)  # noqa: S311 - a test's moments
    moments = [(ANY, last) for last in chosen] + [(RENAME, n + 1) for n in range(renames)]
    for kind, last in moments:
        world.next_round()
        world.start(kind, last)
        assert world.end() == [-signal.SIGKILL]
        world.check_what_is_served()
        world.check_a_build()


def test_a_build_may_be_killed_at_any_time(world: World) -> None:
    moments = random.Random(SEED)  # noqa: S311 - a test's moments
    for _ in range(5):
        world.next_round()
        process = world.start()
        time.sleep(moments.uniform(0, 0.6))  # the moment is what is tested
        with suppress(ProcessLookupError):  # it was quicker
            os.kill(process, signal.SIGKILL)
        world.end()
        world.check_what_is_served()
        world.check_a_build()
