"""The hits of a search in one video, as its page lists them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from showcase.core.search.highlights import Piece, excerpt
from showcase.core.search.results import Answer, Hit
from showcase.core.text.languages import direction
from showcase.core.text.spans import BrowserOffsets, Span
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_seconds
from showcase.web.i18n.formatting import written_clock
from showcase.web.search.diff import DifferencePiece, build_differences
from showcase.web.search.messages import kept_words


class LinkToMoment(Protocol):
    """Makes the address of a moment of the video in the words of a language."""

    def __call__(self, moment: Moment, key: str, language: str) -> str:
        """`key`: the passage to show, "" for none."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What is read while the result is shown, and where its links lead.

    Attributes:
        text: the running text of the words that are shown.
        language: theirs.
        name: what a language is called.
        to_query: the address of the same page with another query.
    """

    text: str
    language: str
    name: Callable[[str], str]
    to_moment: LinkToMoment
    to_query: Callable[[str], str]


class Tongue(NamedTuple):
    """A language as a page writes it; `name` is what it is called there."""

    language: str
    direction: str
    name: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What a row adds where the words that were found are not those that are shown.

    Attributes:
        href: the moment, in the language it was found in.
        tongue: of the words that are shown.
        text: what those say at that moment, "" where they say nothing.
    """

    href: str
    tongue: Tongue
    text: str


@dataclass(frozen=True, slots=True)
class HitRow:
    """One hit.

    Attributes:
        key: its passage in the words that are shown, "" where they have none.
        marks: its matches in the running text, in UTF-16 units ("1240-1247 1301-1308"; a match of several
            pieces is "1240-1247+1301-1308"); "" where they stand in other words.
        times: when the first word of each match is spoken, in seconds.
        tongue: of the words that were found.
        pieces: the words before, the matches, the words after.
        differences: of a quote that is not exact, in the place of `pieces`.
        kept: how many words of that quote were said.
    """

    key: str
    href: str
    clock: str
    speaker: str
    marks: str
    times: str
    tongue: Tongue
    pieces: list[Piece]
    differences: list[DifferencePiece]
    kept: str
    elsewhere: Elsewhere | None


class Match(NamedTuple):
    """What a visitor steps to: characters of the running text, and when the first is spoken."""

    spans: list[Span]
    start_ms: int


def fresh_matches(answer: Answer) -> Iterator[tuple[Hit, list[Match]]]:
    """The hits in order of the text, with their matches that no earlier hit had already.

    A hit reaches into the next passage where its words do, so two hits may share a match. Words are as many
    matches as they have places; a quote is one, however many pieces of it were said.
    """
    end = 0
    for hit in sorted(answer.hits, key=lambda hit: hit.at):
        matches = [match for match in _matches(hit) if match.spans[0].start >= end]
        if matches:
            yield hit, matches if answer.kind == "words" else [_joined(matches)]
            end = matches[-1].spans[-1].end


def _matches(hit: Hit) -> list[Match]:
    both = zip(hit.matches, hit.match_starts_ms, strict=True)
    return [Match([Span(hit.at + m.start, hit.at + m.end)], start_ms) for m, start_ms in both]


def _joined(matches: list[Match]) -> Match:
    return Match([span for match in matches for span in match.spans], matches[0].start_ms)


def build_rows(found: Iterable[tuple[Hit, list[Match]]], reader: Reader) -> Iterator[HitRow]:
    """A row for every hit; those in the words that are shown also say where to mark them."""
    offsets = BrowserOffsets(reader.text)
    for hit, matches in found:
        here = hit.language == reader.language
        key = hit.key if here else hit.elsewhere.key if hit.elsewhere else ""
        yield HitRow(
            key=key,
            href=reader.to_moment(hit.moment, key, reader.language),
            clock=written_clock(hit.moment.start_ms),
            speaker=hit.speaker or "",
            marks=" ".join(_written(match, offsets) for match in matches) if here else "",
            times=" ".join(format_seconds(match.start_ms) for match in matches),
            tongue=_tongue(hit.language, reader),
            pieces=excerpt(hit),
            differences=build_differences(hit),
            kept=kept_words(hit.differences),
            elsewhere=None if here else _elsewhere(hit, reader),
        )


def _written(match: Match, offsets: BrowserOffsets) -> str:
    return "+".join(offsets.span(span) for span in match.spans)


def _elsewhere(hit: Hit, reader: Reader) -> Elsewhere:
    return Elsewhere(
        href=reader.to_moment(hit.moment, hit.key, hit.language),
        tongue=_tongue(reader.language, reader),
        text=hit.elsewhere.text if hit.elsewhere else "",
    )


def _tongue(language: str, reader: Reader) -> Tongue:
    return Tongue(language, direction(language), reader.name(language))
