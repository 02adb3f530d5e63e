"""Draw the rooms of the code, from its own imports, as docs/images/architecture.svg.

    make architecture

Each band is a layer, a box is a package or a module at the base of a layer, and an arrow leads from who
imports to what is imported. An arrow that others imply is left out: A to C where A leads to B and B to C.
What a package uses of the layers below is written in its box.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from math import fsum
from pathlib import Path
from textwrap import wrap
from typing import NamedTuple

from tools.imports import FILES, LAYERS, ROOT, reachable, room_imports, room_of, summary

DRAWING = ROOT / "docs" / "images" / "architecture.svg"

# Pixels.
WIDTH = 1120
MARGIN = 24
BOX_WIDTH, COLUMN_GAP, ROW_GAP = 248, 22, 56
MAX_COLUMNS = 4
FLOOR_HEAD, FLOOR_PADDING, FLOOR_GAP = 54, 18, 22
LINE_HEIGHT, BOX_PADDING, TITLE_HEIGHT = 15, 12, 22
# Characters of a line of small print in a box.
LINE_CHARS = 35

FLOOR_TITLES = {
    "web": "web · parse, ask, render",
    "store": "store · files and libraries come in here and leave as core values",
    "core": "core · values and rules: no files, no Flask, no Whoosh",
}
# What is above the floors: the parts that start and put together the rest.
TOP = ("cli", "server", "app", "settings", "resources", "errors")

STYLE = """
  .paper { fill: #fffdf7 }
  .floor { fill: #f3efe3 }
  .box { fill: #fffdf7; stroke: #8a8d80 }
  .base { stroke-dasharray: 4 3 }
  .arrow { fill: none; stroke: #8f1f10; stroke-width: 1.4 }
  .head { fill: #8f1f10 }
  text { font: 12px system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; fill: #4c5650 }
  .floor-title { font-size: 17px; font-weight: 700; fill: #17201c }
  .title { font-size: 15px; font-weight: 700; fill: #17201c }
  .uses { fill: #24593a }
  @media (prefers-color-scheme: dark) {
    .paper, .box { fill: #121714 }
    .floor { fill: #1b221e }
    .box { stroke: #7d857f }
    .arrow { stroke: #ff9d8c }
    .head { fill: #ff9d8c }
    text { fill: #b9c2bc }
    .floor-title, .title { fill: #f4f1e6 }
    .uses { fill: #8fd0a8 }
  }
"""


class Room(NamedTuple):
    """A box: its full name, what is written in it, and where it is.

    Attributes:
        name: "showcase.core.text".
        lines: small print, and for each whether it says what the room uses of the floors below.
        x, y: pixels from the left and the top of the drawing to the box's corner.
    """

    name: str
    lines: tuple[tuple[str, bool], ...]
    x: float
    y: float

    @property
    def height(self) -> float:
        """Pixels."""
        return 2 * BOX_PADDING + TITLE_HEIGHT + LINE_HEIGHT * len(self.lines)


def short(name: str) -> str:
    """What a room is called on its floor: "text"; a module at the base with its ending."""
    last = name.rpartition(".")[2]
    return last if FILES[name].name == "__init__.py" else f"{last}.py"


def floor_arrows(layer: str) -> dict[str, set[str]]:
    """Who imports whom on one floor."""
    rooms = {
        name: found
        for name, found in room_imports().items()
        if name.startswith(f"showcase.{layer}.")
    }
    return {name: {other for other in found if other in rooms} for name, found in rooms.items()}


def without_implied(arrows: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """The arrows that no way through other rooms replaces (the transitive reduction)."""
    return {
        name: {
            other
            for other in found
            if not any(other in reachable(arrows, step) for step in found - {other})
        }
        for name, found in arrows.items()
    }


def rows(arrows: Mapping[str, set[str]]) -> list[list[str]]:
    """Rooms by height, the highest first: each is above all that it imports. Wide rows are parted."""
    level: dict[str, int] = {}
    while len(level) < len(arrows):
        for name, found in arrows.items():
            if name not in level and found <= level.keys():
                level[name] = 1 + max((level[other] for other in found), default=-1)
    lines = []
    for height in sorted(set(level.values()), reverse=True):
        names = sorted(name for name in level if level[name] == height)
        count = -(-len(names) // MAX_COLUMNS)
        size = -(-len(names) // count)
        lines += [names[at : at + size] for at in range(0, len(names), size)]
    return _untangled(lines, arrows)


def _untangled(lines: list[list[str]], arrows: Mapping[str, set[str]]) -> list[list[str]]:
    """Each row in the order of what it is tied to in the rows around it, so that fewer arrows cross."""
    place = {name: (at + 0.5) / len(line) for line in lines for at, name in enumerate(line)}
    ties: dict[str, set[str]] = {name: set(found) for name, found in arrows.items()}
    for name, found in arrows.items():
        for other in found:
            ties[other].add(name)
    for _ in range(8):
        for line in lines:
            line.sort(key=lambda name: (_middle([place[tie] for tie in ties[name]]), name))
            place |= {name: (at + 0.5) / len(line) for at, name in enumerate(line)}
    return lines


def _middle(places: Sequence[float]) -> float:
    """The mean of some places, the same in whatever order a set gives them; 0.5 of none."""
    return fsum(places) / len(places) if places else 0.5


def small_print(name: str) -> tuple[tuple[str, bool], ...]:
    """What a room is, how many modules it has, and what it uses of the floors below."""
    modules = [file for file in FILES if room_of(file) == name and file != name]
    count = f"{len(modules)} modules" if modules else ""
    below: dict[str, list[str]] = {}
    for other in sorted(room_imports()[name]):
        layer = other.split(".")[1] if other.count(".") > 1 else ""
        if layer in LAYERS and layer != name.split(".")[1]:
            below.setdefault(layer, []).append(short(other).removesuffix(".py"))
    uses = [f"{layer}: {', '.join(names)}" for layer, names in sorted(below.items())]
    said = [(line, False) for line in wrap(summary(name), LINE_CHARS)]
    return (
        *said,
        *([(count, False)] if count else []),
        *((line, True) for use in uses for line in wrap(use, LINE_CHARS)),
    )


def place_floor(layer: str, top: float) -> tuple[list[Room], float]:
    """The rooms of a floor, and where it ends."""
    rooms: list[Room] = []
    y = top + FLOOR_HEAD
    for line in rows(floor_arrows(layer)):
        wide = len(line) * BOX_WIDTH + (len(line) - 1) * COLUMN_GAP
        x = (WIDTH - wide) / 2
        placed = [
            Room(name, small_print(name), x + at * (BOX_WIDTH + COLUMN_GAP), y)
            for at, name in enumerate(line)
        ]
        rooms += placed
        y += max(room.height for room in placed) + ROW_GAP
    return rooms, y - ROW_GAP + FLOOR_PADDING


def box(room: Room) -> Iterator[str]:
    """A room as SVG."""
    kind = "box" if FILES[room.name].name == "__init__.py" else "box base"
    yield _rectangle(kind, (room.x, room.y), (BOX_WIDTH, room.height), corner=6)
    x, y = room.x + BOX_PADDING, room.y + BOX_PADDING + TITLE_HEIGHT - 8
    yield f'<text class="title" x="{x:g}" y="{y:g}">{escape(short(room.name))}</text>'
    for text, is_use in room.lines:
        y += LINE_HEIGHT
        kind = ' class="uses"' if is_use else ""
        yield f'<text{kind} x="{x:g}" y="{y + 4:g}">{escape(text)}</text>'


def _rectangle(
    kind: str, place: tuple[float, float], size: tuple[float, float], *, corner: int
) -> str:
    (x, y), (width, height) = place, size
    return (
        f'<rect class="{kind}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" '
        f'rx="{corner}"/>'
    )


def _floor_title(text: str, y: float) -> str:
    return f'<text class="floor-title" x="{MARGIN + 8}" y="{y:g}">{escape(text)}</text>'


def arrow(x1: float, y1: float, x2: float, y2: float) -> str:
    """An arrow as SVG, from the foot of one room to the head of another; it leaves and comes upright."""
    bend = min(max((y2 - y1) / 2, 34), 70)
    path = f"M{x1:g} {y1:g}C{x1:g} {y1 + bend:g} {x2:g} {y2 - bend:g} {x2:g} {y2:g}"
    return f'<path class="arrow" d="{path}" marker-end="url(#head)"/>'


def floor_paths(rooms: Mapping[str, Room], arrows: Mapping[str, set[str]]) -> Iterator[str]:
    """All arrows of a floor as SVG; those of one room are spread over its foot or head."""
    pairs = [(rooms[name], rooms[other]) for name, found in arrows.items() for other in found]
    for start, end in sorted(pairs):
        leaving = sorted(other.x for room, other in pairs if room == start)
        coming = sorted(room.x for room, other in pairs if other == end)
        x1 = start.x + _spread(leaving.index(end.x), len(leaving))
        x2 = end.x + _spread(coming.index(start.x), len(coming))
        yield arrow(x1, start.y + start.height, x2, end.y - 6)


def _spread(at: int, count: int) -> float:
    """Pixels from a box's left edge to one of the arrows on its foot or head."""
    return BOX_WIDTH / 2 + min(30, BOX_WIDTH / (count + 1)) * (at - (count - 1) / 2)


def draw_floor(layer: str, top: float) -> tuple[list[str], float]:
    """A floor with its rooms and arrows as SVG, and where it ends."""
    rooms, bottom = place_floor(layer, top)
    by_name = {room.name: room for room in rooms}
    parts = [
        _rectangle("floor", (MARGIN / 2, top), (WIDTH - MARGIN, bottom - top), corner=10),
        _floor_title(FLOOR_TITLES[layer], top + 32),
    ]
    parts += floor_paths(by_name, without_implied(floor_arrows(layer)))
    for room in rooms:
        parts += box(room)
    return parts, bottom


def draw_top(top: float) -> tuple[list[str], float]:
    """The modules above the floors, a line each."""
    parts = [_floor_title("showcase · what starts and puts together the rest", top + 26)]
    y = top + 48
    for name in TOP:
        full = f"showcase.{name}"
        parts.append(
            f'<text x="{MARGIN + 8}" y="{y:g}"><tspan class="title">{short(full)}</tspan>'
            f'<tspan x="{MARGIN + 130}">{escape(summary(full))}</tspan></text>'
        )
        y += 20
    return parts, y


def drawing() -> str:
    """The whole drawing: the text of an SVG file."""
    parts, y = draw_top(MARGIN / 2)
    for layer in reversed(LAYERS):
        floor, bottom = draw_floor(layer, y + FLOOR_GAP / 2)
        parts += floor
        y = bottom + FLOOR_GAP / 2
    height = y + MARGIN / 2
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" width="{WIDTH}" '
        f'height="{height:g}" role="img" aria-labelledby="name">\n'
        '<title id="name">The packages of the showcase, and which imports which</title>\n'
        f"<style>{STYLE}</style>\n"
        '<defs><marker id="head" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" '
        'orient="auto"><path class="head" d="M0 0L8 4L0 8z"/></marker></defs>\n'
        f'<rect class="paper" width="{WIDTH}" height="{height:g}"/>\n'
    )
    return head + "\n".join(parts) + "\n</svg>\n"


def main(path: Path = DRAWING) -> None:
    """Write it."""
    path.write_text(drawing(), "utf-8")


if __name__ == "__main__":
    main()
