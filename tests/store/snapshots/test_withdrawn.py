"""Nothing that was withdrawn is served or kept, whatever happens to the snapshots."""

import shutil
from pathlib import Path

import pytest

from showcase.core.search.search_request import SearchRequest
from showcase.store.snapshots.builder import build_snapshot, restore_snapshot
from showcase.store.snapshots.library import Library
from showcase.store.snapshots.state_folder import StateFolder
from tests.store.index_content import everything_stored
from tests.store.made_transcripts import make_video, vtt

FARM = 'title = "Farm"\n[[people]]\nname = "Ana Ruiz"\n'
WORDS = "<v Ana Ruiz>They locked the gate."
WITHDRAWN = "withdrawn = true\n"


def write(root: Path, toml: str) -> None:
    captions = f"WEBVTT\n\n00:00.000 --> 00:02.000\n{WORDS}\n\n00:02.000 --> 00:04.000\n<v Bo>Good night.\n"
    make_video(root, "farm", toml, {"captions.en.vtt": captions})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "transcripts"
    make_video(root, "mill", 'title = "Mill"\n')
    write(root, FARM)
    return root


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def hits(root: Path, state: Path, words: str = "gate") -> int:
    opened = Library(root, state)
    total = opened.snapshot().search(SearchRequest(words)).total
    opened.close()
    return total


def snapshots(state: Path) -> list[Path]:
    return [*(state / "snapshots").iterdir()]


def test_what_comes_back_is_published_again(root: Path, state: Path) -> None:
    for toml, found in ((FARM, 1), (FARM + WITHDRAWN, 0), (FARM, 1), (WITHDRAWN, 0), (FARM, 1)):
        write(root, toml)
        build_snapshot(root, state)
        assert hits(root, state) == found


def test_only_what_was_made_before_a_withdrawal_is_deleted(root: Path, state: Path) -> None:
    counts = []
    for toml in (
        FARM,
        'date = "2020"\n' + FARM,
        FARM + WITHDRAWN,
        'date = "2021"\n' + FARM + WITHDRAWN,
    ):
        write(root, toml)
        (state / "cards").mkdir(parents=True, exist_ok=True)
        (state / "cards" / "a.png").touch()
        build_snapshot(root, state)
        counts.append((len(snapshots(state)), (state / "cards").exists()))
    assert counts == [(1, True), (2, True), (1, False), (2, True)]


def test_who_reads_a_snapshot_that_is_deleted_reads_the_next(root: Path, state: Path) -> None:
    build_snapshot(root, state)
    opened = Library(root, state, check_interval_seconds=1000)
    held = opened.snapshot()
    write(root, FARM + WITHDRAWN)
    build_snapshot(root, state)
    assert held.search(SearchRequest("gate")).total == 0
    assert "gate" not in opened.snapshot().transcript("farm", "en").text
    opened.close()


def test_a_snapshot_that_a_killed_build_left_is_not_served(root: Path, state: Path) -> None:
    left = build_snapshot(root, state).id
    copy = state.parent / "copy"
    shutil.copytree(state / "snapshots" / left, copy)
    write(root, FARM + WITHDRAWN)
    current = build_snapshot(root, state).id
    shutil.copytree(copy, state / "snapshots" / left)
    (state / "snapshots" / current / "videos" / "farm.json").write_text("{}")
    shutil.rmtree(root)
    assert StateFolder(state).older_ids() == []
    assert not restore_snapshot(root, state) or hits(root, state) == 0


def test_an_index_that_only_marked_words_as_removed_is_built_anew(root: Path, state: Path) -> None:
    for number in range(6):
        make_video(
            root, f"other{number}", f'title = "{number}"\n', {"captions.en.vtt": vtt(["Corn"])}
        )
    build_snapshot(root, state)
    write(root, FARM + WITHDRAWN)
    build_snapshot(root, state)
    (folder,) = snapshots(state)
    stored = b" ".join(everything_stored(folder / "index"))
    assert b"corn" in stored
    assert b"gate" not in stored
    assert hits(root, state, "corn") == 6
