import pytest

from showcase.core.intake.file_names import is_plain_name
from showcase.core.intake.source_kinds import GivenKind, is_feed_text, kind_of_name, title_of_name

KINDS = [
    ("Talk [dQw4w9WgXcQ].info.json", GivenKind.INFO),
    ("talk.mp4", GivenKind.MEDIA),
    ("TALK.MP3", GivenKind.MEDIA),
    ("thumb.webp", GivenKind.PICTURE),
    ("voices.rss", GivenKind.FEED),
    ("chapters.en.txt", GivenKind.CHAPTERS),
    ("talk.chapters.json", GivenKind.CHAPTERS),
    ("talk.en.srt", GivenKind.CAPTIONS),
    ("whisper.json", GivenKind.CAPTIONS),
    ("talk.en.xml", GivenKind.CAPTIONS),
    ("the chapters we wrote.srt", GivenKind.CAPTIONS),
    ("talk", GivenKind.CAPTIONS),
]
TITLES = [
    ("harvest_talk [dQw4w9WgXcQ].mp4", "harvest talk"),
    ("https://example.org/a/Harvest.mp4", "Harvest"),
    ("Dr. Ortiz speaks.mp4", "Dr. Ortiz speaks"),
    ("talk [1] and more.mp4", "talk [1] and more"),
    ("no ending", "no ending"),
]
NAMES = [
    ("talk.mp4", True), ("Harvest_talk-2.webm", True), ("-talk.mp4", False), (".talk.mp4", False),
    ("día.mp4", False), ("a b.mp4", False), ("a..mp4", False), ("a/b.mp4", False), ("", False),
]  # fmt: skip


@pytest.mark.parametrize(("name", "kind"), KINDS)
def test_the_name_of_a_file_says_what_it_is(name: str, kind: GivenKind) -> None:
    assert kind_of_name(name) is kind


@pytest.mark.parametrize(("name", "title"), TITLES)
def test_the_name_of_a_recording_suggests_a_title(name: str, title: str) -> None:
    assert title_of_name(name) == title


@pytest.mark.parametrize(("name", "plain"), NAMES)
def test_a_plain_name_can_be_in_an_address_as_it_is(name: str, *, plain: bool) -> None:
    assert is_plain_name(name) == plain


def test_a_feed_is_told_from_captions_in_xml_by_its_root() -> None:
    assert is_feed_text('<?xml version="1.0"?>\n<rss version="2.0">')
    assert not is_feed_text('<?xml version="1.0"?>\n<tt xmlns="http://www.w3.org/ns/ttml">')
