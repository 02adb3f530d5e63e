"""The headers of every response, and how files are sent."""

import gzip
from collections.abc import Callable
from dataclasses import replace

import brotli
import pytest

from showcase.core.catalog.models import Source
from showcase.web.http.headers import content_security_policy
from showcase.web.http.providers import ProviderOrigins
from tests.web.small_showcase import MILL, ORCHARD, Build, Showcase, parse

PROVIDERS = ProviderOrigins("https://frames.example", "https://vimeo.example")
PAGES = ["/", "/videos/orchard", "/videos/orchard?q=rules&part=search", "/search?q=rules", "/none"]


def directives(policy: str) -> dict[str, str]:
    return {name: value for name, _, value in (part.partition(" ") for part in policy.split("; "))}


class TestPolicy:
    @pytest.mark.parametrize("address", [*PAGES, "/healthz", "/videos/orchard/media/take.webm"])
    def test_nothing_is_allowed_but_what_is_ours(self, showcase: Showcase, address: str) -> None:
        headers = showcase.get(address).headers
        policy = directives(headers["Content-Security-Policy"])
        assert policy["default-src"] == "'none'"
        assert policy["frame-ancestors"] == "'none'"
        assert "frame-src" not in policy
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "Set-Cookie" not in headers

    @pytest.mark.parametrize(
        ("source", "allowed"),
        [
            (Source("youtube", id="x"), {"frame-src": "https://frames.example"}),
            (Source("vimeo", id="1"), {"frame-src": "https://vimeo.example"}),
            (
                Source("file", address="https://cdn.example/a/b.mp4"),
                {"media-src": "'self' https://cdn.example"},
            ),
            (
                Source("hls", address="https://cdn.example:8443/a.m3u8"),
                {
                    "media-src": "'self' blob: https://cdn.example:8443",
                    "connect-src": "'self' https://cdn.example:8443",
                },
            ),
        ],
    )
    def test_of_other_sites_allows_only_where_the_video_is_played_from(
        self, source: Source, allowed: dict[str, str]
    ) -> None:
        policy = directives(content_security_policy(source, PROVIDERS))
        assert policy | allowed == policy
        assert policy["script-src"] == "'self'"

    def test_the_page_of_a_framed_video_allows_its_provider_and_no_other_page_does(
        self, build: Build
    ) -> None:
        source = Source("youtube", address="https://www.youtube.com/watch?v=abc", id="abc")
        client = build(replace(ORCHARD, source=source), MILL).client
        page = client.get("/videos/orchard")
        policy = directives(page.headers["Content-Security-Policy"])
        assert policy["frame-src"] == "https://www.youtube-nocookie.com"
        assert "frame-src" not in client.get("/search").headers["Content-Security-Policy"]
        player = parse(page.text).select("#player")[0]
        assert not player.select("iframe, video")
        assert player.select("a.away")[0]["href"] == "https://www.youtube.com/watch?v=abc"


class TestKeeping:
    @pytest.mark.parametrize("address", PAGES[:4])
    def test_a_page_that_did_not_change_is_not_sent_again(
        self, showcase: Showcase, address: str
    ) -> None:
        tag = showcase.get(address).headers["ETag"]
        again = showcase.get(address, headers={"If-None-Match": tag})
        assert (again.status_code, again.data) == (304, b"")

    def test_another_snapshot_or_question_is_another_page(self, showcase: Showcase) -> None:
        tags = {showcase.get(address).headers["ETag"] for address in PAGES[:4]}
        showcase.library.current.id = "snapshot-2"
        tags |= {showcase.get(address).headers["ETag"] for address in PAGES[:4]}
        assert len(tags) == 8

    def test_any_tag_at_all_is_none(self, showcase: Showcase) -> None:
        assert showcase.get("/none", headers={"If-None-Match": "*"}).status_code == 404

    def test_an_error_is_not_kept(self, showcase: Showcase) -> None:
        headers = showcase.get("/videos/none").headers
        assert headers["Cache-Control"] == "no-store"
        assert "ETag" not in headers

    def test_the_health_check_names_the_snapshot(self, showcase: Showcase) -> None:
        response = showcase.get("/healthz")
        assert response.text == "ok snapshot-1\n"
        assert response.headers["Cache-Control"] == "no-store"


DRAWING = "/videos/orchard/media/poster.svg"
WIDE = f'<svg xmlns="http://www.w3.org/2000/svg">{"<path/>" * 200}</svg>'
UNPACK: dict[str | None, Callable[[bytes], bytes]] = {
    "br": brotli.decompress,
    "gzip": gzip.decompress,
    None: bytes,
}


