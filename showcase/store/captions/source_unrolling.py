"""Writes captions that roll up or grow with each word once, in the cue that adds it."""

import re
from collections.abc import Iterator, Sequence

from showcase.core.captions.cue_text import build_cue, parse_cue_text
from showcase.core.captions.cues import Cue
from showcase.core.captions.rollup import unroll_cues
from showcase.core.timing.timecodes import format_vtt_timestamp
from showcase.store.captions.cue_drafts import escape_words
from showcase.store.captions.ordering import sort_and_fix_times
from showcase.store.captions.parsed_file import ParsedCue
from showcase.store.captions.source_cues import SourceCue, SourceFile
from showcase.store.captions.source_writer import write_source
from showcase.store.captions.timing_lines import CaptionFormat
from showcase.store.captions.webvtt_reader import read_webvtt

# Italics, colors, voices, readings and places on the screen would be lost: only classes and times of words
# are written again.
_OTHER_MARKUP = re.compile(r"<(?!/?c[.>]|\d)|\{\\")


def unroll_source(file: SourceFile, name: str) -> SourceFile:
    """A file with each word once; the same file where nothing rolls, or has markup that would be lost.

    Args:
        file: its cues in order of their starts.
        name: its path or name.
    """
    if any(_OTHER_MARKUP.search(line) for cue in file.cues for line in cue.text):
        return file
    parsed = read_webvtt(write_source(file), name)
    read = [_as_cue(cue) for cue in sort_and_fix_times(parsed.cues, [])]
    unrolled = unroll_cues(read)
    if not unrolled.starts or len(read) != len(file.cues):
        return file
    cues = _unroll(file, read, unrolled.cues)
    return file._replace(cues=tuple(cues))


def _as_cue(cue: ParsedCue) -> Cue:
    return build_cue(cue.start_ms, cue.end_ms, cue.text)


def _unroll(file: SourceFile, read: Sequence[Cue], unrolled: Sequence[Cue]) -> Iterator[SourceCue]:
    """The cues that add words; comments above others stay."""
    comments: tuple[str, ...] = ()
    for source, before, after in zip(file.cues, read, unrolled, strict=True):
        if not after.text:
            comments += source.above if any(map(str.strip, source.above)) else ()
            continue
        cue = source
        if after != before:
            text = _write_text(after, source, file.caption_format)
            cue = source.at(after.start_ms, after.end_ms)._replace(text=tuple(text.split("\n")))
        yield cue._replace(above=comments + cue.above)
        comments = ()


def _write_text(cue: Cue, source: SourceCue, caption_format: CaptionFormat) -> str:
    """The text of a cue, with the times of its words as the file has them."""
    is_plain = caption_format is not CaptionFormat.VTT and not cue.words
    if is_plain and parse_cue_text(cue.text).text == cue.text:
        return cue.text
    class_start, class_end = (
        ("<c>", "</c>") if any("<c" in line for line in source.text) else ("", "")
    )
    ends = [*(word.at for word in cue.words[1:]), len(cue.text)]
    text = escape_words(cue.text[: cue.words[0].at if cue.words else len(cue.text)])
    for word, end in zip(cue.words, ends, strict=False):
        said = escape_words(cue.text[word.at : end])
        text += f"<{format_vtt_timestamp(word.start_ms)}>{class_start}{said}{class_end}"
    return text
