"""`showcase check --fix`, as an owner types it."""

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from showcase import resources
from showcase.cli import questions
from showcase.cli.commands import ExitCode, main
from showcase.cli.mend_output import MAX_DIFF_LINES, WORDS_BY_MEND
from showcase.store.captions.mend_proof import MENDABLE
from showcase.store.intake import file_steps
from showcase.store.intake.journal import HISTORY_FOLDER, ChangeJournal

Run = Callable[..., Result]

MIXED_UP = """WEBVTT

00:05,000 --> 00:06,000
<v Foreman>And the buyers signed them.

NOTE heard twice

00:01.000 --> 00:04.000
<v Rosa Field>We wrote the rules
"""
MENDED = """WEBVTT

NOTE heard twice

00:01.000 --> 00:04.000
<v Rosa Field>We wrote the rules

00:00:05.000 --> 00:00:06.000
<v Foreman>And the buyers signed them.
"""


@pytest.fixture
def run(environ: dict[str, str]) -> Run:
    """Runs a command with a small folder of transcripts."""

    def invoke(*arguments: str, given: str = "", **more: str) -> Result:
        return CliRunner().invoke(
            main, arguments, input=given, env=environ | more, catch_exceptions=False
        )

    return invoke


@pytest.fixture
def captions(transcripts: Path) -> Path:
    """Captions in which something can be mended."""
    path = transcripts / "orchard" / "captions.en.vtt"
    path.write_text(MIXED_UP)
    return path


def read(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and HISTORY_FOLDER not in path.parts
    }


def codes(said: Result) -> list[str]:
    return [json.loads(line)["code"] for line in said.stdout.splitlines()]


def test_what_can_be_mended_is_shown_written_and_no_longer_noted(
    run: Run, transcripts: Path, captions: Path
) -> None:
    assert codes(run("check", "--json")) == ["nonstandard-times", "cues-out-of-order"]
    said = run("check", "--fix", "--yes")
    assert said.exit_code == ExitCode.SUCCESS
    assert captions.read_text() == MENDED
    lines = said.stdout.splitlines()
    assert lines[:3] == [
        "--- a/orchard/captions.en.vtt",
        "+++ b/orchard/captions.en.vtt",
        "@@ -1,9 +1,9 @@",
    ]
    assert "-00:05,000 --> 00:06,000" in lines
    assert "+00:00:05.000 --> 00:00:06.000" in lines
    assert lines[-3:] == [
        "orchard/captions.en.vtt: the writing of times, the order of cues",
        "It is mended; showcase undo takes it back.",
        f"{transcripts}: 1 video, 2 cues, 0 notes: nothing is wrong.",
    ]
    assert "\x1b" not in said.stdout
    assert codes(run("check", "--json")) == []


def test_unseen_characters_can_be_seen_in_the_difference(run: Run, captions: Path) -> None:
    captions.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nto\u00admorrow\n")
    lines = run("check", "--fix", "--yes").stdout.splitlines()
    assert {"-to<U+00AD>morrow", "+tomorrow"} <= set(lines)


def test_a_long_difference_is_cut_and_counted(run: Run, captions: Path) -> None:
    cues = [
        f"00:{n:02}:{m:02}.000 -> 00:{n:02}:{m:02}.900\nsaid {n} {m}\n"
        for n in range(6)
        for m in range(60)
    ]
    captions.write_text("WEBVTT\n\n" + "\n".join(cues))
    lines = run("check", "--fix", "--yes").stdout.splitlines()
    assert re.fullmatch(r"… \d+ more lines: 360 new and 360 old in all", lines[MAX_DIFF_LINES])


def test_every_mend_has_words_for_people() -> None:
    named = MENDABLE | {"encoding", "layout", "line-ends", "offset", "roll-up", "unseen-characters"}
    assert WORDS_BY_MEND.keys() == named


def test_undo_takes_it_back_byte_for_byte(run: Run, transcripts: Path, captions: Path) -> None:
    captions.write_bytes(b"\xef\xbb\xbf" + MIXED_UP.replace("\n", "\r\n").encode())
    (transcripts / "orchard" / "video.toml").write_text(
        'title = "The orchard"\n\n[tracks."captions.en.vtt"]\n# a slow clock\noffset = "0:02"\n'
    )
    before = read(transcripts)
    said = run("check", "--fix", "--yes")
    assert said.exit_code == ExitCode.SUCCESS
    assert "00:00:07.000 --> 00:00:08.000\r\n" in captions.read_bytes().decode()
    assert (transcripts / "orchard" / "video.toml").read_text() == 'title = "The orchard"\n'
    undone = run("undo", "--yes")
    assert undone.stdout.splitlines()[0] == "The last change mended orchard:"
    assert read(transcripts) == before


def test_who_may_write_the_file_may_do_so_afterwards(run: Run, captions: Path) -> None:
    captions.chmod(0o660)
    run("check", "--fix", "--yes")
    assert captions.read_text() == MENDED
    assert captions.stat().st_mode & 0o777 == 0o660


