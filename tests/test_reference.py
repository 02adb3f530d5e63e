"""The reference says what the code says."""

import json
import re
from pathlib import Path

import pytest

from benchmarks.page.documents import generated_parts
from showcase.cli import commands as cli
from tools import write_reference
from tools.document_parts import fill

ROOT = Path(__file__).resolve().parent.parent
PAGES = write_reference.pages()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_reference_is_as_make_docs_writes_it(name: str) -> None:
    page = (write_reference.FOLDER / name).read_text("utf-8")
    assert page == fill(page, PAGES[name]), "run: make docs"


def test_every_command_has_its_section() -> None:
    page = (write_reference.FOLDER / "commands.md").read_text("utf-8")
    sections = re.findall(r"^## showcase (\w+)$", page, re.MULTILINE)
    assert sorted(sections) == sorted(cli.COMMANDS)


def test_a_part_without_a_place_and_a_place_without_a_part_are_errors() -> None:
    with pytest.raises(KeyError, match="other"):
        fill("<!-- generated: one -->\n<!-- end -->", {"one": "1", "other": "2"})
    with pytest.raises(KeyError, match="one"):
        fill("<!-- generated: one -->\n<!-- end -->", {})


@pytest.mark.parametrize("figures", sorted((ROOT / "docs" / "figures").glob("page.json")), ids=str)
def test_the_table_of_figures_shows_what_was_measured(figures: Path) -> None:
    page = (ROOT / "docs" / "explanation" / "figures.md").read_text("utf-8")
    measured = json.loads(figures.read_text("utf-8"))
    assert page == fill(page, generated_parts(measured)), "run: make page-figures"
