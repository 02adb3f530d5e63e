import fcntl
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from showcase.core.search.search_request import SearchRequest
from showcase.errors import ShowcaseError
from showcase.store.snapshots import draft, previous
from showcase.store.snapshots.builder import BuildReport, build_snapshot
from showcase.store.snapshots.library import Library
from tests.store.made_transcripts import LINES, make_video, say, vtt

SLUGS = ("dairy", "farm", "mill", "orchard")


@pytest.fixture
def transcripts(tmp_path: Path) -> Path:
    """Four videos with the same words, and one word of their own each."""
    root = tmp_path / "transcripts"
    for slug in SLUGS:
        make_video(root, slug, f'title = "{slug}"\n')
        say(root, slug, *LINES, f"This is about the {slug}.")
    return root


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


class Progress(list[str]):
    """The progress lines of a build."""

    def __call__(self, line: str) -> None:
        self.append(line)


def build(transcripts: Path, state: Path) -> tuple[BuildReport, Progress]:
    progress = Progress()
    return build_snapshot(transcripts, state, progress=progress), progress


def found(transcripts: Path, state: Path, words: str) -> list[str]:
    """The videos in which a search finds words, with a library that is opened for it."""
    library = Library(transcripts, state)
    try:
        return sorted(
            {hit.video for hit in library.snapshot().search(SearchRequest(words, limit=None)).hits}
        )
    finally:
        library.close()


def digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def current(state: Path) -> Path:
    return state / "snapshots" / (state / "current").read_text().split()[0]


def test_the_first_build_reads_and_indexes_everything(transcripts: Path, state: Path) -> None:
    report, progress = build(transcripts, state)
    assert (report.changed, report.unchanged, report.removed) == (SLUGS, 0, ())
    assert (report.cues, report.built, report.notes) == (28, True, ())
    assert report.passages >= 4
    assert progress == [
        *(f"Reading {slug}" for slug in SLUGS),
        *(f"Indexing {slug}" for slug in SLUGS),
        "Making it current",
    ]
    assert found(transcripts, state, "orchard") == ["orchard"]
    assert found(transcripts, state, '"before sunrise and the crew"') == list(SLUGS)


def test_where_nothing_changed_the_snapshot_stays(transcripts: Path, state: Path) -> None:
    first, _ = build(transcripts, state)
    before = digests(state)
    second, progress = build(transcripts, state)
    assert progress == ["Nothing changed"]
    assert second == BuildReport(
        first.id, (), 4, first.cues, first.passages, (), second.seconds, built=False
    )
    assert digests(state) == before


def test_only_what_changed_is_read_and_indexed(transcripts: Path, state: Path) -> None:
    first, _ = build(transcripts, state)
    say(transcripts, "mill", "Nobody speaks of the old wheel.")
    second, progress = build(transcripts, state)
    assert progress == ["Reading mill", "Indexing mill", "Making it current"]
    assert (second.changed, second.unchanged) == (("mill",), 3)
    assert second.id != first.id
    assert second.cues == first.cues - len(LINES)
    assert found(transcripts, state, "wheel") == ["mill"]
    assert found(transcripts, state, "sunrise") == ["dairy", "farm", "orchard"]


def test_a_video_comes_and_another_goes(transcripts: Path, state: Path) -> None:
    build(transcripts, state)
    for path in (transcripts / "dairy").iterdir():
        path.unlink()
    (transcripts / "dairy").rmdir()
    make_video(transcripts, "harbor", 'title = "Harbor"\n')
    report, progress = build(transcripts, state)
    assert (report.changed, report.removed, report.unchanged) == (("harbor",), ("dairy",), 3)
    assert "Reading farm" not in progress
    assert found(transcripts, state, "sunrise") == ["farm", "harbor", "mill", "orchard"]


def test_the_old_snapshot_is_not_changed_by_later_builds(transcripts: Path, state: Path) -> None:
    build(transcripts, state)
    old = current(state)
    before = digests(old)
    say(transcripts, "mill", "Nobody speaks of the old wheel.")
    build(transcripts, state)
    assert digests(old) == before
    assert current(state) != old


