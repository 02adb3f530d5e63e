"""The reader of transcripts without times: paragraphs, whose times are spread over a known length.

Between the start and the end of the recording each character takes equally long. Where its length is not
known, there are no times. Whoever reads them is told so: `CaptionFile.timing`.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from pathlib import PurePath
from typing import NamedTuple

import regex

from showcase.core.captions.cue_text import parse_cue_text
from showcase.core.timing.timecodes import format_clock
from showcase.errors import ContentError, Fault
from showcase.store.captions.caption_lines import plain_characters
from showcase.store.captions.findings import Finding
from showcase.store.captions.parsed_file import ParsedCue, ParsedFile

# Words without any times are captions only where the name says text: a damaged .vtt has none either.
TEXT_SUFFIXES = (".txt", ".docx")
_SENTENCE = regex.compile(r"[^.!?…؟۔।॥。！？]*+[.!?…؟۔।॥。！？]*+['\"’”»)\]]*+\s*")
_CLOCK = regex.compile(r"(?<![\d:])(?:\d{1,2}:)?\d{1,3}:[0-5]\d(?!:?\d)")
# A cue of a line and a half of a page is found by its beginning; shorter ones are joined.
_MIN_CUE_CHARS = 60
_MAX_CUES = 100_000
# Without a length, cues are as long as people speak on average until `number_cues` takes such times off:
# readers treat cues of no length as damaged.
_NOMINAL_MS_PER_CHAR = 65


class _Piece(NamedTuple):
    line: int
    text: str


def is_text_name(name: str) -> bool:
    """Does a file's name say that it holds text?"""
    return PurePath(name).suffix.lower() in TEXT_SUFFIXES


def read_untimed_text(lines: Sequence[str], name: str, duration_ms: int) -> ParsedFile:
    """Read a transcript without times, and spread its words over the recording where its length is known.

    Args:
        lines: of the whole file.
        name: its path or name.
        duration_ms: the length of the recording, 0 where it is not known.

    Raises:
        ContentError: there are no words, or more than any recording has.
    """
    pieces = [piece for number, line in enumerate(lines, 1) for piece in _sentences(number, line)]
    if not pieces:
        raise _refused(name, "no-cues", "is empty", "put a transcript there")
    if len(pieces) > _MAX_CUES:
        raise _refused(name, "file-too-large", "has more lines than any transcript", "cut it")
    notes = _note_times_in_text(lines)
    if duration_ms:
        cues = list(_spread(pieces, duration_ms))
        return ParsedFile(cues, notes=[_spread_note(duration_ms), *notes], timing="spread")
    nominal_ms = _NOMINAL_MS_PER_CHAR * sum(len(piece.text) for piece in pieces)
    cues = list(_spread(pieces, nominal_ms))
    return ParsedFile(cues, notes=[_no_times_note(), *notes], timing="none")


def _spread_note(duration_ms: int) -> Finding:
    message = (
        f"has no times: they are spread over {format_clock(duration_ms)}, and visitors are told"
    )
    return Finding(0, "spread-times", message, "put a file with times there when there is one")


def _no_times_note() -> Finding:
    message = (
        "has no times, and the length of the recording is not known: its words are read and found, but "
        "nothing leads from them into the recording"
    )
    spread = 'write duration = "2:34" into video.toml, and times are spread over it'
    return Finding(0, "no-times", message, f"{spread}; or put a file with times there")


def _note_times_in_text(lines: Sequence[str]) -> list[Finding]:
    """A note where most paragraphs have a time in their middle or at their end: of what, nobody knows."""
    said = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    timed = [number for number, line in said if _CLOCK.search(plain_characters(line))]
    if len(timed) * 2 <= len(said):
        return []
    message = f"a time within a line, here and in {len(timed) - 1} other lines, was read as words"
    return [Finding(timed[0], "times-in-text", message, "put times at the starts of lines")]


def _refused(name: str, code: str, message: str, fix: str) -> ContentError:
    return ContentError((Fault(name, message, fix, code),))


def _sentences(number: int, line: str) -> Iterator[_Piece]:
    """The sentences of a line, short ones joined with those after them."""
    text = ""
    for found in _SENTENCE.finditer(line.strip()):
        text += found[0]
        if len(text) >= _MIN_CUE_CHARS:
            yield _Piece(number, text.strip())
            text = ""
    if text.strip():
        yield _Piece(number, text.strip())


def _spread(pieces: Sequence[_Piece], duration_ms: int) -> Iterator[ParsedCue]:
    total = sum(len(piece.text) for piece in pieces)
    borders = accumulate((len(piece.text) for piece in pieces), initial=0)
    times = [duration_ms * at // total for at in borders]
    for piece, (start_ms, end_ms) in zip(pieces, pairwise(times), strict=True):
        text = parse_cue_text(piece.text.replace("&", "&amp;").replace("<", "&lt;"))
        yield ParsedCue(piece.line, start_ms, max(end_ms, start_ms + 1), text)
