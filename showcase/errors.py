"""The errors that a person can fix: each says where it is and what to do."""

from dataclasses import dataclass
from typing import NamedTuple

# A file may be from anybody: what is said of it is one line, and sends no control sequences to a terminal.
_SPACE_BY_CONTROL = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], " ")


class Diagnosis(NamedTuple):
    """Something that is wrong, before it is known where.

    Attributes:
        code: a short name of its kind, as `showcase check --json` prints it ("unknown-key").
        message: what is wrong, without a period at its end.
        fix: what to do, as an imperative without a period at its end; "" where nothing need be done.
    """

    code: str
    message: str
    fix: str = ""

    def at(self, file: str, line: int | None = None) -> "Fault":
        """The fault of a file or folder; `line` counts from 1, None is the file as a whole."""
        return Fault(file, self.message, self.fix, self.code, line)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is wrong in the transcripts or the settings.

    Attributes:
        file: the path of a file or folder, from the folder of transcripts; "" where there is none.
        message: what is wrong, without a period at its end.
        fix: what to do, as an imperative without a period at its end; "" where `message` says it.
        code: a short name of its kind, as `showcase check --json` prints it ("unreadable-times").
        line: of the file, from 1; None for the file as a whole.
    """

    file: str
    message: str
    fix: str = ""
    code: str = ""
    line: int | None = None

    @property
    def place(self) -> str:
        """Where it is, as editors understand it: "orchard/video.toml:3"."""
        return f"{self.file}:{self.line}" if self.line else self.file

    def __str__(self) -> str:
        sentence = f"{self.message}: {self.fix}" if self.fix else self.message
        line = f"{self.place}: {sentence}" if self.place else sentence
        return line.translate(_SPACE_BY_CONTROL)


class ShowcaseError(Exception):
    """An error that a person can fix; the command line prints its message and exits with 1."""


class ContentError(ShowcaseError):
    """Transcripts that cannot be published.

    Attributes:
        faults: all that were found, not only the first.
    """

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))
