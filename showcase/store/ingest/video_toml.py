"""Reads `video.toml`, the description of a video."""

from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import get_args

from showcase.core.catalog.licenses import License
from showcase.core.catalog.models import (
    FeaturedQuote,
    Link,
    Notice,
    Organization,
    Person,
    TrackOrigin,
    VoiceKind,
)
from showcase.core.catalog.published_corrections import PublishedCorrection
from showcase.core.catalog.series import SeriesPart
from showcase.core.catalog.visibility import Visibility
from showcase.core.catalog.withdrawals import Withdrawals, WithdrawnPassage
from showcase.core.timing.frame_rates import FrameRate
from showcase.errors import Diagnosis, Fault
from showcase.store.ingest.correction_toml import correction, day, track_origin
from showcase.store.ingest.license_schema import license_schema
from showcase.store.ingest.listing_schema import portrait, series, topics
from showcase.store.ingest.toml_file import TomlFile
from showcase.store.ingest.toml_instants import instant
from showcase.store.ingest.toml_lines import KeyPath
from showcase.store.ingest.toml_schema import (
    date,
    duration,
    flag,
    language,
    link_url,
    missing_key_diagnosis,
    named_tables,
    one_of,
    one_or_more_texts,
    ordinal,
    required_text,
    table,
    table_list,
    text,
)
from showcase.store.ingest.toml_times import frame_rate, time_offset
from showcase.store.ingest.withdrawal_schema import withdrawn


@dataclass(frozen=True, slots=True)
class TrackToml:
    """The table of a caption file in video.toml; each text may be "".

    Attributes:
        accept: True to publish the track although something in it cannot be read.
        frame_rate: of times that count frames; None when it is not given.
        offset: is added to every time of the file, in milliseconds.
        origin: who wrote its words.
        corrected: the day on which a person corrected them last.
    """

    label: str = ""
    note: str = ""
    accept: bool = False
    frame_rate: FrameRate | None = None
    offset: int = 0
    origin: TrackOrigin = ""
    corrected: str = ""


@dataclass(frozen=True, slots=True)
class VideoToml:
    """The values of a `video.toml`; "" and () stand for keys that are not there.

    Attributes:
        title: "" only with a fault.
        language: a BCP 47 tag; "" when it follows from the caption files.
        duration: milliseconds; 0 when it is not given.
        source: file names, or one address; as written.
        without_captions: True to publish a recording that has no captions yet.
        poster: a file name as written.
        not_speakers: labels of captions that are words, not names.
        quotes: without their moments.
        tracks: by the names of their files.
        former: names that its folder had before, as written.
        listed: False for a video that is found by its address alone.
        noindex: True where search engines are asked to leave it out.
        publish_on, sealed_until: before them, nothing of it may be seen; in UTC, None where not given.
        withdrawn: True for the whole video, or the passages that were withdrawn.
        corrections: without the moments of their words.
        edition: 1 for the first recording, one more for each that took its place.
        series: that it is a part of.
        topics: what it is about.
    """

    title: str = ""
    language: str = ""
    headline: str = ""
    kicker: str = ""
    author: str = ""
    summary: str = ""
    date: str = ""
    duration: int = 0
    source: tuple[str, ...] = ()
    poster: str = ""
    poster_alt: str = ""
    voice: VoiceKind = "human"
    without_captions: bool = False
    notice: Notice | None = None
    links: tuple[Link, ...] = ()
    people: tuple[Person, ...] = ()
    not_speakers: tuple[str, ...] = ()
    organizations: tuple[Organization, ...] = ()
    quotes: tuple[FeaturedQuote, ...] = ()
    tracks: dict[str, TrackToml] = field(default_factory=dict)
    corrections: tuple[PublishedCorrection, ...] = ()
    former: tuple[str, ...] = ()
    listed: bool = True
    noindex: bool = False
    publish_on: datetime | None = None
    sealed_until: datetime | None = None
    withdrawn: bool | tuple[WithdrawnPassage, ...] = False
    edition: int = 1
    series: tuple[SeriesPart, ...] = ()
    topics: tuple[str, ...] = ()
    license: License | None = None
    rights: str = ""

    @property
    def withdrawals(self) -> Withdrawals:
        """The people and passages that were withdrawn."""
        people = (person for person in self.people if person.withdrawn)
        passages = self.withdrawn if isinstance(self.withdrawn, tuple) else ()
        return Withdrawals(tuple((each.name, *each.aliases) for each in people), passages)

    @property
    def visibility(self) -> Visibility:
        """Who may see it, and from when."""
        return Visibility(self.listed, self.noindex, self.publish_on, self.sealed_until)


