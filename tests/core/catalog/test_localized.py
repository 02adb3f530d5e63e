"""A video and the showcase as readers of a language see them."""

import pytest

from showcase.core.catalog.localized import LinkText, SiteTexts, Text, VideoTexts
from showcase.core.catalog.models import (
    Chapter,
    Link,
    Notice,
    Organization,
    Person,
    Site,
    Track,
    Video,
)
from showcase.core.catalog.translations import (
    ChapterTranslation,
    LinkTranslation,
    NoticeTranslation,
    OrganizationTranslation,
    PersonTranslation,
    SiteTranslation,
    TrackTranslation,
    VideoTranslation,
    translation_for,
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
    found = translation_for(known, "en", reader)
    assert (found and found.language) == languages


def test_a_text_is_written_like_any_text_and_false_when_empty() -> None:
    assert f"{Text('agua', 'es')}" == "agua"
    assert Text("agua")
    assert not Text("", "es")


def test_what_is_translated_is_told_so_and_the_rest_in_its_own_language() -> None:
    texts = VideoTexts(ORCHARD, "es")
    assert texts.title == Text("El huerto", "es")
    assert texts.heading == Text("Rules we wrote", "en")
    assert texts.summary == Text("Pickers tell.", "en")
    assert texts.poster_alt == Text("Manzanos", "es")
    assert texts.notice == (
        Text("Muestra.", "es"),
        Text("Nobody is real.", "en"),
        Text("Por qué", "es"),
        "https://example.org/why",
    )
    assert texts.links == [
        LinkText(Text("El anuncio", "es"), "https://example.org/news"),
        LinkText(Text("More", "en"), "https://m.example"),
    ]


def test_a_translation_adds_nothing_that_the_original_has_not() -> None:
    assert not VideoTexts(ORCHARD, "es").kicker
    assert VideoTexts(Video("a", "A", "en", translations=(ES,)), "es").notice is None


def test_a_video_without_a_headline_is_headed_by_its_title() -> None:
    bare = Video("a", "A", "en", translations=(ES,))
    assert VideoTexts(bare, "es").heading == Text("El huerto", "es")


def test_a_notice_may_have_no_link() -> None:
    bare = Video("a", "A", "en", notice=Notice("T", "X"), translations=(ES,))
    notice = VideoTexts(bare, "es").notice
    assert notice
    assert not notice.link


def test_names_of_people_are_nobody_s_language_unless_they_are_called_otherwise() -> None:
    texts = VideoTexts(ORCHARD, "es")
    assert texts.person("Rosa Field") == Text("Rosa Field")
    assert texts.person("The teacher") == Text("La maestra", "es")
    assert texts.person("Somebody else") == Text("Somebody else")
    assert texts.role(ROSA) == Text("pizcadora", "es")


def test_organizations_are_told_with_what_they_do() -> None:
    texts = VideoTexts(ORCHARD, "es")
    assert texts.organization("Pickers United") == Text("Pizcadores Unidos", "es")
    assert texts.organization("Silent Watch") == Text("Silent Watch", "en")
    assert texts.short(GUILD) == Text("PZ", "es")
    assert texts.place(GUILD) == Text("Kent", "en")
    assert texts.about(GUILD) == Text("Escribió las reglas.", "es")


def test_a_chapter_without_a_translation_is_in_the_language_of_its_track() -> None:
    texts = VideoTexts(ORCHARD, "es")
    assert texts.chapter(RULES) == (Text("Las reglas", "es"), Text("Kent", "es"))
    assert texts.chapter(BEFORE) == (Text("Before", "en"), Text("", "en"))
    foreign = Video("a", "A", "en", tracks=(Track("chapters", "fr", "Français"),))
    assert VideoTexts(foreign).chapter(BEFORE).title == Text("Before", "fr")


@pytest.mark.parametrize(
    ("reader", "track", "note"),
    [
        ("es", SPANISH, Text("Sin revisar.", "es")),
        ("en", SPANISH, Text("Not yet reviewed.", "en")),
        ("", SPANISH, Text("Not yet reviewed.", "en")),
        ("ht", SPANISH, Text("Sin revisar.", "es")),
        ("en", CREOLE, Text("Poko revize.", "ht")),
        ("es", CREOLE, Text("Poko revize.", "ht")),
    ],
)
def test_a_track_s_note_is_for_the_page_s_readers_else_for_the_track_s(
    reader: str, track: Track, note: Text
) -> None:
    assert VideoTexts(ORCHARD, reader).note(track) == note


def test_a_note_that_nobody_translated_stays_as_it_is() -> None:
    french = Track("subtitles", "fr", "Français", "Made by a machine.", "captions.fr.vtt")
    assert VideoTexts(ORCHARD, "es").note(french) == Text("Made by a machine.", "en")
    assert not VideoTexts(ORCHARD, "es").note(Track("captions", "en", "English"))


def test_the_original_is_all_in_its_own_language() -> None:
    texts = VideoTexts(ORCHARD)
    assert (texts.title, texts.heading) == (Text("The orchard", "en"), Text("Rules we wrote", "en"))
    assert texts.organization("Pickers United") == Text("Pickers United", "en")


def test_the_showcase_is_told_too() -> None:
    spanish = SiteTranslation("es", "Voces", links=(LinkTranslation("https://a.example", "Red"),))
    links = (Link("Network", "https://a.example"),)
    site = Site("Voices", "Hear them.", links, "2017", "en", translations=(spanish,))
    texts = SiteTexts(site, "es")
    assert (texts.name, texts.closing) == (Text("Voces", "es"), Text("Hear them.", "en"))
    assert texts.small_print == Text("2017", "en")
    assert texts.links == [LinkText(Text("Red", "es"), "https://a.example")]
    assert SiteTexts(Site("Voices"), "es").name == Text("Voices", "")
