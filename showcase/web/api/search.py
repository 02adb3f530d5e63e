"""Builds the API's answers to searches and quotes, with the same search as the pages."""

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields, replace

from werkzeug.datastructures import LanguageAccept

from showcase.core.catalog.site_catalog import Catalog
from showcase.core.export.json_objects import answer_object, hit_object
from showcase.core.search.results import Answer, AnswerKind, Hit
from showcase.core.search.search_request import SearchRequest
from showcase.core.timing.moments import Moment
from showcase.web.api import schemas as shapes
from showcase.web.api.pagination import adjacent_pages
from showcase.web.api.parameters import FilterParameters, QuoteParameters, SearchParameters
from showcase.web.context.query import QueryParameters, parse_filters, parse_query_parameters
from showcase.web.context.urls import UrlBuilder
from showcase.web.context.video_view import link_language
from showcase.web.i18n.negotiation import negotiate_language
from showcase.web.search.page import MOMENTS_PER_PAGE, build_search_request, last_page_number

# Marks that would end the phrase into which a quote is put.
_QUOTATION_MARKS = re.compile('["“”„«»]')


def search_request(parameters: SearchParameters, catalog: Catalog) -> SearchRequest:
    """The request that the search page would make, with the limit of hits of each video from `each`."""
    question = build_search_request(
        _page_query_parameters(parameters), _reader_language(parameters, catalog)
    )
    return question if question.each is None else replace(question, each=parameters.each)


def quote_request(parameters: QuoteParameters, catalog: Catalog) -> SearchRequest:
    """The request that the search page would make for the words as a phrase, where operators are words."""
    page = _page_query_parameters(parameters)
    question = build_search_request(page, _reader_language(parameters, catalog))
    words = _QUOTATION_MARKS.sub(" ", page.query)
    return replace(question, text=f"“{words}”", each=None, limit=MOMENTS_PER_PAGE, facets=False)


def build_search_answer(
    answer: Answer, catalog: Catalog, parameters: SearchParameters, urls: UrlBuilder
) -> shapes.SearchAnswer:
    """A page of the results of a search."""

    def link(page: int) -> str:
        return urls.absolute(
            urls.api("search", _non_default_parameters(replace(parameters, page=page)))
        )

    found = answer_object(answer, catalog, _link_to_hit(catalog, urls))
    pages = last_page_number(answer, _page_query_parameters(parameters))
    before, after = adjacent_pages(parameters.page, pages, link)
    return shapes.SearchAnswer(
        **{field.name: getattr(found, field.name) for field in fields(found)},
        page=parameters.page,
        pages=pages,
        previous=before,
        next=after,
    )


def build_quote_answer(
    answer: Answer, catalog: Catalog, parameters: QuoteParameters, urls: UrlBuilder
) -> shapes.QuoteAnswer:
    """The hits of a quote."""
    return shapes.QuoteAnswer(
        query=_page_query_parameters(parameters).query,
        kind=_quote_kind(answer),
        total=answer.total,
        corrected=_QUOTATION_MARKS.sub("", answer.corrected),
        hits=tuple(_quote_hit(hit, catalog, urls) for hit in answer.hits),
    )


def _quote_kind(answer: Answer) -> AnswerKind:
    """The kind of an answer: "quote" also for a phrase that is too short for a quote, but was found."""
    said = bool(answer.hits) and not answer.corrected and answer.kind != "nearest"
    return "quote" if said else "nearest"


def _quote_hit(hit: Hit, catalog: Catalog, urls: UrlBuilder) -> shapes.QuoteHit:
    found = hit_object(hit, catalog, _link_to_hit(catalog, urls))
    language = _hit_link_language(hit, catalog, hit.language)
    return shapes.QuoteHit(
        **{field.name: getattr(found, field.name) for field in fields(found)},
        said=hit.text[hit.marks[0].start : hit.marks[-1].end] if hit.marks else "",
        annotation=_moment_address(hit, lambda t: urls.annotation(hit.video, t, language), urls),
        card=_moment_address(hit, lambda t: urls.card(hit.video, t, lang=language), urls),
        embed=_moment_address(hit, lambda t: urls.embed(hit.video, t, lang=language), urls),
    )


def _moment_address(hit: Hit, path: Callable[[Moment], str], urls: UrlBuilder) -> str | None:
    """An address that a hit has by its moment; None without one."""
    return urls.absolute(path(hit.moment)) if hit.moment else None


def _link_to_hit(catalog: Catalog, urls: UrlBuilder) -> Callable[[Hit, str], str]:
    def link(hit: Hit, language: str) -> str:
        language = _hit_link_language(hit, catalog, language)
        anchor = "" if hit.moment else hit.key
        return urls.absolute(urls.permalink(hit.video, hit.moment, anchor=anchor, lang=language))

    return link


def _hit_link_language(hit: Hit, catalog: Catalog, language: str) -> str:
    video = catalog.find(hit.video)
    return link_language(video, language) if video else language


def _page_query_parameters(parameters: FilterParameters) -> QueryParameters:
    """The same parameters as the search page reads them, cleaned in the same way."""
    given = _named_values(asdict(parameters))
    return parse_query_parameters(dict(given), parse_filters(given))


def _named_values(parameters: Mapping[str, object]) -> list[tuple[str, str]]:
    """Parameters as names and values; one with several values is there several times."""
    return [
        (name, str(each))
        for name, value in parameters.items()
        for each in (value if isinstance(value, tuple) else (value,))
    ]


def _reader_language(parameters: FilterParameters, catalog: Catalog) -> str | None:
    return negotiate_language([parameters.reads], LanguageAccept(), catalog)


def _non_default_parameters(parameters: SearchParameters) -> list[tuple[str, str]]:
    """The parameters that differ from their defaults, and `q`, for addresses."""
    defaults = asdict(SearchParameters(""))
    given = {name: value for name, value in asdict(parameters).items() if value != defaults[name]}
    return _named_values({"q": parameters.q, **given})
