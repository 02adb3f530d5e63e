"""Our own files, made lighter to send without becoming others."""

from pathlib import Path
from shutil import copytree

import pytest

from showcase.resources import find_folder
from showcase.web.assets.files import load_assets
from showcase.web.assets.minify import slim_module, slim_sheet

STATIC = find_folder("static")
MODULES = sorted((STATIC / "js").rglob("*.js"))


@pytest.mark.parametrize(
    ("source", "slim"),
    [
        ("// why\nlet a = 1; // kept\n", "let a = 1; // kept"),
        ("/**\n * Why.\n */\n\n  let a;", "let a;"),
        ('let url = "https://a.example";', 'let url = "https://a.example";'),
        ("a /* kept */ b", "a /* kept */ b"),
    ],
)
def test_only_whole_lines_of_comment_leave_a_module(source: str, slim: str) -> None:
    assert slim_module(source) == slim


def test_a_sheet_loses_its_comments_and_empty_lines() -> None:
    sheet = "/* Why. */\n\n.a {\n  color: red; /* 4.5 */\n}\n"
    assert slim_sheet(sheet) == ".a {\ncolor: red;\n}"


def test_no_module_has_text_over_several_lines_which_could_look_like_a_comment() -> None:
    for module in MODULES:
        for number, line in enumerate(module.read_text().splitlines(), 1):
            if not line.lstrip().startswith(("//", "*", "/*")):
                assert line.count("`") % 2 == 0, f"{module.name}:{number}"


def test_the_page_has_one_sheet_made_of_all() -> None:
    sheet = load_assets(STATIC).files["css/page.css"].body.decode()
    assert sheet.index("--ground:") < sheet.index(".hero") < sheet.index(".turn")


def test_a_change_in_any_file_is_another_version(tmp_path: Path) -> None:
    copytree(STATIC, tmp_path / "static")
    before = load_assets(tmp_path / "static")
    assert before.version == load_assets(STATIC).version
    (tmp_path / "static" / "img" / "icons.svg").write_text("<svg/>")
    assert load_assets(tmp_path / "static").version != before.version
