"""A snapshot as it may be seen at an instant: nothing that it answers knows of a video before its time."""

from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, Protocol

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import TrackKind
from showcase.core.catalog.site_catalog import Catalog
from showcase.core.search.results import Answer
from showcase.core.search.search_request import SearchRequest
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.spoken_passages import SpokenPassages, VoiceInVideo
from showcase.core.transcript.transcript import Transcript

_ID_HEX_DIGITS = 8


class SnapshotProtocol(Protocol):
    """What the pages need of a snapshot."""

    @property
    def id(self) -> str:
        """Unique among all snapshots that are built, and all states of what may be seen of one."""

    @property
    def catalog(self) -> Catalog:
        """All videos."""

    def transcript(self, slug: str, language: str) -> Transcript:
        """The transcript of a video in a language that it has."""

    def passages(self, slug: str, language: str) -> tuple[Passage, ...]:
        """The passages of that transcript, in order."""

    def cues(self, slug: str, kind: TrackKind, language: str) -> tuple[Cue, ...]:
        """The cues of a track that the video has."""

    def media(self, slug: str, name: str) -> Path | None:
        """The path of a file beside `video.toml` that the catalog names; None for every other name."""

    def site_file(self, path: str) -> Path | None:
        """The path of a file beside `site.toml` that the catalog names; None for every other one."""

    def search(self, question: SearchRequest) -> Answer:
        """The results of a search."""

    def spoken_passages(self, asked: VoiceInVideo, first: int, limit: int) -> SpokenPassages:
        """Some of the passages that somebody speaks in a video, in order."""


class VisibleSnapshot:
    """What may be seen of a snapshot; its methods are those of SnapshotProtocol.

    Attributes:
        id: that of the snapshot; while the time of a video has not come, with the hash of those that wait.
        catalog: the videos that may be seen.
    """

    def __init__(self, snapshot: SnapshotProtocol, catalog: Catalog) -> None:
        """Narrow a snapshot to the videos of a part of its catalog."""
        self._snapshot = snapshot
        self.catalog = catalog
        self._slugs = frozenset(video.slug for video in snapshot.catalog.all_videos)
        self._listed = frozenset(video.slug for video in catalog.videos)
        self._unlisted = frozenset(video.slug for video in catalog.unlisted)
        self.id = _visible_id(snapshot.id, self._slugs - self._listed - self._unlisted)

    def transcript(self, slug: str, language: str) -> Transcript:
        """The transcript of a video; raises LookupError for one that may not be seen."""
        return self._snapshot.transcript(self._visible(slug), language)

    def passages(self, slug: str, language: str) -> tuple[Passage, ...]:
        """The passages of a transcript; raises LookupError for one that may not be seen."""
        return self._snapshot.passages(self._visible(slug), language)

    def cues(self, slug: str, kind: TrackKind, language: str) -> tuple[Cue, ...]:
        """The cues of a track; raises LookupError for one that may not be seen."""
        return self._snapshot.cues(self._visible(slug), kind, language)

    def media(self, slug: str, name: str) -> Path | None:
        """The path of a media file; None also where its video may not be seen."""
        return self._snapshot.media(slug, name) if self.catalog.find(slug) else None

    def site_file(self, path: str) -> Path | None:
        """The path of a file beside `site.toml`; those of the whole site may always be seen."""
        return self._snapshot.site_file(path)

    def search(self, question: SearchRequest) -> Answer:
        """The results of a search in the listed videos; an unlisted one answers when it is named, alone."""
        return self._snapshot.search(replace(question, hidden=self._hidden_from(question.video)))

    def spoken_passages(self, asked: VoiceInVideo, first: int, limit: int) -> SpokenPassages:
        """The passages of somebody; raises LookupError where their video may not be seen."""
        self._visible(asked.slug)
        return self._snapshot.spoken_passages(asked, first, limit)

    def _hidden_from(self, video: str | None) -> frozenset[str]:
        return self._slugs - ({video} if video in self._unlisted else self._listed)

    def _visible(self, slug: str) -> str:
        if self.catalog.find(slug) is None:
            raise LookupError(slug)
        return slug


def _visible_id(snapshot_id: str, waiting: frozenset[str]) -> str:
    if not waiting:
        return snapshot_id
    return (
        f"{snapshot_id}.{sha256(' '.join(sorted(waiting)).encode()).hexdigest()[:_ID_HEX_DIGITS]}"
    )


class _View(NamedTuple):
    """A view of a snapshot, and the instants between which it is right; `until` is None where it stays so."""

    snapshot: SnapshotProtocol
    catalog: Catalog
    since: datetime
    until: datetime | None
    visible: SnapshotProtocol


class SnapshotViews:
    """What may be seen of the current snapshot; remembers the last view, which lasts for most requests."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._last: _View | None = None

    def visible_at(self, snapshot: SnapshotProtocol, instant: datetime) -> SnapshotProtocol:
        """What may be seen of a snapshot at an instant; the snapshot itself where that is all.

        Args:
            snapshot: the current one.
            instant: with a time zone.
        """
        last = self._last
        if last is None or not _is_right(last, snapshot, instant):
            self._last = last = _build_view(snapshot, instant)
        return last.visible


def _is_right(view: _View, snapshot: SnapshotProtocol, instant: datetime) -> bool:
    if view.snapshot is not snapshot or view.catalog is not snapshot.catalog:
        return False
    return view.since <= instant and (view.until is None or instant < view.until)


def _build_view(snapshot: SnapshotProtocol, instant: datetime) -> _View:
    catalog = snapshot.catalog
    visible: SnapshotProtocol = VisibleSnapshot(snapshot, catalog.visible_at(instant))
    if visible.catalog == catalog and not catalog.unlisted:
        visible = snapshot
    return _View(snapshot, catalog, instant, catalog.next_change(instant), visible)
