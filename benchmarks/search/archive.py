"""The archive that is measured: a real snapshot, searched as the site does, and what is really said in it."""

import random
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from benchmarks.search.building import BuildCost
from benchmarks.search.folders import Track
from benchmarks.search.source_quotes import (
    MAX_QUOTE_WORDS,
    MIN_QUOTE_WORDS,
    SourceQuote,
    cut_quote,
    sentence_starts,
    words_from,
)
from showcase.core.search.results import Answer
from showcase.core.search.search_request import SearchRequest
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.transcript import Transcript
from showcase.store.snapshots.library import Library

# Shorter transcripts are titles or test files, not speech.
MIN_SPEECH_WORDS = 60
# How many sentences a quote has that is typed in the wrong order.
SENTENCE_COUNT = 2
MAX_TRIES = 200
# The transcripts of a language that replacement words are taken from, about so many.
MAX_WORD_SOURCES = 10


class Archive:
    """A snapshot, opened twice: lookups in the second copy do not warm the caches of the measured one."""

    def __init__(
        self, name: str, tracks: Sequence[Track], transcripts: Path, state: Path, built: BuildCost
    ) -> None:
        """Open the snapshot.

        Args:
            name: in reports and messages.
            tracks: those that quotes can be taken from.
            transcripts: the folder of the videos' folders.
            state: the folder of the snapshot.
            built: what it took to build the snapshot.
        """
        self.name = name
        self.tracks = tracks
        self.built = built
        self._asked = Library(transcripts, state)
        self._truth = Library(transcripts, state)
        self._spoken = [track for track in tracks if track.cues]
        self._words: dict[str, tuple[str, ...]] = {}
        self._weights = [track.cues for track in self._spoken]

    @property
    def cues(self) -> int:
        """How many cues all tracks have."""
        return sum(track.cues for track in self.tracks)

    def close(self) -> None:
        """Close both copies."""
        self._asked.close()
        self._truth.close()

    def search(self, question: SearchRequest) -> Answer:
        """Search as the site does."""
        return self._asked.snapshot().search(question)

    def transcript(self, slug: str, language: str) -> Transcript:
        """The transcript of a video in one language."""
        return self._truth.snapshot().transcript(slug, language)

    def passages(self, slug: str, language: str) -> tuple[Passage, ...]:
        """The passages of that transcript."""
        return self._truth.snapshot().passages(slug, language)

    def is_spoken(self) -> bool:
        """Whether any of its transcripts is long enough to take quotes from."""
        said = (self.transcript(track.slug, track.language) for track in self._spoken)
        return any(map(_is_speech, said))

    def any_transcript(self, rng: random.Random) -> tuple[str, Transcript]:
        """The slug of a random video, and its transcript; long ones are drawn more often.

        Raises:
            LookupError: no transcript is long enough.
        """
        for _ in range(MAX_TRIES):
            (track,) = rng.choices(self._spoken, self._weights) if self._spoken else (None,)
            if track is None:
                break
            transcript = self.transcript(track.slug, track.language)
            if _is_speech(transcript):
                return track.slug, transcript
        message = f"{self.name} has no transcript of {MIN_SPEECH_WORDS} words"
        raise LookupError(message)

    def quote(self, rng: random.Random) -> SourceQuote:
        """Random 5 to 40 consecutive words."""
        slug, transcript = self.any_transcript(rng)
        count = rng.randint(MIN_QUOTE_WORDS, MAX_QUOTE_WORDS)
        last = len(transcript.words) - len(words_from(transcript, 0, count))
        return cut_quote(
            slug, transcript, words_from(transcript, rng.randint(0, max(0, last)), count)
        )

    def two_sentences(self, rng: random.Random) -> SourceQuote:
        """Two whole consecutive sentences; any words where no sentences are marked."""
        for _ in range(MAX_TRIES):
            slug, transcript = self.any_transcript(rng)
            at = rng.randrange(len(transcript.words))
            around = words_from(transcript, at, 2 * MAX_QUOTE_WORDS)
            quote = cut_quote(slug, transcript, around)
            starts = sentence_starts(quote.pieces)[: SENTENCE_COUNT + 1]
            if len(starts) <= SENTENCE_COUNT:
                continue
            first, stop = starts[0], starts[SENTENCE_COUNT]
            if MIN_QUOTE_WORDS <= stop - first <= MAX_QUOTE_WORDS:
                return _part(quote, first, stop)
        return self.quote(rng)

    def words(self, language: str) -> tuple[str, ...]:
        """The words of some transcripts of a language, as they are written, to replace others with."""
        if language not in self._words:
            tracks = [track for track in self._spoken if track.language == language]
            chosen = tracks[:: max(1, len(tracks) // MAX_WORD_SOURCES)]
            self._words[language] = tuple(chain.from_iterable(map(self._written, chosen)))
        return self._words[language]

    def _written(self, track: Track) -> tuple[str, ...]:
        transcript = self.transcript(track.slug, track.language)
        return cut_quote(track.slug, transcript, range(len(transcript.words))).pieces


def _is_speech(transcript: Transcript) -> bool:
    """Whether it has more than MIN_SPEECH_WORDS words."""
    return len(words_from(transcript, 0, MIN_SPEECH_WORDS + 1)) < len(transcript.words)


def _part(quote: SourceQuote, first: int, stop: int) -> SourceQuote:
    return SourceQuote(
        quote.video, quote.language, quote.pieces[first:stop], quote.spans[first:stop]
    )
