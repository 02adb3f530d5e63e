"""Edits video.toml: what a person wrote stays as it is, with its comments and its order.

tomlkit writes values. Where keys and tables are put and taken out is decided by lines, because a comment
above a table is part of it for people, and of what is before it for tomlkit. What comes out is read
again, and must say what was meant.
"""

import tomllib
from collections.abc import Callable, Mapping

import tomlkit

from showcase.errors import ShowcaseError
from showcase.store.ingest.toml_lines import KeyPath, open_table, statements, values_of

_BOM = "\ufeff"
# Of a statement: does it go?
IsRemoved = Callable[[KeyPath, Mapping[str, object]], bool]


def toml_values(text: str) -> dict[str, object]:
    """What a TOML text says.

    Raises:
        ShowcaseError: it is not TOML.
    """
    try:
        return tomllib.loads(text.removeprefix(_BOM).replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        message = f"video.toml: It is not TOML ({error}): showcase check says what to write"
        raise ShowcaseError(message) from None


def set_keys(text: str, values: Mapping[str, object]) -> str:
    """Set keys of the whole file; new ones are added below the others, above the first table.

    Args:
        text: of the file; "" for a new one.
        values: text, or lists of texts.

    Raises:
        ShowcaseError: the file is not TOML.
    """
    if not values:
        return text
    before = toml_values(text)
    bom = _BOM if text.startswith(_BOM) else ""
    document = tomlkit.parse(text.removeprefix(_BOM))
    for key in values.keys() & before.keys():
        document[key] = values[key]
    new = tomlkit.document()
    for key in [key for key in values if key not in before]:
        new[key] = values[key]
    written = _insert(tomlkit.dumps(document), tomlkit.dumps(new))
    if "\r\n" in text:
        written = written.replace("\r\n", "\n").replace("\n", "\r\n")
    return bom + _checked(written, {**before, **values})


def _insert(text: str, lines: str) -> str:
    """Put lines below the last key that is above the first table, and above the comment of that table."""
    own: list[str] = []
    after: list[str] = []
    in_table = False
    for _, statement in statements(text.replace("\r\n", "\n")):
        in_table = in_table or (bool(values_of(statement)) and statement.lstrip().startswith("["))
        after.append(statement)
        if values_of(statement) and not in_table:
            own, after = [*own, *after], []
    rest = "\n".join(after)
    if not own and not in_table:
        return f"{rest.rstrip()}\n\n{lines}".lstrip()
    head = "".join(f"{statement}\n" for statement in own)
    return head + lines + (rest if own else f"\n{rest}")


def remove_keys(text: str, is_removed: IsRemoved) -> str:
    """Take out keys and tables, each with the comment directly above it.

    Args:
        text: of the file.
        is_removed: is asked for each key and table of the whole file, with its path, as in ("notice",) and
            ("people", 0), and what the file says there.

    Raises:
        ShowcaseError: the file is not TOML.
    """
    bom = _BOM if text.startswith(_BOM) else ""
    remover = _Remover(toml_values(text), is_removed)
    pieces = text.removeprefix(_BOM).replace("\r\n", "\n")
    for _, statement in statements(pieces):
        remover.take(statement)
    kept = "\n".join(remover.finish())
    written = kept if "\r\n" not in text else kept.replace("\n", "\r\n")
    return bom + _checked(written, remover.expected())


class _Remover:
    """Goes through the statements of a file and keeps those that stay."""

    def __init__(self, values: dict[str, object], is_removed: IsRemoved) -> None:
        self._values = values
        self._is_removed = is_removed
        self._tables: dict[KeyPath, int] = {}
        self._removed: list[KeyPath] = []
        self._in_removed = False
        self._in_table = False
        self._kept: list[str] = []
        # Comments and empty lines of which it is not known yet what they belong to.
        self._open: list[str] = []

    def take(self, statement: str) -> None:
        """Take the next statement."""
        found = values_of(statement)
        if not found:
            self._open.append(statement)
        elif statement.lstrip().startswith("["):
            path = open_table(found, self._tables)
            self._in_table = True
            # A table within another one goes with it.
            root = path[:2] if len(path) > 1 and isinstance(path[1], int) else path[:1]
            self._in_removed = self._goes(root)
            self._settle(statement, goes=self._in_removed)
        elif self._in_table:
            self._settle_inside(statement)
        else:
            self._settle(statement, goes=self._goes((next(iter(found)),)))

    def finish(self) -> list[str]:
        """The statements that stay, and what is at the end of the file."""
        return [*self._kept, *self._open]

    def expected(self) -> dict[str, object]:
        """What the file says without what was taken out."""
        gone = {path[0] for path in self._removed if len(path) == 1}
        values = {key: value for key, value in self._values.items() if key not in gone}
        for key in {path[0] for path in self._removed if len(path) > 1}:
            indexes = {path[1] for path in self._removed if path[0] == key}
            entries = self._entries(key)
            left = [entry for number, entry in enumerate(entries) if number not in indexes]
            values.pop(str(key), None)
            if left:
                values[str(key)] = left
        return values

    def _goes(self, path: KeyPath) -> bool:
        value = self._values.get(str(path[0]))
        if len(path) > 1:
            value = self._entries(path[0])[int(path[1])]
        goes = self._is_removed(path, value if isinstance(value, dict) else {})
        if goes and path not in self._removed:
            self._removed.append(path)
        return goes

    def _entries(self, key: str | int) -> list[object]:
        value = self._values.get(str(key))
        return value if isinstance(value, list) else []

    def _settle(self, statement: str, *, goes: bool) -> None:
        """A key or header: the comment lines directly above it are its own."""
        own = len(self._open)
        while own and self._open[own - 1].lstrip().startswith("#"):
            own -= 1
        # Two empty lines around what was taken out become one.
        keep = self._open if not goes else self._open[:own]
        self._kept += keep if not goes else _without_end(keep)
        self._open = []
        if not goes:
            self._kept.append(statement)

    def _settle_inside(self, statement: str) -> None:
        """A key of a table goes or stays with its table, and so does what is above it."""
        if not self._in_removed:
            self._kept += [*self._open, statement]
        self._open = []


def _without_end(lines: list[str]) -> list[str]:
    """Without one empty line at the end: the next one is below what was taken out."""
    return lines[:-1] if lines and not lines[-1].strip() else lines


def _checked(written: str, expected: Mapping[str, object]) -> str:
    if toml_values(written) != expected:
        message = "video.toml: It could not be changed safely: make the change by hand"
        raise ShowcaseError(message)
    return written
