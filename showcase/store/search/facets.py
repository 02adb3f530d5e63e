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
    """The values that were chosen of each facet, of which one is enough; () where none was."""

    video: tuple[str, ...]
    language: tuple[str, ...]
    speaker: tuple[str, ...]
    organization: tuple[str, ...]


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
            () if request.video is None else (request.video,),
            request.languages,
            request.speakers,
            request.organizations,
        )

    @cached_property
    def passages(self) -> Collection[int]:
        """The passages with the chosen values, of each video in one language."""
        return self._filter_in_one_language(self._chosen)

    def facets(self) -> dict[FacetName, tuple[FacetValue, ...]]:
        """The values of each facet, most hits first, counted as if none of that facet were chosen.

        MAX_FACET_VALUES of each at most, and those that are chosen if they have hits.
        """
        names: tuple[FacetName, ...] = ("speaker", "organization", "language", "video")
        found = {name: self._facet_values(name) for name in names}
        return {name: values for name, values in found.items() if values}

    def _facet_values(self, name: FacetName) -> tuple[FacetValue, ...]:
        chosen = getattr(self._chosen, name)
        without = replace(self._chosen, **{name: ()})
        if name == "language":
            left = self._filter(self._all, without)
        else:
            left = self._filter_in_one_language(without) if chosen else self.passages
        counts = self._count_values(name, left)
        if not chosen and not any(count < len(left) for count in counts.values()):
            return ()
        ordered = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
        others = [entry for entry in ordered[MAX_FACET_VALUES:] if entry[0] in chosen]
        return tuple(FacetValue(*entry) for entry in [*ordered[:MAX_FACET_VALUES], *others])

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
        """The passages with the chosen video, speakers and organizations."""
        if chosen.video:
            found = self._filter_by_tracks(
                found, [t.number for t in self._numbering.tracks if t.header.video in chosen.video]
            )
        for name, place in _SPEAKER_FACETS.items():
            if wanted := getattr(chosen, name):
                speakers = {n for n, s in enumerate(self._numbering.speakers) if s[place] in wanted}
                found = [p for p in found if self._numbering.speaker_by_passage[p] in speakers]
        return found

    def _one_language_per_video(self, languages: Collection[str]) -> Collection[int]:
        """The passages of one language of each video, of these languages or, without any, of all."""
        counts = Counter(self._numbering.track_numbers(self._all))
        by_video: dict[str, list[NumberedTrack]] = {}
        for track in (self._numbering.tracks[number] for number in counts):
            if not languages or track.header.language in languages:
                by_video.setdefault(track.header.video, []).append(track)
        preference = self._language_preference(counts)
        best = {min(tracks, key=preference).number for tracks in by_video.values()}
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
