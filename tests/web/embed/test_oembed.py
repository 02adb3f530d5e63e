"""oEmbed: what other sites get before they embed a page of ours."""

from dataclasses import replace
from urllib.parse import parse_qs, quote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import Track, Video
from showcase.web.embed.oembed import parse_page_url
from tests.web.answers import one
from tests.web.small_showcase import ORCHARD, Build, Showcase, parse

HOME = "https://films.example/archive/"
VIDEO = "http://localhost/videos/orchard"
QUOTE = "“we wrote the rules ourselves, word by word” — Rosa Field"
# A control character and half an emoji, which XML cannot hold, and what it must escape.
ODD = Video(
    slug="odd",
    title='Odd \x0b <title> & "more"',
    language="en",
    duration_ms=4_000,
    tracks=(Track("captions", "en", "English", cues=1),),
)


def ask(showcase: Showcase, url: str, **more: str) -> dict[str, object]:
    """What is told of an address."""
    query = "".join(f"&{name}={quote(text)}" for name, text in more.items())
    response = showcase.get(f"/oembed?url={quote(url, safe='')}{query}")
    assert response.status_code == 200, response.text
    told: dict[str, object] = response.get_json()
    return told


def frame_of(told: dict[str, object]) -> dict[str, str]:
    frame = one(parse(str(told["html"])), "iframe")
    return {name: str(value) for name, value in frame.attrs.items()}


class TestAnswer:
    def test_of_a_video_is_its_frame(self, showcase: Showcase) -> None:
        told = ask(showcase, VIDEO)
        assert told | {"type": "video", "version": "1.0", "title": ORCHARD.title} == told
        assert told["provider_name"] == "Samples"
        assert told["provider_url"] == "http://localhost/"
        assert told["thumbnail_url"] == "http://localhost/videos/orchard/card.png"
        assert (told["thumbnail_width"], told["thumbnail_height"]) == (1200, 630)
        frame = frame_of(told)
        assert frame["src"] == "http://localhost/embed/orchard"
        assert (frame["width"], frame["height"]) == (str(told["width"]), str(told["height"]))

    def test_of_a_moment_has_its_words_and_its_picture(self, showcase: Showcase) -> None:
        told = ask(showcase, f"{VIDEO}?t=8.2,11.9&lang=en")
        assert told["title"] == QUOTE
        assert told["thumbnail_url"] == "http://localhost/videos/orchard/card.png?t=8.2,11.9"
        frame = frame_of(told)
        assert frame["src"] == "http://localhost/embed/orchard?t=8.2,11.9"
        assert frame["title"] == f"{ORCHARD.title}, 0:08"

    def test_of_words_alone_is_rich(self, showcase: Showcase) -> None:
        assert ask(showcase, "http://localhost/videos/mill")["type"] == "rich"

    def test_names_who_made_the_video(self, build: Build) -> None:
        made = replace(ORCHARD, author="Pickers United")
        told = ask(build(made), VIDEO)
        assert (told["author_name"], told["author_url"]) == (
            "Pickers United", "https://example.org/pu",
        )  # fmt: skip
        assert "author_url" not in ask(build(replace(made, author="Somebody")), VIDEO)
        assert "author_name" not in ask(build(ORCHARD), VIDEO)

    @pytest.mark.parametrize(
        ("asked", "framed"),
        [
            ("/videos/orchard?t=8", "/embed/orchard?t=8"),
            ("/videos/orchard?t=0:08,0:12", "/embed/orchard?t=8,12"),
            ("/videos/orchard?start=8&end=12", "/embed/orchard?t=8,12"),
            ("/videos/orchard#t=8,12", "/embed/orchard?t=8,12"),
            ("/videos/orchard/", "/embed/orchard"),
            ("/videos/orchard?t=soon", "/embed/orchard"),
            ("/videos/orchard?t=99", "/embed/orchard"),
            ("/videos/orchard?lang=es&q=las+reglas", "/embed/orchard?q=las+reglas&lang=es"),
            ("/videos/orchard?lang=xx", "/embed/orchard"),
            ("/embed/orchard?t=8&theme=dark", "/embed/orchard?t=8&theme=dark"),
            ("/embed/orchard?theme=loud", "/embed/orchard"),
            ("/videos/%6Frchard?t=8&t=9&utm_source=x", "/embed/orchard?t=8"),
        ],
    )
    def test_keeps_what_the_address_asks_for(
        self, showcase: Showcase, asked: str, framed: str
    ) -> None:
        frame = frame_of(ask(showcase, f"http://localhost{asked}"))
        assert frame["src"] == f"http://localhost{framed}"

    @pytest.mark.parametrize(
        ("room", "size"),
        [
            ({}, (640, 720)),
            ({"maxwidth": "400"}, (400, 691)),
            ({"maxwidth": "9999"}, (1280, 720)),
            ({"maxheight": "360"}, (522, 360)),
            ({"maxwidth": "300", "maxheight": "200"}, (300, 200)),
            ({"maxwidth": "1"}, (1, 512)),
        ],
    )
    def test_fits_into_the_room_there_is(
        self, showcase: Showcase, room: dict[str, str], size: tuple[int, int]
    ) -> None:
        told = ask(showcase, VIDEO, **room)
        assert (told["width"], told["height"]) == size
        for side in ("width", "height"):
            assert int(str(told[side])) <= int(room.get(f"max{side}", "99999"))
        assert ("thumbnail_url" in told) == (room in ({}, {"maxwidth": "9999"}))

    def test_takes_a_theme_where_the_address_has_none(self, showcase: Showcase) -> None:
        assert frame_of(ask(showcase, VIDEO, theme="dark"))["src"].endswith("?theme=dark")
        told = ask(showcase, VIDEO.replace("/videos/", "/embed/") + "?theme=light", theme="dark")
        assert frame_of(told)["src"].endswith("?theme=light")

    def test_of_the_first_page_is_the_only_video(self, build: Build) -> None:
        frame = frame_of(ask(build(ORCHARD), "http://localhost"))
        assert frame["src"] == "http://localhost/embed/orchard"

    def test_under_a_path_is_asked_for_there(self, build: Build) -> None:
        showcase = build(ORCHARD, url="https://films.example/archive")
        told = ask(showcase, f"{HOME}videos/orchard?t=8.2,11.9")
        assert frame_of(told)["src"] == f"{HOME}embed/orchard?t=8.2,11.9"
        assert told["title"] == QUOTE

    def test_may_be_read_by_the_scripts_of_any_site(self, showcase: Showcase) -> None:
        headers = showcase.get(f"/oembed?url={VIDEO}").headers
        assert headers["Access-Control-Allow-Origin"] == "*"
        assert headers["Content-Type"] == "application/json"


