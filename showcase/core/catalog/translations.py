"""What is said about a video and about the showcase, in other languages than their own.

A translation holds only what differs; what it lacks is "" or not there. `core.texts` puts both together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from showcase.core.text.languages import same_language


@dataclass(frozen=True, slots=True)
class NoticeTranslation:
    """A notice; `link` is what its link says."""

    title: str = ""
    text: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class LinkTranslation:
    """What the link to `url` says."""

    url: str
    label: str


@dataclass(frozen=True, slots=True)
class PersonTranslation:
    """Somebody, by the `name` of the original; `called` is what this language calls them."""

    name: str
    called: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class OrganizationTranslation:
    """An organization, by the `name` of the original; `called` is what this language calls it."""

    name: str
    called: str = ""
    short: str = ""
    place: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class TrackTranslation:
    """What must be said about the track of a file."""

    file: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChapterTranslation:
    """The chapter that begins at a time, in milliseconds."""

    start_ms: int
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class VideoTranslation:
    """What `video.toml` says, in another language.

    Attributes:
        language: BCP 47 tag.
    """

    language: str
    title: str = ""
    headline: str = ""
    kicker: str = ""
    summary: str = ""
    poster_alt: str = ""
    notice: NoticeTranslation = NoticeTranslation()
    links: tuple[LinkTranslation, ...] = ()
    people: tuple[PersonTranslation, ...] = ()
    organizations: tuple[OrganizationTranslation, ...] = ()
    tracks: tuple[TrackTranslation, ...] = ()
    chapters: tuple[ChapterTranslation, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteTranslation:
    """What `site.toml` says, in another language.

    Attributes:
        language: BCP 47 tag.
    """

    language: str
    name: str = ""
    closing: str = ""
    small_print: str = ""
    links: tuple[LinkTranslation, ...] = ()


class _Translation(Protocol):
    @property
    def language(self) -> str: ...


T = TypeVar("T", bound=_Translation)


def translation_for(translations: Sequence[T], own: str, reader: str) -> T | None:
    """The translation for who reads a language, None where the original is for them.

    Args:
        translations: all that there are.
        own: the language of the original.
        reader: the reader's; "pt-BR" takes what is in "pt", too (RFC 4647, section 3.4).
    """
    exact = next((each for each in translations if each.language == reader), None)
    if exact or not reader or same_language(own, reader):
        return exact
    return next((each for each in translations if same_language(each.language, reader)), None)
