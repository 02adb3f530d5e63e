"""A second transcript beside the first: its cues, aligned in time with the passages of the first."""

from dataclasses import dataclass

from showcase.core.catalog.localized import LocalizedText
from showcase.core.text.languages import direction
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_seconds
from showcase.core.transcript.parallel import assign_cues_to_passages
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.transcript import Transcript
from showcase.web.context.track_notes import track_note
from showcase.web.context.video_view import VideoView, select_speech_track


@dataclass(frozen=True, slots=True)
class ParallelLine:
    """One cue of the second language.

    Attributes:
        speaker: if it is another than that of the line before, or of the passage; else empty.
        separator: the text between the line before and this one.
        start: seconds, as the page's scripts read them.
        href: the moment, in the first language.
        sound: True for what is heard and not spoken: "[applause]".
    """

    speaker: LocalizedText
    separator: str
    text: str
    start: str
    href: str
    sound: bool


@dataclass(frozen=True, slots=True)
class LanguageColumn:
    """The head of a column; `note` is what a reader must know about the track, empty if nothing."""

    language: str
    label: str
    note: LocalizedText


@dataclass(frozen=True, slots=True)
class ParallelTranscript:
    """The second language.

    Attributes:
        direction: "ltr" or "rtl".
        columns: the heads of both languages, the first one's first.
        rows: what the second language says during each passage of the first, by the passage's key.
    """

    language: str
    direction: str
    columns: list[LanguageColumn]
    rows: dict[str, list[ParallelLine]]


def build_parallel_transcript(view: VideoView) -> ParallelTranscript | None:
    """The language that `?beside=` asks for; None if it asks for none that the video has."""
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
    """The head of a language's column."""
    track = select_speech_track(view.video, language)
    note = track_note(view.texts, track) if track else LocalizedText("")
    return LanguageColumn(language, track.label if track else "", note)


def _build_row(
    view: VideoView, other: Transcript, passage: Passage, numbers: range
) -> list[ParallelLine]:
    """The cues with these numbers, which the second language has during a passage."""
    lines, voice, end = [], passage.voice, None
    for number in numbers:
        cue, span = other.cues[number], other.cue_spans[number]
        changes = not cue.sound and cue.voice not in (None, voice)
        voice = cue.voice if changes else voice
        moment = Moment(cue.start_ms)
        lines.append(
            ParallelLine(
                speaker=view.texts.person(cue.voice or "") if changes else LocalizedText(""),
                separator="" if end is None else other.text[end : span.start],
                text=other.text[span.start : span.end],
                start=format_seconds(cue.start_ms),
                href=view.urls.video(
                    view.video.slug, moment, anchor=passage.key, lang=view.link_language
                ),
                sound=cue.sound,
            )
        )
        end = span.end
    return lines
