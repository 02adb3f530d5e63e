import os
from pathlib import Path

import pytest

from showcase.core.catalog.models import Chapter, MediaFile, Source
from showcase.core.text.slugs import slugify
from showcase.core.timing.moments import Moment
from showcase.errors import Fault
from showcase.store.ingest.check import check_folders
from showcase.store.ingest.folder_scan import scan_folders
from showcase.store.ingest.loaded_video import LoadedVideo
from showcase.store.ingest.video_loader import load_video
from showcase.store.records import VideoRecord
from showcase.store.serialization import from_json, to_json
from tests.store.made_transcripts import LINES, make_video, vtt

HTML = b"<!doctype html><html><body>Not found</body></html>"
EN = vtt(LINES)
BROKEN = EN + "\n00:00:60.000 -> 00:01:02\nLost words\n"


def read_one(root: Path) -> LoadedVideo:
    scan = scan_folders(root)
    (folder,) = scan.folders
    return load_video(root, folder)


def record_of(root: Path) -> VideoRecord:
    read = read_one(root)
    assert read.faults == ()
    assert read.record is not None
    return read.record


def faults_of(root: Path) -> tuple[Fault, ...]:
    return check_folders(root).all_faults()


def test_a_title_and_one_caption_file_are_enough_for_a_video(tmp_path: Path) -> None:
    make_video(tmp_path)
    video = record_of(tmp_path).video
    assert (video.slug, video.title, video.language) == ("farm", "On the farm", "en")
    assert video.source is None
    assert video.duration_ms == 18_900
    assert [(t.kind, t.language, t.label, t.cues) for t in video.tracks] == [
        ("captions", "en", "English", 6)
    ]


@pytest.mark.parametrize("ending", ["vtt", "srt", "sbv"])
def test_captions_come_in_three_formats(tmp_path: Path, ending: str) -> None:
    content = {
        "vtt": EN,
        "srt": "1\n00:00:01,000 --> 00:00:02,000\nA clock\n",
        "sbv": "0:00:01.000,0:00:02.000\nA clock\n",
    }[ending]
    make_video(tmp_path, files={f"captions.en.{ending}": content})
    assert record_of(tmp_path).tracks[0].cues


def test_the_only_captions_say_the_language(tmp_path: Path) -> None:
    make_video(tmp_path, files={"captions.ht.vtt": EN})
    video = record_of(tmp_path).video
    assert (video.language, video.tracks[0].kind) == ("ht", "captions")


def test_captions_in_another_language_are_subtitles_and_come_later(tmp_path: Path) -> None:
    files = {
        "captions.en.vtt": EN,
        "captions.ES.vtt": EN,
        "chapters.en.vtt": "WEBVTT\n\n00:01.000 --> 00:05.000\nThe path we want | Vermont\n",
        "descriptions.en.vtt": EN,
        "captions.en-gb.vtt": EN,
    }
    toml = 'title = "A"\nlanguage = "en"\n[tracks."captions.ES.vtt"]\nnote = "Not reviewed"\n'
    make_video(tmp_path, toml=toml, files=files)
    video = record_of(tmp_path).video
    assert [(t.kind, t.language, t.note) for t in video.tracks] == [
        ("captions", "en", ""),
        ("captions", "en-GB", ""),
        ("subtitles", "es", "Not reviewed"),
        ("chapters", "en", ""),
        ("descriptions", "en", ""),
    ]
    assert video.chapters == (Chapter(1_000, 5_000, "The path we want", "Vermont"),)


def test_media_files_in_the_folder_have_type_and_size(tmp_path: Path) -> None:
    toml = 'title = "A"\nsource = ["a.webm", "a.mp4"]\nposter = "a.webp"\n'
    media = {"a.webm": b"12", "a.mp4": b"123", "a.webp": b"1"}
    make_video(tmp_path, toml=toml, files={"captions.en.vtt": EN, **media})
    video = record_of(tmp_path).video
    assert video.source == Source(
        "file", files=(MediaFile("a.webm", "video/webm", 2), MediaFile("a.mp4", "video/mp4", 3))
    )
    assert video.poster == MediaFile("a.webp", "image/webp", 1)


