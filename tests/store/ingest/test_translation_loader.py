"""Translations of a video's texts are read, and checked against the original."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.catalog.localized import LocalizedSite, LocalizedText, LocalizedVideo
from showcase.core.catalog.models import Link
from showcase.core.catalog.site_catalog import Site
from showcase.core.catalog.translations import (
    ChapterTranslation,
    LinkTranslation,
    NoticeTranslation,
    OrganizationTranslation,
    PersonTranslation,
    TrackTranslation,
    VideoTranslation,
)
from showcase.store.ingest.check import check_folders
from showcase.store.ingest.folder_scan import scan_folders
from showcase.store.ingest.translation_toml import (
    OriginalVideo,
    read_site_translation,
    read_video_translation,
)
from showcase.store.ingest.video_loader import load_video
from showcase.store.ingest.video_toml import read_video_toml
from showcase.store.snapshots.library import Library
from tests.store.made_transcripts import LINES, make_video, vtt

TOML = """\
title = "On the farm"
headline = "Shade, water, a clock"
date = "2017-12"

[notice]
title = "A preview"
text = "Read aloud."
link = { label = "The video", url = "https://example.org/video" }

[[links]]
label = "The announcement"
url = "https://example.org/blog/"

[[people]]
name = "Ana Reyes"
role = "picker"

[[organizations]]
name = "Growers United"
place = "Vermont"
url = "https://example.org"
about = "Pickers of tomatoes."

[tracks."captions.es.vtt"]
note = "Not yet reviewed"
"""
SPANISH = """\
title = "En la granja"
headline = "Sombra, agua, un reloj"
notice = { title = "Un avance", text = "Leído en voz alta.", link = { label = "El video" } }

[[links]]
url = "https://example.org/blog/"
label = "El anuncio"

[[people]]
name = "Ana Reyes"
called = "Doña Ana"
role = "pizcadora"

[[organizations]]
name = "Growers United"
called = "Granjeros Unidos"
short = "GU"
place = "Vermont"
about = "Pizcan tomates."

