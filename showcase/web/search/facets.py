"""The facets of a search over all videos: values to filter by, and the filters that are active."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import cast

from showcase.core.catalog.site_catalog import Catalog
from showcase.core.search.results import Answer, FacetName, FacetValue
from showcase.core.text.languages import native_name
from showcase.web.context.query import SearchFilters
from showcase.web.i18n.catalogs import gettext_noop, localized_number, t
from showcase.web.i18n.formatting import moment_count
from showcase.web.search.links import SearchLinks

# How many values of a facet are visible; the rest is in a disclosure widget.
VISIBLE_VALUE_COUNT = 8
# How many values of a facet a page has at most: an archive has thousands of speakers.
MAX_VALUE_COUNT = 50
_FACET_LABELS: dict[FacetName, str] = {
    "speaker": gettext_noop("Speaker"),
    "organization": gettext_noop("Organization"),
    "language": gettext_noop("Language"),
    "video": gettext_noop("Video"),
}


@dataclass(frozen=True, slots=True)
class FacetLink:
    """A value that results can be filtered by.

    Attributes:
        language: BCP 47 tag of the label; "" if it has no language (a name), or an unknown one.
        count: how many moments have this value: "12".
        count_in_words: the same for screen readers: "12 moments".
        href: the search with this filter.
        is_active: True if the search is filtered by this value.
    """

    label: str
    language: str
    count: str
    count_in_words: str
    href: str
    is_active: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its values, those with the most moments first.

    Attributes:
        hidden_links: the values that a visitor has to open.
    """

    label: str
    links: list[FacetLink]
    hidden_links: list[FacetLink]


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """A value that the search is filtered by.

    Attributes:
        facet: the label of the facet.
        label: the value.
        language: BCP 47 tag of the label, "" if it has none.
        href: the search without this filter.
    """

    facet: str
    label: str
    language: str
    href: str


def build_facets(catalog: Catalog, answer: Answer, links: SearchLinks) -> list[Facet]:
    """The facets that have values in the answer."""
    built = []
    for name, label in _FACET_LABELS.items():
        if values := answer.facets.get(name):
            found = list(_facet_links(catalog, name, values, links))
            built.append(Facet(t(label), found[:VISIBLE_VALUE_COUNT], found[VISIBLE_VALUE_COUNT:]))
    return built


def build_active_filters(catalog: Catalog, links: SearchLinks) -> list[ActiveFilter]:
    """The filters of the address, also those whose value the archive does not have."""
    names = [cast("FacetName", choice.name) for choice in fields(SearchFilters)]
    values = [(name, getattr(links.parameters.filters, name)) for name in names]
    return [
        ActiveFilter(
            t(_FACET_LABELS[name]),
            _value_label(catalog, name, value),
            _label_language(catalog, name, value),
            links.with_filter(name, ""),
        )
        for name, value in values
        if value
    ]


def _facet_links(
    catalog: Catalog, name: FacetName, values: tuple[FacetValue, ...], links: SearchLinks
) -> Iterator[FacetLink]:
    """The active value first, then those with the most moments."""
    chosen = getattr(links.parameters.filters, name)
    for value in sorted(values, key=lambda value: value.value != chosen)[:MAX_VALUE_COUNT]:
        yield FacetLink(
            label=_value_label(catalog, name, value.value),
            language=_label_language(catalog, name, value.value),
            count=localized_number(value.count),
            count_in_words=moment_count(value.count),
            href=links.with_filter(name, value.value),
            is_active=value.value == chosen,
        )


def _value_label(catalog: Catalog, name: FacetName, value: str) -> str:
    if name == "language":
        return native_name(value)
    video = catalog.find(value) if name == "video" else None
    return (video.headline or video.title) if video else value


def _label_language(catalog: Catalog, name: FacetName, value: str) -> str:
    """A language's own name is in that language; if it is not known, the label is only a tag."""
    if name == "language":
        return value if native_name(value) != value else ""
    video = catalog.find(value) if name == "video" else None
    return video.language if video else ""
