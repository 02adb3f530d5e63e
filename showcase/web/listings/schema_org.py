"""Entries of lists as search engines read them: Person, Organization and CreativeWorkSeries of schema.org."""

from collections.abc import Callable, Mapping

from showcase.core.catalog.models import Organization
from showcase.core.listings.listing import ListedVideo, ListingEntry, ListingKind
from showcase.web.context.urls import UrlBuilder
from showcase.web.listings.entry_details import (
    Portrait,
    find_organization,
    find_portrait,
    known_links,
)
from showcase.web.metadata.json_ld import JsonObject

# More parts of a series than these are on further pages.
MAX_PART_COUNT = 100


def entry_object(entry: ListingEntry, urls: UrlBuilder) -> JsonObject:
    """The object of an entry without what is not known; {} for topics and years, which are no things."""
    build = _BUILDERS.get(entry.kind)
    if build is None:
        return {}
    page = urls.absolute(urls.for_locale("").listing(entry.kind, entry.slug))
    properties: JsonObject = {
        "@context": "https://schema.org", "@id": page, "url": page, "name": entry.name,
        **build(entry, urls),
    }  # fmt: skip
    return {name: value for name, value in properties.items() if value}


def _person(entry: ListingEntry, urls: UrlBuilder) -> JsonObject:
    portrait = find_portrait(entry)
    roles = dict.fromkeys(each.person.role for each in entry.videos if each.person)
    return {
        "@type": "Person",
        "jobTitle": ", ".join(filter(None, roles)),
        "affiliation": {"@type": "Organization", "name": entry.organization}
        if entry.organization
        else "",
        "image": _image(portrait, urls) if portrait else "",
        "sameAs": [link.url for link in known_links(entry)],
    }


def _image(portrait: Portrait, urls: UrlBuilder) -> str:
    return urls.absolute(urls.media(portrait.video.slug, portrait.file.name))


def _organization(entry: ListingEntry, _urls: UrlBuilder) -> JsonObject:
    known = find_organization(entry) or Organization(entry.name)
    return {
        "@type": "Organization",
        "alternateName": known.short,
        "description": known.about,
        "location": known.place,
        "sameAs": known.url,
    }


def _series(entry: ListingEntry, urls: UrlBuilder) -> JsonObject:
    return {
        "@type": "CreativeWorkSeries",
        "hasPart": [_part(each, urls) for each in entry.videos[:MAX_PART_COUNT]],
    }


def _part(listed: ListedVideo, urls: UrlBuilder) -> JsonObject:
    page = urls.absolute(urls.permalink(listed.video.slug))
    part: JsonObject = {
        "@type": "CreativeWork", "@id": page, "url": page, "name": listed.video.title,
    }  # fmt: skip
    return part | ({"position": listed.number} if listed.number else {})


_BUILDERS: Mapping[ListingKind, Callable[[ListingEntry, UrlBuilder], JsonObject]] = {
    "speakers": _person,
    "organizations": _organization,
    "series": _series,
}
