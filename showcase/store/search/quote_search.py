"""Quote search in one language: where a quote was said word for word, or most similarly."""

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

# Each occurrence of a rare word of the quote votes for the place where the quote would begin; a word that is
# missing or added shifts that a little, so votes are counted in buckets of this size.
BUCKET_WORDS = 8
# Buckets that become windows, in each language; windows that are aligned word by word although they are less
# likely than the likeliest, and the share of its weight that they need.
MAX_BUCKETS = 60
MAX_NEAR_BEST_WINDOWS = 6
MIN_SHARE_OF_BEST_WINDOW = 0.6
# A window with a smaller share of the weight of all voters cannot be similar enough.
MIN_RARE_WORD_SHARE = 0.3
# What is said again and again is equally likely in many windows; this many words of windows are aligned in
# all.
MAX_ALIGNED_WORDS = 2_000
# A long text with a smaller share of distinct words is no quote, and could be aligned in endless ways.
LONG_QUOTE_WORDS, MIN_DISTINCT_WORD_SHARE = 20, 0.25
# A window is larger than the quote by this many words on each side, and more for each ellipsis, up to two.
MARGIN_WORDS = 10
WORDS_PER_ELISION = 120
MAX_ELISIONS = 2
# Passages in a "nearest" answer.
MAX_NEAREST_PASSAGES = 3
# The nearest passages have at least two words of the quote, and this share of its distinct words: all speech
# has "the" and "and".
MIN_NEAREST_WORDS, MIN_NEAREST_WORD_SHARE = 2, 0.25
# Their weight is at least this share of that of the nearest.
MIN_SHARE_OF_NEAREST = 0.6
# With this many possible starts or fewer it is faster to read the passages than to read more postings.
MAX_VERIFIED_STARTS = 30


@dataclass(frozen=True, slots=True)
class QuoteWindow:
    """Words where a quote could be.

    Attributes:
        search: the search that found them.
        words: their numbers.
        weight: how likely it is: the weights of the voters that occur there.
        votes: the weights of the voters that agree on the word where the quote begins; this tells windows of
            equal weight apart, of which a quote with an ellipsis has many, since they are wide.
    """

    search: "QuoteSearch"
    words: range
    weight: float
    votes: float


class QuoteSearch:
    """One quote in one language, or in one track of it."""

    def __init__(
        self, reader: IndexReader, language: str, quote: Quote, track: NumberedTrack | None = None
    ) -> None:
        self._reader = reader
        self._quote = quote
        self._terms = QuoteTerms(reader, language, quote, track)

    def exact_candidates(self) -> list[Candidate]:
        """Where the quote was said word for word."""
        passage_of, length = self._reader.numbering.passage_by_word, len(self._quote.words)
        return [Candidate(passage_of[n], range(n, n + length)) for n in self._exact_starts()]

    def _exact_starts(self) -> list[int]:
        terms = self._terms
        rarest = sorted(
            range(len(terms.occurrence_counts)), key=terms.occurrence_counts.__getitem__
        )
        if not terms.occurrence_counts[rarest[0]]:
            return []
        starts = [number - rarest[0] for number in terms.positions(rarest[0])]
        for done, at in enumerate(rarest[1:], 1):
            if len(starts) <= MAX_VERIFIED_STARTS:
                return [start for start in starts if self._matches_at(start, rarest[done:])]
            starts = keep_followed_starts(starts, terms.positions(at), at)
        return starts

    def windows(self) -> list[QuoteWindow]:
        """The likeliest windows; the places where the quote would begin are apart from one another."""
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
        windows = [self._window_around(bucket * BUCKET_WORDS, votes[bucket]) for bucket in apart]
        return [window for window in windows if window.words and window.weight >= least]

    @property
    def _has_enough_distinct_words(self) -> bool:
        words = self._quote.words
        return (
            len(words) <= LONG_QUOTE_WORDS or len({*words}) >= len(words) * MIN_DISTINCT_WORD_SHARE
        )

    def align_to(self, words: range) -> Candidate | None:
        """The quote aligned with these words; None if they are not similar enough."""
        alignment = align(self._quote, self._reader.forms(words))
        if alignment is None or not is_similar_enough(alignment):
            return None
        matched = [words.start + word for word in alignment.words]
        passage = self._reader.numbering.passage_by_word[matched[0]]
        return Candidate(passage, matched, alignment.similarity, alignment, words.start)

    def nearest_candidates(self) -> list[Candidate]:
        """The passages with the most of the quote's rare words, if they have enough of its words."""
        numbering = self._reader.numbering
        weights: dict[int, float] = defaultdict(float)
        counts: Counter[int] = Counter()
        for voter in self._terms.distinctive_voters:
            for passage in numbering.passages_for_words(voter.positions):
                weights[passage] += voter.weight
                counts[passage] += 1
        least = max(MIN_NEAREST_WORDS, len({*self._quote.words}) * MIN_NEAREST_WORD_SHARE)
        found = [passage for passage, count in counts.items() if count >= least]
        enough = MIN_SHARE_OF_NEAREST * max((weights[passage] for passage in found), default=0)
        found = [passage for passage in found if weights[passage] >= enough]
        best = nsmallest(
            MAX_NEAREST_PASSAGES, found, key=lambda passage: (-weights[passage], passage)
        )
        return [
            Candidate(p, self._distinctive_words_in(numbering.word_range(p)), weights[p])
            for p in best
        ]

    def _matches_at(self, start: int, indexes: Sequence[int]) -> bool:
        """Were the words at these indexes of the quote said there, if the quote begins at word `start`?"""
        words, track = self._quote.words, self._reader.numbering.track_for_word(start)
        if start < track.words.start or start + len(words) > track.words.stop:
            return False
        forms = self._reader.forms(range(start, start + len(words)))
        return all(words[index] in forms[index] for index in indexes)

    def _window_around(self, start: int, votes: float) -> QuoteWindow:
        """The window around a place where the quote could begin; all of one track."""
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
        return QuoteWindow(self, around, weight, votes)

    def _distinctive_words_in(self, words: range) -> list[int]:
        return sorted(
            {
                n
                for voter in self._terms.distinctive_voters
                for n in positions_in_range(voter.positions, words)
            }
        )


def most_similar_candidates(searches: Sequence[QuoteSearch]) -> list[Candidate]:
    """Where a quote was said in other words: the most similar place, or all that are equally similar."""
    windows = [window for search in searches for window in search.windows()]
    found = [
        candidate
        for window in _likeliest_windows(windows)
        if (candidate := window.search.align_to(window.words))
    ]
    best = max((candidate.score for candidate in found), default=0.0)
    # Two windows may contain the same place.
    equal = {candidate.words[0]: candidate for candidate in found if candidate.score == best}
    return list(equal.values())


def _likeliest_windows(windows: Iterable[QuoteWindow]) -> list[QuoteWindow]:
    """A few of the likeliest windows, and all that are as likely as the first, up to MAX_ALIGNED_WORDS."""
    ordered = sorted(windows, key=lambda w: (-w.weight, -w.votes, w.words.start))
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