[tracks."captions.es.vtt"]
note = "Todavía sin revisar"
"""
CHAPTERS = (
    "WEBVTT\n\n00:00.000 --> 00:05.000\nBefore\n\n00:05.000 --> 00:18.000\nThe rules | Kent\n"
)
CAPITULOS = CHAPTERS.replace("Before", "Antes").replace("The rules", "Las reglas")
LINES_ES = (
    "Los tomates se cosechaban antes del amanecer",
    "y el capataz apuntaba las horas",
    "en una hoja que nadie más podía ver.",
    "Luego la finca firmó el acuerdo.",
    "Ahora hay sombra, y agua, y un reloj",
    "que es de los trabajadores.",
)
FILES = {"captions.en.vtt": vtt(LINES), "captions.es.vtt": vtt(LINES_ES)}
ES_TOML = "farm/video.es.toml"


def read_told(content: str) -> tuple[VideoTranslation | None, list[tuple[str, str]]]:
    """A translation of TOML, and the places and messages of its faults or notes."""
    said = read_video_toml(TOML, "v").values
    assert said
    read = read_video_translation(
        content, "t", "es", OriginalVideo(said, "en", ["captions.es.vtt"])
    )
    return read.translation, [
        (each.place, str(each).partition(": ")[2]) for each in (*read.faults, *read.notes)
    ]


def test_every_key_of_a_translation_is_read() -> None:
    told, messages = read_told(SPANISH)
    assert messages == []
    assert told == VideoTranslation(
        language="es",
        title="En la granja",
        headline="Sombra, agua, un reloj",
        notice=NoticeTranslation("Un avance", "Leído en voz alta.", "El video"),
        links=(LinkTranslation("https://example.org/blog/", "El anuncio"),),
        people=(PersonTranslation("Ana Reyes", "Doña Ana", "pizcadora"),),
        organizations=(
            OrganizationTranslation(
                "Growers United", "Granjeros Unidos", "GU", "Vermont", "Pizcan tomates."
            ),
        ),
        tracks=(TrackTranslation("captions.es.vtt", "Todavía sin revisar"),),
    )


FAULTS = [
    ("titel = 'A'", "t:1", 'There is no key "titel": write "title"'),
    ("date = '2017'", "t:1", '"date" is the same in every language and belongs in the original'),
    ("[[quotes]]\ntext = 'A'", "t:1", '"quotes" is the same in every language'),
    ("[[people]]\nname = 'Ana Reys'", "t:2", '"Ana Reys" is not in video.toml: write "Ana R'),
    ("[[people]]\nname = 'Ana Reyes'\norganization = 'A'", "t:3", '"organization" is the same'),
    ("[[organizations]]\nname = 'Granjeros'", "t:2", "write it as there, and put its name in this"),
    ("[[organizations]]\nname = 'Growers United'\nurl = 'https://a.org'", "t:3", '"url" is the same'),
    ("[[links]]\nurl = 'https://a.org'\nlabel = 'A'", "t:2", '"https://a.org" is not in video.toml'),
    ("[[links]]\nurl = 'https://example.org/blog/'", "t:1", '"label" is missing'),
    ("notice.link = { label = 'A', url = 'https://a.org' }", "t:1", '"url" is the same'),
    ("[tracks.'captions.ht.vtt']\nnote = 'A'", "t:1", 'There is no caption file "captions.ht.vtt": put'),
    ("[tracks.'captions.es.vtt']\nnote = ''", "t:2", '"note" is empty'),
    ("tracks = 'A'", "t:1", 'write [tracks."captions.es.vtt"]'),
    ("title = 7", "t:1", '"title" is a number, not text: write'),
    ("title = A", "t:1", 'The text is not in quotes: write title = "A"'),
]  # fmt: skip


@pytest.mark.parametrize(("content", "place", "message"), FAULTS)
def test_a_fault_has_its_line_and_says_what_to_do(content: str, place: str, message: str) -> None:
    told, ((found_place, found),) = read_told(content)
    assert told is None
    assert found_place == place
    assert message in found


def test_what_a_translation_lacks_is_one_note() -> None:
    told, messages = read_told("title = 'En la granja'")
    assert told
    lacks = (
        'It lacks "headline", "title" of the notice, "text" of the notice, "link" of the notice, '
        '"label" of https://example.org/blog/, "role" of "Ana Reyes", "place" of "Growers United", '
        '"about" of "Growers United", "note" of captions.es.vtt, which is shown in en: add it'
    )
    assert messages == [("t", lacks)]


def test_what_a_translation_has_too_much_is_a_note_with_its_line() -> None:
    _, messages = read_told(f"kicker = 'Arriba'\n{SPANISH}")
    message = 'video.toml has no "kicker", so this is not shown: add it there, or remove it here'
    assert messages == [("t:1", message)]


def test_a_notice_that_the_original_has_not_is_too_much() -> None:
    said = read_video_toml('title = "A"', "v").values
    assert said
    read = read_video_translation(
        "title = 'B'\nnotice.text = 'C'", "t", "es", OriginalVideo(said, "en")
    )
    assert [note.place for note in read.notes] == ["t:2"]


@given(st.text() | st.lists(st.sampled_from(SPANISH.splitlines())).map("\n".join))
def test_no_text_is_an_error_of_ours(content: str) -> None:
    told, messages = read_told(content)
    assert told or messages


def test_a_folder_with_translations_is_one_video(tmp_path: Path) -> None:
    chapters = {"chapters.en.vtt": CHAPTERS, "chapters.es.vtt": CAPITULOS}
    make_video(tmp_path, "farm", TOML, {**FILES, **chapters, "video.es.toml": SPANISH})
    (folder,) = scan_folders(tmp_path).folders
    read = load_video(tmp_path, folder)
    assert (read.faults, read.notes) == ((), ())
    assert read.record
    video = read.record.video
    assert [chapter.title for chapter in video.chapters] == ["Before", "The rules"]
    (told,) = video.translations
    assert told.chapters == (
        ChapterTranslation(0, "Antes"),
        ChapterTranslation(5_000, "Las reglas", "Kent"),
    )
    assert LocalizedVideo(video, "es").chapter(video.chapters[0]).title == LocalizedText(
        "Antes", "es"
    )


def test_chapters_alone_are_a_translation_of_them(tmp_path: Path) -> None:
    late = CAPITULOS.replace("00:05.000", "00:06.000")
    chapters = {"chapters.en.vtt": CHAPTERS, "chapters.es.vtt": late}
    make_video(tmp_path, "farm", TOML, {**FILES, **chapters})
    (folder,) = scan_folders(tmp_path).folders
    read = load_video(tmp_path, folder)
    assert read.record
    (told,) = read.record.video.translations
    assert (told.language, told.title) == ("es", "")
    assert [(note.place, str(note).partition(": ")[2]) for note in read.notes] == [
        (
            "farm/chapters.es.vtt",
            "No chapter starts at 0:06, so this title is not shown: give it the time of a chapter",
        ),
        ("farm/chapters.es.vtt", "It lacks a title for the chapter at 0:05: add it"),
    ]


NAMES = [
    ("video.spanish.toml", "The name does not say its language: rename it as in video.es.toml"),
    (
        "video.en.toml",
        "It is in the language of video.toml: write it there, and remove this file",
    ),
    ("video.ES.toml", "Another file is in the same language: keep one of the two"),
]


@pytest.mark.parametrize(("name", "message"), NAMES)
def test_a_name_that_says_no_other_language_is_a_fault(
    tmp_path: Path, name: str, message: str
) -> None:
    files = {**FILES, "video.es.toml": SPANISH, name: SPANISH}
    make_video(tmp_path, "farm", TOML, files)
    (video,) = check_folders(tmp_path).videos
    places = {f"{fault.message}: {fault.fix}": fault.place for fault in video.faults}
    assert message in places
    assert places[message].startswith("farm/video.")


def test_a_translation_that_is_no_text_is_a_fault_too(tmp_path: Path) -> None:
    make_video(tmp_path, "farm", TOML, {**FILES, "video.es.toml": b"title = '\xff'"})
    (video,) = check_folders(tmp_path).videos
    assert [fault.place for fault in video.faults] == [f"{ES_TOML}:1"]


def test_translations_are_not_checked_while_the_original_cannot_be_read(
    tmp_path: Path,
) -> None:
    make_video(tmp_path, "farm", "title =", {**FILES, "video.es.toml": SPANISH})
    (video,) = check_folders(tmp_path).videos
    assert [fault.place for fault in video.faults] == ["farm/video.toml:1"]


def test_a_snapshot_keeps_translations_and_takes_up_new_ones(tmp_path: Path) -> None:
    transcripts, state = tmp_path / "transcripts", tmp_path / "state"
    make_video(transcripts, "farm", TOML, {**FILES, "video.es.toml": SPANISH})
    (transcripts / "site.toml").write_text('name = "Voices"\nlanguage = "en"\n', "utf-8")
    (transcripts / "site.es.toml").write_text('name = "Voces"\n', "utf-8")
    library = Library(transcripts, state)
    catalog = library.snapshot().catalog
    assert LocalizedVideo(catalog.videos[0], "es").title == LocalizedText("En la granja", "es")
    assert LocalizedSite(catalog.site, "es").name == LocalizedText("Voces", "es")
    library.close()


def test_the_site_s_translation_is_checked_against_it() -> None:
    site = Site("Voices", "Hear them.", (Link("Network", "https://a.org"),), language="en")
    read = read_site_translation(
        'name = "Voces"\n[[links]]\nurl = "https://a.org"\nlabel = "Red"', "s", "es", site
    )
    assert read.translation
    assert read.translation.links == (LinkTranslation("https://a.org", "Red"),)
    assert [note.message for note in read.notes] == [
        'It lacks "closing", which is shown in the language of site.toml'
    ]
    (fault,) = read_site_translation("nme = 'A'", "s", "es", site).faults
    assert fault.place == "s:1"


def test_errors_and_omissions_in_translations_of_the_site_are_reported(tmp_path: Path) -> None:
    make_video(tmp_path)
    (tmp_path / "site.toml").write_text('name = "Voices"\nclosing = "Hear them."\n', "utf-8")
    (tmp_path / "site.es.toml").write_text('name = "Voces"\n', "utf-8")
    report = check_folders(tmp_path)
    assert [note.place for note in report.notes] == ["site.es.toml"]
    (tmp_path / "site.es.toml").write_bytes(b"name = '\xff'")
    (tmp_path / "site.ht.toml").write_text("nme = 'A'", "utf-8")
    (tmp_path / "site.x.toml").write_text("name = 'A'", "utf-8")
    assert sorted(fault.place for fault in check_folders(tmp_path).faults) == [
        "site.es.toml:1",
        "site.ht.toml:1",
        "site.x.toml",
    ]
