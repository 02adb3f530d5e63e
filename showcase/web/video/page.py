"""The page of a video: the values that its template writes."""

from collections.abc import Mapping
from dataclasses import dataclass

from showcase.core.catalog.localized import LocalizedChapter, LocalizedText, LocalizedVideo
from showcase.core.catalog.models import Chapter, Video
from showcase.core.catalog.series import SeriesPart
from showcase.core.text.languages import direction
from showcase.core.text.spans import EMPTY_SPAN, Span
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_seconds
from showcase.web.context.track_notes import track_note
from showcase.web.context.video_view import (
    VideoView,
    select_speech_track,
)
from showcase.web.http.providers import ProviderOrigins
from showcase.web.i18n.catalogs import t
from showcase.web.i18n.formatting import (
    duration_in_words,
    join_sentences,
    join_with_and,
    localized_clock,
    localized_date,
    part_label,
)
from showcase.web.listings.entry_links import ListingLink, entry_link, find_entry_href
from showcase.web.metadata.head import PageHead, build_head
from showcase.web.search.in_video import (
    VideoSearchResult,
    build_search_result,
)
from showcase.web.search.results_place import results_href
from showcase.web.sharing.panel import SharePanel, requested_share_panel
from showcase.web.sharing.quotation import requested_quotation
from showcase.web.video.closing_sections import ClosingSection, build_closing_sections
from showcase.web.video.descriptions import DescriptionIndex, build_descriptions
from showcase.web.video.downloads import Downloads, build_downloads
from showcase.web.video.featured_quotes import FeaturedQuoteView, build_quotes, passage_key
from showcase.web.video.moment_notice import MomentNotice, moment_notice_text, replaced_notice_text
from showcase.web.video.parallel_columns import ParallelTranscript, build_parallel_transcript
from showcase.web.video.people import ParticipantEntry, SpeakingTimeline, build_people
from showcase.web.video.player import Player, build_player
from showcase.web.video.reading_languages import (
    LanguageLink,
    language_links,
    parallel_links,
    single_language_href,
)
from showcase.web.video.share_button_links import share_links, share_links_href
from showcase.web.video.sheets import split_into_sheets
from showcase.web.video.title_size import title_size
from showcase.web.video.transcript_view import MarkedTranscript, PassageView, build_passage_views


@dataclass(frozen=True, slots=True)
class ChapterLink:
    """A chapter in the list.

    Attributes:
        start: seconds, as the page's scripts read them.
        clock: the same as visitors read it: "1:52".
        texts: its title and note.
        href: the moment at which it starts.
    """

    start: str
    clock: str
    texts: LocalizedChapter
    href: str


@dataclass(frozen=True, slots=True)
class SeriesLink:
    """A series that a video is a part of; `part` is "Part 2", "" where the part has no number."""

    series: ListingLink
    part: str


@dataclass(frozen=True, slots=True)
class VideoPage:
    """Everything the template of a video writes, in the page's order.

    "The transcript" is the one that is shown, in the language that the page or its address asks for.

    Attributes:
        moment: that the address asks for, None if it asks for none in this video.
        path: of the page, without a query; the search form leads there.
        title_size: "xl", "l", "m" or "s", by the headline's length.
        facts: duration, date and languages, as short sentences.
        player: None if there is no recording.
        language: of the transcript, a BCP 47 tag; "" if there is none.
        link_language: `?lang=` of links to moments and of links to send; "" for the video's own language.
        form_language: `?lang=` of the search form; "" for the language that the page shows by default.
        direction: of the transcript, "ltr" or "rtl".
        transcript_href: the page that scripts ask for parts of the transcript; "" where
            the links of its lines tell it.
        track_note: what a reader must know about the transcript; empty if nothing.
        languages: of all transcripts, none if there is only one.
        parallel_languages: the languages that can be read beside the transcript.
        single_language_href: the page without the parallel language; "" if there is none.
        parallel: the parallel language, None if there is none.
        sheets: the passages in sheets, see sheets.py; none if there are no words.
        closing_sections: what follows the last passage.
        results_href: the results of a search that the visitor came from; "" for none.
        share: the panel for the selected words, None if the address selects none.
        share_links: the share panel of each passage, by its key; none unless asked for.
        share_links_href: the page with these links; "" where there are none.
        corrections_href: the page of what was put right; "" if nothing was.
        series: that the video is a part of.
        topics: what it is about.
    """

    video: Video
    texts: LocalizedVideo
    moment: Moment | None
    path: str
    head: PageHead
    title_size: str
    facts: str
    player: Player | None
    moment_notice: MomentNotice | None
    chapters: list[ChapterLink]
    quotes: list[FeaturedQuoteView]
    language: str
    link_language: str
    form_language: str
    direction: str
    transcript_href: str
    track_note: LocalizedText
    languages: list[LanguageLink]
    parallel_languages: list[LanguageLink]
    single_language_href: str
    parallel: ParallelTranscript | None
    descriptions: DescriptionIndex
    closing_sections: list[ClosingSection]
    query: str
    result: VideoSearchResult
    results_href: str
    sheets: list[list[PassageView]]
    people: list[ParticipantEntry]
    downloads: Downloads | None
    share: SharePanel | None
    share_links: Mapping[str, str]
    share_links_href: str
    corrections_href: str
    series: list[SeriesLink]
    topics: list[ListingLink]


