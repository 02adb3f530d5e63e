"""Formats single figures for tables; "-" is what was not measured."""

from collections.abc import Iterable
from typing import Any

Figures = dict[str, Any]
UNKNOWN = "-"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def value(figures: Figures, path: str) -> Any:  # noqa: ANN401  (JSON)
    """The value at a path ("long.load.cls"), None if there is none."""
    found: Any = figures
    for name in path.split("."):
        found = found.get(name) if isinstance(found, dict) else None
    return found


def number(figures: Figures, path: str, form: str = ",.0f") -> str:
    """The number at a path, in this format."""
    found = value(figures, path)
    return UNKNOWN if found is None else format(found, form)


def count(figures: Figures, path: str) -> str:
    """The length of the list at a path."""
    found = value(figures, path)
    return UNKNOWN if found is None else str(len(found))


def yes(figures: Figures, path: str) -> str:
    """The truth value at a path, as "yes" or "no"."""
    found = value(figures, path)
    return UNKNOWN if found is None else ("yes" if found else "no")


def both(figures: Figures, path: str, form: str = ",.0f", unit: str = "") -> str:
    """The numbers at a path for the short video and for the long one."""
    return pair([number(part, path, form) for part in (figures, figures.get("long", {}))], unit)


def pair(texts: Iterable[str], unit: str = "") -> str:
    """Two values with their unit; a single "-" if neither is known."""
    parts = [text if text == UNKNOWN else text + unit for text in texts]
    return UNKNOWN if set(parts) == {UNKNOWN} else " / ".join(parts)


def scores(lighthouse: Figures | None) -> str:
    """The four scores of Lighthouse."""
    found = [number(lighthouse or {}, name) for name in CATEGORIES]
    return UNKNOWN if set(found) == {UNKNOWN} else "/".join(found)


def axe_findings(figures: Figures) -> tuple[str, str]:
    """How many rules of axe a page breaks before a search, and after it."""
    rules = "axe.rules" if value(figures, "axe.rules") is not None else "axe.ids"
    return count(figures, rules), count(figures, "axeAfterSearch.ids")


def row(cells: Iterable[str]) -> str:
    """A line of a table in Markdown."""
    return f"| {' | '.join(cells)} |"
