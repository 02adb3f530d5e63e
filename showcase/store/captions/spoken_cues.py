"""Cues of spoken words: words that one speaker says in a row, cut where sentences and pauses end them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise

import regex

from showcase.core.captions.cue_text import CueText, VoiceRun, parse_cue_text
from showcase.core.captions.cues import TimedWord
from showcase.core.text.spans import Span
from showcase.core.text.tokenizer import is_unspaced
from showcase.core.timing.timecodes import format_clock, format_vtt_timestamp
from showcase.store.captions.findings import Finding
from showcase.store.captions.parsed_file import ParsedCue, ParsedFile
from showcase.store.captions.spoken_words import (
    SpokenFile,
    SpokenSegment,
    SpokenWord,
    space_words,
)

# What was heard with less certainty than this is named to the owner. Recognizers give each word the share of
# their belief that it has: below one half, all else together is more likely than the word.
DOUBTFUL_PROBABILITY = 0.5
# How many of the doubtful words a note has.
_NAMED_DOUBTS = 5
# A segment up to here stays one cue: half a minute of slow speech is still found after a jump to its start.
_KEPT_CUE_CHARS = 200
_KEPT_CUE_MS = 20_000
# Two lines of captions (Netflix timed text style guide), and the longest that they are shown.
_MAX_CUE_CHARS = 84
_MAX_CUE_MS = 7_000
# A silence this long ends a cue that is made of words.
_MAX_GAP_MS = 1_500
# Longer than this is no word; of a script without spaces, a word has a few characters.
_MAX_WORD_CHARS = 30
_MAX_UNSPACED_WORD_CHARS = 3
# What the parser of cue text treats in a way of its own: markup, control characters, invisible ones.
_UNUSUAL_CHAR = re.compile(
    r"[^ !-%'-;=?-\[\]-z|~\u00a1-\u00ac\u00ae-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff"
    r"\u3001-\ud7ff\uf900-\ufdff\ufe70-\ufefe\uff01-\uffdc]"
)
_SENTENCE_END = regex.compile(r"[.!?…؟۔।॥。！？]['\"’”»)\]]*\s*$")


def build_cues(spoken: SpokenFile) -> ParsedFile:
    """The cues of a file of spoken words, with a note on words that were heard with doubt.

    Segments of a word each are joined where one speaker goes on without a pause; long segments are cut at the
    ends of sentences.
    """
    segments = _with_ends([part for whole in spoken.segments for part in _split_speakers(whole)])
    joined = _has_word_segments(segments)
    if joined:
        segments = list(_join_segments(segments))
    named = any(segment.speaker for segment in segments)
    pieces = [piece for segment in segments for piece in _cut(segment, whole=not joined)]
    spoken.parsed.cues += [_build_cue(piece, named=named) for piece in pieces]
    _note_doubtful_words(spoken)
    spoken.parsed.is_automatic = any(map(_is_heard_by_machine, spoken.segments))
    return spoken.parsed


def _is_heard_by_machine(segment: SpokenSegment) -> bool:
    """Has it what a person does not write: a certainty, the times of its words?"""
    timed = sum(word.start_ms is not None for word in segment.words)
    return timed > 1 or any(word.probability is not None for word in segment.words)


def _split_speakers(segment: SpokenSegment) -> Iterator[SpokenSegment]:
    """A segment as one for each speaker, where its words say that others speak too."""
    if not any(word.speaker for word in segment.words):
        yield segment
        return
    first = 0
    speakers = list(_word_speakers(segment))
    for number in range(1, len(speakers) + 1):
        if number == len(speakers) or speakers[number] != speakers[first]:
            yield _slice(segment, first, number)._replace(speaker=speakers[first])
            first = number


def _word_speakers(segment: SpokenSegment) -> Iterator[str | None]:
    """Who says each word. A mark or a space has no time, and is of the word before it."""
    speaker = segment.speaker
    for word in segment.words:
        if word.speaker or word.start_ms is not None:
            speaker = word.speaker or segment.speaker
        yield speaker


def _with_ends(segments: Sequence[SpokenSegment]) -> list[SpokenSegment]:
    """Segments without an end end with their last word, or when the next one starts."""
    following: list[int | None] = [*(segment.start_ms for segment in segments[1:]), None]
    return [
        segment
        if segment.end_ms is not None
        else segment._replace(end_ms=_guess_end(segment, after))
        for segment, after in zip(segments, following, strict=False)
    ]


def _guess_end(segment: SpokenSegment, next_ms: int | None) -> int:
    ends = [ms for word in segment.words for ms in (word.start_ms, word.end_ms) if ms is not None]
    longest = segment.start_ms + _MAX_CUE_MS
    end = max(ends, default=0) or longest
    if next_ms is not None and next_ms > segment.start_ms and not ends:
        end = min(longest, next_ms)
    return max(end, segment.start_ms + 1)


def _has_word_segments(segments: Sequence[SpokenSegment]) -> bool:
    """Are most segments words, as in many podcasts' transcripts?"""
    words = sum(_is_word(segment.text.strip()) for segment in segments)
    return len(segments) > 1 and words * 2 > len(segments)


