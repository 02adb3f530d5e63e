"""The first screen of a video's page: its search is on it at every size, and shows what is found at once."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import content
from tests.browser.serving import serve_showcase
from tests.browser.visitor import Visitor

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
SMALL_PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True}
WIDE = {"viewport": {"width": 1280, "height": 800}}
TABLET = {"viewport": {"width": 768, "height": 1024}}
EVERY_SIZE = pytest.mark.parametrize("settings", [WIDE, TABLET, PHONE, SMALL_PHONE], ids=str)

SIZES = [
    (1280, 800), (1280, 640), (1366, 650), (1024, 768), (960, 600), (768, 1024), (390, 844),
    (320, 640), (844, 390), (640, 400),
]  # fmt: skip
CHAPTERS = 24


@pytest.fixture(scope="module")
def hearing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a video with a long title, a sentence, and many chapters."""
    root = tmp_path_factory.mktemp("hearing") / "transcripts"
    sentence = "Who picks, milks and sews tells a committee what was promised and what was kept."
    content.write_video(root / "hearing", 'source = "talk.webm"', f'summary = "{sentence}"')
    settings = root / "hearing" / "video.toml"
    settings.write_text(
        settings.read_text("utf-8").replace(
            "The yard (hearing)", "What the inspectors found: a hearing on housing"
        ),
        "utf-8",
    )
    chapters = [
        f"00:{5 * number // 60:02}:{5 * number % 60:02}.000 --> 00:03:00.000\nPart {number + 1}"
        for number in range(CHAPTERS)
    ]
    (root / "hearing" / "chapters.en.vtt").write_text("\n\n".join(["WEBVTT", *chapters, ""]))
    (root / "hearing" / "talk.webm").write_bytes(b"no film")
    with serve_showcase(root, tmp_path_factory.mktemp("state"), "http://127.0.0.1:9") as address:
        yield f"{address}/videos/hearing"


def box(page: Page, selector: str) -> dict[str, float]:
    """Where an element is in the window."""
    found: dict[str, float] = page.locator(selector).first.evaluate(
        "(element) => element.getBoundingClientRect().toJSON()"
    )
    return found


class TestPlace:
    @pytest.mark.parametrize("video", ["yard", "hearing"])
    def test_field_and_controls_are_on_it(self, visitor: Visitor, hearing: str, video: str) -> None:
        page = visitor.page
        page.goto(hearing if video == "hearing" else f"{visitor.site}/videos/{video}")
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            assert box(page, "#q")["bottom"] <= height, (width, height)
            assert box(page, ".play")["bottom"] <= height, (width, height)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width

    @pytest.mark.parametrize("video", ["yard", "hearing"])
    def test_neither_many_chapters_nor_few_leave_a_void(
        self, visitor: Visitor, hearing: str, video: str
    ) -> None:
        page = visitor.page
        page.goto(hearing if video == "hearing" else f"{visitor.site}/videos/{video}")
        for width in (960, 1080, 1200, 1280, 1600):
            page.set_viewport_size({"width": width, "height": 800})
            below = box(page, ".chapters")["bottom"] - box(page, "#player")["bottom"]
            assert abs(below) <= 2, width

    def test_it_is_one_field_that_goes_along_to_the_words(self, visitor: Visitor) -> None:
        page = visitor.open("/videos/yard")
        before = box(page, ".find")
        page.locator("#q").fill("half typ")
        page.locator("#q").evaluate("(field) => field.setSelectionRange(4, 4)")
        page.locator(".turn").nth(8).evaluate("(turn) => turn.scrollIntoView()")
        after = box(page, ".find")
        assert page.locator("input[type=search]").count() == 1
        assert (after["left"], after["width"]) == (before["left"], before["width"])
        assert 0 <= after["top"] < after["bottom"] <= 800
        page.keyboard.type("x")
        expect(page.locator("#q")).to_have_value("halfx typ")


