"""The contrast of the colors that tokens.css gives a page (WCAG 2.2), and tokens that there are not."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from itertools import chain

import regex

from showcase.core.branding.design_tokens import (
    Tokens,
    contrast_ratio,
    declared_tokens,
    strip_comments,
    theme_tokens,
    token_color,
)
from showcase.core.branding.palette import MIN_TEXT_CONTRAST
from showcase.errors import Diagnosis, Fault
from showcase.store.branding.token_sheet import own_token_sheet

# WCAG 2.2, success criterion 1.4.11, for what is no text and must be seen.
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
    ("--sel-hit-text", "--sel-hit", MIN_TEXT_CONTRAST),
    ("--sel-cur-text", "--sel-cur", MIN_TEXT_CONTRAST),
    ("--rule", "--ground", MIN_LINE_CONTRAST),
    ("--rule-2", "--ground", MIN_LINE_CONTRAST),
    ("--paper", "--leaf", MIN_TEXT_CONTRAST),
    ("--sun-soft", "--ink", MIN_TEXT_CONTRAST),
    ("--sun", "--ink", MIN_LINE_CONTRAST),
    ("--focus", "--focus-2", MIN_LINE_CONTRAST),
)
_USE = regex.compile(r"var\(\s*+(--[\w-]++)")


def check_tokens(text: str, place: str) -> Iterator[Fault]:
    """Notes about an owner's tokens.css: colors that are hard to read, and names of no token.

    Args:
        text: the content of the file.
        place: its path, as the notes name it.
    """
    plain = strip_comments(text)
    lines = declared_tokens(plain)
    diagnoses = chain(_unknown_tokens(plain, lines), _low_contrasts(plain))
    yield from (diagnosis.at(place, lines.get(name)) for name, diagnosis in diagnoses)


def _unknown_tokens(plain: str, lines: Mapping[str, int]) -> Iterator[tuple[str, Diagnosis]]:
    """The tokens that neither the showcase nor the sheet itself uses."""
    known = list(declared_tokens(own_token_sheet()))
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
        theirs = theme_tokens(plain, dark=dark)
        all_tokens = {**theme_tokens(own_token_sheet(), dark=dark), **theirs}
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


def _pair_contrast(tokens: Tokens, front: str, ground: str) -> float | None:
    """The contrast ratio, from 1 to 21; None where a color is written in a way that is not computed."""
    one, other = token_color(tokens, front), token_color(tokens, ground)
    return contrast_ratio(one, other) if one and other else None
