"""What is printed about a build: its summary, and what is wrong in the transcripts."""

from collections.abc import Iterator

from showcase.store.snapshots.builder import BuildReport


def build_summary(report: BuildReport) -> str:
    """How much was built, in one line."""
    videos = len(report.changed) + report.unchanged
    what = (
        f"{len(report.changed)} of {videos} videos changed" if report.built else "Nothing changed"
    )
    sizes = f"{report.cues} cues in {report.passages} passages"
    return f"{what}: {sizes}, in {report.seconds:.1f} s (snapshot {report.id})."


def fault_lines(report: BuildReport) -> Iterator[str]:
    """A line for each fault, then what became of their videos; nothing where nothing is wrong."""
    yield from map(str, report.faults)
    if report.kept:
        yield f"Served as before, until the errors are mended: {', '.join(report.kept)}."
    if report.left_out:
        yield f"Not served, until the errors are mended: {', '.join(report.left_out)}."