link_schema = table(Link, {"label": required_text, "url": link_url}, "label", "url")
_track_fields_schema = table(
    TrackToml,
    {
        "label": text,
        "note": text,
        "accept": flag,
        "frame_rate": frame_rate,
        "offset": time_offset,
        "origin": track_origin,
        "corrected": day,
    },
)
_quote_fields_schema = table(
    FeaturedQuote,
    {"text": required_text, "speaker": text, "organization": text, "emphasis": text},
    "text",
)


def _quote_schema(value: object, path: KeyPath, file: TomlFile) -> object:
    read = _quote_fields_schema(value, path, file)
    if isinstance(read, FeaturedQuote) and read.emphasis not in read.text:
        message = f'"{read.emphasis}" is not a part of the quote'
        diagnosis = Diagnosis("emphasis-not-in-quote", message, "copy the words from its text")
        file.add_fault((*path, "emphasis"), diagnosis)
    return read


def _track_schema(value: object, path: KeyPath, file: TomlFile) -> object:
    read = _track_fields_schema(value, path, file)
    if isinstance(read, TrackToml) and read.corrected and not read.origin:
        file.add_fault(path, missing_key_diagnosis("origin"))
    return read


def _optional_link_url(value: object, path: KeyPath, file: TomlFile) -> object:
    return "" if value == "" else link_url(value, path, file)


_video_schema = table(
    VideoToml,
    {
        "title": required_text,
        "language": language,
        "headline": text,
        "kicker": text,
        "author": text,
        "summary": text,
        "date": date,
        "duration": duration,
        "source": one_or_more_texts,
        "poster": text,
        "poster_alt": text,
        "voice": one_of(*get_args(VoiceKind)),
        "without_captions": flag,
        "notice": table(
            Notice,
            {"title": required_text, "text": required_text, "link": link_schema},
            "title",
            "text",
        ),
        "links": table_list(link_schema),
        "people": table_list(
            table(
                Person,
                {
                    "name": required_text,
                    "organization": text,
                    "role": text,
                    "aliases": one_or_more_texts,
                    "voice": one_of(*get_args(VoiceKind)),
                    "withdrawn": flag,
                    "portrait": portrait,
                    "portrait_alt": text,
                    "links": table_list(link_schema),
                },
                "name",
            )
        ),
        "not_speakers": one_or_more_texts,
        "organizations": table_list(
            table(
                Organization,
                {
                    "name": required_text,
                    "short": text,
                    "place": text,
                    "url": _optional_link_url,
                    "about": text,
                },
                "name",
            )
        ),
        "quotes": table_list(_quote_schema),
        "former": one_or_more_texts,
        "edition": ordinal,
        "license": license_schema,
        "rights": text,
        "listed": flag,
        "noindex": flag,
        "publish_on": instant,
        "sealed_until": instant,
        "withdrawn": withdrawn,
        "tracks": named_tables(_track_schema),
        "corrections": table_list(correction),
        "series": series,
        "topics": topics,
    },
)


@dataclass(frozen=True, slots=True)
class ParsedVideoToml:
    """A `video.toml` that was read.

    Attributes:
        values: what could be read; None when it is not TOML.
        faults: everything that is wrong in it.
        file: has the line of each key, for faults that are found later.
    """

    values: VideoToml | None
    faults: tuple[Fault, ...]
    file: TomlFile


def read_video_toml(content: str, place: str) -> ParsedVideoToml:
    """Read a `video.toml`.

    Args:
        content: the text of the file.
        place: its path, as faults name it.
    """
    file = TomlFile(content, place)
    file.top_keys = [entry.name for entry in fields(VideoToml)]
    values = file.values()
    video = None if file.faults else _video_schema(values, (), file)
    is_withdrawn = isinstance(video, VideoToml) and video.withdrawn is True
    if video and not is_withdrawn and "title" not in {*values, *file.misplaced_keys}:
        file.add_fault((), missing_key_diagnosis("title"))
    return ParsedVideoToml(
        video if isinstance(video, VideoToml) else None, tuple(file.faults), file
    )
