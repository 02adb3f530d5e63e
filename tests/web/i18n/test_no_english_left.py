"""No sentence of a page is left untranslated: found with an invented language.

In it every message has its letters changed ("Play" is "жжжж"), and the words of
the content are marked as what they are. So whatever of a page is written with the letters of ours, where the
page says that it is in that language, was forgotten.
"""

import re
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import replace

import pytest
from babel.support import NullTranslations
from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import Comment, Doctype

from showcase.core.catalog.models import Track
from showcase.core.quotes.diff import Relation
from showcase.core.search.results import Answer, AnswerKind, Difference
from showcase.core.text.spans import Span
from showcase.errors import ShowcaseError
from showcase.web.i18n import catalogs as locales
from tests.web.answers import TEXT, answer_of, hit_of, read
from tests.web.small_showcase import HAND, MILL, ORCHARD, Build, Showcase, parse

LETTERS = re.compile(r"[A-Za-z]+")
GAP = re.compile(r"(%\(\w+\)s|\{\w+\})")
TOLD = (
    "aria-label",
    "aria-valuetext",
    "title",
    "placeholder",
    "alt",
    "data-said",
    "data-status",
    "label",
)
# What is called so in every language: names, of people, of sites and of formats.
NAMES = re.compile(
    r"https?://\S+|Rosa Field|Pickers United|Silent Watch|Narrator|Foreman|Samples|APA 7|MLA 9|Chicago 17|"
    r"BibTeX|RIS|CSL-JSON|JSON|SubRip|WebVTT|\.(srt|vtt|txt|json)|WEBM|kB|WhatsApp|Mastodon|Bluesky|Facebook|"
    r"\bX\b|English|Español|Kreyòl|Ctrl\+P|⌘P|YouTube|zebra|rulse|rules|ruled"
)
NOT_READ = ("script", "style", "meta", "link")
# Code to be pasted, what the visitor wrote, and what the site says of itself.
OTHERS = "#share-embed, bdi, .closing, .site-footer ul"
# In the title of a page no element can stand: what it has of the video, or of what was searched for.
IN_TITLE = re.compile(rf"[“«].*[”»]|: .*(?= \|)|{ORCHARD.title}|{MILL.title}")


def disguised(sentence: str) -> str:
    """A sentence with its letters changed, and its placeholders as they were."""
    parts = GAP.split(sentence)
    return "".join(
        part if GAP.fullmatch(part) else LETTERS.sub(lambda found: "ж" * len(found[0]), part)
        for part in parts
    )


