"""The reader of whisper.cpp's JSON (`--output-json-full`): segments, and tokens that are parts of words."""

from collections.abc import Iterable, Iterator
from statistics import fmean

from showcase.store.captions.json_document import JsonPart
from showcase.store.captions.json_values import (
    MS_PER_SECOND,
    Fields,
    read_ms,
    read_probability,
    read_speaker,
    read_text,
)
from showcase.store.captions.spoken_words import SpokenFile, SpokenSegment, SpokenWord, align_words

_REPLACEMENT_CHAR = "\ufffd"


def read_whisper_cpp(_document: JsonPart, segments: JsonPart, spoken: SpokenFile) -> None:
    """Add the segments of whisper.cpp.

    Args:
        segments: its `transcription`.
        spoken: gets the segments.
    """
    for part in segments.elements():
        value = part.value()
        fields: Fields = value if isinstance(value, dict) else {}
        text = read_text(fields.get("text"))
        start, end = _times(fields)
        if text.strip() and start is None:
            spoken.leave_out(part.line, "it does not say when it begins")
        elif text.strip() and start is not None:
            words = align_words(text, list(_words(fields.get("tokens"), part.line)))
            speaker = read_speaker(fields.get("speaker"))
            spoken.segments.append(SpokenSegment(part.line, start, end, words, speaker))


def _times(fields: Fields) -> tuple[int | None, int | None]:
    offsets, stamps = fields.get("offsets"), fields.get("timestamps")
    times = offsets if isinstance(offsets, dict) else stamps
    if not isinstance(times, dict):
        return None, None
    return read_ms(times.get("from"), MS_PER_SECOND), read_ms(times.get("to"), MS_PER_SECOND)


def _words(tokens: object, line: int) -> Iterator[SpokenWord]:
    """The words: a token that begins with a space begins one, and those after it go on with it."""
    word: list[SpokenWord] = []
    for token in _spoken_tokens(tokens, line):
        if word and token.text[:1].isspace():
            yield _join(word)
            word = []
        word.append(token)
    if word:
        yield _join(word)


def _spoken_tokens(tokens: object, line: int) -> Iterator[SpokenWord]:
    """The tokens without marks such as "[_BEG_]", and without halves of characters."""
    for token in tokens if isinstance(tokens, list) else ():
        if not isinstance(token, dict):
            continue
        text = read_text(token.get("text"))
        if text and not text.startswith("[_") and _REPLACEMENT_CHAR not in text:
            start, end = _times(token)
            yield SpokenWord(text, start, end, read_probability(token.get("p")), line)


def _join(tokens: Iterable[SpokenWord]) -> SpokenWord:
    parts = list(tokens)
    rated = [part.probability for part in parts if part.probability is not None]
    return SpokenWord(
        "".join(part.text for part in parts),
        parts[0].start_ms,
        parts[-1].end_ms,
        fmean(rated) if rated else None,
        parts[0].line,
    )
