"""What the API says of videos. What is not known is null; addresses are absolute."""

from dataclasses import dataclass

from showcase.core.catalog.models import SourceKind, TrackKind


@dataclass(frozen=True, slots=True)
class VideoInList:
    """A video as a list tells it.

    Attributes:
        slug: its name in addresses.
        title: what it is called.
        summary: what it is about, null when nothing is said.
        author: who made it, null when the site published it.
        language: its own, a BCP 47 tag.
        date: as precise as it is known (ISO 8601): "2017", "2017-12" or "2017-12-29"; else null.
        duration: in seconds, null when unknown.
        languages: in which its words can be had, its own first.
        url: its page.
        api: all that is known of it.
    """

    slug: str
    title: str
    summary: str | None
    author: str | None
    language: str
    date: str | None
    duration: float | None
    languages: tuple[str, ...]
    url: str
    api: str


@dataclass(frozen=True, slots=True)
class NoticeShape:
    """What must be seen before anything is played.

    Attributes:
        title: its first words.
        text: the rest.
        url: where more of it stands, null when nowhere.
    """

    title: str
    text: str
    url: str | None


@dataclass(frozen=True, slots=True)
class FileShape:
    """A recording or a picture.

    Attributes:
        url: its address.
        type: its media type.
        size: in bytes.
    """

    url: str
    type: str
    size: int


@dataclass(frozen=True, slots=True)
class Recording:
    """Where a video is played from.

    Attributes:
        kind: "file", "hls", or whose page it is.
        url: of the file, of the playlist, or of that page.
        files: of "file", all that there are, the preferred first; none when it lies on another site.
    """

    kind: SourceKind
    url: str
    files: tuple[FileShape, ...]


@dataclass(frozen=True, slots=True)
class TrackShape:
    """A track of a video.

    Attributes:
        kind: what it is.
        language: its own, a BCP 47 tag.
        label: what its language is called.
        note: what must be said of it, null when nothing.
        cues: how many it has.
        url: the track as WebVTT.
        api: its cues.
    """

    kind: TrackKind
    language: str
    label: str
    note: str | None
    cues: int
    url: str
    api: str


@dataclass(frozen=True, slots=True)
class ChapterShape:
    """A titled stretch of a video.

    Attributes:
        start: when it begins, in seconds.
        end: when it ends, in seconds.
        title: what it is called.
        note: what stands beside the title, null when nothing does.
        url: its address.
    """

    start: float
    end: float
    title: str
    note: str | None
    url: str


@dataclass(frozen=True, slots=True)
class PersonShape:
    """Somebody who speaks or is named.

    Attributes:
        name: as cues name them.
        organization: theirs, null when unknown.
        role: theirs, null when unknown.
    """

    name: str
    organization: str | None
    role: str | None


@dataclass(frozen=True, slots=True)
class OrganizationShape:
    """An organization that speaks or is named.

    Attributes:
        name: its full name.
        short: how it is called for short, null when it is not.
        place: where it is, null when unknown.
        about: what is said of it, null when nothing.
        url: its own site, null when unknown.
    """

    name: str
    short: str | None
    place: str | None
    about: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class FeaturedQuoteShape:
    """A quote that the page shows large.

    Attributes:
        text: its words.
        speaker: who says it, null when unknown.
        organization: theirs, null when unknown.
        start: when it begins, in seconds; null when its words are not in the transcript.
        end: when it ends, in seconds; null likewise.
        url: its moment; null likewise.
    """

    text: str
    speaker: str | None
    organization: str | None
    start: float | None
    end: float | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Video(VideoInList):
    """A video with all that is known of it but its words.

    Attributes:
        notice: what must be seen before anything is played, null when nothing.
        recording: where it is played from, null when there is none yet.
        poster: its picture, null when it has none of its own.
        tracks: what is said, its own language first; chapters; descriptions.
        chapters: titled stretches, in order.
        people: who speaks or is named.
        organizations: which speak or are named.
        quotes: those that its page shows large.
        embed: the page for a frame of another site.
        card: a picture of its title, 1200 by 630 pixels.
        manifest: its IIIF manifest.
    """

    notice: NoticeShape | None
    recording: Recording | None
    poster: FileShape | None
    tracks: tuple[TrackShape, ...]
    chapters: tuple[ChapterShape, ...]
    people: tuple[PersonShape, ...]
    organizations: tuple[OrganizationShape, ...]
    quotes: tuple[FeaturedQuoteShape, ...]
    embed: str
    card: str
    manifest: str
