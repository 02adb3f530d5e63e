"""Spoken words: what programs that hear speech write, before it is cut into cues.

Every reader of a transcript in JSON turns its file into these; `spoken_cues.py` makes cues of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from showcase.core.text.tokenizer import is_unspaced
from showcase.store.captions.findings import Finding
from showcase.store.captions.parsed_file import ParsedFile

# How far from the last word the next one is looked for in the text of its segment.
_MAX_ALIGNMENT_CHARS = 200


class SpokenWord(NamedTuple):
    """A word, or a piece of text as long as that.

    Attributes:
        text: with the space before it; the texts of all words joined are the text of a segment.
        start_ms, end_ms: milliseconds; None where the file has no time.
        probability: how certain it is, from 0 to 1; None where the file does not say.
        line: in the file, from 1.
        speaker: who says it; None for the speaker of its segment.
    """

    text: str
    start_ms: int | None = None
    end_ms: int | None = None
    probability: float | None = None
    line: int = 0
    speaker: str | None = None


class SpokenSegment(NamedTuple):
    """What one speaker says in a row.

    Attributes:
        line: in the file, from 1.
        start_ms: milliseconds.
        end_ms: None where the file has none: it ends when the next one starts.
        words: in order.
        speaker: None when the file names nobody.
    """

    line: int
    start_ms: int
    end_ms: int | None
    words: tuple[SpokenWord, ...]
    speaker: str | None = None

    @property
    def text(self) -> str:
        """What is said."""
        return "".join(word.text for word in self.words)


@dataclass(slots=True)
class SpokenFile:
    """All segments of a file, and what was found on the way.

    Attributes:
        segments: in the order of the file.
        parsed: faults, notes and lines that cannot be read.
    """

    segments: list[SpokenSegment] = field(default_factory=list)
    parsed: ParsedFile = field(default_factory=ParsedFile)

    def leave_out(self, line: int, reason: str) -> None:
        """Report a segment that cannot be read."""
        self.parsed.broken_lines.append(line)
        message = f"{reason}, and the words were left out"
        self.parsed.faults.append(Finding(line, "unreadable-segment", message, "correct it"))

    def add_words(self, words: Sequence[SpokenWord], text: str = "") -> None:
        """Add words as one segment.

        Args:
            words: in order; those without a time go on with the word before them.
            text: all of them, with punctuation; "" where it is not known.
        """
        start_ms = next((word.start_ms for word in words if word.start_ms is not None), None)
        if start_ms is None:
            return
        said = align_words(text, words) if text.strip() else tuple(words)
        self.segments.append(SpokenSegment(words[0].line, start_ms, None, said))


def align_words(text: str, words: Sequence[SpokenWord]) -> tuple[SpokenWord, ...]:
    """The text of a segment, cut where its words begin. All of the text is kept, whatever the words are.

    Args:
        text: of the segment.
        words: in order; one that is not in the text where it should be is passed over.
    """
    if text == "".join(word.text for word in words) and all(map(_is_spaced, words)):
        return tuple(words)
    starts: list[tuple[int, SpokenWord]] = []
    at = 0
    for word in words:
        bare = word.text.strip()
        found = text.find(bare, at, at + _MAX_ALIGNMENT_CHARS + len(bare)) if bare else -1
        if found >= 0:
            starts.append((found, word))
            at = found + len(bare)
    if not starts:
        return (SpokenWord(text),)
    begins = [0, *(_with_space_before(text, at) for at, _ in starts[1:]), len(text)]
    return tuple(
        word._replace(text=text[begin:end])
        for (_, word), begin, end in zip(starts, begins, begins[1:], strict=False)
    )


def _is_spaced(word: SpokenWord) -> bool:
    """Has a word its space before it, as Whisper writes it, and not after it?"""
    return word.text != "" and not word.text[-1].isspace()


def _with_space_before(text: str, at: int) -> int:
    while at > 0 and text[at - 1].isspace():
        at -= 1
    return at


def space_words(words: Sequence[SpokenWord]) -> tuple[SpokenWord, ...]:
    """Words with the spaces between them, for files that have none: "Hello", "world"."""
    if any(word.text[:1].isspace() for word in words[1:]):
        return tuple(words)
    spaced = (
        word._replace(text=" " + word.text) if _needs_space(before, word) else word
        for before, word in pairwise(words)
    )
    return (*words[:1], *spaced)


def _needs_space(before: SpokenWord, word: SpokenWord) -> bool:
    last, first = before.text[-1:], word.text[:1]
    return bool(last and first) and not (is_unspaced(last) and is_unspaced(first))
