"""What the repair of a caption file makes: its cues, and what was found on the way."""

from dataclasses import dataclass, field
from typing import NamedTuple

from showcase.store.captions.findings import Findings


class CueSource(NamedTuple):
    """A cue as its file should have written it.

    Attributes:
        line: the number of its timing line in the file, from 1.
        start, end: its times as WebVTT writes them.
        text: its lines with tags and character references, separated by line feeds; none is blank.
        is_standard: True when its lines stand in the file as its format asks.
    """

    line: int
    start: str
    end: str
    text: str
    is_standard: bool


@dataclass(slots=True)
class RepairedCaptions:
    """A repaired file, and what was found on the way. Lines are numbered from 1.

    Attributes:
        cues: in the order of the file.
        faults: what was lost or is doubtful.
        notes: what is odd but was kept.
        broken_lines: the numbers of the timing lines that cannot be read.
        numbers: those above timing lines, by the number of the timing line.
        identifiers: what is above timing lines and is not only a number, by the number of the timing line.
    """

    cues: list[CueSource] = field(default_factory=list)
    faults: Findings = field(default_factory=list)
    notes: Findings = field(default_factory=list)
    broken_lines: list[int] = field(default_factory=list)
    identifiers: dict[int, str] = field(default_factory=dict)
    numbers: dict[int, int] = field(default_factory=dict)
