"""From all passages that answer to those that are shown: narrowed, in one language a video, in order."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from showcase.core.search.request import Question
from showcase.core.search.results import FacetName, FacetValue
from showcase.core.text.languages import same_language
from showcase.store.search.numbering import Layout, Track

# To be chosen, a facet's value must be among so many; a page shows fewer.
VALUES_MOST = 50

# What has one value for each track, and what has one for each voice.
_OF_TRACKS: dict[FacetName, Callable[[Track], str]] = {
    "video": lambda track: track.head.video,
    "language": lambda track: track.head.language,
}
_OF_VOICES: dict[FacetName, int] = {"speaker": 0, "organization": 1}


@dataclass(frozen=True, slots=True)
class _Narrow:
    """What was chosen of each facet."""

    video: str | None
    language: str | None
    speaker: str | None
    organization: str | None


class Selection:
    """Passages that answer a question, by number; each may count for several hits."""

    def __init__(self, layout: Layout, passages: Collection[int], question: Question) -> None:
        self._layout = layout
        self._all = passages
        self._question = question
        self._chosen = _Narrow(
            question.video, question.language, question.speaker, question.organization
        )

    @cached_property
    def passages(self) -> Collection[int]:
        """Those that are left when what was chosen is heeded, of each video in one language."""
        return self._left(self._chosen)

    def facets(self) -> dict[FacetName, tuple[FacetValue, ...]]:
        """The ways to narrow the search, each counted as if nothing of it were chosen."""
        names: tuple[FacetName, ...] = ("speaker", "organization", "language", "video")
        found = {name: self._values(name) for name in names}
        return {name: values for name, values in found.items() if values}

    def _values(self, name: FacetName) -> tuple[FacetValue, ...]:
        chosen = getattr(self._chosen, name)
        freed = replace(self._chosen, **{name: None})
        if name == "language":
            left = self._narrowed(self._all, freed)
        else:
            left = self.passages if chosen is None else self._left(freed)
        counts = self._counts(name, left)
        if chosen is None and not any(count < len(left) for count in counts.values()):
            return ()
        ordered = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
        return tuple(FacetValue(*entry) for entry in ordered[:VALUES_MOST])

    def _left(self, chosen: _Narrow) -> Collection[int]:
        """First the language of each video, so that no other choice brings another one up."""
        return self._narrowed(self._one_language(chosen.language), chosen)

    def _counts(self, name: FacetName, passages: Collection[int]) -> Mapping[str, int]:
        counts: Counter[str] = Counter()
        if name in _OF_TRACKS:
            for number, count in Counter(self._layout.tracks_of(passages)).items():
                counts[_OF_TRACKS[name](self._layout.tracks[number])] += count
            return counts
        for voice, count in Counter(self._voices_of(passages)).items():
            if value := self._layout.voices[voice][_OF_VOICES[name]]:
                counts[value] += count
        return counts

    def _voices_of(self, passages: Iterable[int]) -> Iterable[int]:
        return map(self._layout.voice_of.__getitem__, passages)

    def _narrowed(self, found: Collection[int], chosen: _Narrow) -> Collection[int]:
        """Those whose video and speaker were chosen."""
        if chosen.video is not None:
            found = self._of_tracks(
                found, [t.number for t in self._layout.tracks if t.head.video == chosen.video]
            )
        for name, place in _OF_VOICES.items():
            wanted = getattr(chosen, name)
            if wanted is not None:
                voices = {n for n, v in enumerate(self._layout.voices) if v[place] == wanted}
                found = [p for p in found if self._layout.voice_of[p] in voices]
        return found

    def _one_language(self, language: str | None) -> Collection[int]:
        """Of each video the passages of one language."""
        counts = Counter(self._layout.tracks_of(self._all))
        tracks = [self._layout.tracks[number] for number in counts]
        if language is not None:
            best = {t.number for t in tracks if t.head.language == language}
        else:
            by_video: dict[str, list[Track]] = {}
            for track in tracks:
                by_video.setdefault(track.head.video, []).append(track)
            best = {min(those, key=self._preference(counts)).number for those in by_video.values()}
        return self._all if len(best) == len(counts) else self._of_tracks(self._all, best)

    def _preference(self, counts: Mapping[int, int]) -> Callable[[Track], tuple[object, ...]]:
        """The visitor's language, the video's own, the one with most hits."""
        reads = self._question.reads
        return lambda track: (
            not (reads and same_language(track.head.language, reads)),
            not track.head.is_own,
            -counts[track.number],
            track.head.language,
        )

    def _of_tracks(self, passages: Iterable[int], tracks: Iterable[int]) -> list[int]:
        wanted = {*tracks}
        return [p for p in passages if self._layout.track_of[p] in wanted]
