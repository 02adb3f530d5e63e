"""How well and how quickly quotes are found: `make bench-search`, or ARGS="--cues 100000 --quotes 500".

Quotes are taken from a made archive (corpus.py), changed in a known way (mangle.py), and searched. An
answer is right when its first hit begins in the cue where the quote began and ends where it ended. Times
are CPU time of this process, in milliseconds.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

from benchmarks.search.corpus import Talk, talks
from benchmarks.search.mangle import KINDS, Mangle
from showcase.core.hits import Hit
from showcase.core.passages import Passage, build_passages
from showcase.core.questions import Question
from showcase.core.transcripts import Transcript, build_transcript
from showcase.store.index import SearchIndex, VideoWords, build_index, open_index

SHORTEST, LONGEST = 5, 40  # words of a quote
FOREIGN_SEED = 99  # of another archive, whose quotes must be refused


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a transcript: its slug, the numbers of their first and last word, and their text."""

    slug: str
    first: int
    last: int
    text: str


class Archive:
    """Talks read into memory, and the index over them."""

    def __init__(self, made: Sequence[Talk], folder: Path) -> None:
        start = time.process_time()
        self.words = {talk.slug: _read(talk) for talk in made}
        build_index(folder, (self._document(slug) for slug in self.words))
        self.built_s = time.process_time() - start
        self.index: SearchIndex = open_index(folder, lambda slug, _language: self.words[slug])

    def _document(self, slug: str) -> VideoWords:
        transcript, passages = self.words[slug]
        return VideoWords(slug, transcript.language, transcript, passages)

    def quote(self, rng: random.Random) -> Quoted:
        """Any 5 to 40 words that were said together."""
        slug = rng.choice([*self.words])
        transcript, _ = self.words[slug]
        count = min(rng.randint(SHORTEST, LONGEST), len(transcript.words) - 1)
        first = rng.randrange(len(transcript.words) - count)
        last = first + count - 1
        text = transcript.text[transcript.words[first].start : transcript.words[last].end]
        return Quoted(slug, first, last, text)

    def is_right(self, quoted: Quoted, hit: Hit) -> bool:
        """Does the hit lie on the cues of the quote, or on the very same words elsewhere?"""
        transcript, _ = self.words[hit.video]
        start, end = hit.at + hit.marks[0].start, hit.at + hit.marks[-1].end
        if transcript.text[start:end].casefold() == quoted.text.casefold():
            return True
        words = self.words[quoted.slug][0].word_cues
        found = [_cue_at(transcript, start), _cue_at(transcript, end - 1)]
        return hit.video == quoted.slug and found == [words[quoted.first], words[quoted.last]]


def _read(talk: Talk) -> tuple[Transcript, tuple[Passage, ...]]:
    transcript = build_transcript(talk.language, talk.cues)
    return transcript, build_passages(transcript)


def _cue_at(transcript: Transcript, character: int) -> int:
    return next(n for n, span in enumerate(transcript.cue_spans) if span.end > character)


def measure(count: int, ask: Callable[[], bool]) -> tuple[float, float, float]:
    """Ask `count` times: the share of right answers in percent, p50 and p95 of CPU milliseconds."""
    right, spent = 0, []
    for _ in range(count):
        start = time.process_time()
        right += ask()
        spent.append((time.process_time() - start) * 1000)
    twentieths = quantiles(spent, n=20)
    return 100 * right / count, twentieths[9], twentieths[18]


def _asks(archive: Archive, mangle: Mangle, rng: random.Random) -> Callable[[], bool]:
    others = " ".join(transcript.text for transcript, _ in archive.words.values()).split()[:20_000]

    def ask() -> bool:
        quoted = archive.quote(rng)
        hits = archive.index.search(Question(mangle(quoted.text.split(), rng, others))).hits
        return bool(hits and hits[0].marks) and archive.is_right(quoted, hits[0])

    return ask


def _refuses(archive: Archive, foreign: Archive, rng: random.Random) -> Callable[[], bool]:
    return lambda: archive.index.search(Question(foreign.quote(rng).text)).kind != "quote"


def main(arguments: Sequence[str]) -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cues", type=int, default=10_000)
    parser.add_argument("--quotes", type=int, default=200)
    options = parser.parse_args(arguments)
    rng = random.Random(7)  # noqa: S311 (repeatable, not secret)
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        archive = Archive([*talks(options.cues)], Path(one))
        foreign = Archive([*talks(2_000, seed=FOREIGN_SEED)], Path(other))
        print(f"{options.cues} cues: {options.cues / archive.built_s:.0f} cues/s built")
        print(f"{'':46}right %  CPU p50  p95 ms")
        asked = {kind: _asks(archive, mangle, rng) for kind, mangle in KINDS.items()}
        for kind, ask in (asked | {"not there: refused": _refuses(archive, foreign, rng)}).items():
            right, p50, p95 = measure(options.quotes, ask)
            print(f"{kind:46}{right:7.1f}{p50:9.1f}{p95:8.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
