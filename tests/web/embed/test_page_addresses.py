"""Every address that our pages name for a video is one that /oembed answers for, in the same language."""

import re
from dataclasses import dataclass, field
from html import unescape
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import quote, urldefrag, urljoin, urlsplit

import pytest
from werkzeug.test import TestResponse

from tests.conftest import slow_after
from tests.web.answers import one
from tests.web.small_showcase import MILL, ORCHARD, Build, Showcase, parse

# What names addresses: pages of a video in every form, and what programs read.
SOURCES = (
    "/", "/es/", "/videos/orchard", "/es/videos/orchard", "/bn/videos/orchard?t=8.2,11.9",
    "/videos/orchard?t=8.2,11.9&words=70-90", "/videos/orchard?lang=es&t=8,24", "/ht/videos/orchard?lang=en",
    "/videos/orchard?lang=es&beside=en", "/es/videos/orchard?q=reglas", "/embed/orchard",
    "/es/embed/orchard?theme=dark", "/videos/orchard/print", "/es/videos/orchard/print?lang=en&beside=es",
    "/search?q=rules", "/es/search?q=reglas", "/sitemap.xml", "/feed.xml", "/iiif/orchard/manifest.json",
    "/api/videos/orchard", "/api/search?q=rules", "/videos/orchard/annotation?t=8.2,11.9",
    "/videos/orchard/cite.json?t=8.2,11.9",
)  # fmt: skip
CASES = {
    "SCRIPT_NAME": ((ORCHARD, MILL), "", "http://films.example/archive/"),
    "at the root": ((ORCHARD, MILL), "", "http://localhost/"),
    "one video": ((ORCHARD,), "", "http://localhost/"),
    "public address": ((ORCHARD, MILL), "https://films.example/archive", "http://localhost/"),
}
_ADDRESS = re.compile(r"""(?<=["'>])(?:https?://[^\s"'<>]+|/[^\s"'<>]*)(?=["'<])""")


@dataclass
class Site:
    """A showcase, and the address at which the world sees it."""

    showcase: Showcase
    base_url: str
    public_url: str
    told: dict[str, TestResponse] = field(default_factory=dict)

    def get(self, path: str) -> TestResponse:
        """The response to a path below the base address; each is asked for once."""
        if path not in self.told:
            client = self.showcase.client
            self.told[path] = client.get(path, base_url=self.base_url, buffered=True)
        return self.told[path]

    def open(self, url: str) -> TestResponse:
        """The response to an absolute address of the site; its fragment is not sent."""
        return self.get(urldefrag(url.removeprefix(self.public_url)).url or "/")


class Seen(NamedTuple):
    """What a visitor sees of a page: its language if its address names one, and that of the words."""

    locale: str
    words: str


@pytest.fixture(params=slow_after(1, [*CASES]))
def site(build: Build, request: pytest.FixtureRequest) -> Site:
    return site_of(build, request.param)


def site_of(build: Build, case: str) -> Site:
    videos, url, base_url = CASES[case]
    return Site(build(*videos, url=url), base_url, (url or base_url).rstrip("/"))


def addresses_in(site: Site, source: str) -> set[str]:
    """All absolute addresses of the site that a response writes, also in scripts' data and code to copy."""
    response = site.get(source)
    assert response.status_code == 200, source
    text = unescape(unescape(response.text)).replace("\\/", "/")
    found = (urljoin(f"{site.public_url}/", url) for url in _ADDRESS.findall(text))
    return {url for url in found if f"{url}/".startswith(f"{site.public_url}/")}


def is_page_of_a_video(site: Site, url: str) -> bool:
    """A page of a video says so: its canonical address is one."""
    response = site.open(url)
    if response.status_code != 200 or response.mimetype != "text/html":
        return False
    return re.search('<link rel="canonical" href="[^"]+/videos/', response.text) is not None


def seen(site: Site, url: str) -> Seen:
    """The languages of a page; of one to print, its words have no name."""
    page = site.open(url).text
    named = re.match(r"/(en|es|ht|bn)(?:/|$)", url.removeprefix(site.public_url))
    (locale,) = re.findall(r'<html lang="([^"]+)"', page)
    (words,) = re.findall(r'<(?:section id="transcript"[^>]*|div) lang="([^"]+)"', page)
    return Seen(locale if named else "", words)


def all_addresses(site: Site) -> list[str]:
    return sorted({url for source in SOURCES for url in addresses_in(site, source)})


def has_suffix(url: str) -> bool:
    """Addresses of files have one, "/videos/orchard/card.png"; those of pages have none."""
    return PurePosixPath(urlsplit(url).path).suffix != ""


def check_oembed(site: Site, url: str) -> None:
    """What is embedded for the page of a video is in its language, with its words."""
    response = site.get(f"/oembed?url={quote(url, safe='')}")
    assert response.status_code == 200, (url, response.text)
    frame = one(parse(response.get_json()["html"]), "iframe")
    assert seen(site, str(frame["src"])) == seen(site, url), (url, frame["src"])


@pytest.mark.slow
def test_oembed_answers_for_each_in_its_language(site: Site) -> None:
    # One of those that differ in times alone.
    kinds = {re.sub(r"\d+(\.\d+)?", "0", url): url for url in all_addresses(site)}.values()
    pages = [url for url in kinds if not has_suffix(url) and is_page_of_a_video(site, url)]
    paths = {urlsplit(url.removeprefix(site.public_url)).path for url in pages}
    assert {"/videos/orchard", "/es/videos/orchard", "/embed/orchard"} <= paths
    assert {"/videos/orchard/print", "/es/videos/orchard/print"} <= paths
    assert ("/bn/" in paths) == (len(site.showcase.library.current.catalog.videos) == 1)
    for url in pages:
        check_oembed(site, url)


@pytest.mark.slow
def test_so_it_does_for_each_that_differs_in_times_and_no_file_is_a_page(build: Build) -> None:
    site = site_of(build, "at the root")
    pages = [url for url in all_addresses(site) if is_page_of_a_video(site, url)]
    assert not [url for url in pages if has_suffix(url)]
    assert len(pages) > 150
    for url in pages:
        check_oembed(site, url)
