"""What a search in one video says, as its page shows it."""

from dataclasses import dataclass

from showcase.core.search.results import Answer, AnswerKind
from showcase.core.text.spans import Span
from showcase.core.timing.moments import Moment
from showcase.web.context.video_view import (
    TranscriptView,
    VideoView,
    language_name,
    link_language,
)
from showcase.web.search.hit_rows import (
    HitRow,
    Match,
    ReadingContext,
    build_hit_rows,
    distinct_matches,
)
from showcase.web.search.links import QuerySuggestion
from showcase.web.search.messages import ResultMessage, other_language_message, result_message


@dataclass(frozen=True, slots=True)
class VideoSearchResult:
    """What was found in one video.

    Attributes:
        status: what is announced; "" when nothing was asked.
        lead: what stands above the rows in its place, because it must stay while matches are stepped
            through; "" where the status is seen.
        corrected: what was really searched, which stands behind the lead and before `behind`.
        suggestions: other queries to try.
        total: how many matches there are.
        lists_hits: True where the rows say what marks in the words do not.
        spans: all that is marked, as characters of the running text, in order, not overlapping.
    """

    query: str = ""
    kind: AnswerKind = "words"
    status: str = ""
    lead: str = ""
    lead_suffix: str = ""
    corrected: QuerySuggestion | None = None
    suggestions: tuple[QuerySuggestion, ...] = ()
    total: int = 0
    rows: tuple[HitRow, ...] = ()
    lists_hits: bool = False
    spans: tuple[Span, ...] = ()


def build_video_result(answer: Answer, reader: ReadingContext) -> VideoSearchResult:
    """The hits of one video, in order of time."""
    found = list(distinct_matches(answer))
    rows = tuple(build_hit_rows(found, reader))
    matches = [match for _, its in found for match in its]
    here = all(hit.language == reader.language for hit, _ in found)
    told = (
        result_message(answer, len(matches), len(rows))
        if here
        else _message_in_other_language(answer, matches, reader)
    )
    return VideoSearchResult(
        query=answer.query,
        kind=answer.kind,
        status=told.status,
        lead=told.lead,
        lead_suffix=told.lead_suffix,
        corrected=_build_suggestion(answer.corrected, reader) if answer.corrected else None,
        suggestions=tuple(_build_suggestion(query, reader) for query in _suggested_queries(answer)),
        total=len(matches),
        rows=rows,
        lists_hits=not here or answer.kind == "nearest" or any(row.differences for row in rows),
        spans=tuple(span for match in matches for span in match.spans) if here else (),
    )


def _message_in_other_language(
    answer: Answer, matches: list[Match], reader: ReadingContext
) -> ResultMessage:
    other = answer.hits[0].language
    return other_language_message(
        len(matches), reader.language_name(reader.language), reader.language_name(other)
    )


def _build_suggestion(query: str, reader: ReadingContext) -> QuerySuggestion:
    return QuerySuggestion(query, reader.query_url(query))


def _suggested_queries(answer: Answer) -> list[str]:
    """What else to try than what was already searched."""
    return [query for query in answer.instead if query != answer.corrected]


def build_search_result(view: VideoView) -> VideoSearchResult:
    """What was found in the words that are shown."""
    if view.words is None or view.words.answer is None:
        return VideoSearchResult()
    return build_video_result(view.words.answer, _reading_context(view, view.words))


def _reading_context(view: VideoView, words: TranscriptView) -> ReadingContext:
    video, urls, query = view.video, view.urls, view.parameters.query

    def to_moment(moment: Moment, key: str, language: str) -> str:
        lang = link_language(video, language)
        return urls.video(video.slug, moment, anchor=key, q=query, lang=lang)

    return ReadingContext(
        text=words.transcript.text,
        language=words.transcript.language,
        language_name=lambda language: language_name(video, language),
        moment_url=to_moment,
        query_url=lambda query: urls.video(
            video.slug, q=query, lang=view.page_language, anchor="search"
        ),
    )
