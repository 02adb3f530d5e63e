"""Results of a search: hits (passages that answer a query, and where in them), facets and suggestions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from showcase.core.quotes.diff import Relation
from showcase.core.text.spans import Span
from showcase.core.timing.moments import Moment

# What the hits of an answer are: passages with words and phrases; places of a quote; the passages nearest to
# a quote that was not found.
AnswerKind = Literal["words", "quote", "nearest"]
FacetName = Literal["speaker", "organization", "language", "video"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A piece of a quote beside the piece of speech that answers it.

    Attributes:
        relation: how they differ.
        said: the characters of the hit's text; empty if the piece was not said.
        quoted: the words as they were typed; "" if the quote does not have them.
    """

    relation: Relation
    said: Span
    quoted: str


@dataclass(frozen=True, slots=True)
class ParallelText:
    """The same moment in another track of the video.

    Attributes:
        language: of that track.
        key: the name of the moment's first passage there, in an address.
        text: of the cues that overlap the moment, without sounds.
    """

    language: str
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers a query.

    Attributes:
        video: the slug of its video.
        language: of the track that it was found in.
        speaker: who speaks, None when unknown.
        passage: the passage's number in its transcript.
        key: the passage's name in an address ("p112000").
        text: of the passage, and what follows as far as the matched words reach.
        text_start: where `text` begins in the running text of the transcript, in characters.
        marks: the matched words, as characters of `text`.
        matches: runs of marked words without a gap, as characters of `text`; visitors step through them.
        match_starts_ms: when the first word of each match is spoken, in milliseconds; None where the track
            has no times.
        moment: from the first matched word to the last; the whole passage if none is marked; None where the
            track has no times.
        similarity: of a quote, up to 1.0 for one that was said word for word; 1.0 for all other hits.
        differences: all pieces of a quote that was not said word for word, in order; else empty.
        elsewhere: the same moment in the language that the visitor reads; None if the hit is in that
            language, or the video is not, or one of the two tracks has no times.
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
    match_starts_ms: tuple[int | None, ...]
    moment: Moment | None
    similarity: float = 1.0
    differences: tuple[Difference, ...] = ()
    elsewhere: ParallelText | None = None


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One way to narrow a search, and how many hits it would leave.

    Attributes:
        value: for SearchRequest: a speaker, an organization, a language tag or a slug.
        count: of hits, as if none of this facet were chosen.
    """

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a search request.

    Attributes:
        query: the text of the request, as the query parser cleaned it.
        kind: "quote" if the text was found as a quote; "nearest" if it was not, and the hits are the passages
            that have most of its words; else "words".
        total: how many hits there are in all.
        hits: of the page that was requested: best first, or in order of time if only one video was searched;
            with SearchRequest.each grouped by video.
        videos: how many hits each video has in all, by slug; best video first (newest, if sorted by time).
            Only hits in the language that a video answers in count.
        facets: the ways to narrow the search that would leave fewer hits; values with most hits first.
        instead: whole queries to suggest ("did you mean"), best first; `corrected` is the first of them.
        corrected: the query that was answered in place of `query`, if unknown words were corrected or its
            last word was completed; else "".
        best: the place of the best hit in `hits` (ranking.best_place); None without hits.
    """

    query: str
    kind: AnswerKind
    total: int
    hits: tuple[Hit, ...]
    videos: Mapping[str, int] = field(default_factory=dict)
    facets: Mapping[FacetName, tuple[FacetValue, ...]] = field(default_factory=dict)
    instead: tuple[str, ...] = ()
    corrected: str = ""
    best: int | None = None
