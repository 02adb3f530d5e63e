"""Reads what video.toml and site.toml say about mistakes: corrections, who wrote a track, whom to tell."""

import regex

from showcase.core.catalog.published_corrections import PublishedCorrection
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import parse_time
from showcase.errors import Diagnosis
from showcase.store.ingest.toml_file import TomlFile
from showcase.store.ingest.toml_lines import KeyPath
from showcase.store.ingest.toml_schema import (
    date,
    is_link_url,
    missing_key_diagnosis,
    required_text,
    table,
    text,
)

_FULL_DATE_CHARS = len("2026-11-27")
_ORIGINS = ("automatic", "person")
_MAILTO = "mailto:"
# Enough to tell an address from a sentence or a name; only a letter that arrives proves one (RFC 5321).
_EMAIL = regex.compile(r"[^\s@<>(),;:\"\\[\]?&%#]+@[^\s@<>(),;:\"\\[\]?&%#]+\.[\w-]+")


def day(value: object, path: KeyPath, file: TomlFile) -> str | None:
    """A day: "2026-11-27"."""
    read = date(value, path, file)
    if read is None or len(read) == _FULL_DATE_CHARS:
        return read
    diagnosis = Diagnosis("not-a-date", f'"{read}" is not a day', 'write one like "2026-11-27"')
    file.add_fault(path, diagnosis)
    return None


def track_origin(value: object, path: KeyPath, file: TomlFile) -> str | None:
    """Who wrote the words of a track: "automatic" or "person"."""
    read = required_text(value, path, file)
    if not read or read in _ORIGINS:
        return read
    fix = 'write origin = "automatic" for what a program heard, origin = "person" for what a person wrote'
    file.add_fault(path, Diagnosis("unknown-origin", f'"{read}" is no origin of captions', fix))
    return None


def contact(value: object, path: KeyPath, file: TomlFile) -> str | None:
    """Where visitors report mistakes: an e-mail address, or the address of a form."""
    read = required_text(value, path, file)
    if not read:
        return read
    address = read.removeprefix(_MAILTO)
    if _EMAIL.fullmatch(address):
        return address
    if is_link_url(read) and not read.startswith(_MAILTO):
        return read
    fix = 'write an e-mail address like "words@example.org", or the https:// address of a form'
    file.add_fault(
        path, Diagnosis("not-a-contact", f'"{read}" is neither e-mail nor web address', fix)
    )
    return None


def _time(value: object, path: KeyPath, file: TomlFile) -> Moment | None:
    """A time in the recording: "1:52"."""
    if isinstance(value, str) and (ms := parse_time(value)) is not None:
        return Moment(ms)
    shown = f'"{value}"' if isinstance(value, str) else "This"
    fix = 'write minutes and seconds in quotes, as in "1:52"'
    file.add_fault(path, Diagnosis("not-a-time", f"{shown} is not a time", fix))
    return None


def _build_correction(*, time: Moment | None = None, **texts: str) -> PublishedCorrection:
    return PublishedCorrection(moment=time, **texts)


_fields_schema = table(
    _build_correction, {"date": day, "time": _time, "was": text, "now": text, "what": text}, "date"
)


def correction(value: object, path: KeyPath, file: TomlFile) -> object:
    """A table of `[[corrections]]`: the day, and the words as they are now, or what was changed."""
    read = _fields_schema(value, path, file)
    if isinstance(read, PublishedCorrection) and not (read.now or read.what):
        file.add_fault(path, missing_key_diagnosis("now"))
    return read
