"""The ways to narrow a search, and what it is narrowed to."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import cast

from showcase.core.catalog.models import Catalog
from showcase.core.search.results import Answer, FacetName, FacetValue
from showcase.core.text.languages import native_name
from showcase.web.context.query import SearchFilters
from showcase.web.i18n.catalogs import gettext_noop, localized_number, t
from showcase.web.i18n.formatting import moment_count
from showcase.web.search.links import SearchLinks

# A longer list is no help at a glance; the rest opens.
VISIBLE_VALUE_COUNT = 8
# What opens is for looking through, and an archive has thousands of speakers.
MAX_VALUE_COUNT = 50
_FACET_LABELS: dict[FacetName, str] = {
    "speaker": gettext_noop("Speaker"),
    "organization": gettext_noop("Organization"),
    "language": gettext_noop("Language"),
    "video": gettext_noop("Video"),
}


@dataclass(frozen=True, slots=True)
class FacetLink:
    """A value that can be chosen.

    Attributes:
        language: that its label is written in, "" when it is nobody's or unknown.
        count, count_in_words: how many moments would be left, to see and to hear.
    """

    label: str
    language: str
    count: str
    count_in_words: str
    href: str
    is_active: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow: the values with most moments, and those that open behind them."""

    label: str
    links: list[FacetLink]
    hidden_links: list[FacetLink]


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """A value that the search is narrowed to; `href` takes it away."""

    facet: str
    label: str
    language: str
    href: str


def build_facets(catalog: Catalog, answer: Answer, links: SearchLinks) -> list[Facet]:
    """The ways that the answer knows."""
    built = []
    for name, label in _FACET_LABELS.items():
        if values := answer.facets.get(name):
            found = list(_facet_links(catalog, name, values, links))
            built.append(Facet(t(label), found[:VISIBLE_VALUE_COUNT], found[VISIBLE_VALUE_COUNT:]))
    return built


def build_active_filters(catalog: Catalog, links: SearchLinks) -> list[ActiveFilter]:
    """What is chosen, whether or not there is such a thing."""
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
    """Values with most moments first, but before them the one that is chosen."""
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
    """Languages are called by their own names; a name that is not known is only a tag."""
    if name == "language":
        return value if native_name(value) != value else ""
    video = catalog.find(value) if name == "video" else None
    return video.language if video else ""
