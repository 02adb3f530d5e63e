"""The texts of a video and of the site in the visitor's language."""

import pytest

from showcase.core.catalog.localized import (
    LocalizedLink,
    LocalizedSite,
    LocalizedText,
    LocalizedVideo,
)
from showcase.core.catalog.models import Chapter, Link, Notice, Organization, Person, Track, Video
from showcase.core.catalog.site_catalog import Site
from showcase.core.catalog.translations import (
    ChapterTranslation,
    LinkTranslation,
    NoticeTranslation,
    OrganizationTranslation,
    PersonTranslation,
    SiteTranslation,
    TrackTranslation,
    VideoTranslation,
    find_translation,
)

GUILD = Organization("Pickers United", "PU", "Kent", "https://pu.example", "Wrote the rules.")
WATCH = Organization("Silent Watch")
ROSA = Person("Rosa Field", "Pickers United", "picker")
TEACHER = Person("The teacher")
SPANISH = Track("subtitles", "es", "Español", "Not yet reviewed.", "captions.es.vtt")
CREOLE = Track("subtitles", "ht", "Kreyòl", "", "captions.ht.vtt")
BEFORE, RULES = Chapter(0, 8_000, "Before"), Chapter(8_000, 24_000, "The rules", "Kent")

ES = VideoTranslation(
    language="es",
    title="El huerto",
    kicker="Una muestra",
    poster_alt="Manzanos",
    notice=NoticeTranslation("Muestra.", link="Por qué"),
    links=(LinkTranslation("https://example.org/news", "El anuncio"),),
    people=(
        PersonTranslation("The teacher", "La maestra"),
        PersonTranslation("Rosa Field", role="pizcadora"),
    ),
    organizations=(
        OrganizationTranslation("Pickers United", "Pizcadores Unidos", "PZ", "", "Escribió las reglas."),
    ),
    tracks=(TrackTranslation("captions.es.vtt", "Sin revisar."),),
    chapters=(ChapterTranslation(8_000, "Las reglas", "Kent"),),
)  # fmt: skip
HT = VideoTranslation("ht", tracks=(TrackTranslation("captions.ht.vtt", "Poko revize."),))
ORCHARD = Video(
    slug="orchard",
    title="The orchard",
    language="en",
    headline="Rules we wrote",
    summary="Pickers tell.",
    poster_alt="Apple trees",
    notice=Notice("Sample.", "Nobody is real.", Link("Why", "https://example.org/why")),
    links=(Link("The announcement", "https://example.org/news"), Link("More", "https://m.example")),
    people=(ROSA, TEACHER),
    organizations=(GUILD, WATCH),
    chapters=(BEFORE, RULES),
    tracks=(SPANISH, CREOLE, Track("chapters", "en", "English")),
    translations=(ES, HT),
)


@pytest.mark.parametrize(
    ("reader", "languages"),
    [("es", "es"), ("es-MX", "es"), ("pt-BR", "pt"), ("pt-PT", "pt-PT"), ("en-GB", None), ("en", None),
     ("fr", None), ("", None)],
)  # fmt: skip
def test_who_reads_a_region_s_language_takes_any_of_it(reader: str, languages: str | None) -> None:
    known = [VideoTranslation(tag) for tag in ("es", "pt", "pt-PT", "en-AU")]
    found = find_translation(known, "en", reader)
    assert (found and found.language) == languages


def test_a_text_is_written_like_any_text_and_false_when_empty() -> None:
    assert f"{LocalizedText('agua', 'es')}" == "agua"
    assert LocalizedText("agua")
    assert not LocalizedText("", "es")


def test_each_text_has_its_language_and_untranslated_ones_the_videos_own() -> None:
    texts = LocalizedVideo(ORCHARD, "es")
    assert texts.title == LocalizedText("El huerto", "es")
    assert texts.heading == LocalizedText("Rules we wrote", "en")
    assert texts.summary == LocalizedText("Pickers tell.", "en")
    assert texts.poster_alt == LocalizedText("Manzanos", "es")
    assert texts.notice == (
        LocalizedText("Muestra.", "es"),
        LocalizedText("Nobody is real.", "en"),
        LocalizedText("Por qué", "es"),
        "https://example.org/why",
    )
    assert texts.links == [
        LocalizedLink(LocalizedText("El anuncio", "es"), "https://example.org/news"),
        LocalizedLink(LocalizedText("More", "en"), "https://m.example"),
    ]


