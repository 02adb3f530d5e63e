"""Hits: passages that answer what was asked, and where in them."""

from dataclasses import dataclass
from typing import Literal

from showcase.core.moments import Moment
from showcase.core.spans import Span

Kind = Literal["words", "quote"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers a query.

    Attributes:
        video: the slug of its video.
        language: of the track it was found in.
        speaker: who speaks, None when unknown.
        passage: the passage's number in its transcript.
        key: the passage's name in an address ("p112000").
        text: what is said: the passage, and what follows as far as the matched words reach.
        at: where `text` begins in the running text of the transcript, in characters.
        marks: the matched words, as characters of `text`.
        matches: unbroken runs of marked words, as characters of `text`: what a visitor counts and steps
            through.
        match_starts_ms: when the first word of each match is spoken, in milliseconds.
        moment: from the first matched word to the last.
        similarity: 1.0 where the words are exactly those that were asked for.
    """

    video: str
    language: str
    speaker: str | None
    passage: int
    key: str
    text: str
    at: int
    marks: tuple[Span, ...]
    matches: tuple[Span, ...]
    match_starts_ms: tuple[int, ...]
    moment: Moment
    similarity: float = 1.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search says.

    Attributes:
        query: what was asked, as it was cleaned.
        kind: "quote" where it was looked for as running words, else "words".
        total: how many hits there are in all.
        hits: those that were asked for, of all videos best first, of one video in order of time.
    """

    query: str
    kind: Kind
    total: int
    hits: tuple[Hit, ...]

    @property
    def matches(self) -> int:
        """How many matches the hits at hand have."""
        return sum(len(hit.matches) for hit in self.hits)
