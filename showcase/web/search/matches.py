"""The matches of a search in one video: what is marked, counted and stepped through."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from showcase.core.search.results import Answer, Hit
from showcase.core.text.spans import Span, Utf16Offsets
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_seconds


class Match(NamedTuple):
    """What a visitor steps to with "next match".

    Attributes:
        spans: characters of the running text.
        start_ms: when the first word is spoken, in milliseconds; None without times.
    """

    spans: list[Span]
    start_ms: int | None


class FoundHit(NamedTuple):
    """A hit with its matches.

    Attributes:
        number: of its first match among all matches, from 1.
        hit: the passage.
        matches: those that no earlier hit has; never empty.
    """

    number: int
    hit: Hit
    matches: list[Match]


def found_hits(answer: Answer) -> list[FoundHit]:
    """The hits in the order of the text, with the matches that no earlier hit has."""
    found, number = [], 1
    for hit, matches in _distinct_matches(answer):
        found.append(FoundHit(number, hit, matches))
        number += len(matches)
    return found


def count_matches(found: Iterable[FoundHit]) -> int:
    """How many matches hits have."""
    return sum(len(each.matches) for each in found)


def _distinct_matches(answer: Answer) -> Iterator[tuple[Hit, list[Match]]]:
    """The hits in the order of the text, each with the matches that no earlier hit has.

    A hit may extend into the next passage, so two hits may share a match. For a search of words, every place
    is a match; for a quote, each hit is one match with several spans.
    """
    end = 0
    for hit in sorted(answer.hits, key=lambda hit: hit.text_start):
        matches = [match for match in _hit_matches(hit) if match.spans[0].start >= end]
        if matches:
            yield hit, matches if answer.kind == "words" else [_join_matches(matches)]
            end = matches[-1].spans[-1].end


def _hit_matches(hit: Hit) -> list[Match]:
    """Its places; a passage that its speaker alone finds, as in "speaker:rosa", is one as a whole."""
    if not hit.matches:
        whole = Span(hit.text_start, hit.text_start + len(hit.text))
        return [Match([whole], hit.moment.start_ms if hit.moment else None)]
    both = zip(hit.matches, hit.match_starts_ms, strict=True)
    return [
        Match([Span(hit.text_start + m.start, hit.text_start + m.end)], start_ms)
        for m, start_ms in both
    ]


def _join_matches(matches: list[Match]) -> Match:
    return Match([span for match in matches for span in match.spans], matches[0].start_ms)


def current_match(answer: Answer, found: list[FoundHit], moment: Moment | None) -> int | None:
    """The number of the match to show first, from 0; None where there is none.

    It is the one that is spoken at the moment that the address asks for; else the first of the best hit
    (core/search/ranking.py).

    Args:
        answer: of one video.
        found: its hits.
        moment: of the address; None where it asks for none.
    """
    if not found:
        return None
    if moment and (numbers := _numbers_in(found, moment)):
        return numbers[0]
    best = answer.hits[answer.best] if answer.best is not None else found[0].hit
    return next((each.number - 1 for each in found if each.hit is best), 0)


def _numbers_in(found: list[FoundHit], moment: Moment) -> list[int]:
    """The numbers of the matches that begin in a moment, from 0; of one without an end, at its start."""
    end_ms = moment.start_ms + 1 if moment.end_ms is None else moment.end_ms
    return [
        number
        for each in found
        for number, match in enumerate(each.matches, each.number - 1)
        if match.start_ms is not None and moment.start_ms <= match.start_ms < end_ms
    ]


def match_spans_text(matches: Iterable[Match], offsets: Utf16Offsets) -> str:
    """The characters of matches, in UTF-16 units: "1240-1247 1301-1308+1320-1325"."""
    return " ".join(
        "+".join(offsets.format_span(span) for span in match.spans) for match in matches
    )


def match_times_text(matches: Iterable[Match]) -> str:
    """When the first word of each match is spoken, in seconds: "8.2 12"; "" without times."""
    return " ".join(
        format_seconds(match.start_ms) for match in matches if match.start_ms is not None
    )
