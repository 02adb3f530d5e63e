"""What yt-dlp and podcasts write is read as they write it."""

import json
from pathlib import Path

import pytest

from showcase.core.intake.track_labels import TrackLabel
from showcase.errors import ShowcaseError
from showcase.store.intake.gathering import gather
from showcase.store.intake.given_tracks import given_track
from showcase.store.intake.material import Material
from showcase.store.intake.podcast_feed import FeedChoice
from tests.store.intake.given import (
    ENGLISH,
    FEED,
    SPANISH,
    subrip,
    webvtt,
    write_family,
    write_feed,
    write_info,
)

RULES = FeedChoice("Who wrote the rules")


def no_network(address: str) -> Path:
    message = f"{address}: not asked"
    raise ShowcaseError(message)


def gathered(*sources: object, choice: FeedChoice = RULES) -> Material:
    return gather([str(source) for source in sources], no_network, choice)


def test_an_info_json_brings_all_that_yt_dlp_wrote_beside_it(tmp_path: Path) -> None:
    material = gathered(write_family(tmp_path))
    assert material.facts.ordered() == {
        "title": "Who wrote the rules",
        "author": "Orchard Radio",
        "summary": "Pickers tell how they wrote the rules.",
        "date": "2023-01-17",
        "duration": "0:16",
    }
    assert material.address
    assert material.address.address == "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
    assert [path.suffix for path in material.pictures] == [".webp"]
    assert [(track.kind, track.label) for track in material.tracks] == [
        ("chapters", TrackLabel()),
        ("captions", TrackLabel("en", is_automatic=True, is_original=True)),
        ("captions", TrackLabel("es")),
    ]
    assert "Rules\n" in material.tracks[0].data.decode()
    assert material.spoken == "en"


def test_what_a_machine_may_have_translated_is_left_out_and_said(tmp_path: Path) -> None:
    (remark,) = gathered(write_family(tmp_path)).remarks
    assert ".ht.vtt is left out: a machine wrote it" in remark


def test_what_a_machine_heard_in_the_language_that_is_spoken_is_taken(tmp_path: Path) -> None:
    path = write_info(tmp_path, "talk")
    (tmp_path / "talk.en.vtt").write_text(webvtt(ENGLISH))
    *_, track = gathered(path).tracks
    assert track.label == TrackLabel("en", is_automatic=True)


def test_the_folder_is_the_same_as_its_info_json(tmp_path: Path) -> None:
    path = write_family(tmp_path)
    assert gathered(tmp_path).tracks == gathered(path).tracks


def test_a_name_with_a_number_in_brackets_is_no_copy(tmp_path: Path) -> None:
    material = gathered(write_family(tmp_path, "Rules (1) [talk-1]"))
    assert len(material.tracks) == 3


def test_a_recording_beside_the_info_json_counts_more_than_its_address(tmp_path: Path) -> None:
    path = write_info(tmp_path, "talk")
    (tmp_path / "talk.mp4").write_bytes(b"film")
    material = gathered(path)
    assert (material.address, [each.name for each in material.media]) == (None, ["talk.mp4"])


def test_a_page_with_a_player_has_no_date_and_no_number_of_its_own(tmp_path: Path) -> None:
    path = write_info(
        tmp_path, title="Talk (1)", extractor="html5", webpage_url="https://example.org/talk",
        url="https://example.org/talk.mp4", formats=None,
    )  # fmt: skip
    material = gathered(path)
    assert material.facts.values["title"] == "Talk"
    assert "date" not in material.facts.values
    assert material.address
    assert material.address.address == "https://example.org/talk.mp4"


ADDRESSES = [
    ({"formats": None, "url": None}, None),
    ({"url": None, "formats": [{"url": "https://example.org/a.mp4", "vcodec": "none"}]}, None),
    ({"url": "https://example.org/a.mp4?token=1"}, "https://example.org/a.mp4?token=1"),
    (
        {"formats": [{"manifest_url": "https://example.org/a.m3u8", "vcodec": "none"}]},
        "https://example.org/a.m3u8",
    ),
]


@pytest.mark.parametrize(("values", "address"), ADDRESSES)
def test_the_address_of_a_page_is_one_with_picture_and_sound(
    tmp_path: Path, values: dict[str, object], address: str | None
) -> None:
    material = gathered(write_info(tmp_path, webpage_url="https://example.org/talk", **values))
    assert (material.address and material.address.address) == address
    assert bool(material.doubts) == ("?" in (address or ""))


BROKEN = [
    ("[]", "This is no info.json of yt-dlp"),
    ("{", "This is no info.json of yt-dlp"),
    ('{"title": 1}', "This is no info.json of yt-dlp"),
    ("{}", "it has no title"),
    ('{"title": "A", "entries": []}', "This is a list of videos: give the info.json of one"),
]


@pytest.mark.parametrize(("content", "message"), BROKEN)
def test_what_is_no_info_json_is_refused(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "a.info.json").write_text(content)
    with pytest.raises(ShowcaseError, match=r"a\.info\.json") as caught:
        gathered(tmp_path / "a.info.json")
    assert message in str(caught.value)


def test_an_episode_of_a_feed_has_its_transcript_and_chapters(tmp_path: Path) -> None:
    material = gathered(write_feed(tmp_path))
    assert material.facts.ordered() == {
        "title": "Who wrote the rules",
        "author": "Orchard Radio",
        "summary": "Pickers tell & show how they wrote the rules.",
        "date": "2023-01-17",
        "duration": "0:16",
    }
    assert material.address
    assert material.address.address == "https://example.org/files/rules.mp3?source=feed"
    captions, chapters = material.tracks
    assert (captions.label.tag, captions.label_from) == ("en", "the feed")
    assert chapters.data.decode() == (
        "WEBVTT\n\n00:00:00.000 --> 00:00:09.500\nRules\n\n00:00:09.500 --> 00:00:16.000\nBuyers\n"
    )


