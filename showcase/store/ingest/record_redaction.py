"""Takes out of a video's record what was withdrawn: words in every language, names, quotes, chapters."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from hashlib import sha256
from typing import Any, NamedTuple, TypeVar

from showcase.core.captions.cues import Cue, number_cues
from showcase.core.captions.redaction import (
    Redaction,
    omit_phrase,
    withdraw_time,
    withdraw_translated,
    withdraw_voices,
    withdraw_words,
    word_count,
)
from showcase.core.catalog.models import Chapter, FeaturedQuote, Video
from showcase.core.catalog.published_corrections import PublishedCorrection
from showcase.core.catalog.translations import VideoTranslation
from showcase.core.catalog.withdrawals import (
    TimeRange,
    Withdrawals,
    WithdrawnPassage,
    merge_ranges,
    overlaps,
)
from showcase.store.records import TrackCues, VideoRecord

T = TypeVar("T")

_DIGEST_HEX_DIGITS = 32

# The texts of a video in which names and words may be; names that lead to something else are not cut.
_TEXT_FIELDS = frozenset(
    {"title", "headline", "kicker", "summary", "author", "poster_alt", "text", "label", "note", "place",
     "about", "role", "called", "emphasis", "portrait_alt"}
)  # fmt: skip


class RedactedRecord(NamedTuple):
    """A record without what was withdrawn.

    Attributes:
        record: what is left.
        people: for each person that was withdrawn, how many cues are gone.
        passages: likewise for each passage.
    """

    record: VideoRecord
    people: tuple[int, ...] = ()
    passages: tuple[int, ...] = ()


class _Step(NamedTuple):
    """One thing that is taken out of each track, and then out of the others at the same times."""

    redact: Callable[[TrackCues], Redaction]
    by_voice: bool


def redact_record(record: VideoRecord, withdrawals: Withdrawals) -> RedactedRecord:
    """Take out of a record what was withdrawn; a record that has nothing of it any more stays as it is."""
    if not withdrawals:
        return RedactedRecord(record)
    taken = _TrackRedaction(record.tracks)
    people = tuple(taken.take(_person_step(names)) for names in withdrawals.people)
    passages = tuple(taken.take(_passage_step(passage)) for passage in withdrawals.passages)
    for name in _phrases(withdrawals):
        taken.cut(name)
    ranges = merge_ranges([*record.video.withdrawn, *taken.ranges])
    tracks = tuple(map(_renumbered, taken.tracks))
    video = _redact_video(record.video, withdrawals, ranges)
    video = replace(
        video,
        tracks=tuple(entry.track for entry in tracks),
        withdrawals=_digest(video.slug, withdrawals),
    )
    return RedactedRecord(replace(record, video=video, tracks=tracks), people, passages)


class _TrackRedaction:
    """The tracks of a video while they are redacted, and the times that were taken out."""

    def __init__(self, tracks: Sequence[TrackCues]) -> None:
        self.tracks = list(tracks)
        self.ranges: list[TimeRange] = []

    def take(self, step: _Step) -> int:
        """Take something out of all tracks; returns how many times it was found."""
        found = [step.redact(entry) for entry in self.tracks]
        times = [
            one.ranges if entry.track.has_times else ()
            for entry, one in zip(self.tracks, found, strict=True)
        ]
        for number, entry in enumerate(self.tracks):
            others = merge_ranges(
                each for other, ranges in enumerate(times) if other != number for each in ranges
            )
            cues = found[number].cues
            if entry.track.has_times and entry.track.kind != "chapters":
                cues = withdraw_translated(cues, others, by_voice=step.by_voice).cues
            self._replace(number, cues)
        self.ranges += [each for ranges in times for each in ranges]
        return sum(len(one.ranges) for one in found)

    def cut(self, phrase: str) -> None:
        """Cut words out of all tracks; the same time in other tracks stays."""
        for number, entry in enumerate(self.tracks):
            self._replace(number, _cut_words(entry, phrase).cues)

    def _replace(self, number: int, cues: tuple[Cue, ...]) -> None:
        entry = self.tracks[number]
        track = replace(entry.track, cues=len(cues))
        self.tracks[number] = replace(entry, track=track, cues=cues)


def _person_step(names: tuple[str, ...]) -> _Step:
    return _Step(lambda entry: withdraw_voices(entry.cues, names), by_voice=True)


def _passage_step(passage: WithdrawnPassage) -> _Step:
    time = passage.time
    if time is None:
        return _Step(lambda entry: _cut_words(entry, passage.words), by_voice=False)

    def redact(entry: TrackCues) -> Redaction:
        if not entry.track.has_times:
            return Redaction(entry.cues, ())
        if entry.track.kind == "chapters":
            return Redaction(tuple(cue for cue in entry.cues if not _is_within(cue, time)), ())
        found = withdraw_time(entry.cues, time)
        return Redaction(found.cues, (time,) if found.ranges else ())

    return _Step(redact, by_voice=False)


def _cut_words(entry: TrackCues, phrase: str) -> Redaction:
    """Cues without some words; a chapter keeps its time, and has an omission in its title."""
    if entry.track.kind != "chapters":
        return withdraw_words(entry.cues, phrase)
    return Redaction(
        tuple(cue._replace(text=omit_phrase(cue.text, phrase)) for cue in entry.cues), ()
    )


def _is_within(part: Cue | Chapter, time: TimeRange) -> bool:
    return time.start_ms <= part.start_ms and part.end_ms <= time.end_ms


def _digest(slug: str, withdrawals: Withdrawals) -> str:
    return sha256(repr((slug, withdrawals)).encode()).hexdigest()[:_DIGEST_HEX_DIGITS]


def _renumbered(entry: TrackCues) -> TrackCues:
    return entry if entry.track.has_times else replace(entry, cues=number_cues(entry.cues))


def _phrases(withdrawals: Withdrawals) -> Iterator[str]:
    """What is cut out of all texts: words, and names of two words or more; a single one may be a word."""
    yield from (passage.words for passage in withdrawals.passages if passage.words)
    yield from (name for name in withdrawals.names if word_count(name) > 1)


def _redact_video(video: Video, withdrawals: Withdrawals, ranges: tuple[TimeRange, ...]) -> Video:
    phrases = tuple(_phrases(withdrawals))
    names = {name.casefold() for name in withdrawals.names}
    times = [passage.time for passage in withdrawals.passages if passage.time]
    left = replace(
        video,
        people=tuple(each for each in video.people if each.name.casefold() not in names),
        quotes=tuple(
            quote for quote in video.quotes if not _is_withdrawn(quote, names, phrases, ranges)
        ),
        corrections=tuple(
            each for each in video.corrections if not _tells_withdrawn(each, phrases, ranges)
        ),
        series=tuple(each for each in video.series if not _names_any(each.name, phrases)),
        topics=tuple(each for each in video.topics if not _names_any(each, phrases)),
        chapters=tuple(
            each for each in video.chapters if not any(_is_within(each, time) for time in times)
        ),
        translations=tuple(
            _redact_translation(each, names, phrases) for each in video.translations
        ),
        withdrawn=ranges,
    )
    return omit_phrases(left, phrases)


def _redact_translation(
    translation: VideoTranslation, names: set[str], phrases: tuple[str, ...]
) -> VideoTranslation:
    return replace(
        translation,
        people=tuple(each for each in translation.people if each.name.casefold() not in names),
        series=tuple(each for each in translation.series if not _names_any(each.name, phrases)),
        topics=tuple(each for each in translation.topics if not _names_any(each.name, phrases)),
    )


def _names_any(name: str, phrases: tuple[str, ...]) -> bool:
    """A name that leads to a list and has withdrawn words: it goes as a whole, or it would lead nowhere."""
    return any(omit_phrase(name, phrase) != name for phrase in phrases)


def _is_withdrawn(
    quote: FeaturedQuote, names: set[str], phrases: tuple[str, ...], ranges: tuple[TimeRange, ...]
) -> bool:
    """A quote of somebody, of words or of a time that was withdrawn."""
    if quote.speaker.casefold() in names:
        return True
    if _names_any(quote.text, phrases):
        return True
    return quote.moment is not None and overlaps(quote.moment, ranges)


def _tells_withdrawn(
    correction: PublishedCorrection, phrases: tuple[str, ...], ranges: tuple[TimeRange, ...]
) -> bool:
    """A correction of words that were withdrawn; words of which nobody knows the time may be those."""
    texts = (correction.was, correction.now, correction.what)
    if any(omit_phrase(text, phrase) != text for text in texts for phrase in phrases):
        return True
    if correction.moment is None:
        return bool(ranges) and bool(correction.was or correction.now)
    return overlaps(correction.moment, ranges)


def omit_phrases(value: T, phrases: Sequence[str]) -> T:
    """A value of the catalog with an omission for some words in all of its texts."""
    changed: dict[str, Any] = {}
    if not is_dataclass(value) or isinstance(value, type):
        return value
    for field in fields(value):
        part = getattr(value, field.name)
        if isinstance(part, str) and field.name in _TEXT_FIELDS:
            for phrase in phrases:
                part = omit_phrase(part, phrase)
        elif isinstance(part, tuple) and not hasattr(part, "_fields"):
            part = tuple(omit_phrases(each, phrases) for each in part)
        else:
            part = omit_phrases(part, phrases)
        changed[field.name] = part
    return replace(value, **changed)
