"""Links to phrases that are said, for a query that nobody says in these words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from showcase.core.search.results import Answer
from showcase.web.i18n.formatting import localized_clock, match_count
from showcase.web.search.matches import FoundHit, count_matches, found_hits


@dataclass(frozen=True, slots=True)
class NearPhrase:
    """A query that finds something.

    Attributes:
        query: what finds it, with quotation marks where its words must be in a row.
        text: the phrase, as it is read.
        href: the same page with it.
        place: when it is said, "2:05", or how often, "3 matches"; "" where that is too often to be counted.
    """

    query: str
    text: str
    href: str
    place: str


def build_near_phrases(
    answers: Iterable[Answer], query_url: Callable[[str], str]
) -> tuple[NearPhrase, ...]:
    """The phrases of some answers that have hits; `query_url` makes the URL of the page with a query."""
    found = ((answer, found_hits(answer)) for answer in answers)
    return tuple(
        NearPhrase(
            answer.query,
            _phrase_text(answer.query),
            query_url(answer.query),
            _place_text(answer, hits),
        )
        for answer, hits in found
        if hits
    )


def _phrase_text(query: str) -> str:
    """A query without the quotation marks around all of it."""
    inner = query.removeprefix('"').removesuffix('"')
    return query if '"' in inner else inner


def _place_text(answer: Answer, found: Sequence[FoundHit]) -> str:
    if answer.total > len(answer.hits):
        return ""
    number, start_ms = count_matches(found), found[0].matches[0].start_ms
    return match_count(number) if number > 1 or start_ms is None else localized_clock(start_ms)
