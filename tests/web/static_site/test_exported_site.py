"""The site as plain files: every link leads to one, and nothing is in it that nobody may see."""

import json
import posixpath
import re
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from werkzeug.exceptions import HTTPException
from werkzeug.routing import MapAdapter

from showcase.app import create_app
from showcase.core.catalog.site_catalog import Catalog, Site
from showcase.settings import Settings
from showcase.web.i18n.catalogs import LOCALES, LOCALIZED_SUFFIX
from showcase.web.static_site.route_files import SERVER_ENDPOINTS, RouteFiles
from tests.web.static_site.conftest import BASE, Archive

pytestmark = pytest.mark.slow

# Attributes whose value is an address.
ADDRESSES = (
    "href",
    "src",
    "action",
    "poster",
    "data-href",
    "data-keys",
    "data-share",
    "data-index",
)
# Names of things in IIIF manifests that are below the address of the manifest and lead nowhere.
NAMES = re.compile(r"/iiif/[^/]+/manifest\.json/")


def pages(archive: Archive) -> list[str]:
    return [name for name in archive.files if name.endswith(".html")]


def links(html: str) -> Iterator[str]:
    for element in BeautifulSoup(html, "html.parser").select("*"):
        for name in ADDRESSES:
            if value := element.get(name):
                yield str(value)
        if element.name == "meta" and str(element.get("content", "")).startswith("http"):
            yield str(element["content"])


def target(page: str, link: str) -> str | None:
    """The file that a link of a page leads to on a host of plain files; None for another site."""
    url = urljoin(f"{BASE}/{page}", link)
    if not url.startswith(f"{BASE}/"):
        return None
    path = unquote(urlsplit(url).path.removeprefix(urlsplit(BASE).path).lstrip("/"))
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def test_every_link_of_every_page_leads_to_a_file(archive: Archive) -> None:
    broken = {
        (page, link)
        for page in pages(archive)
        for link in links(archive.text(page))
        if (file := target(page, link)) is not None and file not in archive.files
    }
    assert broken == set()


def test_every_address_of_every_other_file_leads_to_a_file(archive: Archive) -> None:
    address = re.compile(re.escape(BASE) + r"[^\s\"<>)}]*")
    broken = {
        (name, found)
        for name in archive.files
        if not name.endswith((".html", ".js", ".css", ".txt"))
        for found in address.findall(archive.text(name))
        if not NAMES.search(found) and target("", found) not in archive.files
    }
    assert broken == set()


def test_links_of_pages_are_relative_so_that_they_work_anywhere_and_from_a_disk(
    archive: Archive,
) -> None:
    for page in pages(archive):
        if page.endswith("404.html"):
            continue
        for link in BeautifulSoup(archive.text(page), "html.parser").select(
            "a[href], img, script[src], form"
        ):
            href = str(link.get("href") or link.get("src") or link.get("action") or "")
            assert not href.startswith("/"), (page, href)
            name = posixpath.basename(urlsplit(href).path)
            assert name or not urlsplit(href).path or urlsplit(href).scheme, (page, href)


def test_nothing_is_in_it_that_nobody_may_see(archive: Archive) -> None:
    hidden = ("quince", "medlar", "sorb", "service-tree", "damson")
    found = {
        (name, word)
        for name in archive.files
        for word in hidden
        if word in name or word in archive.text(name).lower()
    }
    assert found == set()


def test_nothing_tells_of_the_machine_or_of_how_it_was_made(archive: Archive) -> None:
    mark = urlsplit(archive.marker).path.strip("/")
    secrets = (mark, str(archive.folder), "localhost", "127.0.0.1")
    found = {
        (name, word)
        for name in archive.files
        if not name.startswith("static/")
        for word in secrets
        if word in archive.text(name)
    }
    assert found == set()


def endpoints(adapter: MapAdapter, path: str) -> Iterator[str]:
    """The routes that a file may be of."""
    for candidate in (path, path.rstrip("/") or "/", path.removesuffix(".json")):
        with suppress(HTTPException):
            yield adapter.match(candidate)[0]


def test_every_route_is_a_file_or_is_said_to_need_a_server(archive: Archive) -> None:
    app = create_app(Settings(transcripts=archive.folder, state=archive.folder), is_static=True)
    routes = RouteFiles(app, Catalog(Site(), ()))
    adapter = app.url_map.bind("localhost")
    names = {
        name.replace(f"{LOCALIZED_SUFFIX}.", ".")
        for file in archive.files
        for name in endpoints(adapter, f"/{file.removesuffix('index.html')}")
    }
    # Asked for by their query; only a large archive, or a long speech, has the others.
    others = {"machines.sitemap_part", "listings.show_passages", "api.cues", "api.passages"}
    known = {
        rule.endpoint.replace(f"{LOCALIZED_SUFFIX}.", ".") for rule in app.url_map.iter_rules()
    }
    assert known - names - SERVER_ENDPOINTS <= others
    assert routes.find("/nowhere/at/all") is None


@pytest.mark.parametrize(
    "name",
    ["index.html", "404.html", "es/404.html", "search/index.html", "robots.txt", "sitemap.xml", "feed.xml",
     "manifest.webmanifest", "es/manifest.webmanifest", ".nojekyll", "videos/orchard/card.png",
     "videos/orchard/index.html", "ht/videos/orchard/lang-es/index.html",
     "videos/orchard/corrections/index.html", "videos/orchard/print/index.html",
     "bn/videos/orchard/beside-es/index.html", "videos/orchard/media/take.webm",
     "videos/orchard/media/poster.svg", "videos/orchard/tracks/captions.en.vtt",
     "videos/orchard/tracks/captions.en.srt", "videos/orchard/tracks/captions.en.txt",
     "videos/orchard/tracks/subtitles.es.json", "videos/orchard/cite.bib", "embed/orchard/index.html",
     "embed/orchard/theme-dark/index.html", "iiif/orchard/manifest.json", "iiif/orchard/captions.en.json",
     "api/videos.json", "api/videos/orchard.json", "search-index/index.json"],
)  # fmt: skip
def test_the_site_has_a_file(archive: Archive, name: str) -> None:
    assert name in archive.files


