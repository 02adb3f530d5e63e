"""Text that was read in the wrong encoding and saved again: "cafÃ©" for "café".

ftfy undoes it, also where it was done twice. This is the only user of ftfy; docs/decisions/0020-encodings.md
says what it is trusted with.
"""

import re

import ftfy
from ftfy.badness import BADNESS_RE, MOJIBAKE_CATEGORIES, is_bad

from showcase.store.captions.findings import Finding, Findings

# Every sequence of letters that ftfy calls bad has one of these among its seven letters at most.
_BAD_KINDS = (
    "c1", "bad", "law", "currency", "start_punctuation", "end_punctuation", "numeric", "upper_accented",
    "lower_accented", "box",
)  # fmt: skip
_SUSPICIOUS = re.compile(f"[{''.join(MOJIBAKE_CATEGORIES[kind] for kind in _BAD_KINDS)}°ÙЂ]")
_MAX_BAD_CHARS = 7
_LINE = re.compile(r"[^\r\n]+")
_LINE_END = re.compile(r"\r\n|\r|\n")
# ftfy leaves what DOS made of UTF-8, in which box drawings stand beside letters.
_DOS_BOX = re.compile("[\u2550-\u256c][^\x00-\x7f]")
_DOS_ENCODINGS = ("cp866", "cp437", "cp850")
# "MAÇÃ»" is a word in capitals before a quotation mark, and no "MAÇû".
_CAPITALS_BEFORE_QUOTE = re.compile("[A-ZÀ-Þ][ÃÂ][»”]")
# As many as captions of ten hours have, and longer than any; one in which so many lines are doubtful is lost.
_MAX_UNDONE_LINES, _MAX_LINE_CHARS, _MAX_NAMED_LINES = 25_000, 5_000, 100
# Fixes that may also change what somebody meant.
_ENCODING_ONLY = ftfy.TextFixerConfig(
    unescape_html=False, remove_terminal_escapes=False, fix_latin_ligatures=False,
    fix_character_width=False, uncurl_quotes=False, fix_line_breaks=False, fix_surrogates=False,
    remove_control_chars=False, normalization=None, fix_c1_controls=False, explain=False,
)  # fmt: skip


def undo_mojibake(text: str, faults: Findings, notes: Findings) -> str:
    """A text as it was before it was read in the wrong encoding.

    Args:
        text: a whole file.
        faults: lines that cannot be undone beyond doubt are appended; they stay as they are.
        notes: lines that were undone are appended.
    """
    if text.isascii() or not (has_bad_letters(text) or _DOS_BOX.search(text)):
        return text
    undone: list[int] = []
    doubtful: list[int] = []
    ends = [found.start() for found in _LINE_END.finditer(text)]
    pieces: list[str] = []
    at = number = 0
    for found in _LINE.finditer(text):
        while number < len(ends) and ends[number] < found.start():
            number += 1
        line = found[0]
        if line.isascii():
            continue
        fixed = _undo_in_line(line) if len(undone) < _MAX_UNDONE_LINES else line
        pieces += [text[at : found.start()], fixed]
        at = found.end()
        if fixed != line:
            undone.append(number + 1)
        if _looks_bad(fixed):
            doubtful.append(number + 1)
            if len(doubtful) == _MAX_NAMED_LINES:
                break
    _report(undone, doubtful, faults, notes)
    return "".join(pieces) + text[at:]


def has_bad_letters(text: str) -> bool:
    """What ftfy's `is_bad` says, in a tenth of the time where few letters can be bad at all.

    Args:
        text: a whole file.
    """
    places = (found.start() for found in _SUSPICIOUS.finditer(text))
    return any(
        BADNESS_RE.search(text, max(at - _MAX_BAD_CHARS + 1, 0), at + _MAX_BAD_CHARS)
        for at in places
    )


def _undo_in_line(line: str) -> str:
    if len(line) > _MAX_LINE_CHARS or _CAPITALS_BEFORE_QUOTE.search(line):
        return line
    if _DOS_BOX.search(line):
        return _undo_dos(line)
    if not is_bad(line):
        return line
    return ftfy.fix_encoding(line, _ENCODING_ONLY)


def _undo_dos(line: str) -> str:
    for encoding in _DOS_ENCODINGS:
        try:
            return line.encode(encoding).decode()
        except UnicodeError:
            continue
    return line


def _looks_bad(line: str) -> bool:
    return bool(_DOS_BOX.search(line)) or (is_bad(line) and not _CAPITALS_BEFORE_QUOTE.search(line))


def _report(undone: list[int], doubtful: list[int], faults: Findings, notes: Findings) -> None:
    if undone:
        message = (
            f"letters were saved in the wrong encoding{_count_others(undone)}; they were put right"
        )
        notes.append(Finding(undone[0], "mojibake-undone", message, "save the file as UTF-8"))
    for line in doubtful:
        message = "letters here were saved in the wrong encoding and cannot be told"
        faults.append(Finding(line, "doubtful-letters", message, "type them again"))


def _count_others(lines: list[int]) -> str:
    return f", here and in {len(lines) - 1} other lines" if len(lines) > 1 else ""
