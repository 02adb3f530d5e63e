"""A build that is killed at any moment leaves the old snapshot or the new one, never a half."""

import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from showcase.core.questions import Question
from showcase.store.content import open_content
from showcase.store.home import Home
from showcase.store.library import Library
from showcase.store.snapshots import build_snapshot
from tests.store.made_transcripts import LINES, make_video, say

# Builds, and kills itself before the nth thing of a kind that it asks of the file system; without n, says
# how many there were.
BUILDER = """
import os, signal, sys
from pathlib import Path
from showcase.store.snapshots import build_snapshot

asked, kind, last = 0, tuple(sys.argv[3].split()), int(sys.argv[4])

def watch(event, _arguments):
    global asked
    if event.startswith(kind):
        asked += 1
        if asked == last:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(watch)
build_snapshot(Path(sys.argv[1]), Path(sys.argv[2]))
print(asked)
"""
# All a build asks of the file system; and what puts files in their place, where a half would show.
ANY, RENAME = "open os. shutil. fcntl. tempfile.", "os.rename"
VIDEOS = 5
# Fixed, so that a moment that failed once fails again.
SEED = 20171229


class World:
    """Transcripts whose first video says a new word in every round."""

    def __init__(self, root: Path) -> None:
        self.transcripts, self.state = root / "transcripts", root / "state"
        for number in range(VIDEOS):
            make_video(self.transcripts, f"video-{number}", f'title = "Video {number}"\n')
        self.round = 0
        self.next_round()
        build_snapshot(self.transcripts, self.state)

    def next_round(self) -> None:
        self.round += 1
        say(self.transcripts, "video-0", *LINES, f"This is round{self.round}.")

    def start(self, kind: str = ANY, last: int = 0) -> subprocess.Popen[str]:
        folders = str(self.transcripts), str(self.state)
        command = [sys.executable, "-c", BUILDER, *folders, kind, str(last)]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    @contextmanager
    def opened(self) -> Iterator[Library]:
        library = Library(self.transcripts, self.state)
        yield library
        library.close()

    def count(self, kind: str) -> int:
        """How many things of a kind a build asks of the file system."""
        self.next_round()
        process = self.start(kind)
        output, errors = process.communicate()
        assert process.returncode == 0, errors
        return int(output)

    def check_what_is_served(self) -> None:
        """A whole snapshot, without building one: all videos, in this round or the one before."""
        home = Home(self.state)
        open_content(home.folder(home.current() or "none"), self.transcripts).close()
        with self.opened() as library:
            snapshot = library.snapshot()
            assert snapshot.search(Question("sunrise", limit=None)).total == VIDEOS
            rounds = [snapshot.search(Question(f"round{self.round - ago}")).total for ago in (0, 1)]
            assert sorted(rounds) == [0, 1]
            last_word = snapshot.transcript("video-0", "en").text.split()[-1]
            assert last_word == f"round{self.round - rounds.index(1)}."

    def check_a_build(self) -> None:
        """Building again ends in what the transcripts say, and clears away what was left."""
        build_snapshot(self.transcripts, self.state)
        with self.opened() as library:
            assert library.snapshot().search(Question(f"round{self.round}")).total == 1
            assert library.snapshot().search(Question("sunrise", limit=None)).total == VIDEOS
        assert not list(self.state.glob("building-*"))
        assert len(list((self.state / "snapshots").iterdir())) <= 2


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_a_build_may_be_killed_at_any_step(world: World) -> None:
    steps, renames = world.count(ANY), world.count(RENAME)
    assert renames >= 3  # the manifest, the folder of the snapshot, which one is current
    chosen = random.Random(SEED).sample(range(1, steps), 15 - renames)  # noqa: S311 - a test's moments
    moments = [(ANY, last) for last in chosen] + [(RENAME, n + 1) for n in range(renames)]
    for kind, last in moments:
        world.next_round()
        process = world.start(kind, last)
        process.communicate()
        assert process.returncode == -signal.SIGKILL
        world.check_what_is_served()
        world.check_a_build()


def test_a_build_may_be_killed_at_any_time(world: World) -> None:
    moments = random.Random(SEED)  # noqa: S311 - a test's moments
    for _ in range(5):
        world.next_round()
        process = world.start()
        with suppress(subprocess.TimeoutExpired):
            process.wait(moments.uniform(0.2, 1.2))
        process.kill()
        process.communicate()
        world.check_what_is_served()
        world.check_a_build()
