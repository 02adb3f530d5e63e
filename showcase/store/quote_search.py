"""Where a quote stands in one language: word for word, or most alike."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from math import log

from showcase.core.alignment import align
from showcase.core.remembered import Quote
from showcase.core.rows import Numbers, following, within
from showcase.store.archive import Archive
from showcase.store.find import Find
from showcase.store.layout import Track

# A quote's rarest words say where it could be; common ones say everywhere. So many of them vote, as long as
# together they are not said more often than that.
VOTERS_MOST = 12
VOTES_MOST = 8_000
VOTERS_LEAST = 3
# Words of a quote that were said vote for where it begins; some left out or added shift that a little.
BUCKET = 8
# So many of the best places are aligned word by word.
CANDIDATES = 6
# Around a place this many words more are looked at, and so many for each ellipsis, up to so many of them.
MARGIN_WORDS = 10
ELIDED_WORDS = 120
ELISIONS_MOST = 3
# Of what nobody said, so many passages that come near it.
NEAREST = 3
# They have two of its words at least, and this share of them: all speech has "the" and "and".
NEAREST_WORDS, NEAREST_SHARE = 2, 0.25
# And they are nearly as near as the nearest.
NEAR_ENOUGH = 0.6
# Few enough places to read what is said there.
FEW = 30


@dataclass(frozen=True, slots=True)
class _Voter:
    """A word of a quote that was said somewhere."""

    at: int
    weight: float
    numbers: Numbers


class QuoteSearch:
    """One quote in one language, or in one track of it."""

    def __init__(
        self, archive: Archive, language: str, quote: Quote, track: Track | None = None
    ) -> None:
        self._archive = archive
        self._language = language
        self._quote = quote
        self._track = track
        self._held: dict[str, Numbers] = {}

    def exact(self) -> list[Find]:
        """Where it stands word for word."""
        passage_of, length = self._archive.layout.passage_of, len(self._quote.words)
        return [Find(passage_of[n], range(n, n + length)) for n in self._exact_starts()]

    def _exact_starts(self) -> list[int]:
        words = self._quote.words
        rarest = sorted(range(len(words)), key=self._said.__getitem__)
        if not self._said[rarest[0]]:
            return []
        starts = [number - rarest[0] for number in self._numbers(words[rarest[0]])]
        for done, at in enumerate(rarest[1:], 1):
            if len(starts) <= FEW:
                return [start for start in starts if self._stands(start, rarest[done:])]
            starts = following(starts, self._numbers(words[at]), at)
        return starts

    def alike(self) -> list[Find]:
        """The places that were aligned, each once."""
        found = dict[int, Find]()
        for window in self._windows():
            alignment = align(self._quote, self._archive.forms(window))
            if alignment is not None:
                words = [window.start + word for word in alignment.words]
                passage = self._archive.layout.passage_of[words[0]]
                find = Find(passage, words, alignment.similarity, alignment, window.start)
                found.setdefault(words[0], find)
        return list(found.values())

    def nearest(self) -> list[Find]:
        """Passages that have the most of its rare words, if they have enough of its words."""
        layout = self._archive.layout
        weights: dict[int, float] = defaultdict(float)
        counts: Counter[int] = Counter()
        for voter in self._voters:
            for passage in layout.passages_of(voter.numbers):
                weights[passage] += voter.weight
                counts[passage] += 1
        least = max(NEAREST_WORDS, len({*self._quote.words}) * NEAREST_SHARE)
        near = [passage for passage, count in counts.items() if count >= least]
        enough = NEAR_ENOUGH * max((weights[passage] for passage in near), default=0)
        near = [passage for passage in near if weights[passage] >= enough]
        best = nsmallest(NEAREST, near, key=lambda passage: (-weights[passage], passage))
        return [Find(p, self._voters_in(layout.words_of(p)), weights[p]) for p in best]

    def _stands(self, start: int, steps: Sequence[int]) -> bool:
        """Do the words of these places of the quote stand where it would have them?"""
        words, track = self._quote.words, self._archive.layout.track_at(start)
        if start < track.words.start or start + len(words) > track.words.stop:
            return False
        forms = self._archive.forms(range(start, start + len(words)))
        return all(words[step] in forms[step] for step in steps)

    def _windows(self) -> list[range]:
        """The stretches of words where the quote could be, the most likely ones."""
        voters = self._voters
        votes: dict[int, float] = defaultdict(float)
        for voter in voters:
            for bucket in {(number - voter.at) // BUCKET for number in voter.numbers}:
                votes[bucket] += voter.weight
        likely = sorted(votes, key=lambda bucket: (-votes[bucket], bucket))[: 4 * CANDIDATES]
        windows = dict.fromkeys(self._window(bucket * BUCKET) for bucket in likely)
        return sorted(windows, key=lambda window: -self._weight(window))[:CANDIDATES]

    def _window(self, start: int) -> range:
        """The words around a place where the quote could begin, all of one track."""
        elided = ELIDED_WORDS * min(len(self._quote.elisions), ELISIONS_MOST)
        margin = MARGIN_WORDS + len(self._quote.words) // 3 + elided
        words = self._archive.layout.track_at(start + BUCKET).words
        stop = start + BUCKET + len(self._quote.words) + margin
        return range(max(words.start, start - margin), min(words.stop, stop))

    def _weight(self, window: range) -> float:
        return sum(voter.weight for voter in self._voters if len(within(voter.numbers, window)))

    def _voters_in(self, words: range) -> list[int]:
        return sorted({n for voter in self._voters for n in within(voter.numbers, words)})

    @cached_property
    def _voters(self) -> list[_Voter]:
        """The rarest words of the quote that are said at all."""
        places = sorted(
            (at for at, said in enumerate(self._said) if said), key=self._said.__getitem__
        )
        voters, spent = list[_Voter](), 0
        for at in places[:VOTERS_MOST]:
            spent += self._said[at]
            if len(voters) >= VOTERS_LEAST and spent > VOTES_MOST:
                break
            weight = 1 / (1 + log(1 + self._said[at]))
            voters.append(_Voter(at, weight, self._numbers(self._quote.words[at])))
        return voters

    @cached_property
    def _said(self) -> list[int]:
        """How often each word of the quote is said."""
        if self._track is not None:
            return [len(self._numbers(form)) for form in self._quote.words]
        known = {form: self._archive.frequency(self._language, form) for form in self._quote.words}
        return [known[form] for form in self._quote.words]

    def _numbers(self, form: str) -> Numbers:
        if form not in self._held:
            self._held[form] = (
                self._archive.numbers(self._language, form) if self._track is None
                else self._archive.numbers_in(self._track, form)
            )  # fmt: skip
        return self._held[form]
