"""The place in the results of a search that a visitor came from, as the address of a video keeps it.

A link in the results carries it as one parameter, `results`, and the page of the video links back with it.
It is the query string of the results with the number of the row, and never an address: whatever else somebody
writes there is no link.
"""

import re
from urllib.parse import parse_qsl, urlencode

from showcase.web.context.query import (
    MAX_RESULTS_PLACE_CHARS,
    parse_filters,
    parse_query_parameters,
    plain_parameters,
    query_in_hit_links,
)
from showcase.web.context.urls import UrlBuilder
from showcase.web.search.links import SearchLinks

# The query, the order, the language and the page, and three filters with 20 values each.
_MAX_FIELD_COUNT = 80
_ROW_NUMBER = "row"
_WHOLE_NUMBER = re.compile(r"[1-9][0-9]{0,3}", re.ASCII)


def row_anchor(number: int) -> str:
    """The name of a row of the results in an address; `number` counts from 1 on its page."""
    return f"result-{number}"


def results_place(links: SearchLinks, number: int) -> str:
    """The value of `results` in links from a row of the results; "" where it would be too long.

    Args:
        links: of the results.
        number: of the row on its page, from 1.
    """
    parameters = links.parameters
    if not query_in_hit_links(parameters.query):
        return ""
    page = str(parameters.page) if parameters.page > 1 else ""
    fields = [("q", parameters.query), *links.kept_parameters(), ("page", page)]
    named = [pair for pair in [*fields, (_ROW_NUMBER, str(number))] if pair[1]]
    place = urlencode(named, errors="replace")
    return place if len(place) <= MAX_RESULTS_PLACE_CHARS else ""


def results_href(place: str, urls: UrlBuilder) -> str:
    """The results with the row that a place names; "" for what `results_place` did not write.

    Args:
        place: the value of `results`, any text.
        urls: of the page that links back.
    """
    if len(place) > MAX_RESULTS_PLACE_CHARS or place.count("&") >= _MAX_FIELD_COUNT:
        return ""
    pairs = parse_qsl(place)
    arguments = plain_parameters(pairs)
    row = arguments.get(_ROW_NUMBER, "")
    links = SearchLinks(parse_query_parameters(arguments, parse_filters(pairs)), urls)
    if not links.parameters.query or not _WHOLE_NUMBER.fullmatch(row):
        return ""
    if results_place(links, int(row)) != place:
        return ""
    return links.page(links.parameters.page, row_anchor(int(row)))
