"""An archive to be measured: a real snapshot, asked as the site asks it, and the truth about its words."""

import random
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from benchmarks.search.building import Built
from benchmarks.search.folders import Track
from benchmarks.search.quoted import (
    LONGEST,
    SHORTEST,
    Quoted,
    cut_quote,
    sentence_starts,
    words_from,
)
from showcase.core.search.request import Question
from showcase.core.search.results import Answer
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.transcript import Transcript
from showcase.store.snapshots.library import Library

# Shorter transcripts are titles and tests, not speech.
WORDS_LEAST = 60
# Two sentences of a quote that is told in the wrong order.
TWO = 2
TRIES = 200
# To take other words from.
TRANSCRIPTS = 10


class Archive:
    """A snapshot, and the same snapshot again to look words up without warming what is measured."""

    def __init__(
        self, name: str, tracks: Sequence[Track], transcripts: Path, state: Path, built: Built
    ) -> None:
        """Open the snapshot of `transcripts` in `state`; `built` is what it took to build it."""
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
        """Give files and memory back."""
        self._asked.close()
        self._truth.close()

    def search(self, question: Question) -> Answer:
        """Ask as the site does."""
        return self._asked.snapshot().search(question)

    def transcript(self, slug: str, language: str) -> Transcript:
        """What is said in a video."""
        return self._truth.snapshot().transcript(slug, language)

    def passages(self, slug: str, language: str) -> tuple[Passage, ...]:
        """How it is cut into passages."""
        return self._truth.snapshot().passages(slug, language)

    def is_spoken(self) -> bool:
        """Can quotes be taken from it?"""
        said = (self.transcript(track.slug, track.language) for track in self._spoken)
        return any(map(_is_speech, said))

    def any_transcript(self, rng: random.Random) -> tuple[str, Transcript]:
        """A video and what is said in it; long ones come more often.

        Raises:
            LookupError: nobody speaks long enough in this archive.
        """
        for _ in range(TRIES):
            (track,) = rng.choices(self._spoken, self._weights) if self._spoken else (None,)
            if track is None:
                break
            transcript = self.transcript(track.slug, track.language)
            if _is_speech(transcript):
                return track.slug, transcript
        message = f"{self.name} has no transcript of {WORDS_LEAST} words"
        raise LookupError(message)

    def quote(self, rng: random.Random) -> Quoted:
        """Any 5 to 40 words that were said together."""
        slug, transcript = self.any_transcript(rng)
        count = rng.randint(SHORTEST, LONGEST)
        last = len(transcript.words) - len(words_from(transcript, 0, count))
        return cut_quote(
            slug, transcript, words_from(transcript, rng.randint(0, max(0, last)), count)
        )

    def two_sentences(self, rng: random.Random) -> Quoted:
        """Two whole sentences that follow one another; where nobody marks sentences, any words."""
        for _ in range(TRIES):
            slug, transcript = self.any_transcript(rng)
            first = rng.randrange(len(transcript.words))
            around = words_from(transcript, first, 2 * LONGEST)
            quote = cut_quote(slug, transcript, around)
            starts = sentence_starts(quote.pieces)[: TWO + 1]
            if len(starts) > TWO and SHORTEST <= starts[TWO] - starts[0] <= LONGEST:
                return _part(quote, starts[0], starts[TWO])
        return self.quote(rng)

    def words(self, language: str) -> tuple[str, ...]:
        """Words that are said in a language, as they are written; of some of its transcripts."""
        if language not in self._words:
            tracks = [track for track in self._spoken if track.language == language]
            chosen = tracks[:: max(1, len(tracks) // TRANSCRIPTS)]
            self._words[language] = tuple(chain.from_iterable(map(self._written, chosen)))
        return self._words[language]

    def _written(self, track: Track) -> tuple[str, ...]:
        transcript = self.transcript(track.slug, track.language)
        return cut_quote(track.slug, transcript, range(len(transcript.words))).pieces


def _is_speech(transcript: Transcript) -> bool:
    """Has it words enough? One more than would do."""
    return len(words_from(transcript, 0, WORDS_LEAST + 1)) < len(transcript.words)


def _part(quote: Quoted, first: int, stop: int) -> Quoted:
    return Quoted(quote.video, quote.language, quote.pieces[first:stop], quote.spans[first:stop])
