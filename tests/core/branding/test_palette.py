"""The colors of cards, icons and posters follow the tokens of an archive, and can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.branding.design_tokens import (
    Color,
    contrast_ratio,
    declared_tokens,
    strip_comments,
    theme_tokens,
    token_color,
)
from showcase.core.branding.palette import read_palette

OWN = """
:root {
  --ink: #1c232b; --sun: #a9cbe8; --paper: #fdfdfc; --leaf: #26384a; --tomato: #2f4a66;
  --ground: var(--paper); --hero: #dfe6ed; --hero-text: var(--ink); --hero-read: var(--ink);
}
@media (prefers-color-scheme: dark) { :root { --hero: #1d242c; } }
"""
COLORS = st.tuples(*(st.integers(0, 255),) * 3).map(lambda channels: Color(*channels))


def test_without_tokens_of_its_own_an_archive_has_those_of_the_showcase() -> None:
    found = read_palette(OWN, "")
    assert found.light == ("#dfe6ed", "#1c232b", "#1c232b")
    assert found.dark == ("#1c232b", "#a9cbe8", "#fdfdfc")
    assert (found.ground, found.ink, found.accent, found.art) == (
        "#fdfdfc",
        "#1c232b",
        "#a9cbe8",
        "#26384a",
    )


def test_its_own_tokens_are_used_also_through_what_they_refer_to() -> None:
    found = read_palette(OWN, ":root { --ink: #141a3c; --hero: rgb(204, 214, 241); }")
    assert found.light == ("#ccd6f1", "#141a3c", "#141a3c")
    assert found.ink == "#141a3c"


@pytest.mark.parametrize(
    "written", ["red", "oklch(60% 0.1 20)", "var(--nowhere)", "var(--sun)", ""]
)
def test_a_color_that_cannot_be_read_is_that_of_the_showcase(written: str) -> None:
    assert read_palette(OWN, f":root {{ --sun: {written}; }}").accent == "#a9cbe8"


@given(COLORS, COLORS, COLORS)
def test_words_on_cards_can_be_read_whatever_the_tokens_are(
    hero: Color, words: Color, small: Color
) -> None:
    hers = f"--hero: {hero}; --hero-text: {words}; --hero-read: {small}"
    tokens = f":root {{ {hers}; --ink: {hero}; --sun: {words} }}"
    found = read_palette(OWN, tokens)
    for inks in (found.light, found.dark):
        colors = [token_color({"a": each}, "a") for each in inks]
        assert all(colors)
        background, *texts = [color for color in colors if color]
        assert min(contrast_ratio(text, background) for text in texts) >= 4.5


def test_colors_that_can_be_read_stay_as_they_are() -> None:
    tokens = ":root { --hero: #ffffff; --hero-text: #767676; --hero-read: #777777 }"
    assert read_palette(OWN, tokens).light == ("#ffffff", "#767676", "#000000")


def test_own_tokens_without_a_color_are_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="--sun"):
        read_palette(OWN.replace("#a9cbe8", "tomato"), "")


@pytest.mark.parametrize(
    ("written", "color"),
    [
        ("#fff", Color(255, 255, 255)),
        ("#A9cbE8", Color(169, 203, 232)),
        ("rgb(1 2 3)", Color(1, 2, 3)),
        ("rgb(999, 2, 3)", Color(255, 2, 3)),
        ("#ffff", None),
        ("var(--a)", None),
    ],
)
def test_a_color_is_read_as_css_writes_it(written: str, color: Color | None) -> None:
    assert token_color({"--a": written}, "--a") == color


def test_tokens_keep_their_lines_when_comments_go() -> None:
    sheet = strip_comments("/* one\n two */\n:root {\n  --a: 1; /* b */\n  --b: 2;\n}")
    assert declared_tokens(sheet) == {"--a": 4, "--b": 5}


def test_dark_tokens_hold_in_the_dark_theme_alone() -> None:
    assert theme_tokens(OWN, dark=False)["--hero"] == "#dfe6ed"
    assert theme_tokens(OWN, dark=True)["--hero"] == "#1d242c"