def test_a_translation_adds_nothing_that_the_original_has_not() -> None:
    assert not LocalizedVideo(ORCHARD, "es").kicker
    assert LocalizedVideo(Video("a", "A", "en", translations=(ES,)), "es").notice is None


def test_a_video_without_a_headline_is_headed_by_its_title() -> None:
    bare = Video("a", "A", "en", translations=(ES,))
    assert LocalizedVideo(bare, "es").heading == LocalizedText("El huerto", "es")


def test_a_notice_may_have_no_link() -> None:
    bare = Video("a", "A", "en", notice=Notice("T", "X"), translations=(ES,))
    notice = LocalizedVideo(bare, "es").notice
    assert notice
    assert not notice.link


def test_names_of_people_are_nobody_s_language_unless_they_are_called_otherwise() -> None:
    texts = LocalizedVideo(ORCHARD, "es")
    assert texts.person("Rosa Field") == LocalizedText("Rosa Field")
    assert texts.person("The teacher") == LocalizedText("La maestra", "es")
    assert texts.person("Somebody else") == LocalizedText("Somebody else")
    assert texts.role(ROSA) == LocalizedText("pizcadora", "es")


def test_texts_of_organizations_are_translated() -> None:
    texts = LocalizedVideo(ORCHARD, "es")
    assert texts.organization("Pickers United") == LocalizedText("Pizcadores Unidos", "es")
    assert texts.organization("Silent Watch") == LocalizedText("Silent Watch", "en")
    assert texts.short(GUILD) == LocalizedText("PZ", "es")
    assert texts.place(GUILD) == LocalizedText("Kent", "en")
    assert texts.about(GUILD) == LocalizedText("Escribió las reglas.", "es")


def test_a_chapter_without_a_translation_is_in_the_language_of_its_track() -> None:
    texts = LocalizedVideo(ORCHARD, "es")
    assert texts.chapter(RULES) == (LocalizedText("Las reglas", "es"), LocalizedText("Kent", "es"))
    assert texts.chapter(BEFORE) == (LocalizedText("Before", "en"), LocalizedText("", "en"))
    foreign = Video("a", "A", "en", tracks=(Track("chapters", "fr", "Français"),))
    assert LocalizedVideo(foreign).chapter(BEFORE).title == LocalizedText("Before", "fr")


@pytest.mark.parametrize(
    ("reader", "track", "note"),
    [
        ("es", SPANISH, LocalizedText("Sin revisar.", "es")),
        ("en", SPANISH, LocalizedText("Not yet reviewed.", "en")),
        ("", SPANISH, LocalizedText("Not yet reviewed.", "en")),
        ("ht", SPANISH, LocalizedText("Sin revisar.", "es")),
        ("en", CREOLE, LocalizedText("Poko revize.", "ht")),
        ("es", CREOLE, LocalizedText("Poko revize.", "ht")),
    ],
)
def test_a_track_s_note_is_for_the_page_s_readers_else_for_the_track_s(
    reader: str, track: Track, note: LocalizedText
) -> None:
    assert LocalizedVideo(ORCHARD, reader).note(track) == note


def test_a_note_that_nobody_translated_stays_as_it_is() -> None:
    french = Track("subtitles", "fr", "Français", "Made by a machine.", "captions.fr.vtt")
    assert LocalizedVideo(ORCHARD, "es").note(french) == LocalizedText("Made by a machine.", "en")
    assert not LocalizedVideo(ORCHARD, "es").note(Track("captions", "en", "English"))


def test_the_original_is_all_in_its_own_language() -> None:
    texts = LocalizedVideo(ORCHARD)
    assert (texts.title, texts.heading) == (
        LocalizedText("The orchard", "en"),
        LocalizedText("Rules we wrote", "en"),
    )
    assert texts.organization("Pickers United") == LocalizedText("Pickers United", "en")


def test_texts_of_the_site_are_translated() -> None:
    spanish = SiteTranslation("es", "Voces", links=(LinkTranslation("https://a.example", "Red"),))
    links = (Link("Network", "https://a.example"),)
    site = Site("Voices", "Hear them.", links, "2017", "en", translations=(spanish,))
    texts = LocalizedSite(site, "es")
    assert (texts.name, texts.closing) == (
        LocalizedText("Voces", "es"),
        LocalizedText("Hear them.", "en"),
    )
    assert texts.small_print == LocalizedText("2017", "en")
    assert texts.links == [LocalizedLink(LocalizedText("Red", "es"), "https://a.example")]
    assert LocalizedSite(Site("Voices"), "es").name == LocalizedText("Voices", "")
