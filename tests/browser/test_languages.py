"""A visitor in another language: what the scripts say, and the way from one language to another."""

from typing import Literal, NamedTuple

import pytest
from playwright.sync_api import expect

from tests.browser.access import faults
from tests.browser.test_share import ready
from tests.browser.visitor import Visitor

TAGS = ("en", "es", "ht", "bn")


class Said(NamedTuple):
    """What the scripts say, as a visitor of that language reads or hears it."""

    play: str
    pause: str
    rate: str
    found: str
    first: str
    clock: str
    shared: str


SAID = {
    "es": Said(
        "Reproducir", "Pausar", "Velocidad 1.25×", "10 resultados", "1 de 10", "3 minutos",
        "Selección: 3 palabras. Panel para compartir",
    ),
    "ht": Said(
        "Jwe", "Poz", "Vitès 1.25×", "10 rezilta", "1 sou 10", "3 minit",
        "Seleksyon: 3 mo. Panno pou pataje",
    ),
    "bn": Said(
        "চালান", "থামান", "গতি ১.২৫×", "১০টি মিল", "১০টির মধ্যে ১", "৩ মিনিট",
        "৩টি শব্দ বাছাই করা হয়েছে, শেয়ার করার প্যানেল",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("tag", "said"), SAID.items())
def test_the_player_and_the_search_speak_the_language_of_the_page(
    visitor: Visitor, tag: str, said: Said
) -> None:
    page = visitor.open(f"/{tag}/videos/yard?lang=en")
    toggle = page.locator('#player [data-do="toggle"]')
    expect(toggle).to_have_attribute("aria-label", said.play)
    visitor.play()
    expect(toggle).to_have_attribute("aria-label", said.pause)
    rate = page.locator('#player [data-do="rate"]')
    expect(rate.locator("option[value='1.25']")).to_have_text(said.rate.rpartition(" ")[2])
    page.locator("body").press(">")
    expect(page.locator("[aria-live]", has_text=said.rate)).to_have_count(1)
    assert said.clock in str(page.locator("#player [data-slider]").get_attribute("aria-valuetext"))
    visitor.search("jug")
    count = page.locator("[data-nav] output").first
    expect(page.locator("#search-status")).to_have_text(said.found)
    page.locator("#q").press("Enter")
    expect(count).to_have_text(said.first)
    assert visitor.strangers() == []


@pytest.mark.parametrize(("tag", "said"), SAID.items())
def test_the_share_panel_speaks_it_too(visitor: Visitor, tag: str, said: Said) -> None:
    page = ready(visitor, f"/{tag}/videos/yard?lang=en")
    line = page.locator("a[data-start]").first
    line.focus()
    line.press("Shift+ArrowRight")
    line.press("Shift+ArrowRight")
    line.press("Shift+ArrowRight")
    panel = page.locator("#share.is-open")
    expect(panel).to_have_attribute("lang", tag)
    expect(page.locator("[aria-live]", has_text=said.shared)).to_have_count(1)
    assert page.locator("#share-link").input_value().startswith(f"{visitor.site}/videos/yard?t=")


@pytest.mark.parametrize("settings", [{"locale": "bn-BD"}], ids=["bengali"])
def test_a_browser_that_asks_for_a_language_gets_all_of_it(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?lang=en")
    visitor.search("jug")
    expect(page.locator("[data-nav] output").first).to_have_text("১০টির মধ্যে ১")
    expect(page.locator("#search-status")).to_contain_text("মিল")


def test_without_its_words_a_page_works_and_its_scripts_say_it_in_english(visitor: Visitor) -> None:
    visitor.page.route("**/js/i18n/*.js", lambda route: route.abort())
    page = visitor.open("/es/videos/yard?lang=en")
    visitor.play()
    expect(page.locator('#player [data-do="toggle"]')).to_have_attribute("aria-label", "Pause")
    visitor.search("jug")
    expect(page.locator("[data-nav] output").first).to_have_text("1 of 10")
    expect(page.locator("#search-status")).to_contain_text("10 resultados")


def test_the_same_page_is_one_click_away_in_every_language(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?q=jug")
    visitor.wait_for("new URLSearchParams(location.search).has('t')")
    asked = visitor.query()
    for tag in TAGS[1:]:
        page.locator(f".locales a[lang={tag}]").click()
        expect(page.locator("html")).to_have_attribute("lang", tag)
        expect(page.locator(f".locales a[lang={tag}]")).to_have_attribute("aria-current", "page")
        assert page.url.startswith(f"{visitor.site}/{tag}/videos/yard?")
        assert visitor.query() == asked
    assert visitor.page.context.cookies() == []


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_choice_is_easily_hit_and_nothing_scrolls_sideways(
    visitor: Visitor, scheme: Literal["light", "dark"], tag: str
) -> None:
    page = visitor.open(f"/{tag}/videos/yard?lang=en")
    page.emulate_media(color_scheme=scheme)
    for width in (1280, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        boxes = [link.bounding_box() for link in page.locator(".locales a").all()]
        assert len(boxes) == len(TAGS)
        assert all(box and box["width"] >= 24 and box["height"] >= 44 for box in boxes), width
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_in_bengali_has_no_fault_at_any_width(
    visitor: Visitor, scheme: Literal["light", "dark"]
) -> None:
    page = visitor.open("/bn/videos/yard?lang=en")
    page.emulate_media(color_scheme=scheme)
    for width in (1280, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert faults(page) == [], width


@pytest.mark.parametrize("settings", [{"forced_colors": "active"}], ids=["forced"])
def test_the_current_language_is_seen_without_color(visitor: Visitor) -> None:
    page = visitor.open("/es/")
    line = "getComputedStyle(document.querySelector('.locales [lang={}]'), '::after')"
    assert page.evaluate(f"{line.format('es')}.borderBlockEndWidth") == "4px"
    assert page.evaluate(f"{line.format('en')}.content") == "none"
