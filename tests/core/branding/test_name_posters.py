"""A video without a poster has one that is drawn from its name, in the colors of the archive."""

from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.branding.design_tokens import token_color
from showcase.core.branding.name_posters import SunPlace, draw_poster, read_sun_place
from showcase.core.branding.palette import CardInks, Palette

INKS = CardInks("#111111", "#eeeeee", "#eeeeee")
DARK, STRONG, BRIGHT, DEEP, PALE = "#17201c", "#b92a17", "#f6b51e", "#24593a", "#fffdf7"
PALETTE = Palette(INKS, INKS, PALE, DARK, BRIGHT, DEEP, BRIGHT, STRONG, BRIGHT, PALE)
MIDDLE, RISEN, HALF = SunPlace(0.5, 0.5, 0), SunPlace(0.68, 0.35, 0), SunPlace(0.68, 0.35, 0.157)
OWN = ":root { --play-left: 50%; --play-top: 50%; --play-cut: 0% }"
MAX_BYTES = 4_500

names = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,4}", fullmatch=True)
shares = st.floats(0, 1)
suns = st.builds(SunPlace, shares, shares, shares)


def parse(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - we wrote it


def circles(svg: str) -> list[ET.Element]:
    return [element for element in parse(svg).iter() if element.tag.endswith("circle")]


def grounds(svg: str) -> tuple[str, str, str]:
    """The colors of sky, rays and ground."""
    fills = [each.get("fill") for each in parse(svg) if each.tag.endswith("path")]
    sky, rays, ground = (str(fill) for fill in fills)
    return sky, rays, ground


@given(names, suns)
def test_the_same_name_has_the_same_picture(name: str, sun: SunPlace) -> None:
    assert draw_poster(name, PALETTE, sun) == draw_poster(name, PALETTE, sun)


@given(names, names)
def test_another_name_has_another_picture(name: str, other: str) -> None:
    drawn, others = (draw_poster(each, PALETTE, MIDDLE) for each in (name, other))
    assert (drawn == others) == (name == other)


@given(names, suns)
def test_a_poster_is_a_small_drawing_in_the_five_colors(name: str, sun: SunPlace) -> None:
    svg = draw_poster(name, PALETTE, sun)
    assert len(svg.encode()) < MAX_BYTES
    elements = [*parse(svg).iter()]
    assert elements[0].get("viewBox") == "0 0 1280 720"
    inks = {ink for each in elements for ink in (each.get("fill"), each.get("stroke")) if ink}
    assert {BRIGHT, PALE} <= inks <= {DARK, STRONG, BRIGHT, DEEP, PALE}


@given(names)
def test_sky_and_rays_are_told_apart_and_pale_rays_are_on_the_deep_color_alone(name: str) -> None:
    sky, rays, ground = grounds(draw_poster(name, PALETTE, MIDDLE))
    assert sky != rays
    assert sky in (DARK, STRONG, DEEP)
    assert rays in (DARK, STRONG, DEEP) or (sky, rays) == (DEEP, PALE)
    assert ground in (DARK, rays)
    assert ground != sky


@given(names)
def test_colors_that_nobody_tells_apart_are_not_put_beside_each_other(name: str) -> None:
    alike = PALETTE._replace(ink=DEEP, strong="#24603a")
    assert grounds(draw_poster(name, alike, MIDDLE))[:2] == (DEEP, PALE)


@given(names)
def test_there_are_9_to_24_rays(name: str) -> None:
    _, rays, *_ = (each for each in parse(draw_poster(name, PALETTE, MIDDLE)) if each.get("d"))
    assert 9 <= str(rays.get("d")).count("z") <= 24


@given(names, suns)
def test_the_sun_is_where_the_play_button_is(name: str, sun: SunPlace) -> None:
    ring, disc = circles(draw_poster(name, PALETTE, sun))
    assert float(str(disc.get("cx"))) == pytest.approx(sun.left * 1280, abs=0.01)
    assert float(str(disc.get("cy"))) == pytest.approx(sun.top * 720, abs=0.01)
    assert float(str(disc.get("r"))) == pytest.approx(0.169 * 1280 / 2)
    assert float(str(ring.get("r"))) > float(str(disc.get("r")))


def test_a_whole_sun_is_before_the_horizon_and_one_cut_off_behind_it() -> None:
    for sun, is_last in ((MIDDLE, True), (RISEN, True), (HALF, False)):
        *_, last = parse(draw_poster("orchard", PALETTE, sun))
        assert last.tag.endswith("circle") == is_last
    ground = [each for each in parse(draw_poster("orchard", PALETTE, HALF)) if each.get("d")][2]
    horizon = round(0.35 * 720 + 108.16 * (1 - 2 * 0.157))
    assert str(ground.get("d")).startswith(f"M0 {horizon}h1280")


def test_names_like_each_other_have_pictures_unlike_each_other() -> None:
    drawn = [draw_poster(f"meeting-{number}", PALETTE, RISEN) for number in range(36)]
    looks = [(grounds(svg), svg.split('d="')[2].count("z")) for svg in drawn]
    assert all(one != other for one, other in combinations(drawn, 2))
    assert len({*looks}) > 24, "most differ in their colors or in the number of their rays"


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("", (0.5, 0.5, 0)),
        ("--play-left: 68.1%; --play-top: 35%; --play-cut: 15.7%", (0.681, 0.35, 0.157)),
        ("--far: 75%; --play-left: var(--far)", (0.75, 0.5, 0)),
        ("--play-left: 100%", (1, 0.5, 0)),
        # What is no percentage of the poster.
        ("--play-left: 101%", (0.5, 0.5, 0)),
        ("--play-left: 12px", (0.5, 0.5, 0)),
        ("--play-left: -5%", (0.5, 0.5, 0)),
        ("--play-left: calc(50% + 1px)", (0.5, 0.5, 0)),
        ("--play-left: var(--nowhere)", (0.5, 0.5, 0)),
    ],
)
def test_the_place_of_the_sun_is_read_from_the_theme(
    written: str, place: tuple[float, float, float]
) -> None:
    assert read_sun_place(OWN, f":root {{ {written} }}") == pytest.approx(place)


def test_a_place_that_nobody_gives_is_the_edge() -> None:
    assert read_sun_place("", "") == (0, 0, 0)


def test_the_colors_of_the_test_are_colors() -> None:
    assert all(token_color({"a": each}, "a") for each in (DARK, STRONG, BRIGHT, DEEP, PALE))
