"""A second language beside the one that is read, aligned in time."""

from dataclasses import dataclass

from showcase.core.catalog.localized import LocalizedText
from showcase.core.text.languages import direction
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_seconds
from showcase.core.transcript.parallel import assign_cues_to_passages
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.transcript import Transcript
from showcase.web.context.video_view import VideoView, select_speech_track


@dataclass(frozen=True, slots=True)
class ParallelLine:
    """One cue of the other language.

    Attributes:
        speaker: where somebody else speaks than in the line before it, or in the passage; else empty.
        separator: what stands in the text between the line before and this one.
        start: seconds, as the page writes them.
        href: the moment, as it is read here.
    """

    speaker: LocalizedText
    separator: str
    text: str
    start: str
    href: str
    sound: bool


@dataclass(frozen=True, slots=True)
class LanguageColumn:
    """A language with what must be said about it."""

    language: str
    label: str
    note: LocalizedText


@dataclass(frozen=True, slots=True)
class ParallelTranscript:
    """The other language.

    Attributes:
        columns: the heads of both, that which is read first.
        rows: by the key of a passage of the language that is read, what the other one says meanwhile.
    """

    language: str
    direction: str
    columns: list[LanguageColumn]
    rows: dict[str, list[ParallelLine]]


def build_parallel_transcript(view: VideoView) -> ParallelTranscript | None:
    """The language that was asked for beside the one that is read, None where there is none."""
    if view.words is None or view.parallel_transcript is None:
        return None
    language, passages = view.parallel_transcript.language, view.words.passages
    rows = assign_cues_to_passages(passages, view.parallel_transcript.cues)
    return ParallelTranscript(
        language=language,
        direction=direction(language),
        columns=[build_language_column(view, each) for each in (view.language, language)],
        rows={
            passage.key: _build_row(view, view.parallel_transcript, passage, numbers)
            for passage, numbers in zip(passages, rows, strict=True)
        },
    )


def build_language_column(view: VideoView, language: str) -> LanguageColumn:
    """The head of a language's words."""
    track = select_speech_track(view.video, language)
    note = view.texts.note(track) if track else LocalizedText("")
    return LanguageColumn(language, track.label if track else "", note)


def _build_row(
    view: VideoView, other: Transcript, passage: Passage, numbers: range
) -> list[ParallelLine]:
    lines, voice, at = [], passage.voice, None
    for number in numbers:
        cue, span = other.cues[number], other.cue_spans[number]
        changes = not cue.sound and cue.voice not in (None, voice)
        voice = cue.voice if changes else voice
        moment = Moment(cue.start_ms)
        lines.append(
            ParallelLine(
                speaker=view.texts.person(cue.voice or "") if changes else LocalizedText(""),
                separator="" if at is None else other.text[at : span.start],
                text=other.text[span.start : span.end],
                start=format_seconds(cue.start_ms),
                href=view.urls.video(
                    view.video.slug, moment, anchor=passage.key, lang=view.link_language
                ),
                sound=cue.sound,
            )
        )
        at = span.end
    return lines
