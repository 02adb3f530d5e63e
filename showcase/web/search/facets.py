"""The ways to narrow a search, and what it is narrowed to."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import cast

from showcase.core.catalog.models import Catalog
from showcase.core.search.results import Answer, FacetName, FacetValue
from showcase.core.text.languages import own_name
from showcase.web.context.query import Choices
from showcase.web.i18n.catalogs import say_later, t, written_number
from showcase.web.i18n.formatting import moments
from showcase.web.search.links import SearchLinks

# A longer list is no help at a glance; the rest opens.
VALUES_SHOWN = 8
# What opens is for looking through, and an archive has thousands of speakers.
VALUES_MOST = 50
_LABELS: dict[FacetName, str] = {
    "speaker": say_later("Speaker"),
    "organization": say_later("Organization"),
    "language": say_later("Language"),
    "video": say_later("Video"),
}


@dataclass(frozen=True, slots=True)
class FacetLink:
    """A value that can be chosen.

    Attributes:
        language: that its label is written in, "" when it is nobody's or unknown.
        count, spoken_count: how many moments would be left, to see and to hear.
    """

    label: str
    language: str
    count: str
    spoken_count: str
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow: the values with most moments, and those that open behind them."""

    label: str
    links: list[FacetLink]
    more: list[FacetLink]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A value that the search is narrowed to; `href` takes it away."""

    facet: str
    label: str
    language: str
    href: str


def build_facets(catalog: Catalog, answer: Answer, links: SearchLinks) -> list[Facet]:
    """The ways that the answer knows."""
    built = []
    for name, label in _LABELS.items():
        if values := answer.facets.get(name):
            found = list(_links(catalog, name, values, links))
            built.append(Facet(t(label), found[:VALUES_SHOWN], found[VALUES_SHOWN:]))
    return built


def build_chosen(catalog: Catalog, links: SearchLinks) -> list[Chosen]:
    """What is chosen, whether or not there is such a thing."""
    names = [cast("FacetName", choice.name) for choice in fields(Choices)]
    values = [(name, getattr(links.asked.choices, name)) for name in names]
    return [
        Chosen(
            t(_LABELS[name]),
            _value_label(catalog, name, value),
            _written_in(catalog, name, value),
            links.choose(name, ""),
        )
        for name, value in values
        if value
    ]


def _links(
    catalog: Catalog, name: FacetName, values: tuple[FacetValue, ...], links: SearchLinks
) -> Iterator[FacetLink]:
    """Values with most moments first, but before them the one that is chosen."""
    chosen = getattr(links.asked.choices, name)
    for value in sorted(values, key=lambda value: value.value != chosen)[:VALUES_MOST]:
        yield FacetLink(
            label=_value_label(catalog, name, value.value),
            language=_written_in(catalog, name, value.value),
            count=written_number(value.count),
            spoken_count=moments(value.count),
            href=links.choose(name, value.value),
            chosen=value.value == chosen,
        )


def _value_label(catalog: Catalog, name: FacetName, value: str) -> str:
    if name == "language":
        return own_name(value)
    video = catalog.find(value) if name == "video" else None
    return (video.headline or video.title) if video else value


def _written_in(catalog: Catalog, name: FacetName, value: str) -> str:
    """Languages are called by their own names; a name that is not known is only a tag."""
    if name == "language":
        return value if own_name(value) != value else ""
    video = catalog.find(value) if name == "video" else None
    return video.language if video else ""
