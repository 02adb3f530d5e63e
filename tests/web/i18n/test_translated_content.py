"""A video in the language of the page: its texts, and the language of its transcript."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag

from showcase.core.catalog.models import Track
from showcase.core.catalog.site_catalog import Catalog, Site
from showcase.core.catalog.translations import (
    ChapterTranslation,
    LinkTranslation,
    NoticeTranslation,
    OrganizationTranslation,
    PersonTranslation,
    SiteTranslation,
    TrackTranslation,
    VideoTranslation,
)
from tests.web.answers import links, one, read
from tests.web.small_showcase import HAND, MILL, ORCHARD, WORDS, Build, Showcase, parse

SPANISH = VideoTranslation(
    language="es",
    title="El huerto: cómo se escribieron las reglas",
    headline="Reglas nuestras",
    summary="Los pizcadores cuentan.",
    notice=NoticeTranslation("Muestra.", "Nadie es real."),
    links=(LinkTranslation("https://example.org/news", "El anuncio"),),
    people=(PersonTranslation("Narrator", "Narradora"), PersonTranslation(HAND, role="pizcadora")),
    organizations=(OrganizationTranslation("Pickers United", "Pizcadores Unidos"),),
    tracks=(TrackTranslation("captions.es.vtt", "Todavía sin revisar."),),
    chapters=(ChapterTranslation(0, "Antes"),),
)
HUERTO = replace(
    ORCHARD,
    tracks=tuple(replace(t, file=f"captions.{t.language}.vtt") for t in ORCHARD.tracks),
    translations=(SPANISH,),
)
# In Spanish only its words can be read, not what is said about it.
MOLINO = replace(MILL, tracks=(*MILL.tracks, Track("subtitles", "es", "Español", cues=2)))
MOLINO_WORDS = {**WORDS, ("mill", "es"): WORDS["mill", "en"]}
READS_SPANISH = {"Accept-Language": "es-MX, en;q=0.5"}
VIDEO = "/videos/orchard"


@pytest.fixture
def showcase(build: Build) -> Showcase:
    return build(HUERTO, MOLINO, words=MOLINO_WORDS)


def written(element: Tag) -> tuple[str, str | None, str | None]:
    """A text with its language and direction, None where they are those of the text around it."""
    language, direction = element.get("lang"), element.get("dir")
    return read(element), str(language) if language else None, str(direction) if direction else None


def test_a_page_says_what_is_translated_and_marks_what_is_not(showcase: Showcase) -> None:
    page = showcase.page(f"/es{VIDEO}")
    assert one(page, "html")["lang"] == "es"
    assert written(one(page, "h1")) == ("Reglas nuestras", None, None)
    assert written(one(page, ".lede")) == ("Los pizcadores cuentan.", None, None)
    assert written(one(page, ".kicker")) == ("A sample", "en", None)
    assert written(one(page, ".notice b")) == ("Muestra.", None, None)
    assert written(one(page, ".notice a")) == ("Why", "en", None)
    titles = [written(title) for title in page.select(".chapter-title")]
    assert titles == [("Antes", None, None), ("The rules", "en", None)]
    assert [read(link) for link in page.select(".links a")] == ["El anuncio"]


def test_a_page_of_the_original_needs_no_marks(showcase: Showcase) -> None:
    page = showcase.page(VIDEO)
    assert written(one(page, "h1")) == ("Rules we wrote", None, None)
    others = {str(tag["lang"]) for tag in page.select("main [lang]")} - {"en"}
    assert others == {"es"}  # the other words, called by their own name


def test_people_and_organizations_are_called_as_readers_call_them(showcase: Showcase) -> None:
    page = showcase.page(f"/es{VIDEO}")
    assert [str(who.contents[0]) for who in page.select(".voice")][:2] == ["Narradora", HAND]
    assert [written(org) for org in page.select(".org")] == [("Pizcadores Unidos", None, None)]
    rows = [read(row) for row in page.select(".rows li")]
    assert rows[0].startswith("Pizcadores Unidos PU; Kent; Rosa Field, pizcadora")
    assert written(page.select(".rows h3")[1]) == ("Silent Watch", "en", None)


def test_within_words_the_names_say_when_they_are_in_another_language(showcase: Showcase) -> None:
    page = showcase.page(f"/es{VIDEO}?lang=en")
    assert one(page, "#transcript")["lang"] == "en"
    assert written(one(page, ".org")) == ("Pizcadores Unidos", "es", None)
    headings = [written(heading) for heading in page.select(".chh")]
    assert headings == [("1Antes", "es", None), ("2The rules", None, None)]


def test_a_quote_stays_in_the_words_that_were_spoken(showcase: Showcase) -> None:
    page = showcase.page(f"/es{VIDEO}")
    quote = one(page, ".quote blockquote")
    assert written(quote) == ("Then we wrote the rules ourselves", "en", None)
    translated = one(page, ".translated span")
    assert written(translated) == ("Luego escribimos las reglas.", None, None)
    assert not showcase.page(VIDEO).select(".translated")


def test_the_title_and_the_description_are_for_the_page_s_readers(showcase: Showcase) -> None:
    page = showcase.page(f"/es{VIDEO}")
    assert read(one(page, "title")) == f"{SPANISH.title} | Samples"
    assert one(page, "meta[name=description]")["content"] == "Los pizcadores cuentan."
    assert str(one(page, "link[rel=canonical]")["href"]).endswith("/videos/orchard")


def previewed(page: BeautifulSoup) -> dict[str, str]:
    """The preview of a link to the page on other sites."""
    metas = page.select("meta[property^='og:'], meta[name^='twitter:']")
    return {str(meta.get("property") or meta["name"]): str(meta["content"]) for meta in metas}


PREVIEWS = [
    # Whoever sees a link that names a language is shown it in that language.
    (f"/es{VIDEO}", {}, SPANISH.title, "Los pizcadores cuentan."),
    (f"/bn{VIDEO}", {}, ORCHARD.title, ORCHARD.summary),
    # A preview is kept for all, whatever the one browser asked for that made it.
    (VIDEO, {"Accept-Language": "es"}, ORCHARD.title, ORCHARD.summary),
    (
        f"/es{VIDEO}?t=8,24&lang=es",
        {},
        "«Luego escribimos las reglas.» — Rosa Field",
        f"Rosa Field, Pizcadores Unidos, {SPANISH.title}, diciembre de 2017",
    ),
    (f"/es{VIDEO}?t=0,4", {}, "“We pick the apples before the sun is up.” — Narradora", ""),
]


@pytest.mark.parametrize(("address", "headers", "title", "description"), PREVIEWS)
def test_a_preview_is_in_the_language_that_the_address_names(
    showcase: Showcase, address: str, headers: dict[str, str], title: str, description: str
) -> None:
    page = parse(showcase.client.get(address, headers=headers).text)
    said = previewed(page)
    for site in ("og", "twitter"):
        assert said[f"{site}:title"] == title
        assert said[f"{site}:description"] == description or not description


ADDRESSES = [
    (f"/es{VIDEO}", f"/es{VIDEO}"),
    (f"/es{VIDEO}?q=reglas&beside=en", f"/es{VIDEO}"),
    (f"/es{VIDEO}?lang=en", f"/es{VIDEO}?lang=en"),
    (f"/es{VIDEO}?t=8,24", f"/es{VIDEO}?t=8,24"),
    (f"/es{VIDEO}?t=8,24&lang=es", f"/es{VIDEO}?t=8,24&lang=es"),
    (f"{VIDEO}?lang=es", f"{VIDEO}?lang=es"),
]


@pytest.mark.parametrize(("address", "own"), ADDRESSES)
def test_a_preview_is_looked_for_at_the_address_of_its_language(
    showcase: Showcase, address: str, own: str
) -> None:
    assert previewed(showcase.page(address))["og:url"] == f"http://localhost{own}"


def test_a_preview_calls_the_showcase_and_the_video_as_readers_do(showcase: Showcase) -> None:
    site = Site("Samples", language="en", translations=(SiteTranslation("es", "Muestras"),))
    showcase.library.current.catalog = Catalog(site, (HUERTO, MOLINO))
    said = previewed(showcase.page(f"/es{VIDEO}"))
    assert said["og:site_name"] == "Muestras"
    assert said["og:locale"] == "es_LA"
    assert SPANISH.title in said["og:image:alt"]
    assert previewed(showcase.page(VIDEO))["og:site_name"] == "Samples"


def test_the_showcase_is_called_as_readers_call_it(showcase: Showcase) -> None:
    spanish = SiteTranslation("es", "Muestras")
    site = Site("Samples", "Made for tests.", language="en", translations=(spanish,))
    showcase.library.current.catalog = Catalog(site, (HUERTO, MOLINO))
    page = showcase.page("/es/")
    assert written(one(page, ".site-name span")) == ("Muestras", None, None)
    assert written(one(page, ".closing")) == ("Made for tests.", "en", None)
    assert read(one(showcase.page(f"/es{VIDEO}"), "title")).endswith(" | Muestras")


NOTES = [
    (f"/es{VIDEO}", ("Todavía sin revisar.", None, None)),
    (f"{VIDEO}?lang=es", ("Not yet reviewed.", "en", None)),
    (f"/ht{VIDEO}?lang=es", ("Todavía sin revisar.", None, None)),
]


@pytest.mark.parametrize(("address", "note"), NOTES)
def test_the_note_about_a_translation_is_above_it(
    showcase: Showcase, address: str, note: tuple[str, str | None, str | None]
) -> None:
    assert written(one(showcase.page(address), "#transcript .track-note")) == note


SHOWN = [
    (VIDEO, {}, "en"),
    (VIDEO, READS_SPANISH, "es"),
    (VIDEO, {"Accept-Language": "fr"}, "en"),
    (f"/es{VIDEO}", {}, "es"),
    (f"/ht{VIDEO}", {}, "en"),
    (f"/es{VIDEO}?q=reglas", {}, "es"),
    (f"/es{VIDEO}?lang=en", {}, "en"),
    (f"/en{VIDEO}?lang=es", {}, "es"),
    # What was shared stays what it was, whoever opens it.
    (f"{VIDEO}?t=8,12", READS_SPANISH, "en"),
    (f"/es{VIDEO}?t=8", {}, "en"),
    (f"/es{VIDEO}?t=nonsense", {}, "en"),
    (f"/es{VIDEO}?start=8", {}, "en"),
    (f"/es{VIDEO}?words=2-9", {}, "en"),
    (f"/es{VIDEO}?t=8&lang=es", {}, "es"),
    (f"/es{VIDEO}?lang=xx", {}, "en"),
]


@pytest.mark.parametrize(("address", "headers", "language"), SHOWN)
def test_words_are_shown_in_the_language_of_the_page_unless_the_address_says_more(
    showcase: Showcase, address: str, headers: dict[str, str], language: str
) -> None:
    text = showcase.get(address, headers).text
    assert f'data-language="{language}"' in text


def test_of_a_language_with_regions_a_near_one_is_shown(build: Build) -> None:
    tracks = (HUERTO.tracks[0], replace(HUERTO.tracks[1], language="es-MX"))
    words = {**WORDS, ("orchard", "es-MX"): WORDS["orchard", "es"]}
    page = build(replace(HUERTO, tracks=tracks), words=words).page(f"/es{VIDEO}")
    assert one(page, "#transcript")["lang"] == "es-MX"


def test_links_keep_the_words_that_are_read(showcase: Showcase) -> None:
    page = showcase.page(f"/es{VIDEO}")
    assert links(page, "[aria-labelledby=read-in] a") == {
        "English": f"/es{VIDEO}?lang=en#transcript",
        "Español": f"/es{VIDEO}#transcript",
    }
    assert not page.select("#search [name=lang]")
    assert links(page, ".words .time")["0:00"] == f"/es{VIDEO}?t=0,8&lang=es#p0"
    own = showcase.page(f"/es{VIDEO}?lang=en")
    assert one(own, "#search [name=lang]")["value"] == "en"
    assert links(own, ".words .time")["0:00"] == f"/es{VIDEO}?t=0,8#p0"
    assert not showcase.page(VIDEO).select("#search [name=lang]")


def test_a_suggestion_keeps_the_words_that_are_read(showcase: Showcase) -> None:
    page = showcase.page(f"/es{VIDEO}?lang=en&q=rulez")
    found = links(page, "#search-result [data-query]")
    assert found
    assert all("lang=en" in href for href in found.values())


def test_a_script_that_writes_a_moment_knows_the_language(showcase: Showcase) -> None:
    assert one(showcase.page(f"/es{VIDEO}"), "#transcript")["data-lang"] == "es"
    assert "data-lang" not in one(showcase.page(f"/es{VIDEO}?t=8"), "#transcript").attrs


def test_the_captions_are_those_of_the_words(showcase: Showcase) -> None:
    for address, language in ((f"/es{VIDEO}", "es"), (f"{VIDEO}?lang=en", "en")):
        assert one(showcase.page(address), "track[data-default]")["srclang"] == language


def test_paper_is_in_the_language_of_the_page_too(showcase: Showcase) -> None:
    page = showcase.page(f"/es{VIDEO}/print")
    assert read(one(page, "h1")) == SPANISH.title
    assert read(page.select(".said")[1]).endswith("Luego escribimos las reglas.")
    assert [read(heading) for heading in page.select("h2")][:2] == ["Antes", "The rules"]
    printed = showcase.page(f"/es{VIDEO}").select(".downloads a[href*=print]")
    assert [str(link["href"]) for link in printed] == [
        f"/es{VIDEO}/print?lang=en",
        f"/es{VIDEO}/print",
    ]


def test_a_text_file_is_all_in_the_language_of_its_words(showcase: Showcase) -> None:
    text = showcase.get(f"{VIDEO}/tracks/subtitles.es.txt").text
    assert text.startswith(str(SPANISH.title))
    assert "Español. Todavía sin revisar." in text
    assert "\nAntes\n" in text


def test_oembed_speaks_the_language_that_the_asked_address_names(showcase: Showcase) -> None:
    told = showcase.get(f"/oembed?url=http%3A%2F%2Flocalhost%2Fes{VIDEO}").get_json()
    assert told["title"] == str(SPANISH.title)
    assert f'title="{SPANISH.title}"' in told["html"]
    assert f'src="http://localhost/es{VIDEO.replace("videos", "embed")}"' in told["html"]


MACHINES = [
    f"/oembed?url=http%3A%2F%2Flocalhost{VIDEO}",
    f"{VIDEO}/cite.bib?t=8",
    "/feed.xml",
    "/api/videos/orchard",
]


@pytest.mark.parametrize("address", MACHINES)
def test_programs_get_the_original_whatever_their_browser_reads(
    showcase: Showcase, address: str
) -> None:
    response = showcase.get(address, READS_SPANISH)
    assert response.status_code == 200
    assert "The orchard" in response.text


def test_a_list_of_videos_leads_to_the_words_of_the_page(showcase: Showcase) -> None:
    page = showcase.page("/es/search?q=rules")
    assert links(page, ".group h2 a")["Reglas nuestras"].startswith(f"/es{VIDEO}?q=rules&lang=en&")


def test_without_a_wish_of_the_reader_a_video_is_shown_as_it_is(build: Build) -> None:
    """A crawler names no language: the page is in English, the transcript in the language of the video."""
    spanish = replace(
        HUERTO, language="es", tracks=(HUERTO.tracks[1], HUERTO.tracks[0]), translations=()
    )
    showcase = build(spanish)
    assert 'data-language="es"' in showcase.get(VIDEO).text
    assert 'data-language="en"' in showcase.get(f"/en{VIDEO}").text
