"""Passages: what is shown as a paragraph, indexed as a document, and linked.

A cue is too small to be found in: a phrase that crosses two cues would be in neither. A passage is
consecutive cues of one voice, cut where sentences end.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from showcase.core.cues import Cue
from showcase.core.spans import Span
from showcase.core.transcripts import Transcript
from showcase.core.videos import Chapter

# A paragraph of a printed interview is 35 to 110 words; ten cues are about half a minute of speech, the
# most that somebody wants to hear again after a jump to its beginning.
WORDS_ENOUGH = 35
WORDS_MOST = 110
CUES_MOST = 10
# A silence this long is heard as a new start, even without a full stop.
PAUSE_MS = 4_000

# Sentence ends of the languages we know: Latin and Arabic, Devanagari danda (Bengali too), Han.
_SENTENCE_END = regex.compile(r"[.!?…؟۔।॥。！？]['\"’”»)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive cues of one voice.

    Attributes:
        number: its place in the transcript, from 0.
        key: its name in an address and in HTML, "p" and the milliseconds of its start; unique.
        span: its characters in the transcript's text.
        cues, words: the numbers of its cues and of its words.
        start_ms, end_ms: milliseconds.
        voice: who speaks, None when unknown.
        new_turn: True where somebody else begins to speak.
    """

    number: int
    key: str
    span: Span
    cues: range
    words: range
    start_ms: int
    end_ms: int
    voice: str | None
    new_turn: bool


def build_passages(transcript: Transcript, chapters: Sequence[Chapter] = ()) -> tuple[Passage, ...]:
    """Cut a transcript into its passages; a chapter always begins a new one."""
    passages: list[Passage] = []
    seen: set[str] = set()
    for cues in _cut(transcript, [chapter.start_ms for chapter in chapters]):
        passage = _passage(transcript, cues, passages[-1] if passages else None, seen)
        seen.add(passage.key)
        passages.append(passage)
    return tuple(passages)


def _cut(transcript: Transcript, chapter_starts: Sequence[int]) -> Iterator[range]:
    first = 0
    for number in range(1, len(transcript.cues)):
        if _begins_new(transcript, first, number, chapter_starts):
            yield range(first, number)
            first = number
    if transcript.cues:
        yield range(first, len(transcript.cues))


def _begins_new(
    transcript: Transcript, first: int, number: int, chapter_starts: Sequence[int]
) -> bool:
    """Does cue `number` begin a new passage, when the one before it began with cue `first`?"""
    before, cue = transcript.cues[number - 1], transcript.cues[number]
    if (
        _changes_voice(_of(transcript, range(first, number)), cue)
        or cue.start_ms - before.end_ms >= PAUSE_MS
    ):
        return True
    if any(before.start_ms < start <= cue.start_ms for start in chapter_starts):
        return True
    words = len(_words_of(transcript, range(first, number)))
    if number - first >= CUES_MOST or words >= WORDS_MOST:
        return True
    return words >= WORDS_ENOUGH and _SENTENCE_END.search(before.text) is not None


def _changes_voice(before: Sequence[Cue], cue: Cue) -> bool:
    """Somebody else speaks than spoke last; a sound belongs to whoever it interrupts."""
    voice = next((spoken.voice for spoken in reversed(before) if not spoken.sound), cue.voice)
    return cue.turn or (cue.voice != voice and not cue.sound)


def _words_of(transcript: Transcript, cues: range) -> range:
    first = bisect_left(transcript.word_cues, cues.start)
    return range(first, bisect_left(transcript.word_cues, cues.stop, lo=first))


def _passage(
    transcript: Transcript, cues: range, before: Passage | None, seen: set[str]
) -> Passage:
    first = transcript.cues[cues.start]
    voice = next((cue.voice for cue in _of(transcript, cues) if not cue.sound), first.voice)
    return Passage(
        number=before.number + 1 if before else 0,
        key=_unique(f"p{first.start_ms}", seen),
        span=Span(transcript.cue_spans[cues.start].start, transcript.cue_spans[cues.stop - 1].end),
        cues=cues,
        words=_words_of(transcript, cues),
        start_ms=first.start_ms,
        end_ms=max(cue.end_ms for cue in _of(transcript, cues)),
        voice=voice,
        new_turn=before is None or first.turn or before.voice != voice,
    )


def _of(transcript: Transcript, cues: range) -> Sequence[Cue]:
    return transcript.cues[cues.start : cues.stop]


def _unique(key: str, seen: set[str]) -> str:
    """Two passages can begin at once where two people talk: "p1200", then "p1200-2"."""
    number, unique = 1, key
    while unique in seen:
        number += 1
        unique = f"{key}-{number}"
    return unique