def test_the_index_shares_the_files_it_takes_over(transcripts: Path, state: Path) -> None:
    build(transcripts, state)
    say(transcripts, "mill", "Nobody speaks of the old wheel.")
    build(transcripts, state)
    records = current(state) / "videos"
    assert (records / "farm.json").stat().st_nlink == 2
    assert (records / "mill.json").stat().st_nlink == 1


def test_where_there_are_no_hard_links_files_are_copied(
    transcripts: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_new: Path, _old: Path) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    build(transcripts, state)
    say(transcripts, "mill", "Nobody speaks of the old wheel.")
    build(transcripts, state)
    assert (current(state) / "videos/farm.json").stat().st_nlink == 1
    assert found(transcripts, state, "sunrise") == ["dairy", "farm", "orchard"]


def test_an_index_that_was_changed_often_is_made_afresh(
    transcripts: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft, "MAX_INDEX_UPDATES", 3)
    indexed = []
    for number in range(5):
        say(transcripts, "mill", f"Round {number} of the wheel, twice {number}.")
        indexed.append(sum(line.startswith("Indexing") for line in build(transcripts, state)[1]))
    assert indexed == [4, 1, 1, 1, 4]
    assert found(transcripts, state, "wheel") == ["mill"]


def test_after_many_changes_old_words_are_gone(transcripts: Path, state: Path) -> None:
    for number in range(6):
        say(transcripts, "mill", f"Only the word number{number} is said.")
        build(transcripts, state)
    assert [found(transcripts, state, f"number{number}") for number in (0, 4, 5)] == [
        [],
        [],
        ["mill"],
    ]


def test_a_new_title_is_published_without_reading_the_others(
    transcripts: Path, state: Path
) -> None:
    build(transcripts, state)
    (transcripts / "mill/video.toml").write_text('title = "The old mill"\ndate = "2017"\n')
    report, _ = build(transcripts, state)
    assert report.changed == ("mill",)
    library = Library(transcripts, state)
    titles = [video.title for video in library.snapshot().catalog.videos]
    library.close()
    assert titles == ["The old mill", "dairy", "farm", "orchard"]


def test_a_new_name_of_the_site_is_published(transcripts: Path, state: Path) -> None:
    build(transcripts, state)
    (transcripts / "site.toml").write_text('name = "Voices"\n')
    report, progress = build(transcripts, state)
    assert (report.changed, report.built) == ((), True)
    assert progress == ["Making it current"]
    assert found(transcripts, state, "orchard") == ["orchard"]


def test_files_that_were_only_touched_change_nothing_and_are_remembered(
    transcripts: Path, state: Path
) -> None:
    first, _ = build(transcripts, state)
    os.utime(transcripts / "mill/captions.en.vtt", ns=(1, 1))
    second, progress = build(transcripts, state)
    assert progress == ["Reading mill", "Nothing changed"]
    assert second.id == first.id
    assert build(transcripts, state)[1] == ["Nothing changed"]


def test_a_forced_build_reads_everything_and_makes_another_snapshot(
    transcripts: Path, state: Path
) -> None:
    first, _ = build(transcripts, state)
    progress = Progress()
    second = build_snapshot(transcripts, state, progress=progress, force=True)
    assert second.id == f"{first.id}-2"
    assert "Reading mill" in progress
    assert "Indexing mill" in progress
    assert second.changed == ()


