"""Instants in video.toml: schemas of the times from which a video may be seen."""

from datetime import UTC, date, datetime, time

from showcase.errors import Diagnosis
from showcase.store.ingest.toml_file import TomlFile
from showcase.store.ingest.toml_lines import KeyPath


def instant(value: object, path: KeyPath, file: TomlFile) -> datetime | None:
    """An instant in UTC: a day (its first moment) or a day with a time, with a zone or in the server's.

    TOML's own dates and times are taken, and the same as text: "2027-05-01", "2027-05-01T09:00+02:00".
    """
    read = _parse_instant(value)
    if read is None:
        message = f'"{value}" is not a day or an instant'
        fix = 'write "2027-05-01" or "2027-05-01T09:00+02:00"'
        file.add_fault(path, Diagnosis("not-an-instant", message, fix))
    return read


def _parse_instant(value: object) -> datetime | None:
    try:
        if isinstance(value, str):
            value = datetime.fromisoformat(value.strip())
        if isinstance(value, date) and not isinstance(value, datetime):
            value = datetime.combine(value, time())
        return _in_utc(value) if isinstance(value, datetime) else None
    except (ValueError, OverflowError):
        return None


def _in_utc(read: datetime) -> datetime:
    """Without a zone, the server's; of an hour that comes twice when clocks change, the later one counts."""
    if read.tzinfo is not None:
        return read.astimezone(UTC)
    return max(read.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
