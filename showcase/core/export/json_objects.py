"""The JSON objects of cues, passages and search results, for the API, the command line and downloads.

Times are seconds; characters are counted as Unicode code points; what is not known is null. Names,
docstrings and descriptions are published in the OpenAPI document: other programs depend on the names.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import Video
from showcase.core.catalog.site_catalog import Catalog
from showcase.core.export.json_types import Count, LanguageTag, Seconds, Similarity, Url
from showcase.core.quotes.diff import Relation
from showcase.core.search.results import Answer, AnswerKind, Difference, FacetName, Hit
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import to_seconds
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.transcript import Transcript

# Makes the address of a hit's moment, with the transcript of a language.
LinkToHit = Callable[[Hit, str], str]
LinkToPassage = Callable[[Passage], str]

_START_DESCRIPTION = "Its start, in seconds; null when the track has no times."
_END_DESCRIPTION = "Its end, in seconds; null when the track has no times."


@dataclass(frozen=True, slots=True)
class CueObject:
    """A timed piece of a track."""

    start: Annotated[Seconds | None, Meta(description=_START_DESCRIPTION)]
    end: Annotated[Seconds | None, Meta(description=_END_DESCRIPTION)]
    speaker: Annotated[str | None, Meta(description="Who speaks, null when unknown.")]
    sound: Annotated[bool, Meta(description="True for a sound, false for speech.")]
    text: Annotated[str, Meta(description="What is said; lines are separated by line feeds.")]


@dataclass(frozen=True, slots=True)
class PassageObject:
    """A paragraph of a transcript: what one speaker says."""

    key: Annotated[
        str,
        Meta(
            description="Its name in addresses, which stays the same while its words and times do."
        ),
    ]
    start: Annotated[Seconds | None, Meta(description=_START_DESCRIPTION)]
    end: Annotated[Seconds | None, Meta(description=_END_DESCRIPTION)]
    speaker: Annotated[str | None, Meta(description="Who speaks, null when unknown.")]
    organization: Annotated[
        str | None, Meta(description="The speaker's organization, null when unknown.")
    ]
    text: Annotated[str, Meta(description="What is said.")]
    url: Annotated[Url, Meta(description="The address of the passage.")]


@dataclass(frozen=True, slots=True)
class DifferenceObject:
    """A piece of a quote with the piece of speech that corresponds to it."""

    relation: Annotated[
        Relation,
        Meta(
            description='How the two compare; "not said" is only in the quote, "not quoted" only in the '
            'speech, "elided" an ellipsis in the quote.'
        ),
    ]
    said: Annotated[
        tuple[int, int],
        Meta(
            description="Where it was said: its first character in `text` and the one after its last; "
            "equal where it was not said."
        ),
    ]
    quoted: Annotated[
        str, Meta(description='The words of the quote as they were typed, "" where there are none.')
    ]


@dataclass(frozen=True, slots=True)
class ElsewhereObject:
    """The same moment in another language."""

    language: Annotated[LanguageTag, Meta(description="The other language, a BCP 47 tag.")]
    text: Annotated[str, Meta(description="The text of its track at that moment.")]
    url: Annotated[Url, Meta(description="The address of the moment in that language.")]


@dataclass(frozen=True, slots=True)
class HitObject:
    """A passage that matches a search."""

    video: Annotated[str, Meta(description="The slug of its video.")]
    title: Annotated[str, Meta(description="The title of its video.")]
    language: Annotated[
        LanguageTag,
        Meta(description="The language of the track that it was found in, a BCP 47 tag."),
    ]
    speaker: Annotated[str | None, Meta(description="Who speaks, null when unknown.")]
    organization: Annotated[
        str | None, Meta(description="The speaker's organization, null when unknown.")
    ]
    start: Annotated[
        Seconds | None,
        Meta(
            description="When the first matched word starts, in seconds; null when the track has no times."
        ),
    ]
    end: Annotated[
        Seconds | None,
        Meta(
            description="When the last matched word ends, in seconds; null when the track has no times."
        ),
    ]
    text: Annotated[
        str,
        Meta(
            description="The text of the passage, and of the next ones if the matched words go on there."
        ),
    ]
    marks: Annotated[
        tuple[tuple[int, int], ...],
        Meta(
            description="Each matched word: its first character in `text` and the one after its last."
        ),
    ]
    similarity: Annotated[
        Similarity,
        Meta(description="From 0 to 1; 1 where the words are exactly those of the query."),
    ]
    differences: Annotated[
        tuple[DifferenceObject, ...],
        Meta(description="The pieces of a quote that is not exact, in order; else empty."),
    ]
    elsewhere: Annotated[
        ElsewhereObject | None,
        Meta(
            description="The same moment in the language of `reads`, where the hit is in another; else null."
        ),
    ]
    url: Annotated[Url, Meta(description="The address of the moment.")]


@dataclass(frozen=True, slots=True)
class FacetValueObject:
    """A value to narrow a search by, and how many hits it would leave."""

    value: Annotated[
        str,
        Meta(
            description="The value to search with: a speaker, an organization, a language tag or a slug."
        ),
    ]
    count: Annotated[
        Count,
        Meta(
            description="How many hits it would leave, counted as if no value of this facet were chosen."
        ),
    ]


@dataclass(frozen=True, slots=True)
class AnswerObject:
    """The results of a search."""

    query: Annotated[str, Meta(description="The query.")]
    kind: Annotated[
        AnswerKind,
        Meta(
            description='"quote" where the words were searched for as a quote and found; "nearest" where '
            'nobody said the quote, and these passages have most of its words; else "words".'
        ),
    ]
    total: Annotated[Count, Meta(description="How many hits there are in all.")]
    corrected: Annotated[
        str,
        Meta(
            description="The query that was answered instead, where words of `query` are nowhere but "
            'similar ones are; else "".'
        ),
    ]
    instead: Annotated[
        tuple[str, ...], Meta(description="Whole queries to try instead, best first.")
    ]
    videos: Annotated[
        dict[str, int],
        Meta(description="How many hits each video has in all, by slug, best video first."),
    ]
    facets: Annotated[
        dict[FacetName, tuple[FacetValueObject, ...]],
        Meta(description="Values to narrow the search by, with how many hits each would leave."),
    ]
    hits: Annotated[tuple[HitObject, ...], Meta(description="The hits that were asked for.")]


def cue_object(cue: Cue, *, has_times: bool = True) -> CueObject:
    """The JSON object of a cue; `has_times` is whether its track has."""
    moment = Moment(cue.start_ms, cue.end_ms) if has_times else None
    return CueObject(*_seconds(moment), cue.voice, cue.sound, cue.text)


def _seconds(moment: Moment | None) -> tuple[float | None, float | None]:
    """The start and the end of a moment; None where there is no moment. Without an end it ends at once."""
    if moment is None:
        return None, None
    end_ms = moment.start_ms if moment.end_ms is None else moment.end_ms
    return to_seconds(moment.start_ms), to_seconds(end_ms)


def passage_object(
    video: Video, transcript: Transcript, passage: Passage, link: LinkToPassage
) -> PassageObject:
    """The JSON object of a passage; `link` makes its address."""
    start, end = _seconds(passage.moment)
    return PassageObject(
        key=passage.key,
        start=start,
        end=end,
        speaker=passage.voice,
        organization=video.organization_of_speaker(passage.voice) or None,
        text=transcript.text[passage.span.start : passage.span.end],
        url=link(passage),
    )


def answer_object(answer: Answer, catalog: Catalog, link: LinkToHit) -> AnswerObject:
    """The JSON object of the results of a search; `link` makes the addresses of hits."""
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
    """The JSON object of a hit; `link` makes its address."""
    start, end = _seconds(hit.moment)
    video = catalog.find(hit.video)
    return HitObject(
        video=hit.video,
        title=video.title if video else hit.video,
        language=hit.language,
        speaker=hit.speaker,
        organization=(video.organization_of_speaker(hit.speaker) or None) if video else None,
        start=start,
        end=end,
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
