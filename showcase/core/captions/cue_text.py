"""The parser of cue text: tags, voices, character references and timestamp tags.

The rules are those of WebVTT sections 6.4 and 6.5 (cue text tokenizer, DOM construction), with one
difference: a `<` that cannot start a tag, or that is never closed, is text. The standard drops
everything after it ("a < b", "I <3 you", "if x <y"), and words must not be lost.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import NamedTuple

from showcase.core.captions.cues import Cue, TimedWord, times_at_offsets
from showcase.core.text.spans import Span
from showcase.core.timing.timecodes import parse_time

_TAG = re.compile(
    r"<(?:"
    r"/(?P<end>[^<>]*)"
    r"|(?P<time>\d+:[\d:.,]*)\s*"
    r"|(?=[A-Za-z.])(?P<name>[^\s.<>]*)(?:\.[^\s.<>]*)*(?:\s(?P<annotation>[^<>]*))?"
    r")>"
    # A tag that is cut off by the end of the cue, where it cannot be words.
    r"|<(?:/|[bciuv]\.|lang\.|ruby\.|rt\.)[^\s<>]*\Z"
)
# The tags of WebVTT, and those of HTML that are common in SubRip files.
_KNOWN_TAGS = frozenset({
    "b", "c", "i", "u", "v", "lang", "ruby", "rt", "font", "span", "p", "br", "s", "em", "strong",
    "big", "small", "div", "a",
})  # fmt: skip
# More digits than any character needs: Python refuses to parse very long numbers.
_HUGE_REFERENCE = re.compile(r"&#(?:0*[1-9]\d{7,}|[xX]0*[1-9A-Fa-f][0-9A-Fa-f]{6,});?")
# Neither white space nor control characters. A no-break space belongs to its word.
_WORD = re.compile("[^\x00-\x20\x7f-\x9f\u2028\u2029]+")
_INVISIBLE = "\u00a0\u200b\u2060\ufeff\u3000"


class VoiceRun(NamedTuple):
    """A part of a cue in one voice.

    Attributes:
        span: its characters in the cue's text.
        voice: who speaks, None when nobody is named.
        tagged: True when a `<v>` tag of this cue, or its end tag, decides the voice.
    """

    span: Span
    voice: str | None
    tagged: bool


@dataclass(frozen=True, slots=True)
class CueText:
    """What the text of a cue says.

    Attributes:
        text: without tags, character references decoded, spaces collapsed, blank lines dropped. A change
            of voice starts a new line.
        words: the timestamp tags, each with the word after it.
        runs: the voices, in order; together they cover the text, except the line feeds between them.
        open_voice: the voice whose `<v>` is not closed at the end; it continues in the next cues.
        unknown: names of tags that no standard has, such as "inaudible" in `<inaudible>`.
    """

    text: str
    words: tuple[TimedWord, ...]
    runs: tuple[VoiceRun, ...]
    open_voice: str | None
    unknown: tuple[str, ...]


@dataclass(slots=True)
class _CueTextBuilder:
    """A cue text while it is parsed: raw chunks with their voice, and timestamps with their characters."""

    chunks: list[tuple[str, str | None, bool]] = field(default_factory=list)
    timestamps: list[tuple[int, int]] = field(default_factory=list)
    open_voices: list[str | None] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    length: int = 0
    tagged: bool = False

    def add_text(self, text: str) -> None:
        self.chunks.append((text, self.open_voices[-1] if self.open_voices else None, self.tagged))
        self.length += len(text)

    def add_tag(self, tag: re.Match[str]) -> None:
        if tag["time"]:
            self._add_timestamp(tag["time"])
        elif tag["name"]:
            self._start_tag(tag["name"].lower(), tag["annotation"] or "")
        elif (tag["end"] or "").strip().lower() == "v" and self.open_voices:
            self.open_voices.pop()

    def _add_timestamp(self, time: str) -> None:
        ms = parse_time(time.replace(",", "."))
        if ms is not None:
            self.timestamps.append((self.length, ms))

    def _start_tag(self, name: str, annotation: str) -> None:
        if name == "v":
            self.open_voices.append(" ".join(decode_entities(annotation).split()) or None)
            self.tagged = True
        elif name == "br" or name.startswith("br/"):
            self.add_text("\n")
        elif name not in _KNOWN_TAGS:
            self.unknown.append(name)


def decode_entities(text: str) -> str:
    """Decode character references as HTML does: "&amp;", "&nbsp;", "&#233;"."""
    return unescape(_HUGE_REFERENCE.sub("\ufffd", text)) if "&" in text else text


def parse_cue_text(raw: str) -> CueText:
    """Parse the text of one cue.

    Args:
        raw: as in the file, lines separated by line feeds.
    """
    builder = _CueTextBuilder()
    at = 0
    for tag in _TAG.finditer(raw):
        builder.add_text(decode_entities(raw[at : tag.start()]))
        builder.add_tag(tag)
        at = tag.end()
    builder.add_text(decode_entities(raw[at:]))
    return _build_cue_text(builder)


def _build_cue_text(builder: _CueTextBuilder) -> CueText:
    """Normalize the spaces of each voice run, and put each run on a line of its own."""
    texts: list[str] = []
    words: list[TimedWord] = []
    runs: list[VoiceRun] = []
    start = 0
    for (voice, tagged), raw, marks in _split_by_voice(builder):
        text, timed = _normalize_space(raw, marks)
        if text:
            texts.append(text)
            words += [TimedWord(start + word.at, word.start_ms) for word in timed]
            runs.append(VoiceRun(Span(start, start + len(text)), voice, tagged))
            start += len(text) + 1
    open_voice = builder.open_voices[-1] if builder.open_voices else None
    unknown = tuple(builder.unknown)
    return CueText("\n".join(texts), _drop_backward_times(words), tuple(runs), open_voice, unknown)


def _split_by_voice(
    builder: _CueTextBuilder,
) -> Iterator[tuple[tuple[str | None, bool], str, list[tuple[int, int]]]]:
    """The parts of one voice: (voice, whether it is tagged), raw text, timestamps in that text."""
    begin = first = 0
    for key, chunks in groupby(builder.chunks, itemgetter(1, 2)):
        raw = "".join(chunk[0] for chunk in chunks)
        last = bisect_left(builder.timestamps, begin + len(raw), lo=first, key=itemgetter(0))
        yield key, raw, [(at - begin, ms) for at, ms in builder.timestamps[first:last]]
        begin, first = begin + len(raw), last


def _normalize_space(raw: str, marks: Sequence[tuple[int, int]]) -> tuple[str, list[TimedWord]]:
    """Leave one space between words and one line feed between lines, and move the timestamps along."""
    pieces: list[str] = []
    tokens: list[tuple[int, int, int]] = []
    after = length = 0
    for token in _visible_tokens(raw):
        if tokens:
            pieces.append("\n" if "\n" in raw[after : token.start()] else " ")
        after = token.end()
        tokens.append((token.start(), after, length + len(pieces) // 2))
        pieces.append(token[0])
        length += len(token[0])
    return "".join(pieces), list(_timed_words(tokens, marks))


def _visible_tokens(raw: str) -> Iterator[re.Match[str]]:
    return (token for token in _WORD.finditer(raw) if token[0].strip(_INVISIBLE))


def _timed_words(
    tokens: Sequence[tuple[int, int, int]], marks: Sequence[tuple[int, int]]
) -> Iterator[TimedWord]:
    """Give each timestamp to the word that it is in or before."""
    for at, ms in marks:
        number = bisect_right(tokens, at, key=lambda token: token[1])
        if number < len(tokens):
            start, _, clean_start = tokens[number]
            yield TimedWord(clean_start + max(at - start, 0), ms)


def _drop_backward_times(words: Sequence[TimedWord]) -> tuple[TimedWord, ...]:
    """Leave out times that run backwards; of two times for one word, keep the second."""
    kept: list[TimedWord] = []
    for word in words:
        if kept and word.start_ms < kept[-1].start_ms:
            continue
        if kept and word.at == kept[-1].at:
            kept.pop()
        kept.append(word)
    return tuple(kept)


def build_cue(start_ms: int, end_ms: int, cue_text: CueText) -> Cue:
    """The whole text as one cue without a voice; word times outside the cue are left out."""
    words = tuple(word for word in cue_text.words if start_ms <= word.start_ms <= end_ms)
    return Cue(start_ms, end_ms, cue_text.text, words=words)


def split_cue(cue: Cue, spans: Sequence[Span]) -> tuple[Cue, ...]:
    """Split a cue into parts, each with its share of the time.

    Args:
        cue: any cue.
        spans: characters of its text, in order; the text between them is left out.

    Returns:
        One cue for each span. The first starts when the cue starts, and each ends when the next starts, as
        `time_at_offset` tells.
    """
    if not spans:
        return ()
    starts = [cue.start_ms, *times_at_offsets(cue, (span.start for span in spans[1:]))]
    ends = [*starts[1:], cue.end_ms]
    return tuple(
        _slice_cue(cue, span, start, max(end, start + 1))
        for span, start, end in zip(spans, starts, ends, strict=True)
    )


def _slice_cue(cue: Cue, span: Span, start_ms: int, end_ms: int) -> Cue:
    first, last = (bisect_left(cue.words, at, key=attrgetter("at")) for at in span)
    words = tuple(TimedWord(word.at - span.start, word.start_ms) for word in cue.words[first:last])
    text = cue.text[span.start : span.end]
    return cue._replace(start_ms=start_ms, end_ms=end_ms, text=text, words=words)
