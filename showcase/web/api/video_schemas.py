"""The JSON objects of videos in the API's responses. What is not known is null; addresses are absolute.

Docstrings and descriptions are published in the OpenAPI document.
"""

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from showcase.core.catalog.models import SourceKind, TrackKind
from showcase.core.export.json_types import Count, Date, LanguageTag, Seconds, Url


@dataclass(frozen=True, slots=True)
class VideoInList:
    """A video as a list tells it."""

    slug: Annotated[str, Meta(description="Its name in addresses.")]
    title: Annotated[str, Meta(description="What it is called.")]
    summary: Annotated[str | None, Meta(description="What it is about, null when nothing is said.")]
    author: Annotated[str | None, Meta(description="Who made it, null when the site published it.")]
    language: Annotated[LanguageTag, Meta(description="Its own, a BCP 47 tag.")]
    date: Annotated[
        Date | None,
        Meta(
            description='As precise as it is known (ISO 8601): "2017", "2017-12" or "2017-12-29"; else '
            "null."
        ),
    ]
    duration: Annotated[Seconds | None, Meta(description="In seconds, null when unknown.")]
    languages: Annotated[
        tuple[str, ...], Meta(description="In which its words can be had, its own first.")
    ]
    url: Annotated[Url, Meta(description="Its page.")]
    api: Annotated[Url, Meta(description="All that is known of it.")]


@dataclass(frozen=True, slots=True)
class NoticeShape:
    """What must be seen before anything is played."""

    title: Annotated[str, Meta(description="Its first words.")]
    text: Annotated[str, Meta(description="The rest.")]
    url: Annotated[Url | None, Meta(description="Where more of it stands, null when nowhere.")]


@dataclass(frozen=True, slots=True)
class FileShape:
    """A recording or a picture."""

    url: Annotated[Url, Meta(description="Its address.")]
    type: Annotated[str, Meta(description="Its media type.")]
    size: Annotated[Count, Meta(description="In bytes.")]


@dataclass(frozen=True, slots=True)
class Recording:
    """Where a video is played from."""

    kind: Annotated[SourceKind, Meta(description='"file", "hls", or whose page it is.')]
    url: Annotated[Url, Meta(description="Of the file, of the playlist, or of that page.")]
    files: Annotated[
        tuple[FileShape, ...],
        Meta(
            description='Of "file", all that there are, the preferred first; none when it lies on '
            "another site."
        ),
    ]


@dataclass(frozen=True, slots=True)
class TrackShape:
    """A track of a video."""

    kind: Annotated[TrackKind, Meta(description="What it is.")]
    language: Annotated[LanguageTag, Meta(description="Its own, a BCP 47 tag.")]
    label: Annotated[str, Meta(description="What its language is called.")]
    note: Annotated[str | None, Meta(description="What must be said of it, null when nothing.")]
    cues: Annotated[Count, Meta(description="How many it has.")]
    url: Annotated[Url, Meta(description="The track as WebVTT.")]
    api: Annotated[Url, Meta(description="Its cues.")]


@dataclass(frozen=True, slots=True)
class ChapterShape:
    """A titled stretch of a video."""

    start: Annotated[Seconds, Meta(description="When it begins, in seconds.")]
    end: Annotated[Seconds, Meta(description="When it ends, in seconds.")]
    title: Annotated[str, Meta(description="What it is called.")]
    note: Annotated[
        str | None, Meta(description="What stands beside the title, null when nothing does.")
    ]
    url: Annotated[Url, Meta(description="Its address.")]


@dataclass(frozen=True, slots=True)
class PersonShape:
    """Somebody who speaks or is named."""

    name: Annotated[str, Meta(description="As cues name them.")]
    organization: Annotated[str | None, Meta(description="Theirs, null when unknown.")]
    role: Annotated[str | None, Meta(description="Theirs, null when unknown.")]


@dataclass(frozen=True, slots=True)
class OrganizationShape:
    """An organization that speaks or is named."""

    name: Annotated[str, Meta(description="Its full name.")]
    short: Annotated[
        str | None, Meta(description="How it is called for short, null when it is not.")
    ]
    place: Annotated[str | None, Meta(description="Where it is, null when unknown.")]
    about: Annotated[str | None, Meta(description="What is said of it, null when nothing.")]
    url: Annotated[Url | None, Meta(description="Its own site, null when unknown.")]


@dataclass(frozen=True, slots=True)
class FeaturedQuoteShape:
    """A quote that the page shows large."""

    text: Annotated[str, Meta(description="Its words.")]
    speaker: Annotated[str | None, Meta(description="Who says it, null when unknown.")]
    organization: Annotated[str | None, Meta(description="Theirs, null when unknown.")]
    start: Annotated[
        Seconds | None,
        Meta(
            description="When it begins, in seconds; null when its words are not in the transcript."
        ),
    ]
    end: Annotated[Seconds | None, Meta(description="When it ends, in seconds; null likewise.")]
    url: Annotated[Url | None, Meta(description="Its moment; null likewise.")]


@dataclass(frozen=True, slots=True)
class VideoShape(VideoInList):
    """A video with all that is known of it but its words."""

    notice: Annotated[
        NoticeShape | None,
        Meta(description="What must be seen before anything is played, null when nothing."),
    ]
    recording: Annotated[
        Recording | None, Meta(description="Where it is played from, null when there is none yet.")
    ]
    poster: Annotated[
        FileShape | None, Meta(description="Its picture, null when it has none of its own.")
    ]
    tracks: Annotated[
        tuple[TrackShape, ...],
        Meta(description="What is said, its own language first; chapters; descriptions."),
    ]
    chapters: Annotated[tuple[ChapterShape, ...], Meta(description="Titled stretches, in order.")]
    people: Annotated[tuple[PersonShape, ...], Meta(description="Who speaks or is named.")]
    organizations: Annotated[
        tuple[OrganizationShape, ...], Meta(description="Which speak or are named.")
    ]
    quotes: Annotated[
        tuple[FeaturedQuoteShape, ...], Meta(description="Those that its page shows large.")
    ]
    embed: Annotated[Url, Meta(description="The page for a frame of another site.")]
    card: Annotated[Url, Meta(description="A picture of its title, 1200 by 630 pixels.")]
    manifest: Annotated[Url, Meta(description="Its IIIF manifest.")]
