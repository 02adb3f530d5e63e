"""Hits: passages that answer what was asked, and where in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from showcase.core.quotes.diff import Relation
from showcase.core.text.spans import Span
from showcase.core.timing.moments import Moment

# What an answer is made of: words and phrases; a quote; what comes nearest to a quote that nobody said.
AnswerKind = Literal["words", "quote", "nearest"]
FacetName = Literal["speaker", "organization", "language", "video"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A piece of a quote beside the piece of speech that answers it.

    Attributes:
        relation: how they differ.
        said: the characters of the hit's text, empty where nothing was said.
        quoted: the words as somebody typed them, "" where there are none.
    """

    relation: Relation
    said: Span
    quoted: str


@dataclass(frozen=True, slots=True)
class ParallelText:
    """The same moment in another track of the video.

    Attributes:
        language: of that track.
        key: the name of its first passage there.
        text: what is written there while the moment is spoken.
    """

    language: str
    key: str
    text: str


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
        text_start: where `text` begins in the running text of the transcript, in characters.
        marks: the matched words, as characters of `text`.
        matches: unbroken runs of marked words, as characters of `text`: what a visitor counts and steps
            through.
        match_starts_ms: when the first word of each match is spoken, in milliseconds.
        moment: from the first matched word to the last.
        similarity: 1.0 where the words are exactly those that were asked for.
        differences: of a quote that is not exact, all its pieces in order; else empty.
        elsewhere: the same moment in the language that the visitor reads, when the hit is in another and
            the video has it.
    """

    video: str
    language: str
    speaker: str | None
    passage: int
    key: str
    text: str
    text_start: int
    marks: tuple[Span, ...]
    matches: tuple[Span, ...]
    match_starts_ms: tuple[int, ...]
    moment: Moment
    similarity: float = 1.0
    differences: tuple[Difference, ...] = ()
    elsewhere: ParallelText | None = None


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One way to narrow a search, and how many hits it would leave.

    Attributes:
        value: what Question wants to hear: a voice, an organization, a language, a slug.
        count: hits, counted as if nothing of this facet were chosen.
    """

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search says.

    Attributes:
        query: what was asked, as it was cleaned.
        kind: "quote" where it was looked for as running words and found; "nearest" where it was not, and
            these passages have most of its words; else "words".
        total: how many hits there are in all.
        hits: those that were asked for, of all videos best first, of one video in order of time; with
            Question.each, those of a video stand together.
        videos: how many hits each video has in all; best video first (newest, when sorted by time). The
            hits of other languages than the one it answers in do not count.
        facets: the ways to narrow the search that would leave something else than all hits; values with
            most hits first.
        instead: whole queries to try instead ("did you mean"), best first; where `corrected` is given,
            that is the first of them.
        corrected: the query that was really answered, where words of `query` stand nowhere and others that
            are spelt like them do; else "".
    """

    query: str
    kind: AnswerKind
    total: int
    hits: tuple[Hit, ...]
    videos: Mapping[str, int] = field(default_factory=dict)
    facets: Mapping[FacetName, tuple[FacetValue, ...]] = field(default_factory=dict)
    instead: tuple[str, ...] = ()
    corrected: str = ""
