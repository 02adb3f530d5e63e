"""Mends of a caption file that lose no word: its order, overlaps, offset, escapes and unseen characters."""

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise

from showcase.core.captions.cue_text import parse_cue_text
from showcase.core.captions.cues import Cue
from showcase.core.text.tokenizer import is_unspaced
from showcase.core.text.unseen_characters import remove_unseen
from showcase.core.timing.timecodes import format_vtt_timestamp, parse_time
from showcase.store.captions.source_cues import SourceCue, SourceFile
from showcase.store.captions.text_escapes import find_double_escapes

_TIME_TAG = re.compile(r"<(\d+:[\d:.]*)>")
# A cue that would be shown for less than this share of its time was meant to be there together with another.
_MIN_KEPT_SHARE = 0.5
# What puts a cue in a place of its own on the screen: settings of WebVTT, an override of SubStation Alpha.
_PLACED = re.compile(r"(?:line|position|vertical|region):|\{\\a[n\d]")
# The times of cues, and the ends that they get instead.
Cuts = Mapping[tuple[int, int], int]


def unescape_text(file: SourceFile) -> SourceFile:
    """A file without escapes that were done once too often: "&amp;gt;" becomes "&gt;"."""
    escapes = find_double_escapes(["\n".join(cue.text) for cue in file.cues])
    cues = (_with_text(cue, escapes.clean("\n".join(cue.text))) for cue in file.cues)
    return file._replace(cues=tuple(cues))


def remove_unseen_characters(file: SourceFile) -> SourceFile:
    """A file without characters that nobody sees, where they mean nothing.

    Those between words of a script without spaces (Thai, Khmer) say where a word ends, and stay.
    """
    return file._replace(cues=tuple(map(_without_unseen, file.cues)))


def _without_unseen(cue: SourceCue) -> SourceCue:
    text = "\n".join(cue.text)
    if text.isascii() or any(map(is_unspaced, text)):
        return cue
    seen = remove_unseen(text)
    return _with_text(cue, seen) if parse_cue_text(seen) == parse_cue_text(text) else cue


def _with_text(cue: SourceCue, text: str) -> SourceCue:
    return cue._replace(text=tuple(text.split("\n"))) if cue.text else cue


def move_times(file: SourceFile, by_ms: int) -> SourceFile:
    """A file whose times are later by so many milliseconds, less than 0 for earlier; none is before 0."""
    if not by_ms:
        return file
    return file._replace(cues=tuple(_move(cue, by_ms) for cue in file.cues))


def _move(cue: SourceCue, by_ms: int) -> SourceCue:
    def move_tag(tag: re.Match[str]) -> str:
        ms = parse_time(tag[1])
        # A word before the start of the recording keeps its place, and has no time.
        if ms is None or ms + by_ms < 0:
            return ""
        return f"<{format_vtt_timestamp(ms + by_ms)}>"

    text = tuple(_TIME_TAG.sub(move_tag, line) for line in cue.text)
    moved = cue.at(max(cue.start_ms + by_ms, 0), max(cue.end_ms + by_ms, 0))
    return moved._replace(text=text)


def sort_cues(file: SourceFile) -> SourceFile:
    """A file with its cues in order of their starts; those that start together keep their order."""
    return file._replace(cues=tuple(sorted(file.cues, key=lambda cue: cue.start_ms)))


def find_cuts(file: SourceFile, spoken: Collection[Cue]) -> Cuts:
    """Which cues are to end when the next one begins.

    A cue is cut by half of its time at most. Two that are in places of their own on the screen, sounds, and
    what two people say may be meant to be shown together, and stay.

    Args:
        file: its cues in order of their starts.
        spoken: its cues, as they are read.
    """
    by_times = {(cue.start_ms, cue.end_ms): cue for cue in spoken}
    return dict(_cuts(file, by_times))


def _cuts(
    file: SourceFile, by_times: Mapping[tuple[int, int], Cue]
) -> Iterator[tuple[tuple[int, int], int]]:
    for source, following in pairwise(file.cues):
        end_ms = following.start_ms
        cue = by_times.get((source.start_ms, source.end_ms))
        after = by_times.get((following.start_ms, following.end_ms))
        if source.end_ms <= end_ms or not cue or not after:
            continue
        kept = (end_ms - source.start_ms) / (source.end_ms - source.start_ms)
        if (
            kept >= _MIN_KEPT_SHARE
            and _is_one_voice(cue, after)
            and not _is_placed(source, following)
        ):
            timed = cue.words[-1].start_ms if cue.words else 0
            if timed <= end_ms:
                yield (source.start_ms, source.end_ms), end_ms


def _is_one_voice(cue: Cue, following: Cue) -> bool:
    return cue.voice == following.voice and not (cue.sound or following.sound or following.turn)


def _is_placed(*cues: SourceCue) -> bool:
    return any(_PLACED.search(" ".join((cue.settings, *cue.text[:1]))) for cue in cues)


def cut_overlaps(file: SourceFile, cuts: Cuts) -> SourceFile:
    """A file whose cues end as `find_cuts` says."""
    cues = (
        cue.at(cue.start_ms, cuts.get((cue.start_ms, cue.end_ms), cue.end_ms)) for cue in file.cues
    )
    return file._replace(cues=tuple(cues))
