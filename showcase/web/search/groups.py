"""The hits of a search over all videos, grouped by video."""

from dataclasses import dataclass
from typing import NamedTuple

from showcase.core.catalog.localized import LocalizedText, LocalizedVideo
from showcase.core.catalog.models import Video
from showcase.core.catalog.site_catalog import Catalog
from showcase.core.search.highlights import HighlightSegment, build_snippet
from showcase.core.search.results import Answer, Hit
from showcase.core.text.languages import direction, native_name
from showcase.core.text.truncate import truncate
from showcase.web.context.query import query_in_hit_links
from showcase.web.context.urls import poster_url
from showcase.web.context.video_view import link_language, page_language
from showcase.web.i18n.catalogs import requested_locale, tn
from showcase.web.i18n.formatting import moment_clock, moment_count
from showcase.web.search.links import SearchLinks
from showcase.web.search.messages import matched_words_text, similarity_text
from showcase.web.search.quote_diff import DifferencePiece, build_differences
from showcase.web.search.results_place import results_place, row_anchor
from showcase.web.search.video_list import video_facts

# How much of a moment is shown in the visitor's language, to tell what it is about.
MAX_OTHER_LANGUAGE_CHARS = 300


@dataclass(frozen=True, slots=True)
class HighlightedText:
    """A text with marked matches.

    Attributes:
        language: BCP 47 tag.
        direction: "ltr" or "rtl".
        pieces: the text, cut at its matches.
    """

    language: str
    direction: str
    pieces: list[HighlightSegment]


@dataclass(frozen=True, slots=True)
class FoundInLink:
    """A link to a hit in the language that it was found in.

    Attributes:
        language: BCP 47 tag.
        label: the language's own name.
    """

    language: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class SearchHitRow:
    """One hit in the results.

    Attributes:
        anchor: its name in the address of the page.
        href: the moment, in the visitor's language if the video has it.
        clock: when the moment starts: "1:52"; "" without times.
        byline: the speaker, the organization, and the language if it is not the video's own.
        similarity_note: how similar an inexact quote is; "" if it is exact.
        words: the words that were found, with a few before and after.
        differences: between an inexact quote and what was said; the template writes them instead of `words`.
        other_language: the same moment in the visitor's language; None if the hit is in that language.
        found_in: the moment in the language it was found in, if `href` leads to another language.
    """

    anchor: str
    href: str
    clock: str
    byline: str
    similarity_note: str
    words: HighlightedText
    differences: list[DifferencePiece]
    other_language: HighlightedText | None
    found_in: FoundInLink | None


@dataclass(frozen=True, slots=True)
class VideoHitGroup:
    """The hits of one video.

    Attributes:
        href: the video with its matches marked.
        facts: duration and date: "2:34, December 2017".
        count: how many moments the video has in all: "12 moments".
        all_label, all_href: a link to all its moments; "" if all are in `rows`.
    """

    title: LocalizedText
    href: str
    poster: str
    facts: str
    count: str
    rows: list[SearchHitRow]
    all_label: str
    all_href: str


def build_groups(catalog: Catalog, answer: Answer, links: SearchLinks) -> list[VideoHitGroup]:
    """The videos in the order of their first hits."""
    hits: dict[str, list[_NumberedHit]] = {}
    for number, hit in enumerate(answer.hits, 1):
        hits.setdefault(hit.video, []).append(_NumberedHit(number, hit))
    groups = [(catalog.find(slug), video_hits) for slug, video_hits in hits.items()]
    return [_build_group(video, video_hits, answer, links) for video, video_hits in groups if video]


class _NumberedHit(NamedTuple):
    """A hit with its number on the page, from 1."""

    number: int
    hit: Hit


def searched_query(answer: Answer) -> str:
    """The query that was answered: the corrected one if there is one."""
    return answer.corrected or answer.query


def _linked_query(answer: Answer) -> str:
    return query_in_hit_links(searched_query(answer))


def _build_group(
    video: Video, hits: list[_NumberedHit], answer: Answer, links: SearchLinks
) -> VideoHitGroup:
    total = answer.videos.get(video.slug, len(hits))
    more = total > len(hits) and not links.parameters.filters.video
    reader = requested_locale()
    language = page_language(video, hits[0].hit.language, reader)
    place = results_place(links, hits[0].number)
    return VideoHitGroup(
        title=LocalizedVideo(video, reader).heading,
        href=links.urls.video(video.slug, q=_linked_query(answer), lang=language, results=place),
        poster=poster_url(video, links.urls),
        facts=video_facts(video),
        count=moment_count(total),
        rows=[_build_row(video, hit, answer, links) for hit in hits],
        all_label=_all_label(total) if more else "",
        all_href=links.with_filter("video", video.slug) if more else "",
    )


def _all_label(total: int) -> str:
    return tn("All %(n)s moment in this video", "All %(n)s moments in this video", total)


def _build_row(
    video: Video, numbered: _NumberedHit, answer: Answer, links: SearchLinks
) -> SearchHitRow:
    hit = numbered.hit
    found = _match_href(video, numbered, answer, links)
    other = hit.elsewhere
    return SearchHitRow(
        anchor=row_anchor(numbered.number),
        href=_other_language_href(video, numbered, links) if other else found,
        clock=moment_clock(hit.moment),
        byline=_byline(video, hit),
        similarity_note=_similarity_note(hit, answer),
        words=_highlighted_text(hit.language, build_snippet(hit)),
        differences=build_differences(hit),
        other_language=_highlighted_text(other.language, _truncated_pieces(other.text))
        if other
        else None,
        found_in=FoundInLink(hit.language, native_name(hit.language), found) if other else None,
    )


def _match_href(video: Video, numbered: _NumberedHit, answer: Answer, links: SearchLinks) -> str:
    hit, place = numbered.hit, results_place(links, numbered.number)
    language = link_language(video, hit.language)
    q = _linked_query(answer)
    return links.urls.video(
        video.slug, hit.moment, anchor=hit.key, q=q, lang=language, results=place
    )


def _other_language_href(video: Video, numbered: _NumberedHit, links: SearchLinks) -> str:
    """The moment in the visitor's language, without the query: its words are in another language."""
    hit, place = numbered.hit, results_place(links, numbered.number)
    if hit.elsewhere is None:
        return ""
    language, anchor = link_language(video, hit.elsewhere.language), hit.elsewhere.key
    return links.urls.video(video.slug, hit.moment, anchor=anchor, lang=language, results=place)


def _byline(video: Video, hit: Hit) -> str:
    """The speaker, the organization, and the language if it is not the video's own."""
    translated = link_language(video, hit.language) and not hit.elsewhere
    language = native_name(hit.language) if translated else ""
    parts = (hit.speaker or "", video.organization_of_speaker(hit.speaker), language)
    return ", ".join(part for part in parts if part)


def _similarity_note(hit: Hit, answer: Answer) -> str:
    """How similar a quote is: "In nearly these words: 9 of your 10 words were said"."""
    parts = (similarity_text(hit, answer.kind), matched_words_text(hit.differences))
    return ": ".join(part for part in parts if part)


def _highlighted_text(language: str, pieces: list[HighlightSegment]) -> HighlightedText:
    return HighlightedText(language, direction(language), pieces)


def _truncated_pieces(text: str) -> list[HighlightSegment]:
    return [HighlightSegment(truncate(text, MAX_OTHER_LANGUAGE_CHARS), None)]