def test_a_quote_finds_its_moment_and_one_that_does_not_is_a_note(tmp_path: Path) -> None:
    toml = (
        'title = "A"\n[[quotes]]\ntext = "… and the crew leader kept the hours …"\n'
        '[[quotes]]\ntext = "the moon is made of green cheese they say"\n'
    )
    make_video(tmp_path, toml=toml)
    read = read_one(tmp_path)
    assert read.record is not None
    found, lost = read.record.video.quotes
    assert found.moment == Moment(4_000, 6_900)
    assert lost.moment is None
    assert [note.place for note in read.notes] == ["farm/video.toml:5"]


def test_a_record_survives_the_way_through_json(tmp_path: Path) -> None:
    timed = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ana>Shade <00:02.000>and <00:03.000>water\n"
    toml = 'title = "A"\nsource = "https://youtu.be/dQw4w9WgXcQ"\n[[quotes]]\ntext = "shade and water"\n'
    make_video(tmp_path, toml=toml, files={"captions.en.vtt": timed, "captions.es.vtt": EN})
    record = record_of(tmp_path)
    assert from_json(VideoRecord, to_json(record)) == record


# What is wrong with one video: where, the lines of video.toml behind its title, files, what is said.
WRONG = [
    ("video.toml:2", "poster_at = 'x'", {}, 'write "poster_alt"'),
    (
        "video.toml:2",
        "source = 'a.mp4'",
        {},
        'There is no file "a.mp4": put the file beside video.toml',
    ),
    (
        "video.toml:2",
        "poster = 'a.png'",
        {"a.jpg": "x"},
        'There is no file "a.png": write "a.jpg", or put',
    ),
    ("video.toml:2", "source = 'a.mp4'", {"a.mp4": ""}, 'The file "a.mp4" is empty'),
    ("video.toml:2", "source = '../a.mp4'", {}, "is a path, not a name"),
    ("video.toml:2", "source = 'a.mkv'", {"a.mkv": "x"}, 'Browsers do not show "a.mkv"'),
    (
        "video.toml:2",
        "source = ['a.mp4', 'https://youtu.be/dQw4w9WgXcQ']",
        {},
        "One address is enough",
    ),
    ("video.toml:2", "voice = 'robot'", {}, '"voice" is "robot": write "human" or "synthetic"'),
    ("video.toml:2", "voice = true", {}, '"voice" is true or false, not text'),
    ("video.toml:2", "source = 'https://youtu.be/'", {}, "is not that of a single video"),
    (
        "video.toml:2",
        "[tracks.'captions.se.vtt']",
        {},
        'There is no caption file "captions.se.vtt": put it beside',
    ),
    ("english.vtt", "", {"english.vtt": EN}, "rename it as in captions.en.vtt"),
    ("caption.es.srt", "", {"caption.es.srt": EN}, "rename it as in captions.es.srt"),
    ("captions.english.vtt", "", {"captions.english.vtt": EN}, "rename it as in captions.en.vtt"),
    ("captions.es.stl", "", {"captions.es.stl": EN}, "save the track as WebVTT"),
    ("captions.en.idx", "", {"captions.en.idx": EN}, "pictures of words"),
    ("captions.en.vtt", "", {"captions.en.vtt": HTML}, "HTML"),
    ("video.toml:2", "", {"video.toml": b"title = 'A'\n# \xff"}, "save it as UTF-8"),
    ("video.toml", "", {"video.toml": b"#" * 1_048_577}, "larger than 1 MB"),
]


@pytest.mark.parametrize(("place", "line", "files", "message"), WRONG)
def test_what_is_wrong_with_a_video_has_its_place_and_says_what_to_do(
    tmp_path: Path, place: str, line: str, files: dict[str, str | bytes], message: str
) -> None:
    make_video(tmp_path, "farm", f"title = 'A'\n{line}\n", {"captions.en.vtt": EN, **files})
    (fault,) = faults_of(tmp_path)
    assert fault.place == f"farm/{place}"
    assert message in str(fault)


