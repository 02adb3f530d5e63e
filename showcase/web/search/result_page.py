"""What the page of a video tells the result of a search in it: its words, its moment and its links."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from showcase.core.catalog.localized import LocalizedText
from showcase.core.timing.moments import Moment
from showcase.web.context.query import query_in_hit_links
from showcase.web.context.video_view import (
    TranscriptView,
    VideoView,
    language_name,
    link_language,
)
from showcase.web.search.hit_list import ListContext
from showcase.web.search.hit_rows import ReadingContext

_NOTHING_MORE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ResultPage:
    """The page of a video that shows a result.

    Attributes:
        reader: the transcript that it shows.
        context: of the list of hits.
        moment: that its address asks for; None for none.
        number: of the page of the list that its address asks for, from 1.
        list_href: the list alone, its first page.
    """

    reader: ReadingContext
    context: ListContext
    moment: Moment | None = None
    number: int = 1
    list_href: str = ""


def build_result_page(view: VideoView, words: TranscriptView) -> ResultPage:
    """The page that a view is made into.

    Args:
        view: the video and what the request asks of it.
        words: the transcript of the view.
    """
    typing = "1" if view.parameters.is_typing else ""
    return ResultPage(
        reader=_reading_context(view, words),
        context=_list_context(view),
        moment=view.moment,
        number=view.parameters.page,
        list_href=_query_href(view, view.parameters.query, {"part": "hits", "typing": typing}),
    )


def _query_href(
    view: VideoView, query: str, how: Mapping[str, str] = _NOTHING_MORE, anchor: str = ""
) -> str:
    """The page of the video with a query, and with more parameters, in the language that it shows."""
    slug, language = view.video.slug, view.page_language
    return view.urls.video(slug, None, anchor=anchor, q=query, lang=language, **how)


def _reading_context(view: VideoView, words: TranscriptView) -> ReadingContext:
    video = view.video

    def to_moment(moment: Moment | None, key: str, language: str) -> str:
        lang, query = link_language(video, language), query_in_hit_links(view.parameters.query)
        return view.urls.video(video.slug, moment, anchor=key, q=query, lang=lang)

    return ReadingContext(
        text=words.transcript.text,
        language=words.transcript.language,
        language_name=lambda language: language_name(video, language),
        moment_url=to_moment,
        query_url=lambda query: _query_href(view, query, anchor="search"),
        organization=video.organization_of_speaker,
        chapter_starts_ms=[chapter.start_ms for chapter in video.chapters],
    )


def _list_context(view: VideoView) -> ListContext:
    video, query = view.video, view.parameters.query

    def chapter(number: int) -> tuple[LocalizedText, str]:
        found = video.chapters[number - 1]
        anchor = f"{video.anchor_prefix}chapter-{number}" if view.has_timed_words else ""
        moment, kept = Moment(found.start_ms), query_in_hit_links(query)
        href = view.urls.video(video.slug, moment, anchor=anchor, q=kept, lang=view.link_language)
        return view.texts.chapter(found).title, href

    def page_href(number: int) -> str:
        page = {"page": str(number) if number > 1 else ""}
        return _query_href(view, query, page, anchor="hit-list")

    return ListContext(chapter, page_href)
