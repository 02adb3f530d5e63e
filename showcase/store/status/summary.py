"""The state of a showcase: what is served since when, and what is wrong in the transcripts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from showcase.core.catalog.site_catalog import Catalog
from showcase.errors import Fault
from showcase.store.damage import DamagedError
from showcase.store.serialization import InvalidJsonError, from_json
from showcase.store.snapshots.build_record import BuildRecord, read_build_record
from showcase.store.snapshots.manifest import CATALOG_FILE, Manifest, ManifestFolder, read_manifest
from showcase.store.snapshots.state_folder import StateFolder

Severity = Literal["error", "note"]
# The codes of findings about words, speakers and letters that nobody can be sure of begin with this.
_DOUBT_PREFIX = "doubtful-"


@dataclass(frozen=True, slots=True)
class StatusFinding:
    """An error or note, and the slug of the video that it is about; "" for the site as a whole."""

    severity: Severity
    video: str
    fault: Fault

    @property
    def is_doubt(self) -> bool:
        """True for what only the owner can decide: whether words, letters or a speaker are right."""
        return self.fault.code.startswith(_DOUBT_PREFIX)


@dataclass(frozen=True, slots=True)
class VideoStatus:
    """A video that is served.

    Attributes:
        slug: in its address.
        title: as it is served.
        tracks: how many tracks it has.
        cues: how many cues its speech tracks have.
        is_kept: True if its folder has errors, so that it is served as it was before them.
    """

    slug: str
    title: str
    tracks: int
    cues: int
    is_kept: bool


@dataclass(frozen=True, slots=True)
class ShowcaseStatus:
    """All that the owner is told.

    Attributes:
        snapshot: the id of the snapshot that is served; "" where there is none.
        since: when it was published, ISO 8601 in UTC; "" where there is none.
        is_watched: True while a server publishes what is saved.
        build: what became of the last build; None where it is not known.
        videos: that are served, in the order of their slugs.
        findings: errors first, then doubts, then other notes.
    """

    snapshot: str
    since: str
    is_watched: bool
    build: BuildRecord | None
    videos: tuple[VideoStatus, ...]
    findings: tuple[StatusFinding, ...]

    @property
    def errors(self) -> tuple[StatusFinding, ...]:
        """What is not published until it is mended."""
        return tuple(each for each in self.findings if each.severity == "error")

    @property
    def doubts(self) -> tuple[StatusFinding, ...]:
        """Notes on what nobody but the owner can be sure of."""
        return tuple(each for each in self.findings if each.severity == "note" and each.is_doubt)

    @property
    def notes(self) -> tuple[StatusFinding, ...]:
        """All other notes."""
        return tuple(
            each for each in self.findings if each.severity == "note" and not each.is_doubt
        )


def read_status(state: Path) -> ShowcaseStatus:
    """Read the state of a showcase from its state folder. Raises nothing: what is damaged is left out."""
    folder = StateFolder(state)
    current = folder.current_id()
    build = read_build_record(state)
    manifest, catalog = _read_snapshot(folder.snapshot_folder(current)) if current else (None, None)
    findings = [*_build_findings(build), *(_manifest_findings(manifest) if manifest else ())]
    return ShowcaseStatus(
        snapshot=current or "",
        since=folder.current_since(),
        is_watched=folder.is_watched(),
        build=build,
        videos=tuple(_video_statuses(manifest, catalog)),
        findings=tuple(sorted(_without_repeats(findings), key=_rank)),
    )


def _read_snapshot(path: Path) -> tuple[Manifest | None, Catalog | None]:
    try:
        manifest = read_manifest(path)
        return manifest, from_json(Catalog, (path / CATALOG_FILE).read_bytes())
    except (DamagedError, InvalidJsonError, OSError):
        return None, None


def _video_statuses(manifest: Manifest | None, catalog: Catalog | None) -> Iterator[VideoStatus]:
    for folder in manifest.folders if manifest else ():
        video = catalog.find(folder.slug) if catalog else None
        if video is not None:
            yield VideoStatus(
                folder.slug, video.title, len(video.tracks), folder.cues, bool(folder.faults)
            )


def _manifest_findings(manifest: Manifest) -> Iterator[StatusFinding]:
    yield from _findings("error", "", manifest.faults)
    yield from _findings("note", "", manifest.notes)
    for folder in manifest.folders:
        yield from _folder_findings(folder)


def _folder_findings(folder: ManifestFolder) -> Iterator[StatusFinding]:
    yield from _findings("error", folder.slug, folder.faults)
    yield from _findings("note", folder.slug, folder.notes)


def _build_findings(build: BuildRecord | None) -> Iterator[StatusFinding]:
    """The errors of a build that published nothing, which are in no manifest."""
    if build is None:
        return
    yield from _findings("error", "", build.faults)
    if build.error:
        yield StatusFinding("error", "", Fault("", build.error, code="not-built"))


def _findings(severity: Severity, video: str, faults: Sequence[Fault]) -> Iterator[StatusFinding]:
    return (StatusFinding(severity, video, fault) for fault in faults)


def _without_repeats(findings: Sequence[StatusFinding]) -> list[StatusFinding]:
    """Findings with each fault once: a build that published nothing names those of before again."""
    by_fault: dict[tuple[Severity, Fault], StatusFinding] = {}
    for each in findings:
        known = by_fault.get((each.severity, each.fault))
        if known is None or not known.video:
            by_fault[each.severity, each.fault] = each
    return list(by_fault.values())


def _rank(finding: StatusFinding) -> tuple[bool, bool]:
    return (finding.severity != "error", not finding.is_doubt)


def status_object(status: ShowcaseStatus) -> dict[str, object]:
    """The object that `showcase status --json` prints and /status.json sends."""
    build = status.build
    return {
        "snapshot": status.snapshot or None,
        "since": status.since or None,
        "watched": status.is_watched,
        "last_build": {"finished": build.finished, "seconds": build.seconds, "failed": build.failed}
        if build
        else None,
        "videos": [
            {
                "video": video.slug,
                "title": video.title,
                "tracks": video.tracks,
                "cues": video.cues,
                "as_before": video.is_kept,
            }
            for video in status.videos
        ],
        "tracks": sum(video.tracks for video in status.videos),
        "cues": sum(video.cues for video in status.videos),
        "findings": [_finding_object(finding) for finding in status.findings],
    }


def _finding_object(finding: StatusFinding) -> dict[str, object]:
    fault = finding.fault
    return {
        "severity": finding.severity,
        "code": fault.code,
        "video": finding.video or None,
        "file": fault.file,
        "line": fault.line,
        "message": fault.message,
        "fix": fault.fix,
        "doubt": finding.is_doubt,
    }
