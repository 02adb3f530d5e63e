"""The contrast of two colors (WCAG 2.2), and the colors that tokens.css gives a page."""

import re
from collections.abc import Mapping

_BLOCK = re.compile(r"(@media \(prefers-color-scheme: dark\) \{\s*)?:root \{(.*?)\}", re.DOTALL)
_TOKEN = re.compile(r"(--[\w-]+):\s*([^;]+);")
_REFERENCE = re.compile(r"var\((--[\w-]+)\)")


def luminance(color: str) -> float:
    """Relative luminance of "#rrggbb" (WCAG 2.2, section "relative luminance")."""
    shares = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of two colors, from 1 to 21 (WCAG 2.2, section "contrast ratio")."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def tokens(*sheets: str, dark: bool = False) -> Mapping[str, str]:
    """The custom properties that hold in a theme; of several sheets, and in one, the last word counts."""
    said: dict[str, str] = {}
    for sheet in sheets:
        plain = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
        for in_dark, block in _BLOCK.findall(plain):
            if dark or not in_dark:
                said |= {name: value.strip() for name, value in _TOKEN.findall(block)}
    return said


def color_of(found: Mapping[str, str], name: str) -> str:
    """The color of a token as "#rrggbb", through what it refers to."""
    value = found[name]
    while reference := _REFERENCE.fullmatch(value):
        value = found[reference[1]]
    assert re.fullmatch(r"#[0-9a-f]{6}", value), f"{name} is {value}: write colors as #rrggbb"
    return value
