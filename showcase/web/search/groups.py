"""The hits of a search over all videos, grouped by video."""

from dataclasses import dataclass

from showcase.core.catalog.localized import Text, VideoTexts
from showcase.core.catalog.models import Catalog, Video
from showcase.core.search.highlights import Piece, excerpt
from showcase.core.search.results import Answer, Hit
from showcase.core.text.languages import direction, own_name
from showcase.web.context.video_view import link_language, page_language
from showcase.web.i18n.catalogs import asked_locale, tn
from showcase.web.i18n.formatting import moments, shorten, written_clock
from showcase.web.search.diff import DifferencePiece, build_differences
from showcase.web.search.links import SearchLinks
from showcase.web.search.messages import kept_words, nearness
from showcase.web.search.video_list import video_facts
from showcase.web.video.player import poster_address

# A moment may be long; what is shown of it elsewhere only tells what it is about.
ELSEWHERE_CHARACTERS = 300


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a language.

    Attributes:
        direction: "ltr" or "rtl".
        pieces: cut at the words that were found.
    """

    language: str
    direction: str
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class FoundIn:
    """Where the words of a hit stand that is shown in another language, too."""

    language: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Row:
    """One hit: a passage with the words before and after.

    Attributes:
        href: the moment, in the language that the visitor reads if it is there.
        by: who speaks, for which organization, in which language.
        likeness: how near a quote is that is not exact, "" where there is nothing to say.
        differences: of a quote that is not exact, in the place of the words.
        elsewhere: the same moment in the language that the visitor reads.
        found_in: where the words were found, when `href` leads elsewhere.
    """

    href: str
    clock: str
    by: str
    likeness: str
    words: Words
    differences: list[DifferencePiece]
    elsewhere: Words | None
    found_in: FoundIn | None


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one video.

    Attributes:
        facts: length and date.
        count: how many moments it has in all.
        all_label, all_href: lead to all its moments; "" where all are here.
    """

    title: Text
    href: str
    poster: str
    facts: str
    count: str
    rows: list[Row]
    all_label: str
    all_href: str


def build_groups(catalog: Catalog, answer: Answer, links: SearchLinks) -> list[Group]:
    """Videos in the order of their hits."""
    hits: dict[str, list[Hit]] = {}
    for hit in answer.hits:
        hits.setdefault(hit.video, []).append(hit)
    found = [(catalog.find(slug), its) for slug, its in hits.items()]
    return [_group(video, its, answer, links) for video, its in found if video]


def searched(answer: Answer) -> str:
    """The words that were really searched for, which links to the hits carry on."""
    return answer.corrected or answer.query


def _group(video: Video, hits: list[Hit], answer: Answer, links: SearchLinks) -> Group:
    total = answer.videos.get(video.slug, len(hits))
    more = total > len(hits) and not links.asked.choices.video
    reader = asked_locale()
    language = page_language(video, hits[0].language, reader)
    return Group(
        title=VideoTexts(video, reader).heading,
        href=links.to.video(video.slug, q=searched(answer), lang=language),
        poster=poster_address(video, links.to),
        facts=video_facts(video),
        count=moments(total),
        rows=[_row(video, hit, answer, links) for hit in hits],
        all_label=_all_label(total) if more else "",
        all_href=links.choose("video", video.slug) if more else "",
    )


def _all_label(total: int) -> str:
    return tn("All %(n)s moment in this video", "All %(n)s moments in this video", total)


def _row(video: Video, hit: Hit, answer: Answer, links: SearchLinks) -> Row:
    found = _found_href(video, hit, answer, links)
    other = hit.elsewhere
    return Row(
        href=_elsewhere_href(video, hit, links) if other else found,
        clock=written_clock(hit.moment.start_ms),
        by=_by(video, hit),
        likeness=_likeness(hit, answer),
        words=_words(hit.language, excerpt(hit)),
        differences=build_differences(hit),
        elsewhere=_words(other.language, _beginning(other.text)) if other else None,
        found_in=FoundIn(hit.language, own_name(hit.language), found) if other else None,
    )


def _found_href(video: Video, hit: Hit, answer: Answer, links: SearchLinks) -> str:
    language = link_language(video, hit.language)
    q = searched(answer)
    return links.to.video(video.slug, hit.moment, anchor=hit.key, q=q, lang=language)


def _elsewhere_href(video: Video, hit: Hit, links: SearchLinks) -> str:
    """Without the words that were asked for: in this language they are not there."""
    if hit.elsewhere is None:
        return ""
    language = link_language(video, hit.elsewhere.language)
    return links.to.video(video.slug, hit.moment, anchor=hit.elsewhere.key, lang=language)


def _by(video: Video, hit: Hit) -> str:
    """Speaker, organization, a language that is not the video's."""
    translated = link_language(video, hit.language) and not hit.elsewhere
    language = own_name(hit.language) if translated else ""
    parts = (hit.speaker or "", video.organization_of(hit.speaker), language)
    return ", ".join(part for part in parts if part)


def _likeness(hit: Hit, answer: Answer) -> str:
    """How near a quote is: "In nearly these words: 9 of your 10 words were said"."""
    parts = (nearness(hit, answer.kind), kept_words(hit.differences))
    return ": ".join(part for part in parts if part)


def _words(language: str, pieces: list[Piece]) -> Words:
    return Words(language, direction(language), pieces)


def _beginning(text: str) -> list[Piece]:
    return [Piece(shorten(text, ELSEWHERE_CHARACTERS), None)]
