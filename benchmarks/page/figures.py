"""The table in docs/explanation/figures.md that compares the showcase with other transcript players."""

from collections.abc import Callable, Iterator

from benchmarks.page.long import CUES
from benchmarks.page.values import (
    UNKNOWN,
    Figures,
    axe_findings,
    both,
    count,
    number,
    pair,
    row,
    scores,
    value,
    yes,
)

Reader = Callable[[Figures], str]


def _kilobytes(figures: Figures) -> str:
    sent = value(figures, "load.bytesNoMedia")
    return UNKNOWN if sent is None else f"{sent / 1000:.0f}"


def _lighthouse(figures: Figures) -> str:
    """The scores of a page; of the showcase's kinds of pages, that of a video, which the others resemble."""
    return scores(value(figures, "lighthouse") or value(figures, "kinds.video"))


def _key(figures: Figures) -> str:
    latency = both(figures, "search.latencyMs")
    return f"{latency} (after Enter)" if value(figures, "search.needsEnter") else latency


def _seen(figures: Figures) -> str:
    """When the transcript is visible, and when anything is painted."""
    if value(figures, "load") and value(figures, "load.transcriptReadyMs") is None:
        return "after a click"
    return pair(number(figures, f"load.{name}") for name in ("transcriptReadyMs", "fcpMs"))


def _tab_stops(figures: Figures) -> str:
    if value(figures, "keyboard.tabReachesLine") is False:
        return "not reached"
    return number(figures, "keyboard.tabStopsInTranscript")


def _long(reader: Reader) -> Reader:
    return lambda figures: reader(figures.get("long", {}))


ROWS: tuple[tuple[str, Reader], ...] = (
    ("Sent before play, kB without media", _kilobytes),
    ("Requests before play, without media", lambda of: number(of, "load.requests")),
    ("Of these, to third parties", lambda of: count(of, "load.thirdParty")),
    ("Lighthouse mobile: performance/accessibility/best practices/SEO", _lighthouse),
    ("Layout shift", lambda of: number(of, "load.cls", "g")),
    (
        "Broken axe rules for WCAG 2.2 AA and best practices, before / after a search",
        lambda of: pair(axe_findings(of)),
    ),
    ("Transcript visible / first paint, ms", _seen),
    ("The same with {long:,} cues, ms", _long(_seen)),
    ("Last key press to a visible hit with {cues} / {long:,} cues, ms", _key),
    (
        "Click on a line to playback at its time with {cues} / {long:,} cues, ms",
        lambda of: both(of, "clickSeek.within03Ms"),
    ),
    ("Largest miss of that time, s", lambda of: both(of, "clickSeek.worstMissS", ".2f")),
    (
        "A click on the first hit leads to the words searched for",
        lambda of: yes(of, "searchClickSeeks.ok"),
    ),
    ("A phrase that crosses two cues is found", lambda of: yes(of, "straddle.found")),
    ("The transcript is readable without JavaScript", lambda of: yes(of, "noJs.transcriptVisible")),
    ("Search works without JavaScript", lambda of: yes(of, "noJs.searchWorks")),
    ("Tab stops in the transcript", _tab_stops),
    ("DOM elements with {long:,} cues", _long(lambda of: number(of, "load.domNodes"))),
    ("Time to load with {long:,} cues, ms", _long(lambda of: number(of, "load.loadMs"))),
    (
        "Frames over 50 ms while scrolling {long:,} cues",
        _long(lambda of: number(of, "scroll.over50ms")),
    ),
    (
        "Script during playback with {cues} / {long:,} cues, % of a core",
        lambda of: both(of, "playing.scriptPercent", ".2f"),
    ),
)


def measured_peers(figures: Figures) -> Figures:
    """The figures of the peers that could be measured, by name."""
    peers: Figures = figures.get("peers", {})
    return {name: peer for name, peer in peers.items() if "error" not in peer}


def cues(figures: Figures) -> dict[str, int]:
    """How many cues the short and the long video have, to fill names of rows."""
    return {"cues": figures["cues"], "long": CUES}


def table(figures: Figures) -> str:
    """The table as Markdown: a row for each figure, the showcase's column first."""
    peers = measured_peers(figures)
    head = ["", "the showcase", *peers]
    lines = [head, ["---"] * len(head)]
    for name, read in ROWS:
        ours = f"**{read(figures)}**"
        lines.append([name.format(**cues(figures)), ours, *map(read, peers.values())])
    return "\n".join(map(row, lines))


def sources(figures: Figures) -> str:
    """A Markdown list of the peers: the versions that were measured, or why they were not."""
    return "\n".join(f"* {line}" for line in _sources(figures)) or "* None was measured."


def _sources(figures: Figures) -> Iterator[str]:
    for name, peer in figures.get("peers", {}).items():
        if "error" in peer:
            yield f"{name}: not measured, {peer['error']}"
        else:
            yield f"{name}: {_packages(peer)}, measured on {peer['date'][:10]}"


def _packages(peer: Figures) -> str:
    versions = [
        f"{name.removesuffix('-5')} {about['version']} ({about['license']})"
        for name, about in peer["packages"].items()
    ]
    return ", ".join(versions) or "a page of our own, written in an afternoon"


def machine(figures: Figures) -> str:
    """A sentence: where and when the showcase was measured."""
    of = {"browser": UNKNOWN, "cores": UNKNOWN, "system": UNKNOWN, **figures.get("machine", {})}
    browser = figures.get("browser", of["browser"])
    return (
        f"The showcase was measured on {figures['date'][:10]} in Chromium {browser} on {of['system']} "
        f"with {of['cores']} cores, with the WSR video ({figures['cues']} cues) and a generated one of "
        f"{CUES:,} cues."
    )
