"""Where a quote stands in one language: word for word, or most alike."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import accumulate

from showcase.core.quotes.alignment import align
from showcase.core.quotes.matcher import is_similar_enough
from showcase.core.quotes.quote import Quote
from showcase.core.text.positions import keep_followed_starts, positions_in_range
from showcase.store.search.candidates import Candidate
from showcase.store.search.numbering import NumberedTrack
from showcase.store.search.quote_terms import QuoteTerms
from showcase.store.search.reader import IndexReader

# Words of a quote that were said vote for where it begins; some left out or added shift that a little.
BUCKET_WORDS = 8
# So many buckets are looked at in each language, and so many of the best places are aligned word by word, as
# long as they are nearly as likely as the likeliest: with half of its rare words, say, where that has all.
MAX_BUCKETS = 60
MAX_NEAR_BEST_WINDOWS = 6
MIN_SHARE_OF_BEST_WINDOW = 0.6
# With less than this share of its rare words a place cannot be similar enough.
MIN_RARE_WORD_SHARE = 0.3
# What is said again and again is equally likely in many places: in so many words in all it is looked for.
MAX_ALIGNED_WORDS = 2_000
# Many words of which few are different are no quote; there is no end to the ways to lay them.
LONG_QUOTE_WORDS, MIN_DISTINCT_WORD_SHARE = 20, 0.25
# Around a place this many words more are looked at, and so many for each ellipsis, up to so many of them.
MARGIN_WORDS = 10
WORDS_PER_ELISION = 120
MAX_ELISIONS = 2
# Of what nobody said, so many passages that come near it.
MAX_NEAREST_PASSAGES = 3
# They have two of its words at least, and this share of them: all speech has "the" and "and".
MIN_NEAREST_WORDS, MIN_NEAREST_WORD_SHARE = 2, 0.25
# And they are nearly as near as the nearest.
MIN_SHARE_OF_NEAREST = 0.6
# Few enough places to read what is said there.
MAX_VERIFIED_STARTS = 30


@dataclass(frozen=True, slots=True)
class QuoteWindow:
    """A stretch of words where a quote could be, and how likely that is."""

    search: "QuoteSearch"
    words: range
    weight: float


class QuoteSearch:
    """One quote in one language, or in one track of it."""

    def __init__(
        self, reader: IndexReader, language: str, quote: Quote, track: NumberedTrack | None = None
    ) -> None:
        self._reader = reader
        self._quote = quote
        self._terms = QuoteTerms(reader, language, quote, track)

    def exact_candidates(self) -> list[Candidate]:
        """Where it stands word for word."""
        passage_of, length = self._reader.numbering.passage_by_word, len(self._quote.words)
        return [Candidate(passage_of[n], range(n, n + length)) for n in self._exact_starts()]

    def _exact_starts(self) -> list[int]:
        words = self._terms
        rarest = sorted(
            range(len(words.occurrence_counts)), key=words.occurrence_counts.__getitem__
        )
        if not words.occurrence_counts[rarest[0]]:
            return []
        starts = [number - rarest[0] for number in words.positions(rarest[0])]
        for done, at in enumerate(rarest[1:], 1):
            if len(starts) <= MAX_VERIFIED_STARTS:
                return [start for start in starts if self._matches_at(start, rarest[done:])]
            starts = keep_followed_starts(starts, words.positions(at), at)
        return starts

    def windows(self) -> list[QuoteWindow]:
        """The stretches of words where it could be, the likeliest ones, apart from one another."""
        if not self._has_enough_distinct_words:
            return []
        votes: dict[int, float] = defaultdict(float)
        for voter in self._terms.voters:
            for bucket in {
                (number - voter.quote_index) // BUCKET_WORDS for number in voter.positions
            }:
                votes[bucket] += voter.weight
        apart: list[int] = []
        for bucket in nsmallest(MAX_BUCKETS, votes, key=lambda bucket: (-votes[bucket], bucket)):
            if all(abs(bucket - other) > 1 for other in apart):
                apart.append(bucket)
        least = MIN_RARE_WORD_SHARE * sum(voter.weight for voter in self._terms.voters)
        windows = [self._window_around(bucket * BUCKET_WORDS) for bucket in apart]
        return [window for window in windows if window.words and window.weight >= least]

    @property
    def _has_enough_distinct_words(self) -> bool:
        words = self._quote.words
        return (
            len(words) <= LONG_QUOTE_WORDS or len({*words}) >= len(words) * MIN_DISTINCT_WORD_SHARE
        )

    def align_to(self, words: range) -> Candidate | None:
        """The quote laid on these words, if that is what was said there."""
        alignment = align(self._quote, self._reader.forms(words))
        if alignment is None or not is_similar_enough(alignment):
            return None
        answers = [words.start + word for word in alignment.words]
        passage = self._reader.numbering.passage_by_word[answers[0]]
        return Candidate(passage, answers, alignment.similarity, alignment, words.start)

    def nearest_candidates(self) -> list[Candidate]:
        """Passages that have the most of its rare words, if they have enough of its words."""
        numbering = self._reader.numbering
        weights: dict[int, float] = defaultdict(float)
        counts: Counter[int] = Counter()
        for voter in self._terms.distinctive_voters:
            for passage in numbering.passages_for_words(voter.positions):
                weights[passage] += voter.weight
                counts[passage] += 1
        least = max(MIN_NEAREST_WORDS, len({*self._quote.words}) * MIN_NEAREST_WORD_SHARE)
        near = [passage for passage, count in counts.items() if count >= least]
        enough = MIN_SHARE_OF_NEAREST * max((weights[passage] for passage in near), default=0)
        near = [passage for passage in near if weights[passage] >= enough]
        best = nsmallest(
            MAX_NEAREST_PASSAGES, near, key=lambda passage: (-weights[passage], passage)
        )
        return [
            Candidate(p, self._distinctive_words_in(numbering.word_range(p)), weights[p])
            for p in best
        ]

    def _matches_at(self, start: int, steps: Sequence[int]) -> bool:
        """Do the words of these places of the quote stand where it would have them?"""
        words, track = self._quote.words, self._reader.numbering.track_for_word(start)
        if start < track.words.start or start + len(words) > track.words.stop:
            return False
        forms = self._reader.forms(range(start, start + len(words)))
        return all(words[step] in forms[step] for step in steps)

    def _window_around(self, start: int) -> QuoteWindow:
        """The words around a place where the quote could begin, all of one track."""
        elided = WORDS_PER_ELISION * min(len(self._quote.elisions), MAX_ELISIONS)
        margin = MARGIN_WORDS + len(self._quote.words) // 3 + elided
        words = self._reader.numbering.track_for_word(start + BUCKET_WORDS).words
        stop = start + BUCKET_WORDS + len(self._quote.words) + margin
        around = range(max(words.start, start - margin), min(words.stop, stop))
        weight = sum(
            voter.weight
            for voter in self._terms.voters
            if len(positions_in_range(voter.positions, around))
        )
        return QuoteWindow(self, around, weight)

    def _distinctive_words_in(self, words: range) -> list[int]:
        return sorted(
            {
                n
                for voter in self._terms.distinctive_voters
                for n in positions_in_range(voter.positions, words)
            }
        )


def most_similar_candidates(searches: Sequence[QuoteSearch]) -> list[Candidate]:
    """Where a quote was said in other words: the most similar place, or all that are equally so."""
    windows = [window for search in searches for window in search.windows()]
    found = [
        candidate
        for window in _likeliest_windows(windows)
        if (candidate := window.search.align_to(window.words))
    ]
    best = max((candidate.score for candidate in found), default=0.0)
    # Two windows may hold the same place.
    equal = {candidate.words[0]: candidate for candidate in found if candidate.score == best}
    return list(equal.values())


def _likeliest_windows(windows: Iterable[QuoteWindow]) -> list[QuoteWindow]:
    """A few of the likeliest, and all that are as likely as the likeliest, as far as time allows."""
    ordered = sorted(windows, key=lambda window: (-window.weight, window.words.start))
    if not ordered:
        return []
    best = ordered[0].weight
    likely = [
        window
        for number, window in enumerate(ordered)
        if window.weight
        >= (MIN_SHARE_OF_BEST_WINDOW if number < MAX_NEAR_BEST_WINDOWS else 1) * best
    ]
    words = accumulate(len(window.words) for window in likely)
    return [
        window for window, so_far in zip(likely, words, strict=True) if so_far <= MAX_ALIGNED_WORDS
    ]
