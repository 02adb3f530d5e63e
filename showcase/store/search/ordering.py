"""The hits of one page: finds in order, by video or one after the other."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from heapq import nlargest, nsmallest

from showcase.core.search.request import Question
from showcase.store.search.candidates import Finds
from showcase.store.search.numbering import Layout


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of all finds.

    Attributes:
        finds: the numbers of those that were asked for, in order.
        videos: how many finds each video has, in order.
    """

    finds: list[int]
    videos: Mapping[str, int]


class Order:
    """The order of finds: the best first, of equals the first in the archive's own order."""

    def __init__(self, layout: Layout, ranks: list[int], finds: Finds, question: Question) -> None:
        self._layout = layout
        self._ranks = ranks
        self._finds = finds
        self._question = question

    def show(self, scores: Mapping[int, float]) -> Shown:
        """Those that were asked for."""
        by_track = self._by_track(scores)
        best = {track: max(map(scores.__getitem__, finds)) for track, finds in by_track.items()}
        tracks = sorted(by_track, key=lambda track: self._track_key(track, best[track]))
        videos: dict[str, int] = {}
        for track in tracks:
            slug = self._layout.tracks[track].head.video
            videos[slug] = videos.get(slug, 0) + len(by_track[track])
        if self._question.each is None:
            return Shown(self._page(self._sorted(scores, scores)), videos)
        each = self._question.each
        shown = [
            number
            for track in self._page(tracks)
            for number in self._sorted(by_track[track], scores, each)
        ]
        return Shown(shown, videos)

    def _by_track(self, numbers: Collection[int]) -> dict[int, list[int]]:
        tracks = self._layout.tracks_of(self._finds.passages_of(numbers))
        by_track: dict[int, list[int]] = defaultdict(list)
        for number, track in zip(numbers, tracks, strict=True):
            by_track[track].append(number)
        return by_track

    def _track_key(self, track: int, best: float) -> tuple[float, int]:
        return (0.0 if self._in_time else -best, self._ranks[track])

    @property
    def _in_time(self) -> bool:
        return self._question.sort == "time"

    def _sorted(
        self, numbers: Collection[int], scores: Mapping[int, float], most: int | None = None
    ) -> list[int]:
        in_time = self._in_time or (
            self._question.video is not None and self._question.each is None
        )
        most = self._most if most is None else most
        if most is not None and not in_time:
            numbers = _best(numbers, scores, most)
        passages = self._finds.passages_of(numbers)
        keys = [
            (0.0 if in_time else -scores[number], self._rank(passage), passage, number)
            for number, passage in zip(numbers, passages, strict=True)
        ]
        keys = sorted(keys) if most is None else nsmallest(most, keys)
        return [number for *_, number in keys]

    def _rank(self, passage: int) -> int:
        return self._ranks[self._layout.track_of[passage]]

    @property
    def _most(self) -> int | None:
        limit = self._question.limit
        return None if limit is None else self._question.offset + limit

    def _page(self, numbers: list[int]) -> list[int]:
        return numbers[self._question.offset : self._most]


def _best(numbers: Collection[int], scores: Mapping[int, float], most: int) -> Collection[int]:
    """Those that can be among so many of the best: all that are as good as the last of them."""
    if len(numbers) <= most:
        return numbers
    last = nlargest(most, map(scores.__getitem__, numbers))[-1:]
    return [number for number in numbers if last and scores[number] >= last[0]]
