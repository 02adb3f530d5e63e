"""The line of each key of a TOML file, which tomllib does not tell."""

import tomllib
from collections.abc import Iterator, Mapping
from typing import cast

import regex

# The keys that lead to a value, and indexes from 0 in lists of tables: ("links", 0, "url").
KeyPath = tuple[str | int, ...]

# What decides where a statement ends: texts, comments, brackets and line breaks (TOML 1.0). Repetitions are
# possessive and what does not end is taken whole, so that a hostile file takes no longer than its length.
_TOKEN = regex.compile(
    r""""{3}(?:[^"\\]++|\\.|"(?!""))*+(?:"{3,5}+)?+|'{3}(?:[^']++|'(?!''))*+(?:'{3,5}+)?+"""
    r"""|"(?:[^"\\\n]++|\\.)*+"?+|'[^'\n]*+'?+|\#[^\n]*+|[\[\]{}\n]""",
    regex.DOTALL,
)
_DEPTH_CHANGE = {"[": 1, "{": 1, "]": -1, "}": -1}


def key_lines(text: str) -> dict[KeyPath, int]:
    """The line, from 1, of each key and table of a TOML text; none of what tomllib cannot read."""
    lines: dict[KeyPath, int] = {}
    tables: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for line, statement in statements(text):
        if not (found := values_of(statement)):
            continue
        if statement.lstrip().startswith("["):
            table = open_table(found, tables)
            for path in (table, table[:-1] if isinstance(table[-1], int) else table):
                lines.setdefault(path, line)
        else:
            for path in _key_paths(found, table):
                lines.setdefault(path, line)
    return lines


def find_line(path: KeyPath, lines: Mapping[KeyPath, int]) -> int | None:
    """The line of a key, else of the closest table around it; None where that is the whole file."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path)


def statements(text: str) -> Iterator[tuple[int, str]]:
    """Each key with its value, and each table header, with the number of its first line.

    A statement ends with the first line break that is outside of texts, lists and inline tables.
    """
    first, line, depth, start = 1, 1, 0, 0
    for token in _TOKEN.finditer(text):
        depth = max(0, depth + _DEPTH_CHANGE.get(token[0], 0))
        if token[0] != "\n":
            line += token[0].count("\n")
            continue
        line += 1
        if not depth:
            yield first, text[start : token.start()]
            first, start = line, token.end()
    yield first, text[start:]


def values_of(statement: str) -> dict[str, object]:
    """What a statement says; {} for a comment, an empty line, and what is not TOML."""
    try:
        return tomllib.loads(statement)
    except tomllib.TOMLDecodeError:
        return {}


def open_table(found: Mapping[str, object], tables: dict[KeyPath, int]) -> KeyPath:
    """The path of the table that a header opens.

    Args:
        found: the header as tomllib reads it.
        tables: how many tables each list of tables has so far; it is updated.
    """
    path: KeyPath = ()
    value: object = found
    while isinstance(value, dict) and value:
        key, value = next(iter(value.items()))
        path += (key,)
        if isinstance(value, list):
            tables[path] = tables.get(path, 0) + 1
        if path in tables:
            path += (tables[path] - 1,)
    return path


def _key_paths(found: Mapping[str, object], table: KeyPath) -> Iterator[KeyPath]:
    for key, value in found.items():
        yield (*table, key)
        if isinstance(value, dict):
            yield from _key_paths(cast("dict[str, object]", value), (*table, key))
