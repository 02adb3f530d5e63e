"""Writes the results of a run into docs/: figures, tables, chart."""

import json
from pathlib import Path

from benchmarks.search.chart import draw
from benchmarks.search.figures import Figures
from benchmarks.search.table import render
from tools.marked import fill

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
FIGURES = DOCS / "figures" / "search.json"
CHART = DOCS / "images" / "search-cost.svg"
PAGE = DOCS / "explanation" / "search-figures.md"


def write(figures: Figures) -> None:
    """Write all three, and print their paths."""
    write_json(figures, FIGURES)
    CHART.write_text(draw(figures), "utf-8")
    PAGE.write_text(fill(PAGE.read_text("utf-8"), {"tables": render(figures)}), "utf-8")
    print(
        f"Wrote {', '.join(str(path.relative_to(DOCS.parent)) for path in (FIGURES, CHART, PAGE))}."
    )


def write_json(figures: Figures, path: Path) -> None:
    """Write all figures as JSON, one to a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", "utf-8")
