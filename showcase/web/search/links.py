"""Links from one search to the next: the same search with one thing changed."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import NamedTuple

from showcase.core.search.results import FacetName
from showcase.core.search.search_request import Sort
from showcase.web.context.query import QueryParameters, SearchFilters
from showcase.web.context.urls import UrlBuilder


@dataclass(frozen=True, slots=True)
class SearchLinks:
    """Builds the URLs of searches that differ from the requested one in one thing.

    Each keeps everything else, but starts on the first page.

    Attributes:
        parameters: of the requested search.
    """

    parameters: QueryParameters
    urls: UrlBuilder

    def page(self, number: int, anchor: str = "") -> str:
        """A page of the same search, by its number from 1, and a place in it."""
        return self.urls.search(self.parameters.query, number, self.kept_parameters(), anchor)

    def with_filter(self, name: FacetName, value: str) -> str:
        """With this value of a facet alone."""
        return self._with_values(name, (value,))

    def without_filter(self, name: FacetName, value: str) -> str:
        """Without this value of a facet."""
        others = tuple(each for each in self.chosen(name) if each != value)
        return self._with_values(name, others)

    def chosen(self, name: FacetName) -> tuple[str, ...]:
        """The values of a facet that the search is filtered by."""
        values: tuple[str, ...] = getattr(self.parameters.filters, name)
        return values

    def _with_values(self, name: FacetName, values: tuple[str, ...]) -> str:
        filters = replace(self.parameters.filters, **{name: values})
        return self._first_page(replace(self.parameters, filters=filters))

    def without_filters(self) -> str:
        """Without any filter."""
        return self._first_page(replace(self.parameters, filters=SearchFilters()))

    def with_sort(self, sort: Sort) -> str:
        """Sorted otherwise."""
        return self._first_page(replace(self.parameters, sort=sort))

    def with_query(self, query: str) -> str:
        """With another query."""
        return self._first_page(replace(self.parameters, query=query))

    def kept_parameters(self) -> Iterator[tuple[str, str]]:
        """The names and values of all query parameters but the query and the page."""
        parameters = self.parameters
        for field in fields(SearchFilters):
            for value in getattr(parameters.filters, field.name):
                yield field.name, value
        if parameters.sort != QueryParameters().sort:
            yield "sort", parameters.sort
        if parameters.language:
            yield "lang", parameters.language

    def _first_page(self, parameters: QueryParameters) -> str:
        return SearchLinks(parameters, self.urls).page(1)


class QuerySuggestion(NamedTuple):
    """Another query to try; `href` is the same page with it."""

    query: str
    href: str
