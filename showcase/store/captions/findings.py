"""Findings: what a reader of captions reports of a file, by line."""

from collections.abc import Iterable
from typing import NamedTuple

from showcase.errors import Fault


class Finding(NamedTuple):
    """Something lost, doubtful or odd in a caption file.

    Attributes:
        line: where, from 1; 0 for the file as a whole.
        code: a short name of its kind, as `showcase check --json` prints it ("unreadable-times").
        message: what is wrong, without a period at its end.
        fix: what to do, without a period at its end; "" where nothing need be done.
    """

    line: int
    code: str
    message: str
    fix: str = ""


Findings = list[Finding]


def as_faults(findings: Iterable[Finding], name: str) -> tuple[Fault, ...]:
    """Findings as faults of a file, in the order of its lines.

    Args:
        findings: in any order.
        name: the path or name of the file.
    """
    return tuple(
        Fault(name, message, fix, code, line or None)
        for line, code, message, fix in sorted(findings)
    )
