"""An archive to measure: a snapshot that is searched as on the site, and its transcripts to compare."""

import random
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from benchmarks.search.building import Built
from benchmarks.search.folders import Track
from benchmarks.search.quoted import (
    MAX_QUOTE_WORDS,
    MIN_QUOTE_WORDS,
    Quoted,
    cut_quote,
    sentence_starts,
    words_from,
)
from showcase.core.search.results import Answer
from showcase.core.search.search_request import SearchRequest
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.transcript import Transcript
from showcase.store.snapshots.library import Library

# Shorter transcripts are titles and tests, not speech.
MIN_SPEECH_WORDS = 60
# A quote of two sentences, for sentences in the wrong order.
TWO = 2
MAX_TRIES = 200
# Transcripts that other words are taken from.
SAMPLED_TRANSCRIPTS = 10


class Archive:
    """A snapshot that is measured, and the same snapshot opened again, so that reading it warms no cache."""

    def __init__(
        self, name: str, tracks: Sequence[Track], transcripts: Path, state: Path, built: Built
    ) -> None:
        """Open the snapshot of `transcripts` in `state`; `built` says what building it cost."""
        self.name = name
        self.tracks = tracks
        self.built = built
        self._measured = Library(transcripts, state)
        self._reference = Library(transcripts, state)
        self._spoken = [track for track in tracks if track.cues]
        self._words: dict[str, tuple[str, ...]] = {}
        self._weights = [track.cues for track in self._spoken]

    @property
    def cues(self) -> int:
        """How many cues all tracks have."""
        return sum(track.cues for track in self.tracks)

    def close(self) -> None:
        """Release files and memory."""
        self._measured.close()
        self._reference.close()

    def search(self, request: SearchRequest) -> Answer:
        """Search as the site does."""
        return self._measured.snapshot().search(request)

    def transcript(self, slug: str, language: str) -> Transcript:
        """The transcript of a video, without warming what is measured."""
        return self._reference.snapshot().transcript(slug, language)

    def passages(self, slug: str, language: str) -> tuple[Passage, ...]:
        """The passages of a video."""
        return self._reference.snapshot().passages(slug, language)

    def is_spoken(self) -> bool:
        """True if quotes can be taken from it."""
        said = (self.transcript(track.slug, track.language) for track in self._spoken)
        return any(map(_is_speech, said))

    def any_transcript(self, rng: random.Random) -> tuple[str, Transcript]:
        """The slug and transcript of a random video; long ones are more frequent.

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

    def quote(self, rng: random.Random) -> Quoted:
        """A random quote of 5 to 40 words."""
        slug, transcript = self.any_transcript(rng)
        count = rng.randint(MIN_QUOTE_WORDS, MAX_QUOTE_WORDS)
        last = len(transcript.words) - len(words_from(transcript, 0, count))
        return cut_quote(
            slug, transcript, words_from(transcript, rng.randint(0, max(0, last)), count)
        )

    def two_sentences(self, rng: random.Random) -> Quoted:
        """A random quote of two whole sentences; any words where sentences have no marks."""
        for _ in range(MAX_TRIES):
            slug, transcript = self.any_transcript(rng)
            first = rng.randrange(len(transcript.words))
            around = words_from(transcript, first, 2 * MAX_QUOTE_WORDS)
            quote = cut_quote(slug, transcript, around)
            starts = sentence_starts(quote.pieces)[: TWO + 1]
            if len(starts) > TWO and MIN_QUOTE_WORDS <= starts[TWO] - starts[0] <= MAX_QUOTE_WORDS:
                return _part(quote, starts[0], starts[TWO])
        return self.quote(rng)

    def words(self, language: str) -> tuple[str, ...]:
        """Words of a language as they are written, from a sample of its transcripts."""
        if language not in self._words:
            tracks = [track for track in self._spoken if track.language == language]
            chosen = tracks[:: max(1, len(tracks) // SAMPLED_TRANSCRIPTS)]
            self._words[language] = tuple(chain.from_iterable(map(self._written, chosen)))
        return self._words[language]

    def _written(self, track: Track) -> tuple[str, ...]:
        transcript = self.transcript(track.slug, track.language)
        return cut_quote(track.slug, transcript, range(len(transcript.words))).pieces


def _is_speech(transcript: Transcript) -> bool:
    """True if it has more than the words that are needed."""
    return len(words_from(transcript, 0, MIN_SPEECH_WORDS + 1)) < len(transcript.words)


def _part(quote: Quoted, first: int, stop: int) -> Quoted:
    return Quoted(quote.video, quote.language, quote.pieces[first:stop], quote.spans[first:stop])
