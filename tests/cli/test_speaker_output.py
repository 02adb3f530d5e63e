import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from showcase.cli.commands import ExitCode, main

Run = Callable[..., Result]

CAPTIONS = """WEBVTT

00:01.000 --> 00:03.250
Good evening, all of you.

00:03.250 --> 00:06.000
DR. ROSA FIELD: The gate is open.

00:06.000 --> 00:08.000
Come in.

00:08.000 --> 00:09.000
TOM: Thanks.
"""


@pytest.fixture
def run(environ: dict[str, str], transcripts: Path) -> Run:
    """Runs check --speakers with captions of two speakers."""
    orchard = transcripts / "orchard"
    (orchard / "captions.en.vtt").write_text(CAPTIONS)
    (orchard / "video.toml").write_text('title = "x"\n[[people]]\nname = "Rosa Field"\n')

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["check", "--speakers", *arguments], env=environ)

    return invoke


def test_who_speaks_is_listed_for_an_owner(run: Run) -> None:
    answer = run()
    assert answer.exit_code == ExitCode.SUCCESS
    assert answer.stdout.splitlines() == [
        "orchard/captions.en.vtt",
        "    0:03  Rosa Field: 1 turn, 6 words (50 %), [[people]]; written DR. ROSA FIELD",
        "    0:08  TOM: 1 turn, 1 word (8 %), label: known name, capitals, capitals as others",
        "    0:01  (nobody is named): 1 turn, 5 words (42 %)",
    ]


def test_who_speaks_is_a_line_of_json_each(run: Run) -> None:
    objects = [json.loads(line) for line in run("--json").stdout.splitlines()]
    assert objects[0] == {
        "video": "orchard",
        "track": "captions.en.vtt",
        "name": "Rosa Field",
        "written": ["DR. ROSA FIELD"],
        "turns": 1,
        "words": 6,
        "start": 3.25,
        "basis": "[[people]]",
    }
    assert (objects[2]["name"], objects[2]["words"], objects[2]["basis"]) == (None, 5, "")


def test_errors_are_told_by_the_exit_code(run: Run, transcripts: Path) -> None:
    (transcripts / "orchard" / "video.toml").write_text('title = "x"\ncolour = 1\n')
    answer = run()
    assert answer.exit_code == ExitCode.ERROR
    assert answer.stderr == "There are errors, too: showcase check tells them.\n"
    assert answer.stdout.startswith("orchard/captions.en.vtt\n")
