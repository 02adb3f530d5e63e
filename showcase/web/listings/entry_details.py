"""What the videos of an entry tell of a person or an organization: portrait, roles, links, members."""

from dataclasses import dataclass

from showcase.core.catalog.localized import LocalizedLink, LocalizedText, LocalizedVideo
from showcase.core.catalog.models import Link, MediaFile, Organization, Person, Video
from showcase.core.listings.listing import ListingEntry, Listings
from showcase.web.context.urls import UrlBuilder
from showcase.web.i18n.catalogs import requested_locale


@dataclass(frozen=True, slots=True)
class Portrait:
    """The picture of a person, which is in the folder of a video."""

    video: Video
    person: Person
    file: MediaFile


@dataclass(frozen=True, slots=True)
class PortraitView:
    """A portrait as a page shows it; `alt` says what it shows."""

    src: str
    alt: LocalizedText


def find_portrait(entry: ListingEntry) -> Portrait | None:
    """The newest portrait of a speaker; None where there is none."""
    found = (
        Portrait(each.video, each.person, each.person.portrait)
        for each in entry.videos
        if each.person and each.person.portrait
    )
    return next(found, None)


def portrait_view(entry: ListingEntry, urls: UrlBuilder) -> PortraitView | None:
    """The portrait of a speaker; where nothing says what it shows, it is called by their name."""
    portrait = find_portrait(entry)
    if portrait is None:
        return None
    texts = LocalizedVideo(portrait.video, requested_locale())
    alt = texts.portrait_alt(portrait.person) or texts.person(entry.name)
    return PortraitView(urls.media(portrait.video.slug, portrait.file.name), alt)


def roles(entry: ListingEntry) -> list[LocalizedText]:
    """The roles of a speaker in their videos, each once, the newest first."""
    newest: dict[str, LocalizedText] = {}
    for each in entry.videos:
        if each.person and each.person.role and each.person.role not in newest:
            texts = LocalizedVideo(each.video, requested_locale())
            newest[each.person.role] = texts.role(each.person)
    return [*dict.fromkeys(newest.values())]


def known_links(entry: ListingEntry) -> list[Link]:
    """The links of a speaker, each address once."""
    return [link for _, link in _newest_links(entry)]


def _newest_links(entry: ListingEntry) -> list[tuple[Video, Link]]:
    found: dict[str, tuple[Video, Link]] = {}
    for each in entry.videos:
        for link in each.person.links if each.person else ():
            found.setdefault(link.url, (each.video, link))
    return [*found.values()]


def link_views(entry: ListingEntry) -> list[LocalizedLink]:
    """The links of a speaker for these readers."""
    return [
        LocalizedVideo(video, requested_locale()).link(link) for video, link in _newest_links(entry)
    ]


def find_organization(entry: ListingEntry) -> Organization | None:
    """What the newest video with a table about an organization tells of it; None where none has one."""
    found = _organization_with_video(entry)
    return found[1] if found else None


@dataclass(frozen=True, slots=True)
class OrganizationView:
    """An organization for these readers; texts are empty where unknown. `url` is of its website, or ""."""

    short: LocalizedText
    place: LocalizedText
    about: LocalizedText
    url: str


def organization_view(entry: ListingEntry) -> OrganizationView | None:
    """What is told of an organization; None where nothing is."""
    found = _organization_with_video(entry)
    if found is None:
        return None
    texts, organization = LocalizedVideo(found[0], requested_locale()), found[1]
    return OrganizationView(
        texts.short(organization),
        texts.place(organization),
        texts.about(organization),
        organization.url,
    )


def _organization_with_video(entry: ListingEntry) -> tuple[Video, Organization] | None:
    found = (
        (each.video, organization)
        for each in entry.videos
        for organization in each.video.organizations
        if organization.name == entry.name
    )
    return next(found, None)


def members(entry: ListingEntry, known: Listings) -> list[ListingEntry]:
    """The speakers who belong to an organization, by name."""
    return [each for each in known["speakers"].entries if each.organization == entry.name]
