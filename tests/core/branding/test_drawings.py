"""Neutral drawings are SVG in the colors of their archive, and so are icons made of a logo."""

from base64 import b64encode
from xml.etree import ElementTree as ET

import pytest

from showcase.core.branding.drawings import (
    Picture,
    draw_corner,
    draw_icon,
    draw_mark,
    draw_words,
    fill_with,
)
from showcase.core.branding.palette import CardInks, Palette

INKS = CardInks("#111111", "#eeeeee", "#eeeeee")
PALETTE = Palette(
    INKS,
    INKS,
    "#fafafa",
    "#101010",
    "#a0c0e0",
    "#202030",
    "#d0d0ff",
    "#402020",
    "#a0c0e0",
    "#fafafa",
)
LOGO = Picture(b"<svg/>", "image/svg+xml")


def parse(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - we wrote it


def fills(svg: str) -> set[str]:
    return {fill for element in parse(svg).iter() if (fill := element.get("fill"))}


def test_the_mark_is_the_accent_on_ink() -> None:
    assert fills(draw_mark(PALETTE)) == {"#101010", "#a0c0e0"}


def test_words_are_lines_on_the_ground_of_drawings() -> None:
    drawn = draw_words(PALETTE, 1280, 720)
    assert fills(drawn) == {"#202030", "#d0d0ff"}
    assert parse(drawn).get("viewBox") == "0 0 1280 720"


@pytest.mark.parametrize(("maskable", "size"), [(False, "40"), (True, "28.8")])
def test_an_icon_has_the_logo_within_what_phones_leave(*, maskable: bool, size: str) -> None:
    drawn = parse(draw_icon(PALETTE, LOGO, None, maskable=maskable))
    *_, image = drawn
    data = b64encode(LOGO.data).decode()
    assert (image.get("width"), image.get("href")) == (size, f"data:image/svg+xml;base64,{data}")
    assert fills(draw_icon(PALETTE, LOGO, None, maskable=maskable)) == {"#fafafa"}


def test_the_ground_of_an_icon_is_the_corner_of_the_logo() -> None:
    corner = Picture(b"corner", "image/png")
    _, around, logo = parse(draw_icon(PALETTE, LOGO, corner, maskable=True))
    assert around.get("href") == "data:image/png;base64," + b64encode(b"corner").decode()
    assert (around.get("width"), logo.get("width")) == ("40", "28.8")
    (image,) = parse(draw_corner(LOGO))
    assert (image.get("width"), image.get("preserveAspectRatio")) == ("64", "xMinYMin slice")


@pytest.mark.parametrize("maskable", [False, True])
def test_without_a_logo_an_icon_has_the_mark(*, maskable: bool) -> None:
    assert fills(draw_icon(PALETTE, None, None, maskable=maskable)) == {"#101010", "#a0c0e0"}


def test_a_picture_fills_its_box() -> None:
    (image,) = parse(fill_with(LOGO, 452, 630))
    assert image.get("preserveAspectRatio") == "xMidYMid slice"
