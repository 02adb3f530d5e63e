"""Where one search leads to the next: the same question with one thing changed."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from showcase.core.search.request import Sort
from showcase.core.search.results import FacetName
from showcase.web.context.query import Asked, Choices
from showcase.web.context.urls import Addresses


@dataclass(frozen=True, slots=True)
class SearchLinks:
    """Makes the addresses of searches beside the one that is `asked`.

    Each keeps everything else, but begins with the first page.
    """

    asked: Asked
    to: Addresses

    def page(self, number: int) -> str:
        """Another page of the same search."""
        return self.to.search(self.asked.query, number, **dict(self.kept()))

    def choose(self, name: FacetName, value: str) -> str:
        """With this value of a facet; "" takes its value away."""
        choices = replace(self.asked.choices, **{name: value})
        return self._begin(replace(self.asked, choices=choices))

    def clear(self) -> str:
        """With nothing chosen."""
        return self._begin(replace(self.asked, choices=Choices()))

    def sort(self, sort: Sort) -> str:
        """In another order."""
        return self._begin(replace(self.asked, sort=sort))

    def query(self, query: str) -> str:
        """With other words."""
        return self._begin(replace(self.asked, query=query))

    def kept(self) -> Iterator[tuple[str, str]]:
        """What stands in the address beside the words and the page: names and values."""
        asked = self.asked
        for choice in fields(Choices):
            if value := getattr(asked.choices, choice.name):
                yield choice.name, value
        if asked.sort != Asked().sort:
            yield "sort", asked.sort
        if asked.language:
            yield "lang", asked.language

    def _begin(self, asked: Asked) -> str:
        return SearchLinks(asked, self.to).page(1)
