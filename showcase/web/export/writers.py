"""The words of a video, written down in files."""

import json
from dataclasses import asdict

from showcase.core.catalog.localized import VideoTexts
from showcase.core.catalog.models import Track
from showcase.core.export.json_objects import cue_object, passage_object
from showcase.core.export.plain_text import build_interview, write_interview
from showcase.core.transcript.passages import Passage
from showcase.web.context.video_view import Shown
from showcase.web.i18n.formatting import written_date

# SubRip has no registered type; this is the one that programs and servers use.
TYPES = {
    "srt": "application/x-subrip; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "json": "application/json",
}


def write_text(shown: Shown, track: Track) -> str:
    """All that is said, to be read: what it is and where it is from, then an interview."""
    words, texts = shown.words, VideoTexts(shown.video, track.language)
    paragraphs = build_interview(texts, words.transcript, words.passages) if words else []
    return write_interview(str(texts.title), facts(shown, track), paragraphs)


def facts(shown: Shown, track: Track) -> list[str]:
    """What a reader of a transcript must know of it, a line each."""
    video, texts = shown.video, VideoTexts(shown.video, track.language)
    notice = f"{texts.notice.title} {texts.notice.text}" if texts.notice else ""
    lines = (
        video.author,
        written_date(video.date) if video.date else "",
        page_address(shown),
        f"{track.label}. {note}" if (note := texts.note(track)) else track.label,
        notice.rstrip(":").strip(),
    )
    return [line for line in lines if line]


def page_address(shown: Shown) -> str:
    """The address of the video in the language that is written."""
    path = shown.to.page(shown.video.slug, lang=shown.link_language)
    return shown.to.absolute(path)


def write_json(shown: Shown) -> str:
    """The words as a program wants them: cues and passages as in the answers of the API, times in seconds."""
    if (words := shown.words) is None:
        return "{}"
    transcript = words.transcript
    to, slug, language = shown.to, shown.video.slug, shown.link_language

    def link(passage: Passage) -> str:
        return to.absolute(to.passage(slug, passage, language))

    whole = {
        "video": shown.video.slug,
        "title": shown.video.title,
        "url": page_address(shown),
        "language": transcript.language,
        "cues": [asdict(cue_object(cue)) for cue in transcript.cues],
        "passages": [
            asdict(passage_object(shown.video, transcript, each, link)) for each in words.passages
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
