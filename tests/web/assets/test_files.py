"""Static files are minified and compressed without changing what they do."""

import gzip
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import brotli
import pytest
from jinja2 import Environment

from showcase.resources import find_folder
from showcase.web.assets.files import load_assets
from showcase.web.assets.minify import TemplateMinifier, minify_module, minify_stylesheet
from showcase.web.http import compression
from showcase.web.http.compression import CODINGS, CompressedFile

STATIC = find_folder("static")
MODULES = sorted((STATIC / "js").rglob("*.js"))


@pytest.mark.parametrize(
    ("source", "slim"),
    [
        ("// why\nlet a = 1; // and why\nlet b;", "let a = 1;let b;"),
        ("let a = 1; // it's kept\nlet b;", "let a = 1; // it's kept\nlet b;"),
        ('let a = "b; // kept";', 'let a = "b; // kept";'),
        ("call(\n  a, // why\n  b,\n)\nc()", "call(a,b,)\nc()"),
        ("if (a) {\n  b();\n}\nc()", "if (a) {b();}\nc()"),
        ("/**\n * Why.\n */\n\n  let a;", "let a;"),
        ('let url = "https://a.example";', 'let url = "https://a.example";'),
        ("a /* kept */ b", "a /* kept */ b"),
        ("/* a */ b();\n/* c */\n", "/* a */ b();"),
        ("let a = /** @type {Text | null} */ (b);", "let a = (b);"),
    ],
)
def test_a_module_loses_what_only_its_readers_need(source: str, slim: str) -> None:
    assert minify_module(source) == slim


def test_a_sheet_loses_its_comments_and_ends_of_lines() -> None:
    sheet = "/* Why. */\n\n.a {\n  color: red; /* 4.5 */\n}\n\n.b\n.c {\n}\n"
    assert minify_stylesheet(sheet) == ".a {color:red}.b\n.c {}"


def test_a_template_loses_its_indentation_and_keeps_that_of_what_it_writes_out() -> None:
    templates = Environment(extensions=[TemplateMinifier], autoescape=True)
    written = templates.from_string("<ul>\n  <li>{{ text }}</li>\n</ul>").render(text="a\n  b")
    assert written == "<ul>\n<li>a\n  b</li>\n</ul>"


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


def compressed(folder: Path, name: str) -> CompressedFile:
    found = load_assets(STATIC, folder).files[name].compressed
    assert found
    return found


def pack_twice(file: CompressedFile, coding: str) -> bytes:
    file.compress(coding)
    return file.compress(coding)


def packed(folder: Path | None) -> dict[tuple[str, str], bytes]:
    """All that is sent packed from the second time on, by the file and the coding."""
    files = load_assets(STATIC, folder).files
    return {
        (name, coding): pack_twice(asset.compressed, coding)
        for name, asset in files.items()
        if asset.compressed
        for coding in CODINGS
    }


@dataclass
class Packed:
    """What was packed, and the folder in which it was kept meanwhile."""

    folder: Path
    bodies: dict[tuple[str, str], bytes]

    def copy_to(self, folder: Path) -> Path:
        return copytree(self.folder, folder)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Packed:
    folder = tmp_path_factory.mktemp("packed")
    return Packed(folder, packed(folder))


@pytest.mark.slow
def test_what_is_sent_is_the_same_whether_it_was_kept_or_is_packed_now(
    kept: Packed, tmp_path: Path
) -> None:
    folder = kept.copy_to(tmp_path / "packed")
    assert packed(None) == kept.bodies, "where nothing is kept"
    assert packed(folder) == kept.bodies, "from what was kept"
    for path in sorted(folder.iterdir())[::2]:
        path.write_bytes(b"damaged")
    assert packed(folder) == kept.bodies, "from what is damaged"
    assert len(list(folder.iterdir())) == len(kept.bodies)


@pytest.mark.slow
def test_what_is_packed_is_the_file(kept: Packed, tmp_path: Path) -> None:
    files = load_assets(STATIC, tmp_path).files
    for name, body in kept.bodies.items():
        unpack = brotli.decompress if name[1] == "br" else gzip.decompress
        assert unpack(body) == files[name[0]].body


def test_a_start_packs_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(compression, "_compress", pytest.fail)
    load_assets(STATIC, tmp_path)


def test_what_was_kept_is_not_packed_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    best = pack_twice(compressed(tmp_path, "js/main.js"), "br")
    monkeypatch.setattr(compression, "_compress", pytest.fail)
    assert compressed(tmp_path, "js/main.js").compress("br") == best


def test_whoever_asks_first_after_an_upgrade_does_not_wait_for_the_best_packing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    qualities: list[int] = []
    pack = brotli.compress

    def record(body: bytes, mode: int, quality: int) -> bytes:
        qualities.append(quality)
        packed_body: bytes = pack(body, mode=mode, quality=quality)
        return packed_body

    monkeypatch.setattr(brotli, "compress", record)
    file = compressed(tmp_path, "js/main.js")
    assert len(file.compress("br")) > len(file.compress("br")) == len(file.compress("br"))
    assert qualities == [5, 11]


@pytest.mark.slow
def test_another_level_is_packed_anew(
    monkeypatch: pytest.MonkeyPatch, kept: Packed, tmp_path: Path
) -> None:
    folder = kept.copy_to(tmp_path / "packed")
    monkeypatch.setattr(compression, "_BEST_LEVELS", {"br": 1, "gzip": 1})
    assert packed(folder) == packed(None) != kept.bodies
