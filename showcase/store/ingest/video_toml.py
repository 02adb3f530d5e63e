"""`video.toml`: what an owner says about a video."""

from dataclasses import dataclass, field

from showcase.core.catalog.models import FeaturedQuote, Link, Notice, Organization, Person
from showcase.errors import Fault
from showcase.store.ingest.toml_lines import KeyPath
from showcase.store.ingest.toml_schema import (
    TomlFile,
    address,
    by_name,
    date,
    duration,
    language,
    needed,
    one_or_more,
    table,
    tables,
    text,
)


@dataclass(frozen=True, slots=True)
class TrackWords:
    """What an owner says about a caption file; each may be empty."""

    label: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class VideoToml:
    """What stands in a `video.toml`.

    Attributes:
        title: "" only when that is a fault.
        language: "" when it is to be taken from the caption files.
        duration: milliseconds, 0 when it is not said.
        source: file names, or one address; as written.
        poster: a file name as written, or "".
        quotes: without their moments.
        tracks: by the name of their file.
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
    notice: Notice | None = None
    links: tuple[Link, ...] = ()
    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    quotes: tuple[FeaturedQuote, ...] = ()
    tracks: dict[str, TrackWords] = field(default_factory=dict)


link = table(Link, {"label": needed, "url": address}, "label", "url")
_words_of_quote = table(
    FeaturedQuote,
    {"text": needed, "speaker": text, "organization": text, "emphasis": text},
    "text",
)


def _quote(value: object, path: KeyPath, file: TomlFile) -> object:
    read = _words_of_quote(value, path, file)
    if isinstance(read, FeaturedQuote) and read.emphasis not in read.text:
        file.wrong(
            (*path, "emphasis"),
            f'"{read.emphasis}" is not a part of the quote: copy the words out of its text.',
        )
    return read


def _optional_address(value: object, path: KeyPath, file: TomlFile) -> object:
    return "" if value == "" else address(value, path, file)


_video = table(
    VideoToml,
    {
        "title": needed,
        "language": language,
        "headline": text,
        "kicker": text,
        "author": text,
        "summary": text,
        "date": date,
        "duration": duration,
        "source": one_or_more,
        "poster": text,
        "poster_alt": text,
        "notice": table(Notice, {"title": needed, "text": needed, "link": link}, "title", "text"),
        "links": tables(link),
        "people": tables(
            table(Person, {"name": needed, "organization": text, "role": text}, "name")
        ),
        "organizations": tables(
            table(
                Organization,
                {
                    "name": needed,
                    "short": text,
                    "place": text,
                    "url": _optional_address,
                    "about": text,
                },
                "name",
            )
        ),
        "quotes": tables(_quote),
        "tracks": by_name(table(TrackWords, {"label": text, "note": text})),
    },
)


@dataclass(frozen=True, slots=True)
class ReadVideoToml:
    """A `video.toml` that was read.

    Attributes:
        values: what could be read, None when it is no TOML.
        faults: everything that is wrong in it.
        file: knows the line of each key.
    """

    values: VideoToml | None
    faults: tuple[Fault, ...]
    file: TomlFile


def read_video_toml(content: str, place: str) -> ReadVideoToml:
    """Read a `video.toml`; `place` is its path in faults."""
    file = TomlFile(content, place)
    values = file.values()
    video = None if file.faults else _video(values, (), file)
    if video and "title" not in values:
        file.wrong((), '"title" is missing: add title = "…".')
    return ReadVideoToml(video if isinstance(video, VideoToml) else None, tuple(file.faults), file)
