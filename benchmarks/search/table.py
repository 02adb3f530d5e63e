"""The tables of a run: what was measured, and whether it meets the bars."""

from collections.abc import Callable, Iterable, Sequence

from benchmarks.search.bars import (
    MAX_CHANGE_SECONDS,
    MAX_HOSTILE_MS,
    MAX_MEMORY_GROWTH_FACTOR,
    MAX_QUOTES_MS,
    MAX_WORDS_MS,
    MIN_INDEXED_CUES_PER_SECOND,
    MIN_RIGHT_PERCENT,
    bar_for,
)
from benchmarks.search.building import Built
from benchmarks.search.figures import ArchiveFigures, Figures, Pair, ours, refusal_ms
from benchmarks.search.measure import NOT_THERE, OURS

UNKNOWN = "-"
Cell = Callable[[ArchiveFigures], str]


def render(figures: Figures) -> str:
    """All tables as Markdown."""
    archives = figures["archives"]
    made = [archive for archive in archives if archive["made"]]
    parts = [
        "First answer is the right moment, percent:", _quotes(archives),
        "Cost, CPU milliseconds on one core (p50/p95) unless said otherwise:", _costs(archives),
    ]  # fmt: skip
    for archive in made:
        if len(archive["mix"]) > 1:
            parts += [f"Beside the peers, {_name(archive)}:", _peers(archive)]
    parts += ["The hostile queries that cost most, CPU ms:", _hostile(archives)]
    return "\n\n".join([*parts, *_unreadable(archives), _machine(figures)]) + "\n"


def markdown(rows: Iterable[Sequence[str]]) -> str:
    """Rows as a table; the first is its header."""
    head, *others = rows
    lines = [head, ["---"] * len(head), *others]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _name(archive: ArchiveFigures) -> str:
    kind = "made" if archive["made"] else archive["name"]
    return f"{kind}, {archive['cues']:,} cues"


def _met(figure: str, *, met: bool) -> str:
    return f"{figure} met" if met else f"{figure} **not met**"


def _quotes(archives: Sequence[ArchiveFigures]) -> str:
    kinds = [*archives[0]["quotes"]]
    barred = sorted(kinds, key=lambda kind: kind not in MIN_RIGHT_PERCENT)
    rows = [["", "bar", *map(_name, archives)]]
    for kind in barred:
        bar = f"{MIN_RIGHT_PERCENT[kind]:g}" if kind in MIN_RIGHT_PERCENT else UNKNOWN
        rows.append([kind, bar, *(_right(archive, kind) for archive in archives)])
    return markdown(rows)


def _right(archive: ArchiveFigures, kind: str) -> str:
    percent = ours(archive["quotes"][kind])
    if kind not in MIN_RIGHT_PERCENT:
        return f"{percent:.1f}"
    return _met(f"{percent:.1f}", met=percent >= MIN_RIGHT_PERCENT[kind])


def _costs(archives: Sequence[ArchiveFigures]) -> str:
    rows: list[tuple[str, Cell]] = [
        ("words, word pairs, phrases", lambda a: _spread(a["mix"][OURS], MAX_WORDS_MS, a)),
        ("quotes, mangled", lambda a: _spread(a["mangled"][OURS], MAX_QUOTES_MS, a)),
        ("quotes that are not there", lambda a: _slash(refusal_ms(a))),
        ("worst of the hostile queries", _worst),
        (
            "index built, cues a second of CPU",
            lambda a: _rate(a, a["index"], MIN_INDEXED_CUES_PER_SECOND),
        ),
        ("whole snapshot built, cues a second of CPU", lambda a: _rate(a, a["snapshot"], None)),
        ("most memory, index alone", lambda a: _memory(archives, a)),
        ("most memory, whole snapshot", lambda a: _memory(archives, a, whole=True)),
        ("size of the index", _size),
        ("one changed video of 60 cues, seconds of CPU (by the clock)", _change),
    ]
    table = [["", *map(_name, archives)]]
    table += [[name, *(cell(archive) for archive in archives)] for name, cell in rows]
    return markdown(table)


def _slash(pair: Pair) -> str:
    return "/".join(_short(part) for part in pair)


def _short(number: float) -> str:
    """A number with about two significant digits; more could not be measured."""
    if number < 1:
        return f"{number:.2g}"
    return f"{number:.1f}" if number < 10 else f"{number:,.0f}"  # noqa: PLR2004 (10 has two digits)


