"""Finds the featured quotes of a video.toml in the transcripts, and what is wrong with their words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from showcase.core.catalog.models import FeaturedQuote
from showcase.core.quotes.matcher import QuotePlace, find_nearest
from showcase.core.text.truncate import truncate_line
from showcase.core.timing.timecodes import format_clock
from showcase.core.transcript.transcript import Transcript, build_transcript
from showcase.errors import Diagnosis
from showcase.store.ingest.toml_lines import KeyPath
from showcase.store.records import TrackCues

# Words that have less in common with a quote are no help in mending it.
_MIN_SHOWN_SIMILARITY = 0.3
# What fits into two lines of a terminal.
_MAX_SHOWN_CHARS = 160


def locate_quotes(
    quotes: Sequence[FeaturedQuote], tracks: Iterable[TrackCues]
) -> tuple[tuple[FeaturedQuote, ...], list[tuple[KeyPath, Diagnosis]]]:
    """Find when each quote was said.

    Args:
        quotes: as video.toml has them.
        tracks: of the video, of any kind.

    Returns:
        The quotes with their moments, None where they were not found or nobody knows the times; what is wrong
        with their words, each with its place in video.toml.
    """
    if not quotes:
        return (), []
    transcripts = _transcripts(tracks)
    located: list[FeaturedQuote] = []
    problems: list[tuple[KeyPath, Diagnosis]] = []
    for number, quote in enumerate(quotes):
        nearest = find_nearest(quote.text, transcripts)
        said = nearest is not None and nearest.counts_as_said
        moment = transcripts[nearest.language].moment_from_words(nearest.words) if nearest else None
        located.append(replace(quote, moment=moment if said else None))
        if nearest is None or nearest.similarity < 1:
            problems.append((("quotes", number, "text"), _diagnose(nearest, transcripts)))
    return tuple(located), problems


def _transcripts(tracks: Iterable[TrackCues]) -> dict[str, Transcript]:
    return {
        entry.track.language: build_transcript(
            entry.track.language, entry.cues, has_times=entry.track.has_times
        )
        for entry in tracks
        if entry.track.kind in ("captions", "subtitles")
    }


def _diagnose(nearest: QuotePlace | None, transcripts: Mapping[str, Transcript]) -> Diagnosis:
    is_near = nearest is not None and nearest.similarity >= _MIN_SHOWN_SIMILARITY
    said = _said(nearest, transcripts) if nearest and is_near else ""
    if nearest and nearest.counts_as_said:
        message = f"These are not quite the words in the transcript: {said}"
        return Diagnosis("inexact-quote", message, "correct the quote, or the captions")
    message = "These words are not in the transcript"
    if said:
        message += f"; the nearest are {said}"
    return Diagnosis("quote-not-found", message, "correct the quote, or remove it")


def _said(place: QuotePlace, transcripts: Mapping[str, Transcript]) -> str:
    """What is said there, with its time: '"We learned about the CIW" at 1:52'."""
    transcript = transcripts[place.language]
    first, last = (transcript.words[number] for number in (place.words[0], place.words[-1]))
    shown = truncate_line(transcript.text[first.start : last.end], _MAX_SHOWN_CHARS)
    moment = transcript.moment_from_words(place.words)
    return f'"{shown}"' + (f" at {format_clock(moment.start_ms)}" if moment else "")
