"""Searches and quotes, as the API answers them: what the pages' search does, by the same code."""

import re
from collections.abc import Callable
from dataclasses import asdict, fields, replace

from werkzeug.datastructures import LanguageAccept

from showcase.core.catalog.models import Catalog
from showcase.core.export.json_objects import answer_object, hit_object
from showcase.core.search.request import Question
from showcase.core.search.results import Answer, Hit, Kind
from showcase.web.api import schemas as shapes
from showcase.web.api.pagination import beside
from showcase.web.api.parameters import Narrowed, QuoteAsked, SearchAsked
from showcase.web.context.query import Asked, read_asked
from showcase.web.context.urls import Addresses
from showcase.web.context.video_view import link_language
from showcase.web.i18n.negotiation import read_language
from showcase.web.search.page import PAGE_MOMENTS, build_question, last_page

# Marks that would end the phrase as which a quote is asked.
_QUOTATION_MARKS = re.compile('["“”„«»]')


def search_question(asked: SearchAsked, catalog: Catalog) -> Question:
    """What the page of the search would ask."""
    question = build_question(_as_page(asked), _reads(asked, catalog))
    return question if question.each is None else replace(question, each=asked.each)


def quote_question(asked: QuoteAsked, catalog: Catalog) -> Question:
    """What the page would ask for words between quotation marks, in which nothing has another meaning."""
    page = _as_page(asked)
    question = build_question(page, _reads(asked, catalog))
    words = _QUOTATION_MARKS.sub(" ", page.query)
    return replace(question, text=f"“{words}”", each=None, limit=PAGE_MOMENTS, facets=False)


def build_search(
    answer: Answer, catalog: Catalog, asked: SearchAsked, to: Addresses
) -> shapes.SearchAnswer:
    """A page of an answer."""

    def link(page: int) -> str:
        return to.absolute(to.api("search", **_kept(replace(asked, page=page))))

    told = answer_object(answer, catalog, _link_to_hit(catalog, to))
    pages = last_page(answer, _as_page(asked))
    before, after = beside(asked.page, pages, link)
    return shapes.SearchAnswer(
        **{field.name: getattr(told, field.name) for field in fields(told)},
        page=asked.page,
        pages=pages,
        previous=before,
        next=after,
    )


def build_quote(
    answer: Answer, catalog: Catalog, asked: QuoteAsked, to: Addresses
) -> shapes.QuoteAnswer:
    """Where a quote was said."""
    return shapes.QuoteAnswer(
        query=_as_page(asked).query,
        kind=_kind(answer),
        total=answer.total,
        corrected=_QUOTATION_MARKS.sub("", answer.corrected),
        hits=tuple(_quote_hit(hit, catalog, to) for hit in answer.hits),
    )


def _kind(answer: Answer) -> Kind:
    """A phrase too short to be looked for as a quote is one where it stands word for word."""
    said = bool(answer.hits) and not answer.corrected and answer.kind != "nearest"
    return "quote" if said else "nearest"


def _quote_hit(hit: Hit, catalog: Catalog, to: Addresses) -> shapes.QuoteHit:
    known = hit_object(hit, catalog, _link_to_hit(catalog, to))
    language = _language_in_links(hit, catalog, hit.language)
    return shapes.QuoteHit(
        **{field.name: getattr(known, field.name) for field in fields(known)},
        said=hit.text[hit.marks[0].start : hit.marks[-1].end] if hit.marks else "",
        annotation=to.absolute(to.annotation(hit.video, hit.moment, language)),
        card=to.absolute(to.card(hit.video, hit.moment, lang=language)),
        embed=to.absolute(to.embed(hit.video, hit.moment, lang=language)),
    )


def _link_to_hit(catalog: Catalog, to: Addresses) -> Callable[[Hit, str], str]:
    def link(hit: Hit, language: str) -> str:
        language = _language_in_links(hit, catalog, language)
        return to.absolute(to.page(hit.video, hit.moment, lang=language))

    return link


def _language_in_links(hit: Hit, catalog: Catalog, language: str) -> str:
    video = catalog.find(hit.video)
    return link_language(video, language) if video else language


def _as_page(asked: Narrowed) -> Asked:
    """What the address of the page with the same parameters asks for, cleaned in the same way."""
    return read_asked({name: str(value) for name, value in asdict(asked).items()})


def _reads(asked: Narrowed, catalog: Catalog) -> str | None:
    return read_language([asked.reads], LanguageAccept(), catalog)


def _kept(asked: SearchAsked) -> dict[str, str | None]:
    """The parameters of an address: those that are not left at what they are anyway."""
    plain = asdict(SearchAsked(""))
    given = {name: str(value) for name, value in asdict(asked).items() if value != plain[name]}
    return {**given, "q": asked.q}
