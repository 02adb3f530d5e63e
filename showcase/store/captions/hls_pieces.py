"""WebVTT files joined end to end, as programs save the pieces of a live stream (HLS, RFC 8216 section 3.5).

Each piece has a header, and its `X-TIMESTAMP-MAP` says where its times lie in the stream. A cue that crosses
the border of two pieces stands in both.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from showcase.core.captions.cues import TimedWord
from showcase.core.timing.timecodes import parse_time
from showcase.store.captions.caption_lines import HEADER
from showcase.store.captions.findings import Finding, Findings
from showcase.store.captions.new_beginnings import new_beginning
from showcase.store.captions.parsed_file import ParsedCue

_MAP = "X-TIMESTAMP-MAP"
_MPEG_TIME = re.compile(r"MPEGTS:\s*(\d{1,12})(?!\d)", re.IGNORECASE)
_LOCAL_TIME = re.compile(r"LOCAL:\s*([\d:.]{1,20})", re.IGNORECASE)
_METADATA = re.compile(r"[A-Za-z][\w-]*\s*[:=]")
_SENTENCE_END = re.compile(r"[.!?…。！？।؟♪][\"'”’»)\]]?\s*$")
# The words before it end without a line feed: "the end.WEBVTT".
_GLUED_HEADER = re.compile(r"[^\sA-Z]WEBVTT$")
_BLOCK_START = re.compile(rf"{_MAP}|(?:NOTE|STYLE|REGION)(?:\s|$)|.*-->")
# MPEG counts 90,000 a second, in 33 bits; then it begins again at 0.
_MPEG_TICKS_PER_MS = 90
_MPEG_CYCLE_TICKS = 1 << 33


@dataclass(frozen=True, slots=True)
class _PieceHeader:
    """The header of a piece: its index, where its lines end, and what its map says."""

    index: int
    end: int
    mpeg_ticks: int | None
    local_ms: int


@dataclass(frozen=True, slots=True)
class JoinedPieces:
    """A file that is made of several.

    Attributes:
        lines: of the file, in which the later headers are blank.
        header_lines: the numbers of the lines of all headers, from 1.
        offsets_ms: what is to be added to the times of each piece.
    """

    lines: Sequence[str]
    header_lines: Sequence[int]
    offsets_ms: Sequence[int]


def find_pieces(lines: Sequence[str]) -> JoinedPieces | None:
    """The pieces of a WebVTT file; None when it is one."""
    headers = list(_find_headers(lines))
    if len(headers) < 2:  # noqa: PLR2004
        return None
    cleaned = list(lines)
    for header in headers[1:]:
        # Words of the piece before, see _GLUED_HEADER.
        cleaned[header.index] = cleaned[header.index].strip()[: -len("WEBVTT")].strip()
        if HEADER.match(lines[header.index].strip()):
            cleaned[header.index] = ""
        cleaned[header.index + 1 : header.end] = [""] * (header.end - header.index - 1)
    return JoinedPieces(cleaned, [header.index + 1 for header in headers], _offsets_ms(headers))


def _find_headers(lines: Sequence[str]) -> Iterator[_PieceHeader]:
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    found = [at for at, line in enumerate(lines) if "WEBVTT" in line and at != first]
    below_text = {at for at in found if _is_below_text(lines, at)}
    headers = [
        at
        for at in found
        if _is_header(lines, at)
        or (at in below_text and (len(below_text) > 1 or _SENTENCE_END.search(lines[at - 1])))
    ]
    if not HEADER.match(lines[first].strip()):  # A file of SubRip, and one of WebVTT after it.
        yield _PieceHeader(first, first, None, 0)
    else:
        headers.insert(0, first)
    yield from (_read_header(lines, at) for at in headers)


def _read_header(lines: Sequence[str], at: int) -> _PieceHeader:
    end = at + 1
    while end < len(lines) and _METADATA.match(lines[end]) and "-->" not in lines[end]:
        end += 1
    if "".join(lines[end : end + 2]).startswith(_MAP):  # Below a blank line.
        end += 2
    found = next((text for text in lines[at + 1 : end] if text.startswith(_MAP)), "")
    mpeg, local = _MPEG_TIME.search(found), _LOCAL_TIME.search(found)
    local_ms = parse_time(local[1]) if local else 0
    return _PieceHeader(at, end, int(mpeg[1]) if mpeg else None, local_ms or 0)


def _is_header(lines: Sequence[str], at: int) -> bool:
    """Is a line with WEBVTT in it the header of another piece, and no words?"""
    line = lines[at].strip()
    if next((text for text in lines[at + 1 : at + 3] if text), "").startswith(_MAP):
        below_times = "-->" in lines[at - 1] and HEADER.match(line)
        return line.endswith("WEBVTT") and not below_times
    if _GLUED_HEADER.search(line):
        return _is_above_block(lines, at)
    return not lines[at - 1].strip() and bool(HEADER.match(line)) and _is_above_block(lines, at)


def _is_above_block(lines: Sequence[str], at: int) -> bool:
    """Does a cue, or another block of WebVTT, come next, or nothing at all?"""
    following = [line.strip() for line in lines[at + 1 : at + 12] if line.strip()][:2]
    return not following or any(map(_BLOCK_START.match, following))


def _is_below_text(lines: Sequence[str], at: int) -> bool:
    """Is a line a header, or the last word of a cue? Pieces without a last blank line are joined so."""
    return (
        lines[at].strip() == "WEBVTT"
        and bool(lines[at - 1].strip())
        and "-->" not in lines[at - 1]
        and lines[at + 1 : at + 2] in ([], [""])
        and _is_above_block(lines, at)
    )


def _offsets_ms(headers: Sequence[_PieceHeader]) -> list[int]:
    """Where each piece lies after the first, in milliseconds; without a map, where that before it does."""
    cycles = 0
    bases: list[int] = []
    ticks = headers[0].mpeg_ticks or 0
    for header in headers:
        if header.mpeg_ticks is None:
            bases.append(bases[-1] if bases else 0)
            continue
        if header.mpeg_ticks < ticks - _MPEG_CYCLE_TICKS // 2:
            cycles += 1
        ticks = header.mpeg_ticks
        all_ticks = ticks + cycles * _MPEG_CYCLE_TICKS
        bases.append(round(all_ticks / _MPEG_TICKS_PER_MS) - header.local_ms)
    return [base - bases[0] for base in bases]


def join_pieces(
    cues: Sequence[ParsedCue], pieces: JoinedPieces, faults: Findings, notes: Findings
) -> list[ParsedCue]:
    """The cues of all pieces at their times in the stream, those repeated at a border once.

    Args:
        cues: in the order of the file, with the times of their pieces.
        pieces: of the file.
        faults: a piece whose times begin again is appended: nobody knows when its words are said.
        notes: the joint is appended.
    """
    numbers = [bisect_right(pieces.header_lines, cue.line) - 1 for cue in cues]
    moved = [
        _move_cue(cue, pieces.offsets_ms[max(number, 0)])
        for cue, number in zip(cues, numbers, strict=True)
    ]
    joined = _say_once(moved, numbers)
    _report_new_beginnings(joined, pieces, faults)
    message = f"{len(pieces.header_lines)} WebVTT files are joined here"
    if len(joined) < len(moved):
        message += f"; {len(moved) - len(joined)} cues that two of them repeat were read once"
    if any(pieces.offsets_ms):
        message += f"; their times were moved as {_MAP} says"
    notes.append(Finding(pieces.header_lines[1], "joined-files", message))
    return joined


def _move_cue(cue: ParsedCue, offset_ms: int) -> ParsedCue:
    if not offset_ms:
        return cue
    words = tuple(TimedWord(word.at, word.start_ms + offset_ms) for word in cue.text.words)
    return cue._replace(
        start_ms=max(cue.start_ms + offset_ms, 0),
        end_ms=max(cue.end_ms + offset_ms, 0),
        text=cue.text._replace(words=words) if words else cue.text,
    )


def _report_new_beginnings(
    cues: Sequence[ParsedCue], pieces: JoinedPieces, faults: Findings
) -> None:
    """Report pieces that begin before the last words of the one before them, or where that one begins."""
    first_ms = None
    for before, cue in pairwise(cues):
        header = pieces.header_lines[bisect_right(pieces.header_lines, cue.line) - 1]
        if before.line > header:
            continue
        again = first_ms in (None, before.start_ms) and cue.start_ms == before.start_ms
        grows = cue.text.text.startswith(before.text.text)
        if cue.start_ms < before.start_ms or (again and not grows):
            faults.append(new_beginning(header))
        first_ms = cue.start_ms


def _say_once(cues: Sequence[ParsedCue], numbers: Sequence[int]) -> list[ParsedCue]:
    """Leave out a cue that says what one of the piece before says, then or going on from there."""
    joined: list[ParsedCue] = []
    last: dict[str, tuple[int, int]] = {}
    for cue, number in zip(cues, numbers, strict=True):
        at, piece = last.get(cue.text.text, (-1, -2))
        before = joined[at] if piece == number - 1 else None
        if before and before.start_ms <= cue.start_ms <= before.end_ms and cue.text.text:
            joined[at] = before._replace(end_ms=max(before.end_ms, cue.end_ms))
        else:
            at = len(joined)
            joined.append(cue)
        last[cue.text.text] = at, number
    return joined
