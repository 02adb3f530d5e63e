"""The words of a quote: where each is said, and which of them say where the quote could be."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from showcase.core.quotes.quote import Quote
from showcase.core.text.positions import WordPositions, keep_followed_starts
from showcase.core.text.tokenizer import is_unspaced
from showcase.store.search.numbering import NumberedTrack
from showcase.store.search.reader import IndexReader

# A quote's rarest words say where it could be; common ones say everywhere. So many of them vote, as long as
# together they are not said more often than that.
MAX_VOTERS = 12
MAX_VOTES = 8_000
MIN_VOTERS = 3
# A word that is said more often says too little alone; so does a character of a script without spaces.
MAX_SINGLE_WORD_POSITIONS = 1_000
# A word that tells something is at most one in so many of all words, or rarer than half of the quote's.
WORDS_PER_DISTINCTIVE_WORD = 150


@dataclass(frozen=True, slots=True)
class Voter:
    """A word of a quote that is said somewhere.

    Attributes:
        quote_index: its place in the quote.
        weight: more for a rare word, at most 1.
        positions: where it is said.
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
        """About how often each is said."""
        if self._track is not None:
            return [len(self.positions(at)) for at in range(len(self._quote.words))]
        counts = self._reader.lexicon.counts(self._language)
        return [counts.get(form, 0) for form in self._quote.words]

    def positions(self, quote_index: int) -> WordPositions:
        """Where the word at a place of the quote is said."""
        form = self._quote.words[quote_index]
        if form not in self._positions_by_form:
            self._positions_by_form[form] = (
                self._reader.positions(self._language, form) if self._track is None
                else self._reader.positions_in_track(self._track, form)
            )  # fmt: skip
        return self._positions_by_form[form]

    @cached_property
    def voters(self) -> Sequence[Voter]:
        """The rarest words that are said at all."""
        known = sorted(
            (at for at, said in enumerate(self.occurrence_counts) if said),
            key=self.occurrence_counts.__getitem__,
        )
        voters, spent = list[Voter](), 0
        for at in known[:MAX_VOTERS]:
            if not (numbers := self._vote_positions(at)):
                continue
            spent += len(numbers)
            if len(voters) >= MIN_VOTERS and spent > MAX_VOTES:
                break
            weight = 1 / (1 + log(1 + self._reader.lexicon.count(self._quote.words[at])))
            voters.append(Voter(at, weight, numbers))
        return voters

    @cached_property
    def distinctive_voters(self) -> Sequence[Voter]:
        """The words that tell something, each once: not those that all speech is made of."""
        most = len(self._reader.numbering.passage_by_word) // WORDS_PER_DISTINCTIVE_WORD
        different = {self._quote.words[voter.quote_index]: voter for voter in self.voters}
        rarer = (len(different) + 1) // 2
        return [
            voter
            for place, voter in enumerate(different.values())
            if place < rarer or len(voter.positions) <= most
        ]

    def _vote_positions(self, at: int) -> WordPositions:
        """Where a word is said; one that says too little votes with the word behind it."""
        pair = self._quote.words[at : at + 2]
        numbers = self.positions(at)
        telling = len(numbers) <= MAX_SINGLE_WORD_POSITIONS and not is_unspaced(pair[0])
        if telling or len(pair) == 1 or at + 1 in self._quote.elisions:
            return numbers
        together = keep_followed_starts(numbers, self.positions(at + 1), 1)
        return together or (numbers if len(numbers) <= MAX_SINGLE_WORD_POSITIONS else ())
