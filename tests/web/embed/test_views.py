"""A video in a frame on another site's page, and the code that embeds it."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from showcase.core.catalog.models import Video
from showcase.core.timing.moments import Moment
from showcase.resources import find_folder
from showcase.web.context.frame_urls import frame_url_builder
from showcase.web.context.urls import url_builder_for_base
from showcase.web.sharing.embed_code import (
    MIN_SIDE_BY_SIDE_WIDTH_PX,
    MIN_STACKED_HEIGHT_PX,
    FrameSize,
    embed_code,
    frame_size,
)
from tests.web.answers import one, read
from tests.web.http.test_headers import directives
from tests.web.small_showcase import MILL, ORCHARD, Build, Showcase, parse

SILENT = replace(ORCHARD, tracks=())
SHEET = find_folder("static") / "css" / "frame.css"
TO = url_builder_for_base("https://films.example/archive", "v1")


class TestFrame:
    def test_holds_the_player_the_words_and_their_search(self, showcase: Showcase) -> None:
        page = showcase.page("/embed/orchard?t=8.2,11.9")
        sources = [str(source["src"]) for source in page.select("#player video source")]
        assert sources == ["/videos/orchard/media/take.webm#t=8.2,11.9"]
        marked = "".join(part.get_text() for part in page.select("#transcript .sel"))
        assert marked == "we wrote the rules ourselves, word by word"
        assert one(page, "#search input[type=search]")
        assert [read(link) for link in page.select(".chs .chapter-title")] == [
            "Before",
            "The rules",
        ]
        assert "Nobody you hear is real." in read(one(page, ".frame-notice"))

    def test_of_words_alone_has_no_player(self, showcase: Showcase) -> None:
        page = showcase.page("/embed/mill")
        assert not page.select("#player, .frame-back")
        assert page.select("#transcript .turn")

    def test_of_a_video_without_words_has_no_search(self, build: Build) -> None:
        page = build(SILENT, MILL).page("/embed/orchard")
        assert page.select("#player")
        assert not page.select("#search, #transcript, .frame-chapters")

    def test_its_links_stay_in_it_with_language_and_theme(self, showcase: Showcase) -> None:
        page = showcase.page("/embed/orchard?lang=es&theme=dark&q=reglas")
        links = [str(link["href"]) for link in page.select("a[href]:not([target])")]
        assert len(links) > 5
        for link in links:
            parts = urlsplit(link)
            assert parts.path == "/embed/orchard"
            assert parse_qs(parts.query)["theme"] == ["dark"]
        lines = page.select("#transcript a[data-start]")
        assert all("lang=es" in str(line["href"]) for line in lines)

    def test_its_search_keeps_them_without_script(self, showcase: Showcase) -> None:
        form = one(showcase.page("/embed/orchard?lang=es&theme=light"), "#search")
        kept = {str(field["name"]): field.get("value") for field in form.select("input")}
        assert kept == {"lang": "es", "theme": "light", "q": ""}
        assert urlsplit(str(form["action"])).path == "/embed/orchard"
        found = showcase.page("/embed/orchard?q=rules&theme=light#search")
        assert found.select("#transcript mark")
        assert found.select("#hit-list a[data-hit]")

    def test_links_that_leave_it_open_a_window(self, showcase: Showcase) -> None:
        page = showcase.page("/embed/orchard?q=zebra")
        leaving = [link for link in page.select("a[href]") if "/embed/" not in str(link["href"])]
        assert [urlsplit(str(link["href"])).path for link in leaving] == [
            "/videos/orchard", "/why", "/search",
        ]  # fmt: skip
        assert all(link["target"] == "_blank" and link["rel"] == ["noopener"] for link in leaving)

    def test_the_page_itself_has_no_link_that_opens_a_window(self, showcase: Showcase) -> None:
        page = showcase.page("/videos/orchard?q=zebra")
        assert not page.select("a[target]")

    def test_what_is_shared_from_it_leads_to_the_page(self, showcase: Showcase) -> None:
        for address in ("/embed/orchard?t=8.2,11.9", "/embed/orchard?part=share&t=8.2,11.9"):
            page = showcase.page(address)
            link = one(page, "#share-link")["value"]
            assert link == "http://localhost/videos/orchard?t=8.2,11.9"
            assert str(link) in one(page, "#share-quote").get_text()

    def test_its_pieces_are_those_of_the_page(self, showcase: Showcase) -> None:
        moment = showcase.get("/embed/orchard?part=moment&t=8.2,11.9").text
        assert moment == showcase.get("/videos/orchard?part=moment&t=8.2,11.9").text
        found = showcase.page("/embed/orchard?part=search&q=rules&theme=dark")
        list_href = str(one(found, "#search-result")["data-hits"])
        hits = showcase.page(list_href).select("#hit-list [data-hit]")
        assert hits
        assert all(urlsplit(str(hit["href"])).path == "/embed/orchard" for hit in hits)

    def test_its_icons_are_inline(self, showcase: Showcase) -> None:
        page = showcase.page("/embed/orchard?t=8.2,11.9")
        used = {str(use["href"]) for use in page.select("use")}
        assert used
        assert all(href.startswith("#") and page.select(f"symbol{href}") for href in used)
        script = showcase.page("/embed/orchard?part=share&t=8.2,11.9")
        assert all(str(use["href"]).startswith("#") for use in script.select("use"))

    def test_its_canonical_address_is_the_page_of_the_video(self, showcase: Showcase) -> None:
        page = showcase.page("/embed/orchard?t=8&theme=dark")
        assert one(page, "link[rel=canonical]")["href"] == "http://localhost/videos/orchard"

    @pytest.mark.parametrize(
        ("theme", "sheet", "scheme"),
        [
            ("", "embed.css", "light dark"), ("?theme=dark", "embed-dark.css", "dark"),
            ("?theme=light", "embed-light.css", "light"), ("?theme=x", "embed.css", "light dark"),
        ],
    )  # fmt: skip
    def test_its_theme_is_that_of_its_address(
        self, showcase: Showcase, theme: str, sheet: str, scheme: str
    ) -> None:
        for slug, status in (("orchard", 200), ("nobody", 404)):
            page = showcase.page(f"/embed/{slug}{theme}", status)
            assert str(one(page, "link[rel=stylesheet]")["href"]).endswith(f"/css/{sheet}")
            assert one(page, "meta[name=color-scheme]")["content"] == scheme

    def test_a_missing_video_is_reported_in_the_frame(self, showcase: Showcase) -> None:
        page = showcase.page("/embed/nobody", 404)
        assert read(one(page, "h1")) == "This video is not here"
        assert one(page, "a")["target"] == "_blank"


class TestWhoMayFrame:
    def test_any_site_may_frame_it_and_what_it_says_of_itself(self, showcase: Showcase) -> None:
        for address in ("/embed/orchard", "/embed/orchard?part=search&q=rules", "/embed/nobody"):
            headers = showcase.get(address).headers
            assert directives(headers["Content-Security-Policy"])["frame-ancestors"] == "*"
            assert headers["Access-Control-Allow-Origin"] == "*"
            assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
            assert "Set-Cookie" not in headers

    @pytest.mark.parametrize(
        "address",
        [
            "/",
            "/videos/orchard",
            "/videos/orchard/print",
            "/search",
            "/oembed",
            "/feed.xml",
            "/none",
        ],
    )
    def test_no_other_address_may_be_framed(self, showcase: Showcase, address: str) -> None:
        policy = directives(showcase.get(address).headers["Content-Security-Policy"])
        assert policy["frame-ancestors"] == "'none'"

    def test_what_a_sandboxed_frame_loads_may_be_loaded_by_strangers(
        self, showcase: Showcase
    ) -> None:
        page = showcase.page("/embed/orchard")
        loaded = [str(link["href"]) for link in page.select("link[rel~=stylesheet], link[as]")]
        loaded += [str(one(page, "script")["src"]), "/videos/orchard/media/take.webm"]
        loaded += ["/videos/orchard/media/poster.svg", "/videos/orchard/tracks/captions.en.vtt"]
        for address in loaded:
            headers = showcase.get(address).headers
            assert headers["Access-Control-Allow-Origin"] == "*", address
            assert headers["Cross-Origin-Resource-Policy"] == "cross-origin", address

    def test_its_tracks_are_asked_for_as_such(self, showcase: Showcase) -> None:
        assert one(showcase.page("/embed/orchard"), "video").has_attr("crossorigin")
        assert not one(showcase.page("/videos/orchard"), "video").has_attr("crossorigin")


class TestCode:
    def test_is_a_frame_with_a_name_for_those_who_do_not_see_it(self) -> None:
        video = replace(ORCHARD, title='Rules "we" <wrote> & kept')
        code = embed_code(video, TO, Moment(8_000, 12_000), "es")
        frame = one(parse(code), "iframe")
        assert frame["src"] == "https://films.example/archive/embed/orchard?t=8,12&lang=es"
        assert frame["title"] == video.title
        assert frame.has_attr("allowfullscreen")
        assert (frame["width"], frame["height"]) == ("640", "720")

    @pytest.mark.parametrize(
        ("video", "room", "size"),
        [
            (ORCHARD, (None, None), (640, 720)),  # the words below
            (ORCHARD, (320, None), (320, 646)),
            (ORCHARD, (100, None), (100, 522)),
            (ORCHARD, (800, None), (800, 450)),  # the words beside
            (ORCHARD, (960, None), (960, 540)),
            (ORCHARD, (99999, None), (1280, 720)),
            (ORCHARD, (960, 300), (960, 300)),
            (ORCHARD, (640, 600), (640, 600)),
            (ORCHARD, (640, 426), (640, 426)),  # the video alone, in its shape
            (ORCHARD, (640, 300), (416, 300)),
            (ORCHARD, (640, 90), (320, 90)),
            (ORCHARD, (200, 90), (200, 90)),
            (SILENT, (None, None), (640, 426)),
            (MILL, (None, None), (640, 720)),  # words alone
            (MILL, (300, 200), (300, 200)),
        ],
    )
    def test_its_size_is_what_it_needs_in_the_room_there_is(
        self, video: Video, room: tuple[int | None, int | None], size: tuple[int, int]
    ) -> None:
        assert frame_size(video, *room) == FrameSize(*size)

    def test_the_style_sheet_changes_its_layout_at_the_same_sizes(self) -> None:
        sheet = SHEET.read_text("utf-8")
        assert f"@media (min-width: {MIN_SIDE_BY_SIDE_WIDTH_PX // 16}em)" in sheet
        narrow = f"(max-width: {MIN_SIDE_BY_SIDE_WIDTH_PX / 16 - 0.01}em)"
        low = f"{narrow} and (max-height: {MIN_STACKED_HEIGHT_PX / 16 - 0.01}em)"
        assert f"@media {low}" in sheet


class TestAddressesInAFrame:
    def test_lead_to_the_frame_and_say_its_theme(self) -> None:
        to = frame_url_builder(TO, "dark")
        assert to.video("a/b", Moment(1_000)) == "/archive/embed/a%2Fb?t=1&theme=dark"
        assert frame_url_builder(TO).video("a", q="x") == "/archive/embed/a?q=x"
        assert to.permalink("a", Moment(1_000)) == "/archive/videos/a?t=1"