RECORDING = 'title = "A"\nsource = "https://youtu.be/dQw4w9WgXcQ"\n'
SPEECHLESS = [
    (RECORDING, "or write without_captions = true"),
    (f"{RECORDING}without_captions = false\n", "or write without_captions = true"),
    (f"{RECORDING}without_captions = true\n", None),
    ('title = "A"\nwithout_captions = true\n', "put captions.en.vtt"),
]


@pytest.mark.parametrize(("toml", "fix"), SPEECHLESS)
def test_a_recording_is_published_without_captions_only_if_its_owner_says_so(
    tmp_path: Path, toml: str, fix: str | None
) -> None:
    make_video(tmp_path, toml=toml, files={})
    read = read_one(tmp_path)
    assert (read.record is not None) == (fix is None)
    assert [fault.code for fault in read.faults] == (["no-captions"] if fix else [])
    assert (fix or "") in str(read.faults)


VIDEO = ("video.toml", "captions.en.vtt")
# What is wrong with the folder: where, the files in it, what is said.
ASTRAY = [
    ("{root}", (), "There is no video in it"),
    ("farm", ("farm/captions.en.vtt",), "There is no video.toml in it"),
    ("farm", ("farm/video.toml",), "There is no caption file: put captions.en.vtt"),
    ("写真", ("写真/video.toml", "写真/captions.en.vtt"), "rename it with letters a to z"),
    ("video.toml", VIDEO[:1], "give each video a folder of its own"),
    ("captions.en.vtt", VIDEO[1:], "move it into that of its video"),
    ("site.toml:1", ("site.toml", *(f"farm/{name}" for name in VIDEO)), 'write "name"'),
]  # fmt: skip
CONTENT = {"video.toml": "title = 'A'", "captions.en.vtt": EN, "site.toml": "nam = 'A'"}


@pytest.mark.parametrize(("place", "files", "message"), ASTRAY)
def test_what_is_wrong_with_the_folder_has_its_place_and_says_what_to_do(
    tmp_path: Path, place: str, files: tuple[str, ...], message: str
) -> None:
    for file in files:
        path = tmp_path / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(CONTENT[path.name], "utf-8")
    (fault,) = faults_of(tmp_path)
    assert fault.place == place.format(root=tmp_path)
    assert message in str(fault)


def test_a_missing_folder_and_a_file_in_its_place_say_what_to_do(tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path / "none")
    assert fault.place == str(tmp_path / "none")
    assert "There is no such folder: make it" in str(fault)
    (tmp_path / "file").write_text("")
    (fault,) = faults_of(tmp_path / "file")
    assert "name the folder that has a folder for each video" in str(fault)


def test_every_fault_of_every_video_is_named_at_once(tmp_path: Path) -> None:
    make_video(tmp_path, "one", 'titel = "A"\nposter = "x.png"\n', {"captions.en.vtt": HTML})
    make_video(tmp_path, "two", "title = A\n", {"words.srt": EN})
    (tmp_path / "three").mkdir()
    (tmp_path / "site.toml").write_text("nam = 1\n")
    assert sorted(fault.place for fault in faults_of(tmp_path)) == [
        "one/captions.en.vtt",
        "one/video.toml",
        "one/video.toml:1",
        "one/video.toml:2",
        "site.toml:1",
        "three",
        "two",
        "two/video.toml:1",
        "two/words.srt",
    ]


def test_hidden_files_and_folders_are_not_looked_at(tmp_path: Path) -> None:
    folder = make_video(tmp_path)
    (folder / ".captions.en.vtt.swp").write_text("x")
    (folder / "notes.txt").write_text("x")
    (tmp_path / ".git").mkdir()
    (tmp_path / "README.md").write_text("x")
    assert faults_of(tmp_path) == ()


def test_a_cue_that_cannot_be_read_is_named_and_keeps_the_video_from_being_published(
    tmp_path: Path,
) -> None:
    make_video(tmp_path, files={"captions.en.vtt": BROKEN})
    (video,) = check_folders(tmp_path).videos
    (fault,) = video.faults
    assert (fault.file, fault.line, fault.code) == (
        "farm/captions.en.vtt",
        21,
        "text-without-times",
    )
    assert read_one(tmp_path).record is None


