"""Loads a video and its transcript from the snapshot, as a request asks for them."""

from dataclasses import replace

from flask import abort

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import Video
from showcase.web.context.query import QueryParameters
from showcase.web.context.request import snapshot, url_builder
from showcase.web.context.video_search import find_near_answers, search_video
from showcase.web.context.video_view import (
    TranscriptView,
    VideoView,
    is_moment_withdrawn,
    parallel_track,
    requested_language,
    select_speech_track,
)
from showcase.web.i18n.catalogs import requested_locale


def build_video_view(video: Video, parameters: QueryParameters) -> VideoView:
    """A video with its transcript in the requested language, and the results of a search in it.

    The request ends with 410 where the words of its moment were withdrawn.

    Args:
        video: of the snapshot of this request.
        parameters: of the query string; a second language is left out in frames.
    """
    reader = requested_locale()
    is_replaced = parameters.names_place and parameters.edition != video.edition
    if is_replaced:
        parameters = parameters.without_place()
    words = _build_transcript_view(video, parameters, requested_language(video, parameters, reader))
    view = VideoView(video, words, parameters, url_builder(), reader, asks_for_replaced=is_replaced)
    if is_moment_withdrawn(view):
        abort(410)
    return view if view.urls.framed else _with_parallel_transcript(view)


def _with_parallel_transcript(view: VideoView) -> VideoView:
    """The view with the second language that `?beside=` asks for, which links in the page keep."""
    track = parallel_track(view.video, view.language, view.parameters.parallel_language)
    if track is None:
        return view
    other = snapshot().transcript(view.video.slug, track.language)
    urls = replace(view.urls, parallel_language=track.language)
    return replace(view, parallel_transcript=other, urls=urls)


def _build_transcript_view(
    video: Video, parameters: QueryParameters, language: str
) -> TranscriptView | None:
    if (track := select_speech_track(video, language)) is None:
        return None
    slug, language, search = video.slug, track.language, snapshot().search
    answer = search_video(search, parameters.query, video, language, is_typing=parameters.is_typing)
    return TranscriptView(
        transcript=snapshot().transcript(slug, language),
        passages=snapshot().passages(slug, language),
        answer=answer,
        descriptions=_description_cues(video, language),
        near_answers=find_near_answers(search, answer, video, language),
    )


def _description_cues(video: Video, language: str) -> tuple[Cue, ...]:
    """The cues of the descriptions track in that language; none where there is no such track."""
    kinds = {(track.kind, track.language) for track in video.tracks}
    if ("descriptions", language) not in kinds:
        return ()
    return snapshot().cues(video.slug, "descriptions", language)
