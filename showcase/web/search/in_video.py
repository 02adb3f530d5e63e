"""The result of a search in one video, as the page of the video shows it."""

from dataclasses import dataclass
from functools import cached_property

from showcase.core.search.results import Answer, AnswerKind
from showcase.core.text.spans import Span, Utf16Offsets
from showcase.web.context.video_view import VideoView
from showcase.web.search.hit_list import HitList, build_hit_list
from showcase.web.search.hit_rows import HitRow, ReadingContext, build_hit_rows
from showcase.web.search.links import QuerySuggestion
from showcase.web.search.matches import (
    FoundHit,
    Match,
    current_match,
    found_hits,
    match_spans_text,
    match_times_text,
)
from showcase.web.search.messages import ResultMessage, other_language_message, result_message
from showcase.web.search.near_links import NearPhrase, build_near_phrases
from showcase.web.search.result_page import ResultPage, build_result_page


# Without slots: rows are made only where a page shows them.
@dataclass(frozen=True)
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
        near: phrases that are said, where nothing was found.
        total: how many matches there are.
        current: the number of the match to show first, from 0; None where there is none.
        marks: the characters of all matches in the running text, as in `HitRow.marks`; "" if they are in
            another language.
        times: when the first word of each match is spoken, as in `HitRow.times`.
        lists_hits: True if the rows tell what marks in the transcript cannot.
        spans: all marks, as characters of the running text, in order, not overlapping.
        list_href: the list alone, its first page, for scripts; "" if there is no match.
        found: the hits that rows are made of, in the order of the text.
        page: what shows the result; None if nothing was asked.
    """

    query: str = ""
    kind: AnswerKind = "words"
    status: str = ""
    lead: str = ""
    lead_suffix: str = ""
    corrected: QuerySuggestion | None = None
    suggestions: tuple[QuerySuggestion, ...] = ()
    near: tuple[NearPhrase, ...] = ()
    total: int = 0
    current: int | None = None
    marks: str = ""
    times: str = ""
    lists_hits: bool = False
    spans: tuple[Span, ...] = ()
    list_href: str = ""
    found: tuple[FoundHit, ...] = ()
    page: ResultPage | None = None

    @cached_property
    def rows(self) -> tuple[HitRow, ...]:
        """All rows, in the order of the text."""
        return tuple(build_hit_rows(self.found, self.page.reader)) if self.page else ()

    @cached_property
    def current_row(self) -> HitRow | None:
        """The row of the match to show first."""
        if self.page is None or self.current is None:
            return None
        number = self.current + 1
        hits = [found for found in self.found if found.number <= number][-1:]
        rows = [*build_hit_rows(hits, self.page.reader)]
        return next(row for row in reversed(rows) if row.number <= number)

    @cached_property
    def hit_list(self) -> HitList | None:
        """The page of the list that the address asks for; None if nothing was asked."""
        page = self.page
        if page is None:
            return None
        return build_hit_list(self.found, page.number, page.reader, page.context)


def build_video_result(
    answer: Answer, page: ResultPage, near_answers: tuple[Answer, ...] = ()
) -> VideoSearchResult:
    """The hits of one video, in the order of the text.

    Args:
        answer: to the query.
        page: what shows them.
        near_answers: to queries that are near one that found nothing.
    """
    reader, found = page.reader, found_hits(answer)
    matches = [match for each in found for match in each.matches]
    here = all(each.hit.language == reader.language for each in found)
    message = (
        result_message(answer, len(matches))
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
        near=build_near_phrases(near_answers, reader.query_url),
        total=len(matches),
        current=current_match(answer, found, page.moment),
        marks=match_spans_text(matches, Utf16Offsets(reader.text)) if here else "",
        times=match_times_text(matches),
        lists_hits=not here
        or answer.kind == "nearest"
        or any(each.hit.differences for each in found),
        spans=tuple(span for match in matches for span in match.spans) if here else (),
        list_href=page.list_href if found else "",
        found=tuple(found),
        page=page,
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
    page = build_result_page(view, view.words)
    return build_video_result(view.words.answer, page, view.words.near_answers)