def _is_word(text: str) -> bool:
    if any(map(is_unspaced, text[:_MAX_WORD_CHARS])):
        return len(text) <= _MAX_UNSPACED_WORD_CHARS
    return len(text) <= _MAX_WORD_CHARS and len(text.split()) == 1


def _join_segments(segments: Iterable[SpokenSegment]) -> Iterator[SpokenSegment]:
    run: list[SpokenSegment] = []
    for segment in segments:
        if run and not _goes_on(run[-1], segment):
            yield _join(run)
            run = []
        run.append(segment)
    yield _join(run)


def _goes_on(before: SpokenSegment, segment: SpokenSegment) -> bool:
    end_ms = before.end_ms or before.start_ms
    return (
        before.speaker == segment.speaker
        and segment.start_ms - before.start_ms >= 0
        and (segment.start_ms - end_ms < _MAX_GAP_MS)
    )


def _join(run: Sequence[SpokenSegment]) -> SpokenSegment:
    words = space_words([_as_word(segment) for segment in run])
    return run[0]._replace(end_ms=max(segment.end_ms or 0 for segment in run), words=words)


def _as_word(segment: SpokenSegment) -> SpokenWord:
    probability = min(
        (word.probability for word in segment.words if word.probability is not None), default=None
    )
    return SpokenWord(segment.text, segment.start_ms, segment.end_ms, probability, segment.line)


def _cut(segment: SpokenSegment, *, whole: bool) -> list[SpokenSegment]:
    """A segment in cues. One without word times cannot be cut.

    Args:
        segment: of one speaker.
        whole: True to keep one that is not long as it is.
    """
    length_ms = (segment.end_ms or 0) - segment.start_ms
    if whole and len(segment.text) <= _KEPT_CUE_CHARS and length_ms <= _KEPT_CUE_MS:
        return [segment]
    cuts = [0]
    chars = 0
    for number, (word, following) in enumerate(pairwise(segment.words), 1):
        chars += len(word.text)
        if _ends_cue(segment.words[cuts[-1]], word, following, chars):
            cuts.append(number)
            chars = 0
    return [_slice(segment, first, last) for first, last in pairwise([*cuts, len(segment.words)])]


def _ends_cue(first: SpokenWord, word: SpokenWord, following: SpokenWord, chars: int) -> bool:
    """Does a cue end between two words?

    Args:
        first: of the cue.
        word: the last so far.
        following: the next one.
        chars: how long the cue is with `word`.
    """
    if following.start_ms is None:
        return False
    return (
        _SENTENCE_END.search(word.text[-20:]) is not None
        or chars + len(following.text) > _MAX_CUE_CHARS
        or (first.start_ms is not None and following.start_ms - first.start_ms > _MAX_CUE_MS)
        or (word.end_ms is not None and following.start_ms - word.end_ms >= _MAX_GAP_MS)
    )


