"""The contrast of the colors that tokens.css gives a page (WCAG 2.2), and tokens that there are not."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from itertools import chain

import regex

from showcase.errors import Diagnosis, Fault
from showcase.resources import find_folder

# WCAG 2.2, success criteria 1.4.3 for text and 1.4.11 for what else must be seen.
MIN_TEXT_CONTRAST = 4.5
MIN_LINE_CONTRAST = 3.0
# What is shown on what: (token in front, token behind it, the least contrast).
CONTRAST_PAIRS = (
    ("--text", "--ground", MIN_TEXT_CONTRAST),
    ("--text", "--ground-2", MIN_TEXT_CONTRAST),
    ("--text-2", "--ground", MIN_TEXT_CONTRAST),
    ("--text-2", "--ground-2", MIN_TEXT_CONTRAST),
    ("--link", "--ground", MIN_TEXT_CONTRAST),
    ("--link", "--ground-2", MIN_TEXT_CONTRAST),
    ("--act-text", "--act", MIN_TEXT_CONTRAST),
    ("--hero-text", "--hero", MIN_TEXT_CONTRAST),
    ("--hero-read", "--hero", MIN_TEXT_CONTRAST),
    ("--hero-rule", "--hero", MIN_LINE_CONTRAST),
    ("--hero-rule-2", "--hero", MIN_LINE_CONTRAST),
    ("--band-text", "--band", MIN_TEXT_CONTRAST),
    ("--band-text", "--band-2", MIN_TEXT_CONTRAST),
    ("--band-em", "--band", MIN_TEXT_CONTRAST),
    ("--band-em", "--band-2", MIN_TEXT_CONTRAST),
    ("--hit-text", "--hit", MIN_TEXT_CONTRAST),
    ("--hit-cur-text", "--hit-cur", MIN_TEXT_CONTRAST),
    ("--text", "--now", MIN_TEXT_CONTRAST),
    ("--now-bar", "--now", MIN_LINE_CONTRAST),
    ("--text", "--sel", MIN_TEXT_CONTRAST),
    ("--sel-bar", "--sel", MIN_LINE_CONTRAST),
    ("--rule", "--ground", MIN_LINE_CONTRAST),
    ("--rule-2", "--ground", MIN_LINE_CONTRAST),
    ("--paper", "--leaf", MIN_TEXT_CONTRAST),
    ("--sun-soft", "--ink", MIN_TEXT_CONTRAST),
    ("--sun", "--ink", MIN_LINE_CONTRAST),
    ("--focus", "--focus-2", MIN_LINE_CONTRAST),
)
_COMMENT = regex.compile(r"/\*.*?\*/", regex.DOTALL)
_BLOCK = regex.compile(r"(@media[^{}]*+\{\s*+)?(?:^|(?<=[\s{}]))(?::root|html)\s*+\{([^{}]*+)\}")
_DECLARATION = regex.compile(r"(?<![\w-])(--[\w-]++)\s*+:\s*+([^;{}]*+)")
_USE = regex.compile(r"var\(\s*+(--[\w-]++)")
_REFERENCE = regex.compile(r"var\(\s*+(--[\w-]++)\s*+\)")
_HEX = regex.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})", regex.IGNORECASE)
_RGB = regex.compile(
    r"rgba?\(\s*+(\d{1,3})[\s,]++(\d{1,3})[\s,]++(\d{1,3})\s*+\)", regex.IGNORECASE
)
_MAX_REFERENCES = 10

Tokens = Mapping[str, str]


def check_tokens(text: str, place: str) -> Iterator[Fault]:
    """Notes about an owner's tokens.css: colors that are hard to read, and names of no token.

    Args:
        text: the content of the file.
        place: its path, as the notes name it.
    """
    plain = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    lines = {
        found[1]: plain.count("\n", 0, found.start()) + 1 for found in _DECLARATION.finditer(plain)
    }
    diagnoses = chain(_unknown_tokens(plain, lines), _low_contrasts(plain))
    yield from (diagnosis.at(place, lines.get(name)) for name, diagnosis in diagnoses)


@cache
def _own_sheet() -> str:
    """The tokens that the showcase has by itself."""
    sheet = (find_folder("static") / "css" / "tokens.css").read_text("utf-8")
    return _COMMENT.sub("", sheet)


def _unknown_tokens(plain: str, lines: Mapping[str, int]) -> Iterator[tuple[str, Diagnosis]]:
    """The tokens that neither the showcase nor the sheet itself uses."""
    known = [found[1] for found in _DECLARATION.finditer(_own_sheet())]
    used = {*known, *_USE.findall(plain)}
    for name in lines:
        if name not in used:
            alike = get_close_matches(name, known, n=1)
            fix = (
                f"write {alike[0]}"
                if alike
                else "static/css/tokens.css of the showcase has all names"
            )
            yield name, Diagnosis("unknown-token", f"There is no token {name}", fix)


def _low_contrasts(plain: str) -> Iterator[tuple[str, Diagnosis]]:
    """For each token and theme, one pair with too low a contrast: rather of two tokens of the sheet."""
    for dark, theme in ((False, "light"), (True, "dark")):
        theirs = _theme_tokens(plain, dark=dark)
        all_tokens = {**_theme_tokens(_own_sheet(), dark=dark), **theirs}
        worst: dict[str, tuple[bool, float, str, str, float]] = {}
        for front, ground, least in CONTRAST_PAIRS:
            changed = next((name for name in (front, ground) if name in theirs), None)
            ratio = _pair_contrast(all_tokens, front, ground)
            if changed and ratio is not None and ratio < least:
                found = (not {front, ground} <= theirs.keys(), ratio, front, ground, least)
                worst[changed] = min(found, worst.get(changed, found))
        for name, (_, ratio, front, ground, least) in worst.items():
            message = f"{front} on {ground} has a contrast of {ratio:.1f} to 1 in the {theme} theme"
            fix = f"choose colors with at least {least:g} to 1 (WCAG 2.2)"
            yield name, Diagnosis("low-contrast", message, fix)


def _theme_tokens(sheet: str, *, dark: bool) -> dict[str, str]:
    """The tokens that hold in a theme; the last word counts."""
    found: dict[str, str] = {}
    for media, block in _BLOCK.findall(sheet):
        is_dark = "prefers-color-scheme" in media and "dark" in media
        if not media or (dark and is_dark):
            found |= {name: value.strip() for name, value in _DECLARATION.findall(block)}
    return found


def _pair_contrast(tokens: Tokens, front: str, ground: str) -> float | None:
    """The contrast ratio, from 1 to 21; None where a color is written in a way that is not computed."""
    colors = (_color(tokens, front), _color(tokens, ground))
    if colors[0] is None or colors[1] is None:
        return None
    low, high = sorted((_luminance(colors[0]), _luminance(colors[1])))
    return (high + 0.05) / (low + 0.05)


def _color(tokens: Tokens, name: str) -> tuple[int, int, int] | None:
    """Red, green and blue from 0 to 255, through what a token refers to."""
    value = tokens.get(name, "")
    for _ in range(_MAX_REFERENCES):
        if not (reference := _REFERENCE.fullmatch(value)):
            break
        value = tokens.get(reference[1], "")
    if rgb := _RGB.fullmatch(value):
        return int(rgb[1]), int(rgb[2]), int(rgb[3])
    if not (found := _HEX.fullmatch(value)):
        return None
    digits = found[1] if len(found[1]) > 3 else "".join(digit * 2 for digit in found[1])  # noqa: PLR2004
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def _luminance(color: tuple[int, int, int]) -> float:
    """Relative luminance (WCAG 2.2, section "relative luminance")."""
    shares = [channel / 255 for channel in color]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - of the standard
        for c in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
