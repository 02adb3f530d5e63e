"""Answers of a search as the command line gives them: JSON for programs, lines for people."""

from collections.abc import Callable, Iterator
from urllib.parse import quote

import regex

from showcase.core.hits import Answer, Hit
from showcase.core.marks import excerpt
from showcase.core.moments import moment_url
from showcase.core.timecodes import format_clock
from showcase.core.videos import Catalog

_INDENT = "    "
# A caption file is somebody else's: it must not send commands to the terminal.
_CONTROL = regex.compile(r"\p{Cc}+")


def answer_object(answer: Answer, catalog: Catalog) -> dict[str, object]:
    """What `showcase search --json` prints; other programs hold on to its names."""
    return {
        "query": answer.query,
        "kind": answer.kind,
        "total": answer.total,
        "hits": [_hit_object(hit, catalog) for hit in answer.hits],
    }


def _hit_object(hit: Hit, catalog: Catalog) -> dict[str, object]:
    end_ms = hit.moment.start_ms if hit.moment.end_ms is None else hit.moment.end_ms
    return {
        "video": hit.video,
        "language": hit.language,
        "speaker": hit.speaker,
        "start": hit.moment.start_ms / 1000,
        "end": end_ms / 1000,
        "text": hit.text,
        "marks": [[mark.start, mark.end] for mark in hit.marks],
        "similarity": hit.similarity,
        "url": hit_url(hit, catalog),
    }


def hit_url(hit: Hit, catalog: Catalog) -> str:
    """The address of a hit's moment on our own site; it names the language when it is a translation."""
    video = catalog.find(hit.video)
    translated = video is not None and video.language != hit.language
    path = f"/videos/{quote(hit.video, safe='')}"
    return moment_url(path, hit.moment, lang=hit.language if translated else None)


def answer_lines(answer: Answer, catalog: Catalog, mark: Callable[[str], str]) -> Iterator[str]:
    """An answer for people: how many hits, and of each its time, its speaker, its words.

    Args:
        answer: what was found.
        catalog: what the videos are called.
        mark: makes a match stand out.
    """
    yield _count(answer)
    for hit in answer.hits:
        yield from ("", _heading(hit, catalog), _INDENT + _words(hit, mark))


def _count(answer: Answer) -> str:
    if not answer.total:
        return "Nothing was found."
    shown = len(answer.hits)
    count = "1 hit" if answer.total == 1 else f"{answer.total} hits"
    return count if shown == answer.total else f"{count}, the first {shown}:"


def _heading(hit: Hit, catalog: Catalog) -> str:
    """Time, speaker, video: "1:52  Enrique Balcazar  wsr"; a translation and an inexact quote say so."""
    video = catalog.find(hit.video)
    translated = video is not None and video.language != hit.language
    name = f"{hit.video} ({hit.language})" if translated else hit.video
    likeness = "" if hit.similarity == 1 else f"{hit.similarity:.0%} alike"
    parts = [format_clock(hit.moment.start_ms), _plain(hit.speaker or ""), name, likeness]
    return "  ".join(part for part in parts if part)


def _words(hit: Hit, mark: Callable[[str], str]) -> str:
    return "".join(
        _plain(piece.text) if piece.match is None else mark(_plain(piece.text))
        for piece in excerpt(hit)
    )


def _plain(text: str) -> str:
    return _CONTROL.sub(" ", text)
