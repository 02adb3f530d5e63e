"""The snapshot that an export is made from: one, from beginning to end, with the listed videos alone."""

from dataclasses import dataclass, replace
from datetime import datetime

from showcase.core.catalog.models import Video
from showcase.store.snapshots.visible import SnapshotProtocol, VisibleSnapshot


@dataclass(frozen=True, slots=True)
class ListedLibrary:
    """Gives one snapshot, whatever is published meanwhile.

    Attributes:
        current: what is exported.
        unlisted: videos that are found by their address alone; where all files can be seen there is none.
        waiting: videos whose time has not come.
    """

    current: SnapshotProtocol
    unlisted: tuple[Video, ...]
    waiting: tuple[Video, ...]

    def snapshot(self) -> SnapshotProtocol:
        """What is exported."""
        return self.current


def listed_library(snapshot: SnapshotProtocol, instant: datetime) -> ListedLibrary:
    """The listed videos of a snapshot that may be seen at an instant, which has a time zone."""
    catalog = snapshot.catalog
    visible = catalog.visible_at(instant)
    shown = {video.slug for video in visible.all_videos}
    return ListedLibrary(
        VisibleSnapshot(snapshot, replace(visible, unlisted=())),
        unlisted=visible.unlisted,
        waiting=tuple(video for video in catalog.all_videos if video.slug not in shown),
    )
