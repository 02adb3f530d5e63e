"""Videos without their transcripts."""

from dataclasses import dataclass
from typing import Literal

from showcase.core.catalog.licenses import License
from showcase.core.catalog.published_corrections import PublishedCorrection
from showcase.core.catalog.series import SeriesPart
from showcase.core.catalog.spoken_times import SpokenTime
from showcase.core.catalog.translations import VideoTranslation
from showcase.core.catalog.visibility import PUBLIC, Visibility
from showcase.core.catalog.withdrawals import TimeRange
from showcase.core.timing.moments import Moment

SourceKind = Literal["file", "hls", "youtube", "vimeo"]
TrackKind = Literal["captions", "subtitles", "chapters", "descriptions"]
# Whether a track's file has times, or they are spread over the recording by its characters, or there are none
# because the length of the recording is not known.
TrackTiming = Literal["exact", "spread", "none"]
# Whose voice is heard: people's own, or one that a machine made.
VoiceKind = Literal["human", "synthetic"]
# Who wrote the words of a track, as its owner says: a program that heard them, or a person; "" if nobody
# says.
TrackOrigin = Literal["", "automatic", "person"]


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file of a recording or picture beside `video.toml`.

    Attributes:
        name: without a folder.
        type: the media type ("video/webm").
        size: bytes.
    """

    name: str
    type: str
    size: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where a recording is played from: files beside video.toml, or one address.

    Attributes:
        kind: which player plays it.
        files: of kind "file", in order of preference; () for a file on another site.
        address: of kind "file", a file on another site; of "hls", the playlist; of "youtube" and "vimeo", the
            page of the video; else "".
        id: of kind "youtube" and "vimeo", the provider's identifier of the video; else "".
        hash: the secret part of the address of an unlisted Vimeo video, else "".
    """

    kind: SourceKind
    files: tuple[MediaFile, ...] = ()
    address: str = ""
    id: str = ""
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its text."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice that visitors must see before anything is played."""

    title: str
    text: str
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person who speaks or is named.

    Attributes:
        name: the voice of their cues.
        aliases: other spellings of the name in caption files.
        voice: "synthetic" for somebody who is no person and only reads.
        withdrawn: True for somebody whose words and name must not be published; a catalog has no such person.
        portrait: a picture of them; None where there is none.
        portrait_alt: what it shows, for those who cannot see it.
        links: to pages about them.
    """

    name: str
    organization: str = ""
    role: str = ""
    aliases: tuple[str, ...] = ()
    voice: VoiceKind = "human"
    withdrawn: bool = False
    portrait: MediaFile | None = None
    portrait_alt: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Organization:
    """An organization that speaks or is named; `name` is what people refer to as theirs."""

    name: str
    short: str = ""
    place: str = ""
    url: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class FeaturedQuote:
    """A quote of video.toml, with the moment that the quote search found for it.

    Attributes:
        emphasis: a part of `text` to emphasize, or "".
        moment: None when the words are not in a transcript (`showcase check` then has a note), or only in
            one without times.
    """

    text: str
    speaker: str = ""
    organization: str = ""
    emphasis: str = ""
    moment: Moment | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter; times are milliseconds. `note` is shown beside the title ("Vermont")."""

    start_ms: int
    end_ms: int
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Track:
    """A caption file of a video, without its cues.

    Attributes:
        language: BCP 47 tag ("en", "es", "pt-BR").
        label: the name of the language as visitors see it ("Español").
        note: a remark about it ("Translation made for this preview, not yet reviewed"), or "".
        file: the name of the file.
        cues: how many cues could be read.
        left_out: how many cues could not be read.
        timing: where its times are from; visitors are told where they are spread, and where
            there are none.
        origin: who wrote its words.
        corrected: the day on which a person corrected them last (ISO 8601), "" if nobody did.
        is_aligned: False where its times do not fit those of the video's first speech track, so that it may
            be of another recording: what it says at a time is no translation of what is said there.
    """

    kind: TrackKind
    language: str
    label: str
    note: str = ""
    file: str = ""
    cues: int = 0
    left_out: int = 0
    timing: TrackTiming = "exact"
    origin: TrackOrigin = ""
    corrected: str = ""
    is_aligned: bool = True

    @property
    def has_times(self) -> bool:
        """False for a track of words that nobody knows the times of."""
        return self.timing != "none"


@dataclass(frozen=True, slots=True)
class Video:
    """Everything about a video except its cues. Texts are "" where there are none.

    Attributes:
        slug: its name in addresses, made from that of its folder.
        language: BCP 47 tag, of the speech and of these texts.
        author: who made it, as citations name them; "" when the site published it.
        date: as precise as it is known (ISO 8601): "2017", "2017-12" or "2017-12-29"; "" when unknown.
        duration_ms: of the recording as video.toml has it, else the end of the last cue; 0 where neither is
            known.
        source: None when there is nothing to play yet.
        tracks: captions and subtitles in the video's own language first, then in others, then other kinds.
        translations: the texts in other languages; core/catalog/localized.py combines them.
        voice: "synthetic" for a recording in which a machine reads the words, whoever said them.
        former: slugs that it had before; their addresses lead to it.
        visibility: who may see it, and from when.
        withdrawn: when words were said that were withdrawn, in order.
        withdrawals: a hash of all that was withdrawn of it; "" for nothing.
        corrections: what was put right since it was published, newest first.
        edition: 1 for the first recording that was shown here, one more for each that took its place. Links
            to moments name it from 2 on: who follows an older one must not get other words instead.
        series: that it is a part of.
        topics: the names of what it is about.
        spoken: who speaks in the first of `speech_tracks`, in order of their first words.
        license: what others may do with it; None where nothing is said.
        rights: who has the rights, in a sentence.
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
    voice: VoiceKind = "human"
    former: tuple[str, ...] = ()
    visibility: Visibility = PUBLIC
    withdrawn: tuple[TimeRange, ...] = ()
    withdrawals: str = ""
    corrections: tuple[PublishedCorrection, ...] = ()
    edition: int = 1
    series: tuple[SeriesPart, ...] = ()
    topics: tuple[str, ...] = ()
    spoken: tuple[SpokenTime, ...] = ()
    license: License | None = None
    rights: str = ""

    @property
    def edition_in_links(self) -> str:
        """The value of `edition` in links to moments; "" for the first recording, which none names."""
        return str(self.edition) if self.edition > 1 else ""

    @property
    def anchor_prefix(self) -> str:
        """What the names of places in its words begin with in HTML: "", from edition 2 on "e2-"."""
        return f"e{self.edition_in_links}-" if self.edition_in_links else ""

    @property
    def speech_tracks(self) -> tuple[Track, ...]:
        """The captions and subtitles, which make the transcripts."""
        return tuple(track for track in self.tracks if track.kind in ("captions", "subtitles"))

    @property
    def pictures(self) -> tuple[MediaFile, ...]:
        """The poster and the portraits."""
        found = (self.poster, *(person.portrait for person in self.people))
        return tuple(file for file in found if file)

    @property
    def media(self) -> tuple[MediaFile, ...]:
        """All files beside video.toml that anybody may ask for: recordings and pictures."""
        return (*(self.source.files if self.source else ()), *self.pictures)

    def organization_of_speaker(self, voice: str | None) -> str:
        """The organization of the person with that name, "" when it is unknown."""
        return next((p.organization for p in self.people if p.name == voice), "")