def test_an_offset_moves_into_the_file_and_the_page_has_the_same_times(
    run: Run, transcripts: Path
) -> None:
    toml = transcripts / "orchard" / "video.toml"
    toml.write_text('title = "The orchard"\n\n[tracks."captions.en.vtt"]\noffset = "0:10"\n')
    before = json.loads(run("search", "--json", "wrote").stdout)["hits"][0]["start"]
    run("check", "--fix", "--yes")
    assert "offset" not in toml.read_text()
    assert json.loads(run("search", "--json", "wrote").stdout)["hits"][0]["start"] == before


def test_without_a_terminal_nothing_is_written_unless_it_is_said(
    run: Run, transcripts: Path, captions: Path
) -> None:
    before = read(transcripts)
    said = run("check", "--fix")
    assert said.exit_code == ExitCode.ERROR
    assert "there is no terminal to ask on, so say --yes" in said.stderr
    assert "+00:00:05.000 --> 00:00:06.000" in said.stdout
    assert read(transcripts) == before
    assert captions.read_text() == MIXED_UP


@pytest.mark.parametrize(
    ("answer", "written"), [("y\n", MENDED), ("n\n", MIXED_UP), ("\n", MIXED_UP)]
)
def test_on_a_terminal_it_asks(
    run: Run, captions: Path, monkeypatch: pytest.MonkeyPatch, answer: str, written: str
) -> None:
    monkeypatch.setattr(questions, "has_terminal", lambda: True)
    said = run("check", "--fix", given=answer)
    assert said.exit_code == ExitCode.SUCCESS
    assert "Write this? [y/N]" in said.stdout
    assert ("Nothing was written." in said.stdout) is (written == MIXED_UP)
    assert captions.read_text() == written


