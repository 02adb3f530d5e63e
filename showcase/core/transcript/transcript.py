"""Transcripts: the speech of one track as running text, each word with its characters and its time."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from showcase.core.captions.cues import Cue, time_at_offset
from showcase.core.text.spans import Span
from showcase.core.text.tokenizer import Word, tokenize
from showcase.core.timing.moments import Moment, moment_between
from showcase.core.transcript.line_joins import join_lines, separator_between, split_continuation


@dataclass(frozen=True, slots=True)
class Transcript:
    """The speech track of one language, read as running text.

    Attributes:
        language: BCP 47 tag.
        cues: in order of start, sounds included, as `join_lines` returns them.
        text: what is said, cues joined by spaces (by nothing where a word or a script without spaces goes
        on). cue_spans: the characters of each cue in `text`.
        words: the words in order; their characters are those of `text`. Sounds ("[music]") are not
            speech and have none.
        word_cues: the number of the cue that each word stands in, or begins in.
        track_cues: the same cues as the track has them, with all of its line breaks.
        has_times: False where nobody knows when the words are spoken; then there are no moments of words,
            and only cues and characters tell their order.
    """

    language: str
    cues: tuple[Cue, ...]
    text: str
    cue_spans: tuple[Span, ...]
    words: tuple[Word, ...]
    word_cues: tuple[int, ...]
    track_cues: tuple[Cue, ...] = ()
    has_times: bool = True

    def word_start_ms(self, number: int) -> int:
        """When a word begins, in milliseconds."""
        return self.time_at(self.word_cues[number], self.words[number].start)

    def word_end_ms(self, number: int) -> int:
        """When a word ends, in milliseconds."""
        return self.time_at(self.word_cues[number], self.words[number].end)

    def moment_from_words(self, words: Sequence[int]) -> Moment | None:
        """The moment from the start of the first of these words to the end of the last; None without times.

        Args:
            words: numbers of words, ascending, one at least.
        """
        if not self.has_times:
            return None
        return moment_between(self.word_start_ms(words[0]), self.word_end_ms(words[-1]))

    def cue_at(self, ms: int) -> int | None:
        """The number of the cue that is being spoken: the last one that has begun, if it has not ended."""
        number = bisect_right(self.cues, ms, key=lambda cue: cue.start_ms) - 1
        return number if number >= 0 and ms < self.cues[number].end_ms else None

    def time_at(self, cue_number: int, character: int) -> int:
        """When a character of `text` is spoken: between two known times, spread by characters.

        Known are the start and end of its cue, and of its words where the track tells them.
        """
        cue = self.cues[cue_number]
        at = character - self.cue_spans[cue_number].start
        return time_at_offset(cue, at)


def build_transcript(language: str, cues: Sequence[Cue], *, has_times: bool = True) -> Transcript:
    """Join the cues of one track, in order of start, to running text.

    Args:
        language: BCP 47 tag.
        cues: of the track.
        has_times: whether those of the cues are times of the recording.
    """
    joined = join_lines(cues, language)
    text, spans = join_cues(joined)
    words, word_cues = _speech_words(text, joined, spans)
    return Transcript(language, joined, text, spans, words, word_cues, tuple(cues), has_times)


def join_cues(cues: Sequence[Cue]) -> tuple[str, tuple[Span, ...]]:
    """The running text of cues that `join_lines` returned, and where each stands in it, in characters.

    A line break becomes one space, so that a character of a cue keeps its distance from the cue's start.
    """
    pieces: list[str] = []
    last = ""
    continues = False
    spans: list[Span] = []
    length = 0
    for cue in cues:
        piece, goes_on = split_continuation(cue.text.replace("\n", " "))
        gap = "" if continues else separator_between(last, piece)
        start = length + len(gap)
        length = start + len(piece)
        spans.append(Span(start, length))
        pieces += (gap, piece)
        last, continues = piece or last, goes_on
    return "".join(pieces), tuple(spans)


def _speech_words(
    text: str, cues: Sequence[Cue], spans: Sequence[Span]
) -> tuple[tuple[Word, ...], tuple[int, ...]]:
    """The words of the running text that are speech, and for each the number of its cue.

    The text is cut as a whole: a word may begin in one cue and end in the next.
    """
    words: list[Word] = []
    word_cues: list[int] = []
    number, end, sound = -1, 0, False
    for word in tokenize(text):
        while word[0] >= end:
            number += 1
            end, sound = spans[number].end, cues[number].sound
        if not sound:
            words.append(word)
            word_cues.append(number)
    return tuple(words), tuple(word_cues)
