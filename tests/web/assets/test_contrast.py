"""The colors of the pages have enough contrast, also with an archive's own theme."""

from pathlib import Path

import pytest

from showcase.store.ingest.theme_contrast import CONTRAST_PAIRS, MIN_LINE_CONTRAST
from tests.contrast import color_of, contrast, tokens

ROOT = Path(__file__).parents[3]
OURS = (ROOT / "static" / "css" / "tokens.css").read_text("utf-8")
# Another archive that looks like itself: what it says, over what we say.
THEIRS = (ROOT / "docs" / "examples" / "weavers" / "tokens.css").read_text("utf-8")
# The archive that comes with the showcase.
COMES_WITH_IT = (ROOT / "transcripts" / "tokens.css").read_text("utf-8")
SETS = [(OURS,), (OURS, THEIRS), (OURS, COMES_WITH_IT)]
LINE = MIN_LINE_CONTRAST


@pytest.mark.parametrize("sheets", SETS, ids=["ours", "theirs", "comes with it"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_all_pairs_of_colors_have_contrast(*, dark: bool, sheets: tuple[str, ...]) -> None:
    found = tokens(*sheets, dark=dark)
    ratios = {
        (front, ground, least): contrast(color_of(found, front), color_of(found, ground))
        for front, ground, least in CONTRAST_PAIRS
    }
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < pair[2]} == {}


@pytest.mark.parametrize("sheets", SETS, ids=["ours", "theirs", "comes with it"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_focus_is_seen_on_every_ground(*, dark: bool, sheets: tuple[str, ...]) -> None:
    """Its line or the ring around it: one of both stands out wherever it is (WCAG 2.2, 2.4.13)."""
    found = tokens(*sheets, dark=dark)
    rings = [color_of(found, name) for name in ("--focus", "--focus-2")]
    for name in ("--ground", "--ground-2", "--hero", "--band", "--ink", "--leaf", "--now", "--hit"):
        ground = color_of(found, name)
        assert max(contrast(ring, ground) for ring in rings) >= LINE, name


def test_what_another_archive_says_are_tokens_that_there_are() -> None:
    assert set(tokens(THEIRS, COMES_WITH_IT, dark=True)) <= set(tokens(OURS, dark=True))
