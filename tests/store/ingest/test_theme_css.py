"""`tokens.css` beside `site.toml`: an archive's own theme."""

from pathlib import Path

import pytest

from showcase.core.catalog.site_catalog import Site
from showcase.store.ingest.folder_scan import scan_folders
from showcase.store.ingest.theme_css import check_theme_css

TOKENS = ":root {\n  --ground: #fdfaf3;\n}\n"


def test_its_text_belongs_to_the_site(tmp_path: Path) -> None:
    (tmp_path / "tokens.css").write_text(TOKENS, "utf-8")
    (tmp_path / "site.toml").write_text('name = "The hall"\n', "utf-8")
    scan = scan_folders(tmp_path)
    site = scan.site.site(None)
    assert (site.name, site.tokens) == ("The hall", TOKENS)


def test_it_needs_no_site_toml(tmp_path: Path) -> None:
    (tmp_path / "tokens.css").write_text(TOKENS, "utf-8")
    assert scan_folders(tmp_path).site.tokens == TOKENS


@pytest.mark.parametrize(
    ("text", "place", "advice"),
    [
        ('\n@import "https://fonts.example/a.css";', "tokens.css:2", "Nothing may be loaded"),
        (
            "a {\n background:\n url(https://b.example/b.png) }",
            "tokens.css:3",
            "Nothing may be loaded",
        ),
        ("a { background: URL( '//b.example/b.png') }", "tokens.css:1", "Nothing may be loaded"),
        (
            "a { background: url(data:image/png;base64,AA) }",
            "tokens.css:1",
            "Nothing may be loaded",
        ),
        (":root { --ground: #fff;\n", "tokens.css", "There are 1 of { and 0 of }"),
        (":root { } }", "tokens.css", "There are 1 of { and 2 of }"),
    ],
)
def test_errors_are_reported_with_their_place(text: str, place: str, advice: str) -> None:
    fault = check_theme_css(text, "tokens.css")
    assert fault is not None
    assert fault.place == place
    assert advice in str(fault)


@pytest.mark.parametrize(
    "text",
    ["", TOKENS, "/* @import is not for us { */\n" + TOKENS, "a { background: url(own.svg) }"],
)
def test_tokens_are_taken_as_they_are(text: str) -> None:
    assert check_theme_css(text, "tokens.css") is None


def test_instead_of_a_sheet_with_a_fault_the_one_before_is_used(tmp_path: Path) -> None:
    (tmp_path / "tokens.css").write_bytes(b":root {\n --a: \xff }")
    scan = scan_folders(tmp_path)
    assert scan.site.site(Site(tokens=TOKENS)).tokens == TOKENS
    assert scan.site.site(None).tokens == ""
    assert any(fault.place == "tokens.css:2" for fault in scan.faults)
