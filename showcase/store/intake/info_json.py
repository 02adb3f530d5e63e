"""Reads what yt-dlp knows of a video: its `.info.json`, as yt-dlp writes it with `--write-info-json`."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import regex

from showcase.core.catalog.models import Source
from showcase.core.intake.video_facts import (
    date_of_digits,
    duration_text,
    plain_line,
    summary_of,
)
from showcase.core.text.language_tags import parse_language_tag
from showcase.store.ingest.source_urls import SourceError, parse_source_url
from showcase.store.intake.given_files import read_given_bytes
from showcase.store.intake.given_tracks import chapter_track
from showcase.store.intake.material import Material
from showcase.store.intake.refusal import IntakeError
from showcase.store.serialization import InvalidJsonError, from_json

_MAX_INFO_BYTES = 50 * 1024 * 1024
_MS_PER_SECOND = 1_000
_NONE = "none"
# Extractors that know of a page's <video> alone: they number titles, and take the date of the page's file.
_PAGE_EXTRACTORS = ("generic", "html5")
_NUMBER_AT_END = regex.compile(r" \(\d{1,4}\)$")


@dataclass(frozen=True, slots=True)
class InfoChapter:
    """A chapter; times are seconds."""

    title: str | None = None
    start_time: float | None = None
    end_time: float | None = None


@dataclass(frozen=True, slots=True)
class InfoFormat:
    """A way in which the recording can be had; "none" as a codec says that picture or sound is missing."""

    url: str | None = None
    manifest_url: str | None = None
    vcodec: str | None = None
    acodec: str | None = None


@dataclass(frozen=True, slots=True)
class VideoInfo:
    """What is read of an info.json; yt-dlp's names, of which all may be missing or null."""

    title: str | None = None
    extractor: str | None = None
    uploader: str | None = None
    channel: str | None = None
    description: str | None = None
    language: str | None = None
    duration: float | None = None
    release_date: str | None = None
    upload_date: str | None = None
    webpage_url: str | None = None
    url: str | None = None
    chapters: list[InfoChapter] | None = None
    formats: list[InfoFormat] | None = None
    entries: list[object] | None = None
    subtitles: dict[str, object] | None = None
    automatic_captions: dict[str, object] | None = None

    def is_of_page(self) -> bool:
        """True where only a page with a player was found, and no site that describes its videos."""
        return self.extractor in _PAGE_EXTRACTORS

    def plain_title(self) -> str:
        """The title in one line."""
        title = plain_line(self.title or "")
        return _NUMBER_AT_END.sub("", title) if self.is_of_page() else title

    def date(self) -> str:
        """The day on which it was published, as ISO 8601 has it; "" where nothing tells."""
        uploaded = "" if self.is_of_page() else self.upload_date
        return date_of_digits(self.release_date or uploaded or "")

    def machine_wrote(self, key: str) -> bool:
        """True for captions, by their key ("en", "en-orig"), that only a machine wrote."""
        return key in (self.automatic_captions or {}) and key not in (self.subtitles or {})


def read_info(path: Path) -> VideoInfo:
    """Read an info.json.

    Raises:
        ShowcaseError: it is no such file, or that of a list of videos.
    """
    try:
        info = from_json(VideoInfo, read_given_bytes(path, _MAX_INFO_BYTES))
    except InvalidJsonError as error:
        raise IntakeError(path, f"This is no info.json of yt-dlp ({error})") from None
    if info.entries is not None:
        raise IntakeError(path, "This is a list of videos", "give the info.json of one of them")
    if not info.title:
        raise IntakeError(path, "This is no info.json of yt-dlp, for it has no title")
    return info


def take_info(info: VideoInfo, origin: str, material: Material) -> None:
    """Add what an info.json says.

    Args:
        info: its content.
        origin: its name, for messages.
        material: what was given so far; what it has stays.
    """
    material.spoken = material.spoken or parse_language_tag(info.language or "") or ""
    material.facts.offer(
        {
            "title": info.plain_title(),
            "author": plain_line(info.uploader or info.channel or ""),
            "summary": summary_of(info.description or ""),
            "date": info.date(),
            "duration": duration_text(info.duration or 0),
        },
        origin,
    )
    chapters = [_chapter(each) for each in info.chapters or []]
    if chapters:
        material.tracks.append(chapter_track(f"the chapters in {origin}", chapters))


def _chapter(chapter: InfoChapter) -> tuple[int, int, str]:
    start = round((chapter.start_time or 0) * _MS_PER_SECOND)
    return start, round((chapter.end_time or 0) * _MS_PER_SECOND), plain_line(chapter.title or "")


def take_info_address(info: VideoInfo, material: Material) -> None:
    """Add the address at which the recording of an info.json can be played, where it has one."""
    source = _parse(info.webpage_url)
    if source is None:
        source = next(filter(None, map(_parse, _playable(info))), None)
        if source and urlsplit(source.address).query:
            material.doubts.append(
                f"{source.address} has parameters, and may stop to work: if so, give the file."
            )
    if source:
        material.take_address(source)


def _playable(info: VideoInfo) -> list[str]:
    """Addresses of picture and sound together, the best first; yt-dlp lists the best last."""
    whole = [f for f in info.formats or [] if _NONE not in (f.vcodec, f.acodec)]
    files = [each.url for each in reversed(whole)]
    playlists = [each.manifest_url for each in reversed(info.formats or [])]
    return [address for address in (info.url, *files, *playlists) if address]


def _parse(address: str | None) -> Source | None:
    try:
        return parse_source_url(address) if address else None
    except SourceError:
        return None
