"""Pages of lists, and the links between them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar

from showcase.web.api.schemas import Paged

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A stretch of a list, with what `Paged` says of it."""

    items: Sequence[T]
    total: int
    page: int
    pages: int
    previous: str | None
    next: str | None

    def paged(self) -> dict[str, Any]:
        """What the shape `Paged` says, by the names of its fields."""
        return {field.name: getattr(self, field.name) for field in fields(Paged)}


def cut(items: Sequence[T], size: int, page: int, link: Callable[[int], str]) -> Page[T]:
    """The page of that number, from 1; `link` makes the address of a page."""
    pages = -(-len(items) // size)
    start = (page - 1) * size
    before, after = beside(page, pages, link)
    return Page(items[start : start + size], len(items), page, pages, before, after)


def beside(page: int, pages: int, link: Callable[[int], str]) -> tuple[str | None, str | None]:
    """The pages before and after; before one that lies behind the end is the last."""
    before = link(min(page - 1, pages)) if page > 1 and pages else None
    return before, link(page + 1) if page < pages else None
