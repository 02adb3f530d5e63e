"""What a search in one video says, as its page shows it."""

from dataclasses import dataclass
from typing import NamedTuple

from showcase.core.search.results import Answer, Kind
from showcase.core.text.spans import Span
from showcase.web.search.hit_rows import HitRow, Match, Reader, build_rows, fresh_matches
from showcase.web.search.messages import Told, tell, tell_other


class Suggestion(NamedTuple):
    """Another query to try, and the same page with it."""

    query: str
    href: str


@dataclass(frozen=True, slots=True)
class Result:
    """What was found in one video.

    Attributes:
        status: what is announced; "" when nothing was asked.
        lead: what stands above the rows in its place, because it must stay while matches are stepped
            through; "" where the status is seen.
        corrected: what was really searched, which stands behind the lead and before `behind`.
        instead: other queries to try.
        total: how many matches there are.
        listed: True where the rows say what marks in the words do not.
        spans: all that is marked, as characters of the running text, in order, not overlapping.
    """

    query: str = ""
    kind: Kind = "words"
    status: str = ""
    lead: str = ""
    behind: str = ""
    corrected: Suggestion | None = None
    instead: tuple[Suggestion, ...] = ()
    total: int = 0
    rows: tuple[HitRow, ...] = ()
    listed: bool = False
    spans: tuple[Span, ...] = ()


def build_result(answer: Answer, reader: Reader) -> Result:
    """The hits of one video, in order of time."""
    found = list(fresh_matches(answer))
    rows = tuple(build_rows(found, reader))
    matches = [match for _, its in found for match in its]
    here = all(hit.language == reader.language for hit, _ in found)
    told = tell(answer, len(matches), len(rows)) if here else _tell_other(answer, matches, reader)
    return Result(
        query=answer.query,
        kind=answer.kind,
        status=told.status,
        lead=told.lead,
        behind=told.behind,
        corrected=_suggest(answer.corrected, reader) if answer.corrected else None,
        instead=tuple(_suggest(query, reader) for query in _others(answer)),
        total=len(matches),
        rows=rows,
        listed=not here or answer.kind == "nearest" or any(row.differences for row in rows),
        spans=tuple(span for match in matches for span in match.spans) if here else (),
    )


def _tell_other(answer: Answer, matches: list[Match], reader: Reader) -> Told:
    other = answer.hits[0].language
    return tell_other(len(matches), reader.name(reader.language), reader.name(other))


def _suggest(query: str, reader: Reader) -> Suggestion:
    return Suggestion(query, reader.to_query(query))


def _others(answer: Answer) -> list[str]:
    """What else to try than what was already searched."""
    return [query for query in answer.instead if query != answer.corrected]
