"""The result of a search in one video, as the page of the video shows it."""

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
        query: as it was asked, "" if nothing was.
        status: what screen readers announce; "" if nothing was asked.
        lead: a visible sentence above the rows, if it must stay while the visitor steps through the matches
            (which changes the status); "" if the status itself is visible.
        lead_suffix: what follows the corrected query in that sentence.
        corrected: the query that was answered instead, between `lead` and `lead_suffix`.
        suggestions: other queries to try.
        total: how many matches there are.
        lists_hits: True if the rows tell what marks in the transcript cannot.
        spans: all marks, as characters of the running text, in order, not overlapping.
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
    """The hits of one video, in the order of the text."""
    hits = list(distinct_matches(answer))
    rows = tuple(build_hit_rows(hits, reader))
    matches = [match for _, hit_matches in hits for match in hit_matches]
    here = all(hit.language == reader.language for hit, _ in hits)
    message = (
        result_message(answer, len(matches), len(rows))
        if here
        else _message_in_other_language(answer, matches, reader)
    )
    return VideoSearchResult(
        query=answer.query,
        kind=answer.kind,
        status=message.status,
        lead=message.lead,
        lead_suffix=message.lead_suffix,
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
    """The suggestions, without the query that was answered."""
    return [query for query in answer.instead if query != answer.corrected]


def build_search_result(view: VideoView) -> VideoSearchResult:
    """The result of the request's `?q=` in the transcript that is shown; empty without one."""
    if view.words is None or view.words.answer is None:
        return VideoSearchResult()
    return build_video_result(view.words.answer, _reading_context(view, view.words))


def _reading_context(view: VideoView, words: TranscriptView) -> ReadingContext:
    video, urls, query = view.video, view.urls, view.parameters.query

    def to_moment(moment: Moment | None, key: str, language: str) -> str:
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
