"""What was withdrawn of a video: its record, and what its owner is told."""

from pathlib import Path

import pytest

from showcase.core.captions.redaction import OMISSION
from showcase.core.catalog.withdrawals import TimeRange
from showcase.store.ingest.check import check_folders
from showcase.store.ingest.folder_scan import scan_folders
from showcase.store.ingest.restrictions import Restrictions, read_restrictions
from showcase.store.ingest.video_loader import load_video
from showcase.store.ingest.video_toml import read_video_toml
from showcase.store.records import VideoRecord
from tests.store.made_transcripts import make_video

EN = """\
WEBVTT

00:00.000 --> 00:02.000
<v Host>Tell us, Ana Ruiz.

00:02.000 --> 00:05.000
<v Ana Ruiz>They locked the gate.

00:05.000 --> 00:07.000
<v Host>Ana, thank you. Good night.
"""
ES = """\
WEBVTT

00:00.000 --> 00:02.000
Cuente.

00:02.100 --> 00:05.000
Cerraron la puerta.

00:05.000 --> 00:07.000
Gracias.
"""
CHAPTERS = """\
WEBVTT

00:00.000 --> 00:02.000
Hello

00:02.000 --> 00:05.000
Ana Ruiz and the gate
"""
TOML = """\
title = "A night with Ana Ruiz"
{keys}
[[people]]
name = "Ana Ruiz"
{person}
[[people]]
name = "Host"
[[quotes]]
text = "They locked the gate"
[[quotes]]
text = "Good night"
"""
WITHDRAWN = "withdrawn = true"
FILES = {"captions.en.vtt": EN, "subtitles.es.vtt": ES, "chapters.en.vtt": CHAPTERS}


def load(root: Path, *, keys: str = "", person: str = "", end: str = "") -> VideoRecord:
    toml = TOML.format(keys=keys, person=person) + end
    make_video(root, "farm", toml, dict(FILES))
    (folder,) = scan_folders(root).folders
    read = load_video(root, folder)
    assert read.record, read.faults
    return read.record


def texts(record: VideoRecord) -> dict[str, list[str]]:
    return {entry.track.file: [cue.text for cue in entry.cues] for entry in record.tracks}


def notes(root: Path) -> list[tuple[str, int | None]]:
    (video,) = check_folders(root).videos
    return [(note.code, note.line) for note in video.notes]


def test_a_person_goes_with_words_name_quotes_and_translations(tmp_path: Path) -> None:
    record = load(tmp_path, person=WITHDRAWN)
    assert texts(record) == {
        "captions.en.vtt": ["Tell us,", OMISSION, "Ana, thank you. Good night."],
        "subtitles.es.vtt": ["Cuente.", OMISSION, "Gracias."],
        "chapters.en.vtt": ["Hello", f"{OMISSION} and the gate"],
    }
    video = record.video
    assert video.title == f"A night with {OMISSION}"
    assert [person.name for person in video.people] == ["Host"]
    assert [quote.text for quote in video.quotes] == ["Good night"]
    assert [chapter.title for chapter in video.chapters] == ["Hello", f"{OMISSION} and the gate"]
    assert video.withdrawn == (TimeRange(2_000, 5_000),)
    assert [track.cues for track in video.tracks] == [3, 3, 2]


def test_an_owner_is_told_where_a_name_may_still_be(tmp_path: Path) -> None:
    load(tmp_path, person=WITHDRAWN, keys='source = "https://example.org/a.mp4"')
    assert notes(tmp_path)[-4:] == [
        ("withdrawn", 5), ("withdrawn-in-recording", 2), ("withdrawn-name", 1), ("withdrawn-name", 4),
    ]  # fmt: skip


def test_somebody_whom_no_caption_names_is_noted(tmp_path: Path) -> None:
    end = '[[people]]\nname = "Bo"\nwithdrawn = true\n'
    record = load(tmp_path, end=end)
    assert record.video.withdrawn == ()
    assert ("withdrawn-not-speaking", 14) in notes(tmp_path)