class TestTyping:
    @EVERY_SIZE
    def test_the_best_hit_is_seen_and_nothing_moves(self, visitor: Visitor) -> None:
        page = visitor.open("/videos/yard")
        top = box(page, "#player")["top"]
        page.locator("#q").press_sequentially("fair da")
        preview = page.locator(".hit-preview")
        expect(preview.locator("mark")).to_have_text("fair day")
        expect(preview).to_contain_text("and wrote down what a fair day is.")
        expect(preview.locator(".by")).to_have_text("0:13 María Reyes")
        assert box(page, "#player")["top"] == top
        assert visitor.bus("bus.matchIndex") == -1

    @EVERY_SIZE
    def test_one_field_one_enter_one_click(self, visitor: Visitor) -> None:
        visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = visitor.open("/videos/yard")
        visitor.search("nobody went home")
        page.locator("#q").press("Enter")
        expect(page.locator("#transcript mark.is-cur")).to_be_in_viewport()
        page.locator(".hit-tools .copy").click()
        expect(page.locator(".hit-tools .copied")).to_be_attached()
        link = page.evaluate("navigator.clipboard.readText()")
        friend = Visitor(page.context.new_page(), visitor.site)
        friend.open(link.removeprefix(visitor.site))
        friend.arrives(content.start_of("It was late"))
        expect(friend.page.locator("#transcript .sel").first).to_contain_text("nobody went home")

    def test_a_count_is_announced_when_the_keys_have_rested(self, visitor: Visitor) -> None:
        page = visitor.open("/videos/yard")
        page.evaluate("""() => {
            window.told = {};
            new MutationObserver(() => {
                const result = document.getElementById("search-result");
                if (result.dataset.query === "jug") window.told.shown ??= performance.now();
                const status = document.getElementById("search-status").textContent;
                if (status === "10 matches") window.told.said ??= performance.now();
            }).observe(document.getElementById("search"), { childList: true, subtree: true });
        }""")
        visitor.search("jug")
        expect(page.locator("#search-status")).to_have_text("10 matches")
        assert page.evaluate("told.said - told.shown") >= 690

    def test_whole_words_come_before_beginnings(self, visitor: Visitor) -> None:
        page = visitor.open("/videos/yard")
        for typed, found in [
            ("th", {"the", "There", "They", "Then", "This", "Then the"}),
            ("the", {"the"}),
        ]:
            visitor.search(typed)
            marked = page.locator("#transcript mark").all_text_contents()
            assert {word.lower() for word in marked} <= {word.lower() for word in found}

    @EVERY_SIZE
    def test_nothing_found_is_said_without_the_query(self, visitor: Visitor) -> None:
        page = visitor.open("/videos/yard")
        place = box(page, "#q")
        visitor.search("jug " + "z" * 60)
        answer = page.locator("#search-result")
        expect(answer).to_contain_text("Nobody says it in these words.")
        assert "zzz" not in answer.inner_text()
        expect(answer.locator(".near-phrases a").first).to_have_text("jug")
        assert box(page, "#q")["top"] == place["top"]
        answer.locator(".near-phrases a").first.click()
        expect(page.locator("[data-nav] output").first).to_have_text("1 of 10")


