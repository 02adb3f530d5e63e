"""Reads design tokens (CSS custom properties) from style sheets, and the colors that they stand for."""

from collections.abc import Mapping
from typing import NamedTuple

import regex

_COMMENT = regex.compile(r"/\*.*?\*/", regex.DOTALL)
_BLOCK = regex.compile(r"(@media[^{}]*+\{\s*+)?(?:^|(?<=[\s{}]))(?::root|html)\s*+\{([^{}]*+)\}")
_DECLARATION = regex.compile(r"(?<![\w-])(--[\w-]++)\s*+:\s*+([^;{}]*+)")
_REFERENCE = regex.compile(r"var\(\s*+(--[\w-]++)\s*+\)")
_HEX = regex.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})", regex.IGNORECASE)
_RGB = regex.compile(
    r"rgba?\(\s*+(\d{1,3})[\s,]++(\d{1,3})[\s,]++(\d{1,3})\s*+\)", regex.IGNORECASE
)
_PERCENTAGE = regex.compile(r"(\d{1,3}(?:\.\d{1,4})?)%")
_MAX_REFERENCES = 10
_MAX_CHANNEL = 255

Tokens = Mapping[str, str]


class Color(NamedTuple):
    """A color; each channel is from 0 to 255."""

    red: int
    green: int
    blue: int

    def __str__(self) -> str:
        """As "#rrggbb"."""
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"


def strip_comments(sheet: str) -> str:
    """A style sheet whose comments are empty lines, so that all else keeps its line."""
    return _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), sheet)


def theme_tokens(sheet: str, *, dark: bool) -> dict[str, str]:
    """The tokens of a sheet without comments that hold in a theme; the last word counts."""
    found: dict[str, str] = {}
    for media, block in _BLOCK.findall(sheet):
        is_dark = "prefers-color-scheme" in media and "dark" in media
        if not media or (dark and is_dark):
            found |= {name: value.strip() for name, value in _DECLARATION.findall(block)}
    return found


def declared_tokens(sheet: str) -> dict[str, int]:
    """The names of all tokens of a sheet without comments, with the line of each, from 1."""
    return {
        found[1]: sheet.count("\n", 0, found.start()) + 1 for found in _DECLARATION.finditer(sheet)
    }


def token_color(tokens: Tokens, name: str) -> Color | None:
    """The color of a token, through what it refers to; None where it is not written as one."""
    value = _referred_value(tokens, name)
    if rgb := _RGB.fullmatch(value):
        return Color(*(min(int(channel), _MAX_CHANNEL) for channel in rgb.groups()))
    if not (found := _HEX.fullmatch(value)):
        return None
    digits = found[1] if len(found[1]) > 3 else "".join(digit * 2 for digit in found[1])  # noqa: PLR2004
    return Color(int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16))


def token_share(tokens: Tokens, name: str) -> float | None:
    """The percentage of a token, 0.35 for "35%", through what it refers to; None where it is not one."""
    found = _PERCENTAGE.fullmatch(_referred_value(tokens, name))
    share = float(found[1]) / 100 if found else None
    return share if share is not None and share <= 1 else None


def _referred_value(tokens: Tokens, name: str) -> str:
    value = tokens.get(name, "")
    for _ in range(_MAX_REFERENCES):
        if not (reference := _REFERENCE.fullmatch(value)):
            break
        value = tokens.get(reference[1], "")
    return value


def contrast_ratio(one: Color, other: Color) -> float:
    """The contrast of two colors, from 1 to 21 (WCAG 2.2, section "contrast ratio")."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(color: Color) -> float:
    """Relative luminance (WCAG 2.2, section "relative luminance")."""
    shares = [channel / _MAX_CHANNEL for channel in color]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - of the standard
        for c in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
