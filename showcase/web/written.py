"""The words of a video, written down in files."""

import json

from showcase.core.interview import build_interview, write_interview
from showcase.core.passages import Passage
from showcase.core.transcripts import Transcript
from showcase.core.videos import Track, Video
from showcase.web.phrases import written_date
from showcase.web.shown import Shown

# SubRip has no registered type; this is the one that programs and servers use.
TYPES = {
    "srt": "application/x-subrip; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "json": "application/json",
}


def write_text(shown: Shown, track: Track) -> str:
    """All that is said, to be read: what it is and where it is from, then an interview."""
    video, words = shown.video, shown.words
    paragraphs = build_interview(video, words.transcript, words.passages) if words else []
    return write_interview(video.title, facts(shown, track), paragraphs)


def facts(shown: Shown, track: Track) -> list[str]:
    """What a reader of a transcript must know of it, a line each."""
    video = shown.video
    notice = f"{video.notice.title} {video.notice.text}" if video.notice else ""
    lines = (
        video.author,
        written_date(video.date) if video.date else "",
        page_address(shown),
        f"{track.label}. {track.note}" if track.note else track.label,
        notice.rstrip(":").strip(),
    )
    return [line for line in lines if line]


def page_address(shown: Shown) -> str:
    """The address of the video in the language that is written."""
    path = shown.to.video(shown.video.slug, lang=shown.link_language)
    return shown.to.absolute(path)


def write_json(shown: Shown) -> str:
    """The words as a program wants them; times in milliseconds, named as in the answers of the API."""
    if (words := shown.words) is None:
        return "{}"
    whole = {
        "video": shown.video.slug,
        "title": shown.video.title,
        "url": page_address(shown),
        "language": words.transcript.language,
        "cues": _cues(words.transcript),
        "passages": [_passage(shown.video, words.transcript, each) for each in words.passages],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _cues(transcript: Transcript) -> list[dict[str, object]]:
    return [
        {
            "start_ms": cue.start_ms,
            "end_ms": cue.end_ms,
            "speaker": cue.voice,
            "sound": cue.sound,
            "text": cue.text,
        }
        for cue in transcript.cues
    ]


def _passage(video: Video, transcript: Transcript, passage: Passage) -> dict[str, object]:
    return {
        "key": passage.key,
        "start_ms": passage.start_ms,
        "end_ms": passage.end_ms,
        "speaker": passage.voice,
        "organization": video.organization_of(passage.voice),
        "text": transcript.text[passage.span.start : passage.span.end],
    }