class TestList:
    def test_the_arrow_leads_to_it_and_escape_back(self, visitor: Visitor) -> None:
        page = visitor.open("/videos/yard")
        visitor.search("jug")
        page.locator("#q").press("ArrowDown")
        expect(page.locator("#hit-list [data-hit]")).to_have_count(10)
        expect(page.locator("#hit-list [data-hit]:focus")).to_have_attribute("aria-current", "true")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        visitor.wait_for("bus.matchIndex === 1")
        expect(page.locator("#transcript mark.is-cur")).to_be_in_viewport()
        expect(page.locator("#transcript a:focus mark.is-cur")).to_have_count(1)
        expect(page.locator("#hit-list")).to_be_visible()
        page.locator("#q").press("Escape")
        expect(page.locator("#hit-list")).to_be_hidden()
        expect(page.locator("#q")).to_be_focused()
        expect(page.locator("#q")).to_have_value("jug")

    def test_its_current_row_stays_in_sight(self, visitor: Visitor) -> None:
        page = visitor.open("/videos/yard")
        visitor.search("jug")
        page.locator(".all").click()
        expect(page.locator(".all")).to_have_attribute("aria-expanded", "true")
        for number in range(10):
            page.locator("#q").press("Enter")
            row = page.locator("#hit-list [aria-current]")
            expect(row).to_have_count(1)
            inner, outer = row.bounding_box(), page.locator("#hit-list").bounding_box()
            assert inner, number
            assert outer, number
            assert inner["y"] >= outer["y"] - 1
            assert inner["y"] + inner["height"] <= outer["y"] + outer["height"] + 1

    @pytest.mark.parametrize("settings", [PHONE, SMALL_PHONE], ids=str)
    def test_on_a_phone_it_is_a_sheet_that_the_dock_brings_back(self, visitor: Visitor) -> None:
        page = visitor.open("/videos/yard")
        visitor.search("jug")
        page.locator(".all").click()
        sheet = page.locator(".is-sheet")
        expect(sheet).to_be_in_viewport()
        assert box(page, ".is-sheet")["height"] <= 0.63 * page.evaluate("innerHeight")
        page.locator("#hit-list [data-hit]").nth(2).click()
        expect(sheet).to_have_count(0)
        expect(page.locator("#transcript mark.is-cur")).to_be_in_viewport()
        expect(page.locator("#dock output")).to_have_text("3 of 10")
        page.locator("#dock .dock-search").click()
        expect(sheet).to_be_in_viewport()
        expect(page.locator("#q")).to_be_focused()
        page.locator(".close-sheet").click()
        expect(sheet).to_have_count(0)

    def test_without_scripts_it_is_open(self, reader: Visitor) -> None:
        page = reader.page
        page.goto(f"{reader.site}/videos/yard?q=jug#search")
        expect(page.locator("#hit-list [data-hit]")).to_have_count(10)
        page.locator("#hit-list [data-hit]").nth(1).click()
        expect(page.locator(".turn.is-target")).to_have_count(1)


class TestSmallPicture:
    def reading(self, visitor: Visitor) -> Page:
        page = visitor.open("/videos/yard")
        visitor.play()
        page.locator(".turn").nth(8).evaluate("(turn) => turn.scrollIntoView()")
        return page

    def test_stands_above_the_search_while_the_words_are_read(self, visitor: Visitor) -> None:
        page = self.reading(visitor)
        expect(page.locator(".in-column")).to_have_count(1)
        picture, form = box(page, ".screen"), box(page, ".find")
        assert picture["top"] == 0
        assert picture["left"] == pytest.approx(form["left"], abs=1)
        assert picture["width"] == pytest.approx(form["width"], abs=1)
        assert form["top"] == pytest.approx(picture["bottom"], abs=1)
        page.locator(".put-away").click()
        expect(page.locator(".is-pinned")).to_have_count(0)
        assert box(page, ".find")["top"] == 0
        page.locator(".bring-back").click()
        expect(page.locator(".in-column")).to_have_count(1)

    @pytest.mark.parametrize(
        "settings", [PHONE, SMALL_PHONE, {"viewport": {"width": 640, "height": 400}}], ids=str
    )
    def test_stands_in_the_dock_where_there_is_no_room(self, visitor: Visitor) -> None:
        page = self.reading(visitor)
        expect(page.locator(".in-dock")).to_have_count(1)
        picture, dock = box(page, ".screen"), box(page, "#dock")
        assert dock["top"] <= picture["top"]
        assert picture["bottom"] <= dock["bottom"]
        assert dock["top"] >= 0.75 * page.evaluate("innerHeight"), "the words keep their room"
        page.locator(".to-player").click()
        visitor.wait_for("bus.isPlayerInView")
        expect(page.locator(".is-pinned")).to_have_count(0)

    def test_beside_two_columns_the_search_is_a_bar(self, visitor: Visitor) -> None:
        page = visitor.open("/videos/yard?beside=es")
        words = page.locator(".turn").nth(8)
        words.evaluate("(turn) => turn.scrollIntoView({block: 'center'})")
        expect(page.locator(".is-reading")).to_have_count(1)
        form = box(page, ".find")
        assert form["top"] == 0
        assert form["height"] < 70
        expect(words).to_be_in_viewport(ratio=0.9)


def test_a_page_without_a_recording_has_its_search_beside_the_sentence(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"{site}/videos/words")
    assert box(page, "#q")["bottom"] < 400
    context.close()
