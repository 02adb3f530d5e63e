"""Answers of a search as the command line gives them: JSON for programs, lines for people."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from itertools import islice
from urllib.parse import quote

import regex

from showcase.core.catalog.models import Catalog
from showcase.core.export.json_objects import answer_object
from showcase.core.search.highlights import excerpt
from showcase.core.search.results import Answer, Difference, Hit
from showcase.core.timing.moments import moment_url
from showcase.core.timing.timecodes import format_clock

# Of more videos the best are named; --json has all of them.
VIDEOS_NAMED = 8
_INDENT = "    "
# A caption file is somebody else's: it must not send commands to the terminal.
_CONTROL = regex.compile(r"\p{Cc}+")


def answer_json(answer: Answer, catalog: Catalog) -> dict[str, object]:
    """What `showcase search --json` prints; the addresses are those on our own site, without the host."""

    def link(hit: Hit, language: str) -> str:
        return _hit_path(hit, catalog, language)

    return asdict(answer_object(answer, catalog, link))


def _hit_path(hit: Hit, catalog: Catalog, language: str) -> str:
    """The path of a hit's moment; it names the language when it is a translation."""
    video = catalog.find(hit.video)
    translated = video is not None and video.language != language
    path = f"/videos/{quote(hit.video, safe='')}"
    return moment_url(path, hit.moment, lang=language if translated else None)


def answer_lines(answer: Answer, catalog: Catalog, mark: Callable[[str], str]) -> Iterator[str]:
    """An answer for people: how many hits, and of each its time, its speaker, its words.

    Args:
        answer: what was found.
        catalog: what the videos are called.
        mark: makes a match stand out.
    """
    yield from _summary(answer)
    for hit in answer.hits:
        yield from ("", _heading(hit, catalog), _INDENT + _words(hit, mark))
        if other := hit.elsewhere:
            yield f"{_INDENT}{other.language}: {_plain(other.text)}"


def _summary(answer: Answer) -> Iterator[str]:
    """What was searched for, what could be, how much there is and where."""
    asked = _plain(answer.query)
    if answer.corrected:
        yield f'No one says "{asked}". These are hits for "{_plain(answer.corrected)}".'
    if answer.kind == "nearest" and answer.hits:
        yield f'No one says "{asked}". Nearest to it:'
    yield _count(answer)
    if len(answer.videos) > 1:
        yield _videos(answer)
    if others := [_plain(query) for query in answer.instead if query != answer.corrected]:
        yield f"Did you mean: {', '.join(others)}?"


def _count(answer: Answer) -> str:
    if not answer.total:
        return "Nothing was found."
    shown = len(answer.hits)
    hits = "1 hit" if answer.total == 1 else f"{answer.total} hits"
    return hits if shown == answer.total else f"{hits}, {shown} shown:"


def _videos(answer: Answer) -> str:
    """How many in which: "orchard 9, mill 3 and 2 more videos"."""
    named = ", ".join(
        f"{slug} {count}" for slug, count in islice(answer.videos.items(), VIDEOS_NAMED)
    )
    more = len(answer.videos) - VIDEOS_NAMED
    return f"{named} and {more} more video{'s' if more > 1 else ''}" if more > 0 else named


def _heading(hit: Hit, catalog: Catalog) -> str:
    """Time, speaker, video: "1:52  Enrique Balcazar  wsr"; a translation and an inexact quote say so."""
    video = catalog.find(hit.video)
    translated = video is not None and video.language != hit.language
    name = f"{hit.video} ({hit.language})" if translated else hit.video
    likeness = "" if hit.similarity == 1 else f"{hit.similarity:.0%} alike"
    parts = [format_clock(hit.moment.start_ms), _plain(hit.speaker or ""), name, likeness]
    return "  ".join(part for part in parts if part)


def _words(hit: Hit, mark: Callable[[str], str]) -> str:
    if hit.differences:
        return _compared(hit, mark)
    return "".join(
        _plain(piece.text) if piece.match is None else mark(_plain(piece.text))
        for piece in excerpt(hit)
    )


def _compared(hit: Hit, mark: Callable[[str], str]) -> str:
    """What was said beside the quote: "the **path** [-which-] {+that+} **we want**", as wdiff writes it."""
    pieces = (_piece(difference, hit, mark) for difference in hit.differences)
    return " ".join(piece for piece in pieces if piece)


def _piece(difference: Difference, hit: Hit, mark: Callable[[str], str]) -> str:
    said = _plain(hit.text[difference.said.start : difference.said.end])
    if difference.relation == "same":
        return mark(said)
    if difference.relation == "elided":
        return "…"
    quoted = _plain(difference.quoted)
    both = (f"[-{quoted}-]" if quoted else "", f"{{+{said}+}}" if said else "")
    return " ".join(part for part in both if part)


def _plain(text: str) -> str:
    return _CONTROL.sub(" ", text)
