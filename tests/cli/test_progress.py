"""Bars for what takes long: on standard error, on a terminal, and nowhere else."""

import sys
from pathlib import Path

import click
import pytest

from showcase.cli import check_progress, intake_progress
from showcase.cli.check_progress import show_videos
from showcase.cli.intake_progress import show_intake
from showcase.store.intake import file_steps


class Terminal:
    """What is written on a terminal."""

    def __init__(self, *, is_terminal: bool) -> None:
        self.shown = ""
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal

    def write(self, text: str) -> int:
        self.shown += text
        return len(text)

    def flush(self) -> None:
        pass


def show(monkeypatch: pytest.MonkeyPatch, *, is_terminal: bool, quiet: bool = False) -> str:
    """What is shown while six videos are read and a large file is copied."""
    terminal = Terminal(is_terminal=is_terminal)
    monkeypatch.setattr(sys, "stderr", terminal)
    context = click.Context(click.Command("check"))
    context.meta["showcase.quiet"] = quiet
    with context:
        with show_videos() as progress:
            for number in range(6):
                progress(f"video-{number}", 6)
        with show_intake() as intake:
            intake.asked("https://video.example/1")
            for _ in range(10):
                intake.copied(
                    intake_progress.MIN_SHOWN_BYTES // 5, intake_progress.MIN_SHOWN_BYTES * 2
                )
    return terminal.shown


def test_on_a_terminal_there_are_bars(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = show(monkeypatch, is_terminal=True)
    assert "Reading" in shown
    assert "Asking https://video.example/1" in shown
    assert "Copying" in shown
    assert shown.count("100%") >= 2


def test_elsewhere_and_when_told_to_be_quiet_there_are_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert show(monkeypatch, is_terminal=False) == ""
    assert show(monkeypatch, is_terminal=True, quiet=True) == ""


def test_what_takes_no_time_has_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_progress, "MIN_SHOWN_VIDEOS", 7)
    monkeypatch.setattr(intake_progress, "MIN_SHOWN_BYTES", 0)
    shown = show(monkeypatch, is_terminal=True)
    assert "Reading" not in shown


def test_a_copy_tells_how_far_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_steps, "_PIECE_BYTES", 4)
    source, copy = tmp_path / "a", tmp_path / "b"
    source.write_bytes(b"0123456789")
    told: list[int] = []
    file_steps.copy_file(source, copy, told.append)
    assert copy.read_bytes() == source.read_bytes()
    assert told == [4, 4, 2]
