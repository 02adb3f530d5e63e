"""Explains why a text is not TOML: what people mistype, and what to type instead."""

import tomllib
from collections.abc import Sequence
from typing import NamedTuple

import regex

from showcase.errors import Diagnosis
from showcase.store.ingest.toml_mends import MENDS

_ERROR_POSITION = regex.compile(r" ?\(at (?:line (\d+), column \d+|end of document)\)")
_KEY = regex.compile(r"\s*([\w-]+|\"[^\"\n]*\")\s*=")
_HEADER = regex.compile(r"\s*\[+\s*([^\[\]]*?)\s*\]")
_OPEN_TEXT = regex.compile(r"""\s*[\w-]+\s*=\s*["“][^"”]*""")
_NO_VALUE = regex.compile(r"\s*([\w-]+)\s*=\s*(?:#.*)?")
_MAX_SHOWN_CHARS = 80


class SyntaxFinding(NamedTuple):
    """Why a text is not TOML.

    Attributes:
        line: where, from 1.
        diagnosis: what is wrong.
        mended: the text without this mistake, to look for the next one; "" where nobody knows what was meant.
    """

    line: int
    diagnosis: Diagnosis
    mended: str = ""


def explain_syntax_error(text: str, error: str) -> SyntaxFinding:
    """Explain an error of tomllib.

    Args:
        text: what is not TOML, with line feeds only.
        error: the message of tomllib.TOMLDecodeError.
    """
    lines = text.split("\n")
    at = _ERROR_POSITION.search(error)
    last = text.rstrip().count("\n") + 1
    line = min(int(at[1]), len(lines)) if at and at[1] else last
    message = _ERROR_POSITION.sub("", error)
    return (
        _explain_twice(lines, line, message)
        or _explain_no_value(lines, line)
        or _explain_open_text(lines, line)
        or _explain_mend(lines, line)
        or _explain_open_end(text, line, message)
        or SyntaxFinding(line, _unknown_diagnosis(message))
    )


def _unknown_diagnosis(message: str) -> Diagnosis:
    fix = 'write it as key = "text", on a line of its own'
    return Diagnosis("broken-toml", f"This line cannot be read ({message})", fix)


def _explain_mend(lines: Sequence[str], line: int) -> SyntaxFinding | None:
    """The first mistake whose mend makes the line readable."""
    broken = lines[line - 1]
    for code, message, mend in MENDS:
        for candidate in mend(broken):
            mended = "\n".join((*lines[: line - 1], candidate, *lines[line:]))
            if candidate != broken and _is_readable_after(mended, line):
                return SyntaxFinding(line, Diagnosis(code, message, _write(candidate)), mended)
    return None


def _write(candidate: str) -> str:
    shown = candidate.strip()
    return f"write {shown[:_MAX_SHOWN_CHARS]}{'…' if len(shown) > _MAX_SHOWN_CHARS else ''}"


def _is_readable_after(text: str, line: int) -> bool:
    """True if the first error of a text, if there is one, is after a line."""
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _ERROR_POSITION.search(str(error))
        return bool(at and at[1] and int(at[1]) > line)
    except RecursionError:
        return False
    return True


def _explain_twice(lines: Sequence[str], line: int, message: str) -> SyntaxFinding | None:
    """A key or a table that is there twice."""
    if not message.startswith(("Cannot overwrite", "Cannot declare")):
        return None
    if header := _HEADER.match(lines[line - 1]):
        return SyntaxFinding(line, _table_twice_diagnosis(header[1], lines, line))
    if not (key := _KEY.match(lines[line - 1])):
        return None
    first = _line_before(lines, line, _KEY, key[1])
    where = f"; the first one is in line {first}" if first else ""
    diagnosis = Diagnosis("duplicate-key", f"{key[1]} is there twice{where}", "keep one of the two")
    kept = "\n".join((*lines[: line - 1], f"# {lines[line - 1]}", *lines[line:]))
    return SyntaxFinding(line, diagnosis, kept if _is_readable_after(kept, line) else "")


def _table_twice_diagnosis(name: str, lines: Sequence[str], line: int) -> Diagnosis:
    first = _line_before(lines, line, _HEADER, name)
    where = f"; the first one is in line {first}" if first else ""
    fix = "write its keys below the first one"
    if "." not in name:
        fix += f", or begin each entry of a list with [[{name}]]"
    return Diagnosis("duplicate-table", f"[{name}] is there twice{where}", fix)


def _line_before(
    lines: Sequence[str], line: int, pattern: "regex.Pattern[str]", name: str
) -> int | None:
    """The line, from 1, in which a name comes last before `line`."""
    for number in range(line - 1, 0, -1):
        found = pattern.match(lines[number - 1])
        if found and found[1] == name:
            return number
    return None


def _explain_no_value(lines: Sequence[str], line: int) -> SyntaxFinding | None:
    """A key without a value."""
    found = _NO_VALUE.fullmatch(lines[line - 1])
    if found is None:
        return None
    diagnosis = Diagnosis(
        "missing-value", "There is nothing after the =", f'write {found[1]} = "…"'
    )
    mended = "\n".join((*lines[: line - 1], f'{found[1]} = ""', *lines[line:]))
    return SyntaxFinding(line, diagnosis, mended if _is_readable_after(mended, line) else "")


def _explain_open_text(lines: Sequence[str], line: int) -> SyntaxFinding | None:
    """A text that goes on in the next line, which only three quotes allow."""
    following = lines[line].strip() if line < len(lines) else ""
    is_words = following and following[0] not in "[#" and not _KEY.match(following)
    if not is_words or not _OPEN_TEXT.fullmatch(lines[line - 1]):
        return None
    fix = 'put all of it on one line, or write """ before and after it'
    return SyntaxFinding(line, Diagnosis("broken-line", "The text goes on in the next line", fix))


def _explain_open_end(text: str, line: int, message: str) -> SyntaxFinding | None:
    """A long text or a list that nothing ends."""
    for marks in ('"""', "'''"):
        if text.count(marks) % 2:
            first = text.count("\n", 0, text.rindex(marks)) + 1
            fix = f"write {marks} after its last word"
            diagnosis = Diagnosis(
                "open-text", f"The text that begins here with {marks} does not end", fix
            )
            return SyntaxFinding(first, diagnosis)
    if "Unclosed array" in message:
        fix = "write ] after its last entry, and commas between the entries"
        return SyntaxFinding(
            line, Diagnosis("open-list", "A list that begins with [ does not end", fix)
        )
    return None
