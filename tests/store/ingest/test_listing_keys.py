"""What lists are made of: series, topics, portraits and links of people, and their translations."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from showcase.core.catalog.localized import LocalizedVideo
from showcase.core.catalog.models import Link, MediaFile, Video
from showcase.core.catalog.series import SeriesPart
from showcase.core.catalog.spoken_times import SpokenTime
from showcase.store.ingest import picture_notes
from showcase.store.ingest.check import check_folders
from showcase.store.ingest.folder_scan import scan_folders
from showcase.store.ingest.video_loader import load_video
from showcase.store.snapshots.last_good import with_present_media
from tests.store.made_transcripts import LINES, make_video, vtt

SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'
PERSON = '[[people]]\nname = "Ana Reyes"\n'
CAPTIONS = {"captions.en.vtt": vtt(LINES)}


def load(root: Path, keys: str, **files: str | bytes) -> Video:
    named = {name.replace("_", "."): content for name, content in files.items()}
    make_video(root, toml=f'title = "Farm"\n{keys}\n', files={**CAPTIONS, **named})
    (folder,) = scan_folders(root).folders
    read = load_video(root, folder)
    assert read.record, read.faults
    return read.record.video


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('"Harvest talks"', [("Harvest talks", 0)]),
        ('{ name = "Harvest talks", number = 2 }', [("Harvest talks", 2)]),
        ('["Harvest talks", { name = "Water", number = 7 }]', [("Harvest talks", 0), ("Water", 7)]),
        ('["Water", "Water"]', [("Water", 0)]),
    ],
)
def test_a_series_is_a_name_a_table_or_a_list_of_these(
    tmp_path: Path, written: str, read: list[tuple[str, int]]
) -> None:
    assert load(tmp_path, f"series = {written}").series == tuple(SeriesPart(*each) for each in read)


def test_a_series_can_be_a_table_of_its_own(tmp_path: Path) -> None:
    video = load(tmp_path, '[[series]]\nname = "Water"\nnumber = 1\n')
    assert video.series == (SeriesPart("Water", 1),)


@pytest.mark.parametrize("written", ['["Land", "Water", "Land"]', '["Land", "Water"]'])
def test_topics_count_once_each(tmp_path: Path, written: str) -> None:
    assert load(tmp_path, f"topics = {written}").topics == ("Land", "Water")
    assert load(tmp_path, 'topics = "Land"').topics == ("Land",)


@pytest.mark.parametrize(
    ("keys", "code", "line"),
    [
        ("series = 3", "wrong-type", 2),
        ('series = ["A", 3]', "wrong-type", 2),
        ('series = ""', "empty-text", 2),
        ("series = { number = 2 }", "missing-key", 2),
        ('series = { name = "A", number = 0 }', "wrong-type", 2),
        ('series = { name = "A", part = 1 }', "unknown-key", 2),
        ("topics = 3", "wrong-type", 2),
        ('topics = ["A", ""]', "empty-text", 2),
        (f"{PERSON}portrait = 3", "wrong-type", 4),
        (f'{PERSON}portrait = "none.png"', "missing-file", 4),
        (f'{PERSON}portrait = "../a.png"', "not-a-file-name", 4),
        (f'{PERSON}portrait = "a.txt"', "unsupported-media", 4),
        (
            f'{PERSON}[[people.links]]\nlabel = "Her page"\nurl = "javascript:1"',
            "not-an-address",
            6,
        ),
    ],
)
def test_what_cannot_be_read_is_an_error_with_its_line(
    tmp_path: Path, keys: str, code: str, line: int
) -> None:
    make_video(tmp_path, toml=f'title = "Farm"\n{keys}\n')
    (fault,) = check_folders(tmp_path).all_faults()
    assert (fault.code, fault.file, fault.line) == (code, "farm/video.toml", line)


def test_a_person_has_a_portrait_and_links(tmp_path: Path) -> None:
    keys = f'{PERSON}portrait = "ana.svg"\nportrait_alt = "Ana"\nlinks = [{{label="A", url="https://a.org"}}]'
    (person,) = load(tmp_path, keys, ana_svg=SVG).people
    assert person.portrait == MediaFile("ana.svg", "image/svg+xml", len(SVG))
    assert (person.portrait_alt, person.links) == ("Ana", (Link("A", "https://a.org"),))


def test_a_portrait_that_is_gone_is_not_asked_for_while_the_video_is_kept(tmp_path: Path) -> None:
    video = load(tmp_path, f'{PERSON}portrait = "ana.svg"', ana_svg=SVG)
    (tmp_path / "farm" / "ana.svg").unlink()
    (folder,) = scan_folders(tmp_path).folders
    assert with_present_media(video, folder).pictures == ()


@pytest.mark.parametrize(
    ("data", "codes"),
    [(b"no picture", ["unreadable-portrait"]), (b"", None), (b"big", ["large-portrait"])],
)
def test_a_portrait_is_checked_as_a_poster_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, codes: list[str] | None
) -> None:
    if data == b"big":
        monkeypatch.setattr(picture_notes, "MAX_PORTRAIT_BYTES", 10)
        image = BytesIO()
        Image.new("RGB", (40, 60)).save(image, "PNG")
        data = image.getvalue()
    toml = f'title = "Farm"\n{PERSON}portrait = "a.png"\nportrait_alt = "Ana"\n'
    make_video(tmp_path, toml=toml, files={**CAPTIONS, "a.png": data})
    (video,) = check_folders(tmp_path).videos
    if codes is None:
        assert [fault.code for fault in video.faults] == ["empty-file"]
    else:
        assert [(note.code, note.line) for note in video.notes] == [(code, 4) for code in codes]


def test_a_portrait_without_words_for_it_is_a_note(tmp_path: Path) -> None:
    toml = f'title = "Farm"\n{PERSON}portrait = "a.svg"\n'
    make_video(tmp_path, toml=toml, files={**CAPTIONS, "a.svg": SVG})
    (video,) = check_folders(tmp_path).videos
    assert [(note.code, note.line) for note in video.notes] == [("no-portrait-alt", 4)]


SPANISH = """\
title = "La granja"
[[series]]
name = "Harvest talks"
called = "Charlas de la cosecha"
[[topics]]
name = "Land"
called = "Tierra"
[[people]]
name = "Ana Reyes"
portrait_alt = "Ana en el campo"
[[links]]
url = "https://a.org"
label = "Su página"
"""
ALL_KEYS = (
    f'series = "Harvest talks"\ntopics = ["Land"]\n{PERSON}portrait = "ana.svg"\nportrait_alt = "Ana"\n'
    'links = [{label="Her page", url="https://a.org"}]'
)


def test_names_are_translated_by_the_name_in_the_original(tmp_path: Path) -> None:
    video = load(tmp_path, ALL_KEYS, ana_svg=SVG, video_es_toml=SPANISH)
    texts = LocalizedVideo(video, "es")
    (person,) = video.people
    assert list(map(str, [texts.series("Harvest talks"), texts.topic("Land")])) == [
        "Charlas de la cosecha", "Tierra",
    ]  # fmt: skip
    assert str(texts.portrait_alt(person)) == "Ana en el campo"
    assert str(texts.link(person.links[0]).label) == "Su página"
    assert texts.topic("Water").language == "en"
    (report,) = check_folders(tmp_path).videos
    assert report.notes == ()


def test_what_a_translation_lacks_is_named(tmp_path: Path) -> None:
    load(tmp_path, ALL_KEYS, ana_svg=SVG, video_es_toml='title = "La granja"\n')
    (note,) = check_folders(tmp_path).videos[0].notes
    assert note.code == "incomplete-translation"
    for missing in (
        'the series "Harvest talks"',
        'the topic "Land"',
        '"portrait_alt" of "Ana Reyes"',
    ):
        assert missing in note.message
    assert '"label" of https://a.org' in note.message


def test_a_translated_topic_must_be_one_of_the_original(tmp_path: Path) -> None:
    toml = '[[topics]]\nname = "Lend"\ncalled = "Tierra"\n'
    make_video(
        tmp_path, toml=f'title = "Farm"\n{ALL_KEYS}\n',
        files={**CAPTIONS, "ana.svg": SVG, "video.es.toml": toml},
    )  # fmt: skip
    (fault,) = check_folders(tmp_path).all_faults()
    assert (fault.code, fault.line, fault.fix) == ("unknown-original", 2, 'write "Land"')


@pytest.mark.parametrize(
    ("keys", "spoken"),
    [
        ("", (SpokenTime("Ana Reyes", 17_400),)),
        ('voice = "synthetic"', (SpokenTime("Ana Reyes"),)),
        (f"{PERSON}withdrawn = true", ()),
    ],
)
def test_how_long_somebody_speaks_is_told_where_people_speak(
    tmp_path: Path, keys: str, spoken: tuple[SpokenTime, ...]
) -> None:
    assert load(tmp_path, keys).spoken == spoken


def test_estimated_times_do_not_tell_how_long_somebody_speaks(tmp_path: Path) -> None:
    words = "Ana: We wrote the rules.\nAna: We read them.\n"
    toml = 'title = "Farm"\nduration = "2:00"\n[[people]]\nname = "Ana"\n'
    make_video(tmp_path, toml=toml, files={"captions.en.txt": words})
    (folder,) = scan_folders(tmp_path).folders
    record = load_video(tmp_path, folder).record
    assert record
    assert record.video.spoken == (SpokenTime("Ana"),)


def test_a_withdrawn_name_goes_from_topics_and_series(tmp_path: Path) -> None:
    keys = (
        'series = ["Letters to Ana Reyes", "Harvest talks"]\ntopics = ["Ana Reyes", "Land"]\n'
        f"{PERSON}withdrawn = true"
    )
    toml = '[[topics]]\nname = "Ana Reyes"\ncalled = "Sobre Ana"\n'
    video = load(tmp_path, keys, video_es_toml=toml)
    assert (video.series, video.topics) == ((SeriesPart("Harvest talks"),), ("Land",))
    assert video.translations[0].topics == ()
