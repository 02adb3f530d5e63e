import json
import os
import pty
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from io import FileIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from showcase import resources
from showcase.cli.commands import ExitCode, main
from tests.conftest import CAPTIONS

Run = Callable[..., Result]

SPANISH = "WEBVTT\n\n00:01.000 --> 00:04.000\nEscribimos las reglas\n"


@pytest.fixture
def run(environ: dict[str, str]) -> Run:
    """Runs a command with a small folder of transcripts."""

    def invoke(*arguments: str, given: str | bytes = "", **more: str) -> Result:
        return CliRunner().invoke(main, arguments, input=given, env=environ | more)

    return invoke


def test_index_tells_what_it_read_and_the_second_time_that_nothing_changed(run: Run) -> None:
    first, second = run("index"), run("index")
    assert first.exit_code == second.exit_code == ExitCode.SUCCESS
    assert first.stdout.startswith("1 of 1 videos changed: 3 cues in 2 passages, in ")
    assert second.stdout.startswith("Nothing changed: 3 cues in 2 passages, in ")


def test_index_reads_everything_again_when_forced(run: Run) -> None:
    run("index")
    said = run("index", "--force")
    assert "Reading orchard" in said.stderr
    assert "Nothing changed" not in said.stdout


def test_where_there_is_no_terminal_progress_is_plain_lines(run: Run) -> None:
    lines = run("index").stderr.splitlines()
    assert "Reading orchard" in lines
    assert all(line.isprintable() for line in lines)


@pytest.mark.parametrize("command", [["index"], ["search", "rules"], ["serve"]])
def test_every_fault_is_a_line_on_standard_error_and_ends_in_1(
    run: Run, transcripts: Path, command: list[str]
) -> None:
    (transcripts / "orchard" / "video.toml").write_text('title = "x"\ncolour = 1\nsize = 2\n')
    said = run(*command)
    faults = [line for line in said.stderr.splitlines() if "orchard/video.toml" in line]
    assert said.exit_code == ExitCode.ERROR
    assert len(faults) == 2
    assert "colour" in faults[0]
    assert said.stdout == ""


def test_a_missing_folder_is_reported_in_one_sentence(run: Run, tmp_path: Path) -> None:
    missing = tmp_path / "nowhere"
    said = run("index", SHOWCASE_TRANSCRIPTS=str(missing))
    assert said.exit_code == ExitCode.ERROR
    assert len(said.stderr.splitlines()) == 1
    assert str(missing) in said.stderr


def test_a_wrong_setting_is_reported_before_anything_is_done(run: Run, tmp_path: Path) -> None:
    said = run("index", SHOWCASE_BIND="nonsense")
    assert said.exit_code == ExitCode.ERROR
    assert said.stderr.startswith("SHOWCASE_BIND: 'nonsense' cannot be used;")
    assert not (tmp_path / "state").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["dance"],
        ["search"],
        ["search", "--limit", "0", "rules"],
        ["search", "--jsn", "rules"],
        ["search", "--sort", "price", "rules"],
        ["search", "--each", "0", "rules"],
        ["serve", "--bind", "8000"],
        ["index", "extra"],
    ],
)
def test_a_command_that_is_not_understood_ends_in_2(run: Run, arguments: list[str]) -> None:
    said = run(*arguments)
    assert said.exit_code == ExitCode.USAGE
    assert "Usage: " in said.stderr


def test_search_builds_the_snapshot_that_is_missing_and_tells_time_speaker_and_words(
    run: Run,
) -> None:
    said = run("search", "rules", "wrote")
    assert said.exit_code == ExitCode.SUCCESS
    assert said.stdout.splitlines() == [
        "1 hit",
        "",
        "0:01  Rosa Field  orchard",
        "    We **wrote** the **rules** of the orchard ourselves, word by word.",
    ]


def test_a_search_that_finds_nothing_is_no_error(run: Run) -> None:
    said = run("search", "submarine")
    assert (said.exit_code, said.stdout) == (ExitCode.SUCCESS, "Nothing was found.\n")


def test_what_json_holds_is_what_other_programs_hold_on_to(run: Run) -> None:
    answer = json.loads(run("search", "--json", "rules", "wrote").stdout)
    assert answer.keys() == {
        "query", "kind", "total", "corrected", "instead", "videos", "facets", "hits",
    }  # fmt: skip
    assert (answer["query"], answer["kind"], answer["total"]) == (
        "rules wrote",
        "words",
        1,
    )
    [hit] = answer["hits"]
    assert hit.pop("text") == "We wrote the rules of the orchard ourselves, word by word."
    assert hit.pop("marks") == [[3, 8], [13, 18]]
    start, end, url = hit.pop("start"), hit.pop("end"), hit.pop("url")
    assert 1 < start < end < 4
    assert url == f"/videos/orchard?t={start:g},{end:g}"
    assert hit == {
        "video": "orchard",
        "title": "The orchard",
        "language": "en",
        "speaker": "Rosa Field",
        "organization": None,
        "similarity": 1.0,
        "differences": [],
        "elsewhere": None,
    }


