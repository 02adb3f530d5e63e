"""The benchmark of the index: the folders that it writes, and the table that it prints."""

import subprocess
from pathlib import Path

import pytest

from benchmarks.index import run
from benchmarks.index.run import IndexFigures, ProcessCost, measure, render
from benchmarks.index.videos import LONG_CUES, LONG_SLUG, write_long_video, write_videos
from showcase.store.snapshots.builder import build_snapshot


def content(root: Path) -> dict[str, bytes]:
    return {str(f.relative_to(root)): f.read_bytes() for f in root.rglob("*") if f.is_file()}


@pytest.mark.slow
def test_the_same_numbers_write_the_same_videos(tmp_path: Path) -> None:
    for name in ("first", "second"):
        write_videos(tmp_path / name, 6, 20)
    first = content(tmp_path / "first")
    assert first == content(tmp_path / "second")
    assert {Path(name).suffix for name in first} == {".toml", ".vtt", ".srt"}


@pytest.mark.slow
def test_every_cue_that_is_written_is_indexed(tmp_path: Path) -> None:
    written = write_videos(tmp_path / "transcripts", 11, 30)
    report = build_snapshot(tmp_path / "transcripts", tmp_path / "state")
    assert report.cues == written.cues


def test_another_seed_changes_the_long_video(tmp_path: Path) -> None:
    for seed in (1, 2):
        write_long_video(tmp_path / str(seed), seed)
    one, two = (
        (tmp_path / name / LONG_SLUG / "captions.en.vtt").read_text("utf-8") for name in "12"
    )
    assert one.count(" --> ") == two.count(" --> ") == LONG_CUES
    assert one != two


def test_the_table_says_what_meets_its_target() -> None:
    fast, slow = ProcessCost(1.0, 80), ProcessCost(100.0, 80)
    good = render(IndexFigures(5_000, 3, fast, fast, fast, 1.2, 1.1), "2026-11-30")
    bad = render(IndexFigures(5_000, 3, slow, slow, slow, 2.5, 2.1), "2026-11-30")
    assert good.count("**not met**") == 0
    assert bad.count("**not met**") == 4
    assert "| 5,000 | 3,000, met |" in good


@pytest.mark.slow
def test_a_command_that_fails_is_not_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "write_long_video", lambda *_: None)
    with pytest.raises(subprocess.CalledProcessError):
        measure(tmp_path, 0, 20, 1)