class TestPacking:
    @pytest.mark.parametrize("address", ["/videos/orchard", "/static/x/css/page.css", DRAWING])
    @pytest.mark.parametrize(
        ("accepted", "coding"),
        [
            ("gzip, deflate, br, zstd", "br"),
            ("br;q=0.5, gzip", "br"),
            ("gzip, deflate", "gzip"),
            ("br;q=0, gzip", "gzip"),
            ("*", "br"),
            ("deflate", None),
            ("identity", None),
            ("", None),
        ],
    )
    def test_text_is_packed_for_those_who_read_it(
        self, showcase: Showcase, address: str, accepted: str, coding: str | None
    ) -> None:
        (showcase.library.current.folder / "orchard" / "poster.svg").write_text(WIDE)
        plain = showcase.get(address, {"Accept-Encoding": "identity"})
        packed = showcase.get(address, {"Accept-Encoding": accepted})
        assert packed.headers.get("Content-Encoding") == coding
        assert UNPACK[coding](packed.data) == plain.data
        assert "Accept-Encoding" in packed.headers["Vary"]

    def test_a_page_that_is_asked_for_again_is_packed_well_once(
        self, showcase: Showcase, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        qualities: list[int] = []

        real = brotli.compress

        def compress(body: bytes, *, mode: int, quality: int) -> bytes:
            qualities.append(quality)
            packed: bytes = real(body, mode=mode, quality=quality)
            return packed

        monkeypatch.setattr("showcase.web.http.compression.brotli.compress", compress)
        answers = [
            showcase.get("/videos/orchard", {"Accept-Encoding": "br"}).data for _ in range(4)
        ]
        assert qualities == [5, 10]
        assert len(answers[0]) > len(answers[1]) == len(answers[2]) == len(answers[3])
        assert len({brotli.decompress(answer) for answer in answers}) == 1

    def test_media_and_short_texts_are_left_alone(self, showcase: Showcase) -> None:
        for address in ("/healthz", "/videos/orchard/media/take.webm"):
            response = showcase.get(address, headers={"Accept-Encoding": "gzip"})
            assert "Content-Encoding" not in response.headers


class TestPictures:
    @pytest.mark.parametrize(
        "address", ["/videos/orchard/media/poster.svg", "/static/x/img/mark.svg"]
    )
    def test_may_load_nothing_and_be_framed_nowhere(self, showcase: Showcase, address: str) -> None:
        headers = showcase.get(address).headers
        policy = directives(headers["Content-Security-Policy"])
        assert policy == {"default-src": "'none'", "frame-ancestors": "'none'"}
        assert headers["X-Content-Type-Options"] == "nosniff"


class TestOwnFiles:
    def address(self, showcase: Showcase, name: str) -> str:
        page = showcase.page("/videos/orchard")
        return str(page.select(f'link[href$="{name}"]')[0]["href"])

    def test_are_kept_for_ever_under_their_version(self, showcase: Showcase) -> None:
        address = self.address(showcase, "css/page.css")
        response = showcase.get(address, headers={"Accept-Encoding": "gzip"})
        assert "immutable" in response.headers["Cache-Control"]
        assert response.headers["Content-Type"] == "text/css; charset=utf-8"
        assert b"--ground" in gzip.decompress(response.data)

    def test_of_another_version_are_asked_for_again(self, showcase: Showcase) -> None:
        response = showcase.get("/static/older/css/tokens.css")
        assert response.headers["Cache-Control"] == "no-cache"

    def test_fonts_are_sent_as_they_are(self, showcase: Showcase) -> None:
        address = self.address(showcase, "archivo-xc.woff2")
        response = showcase.get(address, headers={"Accept-Encoding": "gzip"})
        assert response.headers["Content-Type"] == "font/woff2"
        assert "Content-Encoding" not in response.headers

    @pytest.mark.parametrize("name", ["fonts/README.md", "../app.py", "%2e%2e/app.py", "css"])
    def test_nothing_else_is_sent(self, showcase: Showcase, name: str) -> None:
        assert showcase.get(f"/static/x/{name}").status_code == 404


class TestMedia:
    ADDRESS = "/videos/orchard/media/take.webm"

    def test_is_sent_completely_with_its_type(self, showcase: Showcase) -> None:
        response = showcase.get(self.ADDRESS)
        assert (response.data, response.mimetype) == (b"hello world", "video/webm")
        assert response.headers["Accept-Ranges"] == "bytes"
        again = showcase.get(self.ADDRESS, headers={"If-None-Match": response.headers["ETag"]})
        assert again.status_code == 304

    @pytest.mark.parametrize(
        ("asked", "status", "body"),
        [("bytes=6-", 206, b"world"), ("bytes=0-4", 206, b"hello"), ("bytes=-5", 206, b"world")],
    )
    def test_is_sent_in_ranges(
        self, showcase: Showcase, asked: str, status: int, body: bytes
    ) -> None:
        response = showcase.get(self.ADDRESS, headers={"Range": asked})
        assert (response.status_code, response.data) == (status, body)

    def test_a_range_after_the_end_is_refused_with_the_length(self, showcase: Showcase) -> None:
        response = showcase.get(self.ADDRESS, headers={"Range": "bytes=99-"})
        assert response.status_code == 416
        assert response.headers["Content-Range"] == "bytes */11"

    def test_a_drawing_is_text(self, showcase: Showcase) -> None:
        address = "/videos/orchard/media/poster.svg"
        response = showcase.get(address)
        assert response.mimetype == "image/svg+xml"
        again = showcase.get(address, headers={"If-None-Match": response.headers["ETag"]})
        assert again.status_code == 304

    def test_a_file_that_went_away_is_not_found(self, showcase: Showcase) -> None:
        (showcase.library.current.folder / "orchard" / "take.webm").unlink()
        assert showcase.get(self.ADDRESS).status_code == 404

    def test_tracks_are_webvtt(self, showcase: Showcase) -> None:
        response = showcase.get("/videos/orchard/tracks/subtitles.es.vtt")
        assert response.headers["Content-Type"] == "text/vtt; charset=utf-8"
        assert response.text.startswith("WEBVTT")
        assert "Recogemos las manzanas" in response.text
        tag = {"If-None-Match": response.headers["ETag"]}
        again = showcase.get("/videos/orchard/tracks/subtitles.es.vtt", headers=tag)
        assert again.status_code == 304
