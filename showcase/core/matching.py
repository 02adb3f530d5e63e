"""Hits made of the words that were found: marks, matches, and the moment from the first to the last."""

from collections.abc import Iterable, Iterator, Sequence

from showcase.core.hits import Hit
from showcase.core.moments import Moment
from showcase.core.spans import Span
from showcase.core.stretches import Stretch


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
