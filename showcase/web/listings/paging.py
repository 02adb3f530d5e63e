"""Pages of lists, each with an address of its own that works without a query."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from flask import abort

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PageOfList(Generic[T]):
    """Some items of a list.

    Attributes:
        number: of the page, from 1.
        last: the number of the last page.
        previous, next: addresses of the neighboring pages, "" where there is none.
    """

    items: Sequence[T]
    number: int
    last: int
    previous: str
    next: str


def select_page(
    items: Sequence[T], size: int, number: int, link: Callable[[int], str]
) -> PageOfList[T]:
    """A page of a list; the request ends with 404 where there is no such page.

    Args:
        items: the whole list; an empty one has no page.
        size: how many items a page has.
        number: of the page.
        link: makes the address of the page with a number.
    """
    last = count_pages(len(items), size)
    if not 1 <= number <= last:
        abort(404)
    return PageOfList(
        items[(number - 1) * size : number * size],
        number,
        last,
        link(number - 1) if number > 1 else "",
        link(number + 1) if number < last else "",
    )


def count_pages(items: int, size: int) -> int:
    """How many pages a list of so many items has."""
    return -(-items // size)
