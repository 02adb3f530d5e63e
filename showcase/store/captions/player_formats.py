"""The readers of MPL2 and TMPlayer, formats of players of films: a cue a line, and nothing else in the file.

    [123][456]One line|and another     MPL2: start and end in tenths of a second
    00:01:02:One line|and another      TMPlayer: only the start, in seconds

Both come as `.txt` or `.sub`. docs/decisions/0021-caption-libraries.md says why no library reads them.
"""

import re
from collections.abc import Iterator, Sequence

from showcase.store.captions.cue_drafts import CueDraft, finish_cues
from showcase.store.captions.cue_limit import check_cue_count
from showcase.store.captions.findings import Finding
from showcase.store.captions.microdvd_reader import microdvd_markup
from showcase.store.captions.new_beginnings import report_new_beginnings
from showcase.store.captions.parsed_file import ParsedFile

_MPL2 = re.compile(r"\[(\d{1,9})\]\s?\[(\d{0,9})\](.*)", re.ASCII | re.DOTALL)
# "00:01:02,1=text" is the first line of a cue.
_TMPLAYER = re.compile(r"(\d{1,2}):([0-5]\d):([0-5]\d)(?:,\d)?[:=](.*)", re.ASCII | re.DOTALL)
# The frames of a time code, or minutes after hours: "00:01:02:12 and so on".
_NUMBER_FIRST = re.compile(r"\d{1,3}(?!\S)")
_MS_PER_TENTH = 100
# A few lines in a hundred may be damaged; they are reported.
_MIN_SHARE = 0.9
_UNSEEN = "\ufeff \t\f"


def is_mpl2(lines: Sequence[str]) -> bool:
    """Are the lines of a file cues of MPL2?"""
    return _are_cues(lines, _MPL2)


def is_tmplayer(lines: Sequence[str]) -> bool:
    """Are the lines of a file cues of TMPlayer, and no time codes with frames?"""
    if not _are_cues(lines, _TMPLAYER):
        return False
    found = [match for line in lines if (match := _TMPLAYER.fullmatch(line.strip(_UNSEEN)))]
    return 2 * sum(bool(_NUMBER_FIRST.match(match[4])) for match in found) < len(found)


def _are_cues(lines: Sequence[str], cue: re.Pattern[str]) -> bool:
    """The first line with text, and nearly all others; one alone may be words."""
    said = (text for line in lines if (text := line.strip(_UNSEEN)))
    if not cue.fullmatch(next(said, "")):
        return False
    others = [cue.fullmatch(text) is not None for text in said]
    return len(others) > 0 and sum(others) >= _MIN_SHARE * len(others)


def read_mpl2(lines: Sequence[str]) -> ParsedFile:
    """Read an MPL2 file.

    Args:
        lines: the whole file, which `is_mpl2` knows.
    """
    parsed = ParsedFile()
    return _finish(parsed, list(_mpl2_drafts(lines, parsed)))


def _mpl2_drafts(lines: Sequence[str], parsed: ParsedFile) -> Iterator[CueDraft]:
    for number, found in _find_cues(lines, _MPL2, parsed, "write [123][456] before it"):
        start, end, text = found.groups()
        end_ms = int(end) * _MS_PER_TENTH if end else None
        yield CueDraft(number, int(start) * _MS_PER_TENTH, end_ms, microdvd_markup(text))


def read_tmplayer(lines: Sequence[str]) -> ParsedFile:
    """Read a TMPlayer file.

    Args:
        lines: the whole file, which `is_tmplayer` knows.

    Returns:
        A cue a line, which ends when the next begins: one without text only ends that before it.
    """
    parsed = ParsedFile()
    return _finish(parsed, list(_tmplayer_drafts(lines, parsed)))


def _tmplayer_drafts(lines: Sequence[str], parsed: ParsedFile) -> Iterator[CueDraft]:
    for number, found in _find_cues(lines, _TMPLAYER, parsed, "write 00:01:02: before it"):
        hours, minutes, seconds = (int(found[part]) for part in (1, 2, 3))
        start_ms = ((hours * 60 + minutes) * 60 + seconds) * 1000
        yield CueDraft(number, start_ms, None, microdvd_markup(found[4]))


def _find_cues(
    lines: Sequence[str], cue: re.Pattern[str], parsed: ParsedFile, fix: str
) -> Iterator[tuple[int, re.Match[str]]]:
    """The cues with the numbers of their lines; other lines are reported."""
    for number, line in enumerate(lines, 1):
        text = line.strip(_UNSEEN)
        if found := cue.fullmatch(text):
            yield number, found
        elif text:
            parsed.broken_lines.append(number)
            message = "a line without a time that can be read was left out"
            parsed.faults.append(Finding(number, "unreadable-times", message, fix))


def _finish(parsed: ParsedFile, drafts: Sequence[CueDraft]) -> ParsedFile:
    check_cue_count(len(drafts) + len(parsed.broken_lines))
    cues = finish_cues(drafts)
    report_new_beginnings(sorted(cues, key=lambda cue: cue.line), parsed.faults)
    parsed.cues = [cue for cue in cues if cue.text.text]
    return parsed
