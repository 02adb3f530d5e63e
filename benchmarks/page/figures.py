"""The table of docs/explanation/figures.md: the showcase's page beside others of its kind."""

from collections.abc import Callable, Iterator

from benchmarks.page.long import CUES
from benchmarks.page.values import (
    UNKNOWN,
    Figures,
    axe_findings,
    both,
    count,
    marks,
    number,
    pair,
    row,
    value,
    yes,
)

Reader = Callable[[Figures], str]


def _kilobytes(figures: Figures) -> str:
    sent = value(figures, "load.bytesNoMedia")
    return UNKNOWN if sent is None else f"{sent / 1000:.0f}"


def _lighthouse(figures: Figures) -> str:
    """Of ours every kind of page is marked; the one that the others are like is the video's."""
    return marks(value(figures, "lighthouse") or value(figures, "kinds.video"))


def _key(figures: Figures) -> str:
    latency = both(figures, "search.latencyMs")
    return f"{latency} (after Enter)" if value(figures, "search.needsEnter") else latency


def _seen(figures: Figures) -> str:
    """When words are first seen, and when anything is."""
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
    ("Of these to third parties", lambda of: count(of, "load.thirdParty")),
    ("Lighthouse mobile: performance/accessibility/best practices/SEO", _lighthouse),
    ("Layout shift", lambda of: number(of, "load.cls", "g")),
    (
        "axe, rules of WCAG 2.2 AA and best practices that are broken, before / after a search",
        lambda of: pair(axe_findings(of)),
    ),
    ("Words are seen / anything is painted, ms", _seen),
    ("The same with {long:,} cues, ms", _long(_seen)),
    ("Last key to a visible hit with {cues} / {long:,} cues, ms", _key),
    (
        "Click on a line to its time with {cues} / {long:,} cues, ms",
        lambda of: both(of, "clickSeek.within03Ms"),
    ),
    ("How far from its time at most, s", lambda of: both(of, "clickSeek.worstMissS", ".2f")),
    (
        "A click on the first hit leads to the words searched for",
        lambda of: yes(of, "searchClickSeeks.ok"),
    ),
    ("A phrase that crosses two cues is found", lambda of: yes(of, "straddle.found")),
    ("Words are read without JavaScript", lambda of: yes(of, "noJs.transcriptVisible")),
    ("Search works without JavaScript", lambda of: yes(of, "noJs.searchWorks")),
    ("Tab stops in the transcript", _tab_stops),
    ("Elements of the page with {long:,} cues", _long(lambda of: number(of, "load.domNodes"))),
    ("Loaded with {long:,} cues after, ms", _long(lambda of: number(of, "load.loadMs"))),
    (
        "Frames over 50 ms while {long:,} cues are scrolled",
        _long(lambda of: number(of, "scroll.over50ms")),
    ),
    (
        "Script while it plays with {cues} / {long:,} cues, % of a core",
        lambda of: both(of, "playing.scriptPercent", ".2f"),
    ),
)


def measured_peers(figures: Figures) -> Figures:
    """The peers that could be measured, by name."""
    peers: Figures = figures.get("peers", {})
    return {name: peer for name, peer in peers.items() if "error" not in peer}


def cues(figures: Figures) -> dict[str, int]:
    """How many cues the films have."""
    return {"cues": figures["cues"], "long": CUES}


def table(figures: Figures) -> str:
    """The table as Markdown: a row a figure, ours first."""
    peers = measured_peers(figures)
    head = ["", "the showcase", *peers]
    lines = [head, ["---"] * len(head)]
    for name, read in ROWS:
        ours = f"**{read(figures)}**"
        lines.append([name.format(**cues(figures)), ours, *map(read, peers.values())])
    return "\n".join(map(row, lines))


def sources(figures: Figures) -> str:
    """Which versions of the peers were measured, and which peers could not be: a list as Markdown."""
    return "\n".join(f"* {line}" for line in _sources(figures)) or "* None was measured."


def _sources(figures: Figures) -> Iterator[str]:
    for name, peer in figures.get("peers", {}).items():
        if "error" in peer:
            yield f"{name}: not measured, {peer['error']}"
        else:
            yield f"{name}: {_packages(peer)}, measured on {peer['date'][:10]}"


def _packages(peer: Figures) -> str:
    told = [
        f"{name.removesuffix('-5')} {about['version']} ({about['license']})"
        for name, about in peer["packages"].items()
    ]
    return ", ".join(told) or "a page of our own, made in an afternoon"


def machine(figures: Figures) -> str:
    """Where and when ours was measured: a sentence."""
    of = {"browser": UNKNOWN, "cores": UNKNOWN, "system": UNKNOWN, **figures.get("machine", {})}
    browser = figures.get("browser", of["browser"])
    return (
        f"The showcase was measured on {figures['date'][:10]} in Chromium {browser} on {of['system']} "
        f"with {of['cores']} cores, with the WSR video ({figures['cues']} cues) and a made one of "
        f"{CUES:,} cues."
    )
