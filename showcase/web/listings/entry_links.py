"""Links to lists and their entries, with what they are called in the language of the page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from showcase.core.catalog.localized import LocalizedText, LocalizedVideo
from showcase.core.listings.listing import LISTING_KINDS, ListingEntry, ListingKind
from showcase.web.context.listings import has_many_videos, listings
from showcase.web.context.request import url_builder
from showcase.web.i18n.catalogs import gettext_noop, locale, localize_digits, requested_locale, t

# The page of an entry by its kind, its name and, of a speaker, the organization; "" for none.
EntryHrefFunction = Callable[[ListingKind, str, str], str]

_KIND_TITLES: dict[ListingKind, str] = {
    "speakers": gettext_noop("Speakers"),
    "organizations": gettext_noop("Organizations"),
    "series": gettext_noop("Series"),
    "topics": gettext_noop("Topics"),
    "dates": gettext_noop("Years"),
}
# A narrator is in thousands of videos; if none of the first translates the name, none is looked for further.
_MAX_TRANSLATION_LOOKUPS = 20


@dataclass(frozen=True, slots=True)
class ListingLink:
    """A link to a list or an entry; `current` is True where it leads to the list of this page."""

    label: LocalizedText
    href: str
    current: bool = False


def listing_links(current: ListingKind | None = None) -> list[ListingLink]:
    """Links to all lists that have entries."""
    return [
        ListingLink(
            LocalizedText(listing_title(kind), locale()),
            url_builder().listing(kind),
            kind == current,
        )
        for kind in LISTING_KINDS
        if listings()[kind].entries
    ]


def listing_title(kind: ListingKind) -> str:
    """What a list is called."""
    return t(_KIND_TITLES[kind])


def find_entry_href(kind: ListingKind, name: str, organization: str = "") -> str:
    """The page of an entry; "" where it is not listed, and where lists of the only video say nothing new.

    What a page says of an organization is on the page of its only video, too.
    """
    entry = listings()[kind].find_name(name, organization) if has_many_videos() else None
    if entry is None or (kind == "organizations" and len(entry.videos) == 1):
        return ""
    return url_builder().listing(kind, entry.slug)


def no_entry_href(_kind: ListingKind, _name: str, _organization: str) -> str:
    """No page, of no entry."""
    return ""


def entry_link(kind: ListingKind, name: str, texts: LocalizedVideo) -> ListingLink:
    """An entry that a video names, with the link to its page; without one where `find_entry_href` has none.

    Args:
        kind: of the list; not that of speakers.
        name: of the entry, as video.toml has it.
        texts: of the video, which call it in the reader's language.
    """
    return ListingLink(_name_in(kind, name, texts), find_entry_href(kind, name))


def entry_name(entry: ListingEntry) -> LocalizedText:
    """What an entry is called: translated where one of its newest videos has a translation."""
    if entry.kind == "dates":
        name = localize_digits(entry.name) if entry.name else t("Without a date")
        return LocalizedText(name, locale())
    names = list(_names(entry))
    return next((name for name in names if str(name) != entry.name), names[0])


def _names(entry: ListingEntry) -> Iterator[LocalizedText]:
    """What the newest video calls it, then what the translations of others do."""
    newest = islice(entry.videos, _MAX_TRANSLATION_LOOKUPS)
    for number, each in enumerate(newest):
        if number == 0 or each.video.translations:
            yield _name_in(entry.kind, entry.name, LocalizedVideo(each.video, requested_locale()))


def _name_in(kind: ListingKind, name: str, texts: LocalizedVideo) -> LocalizedText:
    if kind == "speakers":
        return texts.person(name)
    if kind == "organizations":
        return texts.organization(name)
    return texts.series(name) if kind == "series" else texts.topic(name)
