"""Answers written by hand, and helpers to read the pages that show them."""

import json
from collections.abc import Callable

from bs4 import BeautifulSoup, Tag

from showcase.core.search.results import Answer, Hit
from showcase.core.text.spans import Span
from showcase.core.timing.moments import Moment
from tests.web.small_showcase import HAND

Ask = Callable[..., BeautifulSoup]

TEXT = "Then we wrote the rules ourselves, word by word."
RULES = Span(TEXT.index("rules"), TEXT.index("rules") + 5)


def hit_of(video: str = "orchard", language: str = "en", text: str = TEXT, at_s: int = 8) -> Hit:
    return Hit(
        video=video,
        language=language,
        speaker=HAND,
        passage=0,
        key=f"p{at_s}000",
        text=text,
        text_start=0,
        marks=(RULES,),
        matches=(RULES,),
        match_starts_ms=(at_s * 1_000,),
        moment=Moment(at_s * 1_000, (at_s + 1) * 1_000),
    )


def answer_of(*hits: Hit, query: str = "rules") -> Answer:
    """An answer of all its hits."""
    videos: dict[str, int] = {}
    for hit in hits:
        videos[hit.video] = videos.get(hit.video, 0) + 1
    return Answer(query, "words", len(hits), hits, videos)


def one(page: BeautifulSoup | Tag, selector: str) -> Tag:
    found = page.select(selector)
    assert len(found) == 1, f"{selector} finds {len(found)}"
    return found[0]


def read(element: BeautifulSoup | Tag) -> str:
    """Its text as it is read: white space in a row is one space."""
    return " ".join(element.get_text().split())


def links(page: BeautifulSoup | Tag, selector: str) -> dict[str, str]:
    """What links say, and where they lead."""
    return {read(link): str(link["href"]) for link in page.select(selector)}


def metas(page: BeautifulSoup) -> dict[str, list[str]]:
    """The contents of the `<meta>`s, by name or property."""
    found: dict[str, list[str]] = {}
    for meta in page.select("meta[content]"):
        name = str(meta.get("property") or meta.get("name"))
        found.setdefault(name, []).append(str(meta["content"]))
    return found


def json_ld(page: BeautifulSoup) -> dict[str, object]:
    """The video as search engines read it."""
    script = one(page, 'script[type="application/ld+json"]')
    found: dict[str, object] = json.loads(script.string or "")
    return found


def texts(page: BeautifulSoup | Tag, selector: str) -> list[str]:
    """What the elements say that a selector finds, without white space around it."""
    return [read(element) for element in page.select(selector)]
