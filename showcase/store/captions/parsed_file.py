"""Parsed files: the cues that every reader of a caption format returns, before speakers are known."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from showcase.core.captions.cue_text import CueText
from showcase.core.catalog.models import TrackTiming
from showcase.store.captions.findings import Findings


class ParsedCue(NamedTuple):
    """A cue as it is in its file.

    Attributes:
        line: where it is in the file, from 1: its timing line, or the line that it begins on.
        start_ms, end_ms: milliseconds; the end may be before the start.
        text: its text, its word times, and the voices that the file itself names.
        identifier: the line above its times (WebVTT section 4.1), which may be a name; "" without one.
    """

    line: int
    start_ms: int
    end_ms: int
    text: CueText
    identifier: str = ""


@dataclass(slots=True)
class ParsedFile:
    """What a reader found in a caption file. Lines are numbered from 1.

    Attributes:
        cues: in the order of the file, those without text included.
        faults: what was lost or is doubtful.
        notes: what is odd but was kept.
        broken_lines: where there are cues that cannot be read.
        clock_scale: how long a second of the file's clock lasts, in seconds; not 1 where frames are counted
            at a rate that is no whole number.
        word_rests: lines of cues that go on with the word of the cue before: "mother" of "grandmother".
        is_automatic: a machine wrote it, as its format says.
        timing: where the times of its cues are from; with "none", they only give the order.
    """

    cues: list[ParsedCue] = field(default_factory=list)
    faults: Findings = field(default_factory=list)
    notes: Findings = field(default_factory=list)
    broken_lines: list[int] = field(default_factory=list)
    clock_scale: Fraction = Fraction(1)
    word_rests: frozenset[int] = frozenset()
    is_automatic: bool = False
    timing: TrackTiming = "exact"
