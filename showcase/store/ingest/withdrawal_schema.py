"""The key `withdrawn` of video.toml: true for the whole video, or [[withdrawn]] tables of passages."""

from showcase.core.catalog.withdrawals import TimeRange, WithdrawnPassage
from showcase.errors import Diagnosis
from showcase.store.ingest.toml_file import TomlFile
from showcase.store.ingest.toml_lines import KeyPath
from showcase.store.ingest.toml_schema import flag, required_text, table, table_list
from showcase.store.ingest.toml_times import clock_time

_fields_schema = table(
    dict[str, object], {"words": required_text, "from": clock_time, "to": clock_time}
)


def withdrawn(
    value: object, path: KeyPath, file: TomlFile
) -> bool | tuple[WithdrawnPassage, ...] | None:
    """True, false, or the passages that could be read."""
    if not isinstance(value, list):
        return flag(value, path, file)
    passages: tuple[WithdrawnPassage, ...] = _passages_schema(value, path, file)  # type: ignore[assignment]
    return passages


def _passage(value: object, path: KeyPath, file: TomlFile) -> WithdrawnPassage | None:
    count = len(file.faults)
    read = _fields_schema(value, path, file)
    if not isinstance(read, dict) or len(file.faults) > count:
        return None
    match read:
        case {"words": str(words), **rest} if not rest:
            return WithdrawnPassage(words)
        case {"from": int(start), "to": int(end), **rest} if not rest and start < end:
            return WithdrawnPassage(time=TimeRange(start, end))
    message = "A passage that is withdrawn has either words, or from and a later to"
    fix = 'write words = "…", or from = "1:02" and to = "1:09"'
    file.add_fault(path, Diagnosis("not-a-passage", message, fix))
    return None


_passages_schema = table_list(_passage)
