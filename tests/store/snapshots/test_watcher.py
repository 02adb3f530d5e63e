"""The watcher with its own eyes: each look is asked for, and nothing waits."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from showcase.errors import ContentError, ShowcaseError
from showcase.store.snapshots import watcher
from showcase.store.snapshots.build_record import read_build_record
from showcase.store.snapshots.builder import BuildReport
from showcase.store.snapshots.file_events import FileEvents
from showcase.store.snapshots.watcher import (
    BLIND_LOOK_SECONDS,
    LOOK_SECONDS,
    RETRY_SECONDS,
    FolderWatcher,
)
from tests.store.made_transcripts import make_video, say

Results = list[BuildReport | ShowcaseError]


@pytest.fixture
def transcripts(tmp_path: Path) -> Path:
    make_video(tmp_path / "transcripts", "farm")
    return tmp_path / "transcripts"


class Clock:
    """Goes only where it is sent."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now

    def __getattr__(self, name: str) -> object:
        return getattr(time, name)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(watcher, "time", made)
    return made


@pytest.fixture
def results() -> Results:
    return []


@pytest.fixture
def look(transcripts: Path, tmp_path: Path, clock: Clock, results: Results) -> Callable[[], float]:
    """Looks once, after everything that was saved has been quiet for long."""
    made = FolderWatcher(transcripts, tmp_path / "state", results.append)

    def look_twice(*, was_told: bool = True) -> float:
        made.look(was_told=was_told)
        clock.now += 2
        return made.look(was_told=False)

    return look_twice


def reports(results: Results) -> list[BuildReport]:
    return [result for result in results if isinstance(result, BuildReport)]


def test_what_is_saved_is_published_and_nothing_else_is_built(
    look: Callable[[], float], transcripts: Path, results: Results
) -> None:
    assert look() == LOOK_SECONDS
    look()
    assert [report.changed for report in reports(results)] == [("farm",)]
    say(transcripts, "farm", "Nobody speaks of the dam.")
    look()
    assert [report.changed for report in reports(results)] == [("farm",), ("farm",)]


def test_stray_files_build_nothing(
    look: Callable[[], float], transcripts: Path, results: Results
) -> None:
    look()
    for name in (".captions.en.vtt.swp", "captions.en.vtt~", "4913", "#video.toml#"):
        (transcripts / "farm" / name).write_text("half a wor")
    look()
    assert len(results) == 1


def test_an_error_is_told_and_what_was_published_stays(
    look: Callable[[], float], transcripts: Path, results: Results
) -> None:
    look()
    (transcripts / "farm" / "video.toml").write_text("titel = 1\n")
    look()
    report = reports(results)[-1]
    assert (report.kept, report.built) == (("farm",), False)
    assert report.faults[0].place == "farm/video.toml:1"


def test_a_folder_that_is_away_is_told_and_recorded_and_read_when_it_is_back(
    look: Callable[[], float], transcripts: Path, tmp_path: Path, results: Results
) -> None:
    look()
    transcripts.rename(tmp_path / "away")
    look()
    assert [type(result) for result in results[-1:]] == [ContentError]
    record = read_build_record(tmp_path / "state")
    assert record
    assert record.failed
    assert record.faults[0].code == "no-transcripts"
    (tmp_path / "away").rename(transcripts)
    look()
    assert [type(result) for result in results[-1:]] == [BuildReport]
    again = read_build_record(tmp_path / "state")
    assert again
    assert not again.failed


def test_what_failed_for_no_fault_of_a_file_is_tried_again(
    look: Callable[[], float], tmp_path: Path, clock: Clock, results: Results
) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    look()
    look()
    assert [str(result) for result in results if "SHOWCASE_STATE" in str(result)] == [
        str(results[0])
    ]
    (tmp_path / "state").unlink()
    clock.now += RETRY_SECONDS
    look()
    assert [report.changed for report in reports(results)] == [("farm",)]


def test_a_bug_does_not_end_the_watching(
    look: Callable[[], float],
    results: Results,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr(watcher, "build_and_record", fail)
        look()
    assert (results, "could not be read" in caplog.text) == ([], True)
    clock.now += RETRY_SECONDS
    look()
    assert len(results) == 1


def test_where_the_system_tells_of_nothing_the_folder_is_looked_at_more_often(
    transcripts: Path, tmp_path: Path, results: Results, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FileEvents, "are_told", False)
    blind = FolderWatcher(transcripts, tmp_path / "state", results.append)
    assert blind.look(was_told=True) == BLIND_LOOK_SECONDS


@pytest.mark.parametrize(("was_told", "count"), [(True, 1), (False, 2)])
def test_a_change_that_the_system_did_not_tell_of_makes_it_listen_anew(
    look: Callable[..., float],
    transcripts: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    was_told: bool,
    count: int,
) -> None:
    """As after the folder was replaced by another: the system goes on telling of the old one."""
    heard = [None]
    look()
    monkeypatch.setattr(FileEvents, "listen", lambda _: heard.append(None))
    say(transcripts, "farm", "Nobody speaks of the dam.")
    look(was_told=was_told)
    assert len(heard) == count


def test_it_watches_until_it_is_told_to_end(
    transcripts: Path, tmp_path: Path, results: Results
) -> None:
    """The system wakes it: a look without an event would come a second later."""
    rounds = iter([True, True, True])
    working = FolderWatcher(transcripts, tmp_path / "state", results.append)

    def goes_on() -> bool:
        (transcripts / "farm" / "captions.en.vtt").touch()
        return next(rounds, False)

    working.watch(goes_on)
    assert len(results) == 1


def test_an_event_ends_the_wait(transcripts: Path) -> None:
    events = FileEvents(transcripts)
    (transcripts / "farm" / "video.toml").write_text('title = "Farm"\n')
    assert events.wait(60)
    events.close()


def test_no_event_is_told_of_what_is_only_read(transcripts: Path) -> None:
    events = FileEvents(transcripts)
    (transcripts / "farm" / "video.toml").read_text()
    assert not events.wait(0.001)
    events.close()


def test_without_events_the_wait_ends_too(tmp_path: Path) -> None:
    events = FileEvents(tmp_path / "nowhere")
    told = [events.are_told, events.wait(0.001)]
    (tmp_path / "nowhere").mkdir()
    events.listen()
    assert [*told, events.are_told] == [False, False, True]
    events.close()
