"""What site.toml says of the look of an archive, its languages and its license; the owner's pages."""

from pathlib import Path

import pytest
from PIL import Image

from showcase.core.catalog.licenses import License
from showcase.core.catalog.site_catalog import Site
from showcase.store.ingest.folder_scan import FolderScan, scan_folders

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20H0z"/></svg>'
)
TEXT = DRAWING.replace("<path", "<text>A</text><path")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder of transcripts with some pictures."""
    (tmp_path / "logo.svg").write_text(DRAWING)
    (tmp_path / "broken.svg").write_text("<svg")
    (tmp_path / "text.svg").write_text(TEXT)
    Image.new("RGB", (60, 30)).save(tmp_path / "card.png")
    (tmp_path / "fake.png").write_text("no picture")
    (tmp_path / "huge.png").write_bytes(b"\x89PNG" + b"0" * 2_200_000)
    (tmp_path / "film.gif").write_text("GIF89a")
    return tmp_path


def scan(root: Path, toml: str = "", **pages: str) -> FolderScan:
    """Read the folder with this site.toml and these pages; "__" in a name is a dot."""
    (root / "site.toml").write_text(toml, "utf-8")
    for name, text in pages.items():
        (root / "pages").mkdir(exist_ok=True)
        (root / "pages" / f"{name.replace('__', '.')}.md").write_text(text, "utf-8")
    return scan_folders(root)


def faults_of(found: FolderScan) -> list[tuple[str, str]]:
    return [(fault.place, fault.code) for fault in found.faults if fault.code != "no-video"]


def notes_of(found: FolderScan) -> list[tuple[str, str]]:
    return [(note.place, note.code) for note in found.notes]


def test_everything_of_the_look_is_read(root: Path) -> None:
    toml = (
        'name = "Hall"\ntagline = "At the looms."\nlogo = "logo.svg"\ncard_art = "card.png"\n'
        'languages = ["es", "en"]\ndefault_language = "es"\nlicense = "CC-BY-4.0"\n'
    )
    found = scan(root, toml)
    assert faults_of(found) == []
    site = found.site.site(None)
    assert (site.tagline, site.languages, site.default_language) == (
        "At the looms.",
        ("es", "en"),
        "es",
    )
    assert site.license == License("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
    logo, art = site.pictures.logo, site.pictures.card_art
    assert logo
    assert (logo.name, logo.type, logo.width, logo.height) == (
        "logo.svg",
        "image/svg+xml",
        400,
        200,
    )
    assert art
    assert (art.type, art.width, art.height) == ("image/png", 60, 30)
    assert sorted(site.files) == ["card.png", "logo.svg"]


def test_another_picture_under_the_same_name_is_another(root: Path) -> None:
    first = scan(root, 'logo = "logo.svg"').site.site(None).pictures.logo
    (root / "logo.svg").write_text(DRAWING.replace("40v20", "39v20"))
    second = scan(root, 'logo = "logo.svg"').site.site(None).pictures.logo
    assert first
    assert second
    assert first.digest != second.digest


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('logo = "logo.sgv"', "unsupported-media"),
        ('logo = "film.gif"', "unsupported-media"),
        ('logo = "lgo.svg"', "missing-file"),
        ('logo = "a/logo.svg"', "not-a-file-name"),
        ('logo = "broken.svg"', "unreadable-picture"),
        ('poster = "fake.png"', "unreadable-picture"),
        ('card_art = "huge.png"', "large-picture"),
        ("logo = 3", "wrong-type"),
        ('languages = ["fr"]', "no-pages-in-language"),
        ('languages = ["english please"]', "unknown-language"),
        ("languages = 3", "wrong-type"),
        ('default_language = "fr"', "no-pages-in-language"),
        ('languages = ["es"]\ndefault_language = "en"', "unknown-word"),
        ('license = "CC-BY"', "unknown-license"),
        ('license = ""', "empty-text"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_line(root: Path, line: str, code: str) -> None:
    found = scan(root, f'name = "Hall"\n{line}\n')
    assert faults_of(found) == [(f"site.toml:{2 + line.count(chr(10))}", code)]
    before = Site("As it was")
    assert found.site.site(before) == before


def test_text_in_a_picture_is_noted(root: Path) -> None:
    assert notes_of(scan(root, '\nlogo = "text.svg"')) == [("site.toml:2", "text-in-picture")]


def test_a_translation_has_no_look_of_its_own(root: Path) -> None:
    (root / "site.es.toml").write_text('logo = "logo.svg"\n')
    assert faults_of(scan(root, "")) == [("site.es.toml:1", "untranslated-key")]


class TestPages:
    """pages/about.md and the like."""

    def test_are_in_the_languages_that_the_owner_has(self, root: Path) -> None:
        text = "# About *us*\n\nWe weave.\nAnd dye.\n\n## More\n"
        found = scan(root, 'language = "en"', about=text, about__es="# Sobre\n\nTejemos.\n")
        assert (faults_of(found), notes_of(found)) == ([], [])
        original, spanish = found.site.site(None).pages
        assert (original.name, original.language, original.title, original.summary) == (
            "about",
            "en",
            "About us",
            "We weave. And dye.",
        )
        assert (spanish.language, spanish.title) == ("es", "Sobre")

    def test_need_no_original(self, root: Path) -> None:
        found = scan(root, 'language = "en"', about__en="# About\n", about__es="# Sobre\n")
        assert faults_of(found) == []
        assert [page.language for page in found.site.site(None).pages] == ["en", "es"]

    def test_have_pictures_of_their_folder_alone(self, root: Path) -> None:
        scan(root, about="")
        (root / "pages" / "hall.svg").write_text(DRAWING)
        found = scan(root, about="# A\n\n![The hall](hall.svg)\n")
        assert sorted(found.site.site(None).files) == ["pages/hall.svg"]

    @pytest.mark.parametrize(
        ("text", "line", "code"),
        [
            ("# A\n\nOne\n[two](javascript:alert)", 4, "not-an-address"),
            ("# A\n\n[two](//example.org)", 3, "not-an-address"),
            ("# A\n\n[two](contact.md)", 3, "not-an-address"),
            ("# A\n\n[two][a]\n\n[a]: data:text/html,b", 3, "not-an-address"),
            ("# A\n\n![hall](https://example.org/hall.svg)", 3, "not-a-file-name"),
            ("# A\n\n![hall](../logo.svg)", 3, "not-a-file-name"),
            ("# A\n\n* b\n* ![hall](hal.svg)", 4, "missing-file"),
            ("# A\n\n![hall](data:image/png;base64,AA)", 3, "not-a-file-name"),
        ],
    )
    def test_lead_nowhere_else(self, root: Path, text: str, line: int, code: str) -> None:
        found = scan(root, about=text)
        assert faults_of(found) == [(f"pages/about.md:{line}", code)]
        assert found.site.pages is None

    @pytest.mark.parametrize(
        ("text", "line", "code"),
        [
            ("We weave.", 1, "no-page-title"),
            ("# A\n\nbold is <b>so</b>", 3, "html-in-page"),
            ("# A\n\n<div>\nb\n</div>", 3, "html-in-page"),
        ],
    )
    def test_are_noted_where_they_look_otherwise_than_meant(
        self, root: Path, text: str, line: int, code: str
    ) -> None:
        assert (f"pages/about.md:{line}", code) in notes_of(scan(root, about=text))

    def test_say_what_their_pictures_show(self, root: Path) -> None:
        scan(root, about="")
        (root / "pages" / "hall.svg").write_text(DRAWING)
        found = scan(root, about="# A\n\n![](hall.svg)\n")
        assert notes_of(found) == [("pages/about.md:3", "no-picture-alt")]

    @pytest.mark.parametrize("name", ["abuot", "contact"])
    def test_of_another_name_are_noted(self, root: Path, name: str) -> None:
        assert notes_of(scan(root, **{name: "# A"})) == [(f"pages/{name}.md", "unknown-page")]

    @pytest.mark.parametrize(
        ("name", "code"),
        [("about__ES__md", "unclear-file-name"), ("about__english", "unclear-file-name")],
    )
    def test_say_their_language_by_their_name(self, root: Path, name: str, code: str) -> None:
        found = scan(root, 'language = "en"', about="# A", **{name: "# B"})
        assert [fault[1] for fault in faults_of(found)] == [code]

    def test_that_are_no_text_are_named(self, root: Path) -> None:
        scan(root, about="")
        (root / "pages" / "about.md").write_bytes(b"# A\n\xff")
        assert faults_of(scan_folders(root)) == [("pages/about.md:2", "not-utf-8")]

    def test_may_have_a_video_beside_them_with_the_name_of_their_folder(self, root: Path) -> None:
        scan(root, about="# A")
        assert scan_folders(root).folders == ()
        (root / "pages" / "video.toml").write_text('title = "Pages"\n')
        assert [folder.slug for folder in scan_folders(root).folders] == ["pages"]
