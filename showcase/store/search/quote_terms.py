"""The words of a quote: where each occurs, and which of them vote for where the quote could be."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from showcase.core.quotes.quote import Quote
from showcase.core.text.positions import WordPositions, keep_followed_starts
from showcase.core.text.tokenizer import is_unspaced
from showcase.store.search.numbering import NumberedTrack
from showcase.store.search.reader import IndexReader

# The rarest words of a quote vote for where it could be: at most this many, as long as they do not occur more
# often than MAX_VOTES together, but three in any case.
MAX_VOTERS = 12
MAX_VOTES = 8_000
MIN_VOTERS = 3
# A word that occurs more often than this votes only together with the next one; so does a character of a
# script without spaces.
MAX_SINGLE_WORD_POSITIONS = 1_000
# A distinctive word is at most one in this many of all words, or among the rarer half of the quote's voters.
WORDS_PER_DISTINCTIVE_WORD = 150


@dataclass(frozen=True, slots=True)
class Voter:
    """A word of a quote that occurs in the archive.

    Attributes:
        quote_index: its index in the quote.
        weight: higher for a rare word, at most 1.
        positions: where it occurs, as numbers of words in the archive.
    """

    quote_index: int
    weight: float
    positions: WordPositions


class QuoteTerms:
    """The words of one quote in one language, or in one track of it."""

    def __init__(
        self, reader: IndexReader, language: str, quote: Quote, track: NumberedTrack | None = None
    ) -> None:
        self._reader = reader
        self._language = language
        self._quote = quote
        self._track = track
        self._positions_by_form: dict[str, WordPositions] = {}

    @cached_property
    def occurrence_counts(self) -> Sequence[int]:
        """How often each word of the quote occurs; in a whole language as the lexicon counts it."""
        if self._track is not None:
            return [len(self.positions(at)) for at in range(len(self._quote.words))]
        counts = self._reader.lexicon.counts(self._language)
        return [counts.get(form, 0) for form in self._quote.words]

    def positions(self, quote_index: int) -> WordPositions:
        """Where the word at an index of the quote occurs."""
        form = self._quote.words[quote_index]
        if form not in self._positions_by_form:
            self._positions_by_form[form] = (
                self._reader.positions(self._language, form) if self._track is None
                else self._reader.positions_in_track(self._track, form)
            )  # fmt: skip
        return self._positions_by_form[form]

    @cached_property
    def voters(self) -> Sequence[Voter]:
        """The rarest words that occur at all, the rarest first."""
        known = sorted(
            (at for at, count in enumerate(self.occurrence_counts) if count),
            key=self.occurrence_counts.__getitem__,
        )
        voters, votes = list[Voter](), 0
        for at in known[:MAX_VOTERS]:
            if not (numbers := self._vote_positions(at)):
                continue
            votes += len(numbers)
            if len(voters) >= MIN_VOTERS and votes > MAX_VOTES:
                break
            weight = 1 / (1 + log(1 + self._reader.lexicon.count(self._quote.words[at])))
            voters.append(Voter(at, weight, numbers))
        return voters

    @cached_property
    def distinctive_voters(self) -> Sequence[Voter]:
        """The voters with distinctive words, each word once: without those that all speech has."""
        most = len(self._reader.numbering.passage_by_word) // WORDS_PER_DISTINCTIVE_WORD
        by_word = {self._quote.words[voter.quote_index]: voter for voter in self.voters}
        rarer = (len(by_word) + 1) // 2
        return [
            voter
            for place, voter in enumerate(by_word.values())
            if place < rarer or len(voter.positions) <= most
        ]

    def _vote_positions(self, at: int) -> WordPositions:
        """Where a word votes: where it occurs, or where it occurs with the next one if it is too frequent."""
        pair = self._quote.words[at : at + 2]
        numbers = self.positions(at)
        is_rare = len(numbers) <= MAX_SINGLE_WORD_POSITIONS and not is_unspaced(pair[0])
        if is_rare or len(pair) == 1 or at + 1 in self._quote.elisions:
            return numbers
        together = keep_followed_starts(numbers, self.positions(at + 1), 1)
        return together or (numbers if len(numbers) <= MAX_SINGLE_WORD_POSITIONS else ())
