"""The JSON objects of videos in the API's responses. What is not known is null; addresses are absolute.

Docstrings and descriptions are published in the OpenAPI document.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from msgspec import Meta

from showcase.core.catalog.models import SourceKind, TrackKind, TrackTiming
from showcase.core.export.json_types import Count, Date, LanguageTag, Seconds, Url

TIMING_DESCRIPTION = (
    'Where its times are from: "exact" is its file, "spread" the length of the recording, over which they '
    'are spread by characters; "none" is a transcript without times.'
)
TRACK_URL_DESCRIPTION = "The track as WebVTT; as plain text where it has no times."


@dataclass(frozen=True, slots=True)
class VideoInList:
    """A video in a list."""

    slug: Annotated[str, Meta(description="The name of the video in addresses.")]
    title: Annotated[str, Meta(description="Its title.")]
    summary: Annotated[str | None, Meta(description="What it is about, null when unknown.")]
    author: Annotated[str | None, Meta(description="Who made it, null when the site published it.")]
    language: Annotated[LanguageTag, Meta(description="Its language, a BCP 47 tag.")]
    date: Annotated[
        Date | None,
        Meta(
            description='Its date as far as it is known (ISO 8601): "2017", "2017-12" or "2017-12-29"; '
            "else null."
        ),
    ]
    duration: Annotated[
        Seconds | None, Meta(description="Its length in seconds, null when unknown.")
    ]
    languages: Annotated[
        tuple[str, ...], Meta(description="The languages of its transcripts, its own first.")
    ]
    url: Annotated[Url, Meta(description="Its page.")]
    api: Annotated[Url, Meta(description="Its description in the API.")]


@dataclass(frozen=True, slots=True)
class LicenseShape:
    """What others may do with a video."""

    name: Annotated[str, Meta(description="Its short name, or the words of the owner.")]
    url: Annotated[
        Url | None, Meta(description="Where it can be read, null for the owner's words.")
    ]


@dataclass(frozen=True, slots=True)
class NoticeShape:
    """A notice that must be seen before anything is played."""

    title: Annotated[str, Meta(description="The first words.")]
    text: Annotated[str, Meta(description="The other words.")]
    url: Annotated[
        Url | None, Meta(description="The address of more about it, null when there is none.")
    ]


@dataclass(frozen=True, slots=True)
class FileShape:
    """A file of a recording or a picture."""

    url: Annotated[Url, Meta(description="Its address.")]
    type: Annotated[str, Meta(description="Its media type.")]
    size: Annotated[Count, Meta(description="Its size in bytes.")]


@dataclass(frozen=True, slots=True)
class Recording:
    """Where a video is played from."""

    kind: Annotated[
        SourceKind,
        Meta(description="Where it is played from: files, an HLS playlist, YouTube or Vimeo."),
    ]
    url: Annotated[
        Url,
        Meta(
            description="The address of the file, of the playlist, or of the page on YouTube or Vimeo."
        ),
    ]
    files: Annotated[
        tuple[FileShape, ...],
        Meta(description='The files of "file" on this site, the preferred first; else none.'),
    ]


@dataclass(frozen=True, slots=True)
class TrackShape:
    """A track of a video."""

    kind: Annotated[TrackKind, Meta(description="Its kind.")]
    language: Annotated[LanguageTag, Meta(description="Its language, a BCP 47 tag.")]
    label: Annotated[str, Meta(description="The name of its language.")]
    note: Annotated[str | None, Meta(description="A remark about it, null when there is none.")]
    cues: Annotated[Count, Meta(description="How many cues it has.")]
    timing: Annotated[TrackTiming, Meta(description=TIMING_DESCRIPTION)]
    origin: Annotated[
        Literal["automatic", "person"] | None,
        Meta(description="Who wrote its words: a program or a person; null when nobody says."),
    ]
    corrected: Annotated[
        str | None,
        Meta(description="The day on which a person corrected it last, null when nobody did."),
    ]
    url: Annotated[Url, Meta(description=TRACK_URL_DESCRIPTION)]
    api: Annotated[Url, Meta(description="Its cues in the API.")]


@dataclass(frozen=True, slots=True)
class ChapterShape:
    """A chapter of a video."""

    start: Annotated[Seconds, Meta(description="Its start, in seconds.")]
    end: Annotated[Seconds, Meta(description="Its end, in seconds.")]
    title: Annotated[str, Meta(description="Its title.")]
    note: Annotated[
        str | None,
        Meta(
            description="A few words beside the title, such as a place; null when there are none."
        ),
    ]
    url: Annotated[Url, Meta(description="Its address.")]


@dataclass(frozen=True, slots=True)
class PersonShape:
    """A person who speaks or is named."""

    name: Annotated[str, Meta(description="Their name, as cues have it.")]
    organization: Annotated[str | None, Meta(description="Their organization, null when unknown.")]
    role: Annotated[str | None, Meta(description="Their role, null when unknown.")]


@dataclass(frozen=True, slots=True)
class SeriesShape:
    """A series that the video is a part of."""

    name: Annotated[str, Meta(description="Its name.")]
    number: Annotated[
        Count | None, Meta(description="The number of the part, null when it has none.")
    ]


@dataclass(frozen=True, slots=True)
class OrganizationShape:
    """An organization that speaks or is named."""

    name: Annotated[str, Meta(description="Its full name.")]
    short: Annotated[str | None, Meta(description="Its short name, null when it has none.")]
    place: Annotated[str | None, Meta(description="Where it is, null when unknown.")]
    about: Annotated[str | None, Meta(description="What it does, null when unknown.")]
    url: Annotated[Url | None, Meta(description="Its website, null when unknown.")]


@dataclass(frozen=True, slots=True)
class FeaturedQuoteShape:
    """A featured quote, which the page of the video shows in large letters."""

    text: Annotated[str, Meta(description="Its words.")]
    speaker: Annotated[str | None, Meta(description="Who says it, null when unknown.")]
    organization: Annotated[
        str | None, Meta(description="The speaker's organization, null when unknown.")
    ]
    start: Annotated[
        Seconds | None,
        Meta(
            description="Its start, in seconds; null when its words are not in a transcript with times."
        ),
    ]
    end: Annotated[
        Seconds | None,
        Meta(
            description="Its end, in seconds; null when its words are not in a transcript with times."
        ),
    ]
    url: Annotated[
        Url | None,
        Meta(
            description="The address of its moment; null when its words are not in a transcript with times."
        ),
    ]


@dataclass(frozen=True, slots=True)
class VideoShape(VideoInList):
    """Everything about a video except its transcript."""

    notice: Annotated[
        NoticeShape | None,
        Meta(
            description="A notice that must be seen before anything is played, null when there is none."
        ),
    ]
    recording: Annotated[
        Recording | None, Meta(description="What is played, null when there is nothing yet.")
    ]
    poster: Annotated[
        FileShape | None, Meta(description="Its picture, null when it has none of its own.")
    ]
    tracks: Annotated[
        tuple[TrackShape, ...],
        Meta(description="Captions and subtitles, its own language first; chapters; descriptions."),
    ]
    chapters: Annotated[
        tuple[ChapterShape, ...], Meta(description="Its chapters, in order of time.")
    ]
    people: Annotated[
        tuple[PersonShape, ...], Meta(description="The people who speak or are named.")
    ]
    organizations: Annotated[
        tuple[OrganizationShape, ...],
        Meta(description="The organizations that speak or are named."),
    ]
    series: Annotated[tuple[SeriesShape, ...], Meta(description="The series that it is a part of.")]
    topics: Annotated[tuple[str, ...], Meta(description="The names of its topics.")]
    quotes: Annotated[tuple[FeaturedQuoteShape, ...], Meta(description="Its featured quotes.")]
    embed: Annotated[Url, Meta(description="Its page for a frame on another site.")]
    card: Annotated[Url, Meta(description="A picture of its title, 1200 by 630 pixels.")]
    manifest: Annotated[Url, Meta(description="Its IIIF manifest.")]
    license: Annotated[
        LicenseShape | None,
        Meta(description="What others may do with it, null where nothing is said."),
    ]
    rights: Annotated[
        str | None, Meta(description="Who has the rights, null where nothing is said.")
    ]
