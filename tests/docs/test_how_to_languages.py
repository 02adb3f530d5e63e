"""The commands of docs/how-to/translate.md add a language to the pages, in a copy of this checkout."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tests.conftest import ROOT
from tools.messages import extract, untranslated

PAGE = (ROOT / "docs" / "how-to" / "translate.md").read_text("utf-8")
COPIED = ("showcase", "templates", "static/js", "tools")
# The commands of the page are those of a checkout; in a copy without an environment "make" is this.
MAKE = f'make() {{ [ "$1" = messages ] && "{sys.executable}" -m tools.messages; }}\n'


def commands() -> str:
    """The lines that are to be typed, joined where they go on."""
    return "\n".join(
        line.strip()
        for line in re.findall(r"^    (.*)$", PAGE, re.MULTILINE)
        if "msg" not in line[:6]
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in COPIED:
        left_out = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=left_out)
    return tmp_path


@pytest.mark.slow
def test_the_commands_make_a_language(copy: Path) -> None:
    ran = subprocess.run(
        ["bash", "-euc", MAKE + commands()], cwd=copy, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    said = len(extract())
    assert f"fr: {said} sentences, {said} untranslated" in ran.stdout
    assert f"es: {said} sentences, 0 untranslated" in ran.stdout
    with (copy / "showcase/translations/fr/LC_MESSAGES/messages.po").open("rb") as source:
        catalog = read_po(source, locale="fr")
    assert (catalog.num_plurals, len(untranslated(catalog))) == (2, said)
    known = "from showcase.web.i18n.catalogs import LOCALES, load_catalog as load; "
    told = f"{known}print(LOCALES, load('fr').gettext('Play'))"
    shown = subprocess.run(
        [sys.executable, "-c", told], cwd=copy, capture_output=True, text=True, check=True
    )
    assert shown.stdout == "('en', 'bn', 'es', 'fr', 'ht') Play\n"


def test_what_it_shows_of_a_catalog_stands_there() -> None:
    shown = re.findall(r"^    (msg.*)$", PAGE, re.MULTILINE)
    catalog = (ROOT / "showcase/translations/es/LC_MESSAGES/messages.po").read_text("utf-8")
    assert "\n".join(shown) in catalog
