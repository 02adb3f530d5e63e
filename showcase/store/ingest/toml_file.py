"""A TOML file that is being read: its values, the line of each key, and what is wrong in it."""

import tomllib
from typing import TYPE_CHECKING

from showcase.errors import Diagnosis, Fault
from showcase.store.ingest.toml_lines import KeyPath, find_line, key_lines
from showcase.store.ingest.toml_syntax import explain_syntax_error

if TYPE_CHECKING:
    from collections.abc import Container

# After this many errors of syntax in one file the first ones are enough.
MAX_SYNTAX_FAULTS = 10
# In a longer file only the first error of syntax is named: each costs some readings of the whole file.
_MAX_CHARS_TO_GO_ON = 50_000


class TomlFile:
    """A TOML file that is being read.

    Attributes:
        text: its content, without a byte order mark and with line feeds only.
        faults: what was found wrong in it so far.
        top_keys: the keys that belong before the first table.
        misplaced_keys: those of them that are in a table.
    """

    def __init__(self, text: str, place: str) -> None:
        """Take the content of a file, and its path as faults name it."""
        self.text = text.removeprefix("\ufeff").replace("\r\n", "\n")
        self.faults: list[Fault] = []
        self.top_keys: Container[str] = ()
        self.misplaced_keys: set[str] = set()
        self._place = place
        self._lines: dict[KeyPath, int] | None = None

    def values(self) -> dict[str, object]:
        """Everything in the file as tomllib reads it; an empty dictionary and faults when it is not TOML."""
        text = self.text
        for _ in range(MAX_SYNTAX_FAULTS):
            try:
                values = tomllib.loads(text)
            except tomllib.TOMLDecodeError as error:
                found = explain_syntax_error(text, str(error))
            except RecursionError:
                self.faults.append(_TOO_DEEP.at(self._place))
                break
            else:
                return {} if self.faults else values
            self.faults.append(found.diagnosis.at(self._place, found.line))
            if not found.mended or len(text) > _MAX_CHARS_TO_GO_ON:
                break
            text = found.mended
        return {}

    def line(self, path: KeyPath) -> int | None:
        """The line of a key, from 1; None for the file as a whole."""
        if self._lines is None:
            self._lines = key_lines(self.text)
        return find_line(path, self._lines)

    def fault_at(self, path: KeyPath, diagnosis: Diagnosis) -> Fault:
        """The fault or note of a key."""
        return diagnosis.at(self._place, self.line(path))

    def add_fault(self, path: KeyPath, diagnosis: Diagnosis) -> None:
        """Add a fault of a key."""
        self.faults.append(self.fault_at(path, diagnosis))


_TOO_DEEP = Diagnosis(
    "broken-toml", "Lists or tables are nested too deep to be read", "write them as the examples do"
)
