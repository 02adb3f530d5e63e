"""Hits built from matched words: marks, matches, and the moment from the first word to the last."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from showcase.core.captions.cues import Cue, time_at_offset
from showcase.core.search.results import Hit
from showcase.core.text.spans import Span
from showcase.core.timing.moments import Moment, moment_between


@dataclass(frozen=True, slots=True)
class ExtendedPassage:
    """A passage, with the text that follows as far as it is needed.

    Attributes:
        language: of the track.
        number: the passage's number in its transcript.
        key: its name in an address.
        voice: who speaks in it, None when unknown.
        text_start: where `text` begins in the running text of the transcript, in characters.
        passage_span: the characters of `text` that belong to the passage.
        passage_cue_count: how many of `cues` belong to the passage.
        text: of the passage and what follows.
        cues: the cues of `text`, sounds included.
        cue_spans: for each cue, its characters of `text`.
        starts: for each word, its first character in `text`.
        ends: for each word, the character after its last.
        has_times: False where nobody knows when the words are spoken.
    """

    language: str
    number: int
    key: str
    voice: str | None
    text_start: int
    passage_span: Span
    passage_cue_count: int
    text: str
    cues: Sequence[Cue]
    cue_spans: Sequence[Span]
    starts: Sequence[int]
    ends: Sequence[int]
    has_times: bool = True

    def cue_at(self, character: int) -> int:
        """The number of the cue that contains a character of `text`."""
        return bisect_right(self.cue_spans, character, key=attrgetter("start")) - 1

    def time_at(self, character: int, cue: int) -> int:
        """When a character of `text`, which is in this cue, is spoken, in milliseconds."""
        return time_at_offset(self.cues[cue], character - self.cue_spans[cue].start)

    def word_start_ms(self, word: int) -> int:
        """When a word begins, in milliseconds."""
        return self.time_at(self.starts[word], self.cue_at(self.starts[word]))

    def word_end_ms(self, word: int) -> int:
        """When a word ends, in milliseconds."""
        return self.time_at(self.ends[word], self.cue_at(self.ends[word] - 1))


def build_hit(video: str, extended: ExtendedPassage, words: Iterable[int]) -> Hit:
    """Build a hit from the numbers of its matched words.

    Without any matched word (the query names only a speaker) the moment is the whole passage.

    Args:
        video: the slug of its video.
        extended: the passage, extended as far as the words reach.
        words: numbers of words, counted from the start of the passage; the first is in the passage.
    """
    numbers = sorted(words)
    groups = list(_consecutive_runs(numbers))
    return Hit(
        video=video,
        language=extended.language,
        speaker=extended.voice,
        passage=extended.number,
        key=extended.key,
        text=extended.text[: _text_end(extended, numbers)],
        text_start=extended.text_start,
        marks=tuple(Span(extended.starts[n], extended.ends[n]) for n in numbers),
        matches=tuple(
            Span(extended.starts[group[0]], extended.ends[group[-1]]) for group in groups
        ),
        match_starts_ms=tuple(
            extended.word_start_ms(group[0]) if extended.has_times else None for group in groups
        ),
        moment=_hit_moment(extended, numbers) if extended.has_times else None,
    )


def _text_end(extended: ExtendedPassage, numbers: Sequence[int]) -> int:
    """The end of the passage, or of the last cue with a matched word if that is after it."""
    if not numbers:
        return extended.passage_span.end
    last = extended.cue_at(extended.starts[numbers[-1]])
    return max(extended.passage_span.end, extended.cue_spans[last].end)


def _consecutive_runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Numbers in runs without a gap: 3 4 5 9 gives 3 4 5, then 9."""
    group: list[int] = []
    for number in numbers:
        if group and number != group[-1] + 1:
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def _hit_moment(extended: ExtendedPassage, numbers: Sequence[int]) -> Moment:
    if not numbers:
        own = extended.cues[: extended.passage_cue_count]
        return Moment(own[0].start_ms, max(cue.end_ms for cue in own))
    return moment_between(extended.word_start_ms(numbers[0]), extended.word_end_ms(numbers[-1]))
