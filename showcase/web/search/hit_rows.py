"""The rows of a search in one video: a row per hit."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from showcase.core.search.highlights import (
    HighlightSegment,
    MatchSnippet,
    build_snippet,
    build_snippets,
)
from showcase.core.search.results import Hit
from showcase.core.text.languages import direction
from showcase.core.text.spans import Utf16Offsets
from showcase.core.timing.moments import Moment, moment_between
from showcase.web.i18n.formatting import moment_clock
from showcase.web.search.matches import FoundHit, Match, match_spans_text, match_times_text
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


def _no_organization(_: str | None) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """The transcript that the page shows beside the result, and how links are built.

    Attributes:
        text: the running text of that transcript.
        language: of that transcript, a BCP 47 tag.
        language_name: the name of a language, from its tag.
        query_url: the URL of the same page with another query.
        organization: the organization of a speaker, "" when unknown.
        chapter_starts_ms: when the chapters of the video begin, ascending.
    """

    text: str
    language: str
    language_name: Callable[[str], str]
    moment_url: MomentUrlFunction
    query_url: Callable[[str], str]
    organization: Callable[[str | None], str] = _no_organization
    chapter_starts_ms: Sequence[int] = ()


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
    """A match with the words around it, and the matches that these words show, too.

    Attributes:
        number: of its first match among all of the result, from 1.
        match_count: how many matches it is for.
        key: its passage in the transcript that the page shows, "" if that has none.
        clock: when the moment starts: "1:52"; "" without times.
        chapter: the number of the chapter that it is in, from 1; None where it is in none, or has no time.
        marks: its matches in the running text, as half-open spans in UTF-16 units: "1240-1247 1301-1308". A
            match of several pieces is "1240-1247+1301-1308". "" if they are in another language.
        times: when the first word of each match is spoken, in seconds: "8.2 12"; "" without times.
        language: of the words that were found.
        pieces: the matches, with a few words before and after.
        differences: between an inexact quote and what was said; the template writes them instead of `pieces`.
        matched_words: "9 of your 10 words were said", for an inexact quote.
        other_language: None if the words were found in the transcript that the page shows.
    """

    number: int
    match_count: int
    key: str
    href: str
    clock: str
    speaker: str
    organization: str
    chapter: int | None
    marks: str
    times: str
    language: LanguageLabel
    pieces: list[HighlightSegment]
    differences: list[DifferencePiece]
    matched_words: str
    other_language: OtherLanguageText | None


def build_hit_rows(found: Iterable[FoundHit], reader: ReadingContext) -> Iterator[HitRow]:
    """The rows of hits; those in the transcript that the page shows also say where to mark them."""
    offsets = Utf16Offsets(reader.text)
    for each in found:
        for snippet in _snippets(each):
            yield _build_row(each, snippet, reader, offsets)


def _snippets(found: FoundHit) -> Iterable[MatchSnippet]:
    """The snippets of a hit, by the numbers of `found.matches`; a quote or a whole passage has one."""
    spans = [span for match in found.matches for span in match.spans]
    if len(spans) > len(found.matches) or not found.hit.matches:
        return [MatchSnippet(0, len(found.matches), build_snippet(found.hit))]
    shared = len(found.hit.matches) - len(spans)
    snippets = build_snippets(found.hit, shared)
    return (snippet._replace(first=snippet.first - shared) for snippet in snippets)


def _build_row(
    found: FoundHit, snippet: MatchSnippet, reader: ReadingContext, offsets: Utf16Offsets
) -> HitRow:
    hit, here = found.hit, found.hit.language == reader.language
    matches = found.matches[snippet.first : snippet.first + snippet.matches]
    moment = _moment_from(hit.moment, matches[0]) if snippet.first else hit.moment
    key = hit.key if here else hit.elsewhere.key if hit.elsewhere else ""
    other = None if here else _other_language_text(hit, reader)
    href = reader.moment_url(moment, key, reader.language)
    return HitRow(
        number=found.number + snippet.first,
        match_count=snippet.matches,
        key=key,
        # Without times, only the language that has the words leads to them.
        href=other.href if other and not moment else href,
        clock=moment_clock(moment),
        speaker=hit.speaker or "",
        organization=reader.organization(hit.speaker),
        chapter=chapter_at(moment.start_ms if moment else None, reader.chapter_starts_ms),
        marks=match_spans_text(matches, offsets) if here else "",
        times=match_times_text(matches),
        language=_language_label(hit.language, reader),
        pieces=snippet.pieces,
        differences=build_differences(hit),
        matched_words=matched_words_text(hit.differences),
        other_language=other,
    )


def _moment_from(moment: Moment | None, match: Match) -> Moment | None:
    """The rest of a hit's moment from a later match on."""
    if moment is None or match.start_ms is None:
        return moment
    return moment_between(match.start_ms, moment.end_ms or 0)


def chapter_at(start_ms: int | None, starts_ms: Sequence[int]) -> int | None:
    """The number of the last chapter that has begun at a time, from 1; None for none.

    Args:
        start_ms: the time, in milliseconds; None where it is not known.
        starts_ms: when the chapters begin, ascending.
    """
    return None if start_ms is None else bisect_right(starts_ms, start_ms) or None


def _other_language_text(hit: Hit, reader: ReadingContext) -> OtherLanguageText:
    return OtherLanguageText(
        href=reader.moment_url(hit.moment, hit.key, hit.language),
        language=_language_label(reader.language, reader),
        text=hit.elsewhere.text if hit.elsewhere else "",
    )


def _language_label(language: str, reader: ReadingContext) -> LanguageLabel:
    return LanguageLabel(language, direction(language), reader.language_name(language))