def test_another_program_builds_everything_again(
    transcripts: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(transcripts, state)
    for module in (previous, draft):
        monkeypatch.setattr(module, "snapshot_format", lambda: "another")
    report, progress = build(transcripts, state)
    assert report.changed == SLUGS
    assert len(progress) == 9


def test_a_transcript_with_faults_leaves_what_was_served(transcripts: Path, state: Path) -> None:
    build(transcripts, state)
    before = digests(state)
    make_video(transcripts, "mill", 'titel = "Mill"\n', {"captions.en.vtt": "<html></html>"})
    (transcripts / "farm/video.toml").write_text('title = "Farm"\nposter = "gone.png"\n')
    report, _ = build(transcripts, state)
    assert sorted(fault.place for fault in report.faults) == [
        "farm/video.toml:2",
        "mill/captions.en.vtt",
        "mill/video.toml",
        "mill/video.toml:1",
    ]
    assert (report.kept, report.built) == (("farm", "mill"), False)
    after = digests(state)
    assert {name for name in after if after[name] != before[name]} == {
        f"snapshots/{report.id}/{name}" for name in ("findings.json", "manifest.json")
    }
    assert not list(state.glob("building-*"))
    assert found(transcripts, state, "mill") == ["mill"]


def test_what_a_killed_build_left_is_cleared_away(transcripts: Path, state: Path) -> None:
    build(transcripts, state)
    (state / "building-x/videos").mkdir(parents=True)
    (state / "snapshots/0123456789ab").mkdir()
    build(transcripts, state)
    assert not list(state.glob("building-*"))
    say(transcripts, "mill", "Nobody speaks of the old wheel.")
    build(transcripts, state)
    assert len(list((state / "snapshots").iterdir())) == 2


def test_the_current_snapshot_and_the_one_before_are_kept(transcripts: Path, state: Path) -> None:
    built = []
    for number in range(4):
        say(transcripts, "mill", f"Round {number} of the old wheel.")
        built.append(build(transcripts, state)[0].id)
    assert {path.name for path in (state / "snapshots").iterdir()} == set(built[-2:])


def test_a_second_builder_waits_for_the_first_and_says_so(transcripts: Path, state: Path) -> None:
    build(transcripts, state)
    lock = (state / "lock").open("ab")
    fcntl.flock(lock, fcntl.LOCK_EX)
    heard: list[str] = []

    def hear(line: str) -> None:
        heard.append(line)
        lock.close()

    build_snapshot(transcripts, state, progress=hear)
    assert heard[0] == "Another build is at work; waiting until it is done"


def test_a_state_folder_that_cannot_be_made_is_one_sentence(
    transcripts: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(
        ShowcaseError, match=r"cannot be written \(.*\): make room .*SHOWCASE_STATE"
    ):
        build(transcripts, tmp_path / "file/state")


FULL_DISK = """
import resource, sys
from pathlib import Path
from showcase.errors import ShowcaseError
from showcase.store.snapshots.builder import build_snapshot

resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]),) * 2)
try:
    build_snapshot(Path(sys.argv[1]), Path(sys.argv[2]))
except ShowcaseError as error:
    print(error)
"""


@pytest.mark.slow
@pytest.mark.parametrize("size", [100, 700, 2_000, 8_000, 20_000])
def test_a_full_disk_is_one_sentence_and_the_old_snapshot_stays(
    transcripts: Path, state: Path, size: int
) -> None:
    build(transcripts, state)
    before = digests(state)
    for slug in SLUGS:
        say(transcripts, slug, *(f"{word} and {slug}" for word in LINES * 30))
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(transcripts), str(state), str(size)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "The snapshot cannot be written (File too large)" in done.stdout
    assert digests(state) == before
    assert not list(state.glob("building-*"))


def test_a_manifest_says_from_what_a_snapshot_was_made(transcripts: Path, state: Path) -> None:
    build(transcripts, state)
    said = json.loads((current(state) / "manifest.json").read_bytes().partition(b"\n")[2])
    assert said["transcripts"] == str(transcripts.resolve())
    assert {folder["slug"] for folder in said["folders"]} == set(SLUGS)
    names = {file["name"] for file in said["files"]}
    assert {"catalog.json", "videos/farm.json"} < names
    assert any(name.startswith("index/") for name in names)


def test_a_track_without_a_word_is_no_trouble(tmp_path: Path, state: Path) -> None:
    root = tmp_path / "silent"
    make_video(root, files={"captions.en.vtt": vtt(["[music]", "[wind]"])})
    report, _ = build(root, state)
    assert report.cues == 2
    assert found(root, state, "music") == []
