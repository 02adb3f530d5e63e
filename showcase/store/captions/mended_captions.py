"""Mends a caption file: what readers repair is written into the file, if that loses no word.

What is written is read again, and must say the same: words, speakers and times, except what was mended.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from showcase.errors import ContentError
from showcase.store.captions.caption_lines import with_line_feeds
from showcase.store.captions.format_table import FileContent, detect_file_format
from showcase.store.captions.frame_times import convert_frames
from showcase.store.captions.hls_pieces import find_pieces
from showcase.store.captions.mend_proof import name_mends, says_the_same
from showcase.store.captions.read_options import ReadOptions
from showcase.store.captions.reader import CaptionFile, read_captions
from showcase.store.captions.repair import detect_format
from showcase.store.captions.source_cues import SourceFile, read_source
from showcase.store.captions.source_mends import (
    Cuts,
    cut_overlaps,
    find_cuts,
    move_times,
    remove_unseen_characters,
    sort_cues,
    unescape_text,
)
from showcase.store.captions.source_unrolling import unroll_source
from showcase.store.captions.source_writer import renumber, write_source

_BOM = b"\xef\xbb\xbf"
_WRITTEN_FORMATS = ("WebVTT", "SubRip", "SBV")
_DOS_ENDS_ONLY = re.compile(r"(?:[^\r\n]*+\r\n)+[^\r\n]*+")


class MendedCaptions(NamedTuple):
    """What becomes of a caption file.

    Attributes:
        data: its new content; None where nothing is changed.
        mends: what is mended: the codes of findings; for what has none, "offset", "roll-up",
            "unseen-characters", "encoding", "line-ends" and "layout" (blank lines, signs in times).
        reason: why nothing is changed, although something is odd; "" else.
        before: its text as it was, for people to compare; "" where nothing is changed.
        after: its text as it will be.
    """

    data: bytes | None
    mends: tuple[str, ...] = ()
    reason: str = ""
    before: str = ""
    after: str = ""


class _Attempt(NamedTuple):
    """A file that might be written.

    Attributes:
        file: its cues.
        cuts: those that end earlier than before.
        silent: mends of what has no finding.
    """

    file: SourceFile
    cuts: Cuts
    silent: tuple[str, ...]


def mend_captions(data: bytes, name: str, options: ReadOptions) -> MendedCaptions:
    """Mend a caption file. Raises nothing.

    Args:
        data: the whole file.
        name: its path or name.
        options: what is known about it; its offset is written into its times.
    """
    content = FileContent(data, name, options)
    try:
        before = read_captions(data, name, options)
    except ContentError as error:
        return _unchanged(f"it cannot be read ({error.faults[0].message})")
    if (reason := _refusal(content, before)) is not None:
        return _unchanged(reason)
    return _first_that_holds(content, before)


def _unchanged(reason: str) -> MendedCaptions:
    return MendedCaptions(None, reason=reason)


def _refusal(content: FileContent, before: CaptionFile) -> str | None:
    """Why a file is not written again; "" where nothing in it is odd, None where it may be written."""
    if before.faults:
        return f"it has an error that may cost words ({before.faults[0].message})"
    if (file_format := detect_file_format(content).name) not in _WRITTEN_FORMATS:
        reason = f"it is {file_format}, and only WebVTT, SubRip and SBV are written"
        return reason if before.notes or content.options.offset_ms else ""
    if any(note.code == "cut-at-start" for note in before.notes):
        return "its offset puts a cue before 0"
    if convert_frames(content.lines, content.options.frame_rate, [])[0] != content.lines:
        return "its times count frames"
    return "it is joined of several files" if find_pieces(content.lines) else None


def _first_that_holds(content: FileContent, before: CaptionFile) -> MendedCaptions:
    """The most that can be mended without changing what is read."""
    reason = ""
    for attempt in _attempts(content, before):
        written = _encode(content, write_source(attempt.file))
        if written == content.data:
            break
        after = _read_again(written, content)
        if after and says_the_same(before, after, attempt.cuts):
            return _mended(content, written, attempt, name_mends(before, after))
        reason = "what would be written is not read the same"
    return _unchanged(reason)


def _read_again(written: bytes, content: FileContent) -> CaptionFile | None:
    """What is read from what would be written; None where nothing could be."""
    try:
        return read_captions(written, content.name, replace(content.options, offset_ms=0))
    except ContentError:
        return None


def _attempts(content: FileContent, before: CaptionFile) -> Iterator[_Attempt]:
    """What might be written, that which mends most first."""
    caption_format = detect_format(content.lines, content.name)
    lines = with_line_feeds(content.text).split("\n")
    source = unescape_text(read_source(lines, caption_format))
    moved = move_times(source, content.options.offset_ms)
    ordered = sort_cues(moved)
    for unrolls, cuts_overlaps in product((True, False), repeat=2):
        file = unroll_source(ordered, content.name) if unrolls else ordered
        cuts = find_cuts(file, before.cues) if cuts_overlaps else {}
        cut = cut_overlaps(file, cuts)
        seen = remove_unseen_characters(cut)
        is_moved = [cue.line for cue in cut.cues] != [cue.line for cue in source.cues]
        silent = {
            "offset": moved is not source,
            "roll-up": file is not ordered,
            "unseen-characters": seen != cut,
        }
        names = tuple(name for name, is_mended in silent.items() if is_mended)
        yield _Attempt(renumber(seen) if is_moved else seen, cuts, names)


def _encode(content: FileContent, text: str) -> bytes:
    """The bytes of a text: UTF-8, with CR LF if that is how all lines of the file end."""
    is_dos = _DOS_ENDS_ONLY.fullmatch(content.text) is not None
    mark = _BOM if content.data.startswith(_BOM) else b""
    return mark + (text.replace("\n", "\r\n") if is_dos else text).encode()


def _mended(
    content: FileContent, written: bytes, attempt: _Attempt, mends: Sequence[str]
) -> MendedCaptions:
    utf8 = _read_utf8(content.data)
    before = with_line_feeds(content.text if utf8 is None else utf8)
    after = with_line_feeds(written.decode("utf-8-sig"))
    unnamed = "encoding" if utf8 is None else "line-ends" if before == after else "layout"
    named = (*attempt.silent, *mends) or (unnamed,)
    return MendedCaptions(written, named, "", before, after)


def _read_utf8(data: bytes) -> str | None:
    """A text in UTF-8; None for bytes that are none."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
