"""The JSON objects of cues, passages and search results, for the API, the command line and downloads.

Times are seconds; characters are counted as Unicode code points; what is not known is null. Names,
docstrings and descriptions are published in the OpenAPI document: other programs depend on the names.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import Catalog, Video
from showcase.core.export.json_types import Count, LanguageTag, Seconds, Similarity, Url
from showcase.core.quotes.diff import Relation
from showcase.core.search.results import Answer, AnswerKind, Difference, FacetName, Hit
from showcase.core.timing.timecodes import to_seconds
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.transcript import Transcript

# The address of a hit's moment in the words of a language.
LinkToHit = Callable[[Hit, str], str]
LinkToPassage = Callable[[Passage], str]


@dataclass(frozen=True, slots=True)
class CueObject:
    """A timed piece of a track."""

    start: Annotated[Seconds, Meta(description="When it begins, in seconds.")]
    end: Annotated[Seconds, Meta(description="When it ends, in seconds.")]
    speaker: Annotated[str | None, Meta(description="Who speaks, null when unknown.")]
    sound: Annotated[bool, Meta(description="True when it is a sound, not speech.")]
    text: Annotated[str, Meta(description="What is said; lines are parted by line feeds.")]


@dataclass(frozen=True, slots=True)
class PassageObject:
    """A paragraph of a transcript: what one speaker says."""

    key: Annotated[
        str, Meta(description="Its name in an address, which stays while its words and times do.")
    ]
    start: Annotated[Seconds, Meta(description="When it begins, in seconds.")]
    end: Annotated[Seconds, Meta(description="When it ends, in seconds.")]
    speaker: Annotated[str | None, Meta(description="Who speaks, null when unknown.")]
    organization: Annotated[str | None, Meta(description="Theirs, null when unknown.")]
    text: Annotated[str, Meta(description="What is said.")]
    url: Annotated[Url, Meta(description="The address of the passage.")]


@dataclass(frozen=True, slots=True)
class DifferenceObject:
    """A piece of a quote beside the piece of speech that answers it."""

    relation: Annotated[Relation, Meta(description="How they differ.")]
    said: Annotated[
        tuple[int, int],
        Meta(
            description="The characters of `text` where it was said, from, up to; none where it was "
            "not."
        ),
    ]
    quoted: Annotated[
        str, Meta(description='The words as they were typed, "" where there are none.')
    ]


@dataclass(frozen=True, slots=True)
class ElsewhereObject:
    """The same moment in another language."""

    language: Annotated[LanguageTag, Meta(description="Of these words, a BCP 47 tag.")]
    text: Annotated[str, Meta(description="What is written there while the moment is spoken.")]
    url: Annotated[Url, Meta(description="The address of the moment in that language.")]


@dataclass(frozen=True, slots=True)
class HitObject:
    """A passage that answers a search."""

    video: Annotated[str, Meta(description="The slug of its video.")]
    title: Annotated[str, Meta(description="Of its video.")]
    language: Annotated[
        LanguageTag, Meta(description="Of the track it was found in, a BCP 47 tag.")
    ]
    speaker: Annotated[str | None, Meta(description="Who speaks, null when unknown.")]
    organization: Annotated[str | None, Meta(description="Theirs, null when unknown.")]
    start: Annotated[
        Seconds, Meta(description="When the first matched word is spoken, in seconds.")
    ]
    end: Annotated[Seconds, Meta(description="When the last matched word was spoken, in seconds.")]
    text: Annotated[
        str, Meta(description="The passage, and what follows as far as the matched words reach.")
    ]
    marks: Annotated[
        tuple[tuple[int, int], ...],
        Meta(description="The characters of `text` that matched, word by word: from, up to."),
    ]
    similarity: Annotated[
        Similarity, Meta(description="1 where the words are exactly those that were asked for.")
    ]
    differences: Annotated[
        tuple[DifferenceObject, ...],
        Meta(description="Of a quote that is not exact, its pieces in order; else empty."),
    ]
    elsewhere: Annotated[
        ElsewhereObject | None,
        Meta(
            description="The same moment in the language that is read, when the hit is in another; else"
            " null."
        ),
    ]
    url: Annotated[Url, Meta(description="The address of the moment.")]


@dataclass(frozen=True, slots=True)
class FacetValueObject:
    """One way to narrow a search, and how many hits it would leave."""

    value: Annotated[
        str,
        Meta(
            description="What Question wants to hear: a voice, an organization, a language, a slug."
        ),
    ]
    count: Annotated[
        Count, Meta(description="Hits, counted as if nothing of this facet were chosen.")
    ]


@dataclass(frozen=True, slots=True)
class AnswerObject:
    """What a search says."""

    query: Annotated[str, Meta(description="What was asked.")]
    kind: Annotated[
        AnswerKind,
        Meta(
            description='"quote" where the words were looked for as something that was said, and found;'
            ' "nearest" where nobody said it, and these passages have most of its words; '
            'else "words".'
        ),
    ]
    total: Annotated[Count, Meta(description="How many hits there are in all.")]
    corrected: Annotated[
        str,
        Meta(
            description="The query that was really answered, where words of `query` stand nowhere and "
            'others that are spelt like them do; else "".'
        ),
    ]
    instead: Annotated[
        tuple[str, ...], Meta(description="Whole queries to try instead, best first.")
    ]
    videos: Annotated[
        dict[str, int],
        Meta(description="How many hits each video has in all, by its slug, best video first."),
    ]
    facets: Annotated[
        dict[FacetName, tuple[FacetValueObject, ...]],
        Meta(
            description="The ways to narrow the search: their values, and how many hits each would "
            "leave."
        ),
    ]
    hits: Annotated[tuple[HitObject, ...], Meta(description="Those that were asked for.")]


def cue_object(cue: Cue) -> CueObject:
    """A cue for programs."""
    return CueObject(
        to_seconds(cue.start_ms), to_seconds(cue.end_ms), cue.voice, cue.sound, cue.text
    )


def passage_object(
    video: Video, transcript: Transcript, passage: Passage, link: LinkToPassage
) -> PassageObject:
    """A passage for programs."""
    return PassageObject(
        key=passage.key,
        start=to_seconds(passage.start_ms),
        end=to_seconds(passage.end_ms),
        speaker=passage.voice,
        organization=video.organization_of_speaker(passage.voice) or None,
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
        facets={
            name: tuple(FacetValueObject(each.value, each.count) for each in values)
            for name, values in answer.facets.items()
        },
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
        organization=(video.organization_of_speaker(hit.speaker) or None) if video else None,
        start=to_seconds(hit.moment.start_ms),
        end=to_seconds(end_ms),
        text=hit.text,
        marks=tuple((mark.start, mark.end) for mark in hit.marks),
        similarity=hit.similarity,
        differences=tuple(_difference_object(difference) for difference in hit.differences),
        elsewhere=_parallel_text_object(hit, link),
        url=link(hit, hit.language),
    )


def _difference_object(difference: Difference) -> DifferenceObject:
    said = (difference.said.start, difference.said.end)
    return DifferenceObject(difference.relation, said, difference.quoted)


def _parallel_text_object(hit: Hit, link: LinkToHit) -> ElsewhereObject | None:
    if (other := hit.elsewhere) is None:
        return None
    return ElsewhereObject(other.language, other.text, link(hit, other.language))
