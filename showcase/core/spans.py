"""Spans of characters."""

from typing import NamedTuple


class Span(NamedTuple):
    """Characters `start` up to, not including, `end` of a text, as Python counts them."""

    start: int
    end: int
