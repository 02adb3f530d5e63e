"""Quotes as they are written in a transcript, word by word, with punctuation."""

from collections.abc import Sequence
from dataclasses import dataclass

from showcase.core.text.spans import Span
from showcase.core.text.tokenizer import is_unspaced
from showcase.core.transcript.transcript import Transcript

MIN_QUOTE_WORDS, MAX_QUOTE_WORDS = 5, 40  # words of a quote
# In a script without spaces, about so many characters are a word.
UNSPACED_CHARS_PER_WORD = 3
_STOPS = ".?!…。？।"


@dataclass(frozen=True, slots=True)
class SourceQuote:
    """Consecutive words of a transcript.

    Attributes:
        video, language: the slug of the video, and the language of the transcript.
        pieces: the words as they are written, with their punctuation; "worker-driven" is one.
        spans: the characters of each piece in the transcript's text.
    """

    video: str
    language: str
    pieces: tuple[str, ...]
    spans: tuple[Span, ...]


def cut_quote(video: str, transcript: Transcript, words: range) -> SourceQuote:
    """These words of a transcript as somebody would copy them, without sounds ("[music]")."""
    spans: list[Span] = []
    for number in words:
        span, joined = _written(transcript, number)
        if joined and spans:
            span = Span(spans.pop().start, span.end)
        spans.append(span)
    pieces = tuple(transcript.text[span.start : span.end] for span in spans)
    return SourceQuote(video, transcript.language, pieces, tuple(spans))


def words_from(transcript: Transcript, first: int, count: int) -> range:
    """The words from `first` on that people would count as `count`; fewer at the end of a transcript."""
    thirds, number = 0, first
    while number < len(transcript.words) and thirds < count * UNSPACED_CHARS_PER_WORD:
        spaced = not is_unspaced(transcript.words[number].form)
        thirds += UNSPACED_CHARS_PER_WORD if spaced else 1
        number += 1
    return range(first, number)


def _written(transcript: Transcript, number: int) -> tuple[Span, bool]:
    """A word with adjacent punctuation, and whether it is joined to the word before ("worker-driven")."""
    text, words = transcript.text, transcript.words
    word = words[number]
    before = words[number - 1].end if number else 0
    behind = words[number + 1].start if number + 1 < len(words) else len(text)
    gap, follows = text[before : word.start], text[word.end : behind]
    touches = bool(number) and not _has_space(gap)
    start = word.start if touches else word.start - len(_last(gap))
    end = word.end + len(_first(follows))
    unspaced = is_unspaced(text[word.start]) or (touches and is_unspaced(text[before - 1]))
    return Span(start, end), touches and not unspaced


def _has_space(text: str) -> bool:
    return any(character.isspace() for character in text)


def _first(gap: str) -> str:
    """What is before the first space."""
    return (gap + " ").split(maxsplit=1)[0] if gap and not gap[0].isspace() else ""


def _last(gap: str) -> str:
    return gap.rsplit(maxsplit=1)[-1] if gap and not gap[-1].isspace() else ""


def join_pieces(pieces: Sequence[str]) -> str:
    """Join words with spaces, but not in a script that has none."""
    text = ""
    for piece in filter(None, pieces):
        gap = "" if not text or (_is_unspaced(text[-1]) and _is_unspaced(piece[0])) else " "
        text += gap + piece
    return text


def _is_unspaced(character: str) -> bool:
    return is_unspaced(character) or character in "、。「」？！"


def sentence_starts(pieces: Sequence[str]) -> list[int]:
    """The indexes of the pieces that begin a sentence, except the first piece."""
    return [n for n in range(1, len(pieces)) if pieces[n - 1].rstrip("\"'”’»)]")[-1:] in _STOPS]