@pytest.mark.parametrize(
    ("table", "english", "spanish", "chapters"),
    [
        (
            'words = "locked the gate"',
            ["Tell us, Ana Ruiz.", "They", OMISSION, "Ana, thank you. Good night."],
            ["Cuente.", OMISSION, "Gracias."],
            ["Hello", "Ana Ruiz and the gate"],
        ),
        (
            'from = "0:02"\nto = 5',
            ["Tell us, Ana Ruiz.", OMISSION, "Ana, thank you. Good night."],
            ["Cuente.", OMISSION, "Gracias."],
            ["Hello"],
        ),
    ],
)
def test_a_passage_goes_in_every_language(
    tmp_path: Path, table: str, english: list[str], spanish: list[str], chapters: list[str]
) -> None:
    record = load(tmp_path, end=f"[[withdrawn]]\n{table}\n")
    assert texts(record) == {
        "captions.en.vtt": english, "subtitles.es.vtt": spanish, "chapters.en.vtt": chapters,
    }  # fmt: skip
    assert [quote.text for quote in record.video.quotes] == ["Good night"]
    assert [chapter.title for chapter in record.video.chapters] == chapters
    assert ("withdrawn", 12) in notes(tmp_path)


def test_words_go_out_of_a_transcript_without_times(tmp_path: Path) -> None:
    toml = 'title = "A"\n[[withdrawn]]\nwords = "the gate"\n'
    make_video(
        tmp_path, "farm", toml, {"captions.en.txt": "They locked the gate.\n\nGood night.\n"}
    )
    (folder,) = scan_folders(tmp_path).folders
    record = load_video(tmp_path, folder).record
    assert record is not None
    assert [cue.text for cue in record.tracks[0].cues] == ["They locked", OMISSION, "Good night."]
    assert [cue.start_ms for cue in record.tracks[0].cues] == [0, 1, 2]
    assert record.video.withdrawn == ()


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ('words = "the door"', "withdrawn-not-found"),
        ("from = 60\nto = 70", "withdrawn-not-found"),
        ('words = "gate"\nfrom = 1', "not-a-passage"),
        ("from = 1", "not-a-passage"),
        ("from = 2\nto = 1", "not-a-passage"),
        ("", "not-a-passage"),
        ('words = ""', "empty-text"),
        ('from = "soon"\nto = 3', "not-a-time"),
        ("when = 3", "unknown-key"),
    ],
)
def test_what_is_wrong_in_a_passage_is_an_error(tmp_path: Path, table: str, code: str) -> None:
    end = f"[[withdrawn]]\n{table}\n"
    make_video(tmp_path, "farm", TOML.format(keys="", person="") + end, dict(FILES))
    (video,) = check_folders(tmp_path).videos
    assert code in [fault.code for fault in video.faults]
    assert {fault.file for fault in video.faults} == {"farm/video.toml"}


def test_no_note_repeats_what_was_withdrawn(tmp_path: Path) -> None:
    end = '[[quotes]]\ntext = "Words of Ana Ruiz that nobody said"\nspeaker = "Ana Ruis"\n'
    load(tmp_path, end=end)
    (video,) = check_folders(tmp_path).videos
    assert [note for note in video.notes if "Ana Rui" in str(note)]
    load(tmp_path, person=WITHDRAWN, end=end)
    (video,) = check_folders(tmp_path).videos
    assert [note for note in video.notes if "Ana Ruiz" in str(note)] == []


def restrictions(toml: str) -> Restrictions:
    return read_restrictions(toml, read_video_toml(toml, "farm/video.toml"))


PLAIN = 'title = "A"\n[[people]]\nname = "Ana"\n'


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        (PLAIN, 'title = A\n[[people]]\nname = "Ana"\n', True),
        (PLAIN, 'title = "A\n', True),
        (PLAIN + WITHDRAWN, 'title = A\n[[people]]\nname = "Ana"\nwithdrawn = true', True),
        (PLAIN, PLAIN + "withdrawn = treu", False),
        (PLAIN, PLAIN + "witdrawn = true", False),
        (PLAIN, "withdrawn: true\n" + PLAIN, False),
        (PLAIN, '[[withdrawn]\nwords = "a"\n', False),
        (PLAIN, "sealed_util = 2031-01-01\n" + PLAIN, False),
        (PLAIN, "summary = x # withdrawn = true\n" + PLAIN, True),
        (PLAIN + WITHDRAWN, 'title = A\n[[people]]\nname = "Bo"\nwithdrawn = true', False),
    ],
)
def test_a_broken_file_restricts_what_it_did_if_its_lines_about_it_are_the_same(
    before: str, after: str, *, same: bool
) -> None:
    broken = restrictions(after)
    assert not broken.is_clear
    assert (broken.digest == restrictions(before).digest) is same


def test_a_file_that_cannot_be_read_restricts_what_nobody_knows(tmp_path: Path) -> None:
    record = load(tmp_path)
    assert read_restrictions("", read_video_toml("x", "")).restrict(record) == record
    restricted = load(tmp_path, person=WITHDRAWN)
    assert read_restrictions("", read_video_toml("x", "")).restrict(restricted) is None
