"""Ordering: the candidates of one page, in order, by video or one after the other."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from heapq import nlargest, nsmallest

from showcase.core.search.search_request import SearchRequest
from showcase.store.search.candidates import CandidateSet
from showcase.store.search.numbering import WordNumbering


@dataclass(frozen=True, slots=True)
class CandidatePage:
    """The candidates that a page shows.

    Attributes:
        numbers: of the candidates, in order.
        count_by_video: how many candidates each video has in all, by slug, in the order of the videos.
    """

    numbers: list[int]
    count_by_video: Mapping[str, int]


class HitOrder:
    """The order of candidates: by score or time, equal ones by rank of their track."""

    def __init__(
        self,
        numbering: WordNumbering,
        track_ranks: list[int],
        candidates: CandidateSet,
        request: SearchRequest,
    ) -> None:
        self._numbering = numbering
        self._ranks = track_ranks
        self._candidates = candidates
        self._request = request

    def select_page(self, scores: Mapping[int, float]) -> CandidatePage:
        """The page that the request wants, from the scores of all candidates."""
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
        if self._request.each is None:
            return CandidatePage(self._slice_page(self._sort(scores, scores)), videos)
        each = self._request.each
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
        return self._request.sort == "time"

    def _sort(
        self, numbers: Collection[int], scores: Mapping[int, float], most: int | None = None
    ) -> list[int]:
        in_time = self._is_by_time or (
            self._request.video is not None and self._request.each is None
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
        limit = self._request.limit
        return None if limit is None else self._request.offset + limit

    def _slice_page(self, numbers: list[int]) -> list[int]:
        return numbers[self._request.offset : self._page_end]


def _top_scoring(
    numbers: Collection[int], scores: Mapping[int, float], most: int
) -> Collection[int]:
    """Those that may be among the best `most`: all with at least the score of the last of them."""
    if len(numbers) <= most:
        return numbers
    last = nlargest(most, map(scores.__getitem__, numbers))[-1:]
    return [number for number in numbers if last and scores[number] >= last[0]]
