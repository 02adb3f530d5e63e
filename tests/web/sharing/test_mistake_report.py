"""Reporting a mistake: a link to the owner's mailbox or form, with the words and their place in it."""

from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from bs4 import Tag

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import Track, Video
from showcase.core.catalog.site_catalog import Catalog
from showcase.web.sharing.mistake_report import MAX_REPORT_URL_CHARS
from tests.web.small_showcase import ORCHARD, Build, Showcase, StandInLibrary

MOMENT = "/videos/orchard?t=8,10.5"
LABEL = "Report a mistake in these words"
LONG = Video(
    slug="talk", title="দীর্ঘ আলাপ " * 40, language="bn", duration_ms=600_000,
    tracks=(Track("captions", "bn", "বাংলা", cues=1),),
)  # fmt: skip
LONG_WORDS = {("talk", "bn"): (Cue(0, 500_000, "আমরা নিজেরাই নিয়ম লিখেছি। " * 300, "ক" * 400),)}


def with_contact(showcase: Showcase, contact: str) -> Showcase:
    """The same showcase, whose owner takes reports there."""
    library = showcase.client.application.extensions["library"]
    assert isinstance(library, StandInLibrary)
    catalog = library.snapshot().catalog
    site = replace(catalog.site, contact=contact)
    library.current = replace(library.current, catalog=Catalog(site, catalog.videos))
    return showcase


def report_link(showcase: Showcase, path: str = MOMENT, label: str = LABEL) -> Tag | None:
    links = showcase.page(path).select("#share a")
    return next((link for link in links if label in link.text), None)


def test_without_a_contact_there_is_no_such_link(showcase: Showcase) -> None:
    assert report_link(showcase) is None


def test_an_e_mail_has_the_words_their_speaker_time_and_address(showcase: Showcase) -> None:
    link = report_link(with_contact(showcase, "words@example.org"))
    assert link
    assert not link.has_attr("target")
    url = urlsplit(str(link["href"]))
    told = parse_qs(url.query, strict_parsing=True)
    assert (url.scheme, url.path) == ("mailto", "words@example.org")
    assert told["subject"] == [f"A mistake in: {ORCHARD.title}, 0:08–0:10"]
    assert told["body"][0].split("\r\n")[:4] == [
        "“Then we wrote the rules ourselves”",
        "— Rosa Field",
        "0:08–0:10",
        "http://localhost/videos/orchard?t=8,10.5",
    ]


def test_an_e_mail_is_in_the_language_of_the_page(showcase: Showcase) -> None:
    link = report_link(
        with_contact(showcase, "words@example.org"),
        f"/es{MOMENT}",
        "Avisar de un error en estas palabras",
    )
    assert link
    assert unquote(str(link["href"])).startswith("mailto:words@example.org?subject=Un error en: ")


@pytest.mark.parametrize("address", ["peña@example.org", "a+b@example.org"])
def test_the_address_is_percent_encoded(showcase: Showcase, address: str) -> None:
    link = report_link(with_contact(showcase, address))
    assert link
    path = urlsplit(str(link["href"])).path
    assert (unquote(path), path.isascii()) == (address, True)


def test_a_form_gets_parameters_beside_its_own(showcase: Showcase) -> None:
    link = report_link(with_contact(showcase, "https://example.org/form?site=wsr#top"))
    assert link
    assert link["rel"] == ["noopener", "noreferrer"]
    url = urlsplit(str(link["href"]))
    assert (url.netloc, url.path, url.fragment) == ("example.org", "/form", "top")
    assert parse_qs(url.query, strict_parsing=True) == {
        "site": ["wsr"],
        "words": ["Then we wrote the rules ourselves"],
        "speaker": ["Rosa Field"],
        "time": ["0:08–0:10"],
        "video": [ORCHARD.title],
        "language": ["en"],
        "url": ["http://localhost/videos/orchard?t=8,10.5"],
    }


def test_a_form_can_name_its_fields_itself(showcase: Showcase) -> None:
    form = "https://example.org/form?entry.1={words}&entry.2={url}&entry.3={other}"
    link = report_link(with_contact(showcase, form))
    assert link
    assert parse_qs(urlsplit(str(link["href"])).query) == {
        "entry.1": ["Then we wrote the rules ourselves"],
        "entry.2": ["http://localhost/videos/orchard?t=8,10.5"],
        "entry.3": ["{other}"],
    }


@pytest.mark.parametrize("contact", ["words@example.org", "https://example.org/form"])
def test_long_words_are_cut_so_that_every_program_takes_the_link(
    build: Build, contact: str
) -> None:
    showcase = with_contact(build(LONG, words=LONG_WORDS), contact)
    link = report_link(showcase, "/videos/talk?t=0,500")
    assert link
    href = str(link["href"])
    assert len(href) <= MAX_REPORT_URL_CHARS
    assert "আমরা নিজেরাই" in unquote(href)
    assert "http://localhost/videos/talk?t=0,500" in unquote(href)


def test_words_with_marks_stay_words(build: Build) -> None:
    cue = Cue(0, 4_000, 'He said: "50 % & more\n<b>now</b>", {url} #1', "Ana & Co")
    words = {("talk", "bn"): (cue,)}
    link = report_link(
        with_contact(build(LONG, words=words), "https://example.org/form?w={words}"),
        "/videos/talk?t=0,4",
    )
    assert link
    assert parse_qs(urlsplit(str(link["href"])).query)["w"] == [
        'He said: "50 % & more <b>now</b>", {url} #1'
    ]