def test_a_translation_is_found_in_its_language_and_its_address_names_it(
    run: Run, transcripts: Path
) -> None:
    (transcripts / "orchard" / "captions.es.vtt").write_text(SPANISH, "utf-8")
    (transcripts / "orchard" / "video.toml").write_text('title = "x"\nlanguage = "en"\n')
    [hit] = json.loads(run("search", "--json", "--language", "es", "reglas").stdout)["hits"]
    assert (hit["language"], hit["speaker"]) == ("es", None)
    assert hit["url"].endswith("&lang=es")


def test_a_search_can_be_kept_to_a_video_and_cut_to_a_number_of_hits(run: Run) -> None:
    found = json.loads(run("search", "--json", "--limit", "1", "the").stdout)
    assert (found["total"], len(found["hits"])) == (2, 1)
    assert json.loads(run("search", "--json", "--video", "mill", "the").stdout)["total"] == 0


def test_with_a_dash_each_line_is_a_query_and_each_answer_a_line(run: Run) -> None:
    said = run("search", "-", given="rules\n\nsubmarine\n")
    answers = [json.loads(line) for line in said.stdout.splitlines()]
    assert [(answer["query"], answer["total"]) for answer in answers] == [
        ("rules", 1),
        ("", 0),
        ("submarine", 0),
    ]


@pytest.mark.parametrize(
    "given", [b"r\xffles\n", b"\0\n", b"(\n", b'"\n', b"\xed\xa0\x80\n", b"OR " * 900]
)
def test_no_line_stops_the_search(run: Run, given: bytes) -> None:
    said = run("search", "-", given=given + b"\nrules")
    assert said.exit_code == ExitCode.SUCCESS
    assert json.loads(said.stdout.splitlines()[-1])["total"] == 1


