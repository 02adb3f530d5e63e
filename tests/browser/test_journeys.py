"""From the first page to a moment that others see: by keyboard, by ear, without scripts.

In two languages; make access goes in all.
"""

import itertools
import os
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from showcase.web.i18n.catalogs import DEFAULT_LOCALE, LOCALES, load_catalog
from tests.browser import content
from tests.browser.accessibility_tree import find, headings, hear, landmarks
from tests.browser.visitor import Visitor

MAY_COPY = {"permissions": ["clipboard-read", "clipboard-write"]}
# What is looked for, and the line that says it: the words come in the page's language where there are such.
QUOTE = {"es": "debajo del árbol y escribimos", "": "wrote down what a fair day is"}
LINE = {
    "es": "Nos sentamos debajo del árbol y escribimos las reglas.",
    "": "and wrote down what a fair day is.",
}
# Nobody tabs longer to anything.
TABS_MOST = 60

Say = Callable[..., str]


@pytest.fixture(params=LOCALES if os.environ.get("WIDE") else ("en", "es"))
def locale(request: pytest.FixtureRequest) -> str:
    """A language of the page."""
    tag: str = request.param
    return tag


@pytest.fixture
def home(locale: str) -> str:
    """The first page in that language."""
    return "/" if locale == DEFAULT_LOCALE else f"/{locale}/"


@pytest.fixture
def say(locale: str) -> Say:
    """What an English sentence of the page is in its language."""

    def translate(sentence: str, **fields: object) -> str:
        found: str = load_catalog(locale).gettext(sentence)
        return found % fields if fields else found

    return translate


@pytest.fixture
def quote(locale: str) -> str:
    """Words that somebody remembers."""
    return QUOTE.get(locale, QUOTE[""])


@pytest.fixture
def line(locale: str) -> str:
    """The line that says them."""
    return LINE.get(locale, LINE[""])


def tab_to(page: Page, selector: str) -> None:
    """Go on with Tab, as somebody does who has nothing else, until an element has the focus."""
    for _ in range(TABS_MOST):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    message = f"Tab does not lead to {selector}."
    raise AssertionError(message)


def focused(page: Page) -> str:
    """The words of what has the focus."""
    return str(page.evaluate("document.activeElement.textContent")).strip()


def sees_the_moment(context: BrowserContext, site: str, link: str, quote: str) -> None:
    """Somebody opens a copied link, and is at the words."""
    friend = Visitor(context.new_page(), site)
    friend.open(link.removeprefix(site))
    friend.arrives(content.start_of("We sat"))
    expect(friend.page.locator("#transcript .sel").first).to_be_in_viewport()
    expect(friend.page.locator(".turn.is-target")).to_contain_text(quote)
    assert friend.complaints == []


@pytest.mark.parametrize("settings", [MAY_COPY])
def test_by_keyboard_alone(visitor: Visitor, home: str, locale: str, quote: str, line: str) -> None:
    page = visitor.page
    page.goto(visitor.site + home)
    tab_to(page, "h2 a[href$='/videos/yard']")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-bar]:not([hidden])")
    assert page.evaluate("document.documentElement.lang") == locale
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the way to the words, first on the page
    expect(page.locator("a[data-start]").first).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()  # the first shortcut loads what answers it
    page.keyboard.type(quote)
    visitor.wait_for("bus.matches.length === 1")
    page.keyboard.press("Enter")
    visitor.wait_for("bus.matchIndex === 0")
    tab_to(page, "a[data-start]")
    assert focused(page) == line
    page.keyboard.press("Enter")
    visitor.wait_for("!bus.media.paused")
    page.keyboard.press("k")
    visitor.wait_for("bus.media.paused")
    page.keyboard.press("s")
    expect(page.locator("#share [data-copy=share-link]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#share .copied")).to_be_attached()
    page.keyboard.press("Escape")
    assert focused(page) == line
    link = page.evaluate("navigator.clipboard.readText()")
    sees_the_moment(page.context, visitor.site, link, quote)


