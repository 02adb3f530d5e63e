"""Reads a podcast's feed: RSS 2.0 with `enclosure`, and `transcript` and `chapters` of Podcasting 2.0.

XML is read as captions in TTML are: no entities, nothing from outside, within limits.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from pathlib import Path
from posixpath import basename
from urllib.parse import urlsplit

from showcase.core.intake.track_labels import TrackLabel
from showcase.core.intake.video_facts import duration_text, plain_line, summary_of
from showcase.core.intake.video_slugs import slug_of_title
from showcase.core.text.language_tags import parse_language_tag
from showcase.core.timing.timecodes import parse_time
from showcase.store.captions.caption_lines import split_lines
from showcase.store.captions.encoding import decode
from showcase.store.captions.xml_document import XmlElement, XmlRefusedError, read_xml
from showcase.store.ingest.source_urls import SourceError, parse_source_url
from showcase.store.intake.chapter_files import read_chapters
from showcase.store.intake.given_files import read_given_bytes
from showcase.store.intake.given_tracks import GivenTrack, read_given_track
from showcase.store.intake.markup_text import plain_text_of_html
from showcase.store.intake.material import Material
from showcase.store.intake.refusal import IntakeError

_MAX_FEED_BYTES = 20 * 1024 * 1024
_MAX_NAMED_EPISODES = 10
_MS_PER_SECOND = 1_000


@dataclass(frozen=True, slots=True)
class FeedChoice:
    """What says which episode of a feed is meant: its title, or the slug of its title; "" where not given."""

    title: str = ""
    slug: str = ""


def take_feed(path: Path, choice: FeedChoice, material: Material) -> None:
    """Add an episode of a feed.

    Raises:
        ShowcaseError: it is no feed, or nothing says which of its episodes is meant.
    """
    channel = _read_channel(path)
    episode = _choose(path, [each for each in channel.children() if each.name == "item"], choice)
    material.spoken = material.spoken or parse_language_tag(_text(channel, "language")) or ""
    duration_ms = parse_time(_text(episode, "duration")) or 0
    material.facts.offer(
        {
            "title": plain_line(_text(episode, "title")),
            "author": plain_line(_text(episode, "author") or _text(channel, "author")),
            "summary": summary_of(plain_text_of_html(_text(episode, "description"))),
            "date": _date(_text(episode, "pubDate")),
            "duration": duration_text(duration_ms / _MS_PER_SECOND),
        },
        path.name,
    )
    _take_enclosure(path, episode, material)
    for element in episode.children():
        if element.name in ("transcript", "chapters"):
            _take_linked(path, element, material, duration_ms)


def _read_channel(path: Path) -> XmlElement:
    text = decode(read_given_bytes(path, _MAX_FEED_BYTES), path.name, "").text
    try:
        root = read_xml("\n".join(split_lines(text))).root
    except XmlRefusedError as error:
        place = f"{path}:{error.line}"
        raise IntakeError(place, f"It {error.message}, and is not read") from None
    rss = next((each for each in root.children() if each.name == "rss"), root)
    channel = next((each for each in rss.children() if each.name == "channel"), None)
    if channel is None:
        raise IntakeError(path, "This is no feed of a podcast (RSS 2.0)")
    return channel


def _choose(path: Path, episodes: list[XmlElement], choice: FeedChoice) -> XmlElement:
    if len(episodes) == 1:
        return episodes[0]
    titles = [plain_line(_text(each, "title")) for each in episodes]
    for episode, title in zip(episodes, titles, strict=True):
        if choice.title == title or (choice.slug and choice.slug == slug_of_title(title)):
            return episode
    named = "; ".join(f'"{title}"' for title in titles[:_MAX_NAMED_EPISODES])
    more = (
        f" and {len(titles) - _MAX_NAMED_EPISODES} more"
        if len(titles) > _MAX_NAMED_EPISODES
        else ""
    )
    raise IntakeError(
        path, f"It has {len(titles)} episodes", f"say which with --title: {named}{more}"
    )


def _take_enclosure(path: Path, episode: XmlElement, material: Material) -> None:
    """The recording: the file of its name beside the feed, else its address."""
    for element in episode.children():
        if element.name == "enclosure" and (address := element.attributes.get("url")):
            if (beside := _beside(path, address)) is not None:
                material.media.append(beside)
                return
            try:
                material.take_address(parse_source_url(address))
            except SourceError as error:
                place = f"{path}:{element.line}"
                raise IntakeError(place, *error.diagnosis[1:]) from None
            return


def _take_linked(path: Path, element: XmlElement, material: Material, duration_ms: int) -> None:
    """A transcript or chapters, if the file of that name is beside the feed."""
    address = element.attributes.get("url", "")
    beside = _beside(path, address)
    if beside is None:
        material.remarks.append(
            f"{address} is not fetched: save it beside {path.name}, or give the file."
        )
        return
    if element.name == "chapters":
        track = read_chapters(beside, duration_ms)
    else:
        track = _with_language(read_given_track(beside, "captions"), element)
    if track is not None:
        material.tracks.append(track)


def _with_language(track: GivenTrack, element: XmlElement) -> GivenTrack:
    tag = parse_language_tag(element.attributes.get("language", ""))
    if not tag or track.label.tag:
        return track
    return replace(track, label=TrackLabel(tag), label_from="the feed")


def _beside(feed: Path, address: str) -> Path | None:
    name = basename(urlsplit(address).path)
    path = feed.parent / name
    return path if name and path.is_file() else None


def _text(element: XmlElement, name: str) -> str:
    """The text of the first child of a name; prefixes are left out, so <itunes:author> is "author"."""
    found = next((each for each in element.children() if each.name == name and each.content), None)
    return "".join(_texts(found.content)).strip() if found else ""


def _texts(content: Iterable[XmlElement | str]) -> Iterable[str]:
    for each in content:
        if isinstance(each, str):
            yield each
        else:
            yield from _texts(each.content)


def _date(text: str) -> str:
    """The day of a date as mail has it (RFC 822): "Tue, 17 Jan 2023 08:00:00 GMT"; "" for anything else."""
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except ValueError:
        return ""
