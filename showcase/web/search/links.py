"""Where one search leads to the next: the same question with one thing changed."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import NamedTuple

from showcase.core.search.results import FacetName
from showcase.core.search.search_request import Sort
from showcase.web.context.query import QueryParameters, SearchFilters
from showcase.web.context.urls import UrlBuilder


@dataclass(frozen=True, slots=True)
class SearchLinks:
    """Makes the addresses of searches beside the one that is `asked`.

    Each keeps everything else, but begins with the first page.
    """

    parameters: QueryParameters
    urls: UrlBuilder

    def page(self, number: int) -> str:
        """Another page of the same search."""
        return self.urls.search(self.parameters.query, number, **dict(self.kept_parameters()))

    def with_filter(self, name: FacetName, value: str) -> str:
        """With this value of a facet; "" takes its value away."""
        filters = replace(self.parameters.filters, **{name: value})
        return self._first_page(replace(self.parameters, filters=filters))

    def without_filters(self) -> str:
        """With nothing chosen."""
        return self._first_page(replace(self.parameters, filters=SearchFilters()))

    def with_sort(self, sort: Sort) -> str:
        """In another order."""
        return self._first_page(replace(self.parameters, sort=sort))

    def with_query(self, query: str) -> str:
        """With other words."""
        return self._first_page(replace(self.parameters, query=query))

    def kept_parameters(self) -> Iterator[tuple[str, str]]:
        """What stands in the address beside the words and the page: names and values."""
        parameters = self.parameters
        for choice in fields(SearchFilters):
            if value := getattr(parameters.filters, choice.name):
                yield choice.name, value
        if parameters.sort != QueryParameters().sort:
            yield "sort", parameters.sort
        if parameters.language:
            yield "lang", parameters.language

    def _first_page(self, parameters: QueryParameters) -> str:
        return SearchLinks(parameters, self.urls).page(1)


class QuerySuggestion(NamedTuple):
    """Another query to try, and the same page with it."""

    query: str
    href: str
