"""Schemas for TOML files: functions that check a value and convert it.

A schema takes a value, its path in the file, and the file. It returns the converted value, or adds a fault to
the file and returns None. So all faults of a file are found at once.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date as Date  # noqa: N812 - a type, and `date` is a key here
from datetime import datetime
from difflib import get_close_matches
from urllib.parse import urlsplit

import regex

from showcase.core.text.language_tags import parse_language_tag
from showcase.core.timing.timecodes import parse_time
from showcase.errors import Fault
from showcase.store.ingest.toml_lines import KeyPath, find_line, key_lines

TomlSchema = Callable[[object, KeyPath, "TomlFile"], object]

_TYPE_NAMES: tuple[tuple[type, str], ...] = (
    (bool, "true or false"), (str, "text"), (int, "a number"), (float, "a number"), (dict, "a table"),
    (list, "a list"),
)  # fmt: skip
_CONTROL_CHAR = regex.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_DATE = regex.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", regex.ASCII)
_ERROR_POSITION = regex.compile(r" ?\(at (?:line (\d+), column \d+|end of document)\)")


class TomlFile:
    """A TOML file that is being read.

    Attributes:
        text: its content, without a byte order mark and with line feeds only.
        faults: what was found wrong in it so far.
    """

    def __init__(self, text: str, place: str) -> None:
        """Take the content of a file, and its path as faults name it."""
        self.text = text.removeprefix("\ufeff").replace("\r\n", "\n")
        self.faults: list[Fault] = []
        self._place = place
        self._lines: dict[KeyPath, int] | None = None

    def values(self) -> dict[str, object]:
        """Everything in the file as tomllib reads it; an empty dictionary and a fault when it is not TOML."""
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            self.faults.append(self._syntax_fault(str(error)))
            return {}

    def place(self, path: KeyPath) -> str:
        """The place of a key: "wsr/video.toml:3", without a line for the file as a whole."""
        if self._lines is None:
            self._lines = key_lines(self.text)
        line = find_line(path, self._lines)
        return f"{self._place}:{line}" if line else self._place

    def add_fault(self, path: KeyPath, message: str) -> None:
        """Add a fault at the place of a key."""
        self.faults.append(Fault(self.place(path), message))

    def _syntax_fault(self, error: str) -> Fault:
        at = _ERROR_POSITION.search(error)
        line = (at and at[1]) or str(self.text.rstrip().count("\n") + 1)
        return Fault(
            f"{self._place}:{line}",
            f'This line cannot be read ({_ERROR_POSITION.sub("", error)}): write it as key = "text", '
            "each key once and on a line of its own.",
        )


def text(value: object, path: KeyPath, file: TomlFile) -> str | None:
    """Text; white space around it is dropped."""
    if not isinstance(value, str):
        file.add_fault(
            path, f"{_quoted_key(path)} must be text in double quotes, not {_type_name(value)}."
        )
        return None
    if _CONTROL_CHAR.search(value):
        file.add_fault(path, f"{_quoted_key(path)} has a control character: remove it.")
        return None
    return value.strip()


def required_text(value: object, path: KeyPath, file: TomlFile) -> str | None:
    """Text that is not empty or only white space."""
    read = text(value, path, file)
    if read == "":
        file.add_fault(path, f"{_quoted_key(path)} is empty: write something between its quotes.")
    return read


def link_url(value: object, path: KeyPath, file: TomlFile) -> str | None:
    """The address of a link: http, https or mailto, so that no link runs a script."""
    read = required_text(value, path, file)
    if not read or is_link_url(read):
        return read
    file.add_fault(
        path, f'"{read}" is not a web address: write all of it, as in "https://example.org/page".'
    )
    return None


def is_link_url(read: str) -> bool:
    """True for an http, https or mailto address."""
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
    """A language tag (BCP 47), with the usual letter case: "pt-br" becomes "pt-BR"."""
    read = required_text(value, path, file)
    tag = parse_language_tag(read or "")
    if read and tag is None:
        file.add_fault(
            path, f'"{read}" is not a language tag: write one like "en", "es" or "pt-BR".'
        )
    return tag


def date(value: object, path: KeyPath, file: TomlFile) -> str | None:
    """A day, a month or a year, as ISO 8601 writes it: "2017-12-29", "2017-12" or "2017"."""
    if isinstance(value, Date):
        return (value.date() if isinstance(value, datetime) else value).isoformat()
    read = value.strip() if isinstance(value, str) else ""
    if read and _is_date(read):
        return read
    shown = f'"{value}"' if isinstance(value, str) else _type_name(value)
    file.add_fault(
        path, f'{shown} is not a date: write "2017", "2017-12" or "2017-12-29", in quotes.'
    )
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
    """A duration of more than 0, in milliseconds."""
    if isinstance(value, str) and (ms := parse_time(value)):
        return ms
    shown = f'"{value}"' if isinstance(value, str) else _type_name(value)
    file.add_fault(
        path, f'{shown} is not a duration: write minutes and seconds in quotes, as in "2:34".'
    )
    return None


def one_or_more_texts(value: object, path: KeyPath, file: TomlFile) -> tuple[str, ...] | None:
    """A text or a list of texts, as a tuple of those that are not empty."""
    entries = value if isinstance(value, list) and value else [value]
    if not all(isinstance(entry, str) for entry in entries):
        file.add_fault(
            path, f"{_quoted_key(path)} must be text in double quotes, or a list of such texts."
        )
        return None
    read = [required_text(entry, path, file) for entry in entries]
    return tuple(entry for entry in read if entry)


def table(
    make: Callable[..., object], schemas: Mapping[str, TomlSchema], *required: str
) -> TomlSchema:
    """The schema of a table.

    Args:
        make: called with the values that could be read, as keyword arguments.
        schemas: the schema of each key that is allowed.
        required: the keys that must be there; without them, `make` is not called.
    """

    def read_table(value: object, path: KeyPath, file: TomlFile) -> object:
        if not isinstance(value, dict):
            file.add_fault(
                path,
                f"{_quoted_key(path)} must be a table of its own keys, not {_type_name(value)}.",
            )
            return None
        _check_keys(value, path, file, schemas, required)
        read = {
            key: schema(value[key], (*path, key), file)
            for key, schema in schemas.items()
            if key in value
        }
        good = {key: entry for key, entry in read.items() if entry is not None}
        return make(**good) if good.keys() >= set(required) else None

    return read_table


def table_list(entry_schema: TomlSchema) -> TomlSchema:
    """The schema of a list of tables (`[[links]]`): a tuple of the entries that could be read."""

    def read_tables(value: object, path: KeyPath, file: TomlFile) -> object:
        if not isinstance(value, list):
            file.add_fault(
                path,
                f"{_quoted_key(path)} is a list: begin each of its entries with [[{path[-1]}]].",
            )
            return None
        read = [entry_schema(entry, (*path, number), file) for number, entry in enumerate(value)]
        return tuple(entry for entry in read if entry is not None)

    return read_tables


def named_tables(entry_schema: TomlSchema) -> TomlSchema:
    """The schema of tables with names that an owner chooses (`[tracks."captions.es.vtt"]`): a dictionary."""

    def read_named(value: object, path: KeyPath, file: TomlFile) -> object:
        if not isinstance(value, dict):
            file.add_fault(path, f'Write [{path[-1]}."captions.es.vtt"] with the name of a file.')
            return None
        read = {name: entry_schema(entry, (*path, name), file) for name, entry in value.items()}
        return {name: entry for name, entry in read.items() if entry is not None}

    return read_named


def _check_keys(
    value: Mapping[str, object],
    path: KeyPath,
    file: TomlFile,
    known: Mapping[str, TomlSchema],
    required: Sequence[str],
) -> None:
    for key in value:
        if key not in known:
            file.add_fault((*path, key), _unknown_key_message(key, known))
    for key in required:
        if key not in value:
            file.add_fault(path, f'"{key}" is missing: add {key} = "…".')


def _unknown_key_message(key: str, known: Iterable[str]) -> str:
    alike = get_close_matches(key.lower(), known, n=1)
    advice = f'did you mean "{alike[0]}"?' if alike else f"the keys are {', '.join(known)}."
    return f'There is no key "{key}": {advice}'


def _quoted_key(path: KeyPath) -> str:
    keys = [entry for entry in path if isinstance(entry, str)]
    return f'"{keys[-1]}"' if keys else "The file"


def _type_name(value: object) -> str:
    return next((words for kind, words in _TYPE_NAMES if isinstance(value, kind)), "a date")