def build_video_page(view: VideoView, providers: ProviderOrigins) -> VideoPage:
    """Build the page.

    Args:
        view: the video and what the address asks of it.
        providers: the origins of other sites' players.
    """
    video, urls, moment = view.video, view.urls, view.moment
    result, selected_span = build_search_result(view), view.selected_span
    quotation = requested_quotation(view)
    descriptions = build_descriptions(view)
    track = select_speech_track(video, view.language)
    return VideoPage(
        video=video,
        texts=view.texts,
        moment=moment,
        path=urls.video(video.slug),
        head=build_head(view, quotation),
        title_size=title_size(str(view.texts.heading)),
        facts=_facts(video),
        player=build_player(view, providers),
        moment_notice=_moment_notice(view),
        chapters=_chapter_links(view),
        quotes=build_quotes(view),
        language=view.language,
        link_language=view.link_language,
        form_language=view.page_language,
        direction=direction(view.language),
        transcript_href=("" if view.has_timed_words else _untimed_transcript_href(view)),
        track_note=track_note(view.texts, track) if track else LocalizedText(""),
        languages=language_links(view),
        parallel_languages=parallel_links(view),
        single_language_href=single_language_href(view) if view.parallel_transcript else "",
        parallel=build_parallel_transcript(view),
        descriptions=descriptions,
        closing_sections=build_closing_sections(view, descriptions.after_last_passage),
        query=view.parameters.query,
        result=result,
        results_href="" if urls.framed else results_href(view.parameters.results, urls),
        sheets=split_into_sheets(_build_passages(view, result, selected_span)),
        people=build_people(
            SpeakingTimeline(view.texts, view.passages, view.link_language, urls, find_entry_href)
        ),
        series=[_series_link(part, view.texts) for part in video.series],
        topics=[entry_link("topics", topic, view.texts) for topic in video.topics],
        downloads=build_downloads(view),
        share=(requested_share_panel(view, quotation) if selected_span != EMPTY_SPAN else None),
        share_links=share_links(view),
        share_links_href=share_links_href(view),
        corrections_href=urls.corrections(video.slug) if video.corrections else "",
    )


def _build_passages(
    view: VideoView, result: VideoSearchResult, selected_span: Span
) -> list[PassageView]:
    if (words := view.words) is None:
        return []
    transcript = MarkedTranscript(
        texts=view.texts,
        transcript=words.transcript,
        passages=words.passages,
        matches=result.spans,
        moment=view.moment,
        selected_span=selected_span,
        language=view.link_language,
    )
    return build_passage_views(transcript, view.urls)


def _facts(video: Video) -> str:
    """Duration, date and languages: "2 minutes 34 seconds. December 2017. Words in English."."""
    languages = (
        join_with_and([track.label for track in video.speech_tracks]) if video.speech_tracks else ""
    )
    facts = (
        duration_in_words(video.duration_ms) if video.duration_ms else "",
        localized_date(video.date) if video.date else "",
        t("Words in %(language)s", language=languages) if languages else "",
    )
    return join_sentences(facts)


def _moment_notice(view: VideoView) -> MomentNotice | None:
    moment = view.moment
    if view.asks_for_replaced:
        return MomentNotice(replaced_notice_text(), "")
    if moment and not (view.video.source or view.has_timed_words):
        return None  # Nothing here is at a time.
    key = passage_key(view.passages, moment) if moment else ""
    href = view.urls.video(view.video.slug, moment, anchor=key, lang=view.link_language)
    said = view.played_moment if view.video.source else moment
    text = moment_notice_text(view.video, view.parameters, said)
    return MomentNotice(text, href if key else "") if text else None


def _untimed_transcript_href(view: VideoView) -> str:
    """The page that scripts ask for a span of its words: these are the words of this edition."""
    video = view.video
    return view.urls.video(video.slug, edition=video.edition_in_links, lang=view.link_language)


def _series_link(part: SeriesPart, texts: LocalizedVideo) -> SeriesLink:
    link = entry_link("series", part.name, texts)
    return SeriesLink(link, part_label(part.number) if part.number else "")


def _chapter_links(view: VideoView) -> list[ChapterLink]:
    return [
        ChapterLink(
            start=format_seconds(chapter.start_ms),
            clock=localized_clock(chapter.start_ms),
            texts=view.texts.chapter(chapter),
            href=_chapter_href(view, chapter, number),
        )
        for number, chapter in enumerate(view.video.chapters, 1)
    ]


def _chapter_href(view: VideoView, chapter: Chapter, number: int) -> str:
    """The moment of a chapter; in a transcript with times, at its heading."""
    anchor = (
        f"{view.video.anchor_prefix}chapter-{number}"
        if view.passages and view.has_timed_words
        else ""
    )
    moment = Moment(chapter.start_ms)
    return view.urls.video(view.video.slug, moment, anchor=anchor, lang=view.link_language)