@pytest.mark.slow
def test_an_answer_comes_before_the_next_line_is_read(environ: dict[str, str]) -> None:
    command = [sys.executable, "-m", "showcase", "search", "-"]
    environ.pop("PYTHONUNBUFFERED", None)
    with subprocess.Popen(
        command, env=environ, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        over = threading.Timer(30, process.kill)
        over.start()
        for query in ("rules", "buyers"):
            process.stdin.write(f"{query}\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["query"] == query
        process.stdin.close()
        assert process.wait(timeout=30) == ExitCode.SUCCESS
        over.cancel()


@pytest.mark.slow
def test_a_reader_that_goes_away_is_no_traceback(environ: dict[str, str]) -> None:
    command = [sys.executable, "-m", "showcase", "search", "-"]
    with subprocess.Popen(
        command, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        process.stdin.write(b"rules\n" * 10)
        process.stdin.close()
        assert b"Traceback" not in process.stderr.read()


@pytest.mark.slow
def test_an_argument_that_is_no_text_is_a_query_like_any_other(environ: dict[str, str]) -> None:
    command = [sys.executable.encode(), b"-m", b"showcase", b"search", b"--json", b"r\xffles"]
    found = subprocess.run(command, env=environ, capture_output=True, check=True)
    assert json.loads(found.stdout.decode())["query"] == "r\N{REPLACEMENT CHARACTER}les"


def test_check_finds_nothing_wrong_where_nothing_is_and_says_where(
    run: Run, transcripts: Path
) -> None:
    said = run("check")
    assert said.exit_code == ExitCode.SUCCESS
    assert (
        said.stdout.splitlines()[-1]
        == f"{transcripts}: 1 video, 3 cues, 0 notes: nothing is wrong."
    )


def test_check_names_the_line_of_what_cannot_be_read(run: Run, transcripts: Path) -> None:
    captions = transcripts / "orchard" / "captions.en.vtt"
    captions.write_text(captions.read_text() + "\n00:20.000 --> soon\nlost words\n")
    said = run("check")
    assert said.exit_code == ExitCode.ERROR
    assert any("orchard/captions.en.vtt:12: " in line for line in said.stdout.splitlines())
    assert said.stdout.splitlines()[-1].endswith(": 1 error.")


def test_check_prints_json_for_programs_a_line_for_each_finding(
    run: Run, transcripts: Path
) -> None:
    (transcripts / "orchard" / "video.toml").write_text(
        'title = "A"\nsumary = "b"\nposter = "a.png"\n'
        '[[quotes]]\ntext = "the moon is made of green cheese they say"\n'
    )
    (transcripts / "site.toml").write_text("nme = 1\n")
    said = run("check", "--json")
    assert said.exit_code == ExitCode.ERROR
    found = [json.loads(line) for line in said.stdout.splitlines()]
    names = ["severity", "code", "video", "file", "line", "message", "fix"]
    assert all(list(finding) == names for finding in found)
    first = found[0]
    assert (first["severity"], first["code"], first["video"]) == ("error", "unknown-key", None)
    assert (first["file"], first["line"]) == ("site.toml", 1)
    assert found[1] == {
        "severity": "error",
        "code": "unknown-key",
        "video": "orchard",
        "file": "orchard/video.toml",
        "line": 2,
        "message": 'There is no key "sumary"',
        "fix": 'write "summary"',
    }
    assert [(entry["severity"], entry["code"], entry["line"]) for entry in found[2:]] == [
        ("error", "missing-file", 3),
        ("note", "quote-not-found", 5),
    ]


def test_check_prints_no_line_of_json_where_nothing_is_wrong(run: Run) -> None:
    said = run("check", "--json")
    assert (said.exit_code, said.stdout) == (ExitCode.SUCCESS, "")


def test_index_publishes_what_is_right_and_ends_in_1_where_something_is_wrong(
    run: Run, transcripts: Path
) -> None:
    run("index")
    (transcripts / "orchard" / "video.toml").write_text('title = "A"\nsumary = "b"\n')
    for name, toml in (("mill", 'title = "Mill"\n'), ("dairy", "title =\n")):
        (transcripts / name).mkdir()
        (transcripts / name / "video.toml").write_text(toml)
        (transcripts / name / "captions.en.vtt").write_text(CAPTIONS)
    said = run("index")
    assert said.exit_code == ExitCode.ERROR
    assert said.stdout.startswith("1 of 2 videos changed: 6 cues")
    assert said.stderr.splitlines()[-4:] == [
        'dairy/video.toml:1: There is nothing after the =: write title = "…"',
        'orchard/video.toml:2: There is no key "sumary": write "summary"',
        "Served as before, until the errors are mended: orchard.",
        "Not served, until the errors are mended: dairy.",
    ]
    assert json.loads(run("search", "--json", "rules").stdout)["total"] == 2
    assert run("index").exit_code == ExitCode.ERROR


def test_check_of_the_example_that_is_installed_says_that_it_is_not_your_own(
    run: Run, transcripts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "_PACKAGE_FOLDER", transcripts.parent)
    said = run("check")
    assert said.exit_code == ExitCode.SUCCESS
    assert said.stdout.splitlines()[0] == (
        f"note: {transcripts}: This is the example that comes with the program, not your own folder: "
        "set SHOWCASE_TRANSCRIPTS to the folder of your videos"
    )


def test_check_builds_nothing(run: Run, tmp_path: Path) -> None:
    run("check")
    assert not (tmp_path / "state").exists()


@pytest.mark.parametrize(
    ("options", "total"),
    [
        (["--speaker", "Rosa Field"], 1),
        (["--speaker", "Nobody"], 0),
        (["--organization", "Nobody"], 0),
        (["--language", "tlh"], 0),
        (["--sort", "time", "--reads", "es", "--each", "1", "--limit", "1"], 1),
    ],
)
def test_a_search_can_be_narrowed_sorted_and_cut(run: Run, options: list[str], total: int) -> None:
    said = run("search", "--json", *options, "rules")
    assert said.exit_code == ExitCode.SUCCESS
    assert json.loads(said.stdout)["total"] == total


def on_a_terminal(environ: dict[str, str], *arguments: str) -> str:
    """The output of a command on a terminal."""
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "rb", buffering=0) as screen:
        command = [sys.executable, "-m", "showcase", *arguments]
        with subprocess.Popen(command, env=environ, stdout=theirs, stderr=theirs) as process:
            os.close(theirs)
            written = b"".join(iter(partial(read_screen, screen), b""))
        assert process.returncode == ExitCode.SUCCESS
    return written.decode()


def read_screen(screen: FileIO) -> bytes:
    try:
        return screen.read(10_000) or b""
    except OSError:  # Linux: nobody writes there any more
        return b""


@pytest.mark.slow
def test_on_a_terminal_progress_is_a_bar_and_matches_are_bold_and_underlined(
    environ: dict[str, str],
) -> None:
    assert "100%  Making it current" in on_a_terminal(environ, "index")
    assert "\x1b[1m\x1b[4mrules\x1b[0m" in on_a_terminal(environ, "search", "rules")
