"""Caption files that are made to harm: as many cues, findings or labels as fit into a file, or odd ones."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple

from benchmarks.captions.writers import SCC
from showcase.core.timing.timecodes import format_vtt_timestamp


class HostileFile(NamedTuple):
    """A kind of file that is made to harm.

    Attributes:
        name: what it is full of.
        suffix: the ending of its name.
        make: makes one of so many bytes at most.
    """

    name: str
    suffix: str
    make: Callable[[int], bytes]


def _fill(start: str, piece: str) -> Callable[[int], bytes]:
    """A start, and the same piece again and again."""
    return lambda size: (start + piece * ((size - len(start)) // len(piece.encode()))).encode()


def _cues(start: str, write: Callable[[int], str], most: int = 10**9) -> Callable[[int], bytes]:
    """A start, and pieces that a function writes, each from its number."""

    def make(size: int) -> bytes:
        pieces = chain([start], map(write, range(most)))
        return "".join(_up_to(pieces, size)).encode()

    return make


def _up_to(pieces: Iterator[str], size: int) -> Iterator[str]:
    done = 0
    for piece in pieces:
        done += len(piece.encode())
        if done > size:
            return
        yield piece


def _vtt(text: str, ms: int = 1_000) -> Callable[[int], str]:
    """A function that writes cues of WebVTT; "#" in the text is their number, "@" a name of letters."""

    def write(number: int) -> str:
        start, end = (format_vtt_timestamp(at) for at in (number * ms, number * ms + ms - 100))
        own = text.replace("#", str(number)).replace("@", _name(number))
        return f"{start} --> {end}\n{own}\n\n"

    return write


def _name(number: int) -> str:
    """A name for each number: "Zaaab", in letters."""
    letters = "".join(chr(97 + number // 26**place % 26) for place in range(4))
    return f"Z{letters}"


def _odd_times(number: int) -> str:
    start = f"{number // 3600}:{number // 60 % 60}:{number % 60}"
    return f"{number}\n{start}.5 -> {start}.9\nab\n\n"


def _microdvd(text: str) -> Callable[[int], str]:
    return lambda number: f"{{{number * 25}}}{{{number * 25 + 20}}}{text}"


def _timed_line(number: int) -> str:
    return f"[{format_vtt_timestamp(number * 1000)[:8]}] Ana{number}: words said\n"


def _lrc_line(number: int) -> str:
    return f"[{number // 60:02}:{number % 60:02}.00]words\n"


def _cyrillic(size: int) -> bytes:
    cue = "1\n00:00:01,000 --> 00:00:02,000\nслова на русском языке\n\n".encode("cp1251")
    return cue * min(size // len(cue), _MOST)


# As many as a file may have, so that they are read and not refused.
_MOST = 149_000
_HEAD = "WEBVTT\n\n"
_ONE_CUE = f"{_HEAD}00:01.000 --> 00:02.000\n"
_SUB = "{1}{1}25\n"
_SCC_LINE = "00:00:01:00\t9429 9429 6162 942f\n\n"
HOSTILE_FILES = (
    HostileFile("mojibake", "vtt", _cues(_HEAD, _vtt("cafÃ© dÃ©jÃ  vu #"), _MOST)),
    HostileFile("broken times", "srt", _fill("", "1-->\n\n")),
    HostileFile("stray numbers", "vtt", _fill(f"{_ONE_CUE}a\n\n", "1\n\n")),
    HostileFile("text without times", "vtt", _fill(f"{_ONE_CUE}a\n\n", "a\n\n")),
    HostileFile("odd times", "srt", _cues("", _odd_times, _MOST)),
    HostileFile("MicroDVD cues", "sub", _cues(_SUB, _microdvd("some words said here\n"), _MOST)),
    HostileFile("MicroDVD in one line", "sub", _cues(_SUB, _microdvd("w"), _MOST)),
    HostileFile("MicroDVD without frames", "sub", _fill(f"{_SUB}{{1}}{{5}}a\n", "b\n")),
    HostileFile("speakers in capitals", "vtt", _cues(_HEAD, _vtt("NAME#: words"), _MOST)),
    HostileFile("names of letters", "vtt", _cues(_HEAD, _vtt("Maria @: words"), _MOST)),
    HostileFile("names in brackets", "vtt", _cues(_HEAD, _vtt("[Name #] words"), _MOST)),
    HostileFile("names before dashes", "vtt", _cues(_HEAD, _vtt("NAME# - Words and more"), _MOST)),
    HostileFile("voice tags", "vtt", _cues(_HEAD, _vtt("<v Name #>words"), _MOST)),
    HostileFile("voice tags in a cue", "vtt", _fill(_ONE_CUE, "<v A>a<v B>b")),
    HostileFile("names in tags", "vtt", _fill(_ONE_CUE, "<Rosa> Did it come?\n")),
    HostileFile("names in tags in a line", "vtt", _fill(_ONE_CUE, "<Rosa> Did it come ")),
    HostileFile("two dashes a cue", "vtt", _cues(_HEAD, _vtt("- a\n- b"), _MOST)),
    HostileFile("text with times", "txt", _cues("", _timed_line, _MOST)),
    HostileFile("LRC", "lrc", _cues("", _lrc_line, _MOST)),
    HostileFile("SCC", "scc", _fill(SCC, _SCC_LINE)),
    HostileFile("a word a cue", "vtt", _cues(_HEAD, _vtt("ab", 300), _MOST)),
    HostileFile("highlighted words", "vtt", _cues(_HEAD, _vtt("<u>a#</u> b"), _MOST)),
    HostileFile("Windows-1251", "srt", _cyrillic),
)
