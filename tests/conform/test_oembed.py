"""A consumer of oEmbed in another language finds the frame of a page by the links in it."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from showcase.settings import Settings
from tests.browser.serving import serve_showcase

PROGRAM = Path(__file__).parent / "oembed.mjs"


@pytest.fixture(scope="module")
def site(archive: Settings) -> Iterator[str]:
    """The address of a running showcase."""
    with serve_showcase(archive.transcripts, archive.state, "https://frames.invalid") as address:
        yield address


@pytest.mark.parametrize(("query", "clock"), [("", ""), ("?t=91,100", ", 1:31")])
def test_extractus_finds_the_frame_of_a_page(site: str, query: str, clock: str) -> None:
    command = ["node", str(PROGRAM), f"{site}/videos/wsr{query}", "500"]
    said = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert said.returncode == 0, said.stderr
    told: dict[str, Any] = json.loads(said.stdout)
    assert (told["type"], told["version"], told["width"]) == ("video", "1.0", 500)
    assert f'src="{site}/embed/wsr{query}"' in told["html"]
    assert f'title="Worker-driven Social Responsibility{clock}"' in told["html"]
    assert ("Enrique Balcazar" in told["title"]) == bool(query)
