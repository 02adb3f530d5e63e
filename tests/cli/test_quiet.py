"""`--quiet`: errors, and what was asked for, are printed; nothing else is."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from showcase.cli.commands import COMMANDS, ExitCode, main

Run = Callable[..., Result]


@pytest.fixture
def run(environ: dict[str, str]) -> Run:
    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(main, arguments, env=environ, catch_exceptions=False)

    return invoke


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_can_be_told_to_be_quiet(command: str) -> None:
    assert "--quiet" in CliRunner().invoke(main, [command, "--help"]).stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["index", "--quiet"],
        ["--quiet", "index"],
        ["index", "-q"],
        ["check", "--quiet"],
        ["check", "--fix", "--yes", "--quiet"],
        ["status", "--quiet"],
        ["search", "--quiet", "submarine"],
    ],
    ids=" ".join,
)
def test_where_nothing_is_wrong_nothing_is_printed(run: Run, arguments: list[str]) -> None:
    said = run(*arguments)
    assert (said.exit_code, said.output.strip()) == (ExitCode.SUCCESS, "")


def test_what_is_written_is_written_all_the_same(
    run: Run, transcripts: Path, tmp_path: Path
) -> None:
    captions = transcripts / "orchard" / "captions.en.vtt"
    captions.write_text("WEBVTT\n\n00:01,000 --> 00:02.000\nWe wrote the rules\n")
    before = captions.read_text()
    assert run("check", "--fix", "--yes", "--quiet").output == ""
    assert captions.read_text() != before
    assert run("undo", "--yes", "--quiet").output == ""
    assert captions.read_text() == before
    given = tmp_path / "talk.en.srt"
    given.write_text("1\n00:00:01,000 --> 00:00:04,000\nWe came here in the spring\n")
    said = run("add", str(given), "--title", "Talk", "--language", "en", "--yes", "--quiet")
    assert said.output == ""
    assert (transcripts / "talk" / "captions.en.srt").exists()
    assert run("new", str(tmp_path / "ours"), "--quiet").output == ""
    assert (tmp_path / "ours" / "site.toml").exists()


def test_errors_are_printed(run: Run, transcripts: Path) -> None:
    (transcripts / "orchard" / "video.toml").write_text('titel = "x"\n')
    checked, indexed = run("check", "--quiet"), run("index", "--quiet")
    assert checked.exit_code == indexed.exit_code == ExitCode.ERROR
    assert all("orchard/video.toml" in line for line in checked.stdout.splitlines())
    assert "orchard/video.toml:1" in checked.stdout
    assert "orchard/video.toml:1" in indexed.stderr
    assert indexed.stdout == ""


def test_what_was_asked_for_is_printed(run: Run) -> None:
    assert run("search", "--quiet", "rules", "wrote").stdout.splitlines() == [
        "0:01  Rosa Field  orchard",
        "    We **wrote** the **rules** of the orchard ourselves, word by word.",
    ]
    assert json.loads(run("search", "--quiet", "--json", "rules").stdout)["total"] == 1
    assert len(run("status", "--quiet", "--token").stdout.split()) == 1


def test_a_question_is_asked_below_what_it_is_about(run: Run, transcripts: Path) -> None:
    captions = transcripts / "orchard" / "captions.en.vtt"
    captions.write_text("WEBVTT\n\n00:01,000 --> 00:02.000\nWe wrote the rules\n")
    said = run("check", "--fix", "--quiet")
    assert "+00:00:01.000 --> 00:00:02.000" in said.stdout
    assert "say --yes" in said.stderr
