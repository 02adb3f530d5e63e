"""Stretches: a passage, and as much of what follows it as a hit needs."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from showcase.core.cues import Cue, time_in
from showcase.core.passages import Passage
from showcase.core.spans import Span
from showcase.core.transcripts import Transcript


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
