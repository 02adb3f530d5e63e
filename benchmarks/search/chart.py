"""The chart: cost by number of cues, for the showcase and its peers, as SVG."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from math import ceil, floor, log10

from benchmarks.search.bars import MAX_QUOTES_MS, MAX_WORDS_MS
from benchmarks.search.figures import ArchiveFigures, Figures, Pair, Spreads
from benchmarks.search.measure import OURS

WIDTH, HEIGHT = 860, 430
PANEL_WIDTH, PANEL_HEIGHT = 330, 270
LEFTS, TOP, INSET = (72, 492), 84, 18
# Each engine has its own marker, so that color is not the only difference.
ENGINES = (OURS, "SQLite FTS5", "tantivy")
MIN_DECADES = 1.0  # decades of cues, where only one size was measured
# Okabe and Ito's colors, which color-blind people can distinguish; darker on white, lighter on black.
STYLE = """
  .ground { fill: #fff } .ink { fill: #222 } .soft { fill: #5a5a5a } .grid { stroke: #ddd }
  text { font: 13px system-ui, sans-serif } .name { font-weight: 600 }
  .line { fill: none; stroke-width: 2 } .p95 { stroke-dasharray: 5 4 }
  .e0 { stroke: #0060a0 } .e1 { stroke: #b34700 } .e2 { stroke: #00735a } .bar { stroke: #777 }
  .f0 { fill: #0060a0 } .f1 { fill: #b34700 } .f2 { fill: #00735a }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #15171a } .ink { fill: #e8e8e8 } .soft { fill: #a8a8a8 } .grid { stroke: #3a3d42 }
    .e0 { stroke: #63b8f2 } .e1 { stroke: #f09a4a } .e2 { stroke: #45c9a5 } .bar { stroke: #9a9a9a }
    .f0 { fill: #63b8f2 } .f1 { fill: #f09a4a } .f2 { fill: #45c9a5 }
  }
"""
Point = tuple[float, float]


def draw(figures: Figures) -> str:
    """The chart of all generated archives of a run."""
    made = sorted(
        (archive for archive in figures["archives"] if archive["made"]), key=lambda a: a["cues"]
    )
    body = [
        *_title(),
        *_panel(
            LEFTS[0], "Words, word pairs, phrases", made, [a["mix"] for a in made], MAX_WORDS_MS
        ),
        *_panel(LEFTS[1], "Quotes, mangled", made, [a["mangled"] for a in made], MAX_QUOTES_MS),
        *_legend(),
    ]
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="title desc">',
        '<title id="title">What a search costs, by the size of the archive</title>',
        f'<desc id="desc">{escape(_description(made))}</desc>',
        f"<style>{STYLE}</style>",
        f'<rect class="ground" width="{WIDTH}" height="{HEIGHT}" rx="6"/>',
        *body,
        "</svg>\n",
    ])  # fmt: skip


def _description(made: Sequence[ArchiveFigures]) -> str:
    """The figures of the chart as text."""
    parts = [
        f"{name} at {archive['cues']:,} cues: {_all(spreads)}"
        for archive in made
        for name, spreads in (("words", archive["mix"]), ("quotes", archive["mangled"]))
    ]
    return f"CPU milliseconds, half of all and 95 in 100. {'; '.join(parts)}."


def _all(spreads: Spreads) -> str:
    return ", ".join(f"{engine} {p50:.3g} and {p95:.3g}" for engine, (p50, p95) in spreads.items())


def _title() -> Iterator[str]:
    yield _text(
        24, 32, "What a search costs: CPU milliseconds by cues, both axes logarithmic", "ink name"
    )
    yield _text(
        24, 52, "Solid: half of all queries take less (p50). Dashed: 95 in 100 do (p95).", "soft"
    )


class _Scale:
    """Converts values on two logarithmic axes to pixels in a panel."""

    def __init__(self, left: float, xs: Sequence[float], ys: Sequence[float]) -> None:
        self._left = left
        self.first_x, self.last_x = log10(min(xs)), log10(max(xs))
        if self.last_x - self.first_x < MIN_DECADES:
            self.first_x, self.last_x = (
                self.first_x - MIN_DECADES / 2,
                self.last_x + MIN_DECADES / 2,
            )
        self.first_y, self.last_y = floor(log10(min(ys))), ceil(log10(max(ys)))
        self.last_y = max(self.last_y, self.first_y + 1)

    def x(self, value: float) -> float:
        share = (log10(value) - self.first_x) / (self.last_x - self.first_x)
        return round(self._left + INSET + share * (PANEL_WIDTH - 2 * INSET), 1)

    def y(self, value: float) -> float:
        share = (log10(value) - self.first_y) / (self.last_y - self.first_y)
        return round(TOP + PANEL_HEIGHT * (1 - share), 1)


def _panel(
    left: float,
    name: str,
    made: Sequence[ArchiveFigures],
    spreads: Sequence[Spreads],
    bars: dict[int, tuple[int, int]],
) -> Iterator[str]:
    sizes = [archive["cues"] for archive in made]
    barred = {size: bar for size, bar in bars.items() if size in sizes}
    values = [
        ms for each in (*(s.values() for s in spreads), barred.values()) for p in each for ms in p
    ]
    scale = _Scale(left, sizes, [max(value, 0.001) for value in values])
    yield _text(left, TOP - 10, name, "ink name")
    yield from _grid(scale, left, sizes)
    for size, (p50, p95) in barred.items():
        yield _bar(scale, size, p50, "bar")
        yield _bar(scale, size, p95, "bar p95")
    for number, engine in enumerate(ENGINES):
        pairs = [
            (size, each[engine])
            for size, each in zip(sizes, spreads, strict=True)
            if engine in each
        ]
        yield from _lines(scale, number, pairs)


def _grid(scale: _Scale, left: float, sizes: Sequence[int]) -> Iterator[str]:
    for power in range(scale.first_y, scale.last_y + 1):
        y = scale.y(10**power)
        yield f'<line class="grid" x1="{left}" x2="{left + PANEL_WIDTH}" y1="{y}" y2="{y}"/>'
        label = f"{10**power:g}" if power < 0 else f"{10**power:,}"
        yield _text(left - 8, y + 4, label, "soft", anchor="end")
    for size in sizes:
        yield _text(scale.x(size), TOP + PANEL_HEIGHT + 20, f"{size:,}", "soft", anchor="middle")


def _bar(scale: _Scale, size: int, ms: float, classes: str) -> str:
    """The bar that the showcase must stay below: a short line."""
    x, y = scale.x(size), scale.y(ms)
    return (
        f'<line class="{classes}" stroke-width="3" x1="{x - 12}" x2="{x + 12}" y1="{y}" y2="{y}"/>'
    )


def _lines(scale: _Scale, number: int, pairs: Iterable[tuple[int, Pair]]) -> Iterator[str]:
    pairs = [*pairs]
    if not pairs:
        return
    for which, name in enumerate(("p50", "p95")):
        points = [(scale.x(size), scale.y(max(pair[which], 0.001))) for size, pair in pairs]
        path = " ".join(f"{x},{y}" for x, y in points)
        yield f'<polyline class="line {name} e{number}" points="{path}"/>'
        yield from (_marker(number, point) for point in points)


def _marker(number: int, point: Point) -> str:
    """The marker of an engine: a disc, a square, a diamond."""
    x, y = point
    if number == 0:
        return f'<circle class="f0" cx="{x}" cy="{y}" r="4.5"/>'
    turn = "" if number == 1 else f' transform="rotate(45 {x} {y})"'
    return f'<rect class="f{number}" x="{x - 4}" y="{y - 4}" width="8" height="8"{turn}/>'


def _legend() -> Iterator[str]:
    y = HEIGHT - 26
    for number, engine in enumerate(ENGINES):
        x = 72 + number * 160
        yield f'<line class="line e{number}" x1="{x}" x2="{x + 28}" y1="{y}" y2="{y}"/>'
        yield _marker(number, (x + 14, y))
        yield _text(x + 38, y + 4, engine, "ink")
    x = 72 + len(ENGINES) * 160
    yield f'<line class="bar" stroke-width="3" x1="{x}" x2="{x + 22}" y1="{y}" y2="{y}"/>'
    yield _text(x + 32, y + 4, "what the showcase must stay below", "ink")


def _text(x: float, y: float, text: str, classes: str, anchor: str = "start") -> str:
    return f'<text x="{x}" y="{y}" class="{classes}" text-anchor="{anchor}">{escape(text)}</text>'
