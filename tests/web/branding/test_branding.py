"""An archive's own pictures, and neutral ones in its colors where it has none."""

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from showcase.core.branding.site_pictures import SitePicture, SitePictures
from showcase.core.catalog.site_catalog import Site
from tests.web.small_showcase import MILL, ORCHARD, Showcase

if TYPE_CHECKING:
    from pathlib import Path

VIDEO = "/videos/orchard"
RED = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
    '<path fill="#ff0000" d="M0 0h40v20H0z"/></svg>'
)
TOKENS = (
    ":root { --ink: #102030; --sun: #f0e0d0; --leaf: #203010; --hero: #fff; --hero-text: #eeddee }"
)


def dress(showcase: Showcase, site: Site) -> None:
    """Give a showcase another site."""
    current = showcase.library.current
    current.catalog = replace(current.catalog, site=site)


@pytest.fixture
def owned(showcase: Showcase) -> Showcase:
    """A showcase with a logo, a poster, an ornament and card art."""
    folder: Path = showcase.library.current.folder
    pictures = {}
    for role in ("logo", "poster", "ornament", "card_art"):
        (folder / f"my-{role}.svg").write_text(RED)
        pictures[role] = SitePicture(f"my-{role}.svg", "image/svg+xml", 400, 200, "1")
    dress(showcase, Site("Samples", tagline="What was said.", pictures=SitePictures(**pictures)))
    return showcase


def brand_addresses(showcase: Showcase, path: str) -> list[str]:
    page = showcase.page(path, 404 if path == "/none" else 200)
    found = [str(each.get("href") or each.get("src")) for each in page.select("link, img")]
    return sorted({address for address in found if address.startswith("/brand/")})


def pixel(data: bytes, at: tuple[int, int]) -> object:
    with Image.open(BytesIO(data)) as picture:
        return picture.convert("RGB").getpixel(at)


def test_pages_show_the_owners_pictures(owned: Showcase) -> None:
    names = {address.rpartition("/")[2] for address in brand_addresses(owned, "/none")}
    assert names == {"logo.svg", "icon-180.png", "ornament.svg"}
    logo = owned.page("/").select_one("img.site-mark")
    assert logo
    assert (logo["width"], logo["height"], logo["alt"]) == ("400", "200", "")
    assert any(
        str(image["src"]).endswith("/poster.svg") and "/brand/" in str(image["src"])
        for image in owned.page("/").select(".videos img")
    )
    for address in brand_addresses(owned, "/"):
        response = owned.get(address)
        assert response.status_code == 200
        assert response.headers["Cache-Control"] == "max-age=31536000, public, immutable"


