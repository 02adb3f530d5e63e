"""The rows of a search in one video: a row per hit."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from showcase.core.search.highlights import HighlightSegment, build_snippet
from showcase.core.search.results import Answer, Hit
from showcase.core.text.languages import direction
from showcase.core.text.spans import Span, Utf16Offsets
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_seconds
from showcase.web.i18n.formatting import moment_clock
from showcase.web.search.messages import matched_words_text
from showcase.web.search.quote_diff import DifferencePiece, build_differences


class MomentUrlFunction(Protocol):
    """Builds the URL of a moment of the video."""

    def __call__(self, moment: Moment | None, key: str, language: str) -> str:
        """Build it.

        Args:
            moment: of the video; None where the words have no times.
            key: the passage that the page scrolls to, "" for none.
            language: of the transcript, a BCP 47 tag.
        """


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """The transcript that the page shows beside the result, and how links are built.

    Attributes:
        text: the running text of that transcript.
        language: of that transcript, a BCP 47 tag.
        language_name: the name of a language, from its tag.
        query_url: the URL of the same page with another query.
    """

    text: str
    language: str
    language_name: Callable[[str], str]
    moment_url: MomentUrlFunction
    query_url: Callable[[str], str]


class LanguageLabel(NamedTuple):
    """A language as a page writes it.

    Attributes:
        tag: BCP 47.
        direction: "ltr" or "rtl".
        name: what the language is called on the page.
    """

    tag: str
    direction: str
    name: str


@dataclass(frozen=True, slots=True)
class OtherLanguageText:
    """What a row adds if the words were found in another language than the page shows.

    Attributes:
        href: the moment in the language it was found in.
        language: of the transcript that the page shows.
        text: what that transcript says at the moment, "" if nothing.
    """

    href: str
    language: LanguageLabel
    text: str


@dataclass(frozen=True, slots=True)
class HitRow:
    """One hit.

    Attributes:
        key: its passage in the transcript that the page shows, "" if that has none.
        clock: when the moment starts: "1:52"; "" without times.
        marks: its matches in the running text, as half-open spans in UTF-16 units: "1240-1247 1301-1308". A
            match of several pieces is "1240-1247+1301-1308". "" if they are in another language.
        times: when the first word of each match is spoken, in seconds: "8.2 12"; "" without times.
        language: of the words that were found.
        pieces: the matches, with a few words before and after.
        differences: between an inexact quote and what was said; the template writes them instead of `pieces`.
        matched_words: "9 of your 10 words were said", for an inexact quote.
        other_language: None if the words were found in the transcript that the page shows.
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
    """What a visitor steps to with "next match".

    Attributes:
        spans: characters of the running text.
        start_ms: when the first word is spoken, in milliseconds; None without times.
    """

    spans: list[Span]
    start_ms: int | None


def distinct_matches(answer: Answer) -> Iterator[tuple[Hit, list[Match]]]:
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
    """A row for every hit; hits in the transcript that the page shows also say where to mark them."""
    offsets = Utf16Offsets(reader.text)
    for hit, matches in found:
        here = hit.language == reader.language
        key = hit.key if here else hit.elsewhere.key if hit.elsewhere else ""
        other = None if here else _other_language_text(hit, reader)
        href = reader.moment_url(hit.moment, key, reader.language)
        yield HitRow(
            key=key,
            # Without times, only the language that has the words leads to them.
            href=other.href if other and not hit.moment else href,
            clock=moment_clock(hit.moment),
            speaker=hit.speaker or "",
            marks=" ".join(_format_match(match, offsets) for match in matches) if here else "",
            times=" ".join(
                format_seconds(match.start_ms) for match in matches if match.start_ms is not None
            ),
            language=_language_label(hit.language, reader),
            pieces=build_snippet(hit),
            differences=build_differences(hit),
            matched_words=matched_words_text(hit.differences),
            other_language=other,
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
