"""An archive of others has nothing of the one that comes with the showcase: no word, color or picture."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageColor

from showcase.app import create_app
from showcase.settings import Settings
from showcase.store.intake.starter_archive import make_archive

ROOT = Path(__file__).parents[2]
OURS = ROOT / "transcripts"
WORDS = re.compile(
    r"\bwsr|migrant\s*justice|balc[aá]zar|immokalee|farm\s?workers?|fair\s?food"
    r"|milk with dignity|worker.driven|rows of a field|sun rises|sunset|the path we want",
    re.IGNORECASE,
)
# Its tokens, and the inks of its drawings.
COLORS = {
    color
    for name in ("tokens.css", "logo.svg", "ornament.svg", "wsr/poster.svg")
    for color in re.findall(r"#[0-9a-f]{6}\b", (OURS / name).read_text("utf-8"))
}
# Shapes of its logo, its ornament and its poster.
SHAPES = ("M6 22a14 14", "M200 168L-240", "M740 276 92 378")
# Lists of names, professions and everyday words: nobody would know by these whose archive it is.
WORD_LISTS = ("known_names.py", "role_words.py", "everyday_words.py")
VIDEO_PARTS = (
    "", "?t=1", "?q=the", "/print", "/corrections", "/tracks/captions.en.vtt", "/tracks/captions.en.txt",
    "/tracks/captions.en.json", "/tracks/captions.en.srt", "/cite.bib", "/cite.ris", "/cite.json",
)  # fmt: skip
PATHS = (
    "/", "/es/", "/ht/", "/bn/", "/search", "/search?q=the", "/search?q=zeppelin", "/nowhere", "/about",
    "/privacy",
    "/manifest.webmanifest", "/feed.xml", "/sitemap.xml", "/robots.txt", "/api/videos", "/api/openapi.json",
    "/brand/0/logo.svg", "/brand/0/posters/cloth.svg", "/tokens-0.css",
)  # fmt: skip
PICTURES = ("/brand/0/icon-180.png", "/brand/0/icon-512.png", "/brand/0/icon-maskable-512.png")
CARDS = ("", "?t=1,4", "?t=1,4&size=square", "?theme=dark", "?theme=dark&size=square")


@pytest.fixture(params=["weavers", "new"])
def transcripts(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The example in the documentation, and what `showcase new` writes."""
    if request.param == "weavers":
        return ROOT / "docs" / "examples" / "weavers"
    make_archive(tmp_path / "new")
    return tmp_path / "new"


@pytest.mark.slow
def test_nothing_of_ours_is_in_an_archive_of_others(transcripts: Path, tmp_path: Path) -> None:
    app = create_app(Settings(transcripts=transcripts, state=tmp_path / "state"))
    app.testing = True
    client = app.test_client()
    slugs = [video["slug"] for video in client.get("/api/videos").get_json()["videos"]]
    assert slugs
    paths = [*PATHS, *(f"/static/0/{name}" for name in app.extensions["assets"].files)]
    for slug in slugs:
        paths += [f"/videos/{slug}{part}" for part in VIDEO_PARTS]
        paths += [f"/embed/{slug}", f"/iiif/{slug}/manifest.json", f"/api/videos/{slug}"]
        paths += [f"/es/videos/{slug}", f"/oembed?url=http://localhost/videos/{slug}"]
    for path in paths:
        response = client.get(path)
        if response.content_type.startswith(("text/", "application/", "image/svg")):
            assert [*findings(response.text)] == [], path
    cards = [f"/videos/{slug}/card.png{query}" for slug in slugs for query in CARDS]
    for path in (*PICTURES, *cards):
        response = client.get(path)
        assert response.status_code == 200, path
        assert inks(response.data).isdisjoint(COLORS), path


def findings(text: str) -> Iterator[str]:
    """What of ours is in a text."""
    yield from (found[0] for found in WORDS.finditer(text))
    yield from (color for color in COLORS if color in text.lower())
    yield from (shape for shape in SHAPES if shape in text)


def inks(data: bytes) -> set[str]:
    """The colors that cover something of a picture: at an edge, two of them make many."""
    with Image.open(BytesIO(data)) as picture:
        pixels = picture.convert("RGB")
    found = pixels.getcolors(pixels.width * pixels.height) or []
    least = pixels.width * pixels.height // 500
    return {"#{:02x}{:02x}{:02x}".format(*color) for count, color in found if count > least}  # type: ignore[misc]


def test_what_is_looked_for_is_found_in_ours() -> None:
    text = "".join(
        (OURS / name).read_text("utf-8")
        for name in ("site.toml", "tokens.css", "logo.svg", "ornament.svg", "wsr/poster.svg")
    )
    assert {*SHAPES, "wsr", "#f6b51e"} <= {
        found.lower() if found == "WSR" else found for found in findings(text)
    }
    assert all(ImageColor.getrgb(color) for color in COLORS)
    assert "#f6b51e" in inks((OURS / "card-tall.png").read_bytes())


@pytest.mark.parametrize("folder", ["templates", "static", "showcase"])
def test_nothing_of_ours_is_in_the_program(folder: str) -> None:
    found = {
        f"{path.relative_to(ROOT)}: {finding}"
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".html", ".css", ".js", ".svg", ".py", ".po", ".json", ".mjs", ".md"}
        and path.name not in WORD_LISTS
        for finding in findings(path.read_text("utf-8"))
    }
    assert found == set()
