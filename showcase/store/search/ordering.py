"""The hits of one page: finds in order, by video or one after the other."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from heapq import nlargest, nsmallest

from showcase.core.search.search_request import SearchRequest
from showcase.store.search.candidates import CandidateSet
from showcase.store.search.numbering import WordNumbering


@dataclass(frozen=True, slots=True)
class CandidatePage:
    """What is shown of all finds.

    Attributes:
        numbers: the numbers of those that were asked for, in order.
        count_by_video: how many finds each video has, in order.
    """

    numbers: list[int]
    count_by_video: Mapping[str, int]


class HitOrder:
    """The order of finds: the best first, of equals the first in the archive's own order."""

    def __init__(
        self,
        numbering: WordNumbering,
        track_ranks: list[int],
        candidates: CandidateSet,
        question: SearchRequest,
    ) -> None:
        self._numbering = numbering
        self._ranks = track_ranks
        self._candidates = candidates
        self._question = question

    def select_page(self, scores: Mapping[int, float]) -> CandidatePage:
        """Those that were asked for."""
        by_track = self._by_track(scores)
        best = {
            track: max(map(scores.__getitem__, candidates))
            for track, candidates in by_track.items()
        }
        tracks = sorted(by_track, key=lambda track: self._track_key(track, best[track]))
        videos: dict[str, int] = {}
        for track in tracks:
            slug = self._numbering.tracks[track].header.video
            videos[slug] = videos.get(slug, 0) + len(by_track[track])
        if self._question.each is None:
            return CandidatePage(self._slice_page(self._sort(scores, scores)), videos)
        each = self._question.each
        shown = [
            number
            for track in self._slice_page(tracks)
            for number in self._sort(by_track[track], scores, each)
        ]
        return CandidatePage(shown, videos)

    def _by_track(self, numbers: Collection[int]) -> dict[int, list[int]]:
        tracks = self._numbering.track_numbers(self._candidates.candidate_passages(numbers))
        by_track: dict[int, list[int]] = defaultdict(list)
        for number, track in zip(numbers, tracks, strict=True):
            by_track[track].append(number)
        return by_track

    def _track_key(self, track: int, best: float) -> tuple[float, int]:
        return (0.0 if self._is_by_time else -best, self._ranks[track])

    @property
    def _is_by_time(self) -> bool:
        return self._question.sort == "time"

    def _sort(
        self, numbers: Collection[int], scores: Mapping[int, float], most: int | None = None
    ) -> list[int]:
        in_time = self._is_by_time or (
            self._question.video is not None and self._question.each is None
        )
        most = self._page_end if most is None else most
        if most is not None and not in_time:
            numbers = _top_scoring(numbers, scores, most)
        passages = self._candidates.candidate_passages(numbers)
        keys = [
            (0.0 if in_time else -scores[number], self._rank(passage), passage, number)
            for number, passage in zip(numbers, passages, strict=True)
        ]
        keys = sorted(keys) if most is None else nsmallest(most, keys)
        return [number for *_, number in keys]

    def _rank(self, passage: int) -> int:
        return self._ranks[self._numbering.track_by_passage[passage]]

    @property
    def _page_end(self) -> int | None:
        limit = self._question.limit
        return None if limit is None else self._question.offset + limit

    def _slice_page(self, numbers: list[int]) -> list[int]:
        return numbers[self._question.offset : self._page_end]


def _top_scoring(
    numbers: Collection[int], scores: Mapping[int, float], most: int
) -> Collection[int]:
    """Those that can be among so many of the best: all that are as good as the last of them."""
    if len(numbers) <= most:
        return numbers
    last = nlargest(most, map(scores.__getitem__, numbers))[-1:]
    return [number for number in numbers if last and scores[number] >= last[0]]
