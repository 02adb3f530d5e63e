"""The values that the status page shows. It is for the owner, as the command line is, and in English."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from showcase.core.text.printable import replace_control_chars
from showcase.store.status.summary import ShowcaseStatus, StatusFinding, VideoStatus

# The page stays readable with a thousand videos; the JSON has all.
MAX_LISTED_FINDINGS = 500


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings of one file, in the order of their lines.

    Attributes:
        file: its path from the folder of transcripts; "" for what is in no file.
        findings: at least one.
    """

    file: str
    findings: tuple[StatusFinding, ...]


@dataclass(frozen=True, slots=True)
class FindingSection:
    """A heading, how many findings there are, and those that are listed, by their files."""

    title: str
    anchor: str
    count: int
    groups: tuple[FindingGroup, ...]

    @property
    def left_out(self) -> int:
        """How many are not listed."""
        return self.count - sum(len(group.findings) for group in self.groups)


@dataclass(frozen=True, slots=True)
class StatusPage:
    """What the template shows.

    Attributes:
        headline: the state in a few words.
        is_well: False where something is not published.
        snapshot: the id of what is served; "" where that is nothing.
        since: when it was published, "2026-11-27 20:15:03 UTC".
        last_build: when the last build ended, and how.
        watching: whether saved files are published at once.
        videos: that are served.
        tracks: how many tracks they have.
        cues: how many cues their speech tracks have.
        sections: errors, doubts, notes; those without findings are left out.
    """

    headline: str
    is_well: bool
    snapshot: str
    since: str
    last_build: str
    watching: str
    videos: tuple[VideoStatus, ...]
    tracks: int
    cues: int
    sections: tuple[FindingSection, ...]


def build_status_page(status: ShowcaseStatus) -> StatusPage:
    """The page of a status."""
    sections = (
        _section("Errors", "errors", status.errors),
        _section("Doubtful words and speakers", "doubts", status.doubts),
        _section("Notes", "notes", status.notes),
    )
    return StatusPage(
        headline=_headline(status),
        is_well=bool(status.snapshot) and not status.errors,
        snapshot=status.snapshot,
        since=_clock(status.since),
        last_build=_last_build(status),
        watching="Saved files are published at once." if status.is_watched
        else "Nobody watches: saved files are published by showcase index, or by a restart.",
        videos=status.videos,
        tracks=sum(video.tracks for video in status.videos),
        cues=sum(video.cues for video in status.videos),
        sections=tuple(section for section in sections if section.count),
    )  # fmt: skip


def _headline(status: ShowcaseStatus) -> str:
    if not status.snapshot:
        return "Nothing is served yet"
    count = len(status.errors)
    if not count:
        return "All is well"
    return "1 error to mend" if count == 1 else f"{count} errors to mend"


def _last_build(status: ShowcaseStatus) -> str:
    build = status.build
    if build is None:
        return "not known"
    if build.failed:
        return f"{_clock(build.finished)}, nothing could be published"
    return f"{_clock(build.finished)}, took {build.seconds:.1f} s"


def _clock(instant: str) -> str:
    """An instant as people write it: "2026-11-27 20:15:03 UTC"."""
    return instant.replace("T", " ").replace("+00:00", " UTC")


def _section(title: str, anchor: str, findings: Sequence[StatusFinding]) -> FindingSection:
    listed = sorted(
        findings[:MAX_LISTED_FINDINGS], key=lambda each: (each.fault.file, each.fault.line or 0)
    )
    groups = tuple(
        FindingGroup(replace_control_chars(file), tuple(found))
        for file, found in groupby(listed, key=lambda each: each.fault.file)
    )
    return FindingSection(title, anchor, len(findings), groups)
