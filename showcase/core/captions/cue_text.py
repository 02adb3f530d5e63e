"""What the text of a cue says: its words with one space between them, their times, voices and readings."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import NamedTuple

from showcase.core.captions.cue_markup import CueMarkup, parse_markup
from showcase.core.captions.cues import Cue, Ruby, TimedWord, times_at_offsets
from showcase.core.captions.quick_tuples import new_tuple
from showcase.core.text.spans import Span
from showcase.core.text.unseen_characters import remove_unseen

# Neither white space nor control characters. A no-break space belongs to its word.
_WORD = re.compile("[^\x00-\x20\x7f-\x9f\u2028\u2029]+")
# Most cues: words, each behind one space or line feed, and nothing to parse or to clean. Of characters that
# ASCII lacks, only those that are no space and can be seen.
_PLAIN_CHARS = (
    "[!-%'-;=-~\u00a1-\u00ac\u00ae-\u061b\u061d-\u167f\u1681-\u180d\u180f-\u1fff\u2010-\u2027\u2030-\u205e"
    "\u2070-\u2fff\u3001-\ud7ff\uf900-\ufdff\uff01-\uffdc]+"
)
_PLAIN_TEXT = re.compile(f"{_PLAIN_CHARS}(?:[ \n]{_PLAIN_CHARS})*")
# Cues of meetings: `<v Rosa Field>Good morning.`
_VOICED_TEXT = re.compile(
    f"<[vV] ([A-Za-z0-9]+(?: [A-Za-z0-9]+)*)>({_PLAIN_CHARS}(?:[ \n]{_PLAIN_CHARS})*)"
)
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


class CueText(NamedTuple):
    """What the text of a cue says.

    Attributes:
        text: without tags, character references decoded, spaces collapsed, blank lines dropped. A change
            of voice starts a new line.
        words: the timestamp tags, each with the word after it.
        runs: the voices, in order; together they cover the text, except the line feeds between them.
        open_voice: the voice whose `<v>` is not closed at the end; it continues in the next cues.
        unknown: names of tags that no standard has, such as "inaudible" in `<inaudible>`.
        ruby: how parts of the text are read.
    """

    text: str
    words: tuple[TimedWord, ...]
    runs: tuple[VoiceRun, ...]
    open_voice: str | None
    unknown: tuple[str, ...]
    ruby: tuple[Ruby, ...] = ()


def parse_cue_text(raw: str) -> CueText:
    """Parse the text of one cue.

    Args:
        raw: as in the file, lines separated by line feeds.
    """
    if "<" not in raw and "&" not in raw:
        text = raw if _PLAIN_TEXT.fullmatch(raw) else _clean_text(remove_unseen(raw))
        return new_tuple(CueText, (text, (), _unvoiced_runs(len(text)), None, (), ()))
    if found := _VOICED_TEXT.fullmatch(raw):
        voice, text = found.groups()
        runs = (VoiceRun(Span(0, len(text)), voice, tagged=True),)
        return new_tuple(CueText, (text, (), runs, voice, (), ()))
    return _build_cue_text(parse_markup(raw))


# Cues have some hundred characters.
@lru_cache(maxsize=1_000)
def _unvoiced_runs(length: int) -> tuple[VoiceRun, ...]:
    return (VoiceRun(Span(0, length), None, tagged=False),) if length else ()


def _clean_text(raw: str) -> str:
    """Text without markup as `_normalize_space` leaves it."""
    lines = [" ".join(_visible_words(line)) for line in raw.split("\n")]
    return "\n".join(filter(None, lines))


def _visible_words(line: str) -> list[str]:
    words = _WORD.findall(line)
    return words if line.isascii() else [word for word in words if word.strip(_INVISIBLE)]


def _build_cue_text(markup: CueMarkup) -> CueText:
    """Normalize the spaces of each voice run, and put each run on a line of its own."""
    texts: list[str] = []
    words: list[TimedWord] = []
    runs: list[VoiceRun] = []
    ruby: list[Ruby] = []
    start = 0
    for (voice, tagged), raw, begin, marks in _split_by_voice(markup):
        if not marks and not markup.ruby:
            text = _clean_text(raw)
        else:
            text, tokens = _normalize_space(raw)
            timed = _timed_words(tokens, marks) if text else ()
            words += [TimedWord(start + word.at, word.start_ms) for word in timed]
            ruby += _move_ruby(markup.ruby, Span(begin, begin + len(raw)), tokens, start)
        if text:
            texts.append(text)
            runs.append(VoiceRun(Span(start, start + len(text)), voice, tagged))
            start += len(text) + 1
    open_voice = markup.open_voices[-1] if markup.open_voices else None
    unknown = tuple(markup.unknown)
    times = _drop_backward_times(words)
    return CueText("\n".join(texts), times, tuple(runs), open_voice, unknown, tuple(ruby))


def _split_by_voice(
    markup: CueMarkup,
) -> Iterator[tuple[tuple[str | None, bool], str, int, list[tuple[int, int]]]]:
    """The parts of one voice: (voice, whether it is tagged), raw text, where it begins, its timestamps."""
    begin = first = 0
    for key, chunks in groupby(markup.chunks, itemgetter(1, 2)):
        raw = "".join(chunk[0] for chunk in chunks)
        last = bisect_left(markup.timestamps, begin + len(raw), lo=first, key=itemgetter(0))
        yield key, raw, begin, [(at - begin, ms) for at, ms in markup.timestamps[first:last]]
        begin, first = begin + len(raw), last


def _normalize_space(raw: str) -> tuple[str, list[tuple[int, int, int]]]:
    """Leave one space between words and one line feed between lines.

    Returns:
        The text, and its words: where each starts and ends in the raw text, and starts in the text.
    """
    pieces: list[str] = []
    tokens: list[tuple[int, int, int]] = []
    after = length = 0
    for token in _visible_tokens(raw):
        start, end = token.span()
        if tokens:
            pieces.append("\n" if raw.find("\n", after, start) >= 0 else " ")
            length += 1
        after = end
        tokens.append((start, end, length))
        pieces.append(token[0])
        length += end - start
    return "".join(pieces), tokens


def _visible_tokens(raw: str) -> Iterator[re.Match[str]]:
    found = _WORD.finditer(raw)
    return found if raw.isascii() else (token for token in found if token[0].strip(_INVISIBLE))


def _move_ruby(
    ruby: Sequence[tuple[int, int, str]],
    run: Span,
    tokens: Sequence[tuple[int, int, int]],
    text_start: int,
) -> Iterator[Ruby]:
    """The readings in one voice run, moved along with its words.

    Args:
        ruby: of all the raw text.
        run: its characters in the raw text.
        tokens: the words of the run.
        text_start: where the run begins in the cue's text.
    """
    for raw_start, raw_end, reading in ruby:
        first, last = raw_start - run.start, raw_end - run.start
        within = tokens[
            bisect_right(tokens, first, key=itemgetter(1)) : bisect_left(
                tokens, last, key=itemgetter(0)
            )
        ]
        if within and first >= 0 and raw_end <= run.end:
            start = within[0][2] + max(first - within[0][0], 0)
            end = within[-1][2] + min(last, within[-1][1]) - within[-1][0]
            yield Ruby(text_start + start, text_start + end, reading)


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
    times = cue_text.words
    words = tuple(word for word in times if start_ms <= word.start_ms <= end_ms) if times else ()
    return new_tuple(
        Cue, (start_ms, end_ms, cue_text.text, None, False, False, words, cue_text.ruby)
    )


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
    if len(spans) == 1 and spans[0] == (0, len(cue.text)):
        return (cue,)
    starts = [cue.start_ms, *times_at_offsets(cue, (span.start for span in spans[1:]))]
    ends = [*starts[1:], cue.end_ms]
    return tuple(
        _slice_cue(cue, span, start, max(end, start + 1))
        for span, start, end in zip(spans, starts, ends, strict=True)
    )


def _slice_cue(cue: Cue, span: Span, start_ms: int, end_ms: int) -> Cue:
    words: tuple[TimedWord, ...] = ()
    ruby: tuple[Ruby, ...] = ()
    if cue.words:
        first, last = (bisect_left(cue.words, at, key=attrgetter("at")) for at in span)
        words = tuple(TimedWord(w.at - span.start, w.start_ms) for w in cue.words[first:last])
    if cue.ruby:
        first = bisect_left(cue.ruby, span.start, key=attrgetter("start"))
        last = bisect_right(cue.ruby, span.end, key=attrgetter("end"))
        ruby = tuple(
            Ruby(r.start - span.start, r.end - span.start, r.reading) for r in cue.ruby[first:last]
        )
    text = cue.text[span.start : span.end]
    return new_tuple(Cue, (start_ms, end_ms, text, cue.voice, cue.turn, cue.sound, words, ruby))
