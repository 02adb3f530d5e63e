"""Where a quote stands in one language: word for word, or most alike."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import accumulate

from showcase.core.quotes.matcher import Quote, align, is_said
from showcase.core.search.positions import following, within
from showcase.store.search.candidates import Find
from showcase.store.search.numbering import Track
from showcase.store.search.quote_terms import QuoteWords
from showcase.store.search.reader import Archive

# Words of a quote that were said vote for where it begins; some left out or added shift that a little.
BUCKET = 8
# So many buckets are looked at in each language, and so many of the best places are aligned word by word, as
# long as they are nearly as likely as the likeliest: with half of its rare words, say, where that has all.
LIKELY = 60
CANDIDATES = 6
LIKELY_ENOUGH = 0.6
# With less than this share of its rare words a place cannot be similar enough.
LIKELY_LEAST = 0.3
# What is said again and again is equally likely in many places: in so many words in all it is looked for.
ALIGNED_WORDS = 2_000
# Many words of which few are different are no quote; there is no end to the ways to lay them.
LONG, DIFFERENT_LEAST = 20, 0.25
# Around a place this many words more are looked at, and so many for each ellipsis, up to so many of them.
MARGIN_WORDS = 10
ELIDED_WORDS = 120
ELISIONS_MOST = 2
# Of what nobody said, so many passages that come near it.
NEAREST = 3
# They have two of its words at least, and this share of them: all speech has "the" and "and".
NEAREST_WORDS, NEAREST_SHARE = 2, 0.25
# And they are nearly as near as the nearest.
NEAR_ENOUGH = 0.6
# Few enough places to read what is said there.
FEW = 30


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of words where a quote could be, and how likely that is."""

    search: "QuoteSearch"
    words: range
    weight: float


class QuoteSearch:
    """One quote in one language, or in one track of it."""

    def __init__(
        self, archive: Archive, language: str, quote: Quote, track: Track | None = None
    ) -> None:
        self._archive = archive
        self._quote = quote
        self._words = QuoteWords(archive, language, quote, track)

    def exact(self) -> list[Find]:
        """Where it stands word for word."""
        passage_of, length = self._archive.layout.passage_of, len(self._quote.words)
        return [Find(passage_of[n], range(n, n + length)) for n in self._exact_starts()]

    def _exact_starts(self) -> list[int]:
        words = self._words
        rarest = sorted(range(len(words.said)), key=words.said.__getitem__)
        if not words.said[rarest[0]]:
            return []
        starts = [number - rarest[0] for number in words.numbers(rarest[0])]
        for done, at in enumerate(rarest[1:], 1):
            if len(starts) <= FEW:
                return [start for start in starts if self._stands(start, rarest[done:])]
            starts = following(starts, words.numbers(at), at)
        return starts

    def windows(self) -> list[Window]:
        """The stretches of words where it could be, the likeliest ones, apart from one another."""
        if not self._is_different:
            return []
        votes: dict[int, float] = defaultdict(float)
        for voter in self._words.voters:
            for bucket in {(number - voter.at) // BUCKET for number in voter.numbers}:
                votes[bucket] += voter.weight
        apart: list[int] = []
        for bucket in nsmallest(LIKELY, votes, key=lambda bucket: (-votes[bucket], bucket)):
            if all(abs(bucket - other) > 1 for other in apart):
                apart.append(bucket)
        least = LIKELY_LEAST * sum(voter.weight for voter in self._words.voters)
        windows = [self._window(bucket * BUCKET) for bucket in apart]
        return [window for window in windows if window.words and window.weight >= least]

    @property
    def _is_different(self) -> bool:
        words = self._quote.words
        return len(words) <= LONG or len({*words}) >= len(words) * DIFFERENT_LEAST

    def lay(self, words: range) -> Find | None:
        """The quote laid on these words, if that is what was said there."""
        alignment = align(self._quote, self._archive.forms(words))
        if alignment is None or not is_said(alignment):
            return None
        answers = [words.start + word for word in alignment.words]
        passage = self._archive.layout.passage_of[answers[0]]
        return Find(passage, answers, alignment.similarity, alignment, words.start)

    def nearest(self) -> list[Find]:
        """Passages that have the most of its rare words, if they have enough of its words."""
        layout = self._archive.layout
        weights: dict[int, float] = defaultdict(float)
        counts: Counter[int] = Counter()
        for voter in self._words.telling:
            for passage in layout.passages_of(voter.numbers):
                weights[passage] += voter.weight
                counts[passage] += 1
        least = max(NEAREST_WORDS, len({*self._quote.words}) * NEAREST_SHARE)
        near = [passage for passage, count in counts.items() if count >= least]
        enough = NEAR_ENOUGH * max((weights[passage] for passage in near), default=0)
        near = [passage for passage in near if weights[passage] >= enough]
        best = nsmallest(NEAREST, near, key=lambda passage: (-weights[passage], passage))
        return [Find(p, self._told_in(layout.words_of(p)), weights[p]) for p in best]

    def _stands(self, start: int, steps: Sequence[int]) -> bool:
        """Do the words of these places of the quote stand where it would have them?"""
        words, track = self._quote.words, self._archive.layout.track_at(start)
        if start < track.words.start or start + len(words) > track.words.stop:
            return False
        forms = self._archive.forms(range(start, start + len(words)))
        return all(words[step] in forms[step] for step in steps)

    def _window(self, start: int) -> Window:
        """The words around a place where the quote could begin, all of one track."""
        elided = ELIDED_WORDS * min(len(self._quote.elisions), ELISIONS_MOST)
        margin = MARGIN_WORDS + len(self._quote.words) // 3 + elided
        words = self._archive.layout.track_at(start + BUCKET).words
        stop = start + BUCKET + len(self._quote.words) + margin
        around = range(max(words.start, start - margin), min(words.stop, stop))
        weight = sum(
            voter.weight for voter in self._words.voters if len(within(voter.numbers, around))
        )
        return Window(self, around, weight)

    def _told_in(self, words: range) -> list[int]:
        return sorted({n for voter in self._words.telling for n in within(voter.numbers, words)})


def most_alike(searches: Sequence[QuoteSearch]) -> list[Find]:
    """Where a quote was said in other words: the most similar place, or all that are equally so."""
    windows = [window for search in searches for window in search.windows()]
    found = [find for window in _likeliest(windows) if (find := window.search.lay(window.words))]
    best = max((find.score for find in found), default=0.0)
    # Two windows may hold the same place.
    equal = {find.words[0]: find for find in found if find.score == best}
    return list(equal.values())


def _likeliest(windows: Iterable[Window]) -> list[Window]:
    """A few of the likeliest, and all that are as likely as the likeliest, as far as time allows."""
    ordered = sorted(windows, key=lambda window: (-window.weight, window.words.start))
    if not ordered:
        return []
    best = ordered[0].weight
    likely = [
        window
        for number, window in enumerate(ordered)
        if window.weight >= (LIKELY_ENOUGH if number < CANDIDATES else 1) * best
    ]
    words = accumulate(len(window.words) for window in likely)
    return [window for window, so_far in zip(likely, words, strict=True) if so_far <= ALIGNED_WORDS]
