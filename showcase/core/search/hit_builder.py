"""Hits made of the words that were found: marks, matches, and the moment from the first to the last."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from showcase.core.captions.cues import Cue, time_in
from showcase.core.search.results import Hit
from showcase.core.text.spans import Span
from showcase.core.timing.moments import Moment
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.transcript import Transcript


@dataclass(frozen=True, slots=True)
class Stretch:
    """A passage with what is said behind it.

    Attributes:
        language: of the track.
        number: the passage's number in its transcript.
        key: its name in an address.
        voice: who speaks in it, None when unknown.
        at: where it begins in the running text of the transcript, in characters.
        own: its own characters of `text`.
        own_cues: how many of the cues are its own.
        text: what is said.
        cues: the cues of the text, sounds included.
        cue_spans: the characters of each in `text`.
        starts, ends: the first character of each word in `text`, and the one behind its last.
    """

    language: str
    number: int
    key: str
    voice: str | None
    at: int
    own: Span
    own_cues: int
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
        return time_in(self.cues[cue], character - self.cue_spans[cue].start)

    def word_start_ms(self, word: int) -> int:
        """When a word begins, in milliseconds."""
        return self.time_at(self.starts[word], self.cue_at(self.starts[word]))

    def word_end_ms(self, word: int) -> int:
        """When a word ends, in milliseconds."""
        return self.time_at(self.ends[word], self.cue_at(self.ends[word] - 1))


def stretch_of(transcript: Transcript, passage: Passage) -> Stretch:
    """A passage of a transcript, with all that follows it."""
    at = passage.span.start
    spans = transcript.cue_spans[passage.cues.start :]
    words = transcript.words[passage.words.start :]
    return Stretch(
        language=transcript.language,
        number=passage.number,
        key=passage.key,
        voice=passage.voice,
        at=at,
        own=Span(0, passage.span.end - at),
        own_cues=len(passage.cues),
        text=transcript.text[at:],
        cues=transcript.cues[passage.cues.start :],
        cue_spans=[Span(span.start - at, span.end - at) for span in spans],
        starts=[word.start - at for word in words],
        ends=[word.end - at for word in words],
    )


def build_hit(video: str, stretch: Stretch, words: Iterable[int]) -> Hit:
    """A hit with its marks, from the numbers of the matched words; the first lies in the passage.

    Without any matched word (only a speaker was asked for) the moment is the whole passage.

    Args:
        video: the slug of its video.
        stretch: the passage, and what follows as far as the words reach.
        words: numbers of the stretch's words.
    """
    numbers = sorted(words)
    groups = list(_unbroken(numbers))
    return Hit(
        video=video,
        language=stretch.language,
        speaker=stretch.voice,
        passage=stretch.number,
        key=stretch.key,
        text=stretch.text[: _end(stretch, numbers)],
        at=stretch.at,
        marks=tuple(Span(stretch.starts[n], stretch.ends[n]) for n in numbers),
        matches=tuple(Span(stretch.starts[group[0]], stretch.ends[group[-1]]) for group in groups),
        match_starts_ms=tuple(stretch.word_start_ms(group[0]) for group in groups),
        moment=_moment(stretch, numbers),
    )


def _end(stretch: Stretch, numbers: Sequence[int]) -> int:
    """Where the passage ends, or the last cue that has a matched word."""
    if not numbers:
        return stretch.own.end
    last = stretch.cue_at(stretch.starts[numbers[-1]])
    return max(stretch.own.end, stretch.cue_spans[last].end)


def _unbroken(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Numbers in runs without a gap: 3 4 5, 9."""
    group: list[int] = []
    for number in numbers:
        if group and number != group[-1] + 1:
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def _moment(stretch: Stretch, numbers: Sequence[int]) -> Moment:
    if not numbers:
        own = stretch.cues[: stretch.own_cues]
        return Moment(own[0].start_ms, max(cue.end_ms for cue in own))
    start = stretch.word_start_ms(numbers[0])
    return Moment(start, max(stretch.word_end_ms(numbers[-1]), start + 1))
