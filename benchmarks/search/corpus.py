"""A made archive of talks: seeded, of any size, in the manner of speech.

Words follow Zipf's law, as they do in speech; function words are the real ones of three languages, all
others are made of syllables. People repeat themselves: stock phrases and whole sentences come back within
a talk and between talks, as slogans do. Several speakers take turns; cues are cut without regard to
sentences, as captions are.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from showcase.core.cues import Cue

# The commonest words of each language, commonest first (frequency lists of speech agree on these).
COMMON = {
    "en": "the and I you to a that it of we in they was is for so with this have what on he know but at "
    "all are be just do not like about there when one my can out or because up if were had people our "
    "then go get from said as would she me no her by an very been more now who them how did some could",
    "es": "que de no la y el a en es lo los un se por me con una las para te si está más pero como le "
    "su porque bien yo todo ya muy nosotros cuando hay así este ellos hacer también ser fue era son",
    "ht": "nou yo li nan ki pou se ak yon sa te ap m'ap pa mwen w fè gen tout kote men lè si tou moun "
    "anpil travay lavi ki sa yo t'ap konsa jodi a depi avèk sou chak menm bagay sonje",
}
SYLLABLES = {
    "en": "ba den for min ter con pel rad sto vin gar lum ness ton ing er al ock wen shi tra plo quin",
    "es": "ca ción do ra mien to pe lla no ri go ber san cha ño me so lu cue va jar ti ba res",
    "ht": "la ki son pè byen wo ba li zan tè mou fò chan nen rès pay dwa tan bou lan vwa jou",
}
NAMES = ("Ana Ríos", "Ben Okafor", "Céline Joseph", "Dao Tran", "Esther Mwangi", "Farid Haddad")
STOCK = 60  # phrases that come back everywhere
REPEATED = 0.04  # of the sentences are said again
WORDS_A_CUE = 7.5
MS_A_WORD = 380


@dataclass(frozen=True, slots=True)
class Talk:
    """A made video: its slug, its language, its cues."""

    slug: str
    language: str
    cues: tuple[Cue, ...]


class _Speech:
    """An endless flow of sentences of one language."""

    def __init__(self, language: str, rng: random.Random, rare_words: int = 30_000) -> None:
        self._rng = rng
        common = COMMON[language].split()
        syllables = SYLLABLES[language].split()
        made = {"".join(rng.choices(syllables, k=rng.randint(2, 4))) for _ in range(rare_words)}
        rare = sorted(made - {*common})
        rng.shuffle(rare)
        self.words = common + rare
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))
        self._stock = [self._sentence() for _ in range(STOCK)]
        self._said: list[list[str]] = list(self._stock)

    def _sentence(self) -> list[str]:
        length = max(3, int(self._rng.lognormvariate(2.5, 0.5)))
        return self._rng.choices(self.words, cum_weights=self._weights, k=length)

    def next_sentence(self) -> list[str]:
        """The words of a sentence, the first with a capital, the last with its mark."""
        if self._rng.random() < REPEATED:
            words = self._rng.choice(self._said)
        else:
            words = self._sentence()
            self._said[self._rng.randrange(len(self._said))] = words
        first, *others = words
        return [first.capitalize(), *others[:-1], others[-1] + self._rng.choice("...?!…")]


def talks(cues: int, seed: int = 1, cues_a_talk: int = 700) -> Iterator[Talk]:
    """Talks of about `cues` cues together; the same seed gives the same talks."""
    rng = random.Random(seed)  # noqa: S311 (a corpus wants to be repeatable, not secret)
    speech = {language: _Speech(language, rng) for language in COMMON}
    left, number = cues, 0
    while left > 0:
        number += 1
        language = rng.choices(tuple(speech), weights=(70, 20, 10))[0]
        size = min(left, max(20, int(rng.gauss(cues_a_talk, cues_a_talk / 3))))
        left -= size
        yield Talk(f"talk-{number:05d}", language, _cues(speech[language], rng, size))


def _cues(speech: _Speech, rng: random.Random, count: int) -> tuple[Cue, ...]:
    cues: list[Cue] = []
    start = 0
    voices = rng.sample(NAMES, k=rng.randint(1, 4))
    while len(cues) < count:
        voice = rng.choice(voices)
        words = [word for _ in range(rng.randint(2, 9)) for word in speech.next_sentence()]
        while words:
            size = max(2, min(len(words), int(rng.gauss(WORDS_A_CUE, 2))))
            text, words = " ".join(words[:size]), words[size:]
            end = start + size * MS_A_WORD
            cues.append(Cue(start, end, text, voice))
            start = end + rng.choice((0, 0, 0, 200))
    return tuple(cues[:count])
