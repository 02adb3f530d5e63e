"""What search engines and feed readers read of all videos."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET

import pytest

from showcase.core.catalog.models import Source, Video
from showcase.web.metadata import sitemap
from tests.web.small_showcase import MILL, ORCHARD, Build, Showcase

SITE = "https://films.example"
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "v": "http://www.google.com/schemas/sitemap-video/1.1",
    "a": "http://www.w3.org/2005/Atom",
    "h": "http://www.w3.org/1999/xhtml",
}
# The languages of the pages, after the one whose address names none.
IN_LANGUAGES = ("", "/en", "/bn", "/es", "/ht")
WHOLE = replace(ORCHARD, date="2017-12-29", author="Pickers United")


def read(showcase: Showcase, address: str, kind: str = "application/xml") -> ET.Element:
    response = showcase.get(address)
    assert (response.status_code, response.mimetype) == (200, kind)
    return ET.fromstring(response.data)  # noqa: S314 - our own


def texts(root: ET.Element, path: str) -> list[str]:
    return [element.text or "" for element in root.findall(path, NAMES)]


def many(number: int) -> Iterator[Video]:
    return (replace(MILL, slug=f"mill-{n}", tracks=()) for n in range(number))


class TestSitemap:
    def test_lists_the_first_page_every_video_and_all_lists(self, showcase: Showcase) -> None:
        lists = (
            "/speakers", "/organizations", "/dates", "/speakers/narrator", "/speakers/rosa-field",
            "/organizations/pickers-united", "/organizations/silent-watch", "/dates/2017", "/dates/undated",
        )  # fmt: skip
        assert texts(read(showcase, "/sitemap.xml"), "s:url/s:loc") == [
            f"http://localhost{language}{path}"
            for path in ("/", "/videos/orchard", "/videos/mill", *lists)
            for language in IN_LANGUAGES
        ]

    def test_says_of_each_page_where_it_is_in_every_language(self, build: Build) -> None:
        root = read(build(ORCHARD, MILL, url=f"{SITE}/archive"), "/sitemap.xml")
        pages = [
            {str(link.get("hreflang")): link.get("href") for link in page.findall("h:link", NAMES)}
            for page in root.findall("s:url", NAMES)
        ]
        assert pages[:5] == [pages[0]] * 5
        assert pages[5] == {
            language.strip("/") or "x-default": f"{SITE}/archive{language}/videos/orchard"
            for language in IN_LANGUAGES
        }
        assert {link.get("rel") for link in root.iterfind(".//h:link", NAMES)} == {"alternate"}

    def test_lists_the_page_of_the_only_video_once(self, build: Build) -> None:
        locations = texts(read(build(ORCHARD), "/sitemap.xml"), "s:url/s:loc")
        assert locations == [
            f"http://localhost{language}/videos/orchard" for language in IN_LANGUAGES
        ]

    def test_of_no_video_has_the_first_page(self, build: Build) -> None:
        locations = texts(read(build(words={}), "/sitemap.xml"), ".//s:loc")
        assert locations == [f"http://localhost{language}/" for language in IN_LANGUAGES]

    def test_describes_videos_in_the_order_of_the_schema(self, build: Build) -> None:
        root = read(build(WHOLE, url=SITE), "/sitemap.xml")
        (video,) = root.findall(".//v:video", NAMES)
        assert [(each.tag.partition("}")[2], each.text) for each in video] == [
            ("thumbnail_loc", f"{SITE}/videos/orchard/card.png"),
            ("title", ORCHARD.title),
            ("description", ORCHARD.summary),
            ("content_loc", f"{SITE}/videos/orchard/media/take.webm"),
            ("player_loc", f"{SITE}/embed/orchard"),
            ("duration", "24"),
            ("publication_date", "2017-12-29"),
        ]

    def test_says_nothing_that_is_not_known_and_of_words_alone_no_video(self, build: Build) -> None:
        youtube = Source("youtube", address="https://www.youtube.com/watch?v=abc", id="abc")
        odd = replace(
            ORCHARD, source=youtube, summary="", title="A <&\x0b " * 30, duration_ms=90_000_000
        )
        root = read(build(odd, MILL), "/sitemap.xml")
        (video,) = root.findall(".//v:video", NAMES)
        assert [each.tag.partition("}")[2] for each in video] == [
            "thumbnail_loc", "title", "description", "player_loc",
        ]  # fmt: skip
        title = video.findtext("v:title", "", NAMES)
        assert len(title) <= 100
        assert title.startswith("A <& A")

    def test_of_many_videos_is_an_index_of_parts(
        self, build: Build, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sitemap, "MAX_PART_VIDEO_COUNT", 3)
        showcase = build(*many(7), words={}, url=SITE)
        parts = texts(read(showcase, "/sitemap.xml"), "s:sitemap/s:loc")
        assert parts == [f"{SITE}/sitemap-{number}.xml" for number in (1, 2, 3)]
        listed = [texts(read(showcase, part.removeprefix(SITE)), "s:url/s:loc") for part in parts]
        assert [len(part) for part in listed] == [20, 15, 15]
        assert len({address for part in listed for address in part}) == 50
        for missing in ("/sitemap-0.xml", "/sitemap-4.xml", "/sitemap-x.xml"):
            assert showcase.get(missing).status_code == 404

    def test_parts_hold_less_than_the_protocol_allows(self, build: Build) -> None:
        longest = replace(ORCHARD, title="田" * 200, summary="田" * 3_000, slug="田" * 60)
        size = len(build(longest, url=SITE).get("/sitemap.xml").data)
        assert size * sitemap.MAX_PART_VIDEO_COUNT < 50 * 1024 * 1024
        assert sitemap.MAX_PART_VIDEO_COUNT * len(IN_LANGUAGES) < 50_000


class TestRobots:
    def test_may_read_everything_but_searches(self, build: Build) -> None:
        response = build(ORCHARD, MILL, url=f"{SITE}/archive").get("/robots.txt")
        assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
        parser = RobotFileParser()
        parser.parse(response.text.splitlines())
        assert parser.site_maps() == [f"{SITE}/archive/sitemap.xml"]
        may = {
            "/archive/": True,
            "/archive/videos/orchard?t=8,9": True,
            "/archive/videos/orchard/card.png": True,
            "/archive/embed/orchard": True,
            "/archive/search": True,
            "/archive/search?q=rules": False,
            "/archive/es/videos/orchard": True,
            "/archive/es/search?q=rules": False,
        }
        assert {path: parser.can_fetch("*", SITE + path) for path in may} == may


class TestFeed:
    def test_has_what_rfc_4287_asks_for(self, build: Build) -> None:
        root = read(build(WHOLE, MILL, url=SITE), "/feed.xml", "application/atom+xml")
        assert root.tag == f"{{{NAMES['a']}}}feed"
        assert texts(root, "a:id") == [f"{SITE}/"]
        assert texts(root, "a:title") == ["Samples"]
        assert texts(root, "a:updated") == ["2017-12-29T00:00:00Z"]
        assert texts(root, "a:author/a:name") == ["Samples"]
        links = {link.get("rel"): link.get("href") for link in root.findall("a:link", NAMES)}
        assert links == {"self": f"{SITE}/feed.xml", "alternate": f"{SITE}/"}
        entry = root.findall("a:entry", NAMES)[0]
        assert texts(entry, "a:id") == [f"{SITE}/videos/orchard"]
        assert texts(entry, "a:title") == [ORCHARD.title]
        assert texts(entry, "a:summary") == [ORCHARD.summary]
        assert texts(entry, "a:author/a:name") == ["Pickers United"]
        assert texts(entry, "a:updated") == texts(entry, "a:published") == ["2017-12-29T00:00:00Z"]

    @pytest.mark.parametrize(
        ("date", "updated"),
        [
            ("2017-12-29", "2017-12-29T00:00:00Z"), ("2017-12", "2017-12-01T00:00:00Z"),
            ("2017", "2017-01-01T00:00:00Z"), ("", "1970-01-01T00:00:00Z"),
        ],
    )  # fmt: skip
    def test_says_when_as_precisely_as_it_is_known(
        self, build: Build, date: str, updated: str
    ) -> None:
        root = read(build(replace(ORCHARD, date=date)), "/feed.xml", "application/atom+xml")
        assert texts(root, ".//a:updated") == [updated, updated]
        assert len(texts(root, ".//a:published")) == (len(date) == 10)

    def test_of_no_video_is_a_feed_too(self, build: Build) -> None:
        root = read(build(words={}), "/feed.xml", "application/atom+xml")
        assert texts(root, "a:updated") == ["1970-01-01T00:00:00Z"]

    def test_has_the_newest_of_many(self, build: Build) -> None:
        root = read(build(*many(60), words={}), "/feed.xml", "application/atom+xml")
        assert len(root.findall("a:entry", NAMES)) == 50

    def test_is_read_again_only_when_it_changed(self, showcase: Showcase) -> None:
        for address in ("/feed.xml", "/sitemap.xml", "/robots.txt"):
            tag = str(showcase.get(address).headers["ETag"])
            assert showcase.get(address, {"If-None-Match": tag}).status_code == 304
