"""The errors that a person can fix: each says where it is and what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something that is wrong in the transcripts or the settings.

    Attributes:
        place: where, as `path`, `path:line` or `path: key`; "" where there is no place.
        message: what is wrong; also what to do, where `fix` is empty.
        fix: what to do, as an imperative without a period at its end; "" where `message` says it.
        code: a short name of its kind, as `showcase check --json` prints it ("unreadable-times").
    """

    place: str
    message: str
    fix: str = ""
    code: str = ""

    def __str__(self) -> str:
        sentence = f"{self.message}: {self.fix}" if self.fix else self.message
        return f"{self.place}: {sentence}" if self.place else sentence


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
