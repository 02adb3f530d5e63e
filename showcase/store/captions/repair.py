"""Caption files as they are, to a WebVTT document that webvtt-py reads whole.

webvtt-py drops what it cannot read without a word. So every timing line is found here, written as the
standard asks, and given its line number as identifier: a cue that does not come back is known by line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from showcase.core.timing.timecodes import format_vtt
from showcase.store.captions.ordering import Findings
from showcase.store.captions.timing_lines import (
    Kind,
    Timing,
    is_broken_timing,
    is_sbv_timing,
    read_timing,
)

_HEADER = re.compile(r"WEBVTT(?:\s|$)", re.IGNORECASE)
# SubStation's overrides, which SubRip files take over: {\an8}, {\i1}.
_OVERRIDE = re.compile(r"\{\\[^{}]*\}")
_SBV_BREAK = re.compile(r"\[br\]", re.IGNORECASE)
# Blocks of WebVTT that are no cues (section 4.1).
_NO_CUE = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
# "align:start", "position:10%,start", old "A:start", SubRip's "X1:40".
_SETTING = re.compile(r"[A-Za-z]\w*[:=]\S*|[\d.,%-]+")
_EXAMPLES = {
    Kind.VTT: "00:00:01.000 --> 00:00:04.000",
    Kind.SRT: "00:00:01,000 --> 00:00:04,000",
    Kind.SBV: "0:00:01.000,0:00:04.000",
}
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(slots=True)
class Repaired:
    """What webvtt-py is given, and what is known already.

    Attributes:
        document: WebVTT; each cue's identifier is the number of its timing line.
        lines: the numbers of all timing lines in it.
        faults: (line, what was lost or is doubtful).
        notes: (line, what is odd but was kept).
        broken: the numbers of the timing lines that cannot be read.
    """

    document: str = ""
    lines: list[int] = field(default_factory=list)
    faults: Findings = field(default_factory=list)
    notes: Findings = field(default_factory=list)
    broken: list[int] = field(default_factory=list)


class _Head(NamedTuple):
    """Where a cue begins: the index of its first line, its timing line, and its times if readable."""

    first: int
    line: int
    timing: Timing | None


def split_lines(text: str) -> list[str]:
    """Lines as WebVTT parts them: CR LF, LF or CR; NUL is U+FFFD (section 6.1)."""
    return _LINE_END.split(text.replace("\0", "\ufffd"))


def kind_of(lines: Sequence[str], name: str) -> Kind:
    """What a file is written in, by what stands in it; its name decides when nothing does."""
    first = next((line for line in lines if line.strip()), "")
    if _HEADER.match(first.strip()):
        return Kind.VTT
    if is_sbv_timing(first):
        return Kind.SBV
    return {"vtt": Kind.VTT, "sbv": Kind.SBV}.get(name.lower().rpartition(".")[2], Kind.SRT)


def repair(lines: Sequence[str], kind: Kind) -> Repaired:
    """Write a file as the WebVTT it is meant to be."""
    repaired = Repaired()
    heads = list(_heads(lines, kind))
    borders = [*(head.first for head in heads), len(lines)]
    _check_beginning(lines, kind, borders[0], repaired)
    blocks = ["WEBVTT"]
    for head, end in zip(heads, borders[1:], strict=True):
        blocks += _block(lines, kind, head, end, repaired)
    repaired.document = "\n\n".join(blocks) + "\n"
    _note_spelling(heads, kind, repaired)
    return repaired


def _heads(lines: Sequence[str], kind: Kind) -> Iterator[_Head]:
    """Where the cues begin, in order."""
    before: _Head | None = None
    number = 1
    for at, line in enumerate(lines):
        at_head = _is_at_head(lines, at, before)
        if not at_head and "-->" not in line and kind is not Kind.SBV:
            continue
        timing = read_timing(line, kind)
        if timing or is_broken_timing(line, kind, at_head=at_head):
            before = _Head(_first_line(lines, at, before, number), at, timing)
            yield before
            number += 1


def _is_at_head(lines: Sequence[str], at: int, before: _Head | None) -> bool:
    """Is a line the first of its block, or the second below a cue's identifier?"""
    if _is_blank(lines, at - 1):
        return True
    identifier = _is_blank(lines, at - 2) and not _NO_CUE.match(lines[at - 1])
    return identifier and not (before and before.line == at - 1)


def _is_blank(lines: Sequence[str], at: int) -> bool:
    return at < 0 or not lines[at].strip()


def _first_line(lines: Sequence[str], at: int, before: _Head | None, number: int) -> int:
    """The index of a cue's identifier, that of its timing line when it has none."""
    above = at - 1
    while above > 0 and _is_blank(lines, above):
        above -= 1
    if above < 0 or (before and above <= before.line) or not _is_identifier(lines, at, above):
        glued = (
            above == at - 1 and _is_number(lines, above) and not (before and above == before.line)
        )
        return above if glued and _counts(lines, above, before, number) else at
    return above


def _is_identifier(lines: Sequence[str], at: int, above: int) -> bool:
    """A line alone above the timing line; behind a blank line only a number."""
    alone = _is_blank(lines, above - 1)
    return alone and (above == at - 1 or _is_number(lines, above))


def _is_number(lines: Sequence[str], at: int) -> bool:
    return at >= 0 and lines[at].strip().isdecimal()


