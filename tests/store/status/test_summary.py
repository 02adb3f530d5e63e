from pathlib import Path

import pytest

from showcase.errors import ContentError
from showcase.store.snapshots.build_record import build_and_record
from showcase.store.snapshots.state_folder import StateFolder
from showcase.store.status.summary import ShowcaseStatus, read_status, status_object
from tests.store.made_transcripts import LINES, make_video

# A part of what a program that hears speech writes: the fourth word is doubtful to it.
HEARD = """{"segments": [{"start": 1, "end": 4, "text": "We meet at noon", "words": [
  {"word": "We", "start": 1, "end": 1.4, "probability": 0.99},
  {"word": "meet", "start": 1.4, "end": 2, "probability": 0.98},
  {"word": "at", "start": 2, "end": 2.2, "probability": 0.97},
  {"word": "noon", "start": 2.2, "end": 4, "probability": 0.11}]}]}"""


@pytest.fixture
def transcripts(tmp_path: Path) -> Path:
    root = tmp_path / "transcripts"
    make_video(root, "farm")
    make_video(root, "mill", 'title = "Mill"\n', {"captions.en.json": HEARD})
    return root


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def built(transcripts: Path, state: Path) -> ShowcaseStatus:
    build_and_record(transcripts, state)
    return read_status(state)


def test_before_the_first_build_there_is_nothing(state: Path) -> None:
    status = read_status(state)
    assert (status.snapshot, status.since, status.videos, status.findings) == ("", "", (), ())
    assert status_object(status)["last_build"] is None


def test_it_counts_what_is_served(transcripts: Path, state: Path) -> None:
    status = built(transcripts, state)
    assert status.snapshot == StateFolder(state).current_id()
    assert status.since.endswith("+00:00")
    assert [(each.slug, each.title, each.tracks, each.cues) for each in status.videos] == [
        ("farm", "On the farm", 1, len(LINES)),
        ("mill", "Mill", 1, 1),
    ]


def test_doubtful_words_are_apart_from_other_notes(transcripts: Path, state: Path) -> None:
    (transcripts / "farm" / "captions.en.vtt~").write_text("")
    status = built(transcripts, state)
    assert [each.fault.code for each in status.doubts] == ["doubtful-words"]
    assert [each.fault.code for each in status.notes] == ["stray-file"]


def test_errors_come_first_with_their_lines_and_mends(transcripts: Path, state: Path) -> None:
    build_and_record(transcripts, state)
    (transcripts / "farm" / "video.toml").write_text('titel = "On the farm"\n')
    status = built(transcripts, state)
    (error, _) = status.errors
    assert (error.video, error.fault.place, error.fault.fix) == (
        "farm", "farm/video.toml:1", 'write "title"',
    )  # fmt: skip
    assert [(each.slug, each.is_kept) for each in status.videos] == [
        ("farm", True),
        ("mill", False),
    ]


def test_notes_on_the_whole_site_are_kept_too(transcripts: Path, state: Path) -> None:
    (transcripts / "tokens.css").write_text(":root { --tomatoe: #b00; }\n")
    assert [(each.video, each.fault.code) for each in built(transcripts, state).notes] == [
        ("", "unknown-token")
    ]
    (transcripts / "tokens.css").unlink()
    assert built(transcripts, state).notes == ()


def test_a_build_that_published_nothing_is_told_once(transcripts: Path, state: Path) -> None:
    build_and_record(transcripts, state)
    for name in ("farm", "mill"):
        (transcripts / name / "video.toml").unlink()
    before = built(transcripts, state)
    assert len(before.errors) == 2
    transcripts.rename(transcripts.with_name("away"))
    with pytest.raises(ContentError):
        build_and_record(transcripts, state)
    after = read_status(state)
    assert after.build
    assert after.build.failed
    assert [each.fault.code for each in after.errors] == [
        "no-transcripts",
        "no-video-toml",
        "no-video-toml",
    ]


def test_what_is_damaged_is_left_out(transcripts: Path, state: Path) -> None:
    status = built(transcripts, state)
    (state / "snapshots" / status.snapshot / "catalog.json").write_text("{")
    (state / "last-build.json").write_text("{")
    found = read_status(state)
    assert (found.snapshot, found.videos, found.build) == (status.snapshot, (), None)


def test_a_watching_process_is_seen_and_its_end_too(state: Path) -> None:
    folder = StateFolder(state)
    assert not folder.is_watched()
    with folder.watch():
        assert folder.is_watched()
    assert not folder.is_watched()
