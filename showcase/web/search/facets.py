"""The facets of a search over all videos: values to filter by, and the filters that are active."""

from collections.abc import Iterable, Iterator
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
# Of a video there is one: its moments are shown in order of time.
SEVERAL_VALUE_FACETS: tuple[FacetName, ...] = ("speaker", "organization", "language")
_FACET_LABELS: dict[FacetName, str] = {
    "speaker": gettext_noop("Speaker"),
    "organization": gettext_noop("Organization"),
    "language": gettext_noop("Language"),
    "video": gettext_noop("Video"),
}


@dataclass(frozen=True, slots=True)
class FacetOption:
    """A value that results can be filtered by.

    Attributes:
        value: as the query string has it.
        label: as visitors read it.
        language: BCP 47 tag of the label; "" if it has no language (a name), or an unknown one.
        count: how many moments have this value: "12".
        count_in_words: the same for screen readers: "12 moments".
        href: the search with this value alone of its facet.
        is_active: True if the search is filtered by this value.
    """

    value: str
    label: str
    language: str
    count: str
    count_in_words: str
    href: str
    is_active: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its values: those that are chosen, then those with the most moments.

    Attributes:
        name: of its parameter in the query string.
        takes_several: True if several of its values can be chosen together.
        hidden_options: the values that a visitor has to open.
    """

    name: FacetName
    label: str
    takes_several: bool
    options: list[FacetOption]
    hidden_options: list[FacetOption]


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
    """The facets that have values in the answer, or in the address."""
    built = []
    for name, label in _FACET_LABELS.items():
        if values := _with_chosen(answer.facets.get(name, ()), links.chosen(name)):
            found = list(_facet_options(catalog, name, values, links))
            visible = max(VISIBLE_VALUE_COUNT, sum(option.is_active for option in found))
            several = name in SEVERAL_VALUE_FACETS
            built.append(Facet(name, t(label), several, found[:visible], found[visible:]))
    return built


def _with_chosen(values: tuple[FacetValue, ...], chosen: tuple[str, ...]) -> list[FacetValue]:
    """The values that are chosen, also those without a moment, then the others; MAX_VALUE_COUNT of them."""
    counts = {value.value: value.count for value in values}
    first = [FacetValue(value, counts.get(value, 0)) for value in chosen]
    others = [value for value in values if value.value not in chosen]
    return [*first, *others][: max(MAX_VALUE_COUNT, len(first))]


def form_fields(links: SearchLinks) -> list[tuple[str, str]]:
    """What the form of the facets keeps of the address: all but the values that can be chosen in it."""
    kept = [pair for pair in links.kept_parameters() if pair[0] not in SEVERAL_VALUE_FACETS]
    return [("q", links.parameters.query), *kept]


def build_active_filters(catalog: Catalog, links: SearchLinks) -> list[ActiveFilter]:
    """The filters of the address, also those whose value the archive does not have."""
    names = [cast("FacetName", choice.name) for choice in fields(SearchFilters)]
    return [
        ActiveFilter(
            t(_FACET_LABELS[name]),
            _value_label(catalog, name, value),
            _label_language(catalog, name, value),
            links.without_filter(name, value),
        )
        for name in names
        for value in links.chosen(name)
    ]


def _facet_options(
    catalog: Catalog, name: FacetName, values: Iterable[FacetValue], links: SearchLinks
) -> Iterator[FacetOption]:
    for value in values:
        yield FacetOption(
            value=value.value,
            label=_value_label(catalog, name, value.value),
            language=_label_language(catalog, name, value.value),
            count=localized_number(value.count),
            count_in_words=moment_count(value.count),
            href=links.with_filter(name, value.value),
            is_active=value.value in links.chosen(name),
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
