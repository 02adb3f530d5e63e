"""What other programs read of cues, passages and answers: one shape for each, wherever it is sent.

The command line, the files to take along and the API write them as JSON objects. Times are seconds;
characters are counted as Unicode code points; what is not known is null. Other programs hold on to the names.
"""

from collections.abc import Callable
from dataclasses import dataclass

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import Catalog, Video
from showcase.core.search.results import (
    Answer,
    Difference,
    FacetName,
    FacetValue,
    Hit,
    Kind,
    Relation,
)
from showcase.core.timing.timecodes import seconds
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.transcript import Transcript

# The address of a hit's moment in the words of a language.
LinkToHit = Callable[[Hit, str], str]
LinkToPassage = Callable[[Passage], str]


@dataclass(frozen=True, slots=True)
class CueObject:
    """A timed piece of a track.

    Attributes:
        start: when it begins, in seconds.
        end: when it ends, in seconds.
        speaker: who speaks, null when unknown.
        sound: true when it is a sound, not speech.
        text: what is said; lines are parted by line feeds.
    """

    start: float
    end: float
    speaker: str | None
    sound: bool
    text: str


@dataclass(frozen=True, slots=True)
class PassageObject:
    """A paragraph of a transcript: what one speaker says.

    Attributes:
        key: its name in an address, which stays while its words and times do.
        start: when it begins, in seconds.
        end: when it ends, in seconds.
        speaker: who speaks, null when unknown.
        organization: theirs, null when unknown.
        text: what is said.
        url: the address of the passage.
    """

    key: str
    start: float
    end: float
    speaker: str | None
    organization: str | None
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class DifferenceObject:
    """A piece of a quote beside the piece of speech that answers it.

    Attributes:
        relation: how they differ.
        said: the characters of `text` where it was said, from, up to; none where it was not.
        quoted: the words as they were typed, "" where there are none.
    """

    relation: Relation
    said: tuple[int, int]
    quoted: str


@dataclass(frozen=True, slots=True)
class ElsewhereObject:
    """The same moment in another language.

    Attributes:
        language: of these words, a BCP 47 tag.
        text: what is written there while the moment is spoken.
        url: the address of the moment in that language.
    """

    language: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class HitObject:
    """A passage that answers a search.

    Attributes:
        video: the slug of its video.
        title: of its video.
        language: of the track it was found in, a BCP 47 tag.
        speaker: who speaks, null when unknown.
        organization: theirs, null when unknown.
        start: when the first matched word is spoken, in seconds.
        end: when the last matched word was spoken, in seconds.
        text: the passage, and what follows as far as the matched words reach.
        marks: the characters of `text` that matched, word by word: from, up to.
        similarity: 1 where the words are exactly those that were asked for.
        differences: of a quote that is not exact, its pieces in order; else empty.
        elsewhere: the same moment in the language that is read, when the hit is in another; else null.
        url: the address of the moment.
    """

    video: str
    title: str
    language: str
    speaker: str | None
    organization: str | None
    start: float
    end: float
    text: str
    marks: tuple[tuple[int, int], ...]
    similarity: float
    differences: tuple[DifferenceObject, ...]
    elsewhere: ElsewhereObject | None
    url: str


@dataclass(frozen=True, slots=True)
class AnswerObject:
    """What a search says.

    Attributes:
        query: what was asked.
        kind: "quote" where the words were looked for as something that was said, and found; "nearest" where
            nobody said it, and these passages have most of its words; else "words".
        total: how many hits there are in all.
        corrected: the query that was really answered, where words of `query` stand nowhere and others that
            are spelt like them do; else "".
        instead: whole queries to try instead, best first.
        videos: how many hits each video has in all, by its slug, best video first.
        facets: the ways to narrow the search: their values, and how many hits each would leave.
        hits: those that were asked for.
    """

    query: str
    kind: Kind
    total: int
    corrected: str
    instead: tuple[str, ...]
    videos: dict[str, int]
    facets: dict[FacetName, tuple[FacetValue, ...]]
    hits: tuple[HitObject, ...]


def cue_object(cue: Cue) -> CueObject:
    """A cue for programs."""
    return CueObject(seconds(cue.start_ms), seconds(cue.end_ms), cue.voice, cue.sound, cue.text)


def passage_object(
    video: Video, transcript: Transcript, passage: Passage, link: LinkToPassage
) -> PassageObject:
    """A passage for programs."""
    return PassageObject(
        key=passage.key,
        start=seconds(passage.start_ms),
        end=seconds(passage.end_ms),
        speaker=passage.voice,
        organization=video.organization_of(passage.voice) or None,
        text=transcript.text[passage.span.start : passage.span.end],
        url=link(passage),
    )


def answer_object(answer: Answer, catalog: Catalog, link: LinkToHit) -> AnswerObject:
    """An answer for programs."""
    return AnswerObject(
        query=answer.query,
        kind=answer.kind,
        total=answer.total,
        corrected=answer.corrected,
        instead=answer.instead,
        videos=dict(answer.videos),
        facets=dict(answer.facets),
        hits=tuple(hit_object(hit, catalog, link) for hit in answer.hits),
    )


def hit_object(hit: Hit, catalog: Catalog, link: LinkToHit) -> HitObject:
    """A hit for programs."""
    end_ms = hit.moment.start_ms if hit.moment.end_ms is None else hit.moment.end_ms
    video = catalog.find(hit.video)
    return HitObject(
        video=hit.video,
        title=video.title if video else hit.video,
        language=hit.language,
        speaker=hit.speaker,
        organization=(video.organization_of(hit.speaker) or None) if video else None,
        start=seconds(hit.moment.start_ms),
        end=seconds(end_ms),
        text=hit.text,
        marks=tuple((mark.start, mark.end) for mark in hit.marks),
        similarity=hit.similarity,
        differences=tuple(_difference_object(difference) for difference in hit.differences),
        elsewhere=_elsewhere_object(hit, link),
        url=link(hit, hit.language),
    )


def _difference_object(difference: Difference) -> DifferenceObject:
    said = (difference.said.start, difference.said.end)
    return DifferenceObject(difference.relation, said, difference.quoted)


def _elsewhere_object(hit: Hit, link: LinkToHit) -> ElsewhereObject | None:
    if (other := hit.elsewhere) is None:
        return None
    return ElsewhereObject(other.language, other.text, link(hit, other.language))
