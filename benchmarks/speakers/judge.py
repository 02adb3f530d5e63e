"""Which words of a caption file got the right name, a wrong one, or none."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from benchmarks.speakers.conversations import MadeFile
from showcase.core.text.tokenizer import tokenize
from showcase.store.captions.read_options import ReadOptions
from showcase.store.captions.reader import read_captions

SpokenWord = tuple[str | None, str]


class Verdict(NamedTuple):
    """Numbers of words.

    Attributes:
        right: under the right name.
        wrong: under a wrong name: of somebody else, or of somebody where nobody is named.
        unnamed: of somebody, but under no name.
        nobody: of nobody who is named, and under no name, as is right.
        lost: not there any more.
    """

    right: int = 0
    wrong: int = 0
    unnamed: int = 0
    nobody: int = 0
    lost: int = 0

    def plus(self, other: "Verdict") -> "Verdict":
        """The sum of both."""
        return Verdict(*(one + two for one, two in zip(self, other, strict=True)))

    @property
    def named_share(self) -> float:
        """The share of the words of somebody that are under the right name, from 0 to 1."""
        of_somebody = self.right + self.wrong + self.unnamed
        return self.right / of_somebody if of_somebody else 1.0


def judge(file: MadeFile) -> Verdict:
    """Read a file, and compare each word with who said it."""
    options = ReadOptions("captions", file.name.split(".")[1], file.hints)
    read = read_captions(file.content.encode(), file.name, options)
    heard = [*_words((cue.voice, cue.text) for cue in read.cues if not cue.sound)]
    said = [*_words(file.said)]
    matcher = SequenceMatcher(None, [w for _, w in said], [w for _, w in heard], autojunk=False)
    verdict = Verdict()
    matched = 0
    for at, other, size in matcher.get_matching_blocks():
        matched += size
        for (right, _), (voice, _) in zip(
            said[at : at + size], heard[other : other + size], strict=True
        ):
            verdict = verdict.plus(_judge_word(right, voice))
    return verdict._replace(lost=len(said) - matched)


def _judge_word(right: str | None, voice: str | None) -> Verdict:
    if voice is None:
        return Verdict(nobody=1) if right is None else Verdict(unnamed=1)
    same = right is not None and right.casefold() == voice.casefold()
    return Verdict(right=1) if same else Verdict(wrong=1)


def _words(parts: Iterable[tuple[str | None, str]]) -> Iterator[SpokenWord]:
    for name, text in parts:
        for word in tokenize(text):
            yield name, text[word.start : word.end].casefold()
