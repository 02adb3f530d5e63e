"""A video without a poster has one drawn from its name, whose sun is the play button."""

from typing import Any

import pytest

from tests.browser.visitor import Visitor

SIZES: list[dict[str, Any]] = [
    {"viewport": {"width": width, "height": 800}} for width in (1280, 768, 390, 320)
]
# The sun of the drawing that the page shows, as shares of the picture: left, top, width.
SUN = """async () => {
  const drawn = await (await fetch(document.querySelector("video, .art").poster)).text();
  const svg = new DOMParser().parseFromString(drawn, "image/svg+xml");
  const sun = [...svg.querySelectorAll("circle")].at(-1);
  const [x, y, r] = ["cx", "cy", "r"].map((name) => Number(sun.getAttribute(name)));
  return [x / 1280, y / 720, (2 * r) / 1280];
}"""
BUTTON = """() => {
  const screen = document.querySelector(".screen").getBoundingClientRect();
  const play = document.querySelector(".play").getBoundingClientRect();
  const left = (play.left + play.width / 2 - screen.left) / screen.width;
  const top = (play.top + play.height / 2 - screen.top) / screen.height;
  return [left, top, play.width / screen.width];
}"""


@pytest.mark.parametrize("settings", SIZES)
def test_there_is_one_sun_and_not_two(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    assert page.evaluate(BUTTON) == pytest.approx(page.evaluate(SUN), abs=0.004)


@pytest.mark.parametrize("settings", SIZES)
def test_no_two_videos_in_the_list_look_alike(visitor: Visitor) -> None:
    page = visitor.page
    page.goto(visitor.site)
    pictures = page.locator(".videos .thumb img")
    addresses = pictures.evaluate_all("all => all.map((each) => each.src)")
    assert len(addresses) > 5
    assert len({page.request.get(address).text() for address in addresses}) == len(addresses)
    for number in range(len(addresses)):
        pictures.nth(number).scroll_into_view_if_needed()
        visitor.wait_for(
            f"document.querySelectorAll('.videos .thumb img')[{number}].naturalWidth > 0"
        )
