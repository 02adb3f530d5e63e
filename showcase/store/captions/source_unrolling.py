"""Writes captions that roll up or grow with each word once.

A word is in the cue that adds it; where captions grow word by word, in a cue that can be read, with its time.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from showcase.core.captions.cue_text import build_cue, parse_cue_text
from showcase.core.captions.cues import Cue
from showcase.core.captions.rollup import unroll_cues
from showcase.core.captions.short_cues import join_short_cues
from showcase.core.captions.speakers import TaggedCue
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
    spoken = [
        TaggedCue(cue, tagged=False, carried_voice=None, line=number)
        for number, cue in enumerate(unrolled.cues)
        if cue.text
    ]
    joined = {piece.line: piece.cue for piece in join_short_cues(spoken, unrolled.starts)}
    return file._replace(cues=tuple(_rewrite(file, read, joined)))


def _as_cue(cue: ParsedCue) -> Cue:
    return build_cue(cue.start_ms, cue.end_ms, cue.text)


def _rewrite(
    file: SourceFile, read: Sequence[Cue], joined: Mapping[int, Cue]
) -> Iterator[SourceCue]:
    """The cues that add words, by their numbers; comments above others stay."""
    comments: tuple[str, ...] = ()
    for number, (source, before) in enumerate(zip(file.cues, read, strict=True)):
        after = joined.get(number)
        if after is None:
            comments += source.above if any(map(str.strip, source.above)) else ()
            continue
        cue = source
        if after != before:
            text = _write_text(after, source, file.caption_format)
            cue = source.at(after.start_ms, after.end_ms)._replace(text=tuple(text.split("\n")))
        yield cue._replace(above=comments + cue.above)
        comments = ()


def _write_text(cue: Cue, source: SourceCue, caption_format: CaptionFormat) -> str:
    """The text of a cue; in WebVTT with the times of its words."""
    is_vtt = caption_format is CaptionFormat.VTT
    if not is_vtt and parse_cue_text(cue.text).text == cue.text:
        return cue.text
    words = cue.words if is_vtt else ()
    start, end = ("<c>", "</c>") if any("<c" in line for line in source.text) else ("", "")
    ends = [*(word.at for word in words[1:]), len(cue.text)]
    text = escape_words(cue.text[: words[0].at if words else len(cue.text)])
    for word, last in zip(words, ends, strict=False):
        said = escape_words(cue.text[word.at : last])
        text += f"<{format_vtt_timestamp(word.start_ms)}>{start}{said}{end}"
    return text
