"""The hits of a search in one video, as its page lists them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from showcase.core.search.highlights import HighlightSegment, build_snippet
from showcase.core.search.results import Answer, Hit
from showcase.core.text.languages import direction
from showcase.core.text.spans import Span, Utf16Offsets
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_seconds
from showcase.web.i18n.formatting import localized_clock
from showcase.web.search.messages import matched_words_text
from showcase.web.search.quote_diff import DifferencePiece, build_differences


class MomentUrlFunction(Protocol):
    """Makes the address of a moment of the video in the words of a language."""

    def __call__(self, moment: Moment, key: str, language: str) -> str:
        """`key`: the passage to show, "" for none."""


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """What is read while the result is shown, and where its links lead.

    Attributes:
        text: the running text of the words that are shown.
        language: theirs.
        language_name: what a language is called.
        query_url: the address of the same page with another query.
    """

    text: str
    language: str
    language_name: Callable[[str], str]
    moment_url: MomentUrlFunction
    query_url: Callable[[str], str]


class LanguageLabel(NamedTuple):
    """A language as a page writes it; `name` is what it is called there."""

    tag: str
    direction: str
    name: str


@dataclass(frozen=True, slots=True)
class OtherLanguageText:
    """What a row adds where the words that were found are not those that are shown.

    Attributes:
        href: the moment, in the language it was found in.
        language: of the words that are shown.
        text: what those say at that moment, "" where they say nothing.
    """

    href: str
    language: LanguageLabel
    text: str


@dataclass(frozen=True, slots=True)
class HitRow:
    """One hit.

    Attributes:
        key: its passage in the words that are shown, "" where they have none.
        marks: its matches in the running text, in UTF-16 units ("1240-1247 1301-1308"; a match of several
            pieces is "1240-1247+1301-1308"); "" where they stand in other words.
        times: when the first word of each match is spoken, in seconds.
        language: of the words that were found.
        pieces: the words before, the matches, the words after.
        differences: of a quote that is not exact, in the place of `pieces`.
        matched_words: how many words of that quote were said.
    """

    key: str
    href: str
    clock: str
    speaker: str
    marks: str
    times: str
    language: LanguageLabel
    pieces: list[HighlightSegment]
    differences: list[DifferencePiece]
    matched_words: str
    other_language: OtherLanguageText | None


class Match(NamedTuple):
    """What a visitor steps to: characters of the running text, and when the first is spoken."""

    spans: list[Span]
    start_ms: int


def distinct_matches(answer: Answer) -> Iterator[tuple[Hit, list[Match]]]:
    """The hits in order of the text, with their matches that no earlier hit had already.

    A hit reaches into the next passage where its words do, so two hits may share a match. Words are as many
    matches as they have places; a quote is one, however many pieces of it were said.
    """
    end = 0
    for hit in sorted(answer.hits, key=lambda hit: hit.text_start):
        matches = [match for match in _hit_matches(hit) if match.spans[0].start >= end]
        if matches:
            yield hit, matches if answer.kind == "words" else [_join_matches(matches)]
            end = matches[-1].spans[-1].end


def _hit_matches(hit: Hit) -> list[Match]:
    both = zip(hit.matches, hit.match_starts_ms, strict=True)
    return [
        Match([Span(hit.text_start + m.start, hit.text_start + m.end)], start_ms)
        for m, start_ms in both
    ]


def _join_matches(matches: list[Match]) -> Match:
    return Match([span for match in matches for span in match.spans], matches[0].start_ms)


def build_hit_rows(
    found: Iterable[tuple[Hit, list[Match]]], reader: ReadingContext
) -> Iterator[HitRow]:
    """A row for every hit; those in the words that are shown also say where to mark them."""
    offsets = Utf16Offsets(reader.text)
    for hit, matches in found:
        here = hit.language == reader.language
        key = hit.key if here else hit.elsewhere.key if hit.elsewhere else ""
        yield HitRow(
            key=key,
            href=reader.moment_url(hit.moment, key, reader.language),
            clock=localized_clock(hit.moment.start_ms),
            speaker=hit.speaker or "",
            marks=" ".join(_format_match(match, offsets) for match in matches) if here else "",
            times=" ".join(format_seconds(match.start_ms) for match in matches),
            language=_language_label(hit.language, reader),
            pieces=build_snippet(hit),
            differences=build_differences(hit),
            matched_words=matched_words_text(hit.differences),
            other_language=None if here else _other_language_text(hit, reader),
        )


def _format_match(match: Match, offsets: Utf16Offsets) -> str:
    return "+".join(offsets.format_span(span) for span in match.spans)


def _other_language_text(hit: Hit, reader: ReadingContext) -> OtherLanguageText:
    return OtherLanguageText(
        href=reader.moment_url(hit.moment, hit.key, hit.language),
        language=_language_label(reader.language, reader),
        text=hit.elsewhere.text if hit.elsewhere else "",
    )


def _language_label(language: str, reader: ReadingContext) -> LanguageLabel:
    return LanguageLabel(language, direction(language), reader.language_name(language))