def test_a_recording_is_sent_as_it_is(archive: Archive) -> None:
    assert archive.files["videos/orchard/media/take.webm"] == b"hello world"


def test_links_to_moments_stay_moments(archive: Archive) -> None:
    page = BeautifulSoup(archive.text("videos/orchard/index.html"), "html.parser")
    hrefs = [str(link["href"]) for link in page.select("a[data-start]")]
    moments = [href.partition("#")[0] for href in hrefs]
    assert moments == ["index.html?t=0", "index.html?t=4", "index.html?t=8"]


def test_a_link_to_a_moment_names_the_language_of_its_words(archive: Archive) -> None:
    """A page in Spanish shows the Spanish words by itself; a moment of English words leads to these."""
    page = BeautifulSoup(archive.text("es/videos/orchard/lang-en/index.html"), "html.parser")
    href = str(page.select("a[data-start]")[0]["href"])
    assert (
        target("es/videos/orchard/lang-en/index.html", href)
        == "es/videos/orchard/lang-en/index.html"
    )


@pytest.mark.parametrize("locale", ["", *(f"{tag}/" for tag in LOCALES)])
@pytest.mark.parametrize("former", ["old-orchard", "grove"])
def test_a_former_address_leads_to_the_video(archive: Archive, locale: str, former: str) -> None:
    name = f"{locale}videos/{former}/index.html"
    page = BeautifulSoup(archive.text(name), "html.parser")
    refresh = str(page.select("noscript meta[http-equiv=refresh]")[0]["content"])
    link = str(page.select("main a[data-module]")[0]["href"])
    assert refresh == f"0; url={link}"
    assert target(name, link) == f"{locale}videos/orchard/index.html"


def test_the_canonical_address_is_that_of_the_folder(archive: Archive) -> None:
    for name in ("es/videos/orchard/index.html", "videos/grove/index.html", "index.html"):
        page = BeautifulSoup(archive.text(name), "html.parser")
        expected = {"videos/grove/": "videos/orchard/"}.get(
            name.removesuffix("index.html"), name.removesuffix("index.html")
        )
        assert page.select("link[rel=canonical]")[0]["href"] == f"{BASE}/{expected}"


def test_the_page_for_what_is_missing_works_in_every_folder(archive: Archive) -> None:
    page = BeautifulSoup(archive.text("404.html"), "html.parser")
    for element in page.select("link[rel=stylesheet], a.site-name, script[src]"):
        assert str(element.get("href") or element.get("src")).startswith("/archive/")


def test_machine_files_have_whole_addresses(archive: Archive) -> None:
    assert f"Sitemap: {BASE}/sitemap.xml" in archive.text("robots.txt")
    assert "Disallow: /archive/es/search/?q=" in archive.text("robots.txt")
    assert f"<loc>{BASE}/es/videos/orchard/</loc>" in archive.text("sitemap.xml")
    assert f'href="{BASE}/videos/orchard/media/take.webm"' in archive.text("feed.xml")
    manifest = json.loads(archive.text("es/manifest.webmanifest"))
    assert (manifest["scope"], manifest["start_url"]) == ("./", "./")


def test_the_page_of_the_search_lists_all_videos_with_the_languages_of_their_words(
    archive: Archive,
) -> None:
    page = BeautifulSoup(archive.text("es/search/index.html"), "html.parser")
    listed = {str(item["data-video"]): item for item in page.select("[data-video]")}
    assert listed.keys() == {"orchard", "mill"}
    languages = {
        slug: [str(link["hreflang"]) for link in item.select("a[hreflang]")]
        for slug, item in listed.items()
    }
    assert languages == {"orchard": ["en", "es"], "mill": []}


def test_the_index_leads_to_the_passages_that_have_a_word(archive: Archive) -> None:
    index = json.loads(archive.text("search-index/index.json"))
    words = json.loads(archive.text(f"search-index/words-{index['shards']['']}.json"))
    assert "thunder" not in words
    found = []
    for number in words["second"]:
        track = max((t for t in index["tracks"] if t["first"] <= number), key=lambda t: t["first"])
        file = posixpath.normpath(posixpath.join("search-index", track["file"]))
        passage = json.loads(archive.text(file))["passages"][number - track["first"]]
        found.append((track["video"], track["language"], passage["text"].partition(" [")[0]))
    assert found == [
        ("mill", "en", "The second, of the mill."),
        ("orchard", "en", "The second, of the orchard."),
        ("orchard", "es", "The second, of the huerto."),
    ]


def test_no_text_of_an_owner_is_taken_for_an_address(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    other = Archive(tmp_path_factory.mktemp("other"))
    other.write(
        "mill/video.toml",
        'title = "See /videos/mill?t=1 and https://me.example/archive/videos/mill"\n',
    )
    other.write("mill/captions.en.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nGo to /search?q=a\n")
    other.export()
    page = other.text("videos/mill/index.html")
    assert "See /videos/mill?t=1 and https://me.example/archive/videos/mill" in page
    assert "Go to /search?q=a" in page
