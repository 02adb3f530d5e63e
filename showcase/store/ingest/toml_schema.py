"""What may stand in our TOML files: shapes that check a value and make it one of ours.

A shape takes a value, where it stands, and the file; it returns what is kept, or tells the file what is
wrong and returns None. So every fault of a file is found in one reading.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date as Date  # noqa: N812 - a type, and `date` is a key here
from datetime import datetime
from difflib import get_close_matches
from urllib.parse import urlsplit

import regex

from showcase.core.text.language_tags import read_tag
from showcase.core.timing.timecodes import parse_time
from showcase.errors import Fault
from showcase.store.ingest.toml_lines import KeyPath, key_lines, line_of

Shape = Callable[[object, KeyPath, "TomlFile"], object]

_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "true or false"), (str, "text"), (int, "a number"), (float, "a number"), (dict, "a table"),
    (list, "a list"),
)  # fmt: skip
_CONTROL = regex.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_DATE = regex.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", regex.ASCII)
_AT = regex.compile(r" ?\(at (?:line (\d+), column \d+|end of document)\)")


class TomlFile:
    """A TOML file that is being read, and what was found wrong in it."""

    def __init__(self, text: str, place: str) -> None:
        self.text = text.removeprefix("\ufeff").replace("\r\n", "\n")
        self.faults: list[Fault] = []
        self._place = place
        self._lines: dict[KeyPath, int] | None = None

    def values(self) -> dict[str, object]:
        """Everything in the file; nothing and a fault when it is no TOML."""
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            self.faults.append(self._no_toml(str(error)))
            return {}

    def place(self, path: KeyPath) -> str:
        """Where a key stands: "wsr/video.toml:3", without a line for the file as a whole."""
        if self._lines is None:
            self._lines = key_lines(self.text)
        line = line_of(path, self._lines)
        return f"{self._place}:{line}" if line else self._place

    def wrong(self, path: KeyPath, message: str) -> None:
        """Note a fault at a key."""
        self.faults.append(Fault(self.place(path), message))

    def _no_toml(self, error: str) -> Fault:
        at = _AT.search(error)
        line = (at and at[1]) or str(self.text.rstrip().count("\n") + 1)
        return Fault(
            f"{self._place}:{line}",
            f'This line cannot be read ({_AT.sub("", error)}): write it as key = "text", '
            "each key once and on a line of its own.",
        )


def text(value: object, path: KeyPath, file: TomlFile) -> str | None:
    """Text, without blanks around it."""
    if not isinstance(value, str):
        file.wrong(path, f"{_name(path)} must be text in double quotes, not {_kind(value)}.")
        return None
    if _CONTROL.search(value):
        file.wrong(path, f"{_name(path)} holds a control character: take it out.")
        return None
    return value.strip()


def needed(value: object, path: KeyPath, file: TomlFile) -> str | None:
    """Text that is not empty."""
    read = text(value, path, file)
    if read == "":
        file.wrong(path, f"{_name(path)} is empty: write something between its quotes.")
    return read


def address(value: object, path: KeyPath, file: TomlFile) -> str | None:
    """A web or mail address that a link may lead to, never a script."""
    read = needed(value, path, file)
    if not read or is_address(read):
        return read
    file.wrong(
        path, f'"{read}" is no web address: write all of it, as in "https://example.org/page".'
    )
    return None


def is_address(read: str) -> bool:
    """True for what a link may lead to."""
    if any(character.isspace() for character in read):
        return False
    try:
        parts = urlsplit(read)
        return parts.scheme == "mailto" or (
            parts.scheme in ("http", "https") and bool(parts.hostname)
        )
    except ValueError:  # "http://[::1" and the like
        return False


def language(value: object, path: KeyPath, file: TomlFile) -> str | None:
    """A language tag."""
    read = needed(value, path, file)
    tag = read_tag(read or "")
    if read and tag is None:
        file.wrong(path, f'"{read}" is no language tag: write one like "en", "es" or "pt-BR".')
    return tag


def date(value: object, path: KeyPath, file: TomlFile) -> str | None:
    """A day, a month or a year."""
    if isinstance(value, Date):
        return (value.date() if isinstance(value, datetime) else value).isoformat()
    read = value.strip() if isinstance(value, str) else ""
    if read and _is_date(read):
        return read
    shown = f'"{value}"' if isinstance(value, str) else _kind(value)
    file.wrong(path, f'{shown} is no date: write "2017", "2017-12" or "2017-12-29", in quotes.')
    return None


def _is_date(read: str) -> bool:
    if not (parts := _DATE.fullmatch(read)):
        return False
    try:
        Date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
    except ValueError:
        return False
    return True


def duration(value: object, path: KeyPath, file: TomlFile) -> int | None:
    """Milliseconds of a time above 0."""
    if isinstance(value, str) and (ms := parse_time(value)):
        return ms
    shown = f'"{value}"' if isinstance(value, str) else _kind(value)
    file.wrong(path, f'{shown} is no duration: write minutes and seconds in quotes, as in "2:34".')
    return None


def one_or_more(value: object, path: KeyPath, file: TomlFile) -> tuple[str, ...] | None:
    """A text, or a list of texts."""
    entries = value if isinstance(value, list) and value else [value]
    if not all(isinstance(entry, str) for entry in entries):
        file.wrong(path, f"{_name(path)} must be text in double quotes, or a list of such texts.")
        return None
    read = [needed(entry, path, file) for entry in entries]
    return tuple(entry for entry in read if entry)


def table(make: Callable[..., object], shapes: Mapping[str, Shape], *must: str) -> Shape:
    """A table: `make` is called with the keys that are there, of which `must` may not be left out."""

    def read_table(value: object, path: KeyPath, file: TomlFile) -> object:
        if not isinstance(value, dict):
            file.wrong(path, f"{_name(path)} must be a table of its own keys, not {_kind(value)}.")
            return None
        _check_keys(value, path, file, shapes, must)
        read = {k: shape(value[k], (*path, k), file) for k, shape in shapes.items() if k in value}
        good = {key: entry for key, entry in read.items() if entry is not None}
        return make(**good) if good.keys() >= set(must) else None

    return read_table


def tables(one: Shape) -> Shape:
    """A list of tables: `[[links]]`."""

    def read_tables(value: object, path: KeyPath, file: TomlFile) -> object:
        if not isinstance(value, list):
            file.wrong(
                path, f"{_name(path)} is a list: begin each of its entries with [[{path[-1]}]]."
            )
            return None
        read = [one(entry, (*path, number), file) for number, entry in enumerate(value)]
        return tuple(entry for entry in read if entry is not None)

    return read_tables


def by_name(one: Shape) -> Shape:
    """Tables under names of their own: `[tracks."captions.es.vtt"]`."""

    def read_named(value: object, path: KeyPath, file: TomlFile) -> object:
        if not isinstance(value, dict):
            file.wrong(path, f'Write [{path[-1]}."captions.es.vtt"] with the name of a file.')
            return None
        read = {name: one(entry, (*path, name), file) for name, entry in value.items()}
        return {name: entry for name, entry in read.items() if entry is not None}

    return read_named


def _check_keys(
    value: Mapping[str, object],
    path: KeyPath,
    file: TomlFile,
    known: Mapping[str, Shape],
    must: Sequence[str],
) -> None:
    for key in value:
        if key not in known:
            file.wrong((*path, key), _unknown(key, known))
    for key in must:
        if key not in value:
            file.wrong(path, f'"{key}" is missing: add {key} = "…".')


def _unknown(key: str, known: Iterable[str]) -> str:
    alike = get_close_matches(key.lower(), known, n=1)
    mend = f'did you mean "{alike[0]}"?' if alike else f"there are {', '.join(known)}."
    return f'There is no key "{key}": {mend}'


def _name(path: KeyPath) -> str:
    keys = [entry for entry in path if isinstance(entry, str)]
    return f'"{keys[-1]}"' if keys else "The file"


def _kind(value: object) -> str:
    return next((words for kind, words in _KINDS if isinstance(value, kind)), "a date")
