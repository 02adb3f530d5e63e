"""Plain text and JSON of a video's words."""

import json
from dataclasses import asdict

from showcase.core.catalog.localized import LocalizedVideo
from showcase.core.catalog.models import Track
from showcase.core.export.json_objects import cue_object, passage_object
from showcase.core.export.plain_text import Interview, build_interview, write_plain_text
from showcase.core.transcript.passages import Passage
from showcase.web.context.rights import rights_in_words
from showcase.web.context.track_notes import track_note
from showcase.web.context.video_view import VideoView
from showcase.web.i18n.formatting import localized_date


def write_text(view: VideoView, track: Track) -> str:
    """Write a transcript as plain text: a header, then the words as an interview.

    Args:
        view: the video with the words of the track.
        track: for its language and label.
    """
    words, texts = view.words, LocalizedVideo(view.video, track.language)
    interview = build_interview(texts, words.transcript, words.passages) if words else Interview()
    return write_plain_text(str(texts.title), transcript_header(view, track), interview)


def transcript_header(view: VideoView, track: Track) -> list[str]:
    """The lines of the header: author, date, URL, language, notice, rights; unknown ones are left out."""
    video, texts = view.video, LocalizedVideo(view.video, track.language)
    notice = f"{texts.notice.title} {texts.notice.text}" if texts.notice else ""
    lines = (
        video.author,
        localized_date(video.date) if video.date else "",
        page_url(view),
        f"{track.label}. {note}" if (note := track_note(texts, track)) else track.label,
        notice.rstrip(":").strip(),
        rights_in_words(video, str(texts.rights)),
    )
    return [line for line in lines if line]


def page_url(view: VideoView) -> str:
    """The absolute URL of the video's page with the words of the view."""
    path = view.urls.permalink(view.video.slug, lang=view.link_language)
    return view.urls.absolute(path)


def write_json(view: VideoView, track: Track) -> str:
    """Write a transcript as JSON: cues and passages as in the answers of the API, times in seconds.

    Args:
        view: the video with the words of the track.
        track: says where the times are from.
    """
    if (words := view.words) is None:
        return "{}"
    transcript = words.transcript
    urls, slug, language = view.urls, view.video.slug, view.link_language

    def link(passage: Passage) -> str:
        return urls.absolute(urls.passage(slug, passage, language))

    document = {
        "video": view.video.slug,
        "title": view.video.title,
        "url": page_url(view),
        "language": transcript.language,
        "timing": track.timing,
        "origin": track.origin or None,
        "corrected": track.corrected or None,
        "license": (view.video.license.url or view.video.license.text)
        if view.video.license
        else None,
        "rights": view.video.rights or None,
        "cues": [
            asdict(cue_object(cue, has_times=track.has_times)) for cue in transcript.track_cues
        ],
        "passages": [
            asdict(passage_object(view.video, transcript, each, link)) for each in words.passages
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