def _slice(segment: SpokenSegment, first: int, last: int) -> SpokenSegment:
    """The words `first` up to `last` of a segment; each slice ends when the next one starts, or before."""
    words = segment.words[first:last]
    start_ms = words[0].start_ms if first else segment.start_ms
    end_ms = segment.end_ms
    if last < len(segment.words):
        # Punctuation has no times of its own.
        spoken = next((word.end_ms for word in reversed(words) if word.start_ms is not None), None)
        ends = [ms for ms in (spoken, segment.words[last].start_ms) if ms is not None]
        end_ms = min(ends, default=end_ms)
    return segment._replace(
        line=words[0].line or segment.line,
        start_ms=segment.start_ms if start_ms is None else start_ms,
        end_ms=end_ms,
        words=words,
    )


def _build_cue(segment: SpokenSegment, *, named: bool) -> ParsedCue:
    end_ms = segment.end_ms if segment.end_ms is not None else segment.start_ms
    return ParsedCue(segment.line, segment.start_ms, end_ms, spoken_text(segment, named=named))


def spoken_text(segment: SpokenSegment, *, named: bool) -> CueText:
    """The text of a segment with its word times.

    Args:
        segment: any.
        named: True in a file that names speakers: a segment without one is then nobody's.
    """
    if not _UNUSUAL_CHAR.search(segment.text):
        return _plain_text(segment, named=named)
    raw = "".join(_raw_text(word, segment) for word in segment.words)
    if named:
        raw = f"<v {escape(segment.speaker)}>{raw}</v>" if segment.speaker else f"<v>{raw}</v>"
    return parse_cue_text(raw)


def _plain_text(segment: SpokenSegment, *, named: bool) -> CueText:
    """The same for text without tags, line feeds and invisible characters, in less time."""
    pieces: list[str] = []
    times: list[TimedWord] = []
    chars, gap = 0, ""
    for word in segment.words:
        text = " ".join(word.text.split())
        if not text:
            gap = " " if word.text and chars else gap
            continue
        gap = " " if chars and (gap or word.text[0] == " ") else ""
        if word.start_ms is not None and len(segment.words) > 1:
            _add_time(times, TimedWord(chars + len(gap), _within(word.start_ms, segment)))
        pieces += [gap, text]
        chars += len(gap) + len(text)
        gap = " " if word.text[-1] == " " else ""
    runs = (VoiceRun(Span(0, chars), segment.speaker, named),) if chars else ()
    return CueText("".join(pieces), tuple(times), runs, None, ())


def _add_time(times: list[TimedWord], word: TimedWord) -> None:
    """Add the time of a word, unless it is before that of the last one."""
    if not times or word.start_ms >= times[-1].start_ms:
        times.append(word)


def _within(ms: int, segment: SpokenSegment) -> int:
    """A time, moved to the nearest one of its segment."""
    return min(max(ms, segment.start_ms), ms if segment.end_ms is None else segment.end_ms)


def _raw_text(word: SpokenWord, segment: SpokenSegment) -> str:
    """A word as the text of a WebVTT cue: its time, and its characters escaped."""
    text = escape(word.text, quote=False)
    if word.start_ms is None or len(segment.words) == 1:
        return text
    space = len(text) - len(text.lstrip())
    return f"{text[:space]}<{format_vtt_timestamp(_within(word.start_ms, segment))}>{text[space:]}"


def _note_doubtful_words(spoken: SpokenFile) -> None:
    rated = [
        (word.probability, segment, word)
        for segment in spoken.segments
        for word in segment.words
        if word.probability is not None and any(map(str.isalnum, word.text))
    ]
    doubtful = sorted(
        (entry for entry in rated if entry[0] < DOUBTFUL_PROBABILITY),
        key=lambda entry: (entry[0], entry[1].start_ms),
    )
    if not doubtful:
        return
    worst = ", ".join(_describe_doubt(*entry) for entry in doubtful[:_NAMED_DOUBTS])
    line = doubtful[0][2].line or doubtful[0][1].line
    message = f"{len(doubtful)} of {len(rated)} words were heard with doubt: {worst}"
    fix = "listen to them, and correct what is wrong"
    spoken.parsed.notes.append(Finding(line, "doubtful-words", message, fix))


def _describe_doubt(probability: float, segment: SpokenSegment, word: SpokenWord) -> str:
    at_ms = segment.start_ms if word.start_ms is None else word.start_ms
    text = " ".join(word.text.split())[:40]
    return f'"{text}" at {format_clock(at_ms)} ({round(100 * probability)} %)'
