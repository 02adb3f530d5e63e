"""The words of a quote: where each is said, and which of them say where the quote could be."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from showcase.core.quotes.matcher import Quote
from showcase.core.search.positions import Numbers, following
from showcase.core.text.tokenizer import is_unspaced
from showcase.store.search.numbering import Track
from showcase.store.search.reader import Archive

# A quote's rarest words say where it could be; common ones say everywhere. So many of them vote, as long as
# together they are not said more often than that.
VOTERS_MOST = 12
VOTES_MOST = 8_000
VOTERS_LEAST = 3
# A word that is said more often says too little alone; so does a character of a script without spaces.
ALONE_MOST = 1_000
# A word that tells something is at most one in so many of all words, or rarer than half of the quote's.
TELLING_ONE_IN = 150


@dataclass(frozen=True, slots=True)
class Voter:
    """A word of a quote that is said somewhere.

    Attributes:
        at: its place in the quote.
        weight: more for a rare word, at most 1.
        numbers: where it is said.
    """

    at: int
    weight: float
    numbers: Numbers


class QuoteWords:
    """The words of one quote in one language, or in one track of it."""

    def __init__(
        self, archive: Archive, language: str, quote: Quote, track: Track | None = None
    ) -> None:
        self._archive = archive
        self._language = language
        self._quote = quote
        self._track = track
        self._held: dict[str, Numbers] = {}

    @cached_property
    def said(self) -> Sequence[int]:
        """About how often each is said."""
        if self._track is not None:
            return [len(self.numbers(at)) for at in range(len(self._quote.words))]
        counts = self._archive.lexicon.counts(self._language)
        return [counts.get(form, 0) for form in self._quote.words]

    def numbers(self, at: int) -> Numbers:
        """Where the word at a place of the quote is said."""
        form = self._quote.words[at]
        if form not in self._held:
            self._held[form] = (
                self._archive.numbers(self._language, form) if self._track is None
                else self._archive.numbers_in(self._track, form)
            )  # fmt: skip
        return self._held[form]

    @cached_property
    def voters(self) -> Sequence[Voter]:
        """The rarest words that are said at all."""
        known = sorted((at for at, said in enumerate(self.said) if said), key=self.said.__getitem__)
        voters, spent = list[Voter](), 0
        for at in known[:VOTERS_MOST]:
            if not (numbers := self._voice_of(at)):
                continue
            spent += len(numbers)
            if len(voters) >= VOTERS_LEAST and spent > VOTES_MOST:
                break
            weight = 1 / (1 + log(1 + self._archive.lexicon.count(self._quote.words[at])))
            voters.append(Voter(at, weight, numbers))
        return voters

    @cached_property
    def telling(self) -> Sequence[Voter]:
        """The words that tell something, each once: not those that all speech is made of."""
        most = len(self._archive.layout.passage_of) // TELLING_ONE_IN
        different = {self._quote.words[voter.at]: voter for voter in self.voters}
        rarer = (len(different) + 1) // 2
        return [
            voter
            for place, voter in enumerate(different.values())
            if place < rarer or len(voter.numbers) <= most
        ]

    def _voice_of(self, at: int) -> Numbers:
        """Where a word is said; one that says too little votes with the word behind it."""
        pair = self._quote.words[at : at + 2]
        numbers = self.numbers(at)
        telling = len(numbers) <= ALONE_MOST and not is_unspaced(pair[0])
        if telling or len(pair) == 1 or at + 1 in self._quote.elisions:
            return numbers
        together = following(numbers, self.numbers(at + 1), 1)
        return together or (numbers if len(numbers) <= ALONE_MOST else ())
