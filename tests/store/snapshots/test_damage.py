"""Whatever happens to the files of a snapshot, answers are right."""

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest

from showcase.core.search.search_request import SearchRequest
from showcase.store.snapshots.builder import build_snapshot
from showcase.store.snapshots.library import Library, Snapshot
from tests.conftest import slow_after
from tests.store.made_transcripts import LINES, make_video, say

SLUGS = ("dairy", "harbor", "mill")
Damage = Callable[[list[Path], random.Random], None]


def flip(files: list[Path], dice: random.Random) -> None:
    """Change some bytes."""
    path = dice.choice([file for file in files if file.stat().st_size])
    data = bytearray(path.read_bytes())
    for _ in range(dice.randint(1, 8)):
        data[dice.randrange(len(data))] ^= dice.randint(1, 255)
    path.write_bytes(data)


def flip_in_secret(files: list[Path], dice: random.Random) -> None:
    """Change bytes, but not the size and the time of the file."""
    path = dice.choice([file for file in files if file.stat().st_size])
    seen = path.stat()
    flip([path], dice)
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))


def cut(files: list[Path], dice: random.Random) -> None:
    """Cut a file short."""
    path = dice.choice([file for file in files if file.stat().st_size])
    os.truncate(path, dice.randrange(path.stat().st_size))


def delete(files: list[Path], dice: random.Random) -> None:
    dice.choice(files).unlink()


def empty(files: list[Path], dice: random.Random) -> None:
    dice.choice(files).write_bytes(b"")


def swap(files: list[Path], dice: random.Random) -> None:
    """Swap the names of two files."""
    one, other = dice.sample(files, 2)
    beside = one.with_name("beside")
    one.rename(beside)
    other.rename(one)
    beside.rename(other)


DAMAGES: tuple[Damage, ...] = (flip, cut, delete, empty, swap)


@pytest.fixture(scope="module")
def intact(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the transcripts and their snapshot, built once for all who damage a copy of it."""
    folder = tmp_path_factory.mktemp("intact")
    for slug in SLUGS:
        make_video(folder / "transcripts", slug, f'title = "{slug}"\n')
        say(folder / "transcripts", slug, *LINES, f"This is about the {slug}.")
    build_snapshot(folder / "transcripts", folder / "state")
    return folder


@pytest.fixture
def transcripts(intact: Path, tmp_path: Path) -> Path:
    return copytree(intact / "transcripts", tmp_path / "transcripts")


@pytest.fixture
def state(intact: Path, tmp_path: Path) -> Path:
    return copytree(intact / "state", tmp_path / "state")


@pytest.fixture
def library(transcripts: Path, state: Path) -> Iterator[Library]:
    opened = Library(transcripts, state, check_interval_seconds=0)
    opened.snapshot()
    yield opened
    opened.close()


def files_of(state: Path) -> list[Path]:
    """The files of the current snapshot, and the one that says which is current."""
    current = state / "snapshots" / (state / "current").read_text().split()[0]
    return [state / "current", *sorted(path for path in current.rglob("*") if path.is_file())]


def check_answers(snapshot: Snapshot) -> None:
    assert [video.slug for video in snapshot.catalog.videos] == list(SLUGS)
    for slug in SLUGS:
        (hit,) = snapshot.search(SearchRequest(slug)).hits
        assert (hit.video, hit.speaker) == (slug, "Ana Reyes")
        text = snapshot.transcript(slug, "en").text
        assert text == " ".join((*LINES, f"This is about the {slug}."))
        assert [cue.start_ms for cue in snapshot.cues(slug, "captions", "en")][:2] == [1_000, 4_000]
    assert snapshot.search(SearchRequest('"the hours on a sheet"', limit=None)).total == len(SLUGS)
    assert (
        snapshot.search(SearchRequest("the crew leder kept all the hours on a shirt")).kind
        == "quote"
    )


@pytest.mark.parametrize("seed", slow_after(len(DAMAGES), range(20)))
def test_damage_ends_in_right_answers(
    transcripts: Path, state: Path, library: Library, seed: int
) -> None:
    dice = random.Random(seed)  # noqa: S311 - a test's damages
    held = library.snapshot()
    DAMAGES[seed % len(DAMAGES)](files_of(state), dice)

    check_answers(library.snapshot())
    check_answers(held)
    fresh = Library(transcripts, state)
    check_answers(fresh.snapshot())
    fresh.close()
    assert not build_snapshot(transcripts, state).changed


@pytest.mark.parametrize("seed", slow_after(len(DAMAGES), range(20)))
def test_damage_that_hides_is_found_by_whoever_opens_the_snapshot(
    transcripts: Path, state: Path, seed: int
) -> None:
    flip_in_secret(files_of(state), random.Random(seed))  # noqa: S311 - a test's damages
    fresh = Library(transcripts, state)
    check_answers(fresh.snapshot())
    fresh.close()


@pytest.mark.parametrize("damage", DAMAGES)
def test_an_index_that_is_damaged_while_a_snapshot_is_held_is_noticed_before_it_is_asked(
    transcripts: Path, state: Path, damage: Damage
) -> None:
    seldom = Library(transcripts, state, check_interval_seconds=3_600)
    held = seldom.snapshot()
    index = [path for path in files_of(state) if path.parent.name == "index"]
    damage(index, random.Random(7))  # noqa: S311 - a test's damages
    check_answers(held)
    check_answers(seldom.snapshot())
    seldom.close()


@pytest.mark.parametrize("damage", [*DAMAGES, flip_in_secret])
def test_a_record_that_is_damaged_is_noticed_when_it_is_read(
    transcripts: Path, state: Path, damage: Damage
) -> None:
    seldom = Library(transcripts, state, check_interval_seconds=3_600)
    held = seldom.snapshot()
    damage([path for path in files_of(state) if path.parent.name == "videos"], random.Random(7))  # noqa: S311
    for slug in SLUGS:
        assert held.transcript(slug, "en").text.endswith(f"This is about the {slug}.")
    check_answers(seldom.snapshot())
    seldom.close()


def test_a_file_that_nobody_sealed_is_no_part_of_an_index(transcripts: Path, state: Path) -> None:
    index = next(path.parent for path in files_of(state) if path.suffix == ".toc")
    (index / "_MAIN_9.toc").write_bytes(b"a newer table of contents")
    fresh = Library(transcripts, state)
    check_answers(fresh.snapshot())
    fresh.close()


def test_everything_can_be_damaged_at_once(state: Path, library: Library) -> None:
    held = library.snapshot()
    for path in files_of(state):
        path.write_bytes(b"\x80\x04.")
    check_answers(library.snapshot())
    check_answers(held)
