"""Search results on the command line: JSON for programs, lines for people."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from itertools import islice
from urllib.parse import quote

from showcase.core.catalog.site_catalog import Catalog
from showcase.core.export.json_objects import answer_object
from showcase.core.search.highlights import build_snippet
from showcase.core.search.results import Answer, Difference, Hit
from showcase.core.text.printable import replace_control_chars
from showcase.core.timing.moments import moment_url
from showcase.core.timing.timecodes import format_clock

# The best videos are listed with their counts; --json has all of them.
MAX_NAMED_VIDEOS = 8
_INDENT = "    "


def answer_json(answer: Answer, catalog: Catalog) -> dict[str, object]:
    """The AnswerObject that `showcase search --json` prints; its addresses are paths without the host."""

    def link(hit: Hit, language: str) -> str:
        return _hit_path(hit, catalog, language)

    return asdict(answer_object(answer, catalog, link))


def _hit_path(hit: Hit, catalog: Catalog, language: str) -> str:
    """The path of a hit's moment, with the language where the hit is in a translation.

    Where its track has no times, it is the path of its passage.
    """
    video = catalog.find(hit.video)
    translated = video is not None and video.language != language
    path = f"/videos/{quote(hit.video, safe='')}"
    anchor = "" if hit.moment else hit.key
    edition = video.edition_in_links if video and hit.moment else ""
    lang = language if translated else None
    return moment_url(path, hit.moment, anchor=anchor, edition=edition, lang=lang)


def answer_lines(
    answer: Answer, catalog: Catalog, mark: Callable[[str], str], *, hits_only: bool = False
) -> Iterator[str]:
    """An answer for people: how many hits there are, then each with its time, speaker and text.

    Args:
        answer: what was found.
        catalog: all videos.
        mark: highlights a match, by escape codes or asterisks.
        hits_only: without how many there are, and without other queries to try.
    """
    if not hits_only:
        yield from (*_summary_lines(answer), *([""] if answer.hits else []))
    for number, hit in enumerate(answer.hits):
        yield from ([""] if number else [])
        yield from (_hit_heading(hit, catalog), _INDENT + _hit_text(hit, mark))
        if other := hit.elsewhere:
            yield f"{_INDENT}{other.language}: {replace_control_chars(other.text)}"


def _summary_lines(answer: Answer) -> Iterator[str]:
    """What was searched for instead, how many hits there are in which videos, and other queries to try."""
    asked = replace_control_chars(answer.query)
    if answer.corrected:
        yield f'No one says "{asked}". These are hits for "{replace_control_chars(answer.corrected)}".'
    if answer.kind == "nearest" and answer.hits:
        yield f'No one says "{asked}". Nearest to it:'
    yield _hit_count(answer)
    if len(answer.videos) > 1:
        yield _video_counts(answer)
    if others := [
        replace_control_chars(query) for query in answer.instead if query != answer.corrected
    ]:
        yield f"Did you mean: {', '.join(others)}?"


def _hit_count(answer: Answer) -> str:
    if not answer.total:
        return "Nothing was found."
    shown = len(answer.hits)
    hits = "1 hit" if answer.total == 1 else f"{answer.total} hits"
    return hits if shown == answer.total else f"{hits}, {shown} shown:"


def _video_counts(answer: Answer) -> str:
    """How many hits each video has: "orchard 9, mill 3 and 2 more videos"."""
    named = ", ".join(
        f"{slug} {count}" for slug, count in islice(answer.videos.items(), MAX_NAMED_VIDEOS)
    )
    more = len(answer.videos) - MAX_NAMED_VIDEOS
    return f"{named} and {more} more video{'s' if more > 1 else ''}" if more > 0 else named


def _hit_heading(hit: Hit, catalog: Catalog) -> str:
    """Time, speaker, video: "1:52  Rosa Field  orchard".

    A translation has its language, an inexact quote its similarity: "orchard (es)  91% alike".
    """
    video = catalog.find(hit.video)
    translated = video is not None and video.language != hit.language
    name = f"{hit.video} ({hit.language})" if translated else hit.video
    likeness = "" if hit.similarity == 1 else f"{hit.similarity:.0%} alike"
    parts = [
        format_clock(hit.moment.start_ms) if hit.moment else "",
        replace_control_chars(hit.speaker or ""),
        name,
        likeness,
    ]
    return "  ".join(part for part in parts if part)


def _hit_text(hit: Hit, mark: Callable[[str], str]) -> str:
    if hit.differences:
        return _diff_text(hit, mark)
    return "".join(
        replace_control_chars(piece.text)
        if piece.match is None
        else mark(replace_control_chars(piece.text))
        for piece in build_snippet(hit)
    )


def _diff_text(hit: Hit, mark: Callable[[str], str]) -> str:
    """The differences of a quote, as wdiff writes them: "the **path** [-which-] {+that+} **we want**"."""
    pieces = (_diff_piece(difference, hit, mark) for difference in hit.differences)
    return " ".join(piece for piece in pieces if piece)


def _diff_piece(difference: Difference, hit: Hit, mark: Callable[[str], str]) -> str:
    said = replace_control_chars(hit.text[difference.said.start : difference.said.end])
    if difference.relation == "same":
        return mark(said)
    if difference.relation == "elided":
        return "…"
    quoted = replace_control_chars(difference.quoted)
    both = (f"[-{quoted}-]" if quoted else "", f"{{+{said}+}}" if said else "")
    return " ".join(part for part in both if part)
