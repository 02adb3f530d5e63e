"""Generates an archive of talks that resemble speech: of any size, the same for the same seed.

Words follow the law of Zipf and Mandelbrot as they do in speech: the ten commonest are a fifth of all
words, the hundred commonest half of them. Some come in recurring chunks ("at the end of the day");
people hesitate, start again, mention years and names, and repeat their slogans. Several speakers take
turns; cues are cut without regard to sentences, as captions are.

Each talk is generated from its number alone, so an archive of a million cues needs no memory. Archives of
different seeds share their vocabulary, but not their sentences.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from benchmarks.search.vocabulary import (
    COMMAS,
    COMMON,
    DEFAULT_STOPS,
    FILLERS,
    NUMBERS,
    PEOPLE,
    STOPS,
    SYLLABLES,
    UNSPACED,
)
from showcase.core.captions.cues import Cue

# The languages of consecutive talks, so that a small archive has all of them too.
LANGUAGES = (
    "en", "es", "en", "ht", "en", "bn", "en", "es", "en", "ja",
    "en", "en", "ht", "es", "en", "en", "en", "es", "en", "ht",
)  # fmt: skip
RARE_WORDS = 30_000
ZIPF, MANDELBROT = 1.15, 5.0
COMPOUND_SHARE = 0.01  # of the words have a hyphen, as "made-up"
CHUNKS, CHUNK_SHARE = 4_000, 0.25
SLOGANS = 60
# Shares of all sentences.
REPEATED, WITH_FILLER, WITH_FALSE_START, WITH_NUMBER, WITH_NAME, WITH_COMMA = (
    0.04,
    0.15,
    0.05,
    0.1,
    0.06,
    0.4,
)
APPLAUSE = 0.005
WORDS_PER_CUE = 7.5
MS_PER_WORD = 380
# A longer cue has two lines, as broadcasters do.
MAX_LINE_CHARS = 42

Sentence = list[str]


@dataclass(frozen=True, slots=True)
class Talk:
    """A generated video: its slug, its language, its cues."""

    slug: str
    language: str
    cues: tuple[Cue, ...]


class _Speech:
    """How a language is spoken in an archive: its words, chunks, slogans, fillers and names."""

    def __init__(self, language: str, seed: int) -> None:
        self.language = language
        self._words, self._weights = _words(language)
        rng = _random(f"{language} {seed}")
        sizes = rng.choices((2, 3, 4), weights=(5, 3, 2), k=CHUNKS)
        self._chunks = [self._choose(rng, size) for size in sizes]
        self._chunk_weights = self._weights[:CHUNKS]
        self._slogans = [self._choose(rng, rng.randint(3, 8)) for _ in range(SLOGANS)]
        self._fillers = [filler.split() for filler in FILLERS[language].split("|")]
        self._people = [name.split() for name in PEOPLE[language].split("|")]
        numbers = NUMBERS.get(language, {str(n): "" for n in range(2, 100)})
        self._numbers = [word for pair in numbers.items() for word in pair if word]

    def _choose(self, rng: random.Random, count: int) -> Sentence:
        return rng.choices(self._words, cum_weights=self._weights, k=count)

    def sentence(self, rng: random.Random, said: list[Sentence]) -> Sentence:
        """The words of a sentence with punctuation; `said` are the talk's sentences so far, to repeat."""
        if rng.random() < REPEATED:
            words = list(rng.choice([*said[-200:], *self._slogans]))
        else:
            words = self._new(rng)
            said.append(words)
        return self._punctuated(words, rng)

    def _new(self, rng: random.Random) -> Sentence:
        length = max(3, int(rng.lognormvariate(2.4, 0.5)))
        words: Sentence = []
        while len(words) < length:
            if rng.random() < CHUNK_SHARE:
                words += rng.choices(self._chunks, cum_weights=self._chunk_weights)[0]
            else:
                words += self._choose(rng, 2)
        return self._spoken(words, rng)

    def _spoken(self, words: Sentence, rng: random.Random) -> Sentence:
        """Add what spontaneous speech has: a number, a name, a false start, a filler."""
        at = rng.randrange(len(words))
        if rng.random() < WITH_NUMBER:
            words = [*words[:at], *rng.choice(self._numbers).split(), *words[at:]]
        if rng.random() < WITH_NAME:
            words = [*words[:at], *rng.choice(self._people), *words[at:]]
        if rng.random() < WITH_FALSE_START:
            words = [*words[: at + 1], *words[max(0, at - 1) :]]
        if rng.random() < WITH_FILLER:
            at = rng.choice((0, at))
            words = [*words[:at], *rng.choice(self._fillers), *words[at:]]
        return words

    def _punctuated(self, words: Sentence, rng: random.Random) -> Sentence:
        words = [words[0][:1].upper() + words[0][1:], *words[1:]]
        if rng.random() < WITH_COMMA:
            at = rng.randrange(len(words))
            words[at] = words[at].rstrip(",、") + COMMAS.get(self.language, ",")
        stop = rng.choice(STOPS.get(self.language, DEFAULT_STOPS))
        return [*words[:-1], words[-1].rstrip(",、") + stop]


