"""From all passages that answer to those that are shown: narrowed, in one language a video, in order."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from showcase.core.search.results import FacetName, FacetValue
from showcase.core.search.search_request import SearchRequest
from showcase.core.text.languages import same_language
from showcase.store.search.numbering import NumberedTrack, WordNumbering

# To be chosen, a facet's value must be among so many; a page shows fewer.
MAX_FACET_VALUES = 50

# What has one value for each track, and what has one for each voice.
_TRACK_FACETS: dict[FacetName, Callable[[NumberedTrack], str]] = {
    "video": lambda track: track.header.video,
    "language": lambda track: track.header.language,
}
_SPEAKER_FACETS: dict[FacetName, int] = {"speaker": 0, "organization": 1}


@dataclass(frozen=True, slots=True)
class _FacetFilter:
    """What was chosen of each facet."""

    video: str | None
    language: str | None
    speaker: str | None
    organization: str | None


class FacetSelection:
    """Passages that answer a question, by number; each may count for several hits."""

    def __init__(
        self, numbering: WordNumbering, passages: Collection[int], question: SearchRequest
    ) -> None:
        self._numbering = numbering
        self._all = passages
        self._question = question
        self._chosen = _FacetFilter(
            question.video, question.language, question.speaker, question.organization
        )

    @cached_property
    def passages(self) -> Collection[int]:
        """Those that are left when what was chosen is heeded, of each video in one language."""
        return self._filter_in_one_language(self._chosen)

    def facets(self) -> dict[FacetName, tuple[FacetValue, ...]]:
        """The ways to narrow the search, each counted as if nothing of it were chosen."""
        names: tuple[FacetName, ...] = ("speaker", "organization", "language", "video")
        found = {name: self._facet_values(name) for name in names}
        return {name: values for name, values in found.items() if values}

    def _facet_values(self, name: FacetName) -> tuple[FacetValue, ...]:
        chosen = getattr(self._chosen, name)
        freed = replace(self._chosen, **{name: None})
        if name == "language":
            left = self._filter(self._all, freed)
        else:
            left = self.passages if chosen is None else self._filter_in_one_language(freed)
        counts = self._count_values(name, left)
        if chosen is None and not any(count < len(left) for count in counts.values()):
            return ()
        ordered = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
        return tuple(FacetValue(*entry) for entry in ordered[:MAX_FACET_VALUES])

    def _filter_in_one_language(self, chosen: _FacetFilter) -> Collection[int]:
        """First the language of each video, so that no other choice brings another one up."""
        return self._filter(self._one_language_per_video(chosen.language), chosen)

    def _count_values(self, name: FacetName, passages: Collection[int]) -> Mapping[str, int]:
        counts: Counter[str] = Counter()
        if name in _TRACK_FACETS:
            for number, count in Counter(self._numbering.track_numbers(passages)).items():
                counts[_TRACK_FACETS[name](self._numbering.tracks[number])] += count
            return counts
        for voice, count in Counter(self._speakers_for(passages)).items():
            if value := self._numbering.speakers[voice][_SPEAKER_FACETS[name]]:
                counts[value] += count
        return counts

    def _speakers_for(self, passages: Iterable[int]) -> Iterable[int]:
        return map(self._numbering.speaker_by_passage.__getitem__, passages)

    def _filter(self, found: Collection[int], chosen: _FacetFilter) -> Collection[int]:
        """Those whose video and speaker were chosen."""
        if chosen.video is not None:
            found = self._filter_by_tracks(
                found, [t.number for t in self._numbering.tracks if t.header.video == chosen.video]
            )
        for name, place in _SPEAKER_FACETS.items():
            wanted = getattr(chosen, name)
            if wanted is not None:
                voices = {n for n, v in enumerate(self._numbering.speakers) if v[place] == wanted}
                found = [p for p in found if self._numbering.speaker_by_passage[p] in voices]
        return found

    def _one_language_per_video(self, language: str | None) -> Collection[int]:
        """Of each video the passages of one language."""
        counts = Counter(self._numbering.track_numbers(self._all))
        tracks = [self._numbering.tracks[number] for number in counts]
        if language is not None:
            best = {t.number for t in tracks if t.header.language == language}
        else:
            by_video: dict[str, list[NumberedTrack]] = {}
            for track in tracks:
                by_video.setdefault(track.header.video, []).append(track)
            best = {
                min(those, key=self._language_preference(counts)).number
                for those in by_video.values()
            }
        return self._all if len(best) == len(counts) else self._filter_by_tracks(self._all, best)

    def _language_preference(
        self, counts: Mapping[int, int]
    ) -> Callable[[NumberedTrack], tuple[object, ...]]:
        """The visitor's language, the video's own, the one with most hits."""
        reads = self._question.reads
        return lambda track: (
            not (reads and same_language(track.header.language, reads)),
            not track.header.is_original,
            -counts[track.number],
            track.header.language,
        )

    def _filter_by_tracks(self, passages: Iterable[int], tracks: Iterable[int]) -> list[int]:
        wanted = {*tracks}
        return [p for p in passages if self._numbering.track_by_passage[p] in wanted]
