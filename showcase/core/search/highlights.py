"""Highlights: text cut at its matches, so that a page escapes each piece before it marks it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from showcase.core.search.results import Hit
from showcase.core.text.spans import Span
from showcase.core.text.tokenizer import Word, tokenize
from showcase.core.text.truncate import ELLIPSIS, cluster_prefix, cluster_suffix, truncate

# Words of a snippet before and after its first match: one line on a phone, and two.
WORDS_BEFORE = 8
WORDS_AFTER = 16
# So many characters of the words on one side, however few words they are: an address is one without end.
_MAX_CONTEXT_CHARS = 300


class HighlightSegment(NamedTuple):
    """A piece of text; `match` is the number of its match, None for text between matches."""

    text: str
    match: int | None


class MatchSnippet(NamedTuple):
    """Matches of a hit with the words around them.

    Attributes:
        first: the number of the first match in the hit, from 0.
        matches: how many it is for; those after the first are among the words around it.
        pieces: as of `build_snippet`.
    """

    first: int
    matches: int
    pieces: list[HighlightSegment]


def split_at_matches(text: str, matches: Sequence[Span], first: int = 0) -> list[HighlightSegment]:
    """Cut text at its matches.

    Args:
        text: what is cut.
        matches: characters of the text, in order, not overlapping.
        first: the number of the first match.
    """
    cut: list[HighlightSegment] = []
    end = 0
    for number, span in enumerate(matches, first):
        if before := text[end : span.start]:
            cut.append(HighlightSegment(before, None))
        if within := text[span.start : span.end]:
            cut.append(HighlightSegment(within, number))
        end = span.end
    if rest := text[end:]:
        cut.append(HighlightSegment(rest, None))
    return cut


def clip_to_span(matches: Iterable[Span], span: Span) -> list[tuple[int, Span]]:
    """The parts of matches within a span: number of the match, and characters from the span's start."""
    return [
        (number, Span(max(match.start, span.start) - span.start, min(match.end, span.end) - span.start))
        for number, match in enumerate(matches)
        if match.start < span.end and match.end > span.start
    ]  # fmt: skip


def build_snippet(
    hit: Hit, before: int = WORDS_BEFORE, after: int = WORDS_AFTER
) -> list[HighlightSegment]:
    """What was found with the words around its first match, an ellipsis where text was left out.

    Args:
        hit: if it has no matches, the beginning of its text is shown.
        before: how many words, before the first match.
        after: how many words, after the first match.
    """
    if not hit.matches:
        return [HighlightSegment(_truncate_words(hit.text, before + after), None)]
    span = _snippet_span(hit.text, tokenize(hit.text), hit.matches[0], before, after)
    return _snippet_pieces(hit, span)


def build_snippets(hit: Hit, first: int = 0) -> Iterator[MatchSnippet]:
    """The words around all matches of a hit, from number `first` on: each match is for one snippet.

    Matches that the words around an earlier one show in full share its snippet, so that a list does not say
    the same words twice.
    """
    words = tokenize(hit.text)
    while first < len(hit.matches):
        span = _snippet_span(hit.text, words, hit.matches[first], WORDS_BEFORE, WORDS_AFTER)
        count = sum(match.end <= span.end for match in hit.matches[first:])
        yield MatchSnippet(first, count, _snippet_pieces(hit, span))
        first += count


def _snippet_pieces(hit: Hit, span: Span) -> list[HighlightSegment]:
    start, stop = span
    shown = [span for _, span in clip_to_span(hit.matches, Span(start, stop))]
    cut = split_at_matches(hit.text[start:stop], shown)
    opening = [HighlightSegment(ELLIPSIS, None)] if start else []
    closing = [HighlightSegment(ELLIPSIS, None)] if stop < len(hit.text) else []
    return [*opening, *cut, *closing]


def _snippet_span(text: str, words: Sequence[Word], match: Span, before: int, after: int) -> Span:
    """The match with so many of the text's words around it, and never too many characters."""
    first = next(number for number, word in enumerate(words) if word.end > match.start)
    last = next(n for n in range(len(words) - 1, -1, -1) if words[n].start < match.end)
    start = words[first - before].start if first > before else 0
    stop = words[last + after].end if last + after < len(words) - 1 else len(text)
    return Span(
        match.start - len(cluster_suffix(text[start : match.start], _MAX_CONTEXT_CHARS)),
        match.end + len(cluster_prefix(text[match.end : stop], _MAX_CONTEXT_CHARS)),
    )


def _truncate_words(text: str, max_words: int) -> str:
    words = tokenize(text)
    if len(words) > max_words:
        return truncate(text, min(words[max_words - 1].end + len(ELLIPSIS), _MAX_CONTEXT_CHARS))
    return truncate(text, _MAX_CONTEXT_CHARS)
