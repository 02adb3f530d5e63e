"""A second language beside the one that is read, aligned in time."""

from dataclasses import dataclass

from showcase.core.catalog.localized import Text
from showcase.core.text.languages import direction
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_seconds
from showcase.core.transcript.parallel import cues_beside
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.transcript import Transcript
from showcase.web.context.video_view import Shown, choose_track


@dataclass(frozen=True, slots=True)
class BesideLine:
    """One cue of the other language.

    Attributes:
        speaker: where somebody else speaks than in the line before it, or in the passage; else empty.
        gap: what stands in the text between the line before and this one.
        start: seconds, as the page writes them.
        href: the moment, as it is read here.
    """

    speaker: Text
    gap: str
    text: str
    start: str
    href: str
    sound: bool


@dataclass(frozen=True, slots=True)
class Column:
    """A language with what must be said about it."""

    language: str
    label: str
    note: Text


@dataclass(frozen=True, slots=True)
class Beside:
    """The other language.

    Attributes:
        columns: the heads of both, that which is read first.
        rows: by the key of a passage of the language that is read, what the other one says meanwhile.
    """

    language: str
    direction: str
    columns: list[Column]
    rows: dict[str, list[BesideLine]]


def build_beside(shown: Shown) -> Beside | None:
    """The language that was asked for beside the one that is read, None where there is none."""
    if shown.words is None or shown.beside is None:
        return None
    language, passages = shown.beside.language, shown.words.passages
    rows = cues_beside(passages, shown.beside.cues)
    return Beside(
        language=language,
        direction=direction(language),
        columns=[build_column(shown, each) for each in (shown.language, language)],
        rows={
            passage.key: _row(shown, shown.beside, passage, numbers)
            for passage, numbers in zip(passages, rows, strict=True)
        },
    )


def build_column(shown: Shown, language: str) -> Column:
    """The head of a language's words."""
    track = choose_track(shown.video, language)
    note = shown.texts.note(track) if track else Text("")
    return Column(language, track.label if track else "", note)


def _row(shown: Shown, other: Transcript, passage: Passage, numbers: range) -> list[BesideLine]:
    lines, voice, at = [], passage.voice, None
    for number in numbers:
        cue, span = other.cues[number], other.cue_spans[number]
        changes = not cue.sound and cue.voice not in (None, voice)
        voice = cue.voice if changes else voice
        moment = Moment(cue.start_ms)
        lines.append(
            BesideLine(
                speaker=shown.texts.person(cue.voice or "") if changes else Text(""),
                gap="" if at is None else other.text[at : span.start],
                text=other.text[span.start : span.end],
                start=format_seconds(cue.start_ms),
                href=shown.to.video(
                    shown.video.slug, moment, anchor=passage.key, lang=shown.link_language
                ),
                sound=cue.sound,
            )
        )
        at = span.end
    return lines