def test_icons_are_made_of_the_logo(owned: Showcase) -> None:
    for name, size in {
        "icon-180.png": 180,
        "icon-512.png": 512,
        "icon-maskable-512.png": 512,
    }.items():
        data = owned.get(f"/brand/0/{name}").data
        with Image.open(BytesIO(data)) as picture:
            assert picture.size == (size, size)
        assert pixel(data, (size // 2, size // 2)) == (255, 0, 0)
        assert pixel(data, (2, 2)) == (255, 0, 0), "its ground is the color of the logo's corner"


def test_the_art_of_cards_is_the_owners(owned: Showcase) -> None:
    for query in ("", "?t=8,12", "?t=8,12&size=square"):
        assert pixel(owned.get(f"{VIDEO}/card.png{query}").data, (200, 200)) == (255, 0, 0)


def test_a_picture_that_is_gone_is_neutral_or_missing(owned: Showcase) -> None:
    for path in owned.library.current.folder.glob("my-*"):
        path.unlink()
    assert owned.get("/brand/1/logo.svg").status_code == 404
    assert owned.get("/brand/1/icon-180.png").status_code == 200
    assert owned.get(f"{VIDEO}/card.png?t=8,12").status_code == 200


def test_the_manifest_of_phones_follows(owned: Showcase) -> None:
    manifest = owned.get("/manifest.webmanifest").get_json()
    assert manifest["description"] == "What was said."
    assert [icon["src"].rpartition("/")[2] for icon in manifest["icons"]] == [
        "logo.svg",
        "icon-512.png",
        "icon-maskable-512.png",
    ]
    for icon in manifest["icons"]:
        assert owned.get(icon["src"]).status_code == 200


def test_what_is_drawn_has_the_colors_of_the_tokens(showcase: Showcase) -> None:
    dress(showcase, Site("Samples", tokens=TOKENS))
    assert {"#102030", "#f0e0d0"} == colors(showcase.get("/brand/0/logo.svg").text)
    assert "#203010" in colors(showcase.get("/brand/0/posters/mill.svg").text)
    manifest = showcase.get("/manifest.webmanifest").get_json()
    assert manifest["theme_color"] == "#102030"
    card = showcase.get(f"{VIDEO}/card.png?t=8,12").data
    assert pixel(card, (1190, 10)) == (255, 255, 255)
    with Image.open(BytesIO(card)) as picture:
        drawn = {color for _, color in picture.convert("RGB").getcolors(9_999) or ()}
    assert (0, 0, 0) in drawn, "words that could not be read are black"
    assert (238, 221, 238) not in drawn


def colors(svg: str) -> set[str]:
    return {part[:7] for part in svg.split('fill="')[1:]}


def test_another_look_has_another_address(showcase: Showcase) -> None:
    before = brand_addresses(showcase, "/")
    dress(showcase, Site("Samples", tokens=TOKENS))
    after = brand_addresses(showcase, "/")
    assert not {*before} & {*after}
    assert showcase.get(before[0]).headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "name", ["logo.png", "ornament.svg", "card_art.svg", "site.toml", "..%2Fsite.toml"]
)
def test_nothing_else_is_sent(showcase: Showcase, name: str) -> None:
    assert showcase.get(f"/brand/0/{name}").status_code == 404


def test_a_card_is_drawn_again_where_its_art_is_another(owned: Showcase) -> None:
    tag = owned.get(f"{VIDEO}/card.png").headers["ETag"]
    current = owned.library.current
    art = replace(current.catalog.site.pictures.card_art, digest="2")  # type: ignore[type-var]
    pictures = replace(current.catalog.site.pictures, card_art=art)
    dress(owned, replace(current.catalog.site, pictures=pictures))
    assert owned.get(f"{VIDEO}/card.png").headers["ETag"] != tag


def test_the_tagline_says_what_the_archive_is(owned: Showcase) -> None:
    page = owned.page("/")
    assert "What was said." in page.select_one(".lede").get_text()  # type: ignore[union-attr]
    description = page.select_one("meta[name=description]")
    assert description
    assert description["content"] == "What was said."


def test_a_video_of_its_own_poster_keeps_it(owned: Showcase) -> None:
    assert [video.slug for video in (ORCHARD, MILL) if video.poster] == ["orchard"]
    posters = [str(image["src"]) for image in owned.page("/").select(".videos img")]
    assert "/videos/orchard/media/poster.svg" in posters


def test_each_video_without_a_poster_has_one_of_its_own(showcase: Showcase) -> None:
    many = tuple(replace(MILL, slug=f"mill-{number}") for number in range(36))
    current = showcase.library.current
    current.catalog = replace(current.catalog, videos=many)
    addresses = [str(image["src"]) for image in showcase.page("/").select(".videos img")]
    drawn = {showcase.get(address).text for address in addresses}
    assert len(addresses) == len(drawn) == 36


def test_a_drawn_poster_is_kept_as_long_as_it_is_the_same(showcase: Showcase) -> None:
    (address, *_) = (
        str(image["src"])
        for image in showcase.page("/").select(".videos img")
        if "/posters/" in str(image["src"])
    )
    response = showcase.get(address)
    assert response.content_type.startswith("image/svg+xml")
    assert response.headers["Cache-Control"] == "max-age=31536000, public, immutable"
    dress(showcase, Site("Samples", tokens=":root { --play-left: 68%; --play-top: 35% }"))
    moved = showcase.get(address)
    assert moved.headers["Cache-Control"] == "no-cache"
    assert moved.text != response.text, "its sun has moved with the play button"