def _spread(pair: Pair, bars: dict[int, tuple[int, int]], archive: ArchiveFigures) -> str:
    bar = bar_for(bars, archive["cues"])
    met = pair[0] <= bar[0] and pair[1] <= bar[1]
    return _met(f"{_slash(pair)} (bar {bar[0]}/{bar[1]})", met=met)


def _worst(archive: ArchiveFigures) -> str:
    bar = bar_for(MAX_HOSTILE_MS, archive["cues"])
    _, spent = archive["hostile"][0]
    return _met(f"{_short(spent)} (bar {bar})", met=spent <= bar)


def _rate(archive: ArchiveFigures, built: Built | None, bar: int | None) -> str:
    if built is None:
        return UNKNOWN
    rate = archive["cues"] / built["cpu_s"]
    return f"{rate:,.0f}" if bar is None else _met(f"{rate:,.0f} (bar {bar:,})", met=rate >= bar)


def _memory(
    archives: Sequence[ArchiveFigures], archive: ArchiveFigures, *, whole: bool = False
) -> str:
    """The peak memory, which is bounded if it is little more than that of the next smaller archive."""
    peaks = {
        other["cues"]: built["peak_mb"]
        for other in archives
        if (built := other["snapshot" if whole else "index"]) is not None
    }
    peak = peaks.get(archive["cues"]) if archive["made"] else None
    if peak is None:
        return UNKNOWN
    smaller = [size for size in peaks if size < archive["cues"]]
    if not smaller:
        return f"{peak:.0f} MB"
    bar = peaks[max(smaller)] * MAX_MEMORY_GROWTH_FACTOR
    return _met(f"{peak:.0f} MB (bar {bar:.0f})", met=peak <= bar)


def _size(archive: ArchiveFigures) -> str:
    return f"{archive['index']['bytes'] / 1e6:.0f} MB" if archive["index"] else UNKNOWN


def _change(archive: ArchiveFigures) -> str:
    change = archive["change"]
    if change is None:
        return UNKNOWN
    bar = bar_for(MAX_CHANGE_SECONDS, archive["cues"])
    shown = f"{change['cpu_s']:.2f} ({change['clock_s']:.2f}; bar {bar:g})"
    return _met(shown, met=max(change["cpu_s"], change["clock_s"]) <= bar)


def _peers(archive: ArchiveFigures) -> str:
    """Times of the showcase and its peers, and their ratios."""
    peers = [engine for engine in archive["mix"] if engine != OURS]
    head = ["", OURS]
    for peer in peers:
        head += [peer, f"{OURS} ÷ {peer}"]
    rows = [head]
    sorts = {**archive["words"], "all words": archive["mix"], "mangled quotes": archive["mangled"]}
    for sort, spreads in sorts.items():
        rows.append([f"{sort}, ms", _slash(spreads[OURS])])
        for peer in peers:
            rows[-1] += [_slash(spreads[peer]), _ratio(spreads[OURS], spreads[peer])]
    for kind, found in archive["quotes"].items():
        if kind != NOT_THERE:
            cells = [[f"{found['right'][peer]:.0f}", ""] for peer in peers]
            row = [f"{kind}, % right", f"{ours(found):.1f}"]
            rows.append([*row, *(cell for pair in cells for cell in pair)])
    return markdown(rows)


def _ratio(own: Pair, other: Pair) -> str:
    return "/".join(_short(a / max(b, 0.001)) for a, b in zip(own, other, strict=True))


def _hostile(archives: Sequence[ArchiveFigures]) -> str:
    shown = [["", *(f"{n}." for n in range(1, len(archives[0]["hostile"]) + 1))]]
    for archive in archives:
        worst = [f"{_short(spent)}: {_code(name)}" for name, spent in archive["hostile"]]
        shown.append([_name(archive), *worst])
    return markdown(shown)


def _code(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def _unreadable(archives: Sequence[ArchiveFigures]) -> list[str]:
    """A sentence for each archive with caption files that could not be read."""
    return [
        f"No cue could be read in {', '.join(archive['unreadable'])} ({archive['name']})."
        for archive in archives
        if archive["unreadable"]
    ]


def _machine(figures: Figures) -> str:
    shown = ", ".join(f"{name} {value}" for name, value in figures["machine"].items())
    return f"Measured on {figures['date']}: {shown}."
