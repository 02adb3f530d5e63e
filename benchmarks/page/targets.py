"""The table of targets in docs/explanation/figures.md: each with what was measured."""

from collections.abc import Callable

from benchmarks.page.figures import cues
from benchmarks.page.values import (
    CATEGORIES,
    UNKNOWN,
    Figures,
    axe_findings,
    both,
    count,
    number,
    pair,
    row,
    value,
)


def _sent(figures: Figures) -> str:
    sent = value(figures, "load.bytesNoMedia")
    if sent is None:
        return UNKNOWN
    requests, third = number(figures, "load.requests"), count(figures, "load.thirdParty")
    return f"{sent / 1000:.1f} kB, {requests} requests, {third} to third parties"


def _lighthouse(figures: Figures) -> str:
    """The lowest score of each category, over all kinds of pages.

    Pages that are hidden from search engines on purpose (search results, pages to print) have no SEO score.
    """
    return " / ".join(
        str(min(_scores(figures, category), default=UNKNOWN)) for category in CATEGORIES
    )


def _scores(figures: Figures, category: str) -> list[int]:
    kinds: list[Figures] = list(figures.get("kinds", {}).values())
    if category == "seo":
        kinds = [kind for kind in kinds if "is-crawlable" not in kind["failed"]["seo"]]
    return [kind[category] for kind in kinds if kind.get(category) is not None]


def _axe(figures: Figures) -> str:
    return pair(axe_findings(figures))


def _shift(figures: Figures) -> str:
    parts = [*figures.get("kinds", {}).values(), figures.get("load"), value(figures, "long.load")]
    shifts = [part["cls"] for part in parts if part and part.get("cls") is not None]
    return f"{max(shifts):g}" if shifts else UNKNOWN


def _clicks(figures: Figures) -> str:
    times = both(figures, "clickSeek.within03Ms", unit=" ms")
    return f"{times}; {both(figures, 'clickSeek.worstMissS', '.2f', unit=' s')}"


def _long(figures: Figures) -> str:
    load = "long.load"
    return (
        f"{number(figures, f'{load}.domNodes')} nodes, "
        f"{number(figures, 'long.scroll.over50ms')} frames over 50 ms, "
        f"loaded after {number(figures, f'{load}.loadMs')} ms, "
        f"transcript visible after {number(figures, f'{load}.transcriptReadyMs')} ms "
        f"(first paint {number(figures, f'{load}.fcpMs')} ms)"
    )


TARGETS: tuple[tuple[str, str, Callable[[Figures], str]], ...] = (
    (
        "Sent before play, without media",
        "60 kB, fonts included; 12 requests; none to third parties",
        _sent,
    ),
    (
        "Lighthouse mobile: performance, accessibility, best practices, SEO; the lowest of all pages",
        "100 / 100 / 100 / 100",
        _lighthouse,
    ),
    ("Broken axe rules for WCAG 2.2 AA and best practices, before / after a search", "0", _axe),
    ("Layout shift: the highest of all pages", "0", _shift),
    (
        "From the last key press to a marked hit, and to the server's answer, with {cues} / {long:,} cues",
        "20 ms",
        lambda of: "; ".join(
            both(of, f"search.{name}", unit=" ms") for name in ("latencyMs", "answerMs")
        ),
    ),
    (
        "From a click on a line to playback at its time, and the largest miss, with {cues} / {long:,} cues",
        "16 ms, 0.05 s",
        _clicks,
    ),
    (
        "A page of {long:,} cues",
        "5,000 nodes, no frame over 50 ms, loaded after 300 ms, transcript visible at first paint",
        _long,
    ),
    (
        "Script on the main thread during playback, of a core, with {cues} / {long:,} cues",
        "1 %",
        lambda of: both(of, "playing.scriptPercent", ".2f", unit=" %"),
    ),
)


def targets_table(figures: Figures) -> str:
    """The table as Markdown: a row for each target."""
    lines = [["", "target", "measured"], ["---"] * 3]
    lines += [
        [name.format(**cues(figures)), target, f"**{read(figures)}**"]
        for name, target, read in TARGETS
    ]
    return "\n".join(map(row, lines))
