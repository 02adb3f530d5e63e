"""The generated parts of docs/explanation/figures.md."""

from benchmarks.page.figures import machine, sources, table
from benchmarks.page.targets import targets_table
from benchmarks.page.values import Figures


def generated_parts(figures: Figures) -> dict[str, str]:
    """The parts of the document that a run writes, as Markdown, by their names."""
    return {
        "machine": machine(figures),
        "targets": targets_table(figures),
        "table": table(figures),
        "sources": sources(figures),
    }
