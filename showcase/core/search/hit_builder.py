"""Hits made of the words that were found: marks, matches, and the moment from the first to the last."""

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
    """A passage with what is said behind it.

    Attributes:
        language: of the track.
        number: the passage's number in its transcript.
        key: its name in an address.
        voice: who speaks in it, None when unknown.
        text_start: where it begins in the running text of the transcript, in characters.
        passage_span: its own characters of `text`.
        passage_cue_count: how many of the cues are its own.
        text: what is said.
        cues: the cues of the text, sounds included.
        cue_spans: the characters of each in `text`.
        starts, ends: the first character of each word in `text`, and the one behind its last.
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

    def cue_at(self, character: int) -> int:
        """The number of the cue that a character of the text stands in."""
        return bisect_right(self.cue_spans, character, key=attrgetter("start")) - 1

    def time_at(self, character: int, cue: int) -> int:
        """When a character of the text, in that cue, is spoken, in milliseconds."""
        return time_at_offset(self.cues[cue], character - self.cue_spans[cue].start)

    def word_start_ms(self, word: int) -> int:
        """When a word begins, in milliseconds."""
        return self.time_at(self.starts[word], self.cue_at(self.starts[word]))

    def word_end_ms(self, word: int) -> int:
        """When a word ends, in milliseconds."""
        return self.time_at(self.ends[word], self.cue_at(self.ends[word] - 1))


def build_hit(video: str, stretch: ExtendedPassage, words: Iterable[int]) -> Hit:
    """A hit with its marks, from the numbers of the matched words; the first lies in the passage.

    Without any matched word (only a speaker was asked for) the moment is the whole passage.

    Args:
        video: the slug of its video.
        stretch: the passage, and what follows as far as the words reach.
        words: numbers of the stretch's words.
    """
    numbers = sorted(words)
    groups = list(_consecutive_runs(numbers))
    return Hit(
        video=video,
        language=stretch.language,
        speaker=stretch.voice,
        passage=stretch.number,
        key=stretch.key,
        text=stretch.text[: _text_end(stretch, numbers)],
        text_start=stretch.text_start,
        marks=tuple(Span(stretch.starts[n], stretch.ends[n]) for n in numbers),
        matches=tuple(Span(stretch.starts[group[0]], stretch.ends[group[-1]]) for group in groups),
        match_starts_ms=tuple(stretch.word_start_ms(group[0]) for group in groups),
        moment=_hit_moment(stretch, numbers),
    )


def _text_end(stretch: ExtendedPassage, numbers: Sequence[int]) -> int:
    """Where the passage ends, or the last cue that has a matched word."""
    if not numbers:
        return stretch.passage_span.end
    last = stretch.cue_at(stretch.starts[numbers[-1]])
    return max(stretch.passage_span.end, stretch.cue_spans[last].end)


def _consecutive_runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Numbers in runs without a gap: 3 4 5, 9."""
    group: list[int] = []
    for number in numbers:
        if group and number != group[-1] + 1:
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def _hit_moment(stretch: ExtendedPassage, numbers: Sequence[int]) -> Moment:
    if not numbers:
        own = stretch.cues[: stretch.passage_cue_count]
        return Moment(own[0].start_ms, max(cue.end_ms for cue in own))
    return moment_between(stretch.word_start_ms(numbers[0]), stretch.word_end_ms(numbers[-1]))
