"""In which line of a TOML file a key stands: tomllib gives values only."""

import tomllib
from collections.abc import Iterator, Mapping
from typing import cast

# Where a value stands: keys, and numbers where a list of tables is on the way: ("links", 0, "url").
KeyPath = tuple[str | int, ...]


def key_lines(text: str) -> dict[KeyPath, int]:
    """The line, from 1, of each key and table of a TOML text that tomllib can read."""
    lines: dict[KeyPath, int] = {}
    tables: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for line, statement in _statements(text):
        found = tomllib.loads(statement)
        if statement.lstrip().startswith("["):
            table = _open_table(found, tables)
            for path in (table, table[:-1] if isinstance(table[-1], int) else table):
                lines.setdefault(path, line)
        else:
            for path in _paths(found, table):
                lines.setdefault(path, line)
    return lines


def line_of(path: KeyPath, lines: Mapping[KeyPath, int]) -> int | None:
    """The line of a key, else of the closest thing around it; None for the file as a whole."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path)


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Each key with its value, or table header: the fewest lines that can be read by themselves."""
    lines = text.split("\n")
    first = 0
    for last in range(len(lines)):
        statement = "\n".join(lines[first : last + 1])
        if _can_be_read(statement):
            yield first + 1, statement
            first = last + 1


def _can_be_read(statement: str) -> bool:
    try:
        tomllib.loads(statement)
    except tomllib.TOMLDecodeError:
        return False
    return True


def _open_table(found: Mapping[str, object], tables: dict[KeyPath, int]) -> KeyPath:
    """The path of the table a header opens; `tables` counts those of each list of tables so far."""
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


def _paths(found: Mapping[str, object], table: KeyPath) -> Iterator[KeyPath]:
    for key, value in found.items():
        yield (*table, key)
        if isinstance(value, dict):
            yield from _paths(cast("dict[str, object]", value), (*table, key))
