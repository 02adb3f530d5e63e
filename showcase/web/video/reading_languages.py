"""Links to the languages that a video's words can be read in, alone and side by side.

They keep what the visitor has asked for: the moment and the search.
"""

from dataclasses import dataclass

from showcase.core.catalog.models import Video
from showcase.web.context.video_view import (
    VideoView,
    language_name,
    page_language,
    parallel_tracks,
)


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A language that the words can be read in; `current` is True for one that is read now."""

    language: str
    label: str
    href: str
    current: bool


def language_links(view: VideoView) -> list[LanguageLink]:
    """The languages of the words, none if there is only one."""
    tags = _speech_languages(view.video)
    links = [
        _language_link(view, tag, _language_href(view, tag), current=tag == view.language)
        for tag in tags
    ]
    return links if len(links) > 1 else []


def parallel_links(view: VideoView) -> list[LanguageLink]:
    """The languages that can be read beside the first one; none in a frame, which is too narrow."""
    if view.urls.framed:
        return []
    beside = view.parallel_transcript.language if view.parallel_transcript else ""
    others = dict.fromkeys(track.language for track in parallel_tracks(view.video, view.language))
    return [
        _language_link(view, tag, _parallel_href(view, tag), current=tag == beside)
        for tag in others
    ]


def _speech_languages(video: Video) -> list[str]:
    return list(dict.fromkeys(track.language for track in video.speech_tracks))


def _language_link(view: VideoView, tag: str, href: str, *, current: bool) -> LanguageLink:
    return LanguageLink(tag, language_name(view.video, tag), href, current)


def _language_href(view: VideoView, tag: str) -> str:
    """The words in another language; if it is the parallel language, the two change places."""
    same = view.parallel_transcript is not None and view.parallel_transcript.language == tag
    beside = view.language if same else view.urls.parallel_language
    lang = page_language(view.video, tag, view.reader_locale)
    return _words_href(view, lang, beside)


def _parallel_href(view: VideoView, tag: str) -> str:
    return _words_href(view, view.page_language, tag)


def single_language_href(view: VideoView) -> str:
    """The URL of the page with one language alone."""
    return _parallel_href(view, "")


def _words_href(view: VideoView, lang: str, beside: str) -> str:
    """The words of the page in a language, with the moment and the search that are asked for now."""
    return view.urls.video(
        view.video.slug,
        view.moment,
        q=view.parameters.query,
        lang=lang,
        beside=beside,
        anchor="transcript",
    )
