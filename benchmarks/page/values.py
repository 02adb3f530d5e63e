"""Single figures out of what was measured, as text for tables: "-" for what was not measured."""

from collections.abc import Iterable
from typing import Any

Figures = dict[str, Any]
UNKNOWN = "-"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def value(figures: Figures, path: str) -> Any:  # noqa: ANN401  (JSON)
    """What stands at a path ("long.load.cls"), None where nothing does."""
    found: Any = figures
    for name in path.split("."):
        found = found.get(name) if isinstance(found, dict) else None
    return found


def number(figures: Figures, path: str, form: str = ",.0f") -> str:
    """A number in that format."""
    found = value(figures, path)
    return UNKNOWN if found is None else format(found, form)


def count(figures: Figures, path: str) -> str:
    """How many there are in a list."""
    found = value(figures, path)
    return UNKNOWN if found is None else str(len(found))


def yes(figures: Figures, path: str) -> str:
    """Whether it is so."""
    found = value(figures, path)
    return UNKNOWN if found is None else ("yes" if found else "no")


def both(figures: Figures, path: str, form: str = ",.0f", unit: str = "") -> str:
    """A number with the short film and with the long one."""
    return pair([number(part, path, form) for part in (figures, figures.get("long", {}))], unit)


def pair(texts: Iterable[str], unit: str = "") -> str:
    """Two values side by side; one "-" where neither is known."""
    told = [text if text == UNKNOWN else text + unit for text in texts]
    return UNKNOWN if set(told) == {UNKNOWN} else " / ".join(told)


def marks(lighthouse: Figures | None) -> str:
    """The four marks of Lighthouse."""
    found = [number(lighthouse or {}, name) for name in CATEGORIES]
    return UNKNOWN if set(found) == {UNKNOWN} else "/".join(found)


def axe_findings(figures: Figures) -> tuple[str, str]:
    """How many rules of axe a page breaks before a search, and after one."""
    rules = "axe.rules" if value(figures, "axe.rules") is not None else "axe.ids"
    return count(figures, rules), count(figures, "axeAfterSearch.ids")


def row(cells: Iterable[str]) -> str:
    """A line of a table in Markdown."""
    return f"| {' | '.join(cells)} |"
