"""Reads the query string of a page; every query string means something, none is an error."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from urllib.parse import quote, urlencode

from showcase.core.search.search_request import Sort
from showcase.core.text.spans import Span
from showcase.core.timing.moments import (
    END_NAMES,
    START_NAMES,
    Moment,
    moment_from_query,
    moment_text,
)

# A long quote of somebody's speech. showcase/server.py takes request lines of 8,190 bytes, in which a Bengali
# letter has nine.
MAX_QUERY_CHARS = 1_000
# A page has a link for each hit. This is a sentence in Latin letters, and a line of Bengali.
_MAX_LINK_QUERY_BYTES = 600
# 50 pages of hits are more than anybody reads, and keep a crawler from asking for more.
MAX_PAGE_NUMBER = 50
# More values of a facet than anybody chooses, each of which may be as long as a name.
MAX_FILTER_VALUES = 20
# The place in the results that a link carries; servers refuse request lines of 8,190 bytes.
MAX_RESULTS_PLACE_CHARS = 3_000
# Longer than any name of a speaker or an organization, and any slug of a video.
MAX_NAME_CHARS = 300
# What pages of videos and their frames read: not filters and an order, which searches have.
_VIDEO_PARAMETERS = (
    *START_NAMES, *END_NAMES, "edition", "words", "q", "typing", "page", "lang", "beside", "part", "buttons",
    "results", "theme",
)  # fmt: skip
_MAX_VALUES = {
    "speaker": MAX_FILTER_VALUES,
    "organization": MAX_FILTER_VALUES,
    "language": MAX_FILTER_VALUES,
    "video": 1,
}
_SPAN_PATTERN = re.compile(r"([0-9]{1,9})-([0-9]{1,9})", re.ASCII)
_ESCAPED_AMPERSAND = re.compile(r"(?:amp;)+", re.IGNORECASE)
_UNPRINTABLE_CHAR = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class SearchFilters:
    """How a search is narrowed: the values of each facet, of which one is enough; () where none is chosen.

    Attributes:
        speaker: full names.
        organization: full names.
        language: BCP 47 tags.
        video: the slug of one video at most.
    """

    speaker: tuple[str, ...] = ()
    organization: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    video: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QueryParameters:
    """The values of the query string.

    Attributes:
        query: the words of `?q=`, cleaned; "" where none are searched for.
        moment: of `?t=`, or as other players write it; None where there is none or it cannot be read.
        time_text: the same as text, for a message to the visitor that it is no time.
        language: of `?lang=`, not validated: there may be no such language.
        parallel_language: of `?beside=`, a second language to read, not validated.
        page: of `?page=`, from 1 to MAX_PAGE_NUMBER.
        part: of `?part=`: which part of the page is wanted, "" for all of it.
        words_span: of `?words=12-40`: a half-open span of the transcript in UTF-16 code units, or None.
        filters: of `?speaker=`, `?organization=`, `?language=` and `?video=`, not validated.
        sort: of `?sort=`.
        is_typing: True for `?typing=1`, with which a script asks while somebody types: the last word of
            `query` may be unfinished. A space at its end finishes it.
        results: of `?results=`, the place in the results that a visitor came from, not validated.
        share_buttons: `?buttons=share`: plain links to the share panel of every passage are wanted.
        edition: of `?edition=`, of the recording whose times are meant; 1 where none is named.
    """

    query: str = ""
    moment: Moment | None = None
    time_text: str = ""
    language: str = ""
    parallel_language: str = ""
    page: int = 1
    part: str = ""
    words_span: Span | None = None
    filters: SearchFilters = SearchFilters()
    sort: Sort = "relevance"
    share_buttons: bool = False
    edition: int = 1
    is_typing: bool = False
    results: str = ""

    @property
    def names_place(self) -> bool:
        """True where a time or a span of words is asked for."""
        return bool(self.time_text or self.moment or self.words_span)

    def without_place(self) -> "QueryParameters":
        """The same without a time or a span of words."""
        return replace(self, moment=None, time_text="", words_span=None)


def plain_parameters(arguments: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The parameters of an address by their names; of a name that is there twice, the first counts.

    An address that was copied out of the HTML of a page has names such as "amp;t", which mean "t". A name
    without that counts before one with it.
    """
    plain: dict[str, str] = {}
    escaped: dict[str, str] = {}
    for name, value in arguments:
        if found := _ESCAPED_AMPERSAND.match(name):
            escaped.setdefault(name[found.end() :], value)
        else:
            plain.setdefault(name, value)
    return escaped | plain


