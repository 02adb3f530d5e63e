"""The hits of a search over all videos, grouped by video."""

from dataclasses import dataclass

from showcase.core.catalog.localized import LocalizedText, LocalizedVideo
from showcase.core.catalog.models import Catalog, Video
from showcase.core.search.highlights import HighlightSegment, build_snippet
from showcase.core.search.results import Answer, Hit
from showcase.core.text.languages import direction, native_name
from showcase.core.text.truncate import truncate
from showcase.web.context.urls import poster_url
from showcase.web.context.video_view import link_language, page_language
from showcase.web.i18n.catalogs import requested_locale, tn
from showcase.web.i18n.formatting import localized_clock, moment_count
from showcase.web.search.links import SearchLinks
from showcase.web.search.messages import matched_words_text, similarity_text
from showcase.web.search.quote_diff import DifferencePiece, build_differences
from showcase.web.search.video_list import video_facts

# A moment may be long; what is shown of it elsewhere only tells what it is about.
MAX_OTHER_LANGUAGE_CHARS = 300


@dataclass(frozen=True, slots=True)
class HighlightedText:
    """Words in a language.

    Attributes:
        direction: "ltr" or "rtl".
        pieces: cut at the words that were found.
    """

    language: str
    direction: str
    pieces: list[HighlightSegment]


@dataclass(frozen=True, slots=True)
class FoundInLink:
    """Where the words of a hit stand that is shown in another language, too."""

    language: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class SearchHitRow:
    """One hit: a passage with the words before and after.

    Attributes:
        href: the moment, in the language that the visitor reads if it is there.
        byline: who speaks, for which organization, in which language.
        similarity_note: how near a quote is that is not exact, "" where there is nothing to say.
        differences: of a quote that is not exact, in the place of the words.
        other_language: the same moment in the language that the visitor reads.
        found_in: where the words were found, when `href` leads elsewhere.
    """

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
        facts: length and date.
        count: how many moments it has in all.
        all_label, all_href: lead to all its moments; "" where all are here.
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
    """Videos in the order of their hits."""
    hits: dict[str, list[Hit]] = {}
    for hit in answer.hits:
        hits.setdefault(hit.video, []).append(hit)
    found = [(catalog.find(slug), its) for slug, its in hits.items()]
    return [_build_group(video, its, answer, links) for video, its in found if video]


def searched_query(answer: Answer) -> str:
    """The words that were really searched for, which links to the hits carry on."""
    return answer.corrected or answer.query


def _build_group(
    video: Video, hits: list[Hit], answer: Answer, links: SearchLinks
) -> VideoHitGroup:
    total = answer.videos.get(video.slug, len(hits))
    more = total > len(hits) and not links.parameters.filters.video
    reader = requested_locale()
    language = page_language(video, hits[0].language, reader)
    return VideoHitGroup(
        title=LocalizedVideo(video, reader).heading,
        href=links.urls.video(video.slug, q=searched_query(answer), lang=language),
        poster=poster_url(video, links.urls),
        facts=video_facts(video),
        count=moment_count(total),
        rows=[_build_row(video, hit, answer, links) for hit in hits],
        all_label=_all_label(total) if more else "",
        all_href=links.with_filter("video", video.slug) if more else "",
    )


def _all_label(total: int) -> str:
    return tn("All %(n)s moment in this video", "All %(n)s moments in this video", total)


def _build_row(video: Video, hit: Hit, answer: Answer, links: SearchLinks) -> SearchHitRow:
    found = _match_href(video, hit, answer, links)
    other = hit.elsewhere
    return SearchHitRow(
        href=_other_language_href(video, hit, links) if other else found,
        clock=localized_clock(hit.moment.start_ms),
        byline=_byline(video, hit),
        similarity_note=_similarity_note(hit, answer),
        words=_highlighted_text(hit.language, build_snippet(hit)),
        differences=build_differences(hit),
        other_language=_highlighted_text(other.language, _truncated_pieces(other.text))
        if other
        else None,
        found_in=FoundInLink(hit.language, native_name(hit.language), found) if other else None,
    )


def _match_href(video: Video, hit: Hit, answer: Answer, links: SearchLinks) -> str:
    language = link_language(video, hit.language)
    q = searched_query(answer)
    return links.urls.video(video.slug, hit.moment, anchor=hit.key, q=q, lang=language)


def _other_language_href(video: Video, hit: Hit, links: SearchLinks) -> str:
    """Without the words that were asked for: in this language they are not there."""
    if hit.elsewhere is None:
        return ""
    language = link_language(video, hit.elsewhere.language)
    return links.urls.video(video.slug, hit.moment, anchor=hit.elsewhere.key, lang=language)


def _byline(video: Video, hit: Hit) -> str:
    """Speaker, organization, a language that is not the video's."""
    translated = link_language(video, hit.language) and not hit.elsewhere
    language = native_name(hit.language) if translated else ""
    parts = (hit.speaker or "", video.organization_of_speaker(hit.speaker), language)
    return ", ".join(part for part in parts if part)


def _similarity_note(hit: Hit, answer: Answer) -> str:
    """How near a quote is: "In nearly these words: 9 of your 10 words were said"."""
    parts = (similarity_text(hit, answer.kind), matched_words_text(hit.differences))
    return ": ".join(part for part in parts if part)


def _highlighted_text(language: str, pieces: list[HighlightSegment]) -> HighlightedText:
    return HighlightedText(language, direction(language), pieces)


def _truncated_pieces(text: str) -> list[HighlightSegment]:
    return [HighlightSegment(truncate(text, MAX_OTHER_LANGUAGE_CHARS), None)]
