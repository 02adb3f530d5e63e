"""Translations of the texts of a video and of the site.

A translation has only what differs; what it lacks is "" or (). core/catalog/localized.py combines it with the
original.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from showcase.core.text.languages import same_language


@dataclass(frozen=True, slots=True)
class NoticeTranslation:
    """The translation of a notice; `link` is the text of its link."""

    title: str = ""
    text: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class LinkTranslation:
    """The text of the link to `url`."""

    url: str
    label: str


@dataclass(frozen=True, slots=True)
class PersonTranslation:
    """A person, by the `name` in the original; `called` is the name in this language."""

    name: str
    called: str = ""
    role: str = ""
    portrait_alt: str = ""


@dataclass(frozen=True, slots=True)
class OrganizationTranslation:
    """An organization, by the `name` in the original; `called` is the name in this language."""

    name: str
    called: str = ""
    short: str = ""
    place: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class NameTranslation:
    """A series or a topic, by the `name` in the original; `called` is the name in this language."""

    name: str
    called: str


@dataclass(frozen=True, slots=True)
class TrackTranslation:
    """The note of the track with this file name."""

    file: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChapterTranslation:
    """The texts of the chapter that starts at `start_ms`, in milliseconds."""

    start_ms: int
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class VideoTranslation:
    """The texts of `video.toml` in another language.

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
    series: tuple[NameTranslation, ...] = ()
    topics: tuple[NameTranslation, ...] = ()
    rights: str = ""


@dataclass(frozen=True, slots=True)
class SiteTranslation:
    """The texts of `site.toml` in another language.

    Attributes:
        language: BCP 47 tag.
    """

    language: str
    name: str = ""
    closing: str = ""
    small_print: str = ""
    links: tuple[LinkTranslation, ...] = ()
    tagline: str = ""
    card_art_alt: str = ""


class _HasLanguage(Protocol):
    @property
    def language(self) -> str: ...


T = TypeVar("T", bound=_HasLanguage)


def find_translation(
    translations: Sequence[T], original_language: str, reader_language: str
) -> T | None:
    """The translation for readers of a language, None where there is none or the original is in it.

    Args:
        translations: all that there are.
        original_language: the language of the original, a BCP 47 tag.
        reader_language: the language of the readers; "" for the original. For "pt-BR", a translation with
            the same tag is preferred to one in "pt" (RFC 4647, section 3.4).
    """
    exact = next((each for each in translations if each.language == reader_language), None)
    if exact or not reader_language or same_language(original_language, reader_language):
        return exact
    return next(
        (each for each in translations if same_language(each.language, reader_language)), None
    )
