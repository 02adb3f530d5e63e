"""What an address asks for; every query string means something, none is an error."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from showcase.core.search.search_request import Sort
from showcase.core.text.spans import Span
from showcase.core.timing.moments import Moment, moment_from_query

# Characters; a long quote of somebody's speech. showcase/server.py takes addresses of 8,190 bytes, in which
# a Bengali letter takes nine.
MAX_QUERY_CHARS = 1_000
# 50 pages of hits are more than anybody leafs through, and keep a crawler from asking for more.
MAX_PAGE_NUMBER = 50
# Longer than any name of a speaker, an organization or a video.
MAX_NAME_CHARS = 300
_SPAN_PATTERN = re.compile(r"([0-9]{1,9})-([0-9]{1,9})", re.ASCII)
_UNPRINTABLE_CHAR = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class SearchFilters:
    """How a search is narrowed: the values of facets, "" for those of which nothing is chosen."""

    speaker: str = ""
    organization: str = ""
    language: str = ""
    video: str = ""


@dataclass(frozen=True, slots=True)
class QueryParameters:
    """What the query string says.

    Attributes:
        query: the words of `?q=`, cleaned; "" when none are asked for.
        moment: of `?t=`, None when there is none or it cannot be read.
        time_text: what `?t=` says, for telling a visitor that it is no time.
        language: of `?lang=`, as it stands there.
        parallel_language: of `?beside=`, a second language, as it stands there.
        page: of `?page=`, from 1.
        part: of `?part=`: which piece of the page is wanted, "" for all of it.
        words_span: of `?words=12-40`: a stretch of the running text in UTF-16 units; None without one.
        filters: of `?speaker=`, `?organization=`, `?language=` and `?video=`, as they stand there.
        sort: of `?sort=`.
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


def parse_query_parameters(arguments: Mapping[str, str]) -> QueryParameters:
    """Read a query string that was taken apart; of a name given twice, the first counts."""
    return QueryParameters(
        query=clean_text(arguments.get("q", ""), MAX_QUERY_CHARS),
        moment=moment_from_query(arguments),
        time_text=clean_text(arguments.get("t", ""), 40),
        language=clean_text(arguments.get("lang", ""), 20),
        parallel_language=clean_text(arguments.get("beside", ""), 20),
        page=_parse_page_number(arguments.get("page", "")),
        part=clean_text(arguments.get("part", ""), 20),
        words_span=_parse_span(arguments.get("words", "")),
        filters=SearchFilters(
            speaker=_clean_name(arguments.get("speaker", "")),
            organization=_clean_name(arguments.get("organization", "")),
            language=_clean_name(arguments.get("language", "")),
            video=_clean_name(arguments.get("video", "")),
        ),
        sort="time" if arguments.get("sort") == "time" else "relevance",
    )


def clean_text(text: str, max_chars: int) -> str:
    """At most that many characters of one line of text, without what no text holds (NUL, half letters)."""
    return " ".join(_UNPRINTABLE_CHAR.sub(" ", text[:max_chars]).split())


def _clean_name(text: str) -> str:
    """A name as it was given: it is compared, so the white space within it counts."""
    return _UNPRINTABLE_CHAR.sub(" ", text[:MAX_NAME_CHARS]).strip()


def _parse_page_number(text: str) -> int:
    return min(max(int(text), 1), MAX_PAGE_NUMBER) if re.fullmatch(r"[0-9]{1,6}", text) else 1


def _parse_span(text: str) -> Span | None:
    """A stretch of text, "12-40"; None for one that is backwards or empty."""
    found = _SPAN_PATTERN.fullmatch(text)
    span = Span(int(found[1]), int(found[2])) if found else None
    return span if span and span.start < span.end else None
