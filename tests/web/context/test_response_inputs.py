"""One ETag, one page: responses with the same ETag have the same bytes, whoever came first."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from werkzeug.test import TestResponse

from showcase import resources
from showcase.core.catalog.models import Track
from showcase.core.catalog.translations import TrackTranslation, VideoTranslation
from showcase.store.lru_cache import LruCache
from showcase.web.context import request
from showcase.web.video.rendered_page import MAX_PAGE_CACHE_BYTES
from tests.conftest import slow_after
from tests.web.routes import addresses
from tests.web.small_showcase import MILL, ORCHARD, WORDS, Build, Showcase

ENGLISH = VideoTranslation(
    "en",
    title="The press",
    headline="Pressed by hand",
    summary="How the oil is made.",
    tracks=(TrackTranslation("captions.es.vtt", "Not yet reviewed."),),
)
# Originals and translations, words in one language and in several: some reader sees each differently.
ALMAZARA = replace(
    MILL,
    slug="almazara",
    title="La almazara",
    headline="A mano",
    language="es",
    tracks=(
        Track("captions", "es", "Español", "Sin revisar.", cues=2, file="captions.es.vtt"),
        Track("subtitles", "en", "English", cues=2),
    ),
    translations=(ENGLISH, VideoTranslation("ht", title="Moulen an")),
)
HUERTO = replace(ORCHARD, translations=(VideoTranslation("es", title="El huerto"),))
SILENT = replace(MILL, slug="silent", title="Mute", language="de", tracks=())
ALL_WORDS = {
    **WORDS,
    ("almazara", "es"): WORDS["orchard", "es"],
    ("almazara", "en"): WORDS["mill", "en"],
}
VIDEOS = (ALMAZARA, HUERTO, MILL, SILENT)

# None is no header at all.
ACCEPTED = (None, "", "*", "de", "en", "en-GB", "en;q=0", "es", "es-MX", "es-MX, en;q=0.5", "ht",
            "fr;q=0.9, ht;q=0.8", "bn, es;q=0.9", "de, en;q=0.1")  # fmt: skip
PAGES = ("/", "/search", "/search?q=rules", "/search?q=rules&lang=es", "/manifest.webmanifest")
PAGES_OF_VIDEOS = (
    "/videos/{}", "/videos/{}?lang=es", "/videos/{}?q=rules&part=search", "/videos/{}?t=1,4",
    "/videos/{}?t=1,4&part=share", "/videos/{}?beside=en", "/videos/{}?part=keys", "/videos/{}/print",
    "/embed/{}", "/embed/{}?theme=dark",
)  # fmt: skip
# The prefix of the path with the header: where the path names a language, the header tells nothing.
READERS = (
    *product(("",), ACCEPTED),
    *product(("/en", "/es", "/ht"), (None, "de", "es")),
)
# Pages that all readers ask for one after the other, and once more from the last to the first.
ASKED_IN_TURN = {*PAGES, *(page.format("almazara") for page in PAGES_OF_VIDEOS[:5])}


@pytest.fixture
def showcase(build: Build) -> Showcase:
    return build(*VIDEOS, words=ALL_WORDS)


def ask(showcase: Showcase, address: str, accepted: str | None, **headers: str) -> TestResponse:
    named = headers if accepted is None else {"Accept-Language": accepted, **headers}
    return showcase.get(address, named)


def forget_pages(showcase: Showcase) -> None:
    """Nothing that one request was answered with is kept for the next."""
    showcase.client.application.extensions["pages"] = LruCache(MAX_PAGE_CACHE_BYTES)


class TestReadersWhoComeOneAfterTheOther:
    """A page in English is not one language: readers of English get what is translated for them."""

    ADDRESS = "/videos/almazara"
    TITLES = (("de", "A mano"), ("en", "Pressed by hand"))

    @pytest.mark.parametrize("order", [1, -1])
    def test_each_get_their_own_page(self, showcase: Showcase, order: int) -> None:
        for accepted, title in self.TITLES[::order]:
            assert f">{title}<" in ask(showcase, self.ADDRESS, accepted).text

    @pytest.mark.parametrize("order", [1, -1])
    def test_do_not_get_304_for_the_page_of_others(self, showcase: Showcase, order: int) -> None:
        (first, _), (second, title) = self.TITLES[::order]
        tag = ask(showcase, self.ADDRESS, first).headers["ETag"]
        answer = ask(showcase, self.ADDRESS, second, **{"If-None-Match": tag})
        assert answer.status_code == 200
        assert f">{title}<" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        *PAGES,
        *slow_after(
            len(PAGES_OF_VIDEOS),
            [page.format(video.slug) for video, page in product(VIDEOS, PAGES_OF_VIDEOS)],
        ),
    ],
)
@pytest.mark.slow
def test_equal_tags_are_equal_pages_whoever_asked_before(showcase: Showcase, path: str) -> None:
    told: dict[str, bytes] = {}
    alone: dict[tuple[str, str | None], bytes] = {}
    for locale, accepted in READERS:
        forget_pages(showcase)
        answer = ask(showcase, f"{locale}{path}", accepted)
        alone[locale, accepted] = answer.data
        if tag := answer.headers.get("ETag"):
            assert told.setdefault(tag, answer.data) == answer.data, (locale, accepted)
    assert told or path.endswith("silent/print")
    for locale, accepted in [*READERS, *reversed(READERS)] if path in ASKED_IN_TURN else ():
        assert ask(showcase, f"{locale}{path}", accepted).data == alone[locale, accepted], accepted


@pytest.mark.parametrize(
    "queries", [("q=rul%65s", "q=rules"), ('q="rules"', "q=%22rules%22"), ("q=caf\xc3\xa9", "q=caf%C3%A9")]
)  # fmt: skip
@pytest.mark.parametrize("path", ["/search", "/videos/orchard"])
def test_a_query_that_is_written_otherwise_is_another_page_or_the_same_bytes(
    showcase: Showcase, path: str, queries: tuple[str, str]
) -> None:
    told: dict[str, bytes] = {}
    for query in queries:
        forget_pages(showcase)
        answer = showcase.client.get(path, environ_overrides={"QUERY_STRING": query})
        assert told.setdefault(answer.headers["ETag"], answer.data) == answer.data


ELSEWHERE = ({"url": "https://example.org/archive"}, {"youtube_origin": "https://frames.example"})


@pytest.mark.parametrize("settings", ELSEWHERE)
def test_what_an_operator_sets_makes_another_tag(build: Build, settings: dict[str, str]) -> None:
    plain, moved = build(ORCHARD, MILL), build(ORCHARD, MILL, **settings)
    for path in ("/", "/videos/orchard", "/videos/orchard/cite.bib", "/api/videos", "/feed.xml"):
        assert plain.get(path).headers["ETag"] != moved.get(path).headers["ETag"], path


def test_a_request_at_midnight_is_of_one_day(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    days = iter([date(2026, 11, 23), *[date(2026, 11, 24)] * 20])
    monkeypatch.setattr(request, "utc_today", lambda: next(days))
    showcase = build(ORCHARD)
    page, later = (showcase.get("/videos/orchard?t=8,12&part=share") for _ in range(2))
    assert "urldate = {2026-11-23}" in page.text
    assert "2026-11-24" not in page.text
    assert "urldate = {2026-11-24}" in later.text
    assert page.headers["ETag"] != later.headers["ETag"]


# Recordings and posters are tagged by their own bytes.
TAGGED_BY_CONTENT = {"media.media", "branding.page_picture"}


@pytest.mark.slow
def test_another_version_of_the_program_makes_every_tag_another(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tags() -> dict[str, str]:
        showcase = build(ORCHARD, MILL).add_page()
        known = addresses(showcase.client.application)
        told = {name: showcase.get(address).headers.get("ETag") for name, address in known.items()}
        return {name: tag for name, tag in told.items() if tag}

    before = tags()
    monkeypatch.setattr(resources, "hash_folder", lambda *_: "other")
    resources.program_version.cache_clear()
    after = tags()
    resources.program_version.cache_clear()
    assert before.keys() == after.keys()
    assert {name for name, tag in before.items() if after[name] == tag} <= TAGGED_BY_CONTENT


@pytest.mark.parametrize(
    ("first", "same"),
    [
        ("", "?utm_source=x"),
        ("", "?q=&t="),
        ("?q=rules", "?q=rules&q=mill&sort=time&speaker=Rosa"),
        ("?t=8,12&lang=es", "?lang=es&t=8,12"),
        ("?t=8,12", "?t=8%2c12&t=9"),
        ("?t=8&q=a%20b", "?amp;q=a+b&amp;t=8"),
    ],
)
@pytest.mark.parametrize("path", ["/videos/orchard", "/embed/orchard", "/es/videos/orchard"])
def test_what_a_page_does_not_depend_on_makes_no_page_in_the_cache(
    showcase: Showcase, path: str, first: str, same: str
) -> None:
    """And it is in no link of the page."""
    client = showcase.client
    pages: LruCache[object] = client.application.extensions["pages"]
    page = client.get(path + first)
    kept = len(pages)
    again = client.get(path + same)
    assert len(pages) == kept
    assert (again.data, again.headers["ETag"]) == (page.data, page.headers["ETag"])


@pytest.mark.parametrize(
    "other",
    ["?t=8", "?t=8&end=9", "?start=8", "?q=rules", "?q=rules&typing=1", "?q=rules&page=2", "?lang=es",
     "?beside=es", "?part=keys", "?buttons=share", "?edition=2", "?words=1-9", "?results=q%3Drules"],
)  # fmt: skip
def test_what_a_page_depends_on_makes_another(showcase: Showcase, other: str) -> None:
    client = showcase.client
    assert (
        client.get("/videos/orchard").headers["ETag"]
        != (client.get(f"/videos/orchard{other}").headers["ETag"])
    )
