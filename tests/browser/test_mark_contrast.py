"""Words are many things at once: of a moment, found, the current match, spoken, a sound, selected, shared.

Every combination that pages can show is built from the style sheets, and what its innermost words have is
read off: a color, and the nearest ground below it.
"""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from showcase.core.branding.palette import MIN_TEXT_CONTRAST
from tests.contrast import contrast

ROOT = Path(__file__).parents[2]
CSS = ROOT / "static" / "css"
SHEETS = ("tokens", "base", "transcript", "share_panel", "parallel")
# An archive's own colors over ours.
THEMES = {
    "ours": (),
    "theirs": (ROOT / "docs" / "examples" / "weavers" / "tokens.css",),
    "comes with it": (ROOT / "transcripts" / "tokens.css",),
}
# What lies in a line, from the outside in. The server marks, and scripts mark: either may be inside.
INNER = (
    (),
    ("span.sel",),
    ("mark",),
    ("mark.is-cur",),
    ("span.sel", "mark"),
    ("span.sel", "mark.is-cur"),
    ("mark", "span.sel"),
    ("mark.is-cur", "span.sel"),
)
# What the browser paints over words.
OVERLAYS = ("", "::selection", "::highlight(shared)")
# Scripts mark words at once; a page that shares words of its own leaves the moment's marks off.
SHARING = ("", " is-sharing")
LINES = ("", "sel", "is-sound", "sel is-sound")
STATES = [
    {"words": words, "line": line, "spoken": spoken, "inner": list(inner), "overlay": overlay}
    for words, line, spoken, inner, overlay in product(
        SHARING, LINES, (False, True), INNER, OVERLAYS
    )
]
_LOOK = """(states) => {
    const opaque = (color) => !/^(transparent|rgba\\(.*, 0\\))$/.test(color);
    const hex = (color) => "#" + color.match(/[\\d.]+/g).slice(0, 3)
        .map((part) => Math.round(part).toString(16).padStart(2, "0")).join("");
    CSS.highlights.set("shared", new Highlight(new Range()));
    return states.map(({words, line, spoken, inner, overlay}) => {
        const section = document.body.appendChild(document.createElement("section"));
        section.className = "words" + words;
        const turn = section.appendChild(document.createElement("p"));
        turn.className = "turn";
        let at = turn.appendChild(document.createElement("a"));
        at.href = "#";
        at.className = line;
        if (spoken) at.setAttribute("aria-current", "true");
        for (const name of inner) {
            const [tag, ...classes] = name.split(".");
            at = at.appendChild(document.createElement(tag));
            at.className = classes.join(" ");
        }
        at.textContent = "words";
        const over = overlay && getComputedStyle(at, overlay);
        let text = getComputedStyle(at).color;
        let ground = "";
        if (over) {
            text = over.color;
            if (opaque(over.backgroundColor)) ground = over.backgroundColor;
        }
        for (let below = at; !ground && below; below = below.parentElement) {
            const {backgroundColor} = getComputedStyle(below);
            if (opaque(backgroundColor)) ground = backgroundColor;
        }
        section.remove();
        return [hex(text), hex(ground || "rgb(255, 255, 255)")];
    });
}"""


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    forced: Literal["active", "none"] = "active" if "forced" in request.node.name else "none"
    context = browser.new_context(color_scheme=request.param, forced_colors=forced)
    yield context.new_page()
    context.close()


def looks(page: Page, *themes: Path) -> list[tuple[dict[str, Any], float]]:
    """Each combination, with the contrast of its words."""
    sheets = [*(CSS / f"{name}.css" for name in SHEETS), *themes]
    css = "\n".join(sheet.read_text("utf-8") for sheet in sheets)
    page.set_content(f"<style>{css}</style>")
    colors = page.evaluate(_LOOK, STATES)
    return [
        (state, contrast(text, ground))
        for state, (text, ground) in zip(STATES, colors, strict=True)
    ]


@pytest.mark.parametrize("theme", THEMES)
def test_words_are_read_in_every_combination_of_states(page: Page, theme: str) -> None:
    faint = [
        (state, round(ratio, 2))
        for state, ratio in looks(page, *THEMES[theme])
        if ratio < MIN_TEXT_CONTRAST
    ]
    assert faint == []


def test_words_are_read_in_forced_colors(page: Page) -> None:
    faint = [
        (state, round(ratio, 2))
        for state, ratio in looks(page)
        if ratio < MIN_TEXT_CONTRAST and not state["overlay"]  # those are the device's own
    ]
    assert faint == []