@cache
def _words(language: str) -> tuple[list[str], list[float]]:
    """All words of a language, commonest first, and their cumulative weights."""
    rng = _random(language)
    common, syllables = COMMON[language].split(), SYLLABLES[language].split()
    made = {"".join(rng.choices(syllables, k=rng.randint(1, 4))) for _ in range(RARE_WORDS)}
    # Frequent words are short.
    rare = sorted(sorted(made - {*common}), key=lambda word: len(word) + rng.gauss(0, 2))
    if language not in UNSPACED:
        count = int(len(rare) * COMPOUND_SHARE)
        pairs = zip(rng.sample(rare, count), rng.sample(rare, count), strict=True)
        for pair in pairs:
            rare.insert(rng.randrange(len(rare)), "-".join(pair))
    words = list(dict.fromkeys(common + rare))
    weights = accumulate(1 / (rank + MANDELBROT) ** ZIPF for rank in range(len(words)))
    return words, list(weights)


@cache
def _speech(language: str, seed: int) -> _Speech:
    return _Speech(language, seed)


def _random(seed: str) -> random.Random:
    return random.Random(seed)  # noqa: S311 (a corpus must be repeatable, not secret)


def talks(cues: int, seed: int = 1, cues_per_talk: int = 700) -> Iterator[Talk]:
    """Talks that have `cues` cues in all; the same seed gives the same talks."""
    left, number = cues, 0
    while left > 0:
        number += 1
        rng = _random(f"{seed} {number}")
        size = min(left, max(20, int(rng.gauss(cues_per_talk, cues_per_talk / 3))))
        left -= size
        language = LANGUAGES[(number - 1) % len(LANGUAGES)]
        yield Talk(f"talk-{number:05d}", language, tuple(_cues(_speech(language, seed), rng, size)))


def generate_talk(slug: str, cues: int, seed: int = 1, language: str = "en") -> Talk:
    """One talk of exactly that many cues."""
    rng = _random(f"{slug} {seed}")
    return Talk(slug, language, tuple(_cues(_speech(language, seed), rng, cues)))


def short_talk(seed: int, cues: int = 60) -> Talk:
    """A talk that is added to the others: the one that changes while all others stay."""
    speech = _speech("en", seed)
    return Talk("short-talk", "en", tuple(_cues(speech, _random(f"short {seed}"), cues)))


def _cues(speech: _Speech, rng: random.Random, count: int) -> list[Cue]:
    cues: list[Cue] = []
    said: list[Sentence] = []
    names = PEOPLE[speech.language].split("|")
    voices = rng.sample(names, k=rng.randint(1, 4))
    start = 0
    while len(cues) < count:
        voice = rng.choice(voices)
        words = [word for _ in range(rng.randint(2, 9)) for word in speech.sentence(rng, said)]
        while words:
            size = max(2, min(len(words), int(rng.gauss(WORDS_PER_CUE, 2))))
            end = start + size * MS_PER_WORD
            cues.append(Cue(start, end, _lines(words[:size], speech.language), voice))
            words, start = words[size:], end + rng.choice((0, 0, 0, 200))
        if rng.random() < APPLAUSE:
            cues.append(Cue(start, start + 2_000, "[applause]", sound=True))
            start += 2_000
    return cues[:count]


def _lines(words: Sentence, language: str) -> str:
    """The text of a cue, on two lines if it is long."""
    if language in UNSPACED:
        return "".join(words)
    middle = len(words) // 2
    parts = [" ".join(words[:middle]), " ".join(words[middle:])]
    return ("\n" if sum(map(len, parts)) > MAX_LINE_CHARS else " ").join(parts).strip()
