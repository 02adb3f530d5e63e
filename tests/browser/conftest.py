"""A real browser, a real server, and pages that speak like YouTube's and Vimeo's players."""

import os
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ViewportSize,
    expect,
    sync_playwright,
)

from tests.browser import content, providers
from tests.browser.serving import serve, serve_showcase
from tests.browser.visitor import PATIENCE, Visitor
from tools.find_browser import find_browser

HERE = Path(__file__).parent
# Chromium looks for its makers' hosts at every start; these keep it to what a test asks. Each of its windows
# also loads pages for the list under the address bar, which nobody sees here: they take more of a processor
# than most tests. The last switch of this name counts, so what Playwright turns off is named, too.
_TURNED_OFF = (
    *(
        "WebUIOmniboxPopup",
        "WebUIOmniboxAimPopup",
        "WebUIOmniboxFullPopup",
        "PreloadTopChromeWebUI",
    ),
    *("AimEnabled", "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose"),
    *("HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay", "MediaRouter"),
    *("NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "PreconnectToSearch"),
    *("SpareRendererForSitePerProcess", "ThirdPartyStoragePartitioning"),
)
QUIET = [
    f"--disable-features={','.join(_TURNED_OFF)}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--mute-audio",
    "--autoplay-policy=user-gesture-required",
    # Tabs and buttons of the window, which nobody sees, come without being animated; those of pages are.
    "--animation-duration-scale=0",
    # The process of a new window's empty page becomes that of the first site in it, as it does where a person
    # has many windows open. Frames of other sites have processes of their own as before.
    "--renderer-process-limit=1",
]


# Of a window for which a test gives no other.
SIZE: ViewportSize = {"width": 1280, "height": 800}


@cache
def chromium() -> str:
    """The path of the browser that the tests drive: `CHROMIUM`, else the first that is found."""
    return find_browser(shell_first=True)


expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = f"{HERE}{os.sep}"
    for item in items:
        if str(item.path).startswith(here):  # of ten thousand tests, in every worker
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def provider() -> Iterator[str]:
    """The address of both sites' stand-in."""
    with serve(providers.app) as address:
        yield address


@pytest.fixture(scope="session")
def transcripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same talk from every source."""
    folder = tmp_path_factory.mktemp("content") / "transcripts"
    content.write_video(folder / "yard", 'source = "yard.webm"')
    content.write_translation(folder / "yard")
    content.record(folder / "yard" / "yard.webm")
    content.write_video(folder / "lost", 'source = "yard.webm"')
    (folder / "lost" / "yard.webm").write_bytes(b"no film")
    content.write_video(folder / "seen", 'source = "yard.webm"')
    content.write_descriptions(folder / "seen")
    shutil.copy(folder / "yard" / "yard.webm", folder / "seen")
    content.write_video(folder / "words")
    content.write_tongues(folder / "tongues")
    content.write_untimed(folder / "untimed")
    shutil.copy(folder / "yard" / "yard.webm", folder / "tongues")
    for slug, identifier in providers.YOUTUBE.items():
        address = f"https://www.youtube.com/watch?v={identifier}"
        content.write_video(folder / slug, f'source = "{address}"')
    for slug, identifier in providers.VIMEO.items():
        content.write_video(folder / slug, f'source = "https://vimeo.com/{identifier}"')
    content.write_pages(folder / "pages")
    content.write_video(folder / "hls", 'source = "https://video.invalid/talk.m3u8"')
    return folder


@pytest.fixture(scope="session")
def site(
    transcripts: Path, provider: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a running showcase."""
    with serve_showcase(transcripts, tmp_path_factory.mktemp("state"), provider) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, which every test shares."""
    path = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


def _window(browser: Browser, settings: dict[str, Any]) -> BrowserContext:
    context = browser.new_context(**{"viewport": SIZE, **settings})
    context.set_default_timeout(PATIENCE)
    context.set_default_navigation_timeout(4 * PATIENCE)  # the first page of a server takes longest
    return context


@pytest.fixture
def settings() -> dict[str, Any]:
    """The window's settings; a test gives its own by parametrizing."""
    return {}


@pytest.fixture
def visitor(browser: Browser, site: str, settings: dict[str, Any]) -> Iterator[Visitor]:
    """A visitor whose console must stay quiet."""
    context = _window(browser, settings)
    visitor = Visitor(context.new_page(), site)
    yield visitor
    context.close()
    assert visitor.complaints == []


@pytest.fixture(scope="session")
def shared_window(browser: Browser, site: str) -> Iterator[Visitor]:
    """The window of all who only look."""
    context = _window(browser, {})
    yield Visitor(context.new_page(), site)
    context.close()


@pytest.fixture
def onlooker(shared_window: Visitor) -> Iterator[Visitor]:
    """A visitor who opens pages and looks at them at any size: a new window costs more than most of that.

    Who types, plays, or leaves anything behind is a `visitor`.
    """
    shared_window.complaints.clear()
    shared_window.requests.clear()
    shared_window.page.set_viewport_size(SIZE)
    yield shared_window
    shared_window.page.emulate_media(media="null", color_scheme="null")
    assert shared_window.complaints == []


@pytest.fixture
def reader(browser: Browser, site: str) -> Iterator[Visitor]:
    """A visitor whose browser runs no scripts."""
    context = _window(browser, {"java_script_enabled": False})
    yield Visitor(context.new_page(), site)
    context.close()
