"""The reader of Scenarist SCC: the bytes of CEA-608 captions in hexadecimal, with SMPTE time codes.

docs/decisions/0021-caption-libraries.md says why no library reads it.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from showcase.core.timing.frame_rates import FrameRate, timecode_ms
from showcase.store.captions.cea608_codes import (
    first_channel_code,
    is_control,
    is_second_channel,
)
from showcase.store.captions.cea608_screen import Cea608Channel
from showcase.store.captions.cue_drafts import finish_cues
from showcase.store.captions.cue_limit import check_cue_count
from showcase.store.captions.findings import Finding
from showcase.store.captions.new_beginnings import number_below_headers, report_new_beginnings
from showcase.store.captions.parsed_file import ParsedFile

_HEADER = re.compile(r"scenarist_scc\b", re.IGNORECASE)
_LINE = re.compile(r"(\d{1,2}):(\d{1,2}):(\d{1,2})([:;.,])(\d{1,2})(?:\s+(.*))?", re.DOTALL)
_PAIR = re.compile(r"[0-9a-fA-F]{4}")
_NTSC = FrameRate(Fraction(30_000, 1001), Fraction(30))
_MAX_SIXTIETHS = 59
_SEVEN_BITS = 0x7F
# In a file whose bytes have their parity nearly everywhere, one without it is damaged.
_MIN_PARITY_SHARE = 0.9
_FIX_LINE = "write 00:00:01:00, a tab, and pairs of bytes such as 9420"
_FIX_EXPORT = "export the file again"


def read_scc(lines: Sequence[str], frame_rate: FrameRate | None) -> ParsedFile:
    """Read an SCC file.

    Args:
        lines: the whole file.
        frame_rate: as the owner says; None for the 29.97 of the format.

    Returns:
        The captions of the first channel, or of the second where only that has words. A roll-up caption is a
        cue for each row, so that no row comes twice.
    """
    reader = _SccReader(frame_rate)
    for number, line in enumerate(lines, 1):
        reader.read_line(number, line.strip("\ufeff \t\f"))
    return reader.finish()


class _SccReader:
    """Goes through the lines of a file, and gives their bytes to the channels."""

    def __init__(self, frame_rate: FrameRate | None) -> None:
        self._parsed = ParsedFile()
        self._rate = frame_rate or _NTSC
        self._clock_scale = self._rate.clock_scale
        self._ms_per_pair = 1000 / float(self._rate.exact)
        self._channels = (Cea608Channel(), Cea608Channel())
        self._channel = 0
        self._control_before: tuple[int, int] | None = None
        self._pair_count = 0
        self._odd_lines: list[tuple[int, str]] = []
        self._header_lines: list[int] = []

    def read_line(self, number: int, line: str) -> None:
        if not line:
            return
        check_cue_count(sum(len(channel.drafts) for channel in self._channels))
        if _HEADER.match(line):
            self._header_lines.append(number)
            return
        found = _LINE.fullmatch(line)
        ms = self._line_ms(found) if found else None
        if found is None or ms is None:
            self._parsed.broken_lines.append(number)
            message = "the line cannot be read and was left out"
            self._parsed.faults.append(Finding(number, "unreadable-times", message, _FIX_LINE))
            return
        self._control_before = None
        for frame, pair in enumerate(self._pairs(number, found[6] or "")):
            at_ms = ms + round(frame * self._ms_per_pair)
            if is_control(pair.first):
                self._read_control(number, at_ms, pair.first, pair.second)
            else:
                self._control_before = None
                self._channels[self._channel].read_pair(number, at_ms, pair.first, pair.second)

    def _line_ms(self, found: re.Match[str]) -> int | None:
        hours, minutes, seconds, frames = (int(found[group]) for group in (1, 2, 3, 5))
        if max(minutes, seconds) > _MAX_SIXTIETHS:
            return None
        whole = (hours * 60 + minutes) * 60 + seconds
        if frames >= self._rate.counted:
            return None
        is_drop_frame = found[4] != ":"
        self._parsed.clock_scale = Fraction(1) if is_drop_frame else self._clock_scale
        return timecode_ms(whole, frames, self._rate, drop=is_drop_frame)

    def _pairs(self, number: int, text: str) -> Iterator["_BytePair"]:
        for word in text.split():
            pair = _decode_pair(word)
            if pair is None:
                message = f'"{word[:20]}" is no pair of bytes, and characters may be missing'
                finding = Finding(number, "unreadable-bytes", message, _FIX_EXPORT)
                self._parsed.faults.append(finding)
                continue
            self._pair_count += 1
            if not pair.has_parity:
                self._odd_lines.append((number, word))
            yield pair

    def _read_control(self, number: int, ms: int, first: int, second: int) -> None:
        """Read a control code. It is sent twice, and the second one does not count."""
        if self._control_before == (first, second):
            self._control_before = None
            return
        self._control_before = first, second
        self._channel = int(is_second_channel(first))
        self._channels[self._channel].read_pair(number, ms, first_channel_code(first), second)

    def finish(self) -> ParsedFile:
        for channel in self._channels:
            channel.finish()
        first, second = self._channels
        chosen = first if first.drafts or not second.drafts else second
        if first.drafts and second.drafts:
            message = "a second channel, as a rule another language, was left out"
            self._note(
                second.drafts[0].line, "second-channel", message, "save it as a file of its own"
            )
        for channel in self._channels:
            self._report_unshown(channel)
        self._report_channel(chosen)
        self._report_parity()
        if not self._header_lines:
            self._note(
                1, "no-header", "no Scenarist_SCC V1.0 in the first line", "begin the file with it"
            )
        self._parsed.cues = finish_cues(chosen.drafts)
        in_file = sorted(self._parsed.cues, key=lambda cue: cue.line)
        numbers = number_below_headers(in_file, self._header_lines)
        report_new_beginnings(in_file, self._parsed.faults, numbers)
        return self._parsed

    def _note(self, line: int, code: str, message: str, fix: str = "") -> None:
        self._parsed.notes.append(Finding(line, code, message, fix))

    def _report_unshown(self, channel: Cea608Channel) -> None:
        for line in channel.unshown_lines:
            self._parsed.broken_lines.append(line)
            message = "a caption is loaded here but never shown, and was left out"
            finding = Finding(line, "caption-never-shown", message, "add 942f where it is shown")
            self._parsed.faults.append(finding)

    def _report_channel(self, channel: Cea608Channel) -> None:
        if channel.text_lines:
            message = "the text service of the channel, which is no captions, was left out"
            self._note(channel.text_lines[0], "text-service", message)
        if channel.overwritten_lines:
            message = "characters are written over others, which were left out"
            line, code = channel.overwritten_lines[0], "overwritten-characters"
            self._parsed.faults.append(Finding(line, code, message, _FIX_EXPORT))
        if channel.stray_lines:
            message = "captions begin before the file says of which kind they are"
            self._note(channel.stray_lines[0], "no-caption-kind", message, _FIX_EXPORT)

    def _report_parity(self) -> None:
        if len(self._odd_lines) > (1 - _MIN_PARITY_SHARE) * self._pair_count:
            return
        for line, word in self._odd_lines:
            message = f'"{word}" has a wrong parity, so its characters may be wrong'
            self._parsed.faults.append(Finding(line, "wrong-parity", message, _FIX_EXPORT))


class _BytePair(NamedTuple):
    """A pair of bytes, without their parity, and whether that was right."""

    first: int
    second: int
    has_parity: bool


@lru_cache(maxsize=8192)
def _decode_pair(word: str) -> _BytePair | None:
    """The bytes of four hexadecimal digits, None for anything else."""
    if not _PAIR.fullmatch(word):
        return None
    first, second = divmod(int(word, 16), 256)
    # CEA-608 demands that the number of a byte's bits is odd.
    has_parity = first.bit_count() % 2 == 1 and second.bit_count() % 2 == 1
    return _BytePair(first & _SEVEN_BITS, second & _SEVEN_BITS, has_parity)