@pytest.mark.parametrize("settings", [MAY_COPY])
def test_by_ear(visitor: Visitor, home: str, say: Say, quote: str, line: str) -> None:
    """A screen reader goes by landmarks and headings, and acts on what has a role and a name."""
    page = visitor.page
    page.goto(visitor.site + home)
    heard = hear(page)
    assert [level for level, _ in headings(heard)][:2] == [1, 2]
    page.get_by_role("link", name="The yard (yard)", exact=True).press("Enter")
    page.wait_for_selector("[data-bar]:not([hidden])")
    page.wait_for_selector("#transcript[aria-describedby]")

    heard = hear(page)
    assert landmarks(heard) == [
        ("banner", ""),
        ("navigation", say("Language of this page")),
        ("search", say("Every video")),
        ("main", ""),
        ("region", say("Video")),
        ("search", say("This video")),
        ("navigation", say("Chapters")),
        ("navigation", say("Read in")),
        ("navigation", say("Side by side with")),
        ("region", say("What was said")),
        ("contentinfo", ""),
    ]
    levels = [level for level, _ in headings(heard)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert (2, say("What was said")) in headings(heard)
    words = find(heard, "region", say("What was said"))
    assert words.description == say(
        "Arrow keys go from line to line, Enter plays from there, S shares the passage."
    )
    assert find(heard, "button", say("Captions")).states["pressed"] == "true"
    assert find(heard, "slider", say("Time")).states["focusable"]

    page.get_by_role("searchbox", name=say("Search what was said, or paste a quote")).fill(quote)
    visitor.wait_for("bus.matches.length === 1")
    assert page.get_by_role("status").first.text_content(), "how much was found is said"
    said = [one.name for one in hear(page) if one.role == "status"]
    assert all(len(words) < 80 for words in said), "and not what"
    page.keyboard.press("Enter")
    visitor.wait_for("bus.matchIndex === 0")

    page.get_by_role("link", name=line, exact=True).press("Enter")
    visitor.wait_for("!bus.media.paused && bus.cue !== null")
    expect(page.get_by_role("link", name=line)).to_have_attribute("aria-current", "true")
    player = page.get_by_role("region", name=say("Player"), exact=True)
    player.get_by_role("button", name=say("Pause"), exact=True).press("Enter")
    expect(player.get_by_role("button", name=say("Play"), exact=True)).to_be_visible()
    clock = page.locator("#transcript a.time[data-play='10']").text_content()
    assert clock
    page.get_by_role("link", name=say("Share what is said at %(time)s", time=clock)).press("Enter")
    panel = page.get_by_role("region", name=re.compile(clock))
    panel.get_by_role("button", name=say("Copy link"), exact=True).press("Enter")
    live = page.locator("[aria-live=polite]")
    expect(live).to_have_text(say("Link copied"))
    link = page.evaluate("navigator.clipboard.readText()")
    sees_the_moment(page.context, visitor.site, link, quote)


def test_without_scripts(reader: Visitor, home: str, locale: str, say: Say, quote: str) -> None:
    page = reader.page
    page.goto(reader.site + home)
    page.get_by_role("link", name="The yard (yard)", exact=True).click()
    assert page.locator("html").get_attribute("lang") == locale
    page.get_by_role("searchbox", name=say("Search what was said, or paste a quote")).fill(quote)
    page.keyboard.press("Enter")
    page.locator("#hit-list [data-hit]").click()
    assert page.locator("html").get_attribute("lang") == locale, "the links keep the language"
    expect(page.locator(".turn.is-target")).to_contain_text(quote)
    page.get_by_role("link", name=say("Share these words")).click()
    link = page.get_by_role("textbox", name=say("Link to these words")).input_value()
    friend = page.context.new_page()
    friend.goto(link)
    friend.get_by_role("link", name="Read these words").click()  # in the friend's own language
    expect(friend.locator(".turn.is-target")).to_contain_text(quote)
    expect(friend.locator(".turn.is-target")).to_be_in_viewport()
    assert friend.locator("video[controls]").count() == 1
