"""Small writers of caption formats, independent of the readers: cues of words at known times."""

import json
from collections.abc import Callable, Iterator, Sequence
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
    """A time as most formats write it: hours, minutes, seconds, a mark and a fraction."""
    seconds, rest = divmod(tenths, 10)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}{mark}{rest}{'0' * (digits - 1)}"


def ttml(body: str, attributes: str = "", head: str = "") -> str:
    """A TTML document around a body."""
    return TTML.format(body=body, attributes=attributes, head=head)


def write_ttml(cues: Sequence[Spoken]) -> str:
    """TTML."""
    paragraphs = [
        f'<p begin="{clock(cue.start)}" end="{clock(cue.end)}">'
        f"{'<br/>'.join(escape(line) for line in cue.lines)}</p>\n"
        for cue in cues
    ]
    return ttml(f"<div>\n{''.join(paragraphs)}</div>")


def event(text: str, start: str = "0:00:01.00", end: str = "0:00:02.00", name: str = "") -> str:
    """A line of dialogue of SubStation Alpha."""
    return f"Dialogue: 0,{start},{end},Default,{name},0,0,0,,{text}\n"


def write_ass(cues: Sequence[Spoken]) -> str:
    """Advanced SubStation Alpha."""
    return ASS + "".join(
        event(r"\N".join(cue.lines), clock(cue.start, digits=2)[1:], clock(cue.end, digits=2)[1:])
        for cue in cues
    )


def write_microdvd(cues: Sequence[Spoken]) -> str:
    """MicroDVD, at 25 frames a second."""
    frames = ((cue.start * 5 // 2, cue.end * 5 // 2, "|".join(cue.lines)) for cue in cues)
    return "{1}{1}25\n" + "".join(f"{{{start}}}{{{end}}}{text}\n" for start, end, text in frames)


def write_lrc(cues: Sequence[Spoken]) -> str:
    """LRC; a cue has one line there."""
    minutes = ((divmod(cue.start, 600), " ".join(cue.lines)) for cue in cues)
    return "[ti:Made]\n" + "".join(
        f"[{minute:02d}:{rest // 10:02d}.{rest % 10}0]{text}\n" for (minute, rest), text in minutes
    )


def with_parity(code: int) -> int:
    """A code of seven bits with the odd parity that line 21 asks for."""
    return code if code.bit_count() % 2 else code | 0x80


def scc_bytes(text: str) -> str:
    """Letters of ASCII as pairs of bytes in hexadecimal."""
    codes = [with_parity(ord(char)) for char in text]
    codes += [0x80] * (len(codes) % 2)
    return " ".join(f"{one:02x}{two:02x}" for one, two in zip(codes[::2], codes[1::2], strict=True))


def scc_line(time: str, *codes: str) -> str:
    """A line of an SCC file: a time code and words of four hexadecimal digits."""
    return f"{time}\t{' '.join(codes)}\n\n"


# Preamble codes of the rows 12 to 15.
_ROWS = ("1340", "13e0", "9440", "94e0")


def timecode(tenths: int) -> str:
    """A time code of SCC, at 30 frames a second."""
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


def write_vtt(cues: Sequence[Spoken]) -> str:
    """WebVTT."""
    texts = (escape("\n".join(cue.lines), quote=False) for cue in cues)
    return "WEBVTT\n\n" + "\n".join(
        f"{clock(cue.start)} --> {clock(cue.end)}\n{text}\n"
        for cue, text in zip(cues, texts, strict=True)
    )


def write_srt(cues: Sequence[Spoken]) -> str:
    """SubRip."""
    return "\n".join(
        f"{number}\n{clock(cue.start, ',')} --> {clock(cue.end, ',')}\n{chr(10).join(cue.lines)}\n"
        for number, cue in enumerate(cues, 1)
    )


def write_sbv(cues: Sequence[Spoken]) -> str:
    """SBV."""
    return "\n".join(
        f"{clock(cue.start)[1:]},{clock(cue.end)[1:]}\n{'[br]'.join(cue.lines)}\n" for cue in cues
    )


def write_growing(cues: Sequence[Spoken]) -> str:
    """WebVTT of live captions: each cue comes word by word, each time with the words before."""
    return write_vtt([stage for cue in cues for stage in _stages(cue)])


def _stages(cue: Spoken) -> list[Spoken]:
    words = " ".join(cue.lines).split()
    step = max((cue.end - cue.start) // len(words), 1)
    return [
        Spoken(cue.start + step * n, cue.start + step * (n + 1), (" ".join(words[: n + 1]),))
        for n in range(len(words))
    ]


def write_rolling(cues: Sequence[Spoken]) -> str:
    """WebVTT of roll-up captions: each cue shows the line before above its own."""
    shown = [
        Spoken(cue.start, cue.end, (*before, " ".join(cue.lines)))
        for before, cue in zip([(), *((" ".join(cue.lines),) for cue in cues)], cues, strict=False)
    ]
    return write_vtt(shown)


def write_whisper(cues: Sequence[Spoken]) -> str:
    """The JSON of Whisper, without word times."""
    segments = [
        {"start": cue.start / 10, "end": cue.end / 10, "text": " " + " ".join(cue.lines)}
        for cue in cues
    ]
    return json.dumps({"text": "", "language": "en", "segments": segments}, ensure_ascii=False)


def write_whisper_words(cues: Sequence[Spoken]) -> str:
    """The JSON of Whisper with the times and probabilities of words."""
    segments = [
        {
            "start": cue.start / 10,
            "end": cue.end / 10,
            "text": " " + " ".join(cue.lines),
            "words": list(_whisper_words(cue)),
        }
        for cue in cues
    ]
    return json.dumps({"text": "", "language": "en", "segments": segments}, ensure_ascii=False)


def _whisper_words(cue: Spoken) -> Iterator[dict[str, object]]:
    words = " ".join(cue.lines).split()
    length = (cue.end - cue.start) / 10 / len(words)
    for number, word in enumerate(words):
        start = cue.start / 10 + number * length
        times = {"start": round(start, 2), "end": round(start + length, 2)}
        yield {"word": f" {word}", **times, "probability": 0.93}


def write_timed_text(cues: Sequence[Spoken]) -> str:
    """Plain text with a time at the start of each line."""
    return "\n".join(f"[{clock(cue.start)[:8]}] {' '.join(cue.lines)}" for cue in cues) + "\n"