def canonical_query(arguments: Mapping[str, str]) -> str:
    """What a page of a video depends on, as a query string: each parameter once, in one order.

    Whatever else somebody adds to an address makes no page of its own in the cache, and is in no link.

    Args:
        arguments: as of `plain_parameters`.
    """
    named = [(name, arguments[name]) for name in _VIDEO_PARAMETERS if arguments.get(name)]
    return urlencode(named, errors="replace", quote_via=quote, safe=",:")


def parse_query_parameters(
    arguments: Mapping[str, str], filters: SearchFilters | None = None
) -> QueryParameters:
    """Read the arguments of a query string, by name; names that mean nothing are ignored.

    Args:
        arguments: as of `plain_parameters`.
        filters: as of `parse_filters`, which knows of names that are there several times; None reads one
            value of each.
    """
    return QueryParameters(
        query=clean_text(arguments.get("q", ""), MAX_QUERY_CHARS),
        moment=moment_from_query(arguments),
        time_text=clean_text(moment_text(arguments), 40),
        language=clean_text(arguments.get("lang", ""), 20),
        parallel_language=clean_text(arguments.get("beside", ""), 20),
        page=min(_parse_number(arguments.get("page", "")), MAX_PAGE_NUMBER),
        part=clean_text(arguments.get("part", ""), 20),
        words_span=_parse_span(arguments.get("words", "")),
        filters=filters or parse_filters(arguments.items()),
        sort="time" if arguments.get("sort") == "time" else "relevance",
        share_buttons=arguments.get("buttons") == "share",
        edition=_parse_number(arguments.get("edition", "")),
        results=clean_text(arguments.get("results", ""), MAX_RESULTS_PLACE_CHARS + 1),
        is_typing=arguments.get("typing") == "1" and not arguments.get("q", "")[-1:].isspace(),
    )


def parse_filters(arguments: Iterable[tuple[str, str]]) -> SearchFilters:
    """The filters of a query string, in the order in which they were chosen.

    Args:
        arguments: names and values. A name may be there several times; of `video` the first value counts.
            Names that were copied out of HTML count as in `plain_parameters`.
    """
    plain: dict[str, list[str]] = {}
    escaped: dict[str, list[str]] = {}
    for name, value in arguments:
        found = _ESCAPED_AMPERSAND.match(name)
        values = escaped if found else plain
        values.setdefault(name[found.end() :] if found else name, []).append(_clean_name(value))
    names = (field.name for field in fields(SearchFilters))
    values_by_name = {name: plain.get(name) or escaped.get(name, []) for name in names}
    return SearchFilters(
        **{
            name: tuple(dict.fromkeys(filter(None, values)))[: _MAX_VALUES[name]]
            for name, values in values_by_name.items()
        }
    )


def query_in_hit_links(query: str) -> str:
    """What the link of each hit keeps of a query: all of it, or "" where a page of such links would be huge.

    The moment in the link leads to the words either way.
    """
    length = len(quote(query, errors="replace"))
    return query if length <= _MAX_LINK_QUERY_BYTES else ""


def clean_text(text: str, max_chars: int) -> str:
    """The first `max_chars` characters of a text in one line, without control characters and surrogates."""
    return " ".join(_UNPRINTABLE_CHAR.sub(" ", text[:max_chars]).split())


def _clean_name(text: str) -> str:
    """A name, with the white space within it: it is compared to names as the archive writes them."""
    return _UNPRINTABLE_CHAR.sub(" ", text[:MAX_NAME_CHARS]).strip()


def _parse_number(text: str) -> int:
    """A whole number from 1 on; 1 for what is none."""
    return max(int(text), 1) if re.fullmatch(r"[0-9]{1,6}", text) else 1


def _parse_span(text: str) -> Span | None:
    """A span of text, "12-40"; None for one that is reversed or empty."""
    found = _SPAN_PATTERN.fullmatch(text)
    span = Span(int(found[1]), int(found[2])) if found else None
    return span if span and span.start < span.end else None
