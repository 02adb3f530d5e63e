"""What the names of files in the folder of a video say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.store.captions.format_table import FORMATS
from showcase.store.ingest.track_names import (
    TRACK_EXTENSIONS,
    TrackFile,
    is_meant_as_track,
    is_stray,
    parse_track_name,
)

TRACKS = [
    ("captions.en.vtt", "captions", "en", ""),
    ("captions.en.VTT", "captions", "en", ""),
    ("subtitles.pt-br.srt", "subtitles", "pt-BR", ""),
    ("captions.en.srt.txt", "captions", "en", ""),
    ("captions.en.vtt.txt", "captions", "en", ""),
    ("captions.ass.vtt", "captions", "ass", ""),
    ("captions.en.ass", "captions", "en", ""),
    ("captions.en-orig.vtt", "captions", "en", "automatic original"),
    ("captions.en-US-orig.vtt", "captions", "en-US", "automatic original"),
    ("captions.en-auto.json3", "captions", "en", "automatic"),
    ("captions.en.asr.srv3", "captions", "en", "automatic"),
    ("captions.en.auto-generated.vtt", None, None, ""),
    ("captions.en-auto-generated.vtt", "captions", "en", "automatic"),
    ("captions.en.SDH.srt", "captions", "en", ""),
    ("captions.en.forced.ass", "captions", "en", "forced"),
    ("captions.en_US.vtt", "captions", "en-US", ""),
    ("captions.zh_Hant.srt", "captions", "zh-Hant", ""),
    ("captions.pt_BR_auto.vtt", "captions", "pt-BR", "automatic"),
    ("captions.en-x-auto.vtt", "captions", "en", "automatic"),
    ("captions.en-x-orig.vtt", "captions", "en", "automatic original"),
    ("captions.en-x.vtt", None, None, ""),
    ("captions.en.tsv", "captions", "en", ""),
    ("chapters.en.txt", "chapters", "en", ""),
    ("descriptions.fr.docx", "descriptions", "fr", ""),
    ("captions.vtt", None, None, ""),
    ("captions.en", None, None, ""),
    ("captions.en (1).srt", None, None, ""),
    ("captions.english.vtt", None, None, ""),
    ("notes.en.txt", None, None, ""),
    ("captions.en.vtt~", None, None, ""),
    (".captions.en.vtt", None, None, ""),
    ("captions..vtt", None, None, ""),
    ("captions", None, None, ""),
    ("", None, None, ""),
]


@pytest.mark.parametrize(("name", "kind", "language", "marks"), TRACKS)
def test_a_name_says_kind_language_and_who_wrote_it(
    name: str, kind: str | None, language: str | None, marks: str
) -> None:
    file = parse_track_name(name)
    assert (file and file.kind, file and file.language) == (kind, language)
    said = {
        "automatic": bool(file and file.is_automatic),
        "original": bool(file and file.is_original),
        "forced": bool(file and file.is_forced),
    }
    assert [mark for mark, is_said in said.items() if is_said] == marks.split()


@pytest.mark.parametrize("extension", TRACK_EXTENSIONS)
def test_every_extension_of_every_format_is_that_of_a_track(extension: str) -> None:
    name = f"captions.en{extension}"
    assert parse_track_name(name) == TrackFile("captions", "en", name)


STRAYS = [
    "captions.en.vtt~",
    "captions.en (1).srt",
    "captions.en.vtt.bak",
    "captions.en.vtt.orig",
    "captions.en.vtt.1",
    "captions.en.vtt.swp",
    ".captions.en.vtt.swp",
    "captions.en.vtt.part",
    "captions.en copy.vtt",
    "captions.en - Copy.vtt",
    "Copy of captions.en.vtt",
    "captions.en (conflicted copy 2026-01-01).vtt",
    "captions.sync-conflict-20260101-101010-ABC.en.vtt",
    "#captions.en.vtt#",
    "._captions.en.vtt",
    ".DS_Store",
    "Thumbs.db",
    "desktop.ini",
    "~$notes.docx",
]
NO_STRAYS = [
    "captions.en.vtt",
    "video.toml",
    "talk.mp4",
    "poster.jpg",
    "site.toml",
    "copyright.txt",
]


@pytest.mark.parametrize("name", STRAYS)
def test_copies_and_what_programs_leave_behind_are_stray_and_no_tracks(name: str) -> None:
    assert is_stray(name)
    assert parse_track_name(name) is None


@pytest.mark.parametrize("name", NO_STRAYS)
def test_other_files_are_not_stray(name: str) -> None:
    assert not is_stray(name)


@pytest.mark.parametrize(
    ("name", "is_meant"),
    [
        ("caption.en.vtt", True),
        ("english.SRT", True),
        ("captions.pdf", True),
        ("notes.txt", False),
        ("talk.info.json", False),
        ("talk.docx", False),
    ],
)
def test_a_name_like_that_of_a_track_is_meant_as_one(name: str, *, is_meant: bool) -> None:
    assert is_meant_as_track(name) is is_meant


@given(st.text(max_size=60))
def test_no_name_breaks_the_rules(name: str) -> None:
    parse_track_name(name)
    is_stray(name)


def test_every_suffix_of_a_format_names_a_track() -> None:
    suffixes = {suffix for known in FORMATS for suffix in known.suffixes}
    assert suffixes <= set(TRACK_EXTENSIONS)
