"""Fonts: what a page sends at once, and the letters that come only where they are used."""

import re
from pathlib import Path

import pytest

from tools.slim_static import FONT_PARTS, STATIC, WHOLE_FONTS


@pytest.mark.parametrize("sheet", ["tokens.css", "print.css"])
def test_a_style_sheet_names_the_letters_that_each_rare_part_has(sheet: str) -> None:
    text = (STATIC / "css" / sheet).read_text("utf-8")
    faces = re.findall(
        r'@font-face \{[^}]*?/([\w-]+)-more\.woff2"[^}]*?unicode-range: ([^;]*);', text
    )
    assert dict(faces) == {font.stem: FONT_PARTS["-more"].replace(",", ", ") for font in fonts()}


def test_every_font_has_its_parts() -> None:
    parts = {f"{font.stem}{end}.woff2" for font in fonts() for end in FONT_PARTS}
    assert {font.name for font in (STATIC / "fonts").glob("*.woff2")} == parts


def test_no_letter_is_in_two_parts() -> None:
    usual, rare = map(characters, FONT_PARTS.values())
    assert not usual & rare
    assert set("áéíñóúü¿¡ÁÉÍÑÓÚèòÈÒàâçêëîïôùû“”‘’–—…") <= usual
    assert set(map(chr, range(0xC0, 0x100))) <= usual | rare


def characters(ranges: str) -> set[str]:
    """The characters of such ranges: "U+41-43,U+61" is A, B, C and a."""
    ends = [part.removeprefix("U+").split("-") for part in ranges.split(",")]
    return {
        chr(code)
        for first, *last in ends
        for code in range(int(first, 16), int((last or [first])[0], 16) + 1)
    }


def fonts() -> list[Path]:
    return sorted(WHOLE_FONTS.glob("*.woff2"))
