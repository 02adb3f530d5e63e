"""Passages: what is shown as a paragraph, indexed as a document, and linked.

A cue is too small to be found in: a phrase that crosses two cues would be in neither. A passage is
consecutive cues of one voice, cut where sentences end.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import Chapter
from showcase.core.text.sentences import continues_sentence, ends_sentence
from showcase.core.text.spans import Span
from showcase.core.timing.moments import Moment
from showcase.core.transcript.line_joins import MIN_PAUSE_MS, split_continuation
from showcase.core.transcript.transcript import Transcript

# A paragraph of a printed interview is 35 to 110 words; ten cues are about half a minute of speech, the
# most that somebody wants to hear again after a jump to its beginning.
MIN_PASSAGE_WORDS = 35
MAX_PASSAGE_WORDS = 110
MAX_PASSAGE_CUES = 10
# A sentence of so many words at the end of somebody's turn is no paragraph of its own.
MAX_LEFTOVER_WORDS = 14


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive cues of one voice.

    Attributes:
        number: its place in the transcript, from 0.
        key: its name in an address and in HTML, "p" and `start_ms`, perhaps with a prefix; unique.
        span: its characters in the transcript's text.
        cues, words: the numbers of its cues and of its words.
        start_ms, end_ms: milliseconds; where the transcript has no times, numbers of cues (`number_cues`),
            which nobody may take for times: ask `moment`.
        voice: who speaks, None when unknown.
        new_turn: True where somebody else begins to speak.
        has_times: False where the transcript has none.
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
    has_times: bool = True

    @property
    def moment(self) -> Moment | None:
        """From its start to its end; None where the transcript has no times."""
        return Moment(self.start_ms, self.end_ms) if self.has_times else None


def build_passages(
    transcript: Transcript, chapters: Sequence[Chapter] = (), key_prefix: str = ""
) -> tuple[Passage, ...]:
    """Cut a transcript into its passages; where it has times, a chapter always begins a new one.

    Args:
        transcript: the words.
        chapters: of the video, in any order.
        key_prefix: what the keys of passages begin with.
    """
    passages: list[Passage] = []
    key_counts: Counter[str] = Counter()
    starts = sorted(entry.start_ms for entry in chapters if transcript.has_times)
    for cues in _split_into_passages(transcript, starts):
        key = _unique_key(f"{key_prefix}p{transcript.cues[cues.start].start_ms}", key_counts)
        before = passages[-1] if passages else None
        passages.append(_build_passage(transcript, cues, before, key))
    return tuple(passages)


def _split_into_passages(transcript: Transcript, chapter_starts: Sequence[int]) -> Iterator[range]:
    for stretch in _split_at_breaks(transcript, chapter_starts):
        yield from _split_into_paragraphs(transcript, stretch)


def _split_at_breaks(transcript: Transcript, chapter_starts: Sequence[int]) -> Iterator[range]:
    """Cues that nothing parts: no other voice, no pause, no chapter."""
    first = 0
    spoken: Cue | None = None
    for number, cue in enumerate(transcript.cues):
        if number and (
            _changes_voice(spoken, cue)
            or _is_parted(transcript.cues[number - 1], cue, chapter_starts)
        ):
            yield range(first, number)
            first, spoken = number, None
        if not cue.sound:
            spoken = cue
    if transcript.cues:
        yield range(first, len(transcript.cues))


def _is_parted(before: Cue, cue: Cue, chapter_starts: Sequence[int]) -> bool:
    """A pause, or the start of a chapter, is between two cues."""
    if cue.start_ms - before.end_ms >= MIN_PAUSE_MS:
        return True
    begun = bisect_right(chapter_starts, cue.start_ms)
    return begun > 0 and chapter_starts[begun - 1] > before.start_ms


def _split_into_paragraphs(transcript: Transcript, stretch: range) -> list[range]:
    """A stretch in paragraphs; a few words that would be left over stay with those before them."""
    cut = [stretch.start]
    for number in stretch[1:]:
        if _is_full(transcript, range(cut[-1], number)):
            cut.append(number)
    if len(cut) > 1 and _can_keep_leftover(transcript, range(cut[-2], stretch.stop), cut[-1]):
        cut.pop()
    return [range(first, stop) for first, stop in pairwise([*cut, stretch.stop])]


def _can_keep_leftover(transcript: Transcript, cues: range, left_over: int) -> bool:
    """May the words from cue `left_over` on stay with those before them?"""
    few = len(_words_in_cues(transcript, range(left_over, cues.stop))) <= MAX_LEFTOVER_WORDS
    return (
        few
        and len(cues) <= MAX_PASSAGE_CUES
        and len(_words_in_cues(transcript, cues)) <= MAX_PASSAGE_WORDS
    )


def _is_full(transcript: Transcript, cues: range) -> bool:
    """Is a paragraph of these cues as long as it may be, or long enough and at the end of a sentence?

    Never within a word.
    """
    if split_continuation(transcript.cues[cues.stop - 1].text)[1]:
        return False
    words = len(_words_in_cues(transcript, cues))
    if len(cues) >= MAX_PASSAGE_CUES or words >= MAX_PASSAGE_WORDS:
        return True
    return words >= MIN_PASSAGE_WORDS and _ends_sentence(transcript, cues.stop)


def _ends_sentence(transcript: Transcript, number: int) -> bool:
    """Does a sentence end before cue `number`? Not at an ellipsis with a small letter behind it."""
    before, after = transcript.cues[number - 1].text, transcript.cues[number].text
    return ends_sentence(before) and not continues_sentence(after)


def _changes_voice(spoken: Cue | None, cue: Cue) -> bool:
    """Somebody else speaks than spoke last; a sound belongs to whoever it interrupts.

    Args:
        spoken: the last cue before that is no sound; None where all are sounds.
        cue: the next one.
    """
    return cue.turn or (spoken is not None and cue.voice != spoken.voice and not cue.sound)


def _words_in_cues(transcript: Transcript, cues: range) -> range:
    first = bisect_left(transcript.word_cues, cues.start)
    return range(first, bisect_left(transcript.word_cues, cues.stop, lo=first))


def _build_passage(
    transcript: Transcript, cues: range, before: Passage | None, key: str
) -> Passage:
    first = transcript.cues[cues.start]
    voice = next((cue.voice for cue in _slice_cues(transcript, cues) if not cue.sound), first.voice)
    return Passage(
        number=before.number + 1 if before else 0,
        key=key,
        span=Span(transcript.cue_spans[cues.start].start, transcript.cue_spans[cues.stop - 1].end),
        cues=cues,
        words=_words_in_cues(transcript, cues),
        start_ms=first.start_ms,
        end_ms=max(cue.end_ms for cue in _slice_cues(transcript, cues)),
        voice=voice,
        new_turn=before is None or first.turn or before.voice != voice,
        has_times=transcript.has_times,
    )


def _slice_cues(transcript: Transcript, cues: range) -> Sequence[Cue]:
    return transcript.cues[cues.start : cues.stop]


def _unique_key(key: str, counts: Counter[str]) -> str:
    """Two passages can begin at once where two people talk: "p1200", then "p1200-2"."""
    counts[key] += 1
    return key if counts[key] == 1 else f"{key}-{counts[key]}"
