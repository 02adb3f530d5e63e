"""Videos and the catalog: what a folder of transcripts says about itself."""

from dataclasses import dataclass
from typing import Literal

from showcase.core.catalog.translations import SiteTranslation, VideoTranslation
from showcase.core.timing.moments import Moment

SourceKind = Literal["file", "hls", "youtube", "vimeo"]
TrackKind = Literal["captions", "subtitles", "chapters", "descriptions"]


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A recording or picture beside `video.toml`.

    Attributes:
        name: its file name, without a folder.
        type: its media type ("video/webm").
        size: bytes.
    """

    name: str
    type: str
    size: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where a recording is played from: files beside video.toml, or one address.

    Attributes:
        kind: which back end plays it.
        files: for "file", in order of preference.
        address: for "hls" the playlist, for "youtube" and "vimeo" the page people would open.
        id: for "youtube" and "vimeo", the provider's identifier of the video.
        hash: for an unlisted Vimeo video, the secret part of its address.
    """

    kind: SourceKind
    files: tuple[MediaFile, ...] = ()
    address: str = ""
    id: str = ""
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """An address with the words that lead there."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence the visitor must see before anything is played."""

    title: str
    text: str
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks or is named; `name` is the voice of their cues."""

    name: str
    organization: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Organization:
    """An organization that speaks or is named."""

    name: str
    short: str = ""
    place: str = ""
    url: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class FeaturedQuote:
    """A quote of video.toml, with the moment that the quote search found for it.

    Attributes:
        moment: None when the words are not in the transcript (`check` names it).
        emphasis: part of `text` to light up, or "".
    """

    text: str
    speaker: str = ""
    organization: str = ""
    emphasis: str = ""
    moment: Moment | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """A titled stretch of a video; times in milliseconds. `note` stands beside the title ("Vermont")."""

    start_ms: int
    end_ms: int
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Track:
    """One caption file of a video, without its cues.

    Attributes:
        language: BCP 47 tag ("en", "es", "pt-BR").
        label: the language's own name, as visitors see it ("Español").
        note: what must be said about it ("Translation made for this preview, not yet reviewed"), or "".
        file: its file name.
        cues: how many cues could be read.
        left_out: how many could not.
    """

    kind: TrackKind
    language: str
    label: str
    note: str = ""
    file: str = ""
    cues: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Video:
    """Everything about a video but its words.

    Attributes:
        slug: its folder's name, its place in addresses.
        author: who made it, as citations name them; "" when the site published it.
        date: as precise as it is known: "2017", "2017-12" or "2017-12-29"; "" when unknown.
        duration_ms: of the recording where video.toml says it, else the end of the last cue.
        tracks: the speech of the video's own language first.
        translations: the same in other languages; `core.texts` puts both together.
    """

    slug: str
    title: str
    language: str
    headline: str = ""
    summary: str = ""
    kicker: str = ""
    author: str = ""
    date: str = ""
    duration_ms: int = 0
    source: Source | None = None
    poster: MediaFile | None = None
    poster_alt: str = ""
    notice: Notice | None = None
    links: tuple[Link, ...] = ()
    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    quotes: tuple[FeaturedQuote, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    tracks: tuple[Track, ...] = ()
    translations: tuple[VideoTranslation, ...] = ()

    @property
    def speech(self) -> tuple[Track, ...]:
        """The tracks whose words are read and searched: captions and subtitles."""
        return tuple(track for track in self.tracks if track.kind in ("captions", "subtitles"))

    def organization_of(self, voice: str | None) -> str:
        """The organization of who speaks, "" when it is not known."""
        return next((p.organization for p in self.people if p.name == voice), "")


@dataclass(frozen=True, slots=True)
class Site:
    """What the whole showcase calls itself (`site.toml`, beside the videos' folders).

    Attributes:
        language: of these texts, a BCP 47 tag; "" when it is not said.
        tokens: a style sheet of those that differ from the showcase's own (`tokens.css`), "" for none.
        translations: the same in other languages; `core.texts` puts both together.
    """

    name: str = "Showcase"
    closing: str = ""
    links: tuple[Link, ...] = ()
    small_print: str = ""
    language: str = ""
    tokens: str = ""
    translations: tuple[SiteTranslation, ...] = ()


@dataclass(frozen=True, slots=True)
class Catalog:
    """All videos, newest first, then by title."""

    site: Site
    videos: tuple[Video, ...]

    def find(self, slug: str) -> Video | None:
        """The video at that slug, or None."""
        return next((video for video in self.videos if video.slug == slug), None)
