"""Mends of lines that are not TOML: each finds one mistake that people make, and writes what they meant."""

from collections.abc import Callable, Iterator

import regex

LineMend = Callable[[str], Iterator[str]]

_OPENING_QUOTES = "“”„‟«»‹›‘’‚″〝❝＂"
_STRAIGHT = {ord(mark): '"' for mark in _OPENING_QUOTES}
_INVISIBLE = regex.compile(
    r"[\u00a0\u2000-\u200f\u2028\u2029\u202a-\u202f\u2060-\u2069\u3000\ufeff]"
)
_KEY_AND_VALUE = regex.compile(r"(\s*(?:[\w-]++|\"[^\"]*+\"))\s*+=\s*+(\S.*)")
_KEY_AND_NO_EQUALS = regex.compile(
    r"(\s*(?:[\w-]++|\"[\w-]++\"))(?:\s*+(?::=|=>|==|:|＝|：)\s*+|\s++)([^=\s].*)"
)
_OPEN_HEADER = regex.compile(r"\s*(\[{1,2})\s*([^\[\]]+?)\s*\]?\s*")
_FILE_HEADER = regex.compile(r"\s*\[\s*([\w-]+)\s*\.\s*([^\"'\[\]]+?)\s*\]\s*")
_OTHER_COMMENT = regex.compile(r"\s*(?://|;|--|/\*|<!--|%|')(.*)")
_TRAILING = regex.compile(r"\s*[,;.]+\s*$")
_COMMENT = regex.compile(r"\s+#.*$")
_BOOLEANS = {
    "true": "true", "yes": "true", "on": "true", "false": "false", "no": "false", "off": "false",
}  # fmt: skip
# A longer line is no slip of a person, and each mend reads it.
_MAX_LINE_CHARS = 10_000


def _quoted(value: str) -> str:
    """A text as TOML has it; in single quotes where it has double quotes or backslashes itself."""
    if not set(value) & set('"\\'):
        return f'"{value}"'
    if "'" not in value:
        return f"'{value}'"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _bounded(mend: LineMend) -> LineMend:
    def mend_short_line(line: str) -> Iterator[str]:
        if len(line) <= _MAX_LINE_CHARS:
            yield from mend(line)

    return mend_short_line


def _without_invisible(line: str) -> Iterator[str]:
    if _INVISIBLE.search(line):
        yield _INVISIBLE.sub(" ", line)
        yield _INVISIBLE.sub("", line)


def _straight_quotes(line: str) -> Iterator[str]:
    straight = line.translate(_STRAIGHT)
    if straight == line:
        return
    found = _KEY_AND_VALUE.fullmatch(line)
    value = _TRAILING.sub("", _COMMENT.sub("", found[2])).strip() if found else ""
    marks = {*_OPENING_QUOTES, '"'}
    if found and len(value) > 1 and value[0] in marks and value[-1] in marks:
        yield f"{found[1]} = {_quoted(value[1:-1])}"
    yield straight


def _equals_sign(line: str) -> Iterator[str]:
    if not (found := _KEY_AND_NO_EQUALS.fullmatch(line)):
        return
    key, value = found[1].replace('"', ""), _TRAILING.sub("", found[2].translate(_STRAIGHT))
    yield f"{key} = {value}"
    if '"' not in value and found[0].lstrip()[len(key.strip()) :].lstrip(' "')[:1] in (
        ":",
        "=",
        "：",
    ):
        yield f"{key} = {_quoted(value.strip())}"


def _truth(line: str) -> Iterator[str]:
    found = _KEY_AND_VALUE.fullmatch(line)
    word = _COMMENT.sub("", found[2]).strip().lower() if found else ""
    if found and word in _BOOLEANS:
        yield f"{found[1]} = {_BOOLEANS[word]}"


def _inner_quotes(line: str) -> Iterator[str]:
    found = _KEY_AND_VALUE.fullmatch(line)
    value = found[2].rstrip() if found else ""
    if found and len(value) > 1 and value[0] == value[-1] == '"' and '"' in value[1:-1]:
        yield f"{found[1]} = {_quoted(value[1:-1].replace(chr(92), ''))}"


def _backslashes(line: str) -> Iterator[str]:
    found = _KEY_AND_VALUE.fullmatch(line)
    value = found[2].rstrip() if found else ""
    if found and "\\" in value and len(value) > 1 and value[0] == value[-1] == '"':
        yield f"{found[1]} = {_quoted(value[1:-1])}"


def _both_quotes(line: str) -> Iterator[str]:
    if not (found := _KEY_AND_VALUE.fullmatch(line)):
        return
    value = _COMMENT.sub("", found[2]).rstrip()
    for mark in "\"'":
        starts, ends = value.startswith(mark), len(value) > 1 and value.endswith(mark)
        if starts != ends:
            yield f"{found[1]} = {_quoted(value.strip(mark))}"


def _quoted_text(line: str) -> Iterator[str]:
    found = _KEY_AND_VALUE.fullmatch(line)
    if found and found[2][0] not in "\"'[{":
        yield f"{found[1]} = {_quoted(_COMMENT.sub('', found[2]).rstrip())}"


def _closed_header(line: str) -> Iterator[str]:
    if found := _OPEN_HEADER.fullmatch(line):
        yield f"{found[1]}{found[2]}{']' * len(found[1])}"
        yield f"[[{found[2]}]]"


def _quoted_file_name(line: str) -> Iterator[str]:
    if found := _FILE_HEADER.fullmatch(line):
        yield f"[{found[1]}.{_quoted(found[2])}]"


def _no_trailing(line: str) -> Iterator[str]:
    yield _TRAILING.sub("", line)


def _comment(line: str) -> Iterator[str]:
    if found := _OTHER_COMMENT.fullmatch(line):
        yield f"# {found[1].strip()}"


# The code and message of each mistake, and its mend; the first that makes a line readable is the explanation.
MENDS: tuple[tuple[str, str, LineMend], ...] = tuple(
    (code, message, _bounded(mend))
    for code, message, mend in (
        ("invisible-character", "There is an invisible character in this line", _without_invisible),
        ("curly-quotes", "The quotes in this line are not straight", _straight_quotes),
        ("unquoted-text", "This is true or false, in small letters and without quotes", _truth),
        ("trailing-punctuation", "There is a comma or another mark at the end", _no_trailing),
        ("no-equals-sign", "There is no = after the key", _equals_sign),
        ("quote-in-text", "There are double quotes within the text", _inner_quotes),
        ("backslash", "There is a backslash in the text", _backslashes),
        ("missing-quote", "One of the two quotes is missing", _both_quotes),
        ("unquoted-text", "The text is not in quotes", _quoted_text),
        ("missing-bracket", "A bracket is missing", _closed_header),
        ("unquoted-file-name", "The name of the file is not in quotes", _quoted_file_name),
        ("unmarked-comment", "A comment begins with #", _comment),
    )
)
