"""The table of docs/explanation/figures.md that says what was aimed at, and what was reached."""

from collections.abc import Callable
from typing import Any

Figures = dict[str, Any]
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def _sent(figures: Figures) -> str:
    load = figures["load"]
    third = len(load["thirdParty"])
    return f"{load['bytesNoMedia'] / 1000:.1f} kB, {load['requests']} requests, {third} to third parties"


def _lighthouse(figures: Figures) -> str:
    """The lowest of every category, over all kinds of pages.

    What is kept from search engines on purpose (answers of a search, paper) has no mark for how it is found.
    """
    return " / ".join(
        str(min(kind[category] for kind in _marked(figures, category))) for category in CATEGORIES
    )


def _marked(figures: Figures, category: str) -> list[Figures]:
    kinds: list[Figures] = list(figures["kinds"].values())
    if category != "seo":
        return kinds
    return [kind for kind in kinds if "is-crawlable" not in kind["failed"]["seo"]]


def _axe(figures: Figures) -> str:
    found = len(figures["axe"]["rules"]) + len(figures["axeAfterSearch"]["ids"])
    return str(found)


def _shift(figures: Figures) -> str:
    shifts = [kind["cls"] for kind in figures["kinds"].values() if kind["cls"] is not None]
    return f"{max(*shifts, figures['load']['cls'], figures['long']['load']['cls']):g}"


def _keys(figures: Figures) -> str:
    return " and ".join(f"{part['search']['latencyMs']:.0f} ms" for part in _both(figures))


def _clicks(figures: Figures) -> str:
    said = [
        f"{part['clickSeek']['within03Ms']:.0f} ms, {part['clickSeek']['worstMissS']:.2f} s"
        for part in _both(figures)
    ]
    return " and ".join(said)


def _long(figures: Figures) -> str:
    load, scroll = figures["long"]["load"], figures["long"]["scroll"]
    return (
        f"{load['domNodes']:,} nodes, {scroll['over50ms']} frames over 50 ms, "
        f"loaded after {load['loadMs']:,} ms, words seen after {load['transcriptReadyMs']:,} ms "
        f"(first paint {load['fcpMs']:,} ms)"
    )


def _playing(figures: Figures) -> str:
    return " and ".join(f"{part['playing']['scriptPercent']:.2f} %" for part in _both(figures))


def _both(figures: Figures) -> tuple[Figures, Figures]:
    return figures, figures["long"]


BARS: tuple[tuple[str, str, Callable[[Figures], str]], ...] = (
    (
        "Sent before play, without media",
        "60 kB, fonts included; 12 requests; none to third parties",
        _sent,
    ),
    (
        "Lighthouse mobile: speed, access, practices, SEO; the lowest over all kinds of pages",
        "100 / 100 / 100 / 100",
        _lighthouse,
    ),
    ("axe, rules of WCAG 2.2 AA, before and after a search", "0", _axe),
    ("Layout shift: the highest over all kinds of pages", "0", _shift),
    ("From the last key to a marked hit, with 70 and with 3,600 cues", "20 ms", _keys),
    (
        "From a click to its time, and how far from it at most, with 70 and with 3,600 cues",
        "16 ms, 0.05 s",
        _clicks,
    ),
    (
        "A page of 3,600 cues",
        "5,000 nodes, no frame over 50 ms, 300 ms to load, words at first paint",
        _long,
    ),
    (
        "Script on the main thread while it plays, of a core, with 70 and with 3,600 cues",
        "1 %",
        _playing,
    ),
)


def bars_table(figures: Figures) -> str:
    """The table as Markdown: a row a bar."""
    lines = [["", "aimed at", "measured"], ["---"] * 3]
    lines += [[name, bar, f"**{told(figures)}**"] for name, bar, told in BARS]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