def test_the_recording_beside_a_feed_counts_more_than_its_address(tmp_path: Path) -> None:
    feed = write_feed(tmp_path)
    (tmp_path / "rules.mp3").write_bytes(b"sound")
    assert [path.name for path in gathered(feed).media] == ["rules.mp3"]


def test_an_episode_is_chosen_by_its_title_or_its_slug_and_what_is_not_there_is_said(
    tmp_path: Path,
) -> None:
    feed = write_feed(tmp_path)
    (tmp_path / "rules.srt").unlink()
    assert (
        gathered(feed, choice=FeedChoice(slug="the-buyers")).facts.values["title"] == "The buyers"
    )
    (remark,) = gathered(feed).remarks
    assert remark.startswith("https://example.org/rules.srt is not fetched: save it beside")


ENTITIES = '<!DOCTYPE rss [<!ENTITY a "aaaa">]><rss version="2.0"><channel>&a;</channel></rss>'
FEEDS = [
    (FEED, FeedChoice(), 'It has 2 episodes: say which with --title: "Who wrote the rules"; "The'),
    (ENTITIES, RULES, "It declares entities"),
    ("<rss></rss>", RULES, "This is no feed of a podcast"),
    ("<rss>" + "<a>" * 90, RULES, "nested over 60 deep"),
    (
        '<rss><channel><item><enclosure url="https://example.org/a.exe"/></item></channel></rss>',
        RULES,
        "This address cannot be played",
    ),
]


@pytest.mark.parametrize(("content", "choice", "message"), FEEDS)
def test_what_is_no_feed_or_not_clear_is_refused(
    tmp_path: Path, content: str, choice: FeedChoice, message: str
) -> None:
    (tmp_path / "feed.xml").write_text(content)
    with pytest.raises(ShowcaseError, match=r"feed\.xml") as caught:
        gathered(tmp_path / "feed.xml", choice=choice)
    assert message in str(caught.value)


def test_captions_in_xml_are_no_feed(tmp_path: Path) -> None:
    (tmp_path / "talk.en.xml").write_text('<tt xmlns="http://www.w3.org/ns/ttml"/>')
    (track,) = gathered(tmp_path / "talk.en.xml").tracks
    assert track.label.tag == "en"


def test_a_transcript_in_json_is_no_chapters(tmp_path: Path) -> None:
    path = tmp_path / "whisper.json"
    path.write_text(json.dumps({"text": "x", "segments": [{"start": 0, "end": 1, "text": "x"}]}))
    (track,) = gathered(path).tracks
    assert (track.kind, track.suffix) == ("captions", ".json")


TRACKS = [
    ("talk.en.srt", subrip(ENGLISH), "captions", "en", ".srt"),
    ("talk.vtt", "{1}{50}We sang.\n{51}{90}All of us.\n", "captions", "", ".sub"),
    ("subtitles.es.vtt", webvtt(SPANISH), "subtitles", "es", ".vtt"),
    ("chapters.en.txt", "0:00 Rules\n0:09 Buyers\n0:12 End\n", "chapters", "en", ".txt"),
    ("talk.en.srt.txt", "0:00 We sang.\n0:09 All of us.\n", "captions", "en", ".txt"),
]


@pytest.mark.parametrize(("name", "content", "kind", "tag", "suffix"), TRACKS)
def test_a_track_says_what_it_is(name: str, content: str, kind: str, tag: str, suffix: str) -> None:
    track = given_track(name, content.encode())
    assert (track.kind, track.label.tag, track.suffix) == (kind, tag, suffix)


REFUSED = [
    ("nowhere.mp4", "There is no such file: write its path, or an address"),
    ("https:// ", "is not a web address"),
    ("https://example.org/page", "https://example.org/page: not asked"),
]


@pytest.mark.parametrize(("source", "message"), REFUSED)
def test_what_is_not_there_is_named(source: str, message: str) -> None:
    with pytest.raises(ShowcaseError) as caught:
        gathered(source)
    assert message in str(caught.value)


def test_a_folder_with_nothing_two_recordings_or_two_videos_is_not_guessed_at(
    tmp_path: Path,
) -> None:
    for name, files in {
        "empty": ["captions.en.vtt~"],
        "two": ["a.mp4", "b.mp4"],
        "videos": ["a.info.json", "b.info.json"],
    }.items():
        (tmp_path / name).mkdir()
        for file in files:
            (tmp_path / name / file).write_text("{}")
    for name, message in {
        "empty": "There is nothing in it",
        "two": "There are several recordings in it (a, b): give the one",
        "videos": "There are several videos in it: give one of a.info.json, b.info.json",
    }.items():
        with pytest.raises(ShowcaseError) as caught:
            gathered(tmp_path / name)
        assert message in str(caught.value)


def test_one_recording_has_one_address() -> None:
    with pytest.raises(ShowcaseError, match="a video has one recording: give one address"):
        gathered("https://example.org/a.mp4", "https://example.org/b.mp4")


def test_a_recording_given_as_file_and_address_is_played_from_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(b"film")
    material = gathered(tmp_path / "a.mp4", "https://example.org/a.mp4")
    assert material.address is None
    assert "is played from a.mp4, and not from https://example.org/a.mp4" in material.remarks[0]