class Disguise(NullTranslations):
    """A catalog that disguises every sentence."""

    def gettext(self, message: str) -> str:
        return disguised(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return disguised(msgid1 if n == 1 else msgid2)

    ugettext, ungettext = gettext, ngettext


@pytest.fixture(autouse=True)
def _disguise(monkeypatch: pytest.MonkeyPatch) -> None:
    real = locales.load_catalog
    monkeypatch.setattr(
        locales, "load_catalog", lambda tag: Disguise() if tag == "bn" else real(tag)
    )


def spoken(element: Tag) -> str:
    """The language of an element: its `lang`, or that of an element around it."""
    own = next((e for e in (element, *element.parents) if e.get("lang")), None)
    return str(own["lang"]) if own else ""


def told(page: BeautifulSoup) -> Iterator[tuple[str, Tag]]:
    """All texts of a page that people read or hear, each with its element."""
    for element in page.find_all():
        if element.name in NOT_READ or element.find_parent(NOT_READ):
            continue
        for name in TOLD:
            if element.get(name):
                yield str(element[name]), element
        for child in element.children:
            if isinstance(child, NavigableString) and not isinstance(child, (Comment, Doctype)):
                yield IN_TITLE.sub("", child) if element.name == "title" else str(child), element


def forgotten(page: BeautifulSoup) -> list[str]:
    """The texts of a page in that language that are not disguised, without names."""
    others = page.select(OTHERS)
    return [
        f"{text.strip()} in <{element.name} {element.attrs}>"
        for text, element in told(page)
        if LETTERS.search(NAMES.sub("", text))
        and spoken(element) in ("", "bn")
        and not any(other in (element, *element.parents) for other in others)
    ]


PAGES = [
    "/", "/videos/orchard", "/videos/mill", "/videos/orchard?t=8.2,11.9", "/videos/orchard?t=8",
    "/videos/orchard?t=99", "/videos/orchard?t=::", "/videos/mill?t=1,2", "/videos/mill?t=2",
    "/videos/orchard?lang=es&t=8,24", "/videos/orchard?t=8.2,11.9&part=share",
    "/videos/orchard?q=rules", "/videos/orchard?q=zebra", "/videos/orchard?q=rulse",
    "/videos/orchard?q=rules&part=search", "/videos/orchard?q=zebra&part=search",
    "/videos/orchard?q=rulse&part=search", "/videos/orchard?q=manzanas&part=search",
    "/videos/orchard?q=then+we+wrote+the+zebra+ourselves+word&part=search",
    "/search", "/search?q=rules", "/search?q=zebra", "/search?q=rulse", "/search?q=rules&page=9",
    "/search?q=rules&speaker=Foreman", "/search?q=rules&language=es", "/search?q=zebra&video=mill",
    "/search?q=then+we+wrote+the+zebra+ourselves+word", "/search?q=manzanas",
    "/embed/orchard", "/embed/mill?q=zebra", "/embed/orchard?t=8.2,11.9",
    "/videos/orchard/print", "/videos/orchard/print?lang=es",
    "/speakers", "/speakers/rosa-field", "/speakers/rosa-field/in/orchard", "/organizations",
    "/organizations/pickers-united", "/dates", "/dates/2017", "/dates/undated",
]  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
def test_a_page_says_all_in_its_language(showcase: Showcase, address: str) -> None:
    page = showcase.page(f"/bn{address}")
    assert "жж" in str(page)
    assert forgotten(page) == []


def test_what_is_forgotten_is_found(showcase: Showcase) -> None:
    page = copy(showcase.page("/bn/"))
    assert page.h1
    page.h1.string = "Look"
    page.h1["title"] = "Rosa Field speaks"
    assert [text.partition(" in <")[0] for text in forgotten(page)] == ["Rosa Field speaks", "Look"]


@pytest.mark.parametrize(
    ("address", "code"), [("/none", 404), ("/videos/none", 404), ("/embed/none", 404)]
)
def test_so_does_a_page_about_what_is_not_there(
    showcase: Showcase, address: str, code: int
) -> None:
    assert forgotten(showcase.page(f"/bn{address}", code)) == []


def test_so_does_a_page_about_a_fault(showcase: Showcase) -> None:
    refused = showcase.client.post("/bn/search")
    assert refused.status_code == 405
    assert forgotten(parse(refused.text)) == []


def break_with(showcase: Showcase, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(showcase.library.current, "transcript", fail)
    showcase.client.application.testing = False


@pytest.mark.parametrize("error", [ShowcaseError("video.toml:3: no title"), RuntimeError("broken")])
def test_so_does_a_page_about_a_fault_of_ours_but_for_what_the_command_line_says(
    showcase: Showcase, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    break_with(showcase, monkeypatch, error)
    page = parse(showcase.get("/bn/videos/orchard").text)
    assert forgotten(page) == []
    lede = page.select(".lede")
    assert len(lede) == 1
    if isinstance(error, ShowcaseError):
        assert (lede[0]["lang"], read(lede[0])) == ("en", "video.toml:3: no title")


def test_so_does_one_without_videos(build: Build) -> None:
    page = build(words={}).page("/bn/")
    assert forgotten(page) == []


def test_so_does_one_with_all_that_a_video_can_have(build: Build) -> None:
    source = replace(
        ORCHARD.source, kind="youtube", files=(), address="https://youtube.com/x", id="x"
    )  # type: ignore[type-var]
    video = replace(
        ORCHARD,
        source=source,
        tracks=(*ORCHARD.tracks, Track("descriptions", "en", "English", cues=2)),
        quotes=(replace(ORCHARD.quotes[0], moment=None), *ORCHARD.quotes),
    )
    assert forgotten(build(video, MILL).page("/bn/videos/orchard")) == []


def differing(relation: Relation, said: str, quoted: str) -> Difference:
    start = TEXT.index(said) if said else 0
    return Difference(relation, Span(start, start + len(said)), quoted)


@pytest.mark.parametrize("similarity", [0.99, 0.94, 0.7, 0.4])
@pytest.mark.parametrize("kind", ["quote", "nearest"])
def test_so_does_one_that_shows_how_a_quote_differs(
    ask: Callable[..., BeautifulSoup], similarity: float, kind: AnswerKind
) -> None:
    pieces = (
        differing("same", "Then we wrote", "Then we wrote"),
        differing("changed", "the rules", "some"),
        differing("elided", "", ""),
        differing("not quoted", "ourselves", ""),
    )
    hit = replace(hit_of(), similarity=similarity, differences=pieces)
    answer: Answer = replace(answer_of(hit), kind=kind, instead=("rules", "ruled", "rulse"))
    for address in ("/bn/search?q=zebra", "/bn/videos/orchard?q=zebra"):
        assert forgotten(ask(answer, address)) == []


def test_names_of_speakers_are_known_here() -> None:
    assert NAMES.fullmatch(HAND)
