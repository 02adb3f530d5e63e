"""Splits lists into pages, and links the pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar

from showcase.web.api.schemas import PaginationFields

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ListPage(Generic[T]):
    """A page of a list, with the values of PaginationFields."""

    items: Sequence[T]
    total: int
    page: int
    pages: int
    previous: str | None
    next: str | None

    def pagination_fields(self) -> dict[str, Any]:
        """The values of PaginationFields, by the names of its fields."""
        return {field.name: getattr(self, field.name) for field in fields(PaginationFields)}


def paginate(items: Sequence[T], size: int, page: int, link: Callable[[int], str]) -> ListPage[T]:
    """A page of a list.

    Args:
        items: the whole list.
        size: how many items a page has.
        page: the number of the page, from 1; without items where there is no such page.
        link: the address of the page with a number.
    """
    pages = -(-len(items) // size)
    start = (page - 1) * size
    before, after = adjacent_pages(page, pages, link)
    return ListPage(items[start : start + size], len(items), page, pages, before, after)


def adjacent_pages(
    page: int, pages: int, link: Callable[[int], str]
) -> tuple[str | None, str | None]:
    """The addresses of the page before and after, None where there is none.

    The page before one that is after the last is the last.
    """
    before = link(min(page - 1, pages)) if page > 1 and pages else None
    return before, link(page + 1) if page < pages else None
