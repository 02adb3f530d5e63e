"""The few errors people see: each knows its place and says what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong in what somebody gave us.

    Attributes:
        place: where, as `path`, `path:line` or `path: key`.
        message: what is wrong and what to do, one sentence.
    """

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class ShowcaseError(Exception):
    """Something a person can mend; the command line prints it on one line and exits with 1."""


class ContentError(ShowcaseError):
    """Transcripts that cannot be published; carries every fault that was found, not only the first."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))
