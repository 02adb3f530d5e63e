"""Quotes cut from a transcript, word by word, with their punctuation."""

from collections.abc import Sequence
from dataclasses import dataclass

from showcase.core.text.spans import Span
from showcase.core.text.tokenizer import is_unspaced
from showcase.core.transcript.transcript import Transcript

MIN_QUOTE_WORDS, MAX_QUOTE_WORDS = 5, 40  # words of a quote
# In scripts without spaces between words, about this many characters are a word.
UNSPACED_CHARS_PER_WORD = 3
_STOPS = ".?!…。？।"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that were said together.

    Attributes:
        video: the slug of the transcript's video.
        language: of the transcript.
        pieces: the words as they are written, with their punctuation; "worker-driven" is one.
        spans: for each piece, its characters in the transcript's text.
    """

    video: str
    language: str
    pieces: tuple[str, ...]
    spans: tuple[Span, ...]


def cut_quote(video: str, transcript: Transcript, words: range) -> Quoted:
    """Words of a transcript as people copy them; without sounds ("[music]")."""
    spans: list[Span] = []
    for number in words:
        span, joined = _written(transcript, number)
        if joined and spans:
            span = Span(spans.pop().start, span.end)
        spans.append(span)
    pieces = tuple(transcript.text[span.start : span.end] for span in spans)
    return Quoted(video, transcript.language, pieces, tuple(spans))


def words_from(transcript: Transcript, first: int, count: int) -> range:
    """The words from `first` on that people count as `count` words; fewer at the end of a transcript."""
    thirds, number = 0, first
    while number < len(transcript.words) and thirds < count * UNSPACED_CHARS_PER_WORD:
        spaced = not is_unspaced(transcript.words[number].form)
        thirds += UNSPACED_CHARS_PER_WORD if spaced else 1
        number += 1
    return range(first, number)


def _written(transcript: Transcript, number: int) -> tuple[Span, bool]:
    """A word with the marks next to it; True if it is one with the word before ("worker-driven")."""
    text, words = transcript.text, transcript.words
    word = words[number]
    before = words[number - 1].end if number else 0
    next_start = words[number + 1].start if number + 1 < len(words) else len(text)
    gap, follows = text[before : word.start], text[word.end : next_start]
    touches = bool(number) and not _has_space(gap)
    start = word.start if touches else word.start - len(_last(gap))
    end = word.end + len(_first(follows))
    unspaced = is_unspaced(text[word.start]) or (touches and is_unspaced(text[before - 1]))
    return Span(start, end), touches and not unspaced


def _has_space(text: str) -> bool:
    return any(character.isspace() for character in text)


def _first(gap: str) -> str:
    """The part of a gap before the first space."""
    return (gap + " ").split(maxsplit=1)[0] if gap and not gap[0].isspace() else ""


def _last(gap: str) -> str:
    return gap.rsplit(maxsplit=1)[-1] if gap and not gap[-1].isspace() else ""


def join_pieces(pieces: Sequence[str]) -> str:
    """Words as a text, with spaces between them except in scripts without spaces."""
    text = ""
    for piece in filter(None, pieces):
        gap = "" if not text or (_is_unspaced(text[-1]) and _is_unspaced(piece[0])) else " "
        text += gap + piece
    return text


def _is_unspaced(character: str) -> bool:
    return is_unspaced(character) or character in "、。「」？！"


def sentence_starts(pieces: Sequence[str]) -> list[int]:
    """The indexes of the pieces that begin a sentence, without the first piece."""
    return [n for n in range(1, len(pieces)) if pieces[n - 1].rstrip("\"'”’»)]")[-1:] in _STOPS]
