"""The text of TTML paragraphs: runs with their speakers and times, as WebVTT cue text."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from showcase.store.captions.cue_drafts import escape_words, time_markup, voice_markup
from showcase.store.captions.xml_document import XmlElement

# Timed spans of one paragraph with a longer silence between them are cues of their own.
_MAX_SILENCE_MS = 2_000


class TtmlRun(NamedTuple):
    """A piece of a paragraph's text.

    Attributes:
        text: line feeds are line breaks.
        agent: the name of who speaks, "" for nobody.
        start_ms, end_ms: milliseconds, where a span around it says them; else None.
    """

    text: str
    agent: str = ""
    start_ms: int | None = None
    end_ms: int | None = None


def find_agents(element: XmlElement) -> Iterator[tuple[str, str]]:
    """The (identifier, name) of each agent in a document, or "" without one (TTML2, section 14.1.2)."""
    for child in element.children():
        if child.name == "agent":
            names = [part for part in child.children() if part.name == "name"]
            full = [part for part in names if part.attributes.get("type") == "full"]
            chosen = " ".join("".join(map(plain_text, (full or names)[:1])).split())
            yield child.attributes.get("id", ""), chosen
        else:
            yield from find_agents(child)


def plain_text(element: XmlElement) -> str:
    """All text inside an element."""
    return "".join(
        part if isinstance(part, str) else f" {plain_text(part)}" for part in element.content
    )


def split_at_silence(runs: Sequence[TtmlRun]) -> list[list[TtmlRun]]:
    """Cut the runs of a paragraph without times of its own where its timed spans pause.

    Spans that are shown one after the other are words apart, even if nothing in the file is between them.

    Args:
        runs: those without times belong to the timed run before them, or to the first one.
    """
    parts: list[list[TtmlRun]] = [[]]
    last_ms: int | None = None
    for run in runs:
        if run.start_ms is not None:
            if parts[-1] and last_ms is not None and run.start_ms >= last_ms:
                parts[-1].append(TtmlRun(" ", run.agent))
            if last_ms is not None and run.start_ms > last_ms + _MAX_SILENCE_MS:
                parts.append([])
            last_ms = run.start_ms if run.end_ms is None else run.end_ms
        parts[-1].append(run)
    return parts


def runs_interval(runs: Sequence[TtmlRun]) -> tuple[int, int | None] | None:
    """The first start and the last end of timed runs, None where none is timed or has words."""
    timed = [run for run in runs if run.start_ms is not None]
    starts = [run.start_ms for run in timed if run.start_ms is not None]
    ends = [run.end_ms for run in timed]
    if not starts:
        return None
    return min(starts), None if None in ends else max(end for end in ends if end is not None)


def runs_markup(runs: Sequence[TtmlRun], start_ms: int) -> str:
    """Runs as WebVTT cue text.

    Args:
        runs: in order.
        start_ms: of the cue; its first word needs no time of its own.
    """
    pieces = []
    last_ms = start_ms
    for agent, group in groupby(runs, key=lambda run: run.agent):
        markup = []
        for run in group:
            if run.start_ms is not None and run.start_ms > last_ms and run.text.strip():
                markup.append(time_markup(run.start_ms))
                last_ms = run.start_ms
            markup.append(escape_words(run.text))
        pieces.append(voice_markup(agent, "".join(markup)))
    return "".join(pieces)
