"""What is typed is marked before its answer is here, and the answer is never less than that."""

from typing import Any

import pytest
from playwright.sync_api import Route, expect

from tests.browser.visitor import Visitor

# Every word, and runs of two to nine, from places that are spread over the words; each is asked of both.
COMPARE = """async ({ every }) => {
  const base = document.querySelector('script[type=module]').src;
  const load = (name) => import(new URL(name, base));
  const { indexWords, findPhrase } = await load('./search/optimistic_marks.js');
  const { mapPassages, parseSpans } = await load('./transcript/offsets.js');
  const transcript = document.getElementById('transcript');
  const map = mapPassages(transcript);
  const said = indexWords(map);
  const text = map.passages.reduce((all, one, n) => all.padEnd(map.starts[n]) + one.textContent, '');
  const wrong = [];
  let asked = 0;
  for (let first = 0; first < said.forms.length; first += every) {
    const length = [1, 2, 3, 5, 9][asked % 5];
    const last = Math.min(first + length, said.forms.length) - 1;
    const query = text.slice(said.spans[first][0], said.spans[last][1]);
    const url = new URL(location.href);
    url.searchParams.set('q', query);
    url.searchParams.set('part', 'search');
    const answer = await (await fetch(url)).text();
    const rows = new DOMParser().parseFromString(answer, 'text/html').querySelectorAll('[data-marks]');
    const found = [...rows].flatMap(({ dataset }) => parseSpans(dataset.marks.replaceAll('+', ' ')));
    const isFound = ([start, end]) => found.some(([from, to]) => from <= start && end <= to);
    const marked = findPhrase(said, query);
    const isMarked = ([start, end]) => marked.some(([from, to]) => from <= start && end <= to);
    const words = said.spans.filter(isMarked);
    if (!words.every(isFound)) wrong.push(query);
    asked += 1;
  }
  return { asked, wrong };
}"""


@pytest.mark.parametrize(
    "path", ["/videos/yard", "/videos/yard?lang=es", "/videos/tongues", "/videos/seen"]
)
def test_all_that_is_marked_at_once_is_found_by_the_server(visitor: Visitor, path: str) -> None:
    compared: dict[str, Any] = visitor.open(path).evaluate(COMPARE, {"every": 7})
    assert compared["asked"] > 3
    assert compared["wrong"] == []


# The words with their marks, without the buttons that come when somebody is there.
WORDS = """(transcript) => {
    const copy = transcript.cloneNode(true);
    for (const button of copy.querySelectorAll(".share-it")) button.remove();
    return copy.innerHTML;
}"""


def hold(visitor: Visitor) -> None:
    """Let no answer of the search come."""
    visitor.page.route("**/videos/**part=search**", lambda _route: None)


def ready(visitor: Visitor) -> None:
    """Wait until the words are known, as they are when somebody has gone into the field."""
    page = visitor.open("/videos/yard")
    with page.expect_request("**/optimistic_marks.js"):
        page.locator("#q").focus()
    page.wait_for_load_state("networkidle")
    visitor.wait_for("new Promise((done) => requestIdleCallback(() => done(true)))")


def test_marks_do_not_wait_for_the_server(visitor: Visitor) -> None:
    ready(visitor)
    hold(visitor)
    visitor.page.locator("#q").press_sequentially("Fair day")
    expect(visitor.page.locator("#transcript mark")).to_have_text(["fair day"])
    expect(visitor.page.locator("#search-status")).to_have_text("Searching…")


def test_what_is_not_surely_found_waits(visitor: Visitor) -> None:
    ready(visitor)
    hold(visitor)
    for query in ('"fair day"', "-fair", "speaker:rosa", "fair OR day", "zeppelin", "fai"):
        visitor.page.locator("#q").fill(query)
        expect(visitor.page.locator("#search-status")).to_have_text("Searching…")
        assert visitor.page.locator("#transcript mark").count() == 0


def test_words_that_are_taken_back_are_marked_as_their_result_says(visitor: Visitor) -> None:
    ready(visitor)
    visitor.search("jug")
    expect(visitor.page.locator("[data-nav] output").first).to_have_text("1 of 10")
    before = visitor.page.locator("#transcript").evaluate(WORDS)
    hold(visitor)
    visitor.page.locator("#q").press_sequentially(" and")
    expect(visitor.page.locator("#transcript mark").first).to_have_text("jug and")
    for _ in " and":
        visitor.page.locator("#q").press("Backspace")
    assert visitor.page.locator("#transcript").evaluate(WORDS) == before
    assert visitor.bus("bus.matches.every(({marks}) => marks.every((mark) => mark.isConnected))")


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (500, "could not reach the site"),
        (429, "Searching has to wait for a moment. Marked is"),
        (503, "Searching has to wait for a moment. Marked is"),
    ],
)
def test_a_server_in_trouble_leaves_them(visitor: Visitor, status: int, said: str) -> None:
    ready(visitor)

    def fail(route: Route) -> None:
        route.fulfill(status=status)

    visitor.page.route("**/videos/**part=search**", fail)
    visitor.page.locator("#q").fill("fair day")
    expect(visitor.page.locator("#search-status")).to_contain_text(said)
    expect(visitor.page.locator("#transcript mark")).to_have_text(["fair day"])
    visitor.complaints.clear()  # the browser tells the status of the answer
