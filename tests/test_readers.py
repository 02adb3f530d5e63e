"""Third-party programs read our pages correctly, from a server that runs as an owner's does."""

import shutil
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import extruct
import feedparser
import micawber
import pytest
import yt_dlp
from bs4 import BeautifulSoup

from tests.browser import content
from tests.browser.serving import serve_showcase
from tests.conftest import ROOT, get

pytestmark = pytest.mark.server

QUOTE = "“It was late when we finished… and nobody went home.” — María Reyes"
MOMENT = "/videos/yard?t=14,16"
SITE_NAME = "Sung and said"
# A date, so that all that is said of it is known, and a film that nobody has to play.
KNOWN = (
    'source = "yard.webm"', 'date = "2024-05-01"', 'summary = "Pickers tell how they wrote rules."',
    'author = "Pickers United"',
)  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running showcase of two videos."""
    folder = tmp_path_factory.mktemp("readers")
    content.write_video(folder / "transcripts" / "yard", *KNOWN)
    content.write_translation(folder / "transcripts" / "yard")
    shutil.copy(
        ROOT / "transcripts" / "wsr" / "preview.webm",
        folder / "transcripts" / "yard" / "yard.webm",
    )
    content.write_video(folder / "transcripts" / "words")
    (folder / "transcripts" / "site.toml").write_text(f'name = "{SITE_NAME}"\n', "utf-8")
    with serve_showcase(
        folder / "transcripts", folder / "state", "https://frames.invalid"
    ) as address:
        yield address


def extracted(address: str) -> dict[str, Any]:
    """What extruct finds in a page: JSON-LD and Open Graph."""
    found: dict[str, Any] = extruct.extract(
        get(address).body,
        base_url=address,
        syntaxes=["json-ld", "opengraph"],
        uniform=True,
        with_og_array=True,
    )
    return found


class TestExtruct:
    def test_reads_the_preview_of_a_moment(self, site: str) -> None:
        (graph,) = extracted(site + MOMENT)["opengraph"]
        assert graph["@type"] == "video.other"
        assert graph["og:title"] == QUOTE
        assert graph["og:description"] == "María Reyes, The yard (yard), May 1, 2024"
        assert graph["og:url"] == site + MOMENT
        assert graph["og:image"] == f"{site}/videos/yard/card.png?t=14,16"
        assert graph["og:video"][0] == f"{site}/embed/yard?t=14,16"

    def test_reads_the_preview_of_a_video(self, site: str) -> None:
        (graph,) = extracted(f"{site}/videos/yard")["opengraph"]
        assert (graph["og:title"], graph["og:url"]) == ("The yard (yard)", f"{site}/videos/yard")

    @pytest.mark.parametrize("path", ["/videos/yard", MOMENT])
    def test_reads_the_video_of_either(self, site: str, path: str) -> None:
        (video,) = extracted(site + path)["json-ld"]
        assert (video["@context"], video["@type"]) == ("https://schema.org", "VideoObject")
        assert video["url"] == f"{site}/videos/yard"
        assert video["uploadDate"] == "2024-05-01"
        assert video["duration"] == "PT3M"
        assert [clip["startOffset"] for clip in video["hasPart"]] == [0, 18, 60]
        assert "nobody went home" in video["transcript"]
        target = video["potentialAction"]["target"].replace("{seek_to_second_number}", "14")
        assert "late when we finished" in get(target).text


class TestMicawber:
    @pytest.fixture
    def consumer(self, site: str) -> micawber.ProviderRegistry:
        registry = micawber.ProviderRegistry()
        registry.register(f"{site}/.*", micawber.Provider(f"{site}/oembed"))
        return registry

    def test_embeds_a_link_to_a_moment(
        self, site: str, consumer: micawber.ProviderRegistry
    ) -> None:
        told = consumer.request(site + MOMENT, maxwidth=500)
        assert (told["type"], told["title"], told["width"]) == ("video", QUOTE, 500)
        assert told["author_name"] == "Pickers United"
        html = micawber.parse_html(f"<p>{site}{MOMENT}</p>", consumer, maxwidth=500)
        (frame,) = BeautifulSoup(html, "html5lib").select("p > iframe")
        assert (frame["src"], frame["width"]) == (f"{site}/embed/yard?t=14,16", "500")

    def test_leaves_a_link_to_no_video_alone(
        self, site: str, consumer: micawber.ProviderRegistry
    ) -> None:
        for path in ("/videos/nobody", "/search"):
            with pytest.raises(micawber.ProviderException):
                consumer.request(site + path)


class TestFeedparser:
    def test_reads_the_feed(self, site: str) -> None:
        page = get(f"{site}/feed.xml")
        feed = feedparser.parse(
            page.body, response_headers={"content-type": page.headers["Content-Type"]}
        )
        assert not feed.bozo
        assert feed.version == "atom10"
        assert feed.feed.title == SITE_NAME
        newest = feed.entries[0]
        assert (newest.title, newest.link) == ("The yard (yard)", f"{site}/videos/yard")
        assert newest.updated_parsed[:3] == (2024, 5, 1)
        assert newest.author == "Pickers United"
        (film,) = newest.enclosures
        assert (film.type, film.href) == ("video/webm", f"{site}/videos/yard/media/yard.webm")
        assert [entry.title for entry in feed.entries[1:]] == ["The yard (words)"]


class _Loopback(yt_dlp.YoutubeDL):  # type: ignore[misc] # it has no types
    """Asks nobody but this machine."""

    def urlopen(self, req: Any) -> Any:  # noqa: ANN401 - the library's own types
        address = req if isinstance(req, str) else req.url
        assert urlsplit(address).hostname == "127.0.0.1", address
        return super().urlopen(req)


class TestYtDlp:
    @pytest.mark.parametrize("path", ["/videos/yard", MOMENT, "/embed/yard"])
    def test_finds_the_video_and_its_subtitles(self, site: str, path: str) -> None:
        options = {"quiet": True, "no_warnings": True, "proxy": "", "cachedir": False}
        with _Loopback(options) as program:
            found = program.extract_info(site + path, ie_key="Generic", download=False)
        assert found["extractor_key"] in ("HTML5MediaEmbed", "Generic")
        formats = [form["url"].split("#")[0] for form in found["formats"]]
        assert formats == [f"{site}/videos/yard/media/yard.webm"]
        subtitles = {
            language: [track["url"] for track in tracks]
            for language, tracks in found["subtitles"].items()
        }
        assert subtitles == {
            "en": [f"{site}/videos/yard/tracks/captions.en.vtt"],
            "es": [f"{site}/videos/yard/tracks/subtitles.es.vtt"],
        }
        assert "The yard (yard)" in found["title"] or "María Reyes" in found["title"]
