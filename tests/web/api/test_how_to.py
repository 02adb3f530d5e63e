"""Every example in docs/how-to/use-the-api.md gives the response that is printed there."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.browser.serving import serve
from tests.web.small_showcase import MILL, ORCHARD, Build

SITE = "https://videos.example.org"
GUIDE = (Path(__file__).parents[3] / "docs" / "how-to" / "use-the-api.md").read_text("utf-8")
EXAMPLES = re.findall(r"^    \$ curl (.+)\n((?:    .+\n)+)", GUIDE, re.MULTILINE)
[PROGRAM] = re.findall(r"^    import .+\n(?:(?:    .*)?\n)+", GUIDE, re.MULTILINE)


@pytest.mark.parametrize(("asked", "answered"), EXAMPLES, ids=[asked for asked, _ in EXAMPLES])
def test_an_example_is_answered_as_the_guide_says(build: Build, asked: str, answered: str) -> None:
    [address] = shlex.split(asked)
    assert address.startswith(SITE)
    started = build(ORCHARD, MILL, url=SITE)
    response = started.get(address.removeprefix(SITE))
    assert json.loads(response.data) == json.loads(answered)


def test_there_are_examples_of_everything_in_the_guide() -> None:
    paths = {shlex.split(asked)[0].removeprefix(SITE).partition("?")[0] for asked, _ in EXAMPLES}
    assert paths == {
        "/api/quote", "/api/search", "/api/videos/mill", "/api/videos/orchard/cues",
        "/api/videos/mill/passages", "/videos/orchard/annotation",
    }  # fmt: skip


@pytest.mark.slow
def test_the_program_prints_every_title(build: Build) -> None:
    with serve(build(ORCHARD, MILL).client.application) as address:
        program = "\n".join(line[4:] for line in PROGRAM.splitlines()).replace(SITE, address)
        said = run([sys.executable, "-c", program])
    assert said.splitlines() == [ORCHARD.title, MILL.title]


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl")
@pytest.mark.slow
def test_curl_asks_again_as_the_guide_says(build: Build, tmp_path: Path) -> None:
    [options] = re.findall(r"`curl (--etag.+?)`", GUIDE)
    asked = ["-s", "-o", str(tmp_path / "answer"), "-w", "%{http_code}"]
    tag = shlex.split(options.replace("FILE", str(tmp_path / "tag")))
    with serve(build(ORCHARD).client.application) as address:
        codes = [run(["curl", *asked, *tag, f"{address}/api/videos"]) for _ in range(2)]
    assert codes == ["200", "304"]


def test_the_manifest_that_the_guide_names_is_there(build: Build) -> None:
    started = build(ORCHARD, MILL)
    named = re.findall(r"`(/(?:iiif|api)/[^`]+)`", GUIDE)
    assert len(named) > 2
    answers: dict[str, Any] = {address: started.get(address).status_code for address in named}
    assert set(answers.values()) == {200}, answers


def run(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, check=True, text=True, timeout=60).stdout