def test_what_was_edited_while_it_asked_is_not_written_over(
    run: Run, captions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def edit() -> bool:
        captions.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nedited\n")
        return True

    monkeypatch.setattr(questions, "has_terminal", edit)
    said = run("check", "--fix", given="y\n")
    assert said.exit_code == ExitCode.ERROR
    assert (
        said.stderr.splitlines()[-1]
        == "orchard/captions.en.vtt: It was changed meanwhile: try again"
    )
    assert "edited" in captions.read_text()


STEPS = ["make_folder", "write_bytes", "keep_file", "move", "sync_folder"]


@pytest.mark.parametrize("place", list(product(STEPS, range(4))), ids=str)
def test_a_stopped_fix_is_finished_or_removed_by_the_next_command(
    run: Run, captions: Path, monkeypatch: pytest.MonkeyPatch, place: tuple[str, int]
) -> None:
    """Both files of the change are as before, or both are as after."""
    step, number = place
    toml = captions.with_name("video.toml")
    toml.write_text('title = "The orchard"\n\n[tracks."captions.en.vtt"]\noffset = "0:02"\n')
    count = iter(range(100))
    real = getattr(file_steps, step)

    def stop(*arguments: object) -> None:
        if next(count) == number:
            raise KeyboardInterrupt
        real(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(file_steps, step, stop)
        run("check", "--fix", "--yes")
    run("check")
    is_mended = "00:00:07.000" in captions.read_text()
    assert is_mended is ("offset" not in toml.read_text())
    assert not ChangeJournal(captions.parent.parent).is_unfinished()


def test_with_an_error_that_may_cost_words_nothing_is_touched(
    run: Run, transcripts: Path, captions: Path
) -> None:
    captions.write_text(MIXED_UP + "\n00:09.000 --> soon\nlost words\n")
    before = read(transcripts)
    said = run("check", "--fix", "--yes")
    assert said.exit_code == ExitCode.ERROR
    assert read(transcripts) == before
    assert said.stdout.splitlines()[0].startswith(
        "orchard/captions.en.vtt: not changed: it has an error that may cost words"
    )
    assert "Nothing is to be mended." in said.stdout
    assert any("captions.en.vtt:11:" in line for line in said.stdout.splitlines())


def test_an_error_of_one_file_does_not_keep_another_from_being_mended(
    run: Run, transcripts: Path, captions: Path
) -> None:
    spanish = transcripts / "orchard" / "captions.es.vtt"
    spanish.write_text("WEBVTT\n\n00:01.000 --> soon\nnada\n")
    said = run("check", "--fix", "--yes")
    assert said.exit_code == ExitCode.ERROR
    assert captions.read_text() == MENDED
    assert "orchard/captions.es.vtt: not changed" in said.stdout


def test_with_an_error_in_video_toml_its_tracks_are_left(
    run: Run, transcripts: Path, captions: Path
) -> None:
    (transcripts / "orchard" / "video.toml").write_text('titel = "x"\n')
    said = run("check", "--fix", "--yes")
    assert "orchard: not changed: video.toml has an error" in said.stdout
    assert captions.read_text() == MIXED_UP


def test_an_offset_that_cannot_be_taken_out_keeps_its_file_as_it_is(
    run: Run, transcripts: Path, captions: Path
) -> None:
    toml = transcripts / "orchard" / "video.toml"
    toml.write_text('title = "A"\n[tracks]\n"captions.en.vtt" = { offset = "0:02" }\n')
    said = run("check", "--fix", "--yes")
    assert "not changed: offset is not on a line of its own" in said.stdout
    assert captions.read_text() == MIXED_UP
    assert "0:02" in toml.read_text()


def test_a_link_to_another_file_is_not_replaced_by_a_file(run: Run, captions: Path) -> None:
    target = captions.rename(captions.with_name("words.vtt"))
    captions.symlink_to("words.vtt")
    said = run("check", "--fix", "--yes")
    assert "not changed: it is a link to another file" in said.stdout
    assert captions.is_symlink()
    assert target.read_text() == MIXED_UP


def test_a_video_toml_that_is_a_link_keeps_its_offset(run: Run, captions: Path) -> None:
    toml = captions.with_name("video.toml")
    toml.with_name("ours.toml").write_text(
        'title = "A"\n[tracks."captions.en.vtt"]\noffset = "0:02"\n'
    )
    toml.unlink()
    toml.symlink_to("ours.toml")
    said = run("check", "--fix", "--yes")
    assert "not changed: its offset is in a video.toml that is a link" in said.stdout
    assert toml.is_symlink()
    assert "0:02" in toml.read_text()
    assert captions.read_text() == MIXED_UP


def test_of_a_withdrawn_video_nothing_is_shown(run: Run, transcripts: Path, captions: Path) -> None:
    (transcripts / "orchard" / "video.toml").write_text('title = "A"\nwithdrawn = true\n')
    said = run("check", "--fix", "--yes")
    assert "rules" not in said.stdout
    assert captions.read_text() == MIXED_UP


def test_json_has_a_line_for_each_file(run: Run, transcripts: Path, captions: Path) -> None:
    scan = transcripts / "orchard" / "captions.es.json"
    scan.write_text('[{"start": 0, "end": 1, "text": "a"}, {"start": 5, "end": 1, "text": "b"}]')
    said = run("check", "--fix", "--yes", "--json")
    changed, left = map(json.loads, said.stdout.splitlines())
    assert changed == {
        "file": "orchard/captions.en.vtt",
        "changed": True,
        "mended": ["nonstandard-times", "cues-out-of-order"],
        "reason": "",
    }
    assert (left["file"], left["changed"], left["mended"]) == (
        "orchard/captions.es.json",
        False,
        [],
    )
    assert (
        "it is a transcript in JSON, and only WebVTT, SubRip and SBV are written" in left["reason"]
    )
    assert captions.read_text() == MENDED


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--fix", "--json"], "--fix --json writes without asking: add --yes."),
        (["--yes"], "--yes goes with --fix."),
        (["--fix", "--speakers"], "--speakers lists, and --fix mends: give one of them."),
    ],
)
def test_options_that_do_not_go_together_are_a_sentence(
    run: Run, captions: Path, arguments: list[str], sentence: str
) -> None:
    said = run("check", *arguments)
    assert said.exit_code == ExitCode.USAGE
    assert sentence in said.stderr
    assert captions.read_text() == MIXED_UP


def test_where_nothing_is_odd_nothing_is_asked(run: Run, transcripts: Path) -> None:
    before = read(transcripts)
    said = run("check", "--fix")
    assert said.stdout.splitlines() == [
        "Nothing is to be mended.",
        f"{transcripts}: 1 video, 3 cues, 0 notes: nothing is wrong.",
    ]
    assert read(transcripts) == before
    assert not (transcripts / HISTORY_FOLDER).exists()


def test_the_example_of_an_installed_copy_is_never_written(
    run: Run, captions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "is_bundled", lambda _folder: True)
    monkeypatch.setattr("showcase.store.intake.change_history.is_bundled", lambda _folder: True)
    said = run("check", "--fix", "--yes")
    assert said.exit_code == ExitCode.ERROR
    assert "SHOWCASE_TRANSCRIPTS: It is not set" in said.stderr
    assert captions.read_text() == MIXED_UP


@pytest.mark.slow
@pytest.mark.usefixtures("captions")
def test_on_a_terminal_the_difference_is_colored(environ: dict[str, str]) -> None:
    primary, secondary = pty.openpty()
    command = [sys.executable, "-m", "showcase", "check", "--fix", "--yes"]
    subprocess.run(command, env=os.environ | environ, stdout=secondary, check=True)
    os.close(secondary)
    shown = b""
    while b"nothing is wrong" not in shown:
        shown += os.read(primary, 10_000)
    os.close(primary)
    assert b"\x1b[32m+00:00:05.000 --> 00:00:06.000" in shown
    assert b"\x1b[31m-00:05,000 --> 00:06,000" in shown