def test_a_track_that_its_owner_accepts_is_published_and_its_errors_are_named_as_notes(
    tmp_path: Path,
) -> None:
    toml = 'title = "A"\n[tracks."captions.en.vtt"]\naccept = true\n'
    make_video(tmp_path, toml=toml, files={"captions.en.vtt": BROKEN})
    (video,) = check_folders(tmp_path).videos
    (note,) = video.notes
    assert (video.faults, note.line, note.code) == ((), 21, "text-without-times")
    assert "published all the same" in note.message
    track = record_of(tmp_path).video.tracks[0]
    assert track.cues == 6


def test_what_is_no_track_at_all_cannot_be_accepted(tmp_path: Path) -> None:
    toml = 'title = "A"\n[tracks."captions.en.vtt"]\naccept = true\n'
    make_video(tmp_path, toml=toml, files={"captions.en.vtt": HTML})
    assert [fault.code for fault in faults_of(tmp_path)] == ["not-captions"]


def test_of_two_folders_with_one_address_neither_is_published(tmp_path: Path) -> None:
    make_video(tmp_path, "FARM")
    make_video(tmp_path, "Farm")
    faults = faults_of(tmp_path)
    assert [(fault.file, fault.code) for fault in faults] == [
        ("FARM", "address-taken"), ("Farm", "address-taken"),
    ]  # fmt: skip
    assert "/videos/farm is that of FARM, too: rename one of the two" in str(faults[1])


def test_check_counts_the_cues_that_are_published_as_speech(tmp_path: Path) -> None:
    chapters = "WEBVTT\n\n00:01.000 --> 00:05.000\nThe path we want\n"
    make_video(tmp_path, files={"captions.en.vtt": EN, "chapters.en.vtt": chapters})
    assert [video.cues for video in check_folders(tmp_path).videos] == [6]


@pytest.mark.parametrize(
    ("toml", "files", "place"),
    [
        ("title = 'A'", {"captions.es.vtt": EN, "captions.fr.vtt": EN}, "farm/video.toml"),
        (
            "title = 'A'\nsource = 'http://a.org/a.mp4'",
            {"captions.en.vtt": EN},
            "farm/video.toml:2",
        ),
    ],
)
def test_what_may_be_a_slip_is_a_note(
    tmp_path: Path, toml: str, files: dict[str, str], place: str
) -> None:
    make_video(tmp_path, "farm", toml, dict(files))
    (video,) = check_folders(tmp_path).videos
    assert video.faults == ()
    assert place in [note.place for note in video.notes]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("wsr", "wsr"),
        ("2017-12", "2017-12"),
        ("My Video (1)", "my-video-1"),
        ("Día_1", "dia-1"),
        ("写真", ""),
    ],
)
def test_a_slug_is_the_name_of_the_folder_made_fit_for_an_address(name: str, slug: str) -> None:
    assert slugify(name) == slug


@pytest.mark.parametrize(
    ("made", "place"),
    [
        (b"farm/notes\xff.txt", "farm/notes\ufffd.txt"),
        (b"farm/captions.en\xff.vtt", "farm/captions.en\ufffd.vtt"),
        (b"m\xfchle/video.toml", "m\ufffdhle"),
        (b"captions.en\xff.vtt", "captions.en\ufffd.vtt"),
    ],
)
def test_a_name_that_is_not_utf_8_is_a_fault_that_can_be_printed(
    tmp_path: Path, made: bytes, place: str
) -> None:
    make_video(tmp_path)
    path = tmp_path / os.fsdecode(made)
    try:
        path.parent.mkdir(exist_ok=True)
        path.touch()
    except OSError:
        pytest.skip("this file system has UTF-8 names only")
    assert faults_of(tmp_path)[0] == Fault(
        place, "Its name is not UTF-8", "rename it", "file-name-not-utf-8"
    )