def _counts(lines: Sequence[str], above: int, before: _Head | None, number: int) -> bool:
    """Is a number below a cue's text, with no blank line between, the index of the next cue?"""
    numbered = before is not None and before.first < before.line and _is_number(lines, before.first)
    return numbered or lines[above].strip() == str(number)


def _check_beginning(lines: Sequence[str], kind: Kind, end: int, repaired: Repaired) -> None:
    """What stands before the first cue."""
    first = next((at for at in range(end) if lines[at].strip()), end)
    header = kind is Kind.VTT and first < end and _HEADER.match(lines[first].strip())
    if kind is Kind.VTT and not header:
        repaired.notes.append((first + 1, "no WEBVTT in the first line; begin the file with it"))
    elif header and first > 0:
        repaired.notes.append((first + 1, "blank lines before WEBVTT; browsers refuse the file"))
    paragraphs = list(_paragraphs(lines, first, end, kind))
    _report_strays(paragraphs[1:] if header else paragraphs, repaired)


def _paragraphs(
    lines: Sequence[str], first: int, end: int, kind: Kind
) -> Iterator[tuple[int, list[str]]]:
    """Lines that stand together; in WebVTT only an empty line parts them, not one of spaces."""
    paragraph: list[str] = []
    for at in range(first, end):
        line = lines[at] if kind is Kind.VTT else lines[at].strip()
        if line:
            paragraph.append(line)
        if paragraph and (not line or at == end - 1):
            yield at + (1 if line else 0) - len(paragraph), paragraph
            paragraph = []


def _report_strays(paragraphs: Sequence[tuple[int, list[str]]], repaired: Repaired) -> None:
    """Text that no times stand above is in no cue."""
    for at, lines in paragraphs:
        text = " ".join(lines).strip()
        if text.isdecimal():
            repaired.notes.append((at + 1, "a cue number without a cue"))
        elif text and not _NO_CUE.match(lines[0]):
            message = (
                "text without times was left out; put a timing line above it, or NOTE before it"
            )
            repaired.faults.append((at + 1, message))


def _block(
    lines: Sequence[str], kind: Kind, head: _Head, end: int, repaired: Repaired
) -> list[str]:
    """The cue of a head as a block of the document; none when its times cannot be read."""
    if head.timing is None:
        repaired.broken.append(head.line + 1)
        message = f"the times cannot be read and the cue was left out; write {_EXAMPLES[kind]}"
        repaired.faults.append((head.line + 1, message))
        return []
    payload = _payload(list(_paragraphs(lines, head.line + 1, end, kind)), kind, head, repaired)
    if kind is Kind.SRT and head.first < head.line and not _is_number(lines, head.first):
        repaired.notes.append((head.first + 1, "a name of a cue where SubRip has its number"))
    repaired.lines.append(head.line + 1)
    times = f"{format_vtt(head.timing.start_ms)} --> {format_vtt(head.timing.end_ms)}"
    text = _behind_times(head, repaired, alone=not payload) + payload
    return ["\n".join([str(head.line + 1), times, *text])]


def _payload(
    paragraphs: list[tuple[int, list[str]]], kind: Kind, head: _Head, repaired: Repaired
) -> list[str]:
    """The text of a cue: in WebVTT up to the first empty line, else up to the next cue."""
    own = 1 if kind is Kind.VTT else len(paragraphs)
    if own > 1 and len(paragraphs[-1][1]) == 1 and paragraphs[-1][1][0].isdecimal():
        own -= 1
    if kind is Kind.VTT and paragraphs and paragraphs[0][0] > head.line + 1:
        if _NO_CUE.match(paragraphs[0][1][0]):
            own = 0
        else:
            message = "a blank line below the times; browsers show the cue without its text"
            repaired.notes.append((head.line + 1, message))
    _report_strays(paragraphs[own:], repaired)
    return [
        clean for _, lines in paragraphs[:own] for line in lines for clean in _clean(line, kind)
    ]


def _clean(line: str, kind: Kind) -> list[str]:
    """A line of text as WebVTT takes it: an arrow would end the cue, a blank line too."""
    line = _OVERRIDE.sub("", line).replace("-->", "--&gt;")
    pieces = _SBV_BREAK.split(line) if kind is Kind.SBV else [line]
    return [piece for piece in pieces if piece.strip()]


def _behind_times(head: _Head, repaired: Repaired, *, alone: bool) -> list[str]:
    """What stands behind the times: cue settings, or the text of a cue that has no other."""
    rest = head.timing.rest if head.timing else ""
    if all(_SETTING.fullmatch(word) for word in rest.split()):
        return []
    if alone:
        repaired.notes.append((head.line + 1, "text behind the times; put it on a line of its own"))
        return [rest.replace("-->", "--&gt;")]
    message = f"{rest[:40]!r} behind the times is no cue setting and was left out"
    repaired.faults.append((head.line + 1, message))
    return []


def _note_spelling(heads: Sequence[_Head], kind: Kind, repaired: Repaired) -> None:
    unusual = [head.line + 1 for head in heads if head.timing and not head.timing.usual]
    if unusual:
        more = f", here and in {len(unusual) - 1} other lines" if len(unusual) > 1 else ""
        message = f"times that {kind.value} writes {_EXAMPLES[kind]}{more}; they were read as meant"
        repaired.notes.append((unusual[0], message))
