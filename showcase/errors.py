"""The errors that a person can fix: each says where it is and what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something that is wrong in the transcripts or the settings.

    Attributes:
        place: where, as `path`, `path:line` or `path: key`; "" where there is no place.
        message: what is wrong and what to do, in a sentence or two.
    """

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


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
