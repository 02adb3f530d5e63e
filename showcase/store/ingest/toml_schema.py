"""Schemas for TOML files: functions that check a value and convert it.

A schema takes a value, its path in the file, and the file. It returns the converted value, or adds a fault to
the file and returns None. So all faults of a file are found at once.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date as Date  # noqa: N812 - a type, and `date` is a key here
from datetime import datetime
from difflib import get_close_matches
from urllib.parse import urlsplit

import regex

from showcase.core.text.double_encoding import undo_double_encoding
from showcase.core.text.language_tags import parse_language_tag
from showcase.core.timing.timecodes import parse_time
from showcase.errors import Diagnosis
from showcase.store.ingest.toml_file import TomlFile
from showcase.store.ingest.toml_lines import KeyPath

TomlSchema = Callable[[object, KeyPath, TomlFile], object]

_TYPE_NAMES: tuple[tuple[type, str], ...] = (
    (bool, "true or false"), (str, "text"), (int, "a number"), (float, "a number"), (dict, "a table"),
    (list, "a list"),
)  # fmt: skip
_CONTROL_CHAR = regex.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_DATE = regex.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", regex.ASCII)
# What addresses can name: six digits.
MAX_ORDINAL = 999_999
_REPLACEMENT_CHAR = "\N{REPLACEMENT CHARACTER}"


def text(value: object, path: KeyPath, file: TomlFile) -> str | None:
    """Text; white space around it is dropped."""
    if not isinstance(value, str):
        message = f"{_quoted_key(path)} is {_type_name(value)}, not text"
        file.add_fault(path, Diagnosis("wrong-type", message, "write text in double quotes"))
        return None
    if diagnosis := _text_diagnosis(value, path):
        file.add_fault(path, diagnosis)
        return None
    return value.strip()


def _text_diagnosis(value: str, path: KeyPath) -> Diagnosis | None:
    if _CONTROL_CHAR.search(value):
        message = f"{_quoted_key(path)} has a control character"
        return Diagnosis("control-character", message, "remove it")
    if _REPLACEMENT_CHAR in value:
        at = value.index(_REPLACEMENT_CHAR)
        shown = value[max(0, at - 20) : at + 20]
        return Diagnosis("lost-character", f'A character was lost in "{shown}"', "type it again")
    if meant := undo_double_encoding(value):
        message = f"{_quoted_key(path)} was saved in the wrong encoding (mojibake)"
        return Diagnosis("mojibake", message, f'write "{meant.strip()}"')
    return None


def flag(value: object, path: KeyPath, file: TomlFile) -> bool | None:
    """True or false."""
    if isinstance(value, bool):
        return value
    message = f"{_quoted_key(path)} is {_type_name(value)}, not true or false"
    file.add_fault(path, Diagnosis("wrong-type", message, f"write {path[-1]} = true"))
    return None


def ordinal(value: object, path: KeyPath, file: TomlFile) -> int | None:
    """A whole number from 1 to MAX_ORDINAL."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= MAX_ORDINAL:
        return value
    message = f"{_quoted_key(path)} is no whole number from 1 on"
    file.add_fault(path, Diagnosis("wrong-type", message, f"write {path[-1]} = 2"))
    return None


def required_text(value: object, path: KeyPath, file: TomlFile) -> str | None:
    """Text that is not empty or only white space."""
    read = text(value, path, file)
    if read == "":
        diagnosis = Diagnosis(
            "empty-text", f"{_quoted_key(path)} is empty", "write something in its quotes"
        )
        file.add_fault(path, diagnosis)
    return read


def link_url(value: object, path: KeyPath, file: TomlFile) -> str | None:
    """The address of a link: http, https or mailto, so that no link runs a script."""
    read = required_text(value, path, file)
    if not read or is_link_url(read):
        return read
    fix = 'write all of it, as in "https://example.org/page"'
    file.add_fault(path, Diagnosis("not-an-address", f'"{read}" is not a web address', fix))
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
        fix = 'write one like "en", "es" or "pt-BR"'
        file.add_fault(path, Diagnosis("unknown-language", f'"{read}" is not a language tag', fix))
    return tag


def one_of(*words: str) -> TomlSchema:
    """The schema of a text that is one of these words."""

    def read_word(value: object, path: KeyPath, file: TomlFile) -> str | None:
        read = text(value, path, file)
        if read is None or read in words:
            return read
        choices = " or ".join(f'"{word}"' for word in words)
        message = f'{_quoted_key(path)} is "{read}"'
        file.add_fault(path, Diagnosis("unknown-word", message, f"write {choices}"))
        return None

    return read_word


