"""The record of the last build: what the owner is told of it, whoever built.

<state>/last-build.json     when, how long, what was wrong, and whether anything could be published
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from showcase.errors import ContentError, Fault, ShowcaseError
from showcase.store.atomic_files import replace_file
from showcase.store.serialization import InvalidJsonError, from_json, to_json
from showcase.store.snapshots.builder import BuildReport, build_snapshot

_RECORD_FILE = "last-build.json"


@dataclass(frozen=True, slots=True)
class BuildRecord:
    """What became of the last build.

    Attributes:
        finished: when it ended, ISO 8601 in UTC with seconds ("2026-11-27T20:15:03+00:00").
        seconds: how long it took; 0.0 where nothing could be published.
        error: why nothing could be published, where that is no fault of a file; else "".
        faults: what is wrong in the transcripts, where not one video could be published; else ().
    """

    finished: str
    seconds: float = 0.0
    error: str = ""
    faults: tuple[Fault, ...] = ()

    @property
    def failed(self) -> bool:
        """True where nothing was published, so that everything is served as it was before."""
        return bool(self.error or self.faults)


def build_and_record(
    transcripts: Path,
    state: Path,
    *,
    progress: Callable[[str], None] | None = None,
    force: bool = False,
) -> BuildReport:
    """Build as build_snapshot does, and record what became of it.

    Raises:
        ContentError: as build_snapshot.
        ShowcaseError: as build_snapshot.
    """
    try:
        report = build_snapshot(transcripts, state, progress=progress, force=force)
    except ContentError as error:
        _write(state, BuildRecord(_now(), faults=error.faults))
        raise
    except ShowcaseError as error:
        _write(state, BuildRecord(_now(), error=str(error)))
        raise
    _write(state, BuildRecord(_now(), report.seconds))
    return report


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _write(state: Path, record: BuildRecord) -> None:
    """Write the record; where the disk is full, the terminal and the log have told what is wrong."""
    try:
        replace_file(state / _RECORD_FILE, to_json(record))
    except OSError:
        return


def read_build_record(state: Path) -> BuildRecord | None:
    """The record of the last build; None where there is none that can be read."""
    try:
        return from_json(BuildRecord, (state / _RECORD_FILE).read_bytes())
    except (OSError, InvalidJsonError):
        return None
