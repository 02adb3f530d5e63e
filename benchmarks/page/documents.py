"""What is made of the figures in docs/explanation/figures.md."""

from benchmarks.page.bars import bars_table
from benchmarks.page.figures import machine, sources, table
from benchmarks.page.values import Figures


def made(figures: Figures) -> dict[str, str]:
    """Each part of the document that a run writes, by its name."""
    return {
        "machine": machine(figures),
        "bars": bars_table(figures),
        "table": table(figures),
        "sources": sources(figures),
    }
