"""Finds what an address of the API names, or ends the request with a 404 that says what there is."""

from collections.abc import Iterable

from showcase.core.catalog.models import Track, Video
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_seconds
from showcase.web.api.problems import abort_with_problem
from showcase.web.context.request import url_builder
from showcase.web.context.urls import track_file_name
from showcase.web.context.video_lookup import requested_video
from showcase.web.context.video_view import REPLACED_SENTENCE, VideoView
from showcase.web.i18n.formatting import join_with_and


def find_video(slug: str) -> Video:
    """The video with that slug; ends the request where there is none."""
    return requested_video(slug, lambda: abort_with_problem(404, _no_video_detail()))


def find_track(video: Video, language: str, kind: str = "speech") -> Track:
    """The first track of a language and a kind; ends the request where there is none.

    Args:
        video: whose track.
        language: a BCP 47 tag, compared as it is; "" for any.
        kind: a TrackKind, or "speech" for captions and subtitles.
    """
    of_kind = [track for track in video.tracks if track.kind == kind]
    tracks = video.speech_tracks if kind == "speech" else of_kind
    matches = (track for track in tracks if language in ("", track.language))
    return next(matches, None) or abort_with_problem(
        404, _no_track_detail(map(_track_label, video.tracks))
    )


def find_named_track(video: Video, name: str) -> Track:
    """The track with a name like "captions.en"; ends the request where there is none."""
    matches = (track for track in video.tracks if _track_name(track) == name)
    return next(matches, None) or abort_with_problem(
        404, _no_track_detail(map(_track_name, video.tracks))
    )


def find_moment(view: VideoView) -> Moment:
    """The moment that is asked for; ends the request where it is not within the video."""
    if view.asks_for_replaced:
        abort_with_problem(410, REPLACED_SENTENCE)
    return view.moment or abort_with_problem(404, _no_moment_detail(view.video.duration_ms))


def _no_video_detail() -> str:
    urls = url_builder()
    return f"There is no such video: {urls.absolute(urls.api('videos'))} lists all."


def _no_track_detail(names: Iterable[str]) -> str:
    known = list(names)
    return f"The video has no such track. It has {join_with_and(known) if known else 'none'}."


def _no_moment_detail(ends_ms: int) -> str:
    end = format_seconds(ends_ms)
    return f"There is no such moment: write t=90 or t=12.5,18, the end behind the start and before {end}."


def _track_label(track: Track) -> str:
    return f"{track.kind} in {track.language}"


def _track_name(track: Track) -> str:
    return track_file_name(track).removesuffix(".vtt")
