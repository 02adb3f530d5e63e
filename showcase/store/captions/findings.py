"""Findings: what a reader of captions reports of a file, by line."""

from collections import Counter
from collections.abc import Iterable, Iterator
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
_MAX_NAMED_PER_CODE = 1_000


def as_faults(findings: Iterable[Finding], name: str) -> tuple[Fault, ...]:
    """Findings as faults of a file, in the order of its lines.

    Of one kind, so many are named that a person could mend; the last of them says how many there are.

    Args:
        findings: in any order.
        name: the path or name of the file.
    """
    counts: Counter[str] = Counter()
    named: list[Finding] = []
    for finding in sorted(findings):
        counts[finding.code] += 1
        if counts[finding.code] <= _MAX_NAMED_PER_CODE:
            named.append(finding)
    return tuple(_as_fault(finding, name) for finding in _with_rest(named, counts))


def _as_fault(finding: Finding, name: str) -> Fault:
    return Fault(name, finding.message, finding.fix, finding.code, finding.line or None)


def _with_rest(named: list[Finding], counts: Counter[str]) -> Iterator[Finding]:
    left = {code: count - _MAX_NAMED_PER_CODE for code, count in counts.items()}
    seen: Counter[str] = Counter()
    for finding in named:
        seen[finding.code] += 1
        if left[finding.code] > 0 and seen[finding.code] == _MAX_NAMED_PER_CODE:
            more = f"{finding.message}; the same in {left[finding.code]} places below"
            yield finding._replace(message=more)
        else:
            yield finding
