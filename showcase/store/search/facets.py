"""Facets: the ways to narrow a search, and the passages that are left when some are chosen."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from showcase.core.search.results import FacetName, FacetValue
from showcase.core.search.search_request import SearchRequest
from showcase.core.text.languages import same_language
from showcase.store.search.numbering import NumberedTrack, WordNumbering

# Values of a facet in an answer; a page shows fewer.
MAX_FACET_VALUES = 50

# Facets with a value for each track, and those with a value for each speaker (an index into the pairs of
# WordNumbering.speakers).
_TRACK_FACETS: dict[FacetName, Callable[[NumberedTrack], str]] = {
    "video": lambda track: track.header.video,
    "language": lambda track: track.header.language,
}
_SPEAKER_FACETS: dict[FacetName, int] = {"speaker": 0, "organization": 1}


@dataclass(frozen=True, slots=True)
class _FacetFilter:
    """The value that was chosen of each facet; None where none was."""

    video: str | None
    language: str | None
    speaker: str | None
    organization: str | None


class FacetSelection:
    """The passages that answer a request, narrowed by the facets that it chooses."""

    def __init__(
        self, numbering: WordNumbering, passages: Collection[int], request: SearchRequest
    ) -> None:
        """Narrow some passages.

        Args:
            numbering: of the archive.
            passages: numbers of passages that answer; one that has several hits is there several times.
            request: says which values are chosen.
        """
        self._numbering = numbering
        self._all = passages
        self._request = request
        self._chosen = _FacetFilter(
            request.video, request.language, request.speaker, request.organization
        )

    @cached_property
    def passages(self) -> Collection[int]:
        """The passages with the chosen values, of each video in one language."""
        return self._filter_in_one_language(self._chosen)

    def facets(self) -> dict[FacetName, tuple[FacetValue, ...]]:
        """The values of each facet, most hits first, counted as if none of that facet were chosen."""
        names: tuple[FacetName, ...] = ("speaker", "organization", "language", "video")
        found = {name: self._facet_values(name) for name in names}
        return {name: values for name, values in found.items() if values}

    def _facet_values(self, name: FacetName) -> tuple[FacetValue, ...]:
        chosen = getattr(self._chosen, name)
        without = replace(self._chosen, **{name: None})
        if name == "language":
            left = self._filter(self._all, without)
        else:
            left = self.passages if chosen is None else self._filter_in_one_language(without)
        counts = self._count_values(name, left)
        if chosen is None and not any(count < len(left) for count in counts.values()):
            return ()
        ordered = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
        return tuple(FacetValue(*entry) for entry in ordered[:MAX_FACET_VALUES])

    def _filter_in_one_language(self, chosen: _FacetFilter) -> Collection[int]:
        """Narrow by language first, so that no other choice changes the language of a video."""
        return self._filter(self._one_language_per_video(chosen.language), chosen)

    def _count_values(self, name: FacetName, passages: Collection[int]) -> Mapping[str, int]:
        counts: Counter[str] = Counter()
        if name in _TRACK_FACETS:
            for number, count in Counter(self._numbering.track_numbers(passages)).items():
                counts[_TRACK_FACETS[name](self._numbering.tracks[number])] += count
            return counts
        for speaker, count in Counter(self._speakers_for(passages)).items():
            if value := self._numbering.speakers[speaker][_SPEAKER_FACETS[name]]:
                counts[value] += count
        return counts

    def _speakers_for(self, passages: Iterable[int]) -> Iterable[int]:
        return map(self._numbering.speaker_by_passage.__getitem__, passages)

    def _filter(self, found: Collection[int], chosen: _FacetFilter) -> Collection[int]:
        """The passages with the chosen video, speaker and organization."""
        if chosen.video is not None:
            found = self._filter_by_tracks(
                found, [t.number for t in self._numbering.tracks if t.header.video == chosen.video]
            )
        for name, place in _SPEAKER_FACETS.items():
            wanted = getattr(chosen, name)
            if wanted is not None:
                speakers = {n for n, s in enumerate(self._numbering.speakers) if s[place] == wanted}
                found = [p for p in found if self._numbering.speaker_by_passage[p] in speakers]
        return found

    def _one_language_per_video(self, language: str | None) -> Collection[int]:
        """The passages of one language of each video."""
        counts = Counter(self._numbering.track_numbers(self._all))
        found = [self._numbering.tracks[number] for number in counts]
        if language is not None:
            best = {t.number for t in found if t.header.language == language}
        else:
            by_video: dict[str, list[NumberedTrack]] = {}
            for track in found:
                by_video.setdefault(track.header.video, []).append(track)
            best = {
                min(tracks, key=self._language_preference(counts)).number
                for tracks in by_video.values()
            }
        return self._all if len(best) == len(counts) else self._filter_by_tracks(self._all, best)

    def _language_preference(
        self, counts: Mapping[int, int]
    ) -> Callable[[NumberedTrack], tuple[object, ...]]:
        """A sort key of tracks: the visitor's language, the original one, the one with most hits."""
        reads = self._request.reads
        return lambda track: (
            not (reads and same_language(track.header.language, reads)),
            not track.header.is_original,
            -counts[track.number],
            track.header.language,
        )

    def _filter_by_tracks(self, passages: Iterable[int], tracks: Iterable[int]) -> list[int]:
        wanted = {*tracks}
        return [p for p in passages if self._numbering.track_by_passage[p] in wanted]
