"""The Nu HTML checker finds no error in any kind of page."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

JAR = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
EXCUSED = (
    # A passage is named by who speaks: a heading for each would bury those of the chapters.
    "Article lacks heading",
    # Scripts show what is hidden; what is drawn over the picture stands in the words, too.
    "Attribute “aria-hidden” is unnecessary for elements that have attribute “hidden”.",
)


@pytest.fixture(scope="session")
def messages(pages: Path) -> list[dict[str, Any]]:
    """All that the checker says of all pages."""
    java = shutil.which("java")
    assert java, "There is no Java: make conform says how to get one."
    command = [java, "-jar", str(JAR), "--format", "json", "--exit-zero-always", str(pages)]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300).stderr
    found: list[dict[str, Any]] = json.loads(said)["messages"]
    return found


def test_it_reads_every_page(pages: Path, messages: list[dict[str, Any]]) -> None:
    assert len(list(pages.glob("*.html"))) > 20
    assert not [each for each in messages if each["type"] == "non-document-error"]


def test_no_page_has_an_error(messages: list[dict[str, Any]]) -> None:
    assert [_line(each) for each in messages if each["type"] == "error"] == []


def test_no_page_has_a_warning_that_is_not_excused(messages: list[dict[str, Any]]) -> None:
    warnings = [each for each in messages if each.get("subType") == "warning"]
    said = {_line(each) for each in warnings if not each["message"].startswith(EXCUSED)}
    assert said == set()


def _line(message: dict[str, Any]) -> str:
    page = Path(message["url"]).name
    return f"{page}:{message.get('lastLine')}: {message['message']} {message.get('extract', '')!r}"
