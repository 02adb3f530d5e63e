"""The keys of video.toml that say who may see a video, and what is wrong in them."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from showcase.core.catalog.models import Video
from showcase.core.catalog.visibility import Visibility
from showcase.store.ingest.check import check_folders
from showcase.store.ingest.folder_scan import scan_folders
from showcase.store.ingest.video_loader import load_video
from tests.store.made_transcripts import make_video


@pytest.fixture
def in_new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A server in New York, where clocks change."""
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def load(root: Path, keys: str) -> Video:
    make_video(root, "farm", f'title = "Farm"\n{keys}\n')
    (folder,) = scan_folders(root).folders
    read = load_video(root, folder)
    assert read.record, read.faults
    return read.record.video


def errors(root: Path) -> list[tuple[str, str]]:
    return [(fault.code, fault.place) for fault in check_folders(root).all_faults()]


@pytest.mark.usefixtures("in_new_york")
@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2031-01-01T12:00:00Z", datetime(2031, 1, 1, 12, tzinfo=UTC)),
        ("2031-01-01T12:00:00+02:00", datetime(2031, 1, 1, 10, tzinfo=UTC)),
        ('"2031-01-01T12:00+02:00"', datetime(2031, 1, 1, 10, tzinfo=UTC)),
        ("2031-01-01", datetime(2031, 1, 1, 5, tzinfo=UTC)),
        ('"2031-07-01"', datetime(2031, 7, 1, 4, tzinfo=UTC)),
        ("2031-07-01 09:30:00", datetime(2031, 7, 1, 13, 30, tzinfo=UTC)),
        # This hour comes twice, and this one never: the later reading counts, so that nothing is seen early.
        ("2031-11-02T01:30:00", datetime(2031, 11, 2, 6, 30, tzinfo=UTC)),
        ("2031-03-09T02:30:00", datetime(2031, 3, 9, 7, 30, tzinfo=UTC)),
    ],
)
def test_an_instant_without_a_zone_is_in_that_of_the_server(
    tmp_path: Path, written: str, read: datetime
) -> None:
    assert load(tmp_path, f"publish_on = {written}").visibility == Visibility(publish_on=read)


def test_the_keys_are_read(tmp_path: Path) -> None:
    video = load(tmp_path, 'listed = false\nnoindex = true\nformer = ["Old Farm", "barn", "barn"]')
    assert video.visibility == Visibility(listed=False, noindex=True)
    assert video.former == ("old-farm", "barn")


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ("publish_on = 2031", "not-an-instant"),
        ('publish_on = "soon"', "not-an-instant"),
        ('sealed_until = "2031-13-01"', "not-an-instant"),
        ("sealed_until = 09:00:00", "not-an-instant"),
        ("sealed_until = 0001-01-01T00:00:00+14:00", "not-an-instant"),
        ('listed = "no"', "wrong-type"),
        ("noindex = 1", "wrong-type"),
        ("former = 3", "wrong-type"),
        ('former = ["写真"]', "former-unusable"),
        ('former = "farm"', "former-is-current"),
        ('former = "Mill!"', "former-taken"),
        ('former = ["x", "barn"]', "former-twice"),
    ],
)
def test_what_is_wrong_in_them_has_its_line(tmp_path: Path, keys: str, code: str) -> None:
    make_video(tmp_path, "farm", f'title = "Farm"\n{keys}\n')
    make_video(tmp_path, "mill", 'title = "Mill"\nformer = "barn"\n')
    assert (code, "farm/video.toml:2") in errors(tmp_path)
    others = {place for _, place in errors(tmp_path)} - {"farm/video.toml:2"}
    assert others == ({"mill/video.toml:2"} if code == "former-twice" else set())


def test_each_is_told_what_to_do(tmp_path: Path) -> None:
    make_video(tmp_path, "farm", 'title = "Farm"\nformer = ["mill"]\n')
    make_video(tmp_path, "mill", 'title = "Mill"\n')
    (fault,) = check_folders(tmp_path).all_faults()
    assert str(fault) == (
        "farm/video.toml:2: The former address /videos/mill is that of the folder mill: "
        "remove it from former, or rename that folder"
    )


def test_two_videos_cannot_lead_to_each_other(tmp_path: Path) -> None:
    make_video(tmp_path, "farm", 'title = "Farm"\nformer = ["mill"]\n')
    make_video(tmp_path, "mill", 'title = "Mill"\nformer = ["farm"]\n')
    assert errors(tmp_path) == [
        ("former-taken", "farm/video.toml:2"), ("former-taken", "mill/video.toml:2"),
    ]  # fmt: skip
