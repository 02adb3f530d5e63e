"""What can be measured of a page by its boxes."""

from pathlib import Path

from playwright.sync_api import Page

HERE = Path(__file__).parent

_SMALL = (HERE / "small.js").read_text("utf-8")

_CUT = (HERE / "cut.js").read_text("utf-8")

# The distances of WCAG 2.2, 1.4.12. A sheet that a script makes is no inline style, which pages forbid.
_SPACE = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important;" +
        "word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }");
    document.adoptedStyleSheets = [sheet];
}"""

_OVERLAPS = (HERE / "overlaps.js").read_text("utf-8")


def small_targets(page: Page) -> list[str]:
    """Targets that are too small, too near to others."""
    found: list[str] = page.evaluate(_SMALL)
    return found


_HIDDEN = (HERE / "hidden.js").read_text("utf-8")


def hidden_focus(page: Page) -> str:
    """What has the focus, if all of it is covered or out of the window (2.4.11); else ""."""
    found: str = page.evaluate(_HIDDEN)
    return found


def cut_off(page: Page) -> list[str]:
    """Elements whose words do not fit."""
    found: list[str] = page.evaluate(_CUT)
    return found


def overlaps(page: Page) -> list[str]:
    """Pairs of elements that lie over each other."""
    found: list[str] = page.evaluate(_OVERLAPS)
    return found


def give_space(page: Page) -> None:
    """Give lines, letters, words and paragraphs the space that a reader may."""
    page.evaluate(_SPACE)


def sideways(page: Page) -> int:
    """How many pixels the page is wider than its window."""
    wider: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return wider
