"""Takes `offset` out of the tables of tracks in video.toml, where it is written into the times of files."""

from collections.abc import Collection

from showcase.errors import ShowcaseError
from showcase.store.ingest.toml_lines import KeyPath, open_table, statements, values_of
from showcase.store.intake.toml_editor import toml_values

_BOM = "\ufeff"
_KEY = "offset"


def remove_offsets(text: str, tracks: Collection[str]) -> str:
    """Take out the offsets of some tracks, each with the comment directly above it.

    A table in which nothing else stands goes with it. All other lines stay as they are.

    Args:
        text: of video.toml.
        tracks: the names of their files; each has an offset.

    Raises:
        ShowcaseError: an offset is not on a line of its own, as in an inline table.
    """
    if not tracks:
        return text
    expected = _without_offsets(text, tracks)
    mark = _BOM if text.startswith(_BOM) else ""
    plain = text.removeprefix(_BOM).replace("\r\n", "\n")
    written = "\n".join(_kept_statements(plain, tracks))
    written = mark + (written.replace("\n", "\r\n") if "\r\n" in text else written)
    if _without_empty_tables(toml_values(written)) != expected:
        message = 'offset is not on a line of its own below [tracks."…"] in video.toml'
        raise ShowcaseError(message)
    return written


def _without_offsets(text: str, tracks: Collection[str]) -> dict[str, object]:
    """What the file says without them."""
    values = toml_values(text)
    for name in tracks:
        _track_table(values, name).pop(_KEY, None)
    return _without_empty_tables(values)


def _track_table(values: dict[str, object], name: str) -> dict[str, object]:
    """The table of a track; {} where there is none."""
    tables = values.get("tracks")
    table = tables.get(name) if isinstance(tables, dict) else None
    return table if isinstance(table, dict) else {}


def _without_empty_tables(values: dict[str, object]) -> dict[str, object]:
    tables = values.get("tracks")
    if not isinstance(tables, dict):
        return values
    left = {name: table for name, table in tables.items() if table}
    others = {key: value for key, value in values.items() if key != "tracks"}
    return {**others, "tracks": left} if left else others


def _kept_statements(text: str, tracks: Collection[str]) -> list[str]:
    kept: list[str] = []
    path: KeyPath = ()
    tables: dict[KeyPath, int] = {}
    for _, statement in statements(text):
        found = values_of(statement)
        if found and statement.lstrip().startswith("["):
            path = open_table(found, tables)
        elif list(found) == [_KEY] and len(path) > 1 and path[0] == "tracks" and path[1] in tracks:
            _drop_comment(kept)
            if list(_track_table(toml_values(text), str(path[1]))) == [_KEY]:
                _drop_header(kept)
            continue
        kept.append(statement)
    return kept


def _drop_comment(kept: list[str]) -> None:
    while kept and kept[-1].lstrip().startswith("#"):
        kept.pop()


def _drop_header(kept: list[str]) -> None:
    """Drop the header of a table in which nothing is left, with its comment and one blank line above."""
    if kept and kept[-1].lstrip().startswith("["):
        kept.pop()
        _drop_comment(kept)
        if kept and not kept[-1].strip():
            kept.pop()
