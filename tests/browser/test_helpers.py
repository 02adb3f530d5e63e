"""The scripts' pure helpers, asked in the browser that they are for."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.world import Visitor

Ask = Callable[[str], object]


@pytest.fixture(scope="module")
def ask(browser: Browser, site: str) -> Iterator[Ask]:
    """Evaluate an expression with the helpers in scope."""
    page = browser.new_page()
    page.goto(f"{site}/videos/words")

    def evaluate(expression: str) -> object:
        return page.evaluate(f"""async () => {{
            const base = document.querySelector('script[type=module]').src;
            const load = (name) => import(new URL(name, base));
            const {{ formatClock, formatSpoken, lastIndexUpTo }} = await load('./page/times.js');
            const {{ parseMoment, parseTime, formatMoment, momentInUrl, queryWithMoment }} =
                await load('./page/media_fragments.js');
            const {{ parseSpans }} = await load('./transcript/offsets.js');
            const {{ cueIndexAt, cueRangeOf }} = await load('./transcript/transcript.js');
            const {{ stepIndex }} = await load('./search/matches.js');
            return {expression};
        }}""")

    yield evaluate
    page.close()


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("formatClock(0)", "0:00"),
        ("formatClock(7.99)", "0:07"),
        ("formatClock(121)", "2:01"),
        ("formatClock(3723)", "1:02:03"),
        ("formatClock(NaN)", "0:00"),
        ("formatSpoken(121)", "2 minutes 1 second"),
        ("formatSpoken(0)", "0 seconds"),
        ("formatSpoken(3600)", "1 hour"),
        ("formatSpoken(7322)", "2 hours 2 minutes 2 seconds"),
        ("lastIndexUpTo([0, 2, 4], -1)", -1),
        ("lastIndexUpTo([0, 2, 4], 0)", 0),
        ("lastIndexUpTo([0, 2, 4], 3.9)", 1),
        ("lastIndexUpTo([0, 2, 4], 99)", 2),
        ("lastIndexUpTo([], 1)", -1),
        ("parseSpans('3-7 12-20')", [[3, 7], [12, 20]]),
        ("parseSpans('')", []),
        ("parseSpans('7-3 x-y 4 5-6')", [[5, 6]]),
        ("stepIndex(-1, 1, 5)", 0),
        ("stepIndex(-1, -1, 5)", 4),
        ("stepIndex(4, 1, 5)", 0),
        ("stepIndex(0, -1, 5)", 4),
    ],
)
def test_a_helper_answers(ask: Ask, expression: str, value: object) -> None:
    assert ask(expression) == value


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("90", [90, None]),
        ("90s", [90, None]),
        ("1m30s", [90, None]),
        ("1h2m3s", [3723, None]),
        ("1:30", [90, None]),
        ("0:01:30.5", [90.5, None]),
        ("12.5,34", [12.5, 34]),
        (",7", [0, 7]),
        ("npt:12,34", [12, 34]),
        ("t=12,34", [12, 34]),
        ("#t=npt:1:00,1:30", [60, 90]),
        ("3,", None),
        ("7,3", None),
        ("3,3", None),
        ("1:75", None),
        ("1:60:00", None),
        ("soon", None),
        ("", None),
        ("-4", None),
        ("1e3", None),
    ],
)
def test_a_moment_is_read_as_the_server_reads_it(
    ask: Ask, text: str, moment: list[float | None] | None
) -> None:
    read = ask(f"((m) => m && [m.start, m.end])(parseMoment({text!r}))")
    assert read == moment


@pytest.mark.parametrize(
    ("address", "moment"),
    [
        ("?t=5", "5"),
        ("?start=1:00&end=1:10", "60,70"),
        ("?start=60", "60"),
        ("?q=water#t=7,9", "7,9"),
        ("#p6000", None),
        ("?t=no#t=8", "8"),
        ("#%", None),
    ],
)
def test_a_moment_is_found_in_an_address(ask: Ask, address: str, moment: str | None) -> None:
    found = ask(
        f"((m) => m && formatMoment(m))(momentInUrl(new URL({address!r}, 'http://showcase.invalid/')))"
    )
    assert found == moment


@pytest.mark.parametrize(
    ("before", "moment", "words", "after"),
    [
        ("", "null", "", ""),
        ("?lang=es&t=4", "{start: 12.5, end: 18}", "", "?t=12.5,18&lang=es"),
        ("?q=old&start=3&end=4", "null", "R&D #1", "?q=R%26D+%231"),
        ("?page=2&part=search", "{start: 1, end: null}", "", "?t=1&page=2"),
    ],
)
def test_an_address_keeps_what_is_not_ours(
    ask: Ask, before: str, moment: str, words: str, after: str
) -> None:
    assert ask(f"queryWithMoment({before!r}, {moment}, {words!r})") == after


@pytest.mark.parametrize(
    ("seconds", "index"),
    [(-1, -1), (0, 0), (1.999, 1), (2, 1), (3.4, 1), (5, 2), (6.4, 2), (7, -1)],
)
def test_the_line_being_spoken_is_found(ask: Ask, seconds: float, index: int) -> None:
    assert ask(f"cueIndexAt([0, 2, 5], [2, 3, 6], {seconds})") == index


@pytest.mark.parametrize(
    ("moment", "lines"),
    [
        ("{start: 2, end: null}", [1, 2]),
        ("{start: 3.5, end: null}", [2, 3]),
        ("{start: 2, end: 5}", [1, 2]),
        ("{start: 0.5, end: 5.5}", [0, 3]),
        ("{start: 99, end: null}", [3, 4]),
    ],
)
def test_the_lines_of_a_moment_are_the_servers(ask: Ask, moment: str, lines: list[int]) -> None:
    assert ask(f"cueRangeOf([0, 2, 5], [2, 3, 6], {moment})") == lines


def test_an_enhancement_that_fails_leaves_the_others_alone(visitor: Visitor) -> None:
    visitor.page.route("**/js/search/search_form.js", lambda route: route.abort())
    visitor.open("/videos/yard?q=jug")
    visitor.play()
    assert any('"search/search_form" did not start' in words for words in visitor.complaints)
    visitor.complaints.clear()
