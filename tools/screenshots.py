"""Takes screenshots of the pages in all their states: `make screenshots` runs it.

They are written to docs/images/pages/, and docs/explanation/looks.md shows them. Two archives are served on
free ports: the WSR video, and the example with a theme of its own.
"""

import io
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.page.harness import serve_showcase
from tools.document_parts import fill
from tools.find_browser import find_browser

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images" / "pages"
DOCUMENT = ROOT / "docs" / "explanation" / "looks.md"
# Width and height of the window in pixels, and the themes.
WINDOWS = (
    (1280, 900, ("light", "dark")),
    (768, 1024, ("light",)),
    (390, 844, ("light", "dark")),
    (320, 640, ("light",)),
)
QUALITY = 70
PATIENCE_MS = 15_000


def nothing(_: Page) -> None:
    """Leave the page as it opens."""


def search(words: str) -> Callable[[Page], None]:
    """An action that types words into the search field of a video."""

    def act(page: Page) -> None:
        page.locator("#q").fill(words)
        page.locator("#search-status:not(:empty)").wait_for(state="attached")
        page.locator("#search").scroll_into_view_if_needed()
        page.evaluate("document.querySelector('#search').scrollIntoView()")

    return act


def play(page: Page) -> None:
    """Play from a line in the middle, and pause."""
    page.evaluate(
        """() => {
            const line = document.querySelectorAll("a[data-start]")[24];
            line.scrollIntoView({ block: "center" });
            line.click();
        }"""
    )
    page.locator("#transcript [aria-current=true]").wait_for()
    page.keyboard.press("k")
    page.locator("#dock:not([hidden])").wait_for()


def words(page: Page) -> None:
    """Scroll to the transcript."""
    page.evaluate("document.querySelector('#transcript').scrollIntoView()")


def share(page: Page) -> None:
    """Open the share panel of the address's moment."""
    page.locator("#share [data-share]").click()
    page.locator("#share.is-open").wait_for()
    page.evaluate("document.querySelector('#transcript .sel').scrollIntoView({block: 'start'})")


def keys(page: Page) -> None:
    """Open the list of keyboard shortcuts."""
    page.keyboard.press("?")
    page.locator("dialog[open]").wait_for()


class State(NamedTuple):
    """A page in a state.

    Attributes:
        name: in names of files.
        title: in docs/explanation/looks.md.
        path: the address of the page.
        act: what leads to the state.
        archive: which archive has the page, a key of ARCHIVES.
    """

    name: str
    title: str
    path: str
    act: Callable[[Page], None] = nothing
    archive: str = "wsr"


STATES = (
    State("video", "The page of a video", "/videos/wsr"),
    State("video-es", "In Spanish", "/es/videos/wsr"),
    State("video-ht", "In Haitian Creole", "/ht/videos/wsr"),
    State("video-bn", "In Bengali", "/bn/videos/wsr"),
    State("playing", "A line being spoken, the player out of sight", "/videos/wsr", play),
    State("searching", "Searching as you type", "/videos/wsr", search("workers")),
    State(
        "quote",
        "A quote as somebody remembers it",
        "/videos/wsr",
        search("this is the way we want, we will adapt and adopt the model"),
    ),
    State("no-match", "Nothing found in a video", "/videos/wsr", search("zeppelin")),
    State("moment", "A moment, as a link opens it", "/videos/wsr?t=91,100"),
    State("share", "The panel of its words", "/videos/wsr?t=91,100", share),
    State("beside", "Two languages side by side", "/videos/wsr?lang=en&beside=es", words),
    State("keys", "The keys", "/videos/wsr", keys),
    State("results", "Every video searched", "/search?q=workers"),
    State("nothing-found", "Nothing found anywhere", "/search?q=zeppelin"),
    State("no-page", "A page that is not there", "/nowhere"),
    State("frame", "In a frame of another site", "/embed/wsr"),
    State("print", "On paper", "/videos/wsr/print"),
    State("other-list", "Another archive: its videos", "/", archive="weavers"),
    State("other-video", "Another archive: a video", "/videos/cloth", archive="weavers"),
    State("other-moment", "Another archive: a moment", "/videos/cloth?t=8.5,17", archive="weavers"),
    State("other-about", "Another archive: a page of its own", "/about", archive="weavers"),
)
ARCHIVES = {"wsr": ROOT / "transcripts", "weavers": ROOT / "docs" / "examples" / "weavers"}


def take(browser: Browser, address: str, state: State) -> None:
    """Take screenshots of a state in every window and theme."""
    for width, height, themes in WINDOWS:
        for theme in themes:
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme=theme,  # type: ignore[arg-type]
                has_touch=width < 1000,  # noqa: PLR2004 - as tablets and phones have
                reduced_motion="reduce",
            )
            page = context.new_page()
            page.set_default_timeout(PATIENCE_MS)
            page.goto(address + state.path, wait_until="networkidle")
            state.act(page)
            page.evaluate("document.fonts.ready")
            keep(page.screenshot(), f"{state.name}-{width}-{theme}")
            context.close()


def keep(picture: bytes, name: str) -> None:
    """Write a picture as a small WebP file."""
    with Image.open(io.BytesIO(picture)) as image:
        image.convert("RGB").save(IMAGES / f"{name}.webp", quality=QUALITY, method=6)


def gallery() -> str:
    """The pictures as Markdown: for each state a heading and a row of pictures."""
    parts = []
    for state in STATES:
        names = [f"{state.name}-{w}-{theme}" for w, _, themes in WINDOWS for theme in themes]
        pictures = " ".join(
            f"![{state.title}, {name.split('-')[-2]} pixels wide, {name.split('-')[-1]}]"
            f"(../images/pages/{name}.webp)"
            for name in names
        )
        parts.append(f"## {state.title}\n\n{pictures}")
    return "\n\n".join(parts)


def main() -> None:
    """Take the states that the command line names, or all, and write the page that shows all."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    wanted = set(sys.argv[1:]) or {state.name for state in STATES}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        for archive, transcripts in ARCHIVES.items():
            environ = {
                **os.environ,
                "SHOWCASE_TRANSCRIPTS": str(transcripts),
                "SHOWCASE_STATE": str(Path(folder) / archive),
            }
            with serve_showcase(environ) as address:
                for state in STATES:
                    if state.archive == archive and state.name in wanted:
                        take(browser, address, state)
                        print(state.title)
        browser.close()
    DOCUMENT.write_text(fill(DOCUMENT.read_text("utf-8"), {"gallery": gallery()}), "utf-8")


if __name__ == "__main__":
    main()
