"""Letters that became question marks: a program saved a text in an encoding that does not have them.

"monta?a" was "montaña", and "don?t" had a curly apostrophe. Nobody can put them back.
"""

import re
from collections.abc import Sequence

import regex

from showcase.store.captions.findings import Finding, Findings

# Between two letters, the second of them small: "se?or", "don?t".
_INSIDE = regex.compile(r"(?<=\p{L})\?(?=\p{Ll})")
# An English ending after an apostrophe. "What?s" is one word, "what?so" is two.
_ENGLISH_ENDING = regex.compile(r"(?<=\p{L})\?(?:s|t|d|m|re|ve|ll)\b", regex.IGNORECASE)
# Words of nothing else, as scripts without Latin letters become: "??? ????? ??".
_ONLY_MARKS = regex.compile(r"(?<!\S)\?{2,}(?:[ ,]+\?{2,}){2,}")
# Parts of addresses and of programs: "watch?v=1", "a?b:c".
_ADDRESS_CHARS = frozenset("/=&@:\\")
_WORD = re.compile(r"[^\s<>{}\[\]|]+")
_MAX_NAMED_LINES = 20
# A missing space after a question ("why?because") is seen once or twice in a file that is whole.
_MAX_SLIPS = 2
_LINE_END = re.compile(r"\r\n|\r|\n")


def report_lost_letters(text: str, language: str, faults: Findings) -> None:
    """Report lines with question marks for letters.

    Args:
        text: the whole file.
        language: a BCP 47 tag, or "".
        faults: one for each line, up to some, is appended.
    """
    if "?" not in text or not (_INSIDE.search(text) or _ONLY_MARKS.search(text)):
        return
    found = [
        (number, line)
        for number, line in enumerate(_LINE_END.split(text), 1)
        if "?" in line and _has_lost_letters(line)
    ]
    if not _is_certain([line for _, line in found], text, language):
        return
    for number, _ in found[:_MAX_NAMED_LINES]:
        message = "a question mark stands where a letter was lost"
        fix = "type it again and save the file as UTF-8"
        faults.append(Finding(number, "damaged-character", message, fix))


def _has_lost_letters(line: str) -> bool:
    return bool(_ONLY_MARKS.search(line)) or any(
        _INSIDE.search(word) and _ADDRESS_CHARS.isdisjoint(word) for word in _WORD.findall(line)
    )


def _is_certain(lines: Sequence[str], text: str, language: str) -> bool:
    """Are these more than slips? All letters that ASCII lacks are lost, in a language that has them."""
    has_marks = language.partition("-")[0].lower() not in {"", "en"}
    slips = 0 if has_marks and text.isascii() else _MAX_SLIPS
    return len(lines) > slips or any(map(_ENGLISH_ENDING.search, lines))