class TestXml:
    def test_says_the_same(self, showcase: Showcase) -> None:
        response = showcase.get(f"/oembed?url={quote(VIDEO)}?t=8.2,11.9&format=xml")
        assert response.headers["Content-Type"] == "text/xml; charset=utf-8"
        root = ET.fromstring(response.data)  # noqa: S314 - our own
        told = ask(showcase, f"{VIDEO}?t=8.2,11.9")
        assert root.tag == "oembed"
        assert {child.tag: child.text for child in root} == {k: str(v) for k, v in told.items()}

    def test_holds_no_character_that_xml_cannot(self, build: Build) -> None:
        words = {("odd", "en"): (Cue(0, 4_000, "\x0c<b>&\ufffe both", "A\x01"),)}
        showcase = build(ODD, words=words)
        for address in ("http://localhost/videos/odd", "http://localhost/videos/odd?t=0,4"):
            response = showcase.get(f"/oembed?url={quote(address)}&format=xml")
            root = ET.fromstring(response.data)  # noqa: S314 - our own
            assert frame_of({"html": root.findtext("html")})["title"].startswith("Odd  <title> &")


class TestRefusals:
    @pytest.mark.parametrize(
        ("query", "status", "words"),
        [
            ("", 400, "url="),
            ("url=", 400, "url="),
            (f"url={VIDEO}&format=yaml", 501, "format=json or format=xml"),
            (f"url={VIDEO}&maxwidth=wide", 400, "maxwidth=640"),
            (f"url={VIDEO}&maxwidth=0", 400, "maxwidth=640"),
            (f"url={VIDEO}&maxheight=-5", 400, "maxheight=640"),
            (f"url={VIDEO}&maxheight=123456", 400, "maxheight=640"),
            (f"url={VIDEO}&maxwidth=%D9%A3", 400, "maxwidth=640"),
            ("url=http://localhost/videos/nobody", 404, "no such video"),
            ("url=http://localhost/", 404, "lists videos"),
            ("url=https://elsewhere.example/videos/orchard", 404, "http://localhost/videos/"),
            ("url=http://localhost:81/videos/orchard", 404, "http://localhost/videos/"),
        ],
    )
    def test_are_a_sentence(self, showcase: Showcase, query: str, status: int, words: str) -> None:
        response = showcase.get(f"/oembed?{query}")
        assert (response.status_code, response.mimetype) == (status, "text/plain")
        assert words in response.text
        assert response.text.count("\n") == 1
        assert response.headers["Cache-Control"] == "no-store"

    @pytest.mark.parametrize(
        "url",
        [
            "https://elsewhere.example/archive/videos/orchard",
            "https://films.example.elsewhere.example/archive/videos/orchard",
            "https://films.example@elsewhere.example/archive/videos/orchard",
            "https://films.example/videos/orchard",
            "https://films.example/archive-2/videos/orchard",
            "https://films.example/archive/videos/",
            "https://films.example/archive/videos/a/b",
            "https://films.example/archive/videos/a%2Fb",
            "https://films.example/archive/embed/orchard/print",
            "https://films.example/archive/xx/videos/orchard",
            "https://films.example/archive/es/es/videos/orchard",
            "https://films.example/es/archive/videos/orchard",
            "https://films.example/archive/es/search",
            "https://films.example/archive/search?q=x",
            "https://films.example:8443/archive/videos/orchard",
            "ftp://films.example/archive/videos/orchard",
            "file:///archive/videos/orchard",
            "//films.example/archive/videos/orchard",
            "/archive/videos/orchard",
            "javascript:alert(1)",
            "http://[::1/archive/videos/orchard",
            "http://films.example:port/archive/videos/orchard",
            "http://films.example:99999999/archive/videos/orchard",
            "orchard",
            " ",
            "\ud800",
        ],
    )
    def test_of_addresses_that_are_not_ours(self, url: str) -> None:
        assert parse_page_url(url, HOME) is None

    @pytest.mark.parametrize(
        ("url", "slug"),
        [
            ("https://films.example/archive/videos/orchard", "orchard"),
            ("http://films.example/archive/videos/orchard", "orchard"),
            ("https://FILMS.example:443/archive/videos/a%20b/?t=1#x", "a b"),
            (" https://films.example/archive/embed/orchard ", "orchard"),
            ("https://films.example/archive", None),
            ("https://films.example/archive/", None),
            ("https://films.example/archive/videos/orchard/print?lang=es", "orchard"),
            ("https://films.example/archive/es/videos/orchard", "orchard"),
            ("https://films.example/archive/es/embed/orchard/", "orchard"),
            ("https://films.example/archive/es", None),
            ("https://films.example/archive/es/", None),
        ],
    )
    def test_not_of_those_that_are(self, url: str, slug: str | None) -> None:
        linked = parse_page_url(url, HOME)
        assert linked
        assert linked.slug == slug

    @given(st.text())
    def test_no_text_breaks_it(self, text: str) -> None:
        for url in (text, HOME + text, f"{HOME}videos/{text}", f"{HOME}videos/orchard?{text}"):
            linked = parse_page_url(url, HOME)
            assert linked is None or linked.slug is None or "/" not in linked.slug


class TestDiscovery:
    @pytest.mark.parametrize("query", ["", "?t=8.2,11.9", "?t=8&lang=es", "?t=soon"])
    @pytest.mark.parametrize("kind", ["json", "xml"])
    def test_links_of_a_page_lead_to_its_oembed_answer(
        self, showcase: Showcase, query: str, kind: str
    ) -> None:
        page = showcase.page(f"/videos/orchard{query}")
        media_type = {"json": "application/json+oembed", "xml": "text/xml+oembed"}[kind]
        link = one(page, f'link[rel=alternate][type="{media_type}"]')
        parts = urlsplit(str(link["href"]))
        assert f"{parts.scheme}://{parts.netloc}" == "http://localhost"
        assert parse_qs(parts.query)["format"] == [kind]
        response = showcase.get(f"{parts.path}?{parts.query}")
        assert response.status_code == 200
        assert ("Rosa Field" in response.text) == (query in ("?t=8.2,11.9", "?t=8&lang=es"))
