"""The layout of an open index: every word of the archive has a number, and belongs to a passage.

Tracks lie one behind the other, with one number left free between them, so that no row of words runs from
one into the next.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from showcase.core.timing.moments import Moment
from showcase.store.search.documents import Head

_NUMBERS = "I"


@dataclass(frozen=True, slots=True)
class Track:
    """One track of the archive.

    Attributes:
        number: its place among the tracks.
        head: what is known of it.
        words: the numbers of its words.
        passages: the numbers of its passages.
    """

    number: int
    head: Head
    words: range
    passages: range

    def passages_at(self, moment: Moment) -> range:
        """The passages that are spoken during a moment, the last one before it if there is none."""
        first = max(bisect_right(self.head.starts_ms, moment.start_ms) - 1, 0)
        end_ms = moment.start_ms if moment.end_ms is None else moment.end_ms - 1
        stop = bisect_right(self.head.starts_ms, end_ms)
        return range(first, max(stop, first + 1))


class Layout:
    """Which word stands in which passage, whose it is, and in which track.

    Attributes:
        tracks: by number.
        passage_of: of each word, the number of its passage.
        first_word: of each passage, the number of its first word; one more at the end.
        track_of: of each passage, the number of its track.
        voice_of: of each passage, the place of who speaks in `voices`.
        voices: (voice, organization) of all, each once; None and "" where unknown.
    """

    def __init__(self, heads: Iterable[Head]) -> None:
        self.tracks: list[Track] = []
        self.passage_of = array(_NUMBERS)
        self.first_word = array(_NUMBERS)
        self.track_of = array(_NUMBERS)
        self.voice_of = array(_NUMBERS)
        self._voices: dict[tuple[str | None, str], int] = {}
        self._first_words: list[int] = []
        for head in heads:
            self._add(head)
        self.first_word.append(len(self.passage_of))
        self.voices = list(self._voices)
        self.languages = sorted({track.head.language for track in self.tracks})

    def _add(self, head: Head) -> None:
        word, passage = len(self.passage_of), len(self.track_of)
        number = len(self.tracks)
        self._first_words.append(word)
        for length in head.lengths:
            self.first_word.append(len(self.passage_of))
            self.passage_of.extend(array(_NUMBERS, [len(self.first_word) - 1]) * length)
        places = [
            self._voices.setdefault(voice, len(self._voices))
            for voice in zip(head.voices, head.organizations, strict=True)
        ]
        self.voice_of.extend(places[place] for place in head.speaks)
        self.track_of.extend(array(_NUMBERS, [number]) * len(head.lengths))
        words, passages = range(word, len(self.passage_of)), range(passage, len(self.track_of))
        self.tracks.append(Track(number, head, words, passages))
        self.passage_of.append(len(self.track_of))

    def words_of(self, passage: int) -> range:
        """The numbers of a passage's words."""
        first = self.first_word[passage]
        return range(first, min(self.first_word[passage + 1], self.track(passage).words.stop))

    def track(self, passage: int) -> Track:
        """The track of a passage."""
        return self.tracks[self.track_of[passage]]

    def track_at(self, word: int) -> Track:
        """The track of a word; of a number that no word has, the track before it, or the first."""
        return self.tracks[max(bisect_right(self._first_words, word) - 1, 0)]

    def passages_of(self, numbers: Iterable[int]) -> set[int]:
        """The passages that words stand in."""
        return set(map(self.passage_of.__getitem__, numbers))

    def tracks_of(self, passages: Iterable[int]) -> Iterable[int]:
        """The number of the track of each passage."""
        return map(self.track_of.__getitem__, passages)


def in_order(tracks: Sequence[Track]) -> list[int]:
    """The rank of each track by its number: newest first, undated last, then by slug and language."""
    ordered = sorted(tracks, key=lambda track: (track.head.video, track.head.language))
    ordered.sort(key=lambda track: track.head.date, reverse=True)
    ranks = [0] * len(tracks)
    for rank, track in enumerate(ordered):
        ranks[track.number] = rank
    return ranks
