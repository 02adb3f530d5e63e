"""The table of docs/explanation/figures.md: the showcase's page beside others of its kind."""

from collections.abc import Callable
from typing import Any

Figures = dict[str, Any]

# Pages of the field, measured by the same harness in November 2026, one run a page, 70 cues.
PEERS = ("a plain list", "Hyperaudio", "transcript-ac", "Able Player", "vjstranscribe", "Ramp")
UNKNOWN = "-"


def _kilobytes(figures: Figures) -> str:
    return f"{figures['load']['bytesNoMedia'] / 1000:.0f}"


def _lighthouse(figures: Figures) -> str:
    found = figures["kinds"]["video"]
    names = ("performance", "accessibility", "best-practices", "seo")
    return "/".join(str(found[name]) for name in names)


def _axe(figures: Figures) -> str:
    found = (figures["axe"], figures["axeAfterSearch"])
    return str(sum(entry["critical"] + entry["serious"] for entry in found))


def _yes(told: object) -> str:
    return "yes" if told else "no"


Row = tuple[str, Callable[[Figures], str], tuple[str, ...]]
ROWS: tuple[Row, ...] = (
    ("Weight before play, kB without media", _kilobytes, ("6", "20", "76", "172", "227", "592")),
    (
        "Lighthouse: performance/accessibility/best practices/SEO",
        _lighthouse,
        (
            "100/92/100/100",
            "100/81/100/100",
            "98/100/100/100",
            "94/100/96/100",
            "92/100/96/100",
            "58/100/96/100",
        ),
    ),
    (
        "From the last key to a visible hit, ms",
        lambda figures: f"{figures['search']['latencyMs']:.0f}",
        ("6", "14 (after Enter)", UNKNOWN, "11 (after Enter)", "32", "134"),
    ),
    (
        "From a click on a line to its time, ms",
        lambda figures: f"{figures['clickSeek']['within03Ms']:.0f}",
        ("9 to 17",) * len(PEERS),
    ),
    (
        "A phrase that crosses two cues is found",
        lambda figures: _yes(figures["straddle"]["found"]),
        (UNKNOWN, "yes", UNKNOWN, "no", UNKNOWN, "no"),
    ),
    (
        "Search works without JavaScript",
        lambda figures: _yes(figures["noJs"]["searchWorks"]),
        ("no",) * len(PEERS),
    ),
    (
        "Serious or critical findings of axe, before and after a search",
        _axe,
        (*[UNKNOWN] * 5, "0"),
    ),
)


def table(figures: Figures) -> str:
    """The table as Markdown: a row a figure, ours first."""
    head = ["", "the showcase", *PEERS]
    lines = [head, ["---"] * len(head)]
    lines += [[name, f"**{own(figures)}**", *peers] for name, own, peers in ROWS]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