def date(value: object, path: KeyPath, file: TomlFile) -> str | None:
    """A day, a month or a year, as ISO 8601 writes it: "2017-12-29", "2017-12" or "2017"."""
    if isinstance(value, Date):
        return (value.date() if isinstance(value, datetime) else value).isoformat()
    read = value.strip() if isinstance(value, str) else ""
    if read and _is_date(read):
        return read
    shown = f'"{value}"' if isinstance(value, str) else _type_name(value)
    fix = 'write "2017", "2017-12" or "2017-12-29", in quotes'
    file.add_fault(path, Diagnosis("not-a-date", f"{shown} is not a date", fix))
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
    fix = 'write minutes and seconds in quotes, as in "2:34"'
    file.add_fault(path, Diagnosis("not-a-duration", f"{shown} is not a duration", fix))
    return None


def one_or_more_texts(value: object, path: KeyPath, file: TomlFile) -> tuple[str, ...] | None:
    """A text or a list of texts, as a tuple of those that are not empty."""
    entries = value if isinstance(value, list) and value else [value]
    if not all(isinstance(entry, str) for entry in entries):
        message = f"{_quoted_key(path)} is neither text nor a list of texts"
        fix = 'write text in double quotes, or several as in ["a", "b"]'
        file.add_fault(path, Diagnosis("wrong-type", message, fix))
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
            message = f"{_quoted_key(path)} is {_type_name(value)}, not a table"
            fix = f"write [{path[-1]}] on a line, and its keys below" if path else ""
            file.add_fault(path, Diagnosis("wrong-type", message, fix))
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
            fix = f"begin each of its entries with [[{path[-1]}]]"
            file.add_fault(path, Diagnosis("not-a-list", f"{_quoted_key(path)} is a list", fix))
            return None
        read = [entry_schema(entry, (*path, number), file) for number, entry in enumerate(value)]
        return tuple(entry for entry in read if entry is not None)

    return read_tables


def named_tables(entry_schema: TomlSchema) -> TomlSchema:
    """The schema of tables with names that an owner chooses (`[tracks."captions.es.vtt"]`): a dictionary."""

    def read_named(value: object, path: KeyPath, file: TomlFile) -> object:
        if not isinstance(value, dict):
            fix = f'write [{path[-1]}."captions.es.vtt"] with the name of a file'
            diagnosis = Diagnosis(
                "wrong-type", f"{_quoted_key(path)} has a table for each file", fix
            )
            file.add_fault(path, diagnosis)
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
            file.add_fault((*path, key), _unknown_key_diagnosis((*path, key), known, file))
    for key in required:
        if key not in value:
            file.add_fault(path, missing_key_diagnosis(key))


def missing_key_diagnosis(key: str) -> Diagnosis:
    """A key that must be there is not."""
    return Diagnosis("missing-key", f'"{key}" is missing', f'add {key} = "…"')


def _unknown_key_diagnosis(path: KeyPath, known: Iterable[str], file: TomlFile) -> Diagnosis:
    key = str(path[-1])
    if len(path) > 1 and key in file.top_keys:
        file.misplaced_keys.add(key)
        return _misplaced_key_diagnosis(path, file)
    alike = get_close_matches(key.lower(), known, n=1)
    fix = f'write "{alike[0]}"' if alike else f"the keys are {', '.join(known)}"
    return Diagnosis("unknown-key", f'There is no key "{key}"', fix)


def _misplaced_key_diagnosis(path: KeyPath, file: TomlFile) -> Diagnosis:
    """A key of the whole file that is after the header of a table, and so belongs to that table."""
    line = file.line(path[:-1])
    header = f"[[{path[0]}]]" if isinstance(path[1], int) else f"[{path[0]}]"
    where = f"{header}, which begins in line {line}" if line else header
    message = f'"{path[-1]}" is below {where}, and so belongs to it'
    fix = "move this line above the first line that begins with ["
    return Diagnosis("key-after-table", message, fix)


def _quoted_key(path: KeyPath) -> str:
    keys = [entry for entry in path if isinstance(entry, str)]
    return f'"{keys[-1]}"' if keys else "The file"


def _type_name(value: object) -> str:
    return next((words for kind, words in _TYPE_NAMES if isinstance(value, kind)), "a date")
