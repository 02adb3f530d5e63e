"""Small writers of caption formats, independent of the readers: cues of words at known times."""

from collections.abc import Callable, Sequence
from html import escape
from typing import NamedTuple

TTML = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter"\n'
    '    xmlns:tts="http://www.w3.org/ns/ttml#styling" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"\n'
    '    xml:lang="en"{attributes}>\n<head>{head}</head>\n<body>{body}</body>\n</tt>\n'
)
ASS = (
    "[Script Info]\nTitle: made for a test\nScriptType: v4.00+\n\n"
    "[V4+ Styles]\nFormat: Name, Fontname, Fontsize\nStyle: Default,Arial,20\n\n"
    "[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
)
SCC = "Scenarist_SCC V1.0\n\n"


class Spoken(NamedTuple):
    """A cue to be written: words in lines, from a start to an end in tenths of a second."""

    start: int
    end: int
    lines: tuple[str, ...]


def clock(tenths: int, mark: str = ".", digits: int = 3) -> str:
    seconds, rest = divmod(tenths, 10)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}{mark}{rest}{'0' * (digits - 1)}"


def ttml(body: str, attributes: str = "", head: str = "") -> str:
    return TTML.format(body=body, attributes=attributes, head=head)


def write_ttml(cues: Sequence[Spoken]) -> str:
    paragraphs = [
        f'<p begin="{clock(cue.start)}" end="{clock(cue.end)}">'
        f"{'<br/>'.join(escape(line) for line in cue.lines)}</p>\n"
        for cue in cues
    ]
    return ttml(f"<div>\n{''.join(paragraphs)}</div>")


def event(text: str, start: str = "0:00:01.00", end: str = "0:00:02.00", name: str = "") -> str:
    return f"Dialogue: 0,{start},{end},Default,{name},0,0,0,,{text}\n"


def write_ass(cues: Sequence[Spoken]) -> str:
    return ASS + "".join(
        event(r"\N".join(cue.lines), clock(cue.start, digits=2)[1:], clock(cue.end, digits=2)[1:])
        for cue in cues
    )


def write_microdvd(cues: Sequence[Spoken]) -> str:
    frames = ((cue.start * 5 // 2, cue.end * 5 // 2, "|".join(cue.lines)) for cue in cues)
    return "{1}{1}25\n" + "".join(f"{{{start}}}{{{end}}}{text}\n" for start, end, text in frames)


def write_lrc(cues: Sequence[Spoken]) -> str:
    minutes = ((divmod(cue.start, 600), " ".join(cue.lines)) for cue in cues)
    return "[ti:Made]\n" + "".join(
        f"[{minute:02d}:{rest // 10:02d}.{rest % 10}0]{text}\n" for (minute, rest), text in minutes
    )


def with_parity(code: int) -> int:
    return code if code.bit_count() % 2 else code | 0x80


def scc_bytes(text: str) -> str:
    """Letters of ASCII as pairs of bytes in hexadecimal."""
    codes = [with_parity(ord(char)) for char in text]
    codes += [0x80] * (len(codes) % 2)
    return " ".join(f"{one:02x}{two:02x}" for one, two in zip(codes[::2], codes[1::2], strict=True))


def scc_line(time: str, *codes: str) -> str:
    return f"{time}\t{' '.join(codes)}\n\n"


# Preamble codes of the rows 12 to 15.
_ROWS = ("1340", "13e0", "9440", "94e0")


def timecode(tenths: int) -> str:
    return f"{clock(tenths)[:8]}:{tenths % 10 * 3:02d}"


def write_scc(cues: Sequence[Spoken]) -> str:
    """Pop-on captions, control codes twice: loaded, and shown at the start of each cue."""
    lines = [SCC]
    for cue in cues:
        rows = [
            f"{row} {row} {scc_bytes(line)}" for row, line in zip(_ROWS, cue.lines, strict=False)
        ]
        lines.append(scc_line(timecode(cue.start), "94ae 94ae 9420 9420", *rows, "942f 942f"))
        lines.append(scc_line(timecode(cue.end), "942c 942c"))
    return "".join(lines)


WRITERS: dict[str, Callable[[Sequence[Spoken]], str]] = {
    "ttml": write_ttml,
    "ass": write_ass,
    "sub": write_microdvd,
    "lrc": write_lrc,
    "scc": write_scc,
}
