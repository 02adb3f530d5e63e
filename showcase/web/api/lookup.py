"""What an address of the API names: it is there, or the request ends with a sentence that says what is."""

from collections.abc import Iterable

from showcase.core.catalog.models import Track, Video
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_seconds
from showcase.web.api.problems import refuse_program
from showcase.web.context.request import addresses, snapshot
from showcase.web.context.urls import track_name
from showcase.web.context.video_view import Shown
from showcase.web.i18n.formatting import listing


def find_video(slug: str) -> Video:
    """The video of that slug."""
    return snapshot().catalog.find(slug) or refuse_program(404, _no_video())


def find_track(video: Video, language: str, kind: str = "speech") -> Track:
    """The first track of a language, or of any where that is "", and of a kind."""
    of_kind = [track for track in video.tracks if track.kind == kind]
    tracks = video.speech if kind == "speech" else of_kind
    fits = (track for track in tracks if language in ("", track.language))
    return next(fits, None) or refuse_program(404, _no_track(map(_called, video.tracks)))


def find_named_track(video: Video, name: str) -> Track:
    """The track that is called "captions.en"."""
    fits = (track for track in video.tracks if _file_name(track) == name)
    return next(fits, None) or refuse_program(404, _no_track(map(_file_name, video.tracks)))


def find_moment(shown: Shown) -> Moment:
    """The moment that is asked for, where it lies in the video."""
    return shown.moment or refuse_program(404, _no_moment(shown.video.duration_ms))


def _no_video() -> str:
    to = addresses()
    return f"There is no such video: {to.absolute(to.api('videos'))} lists all."


def _no_track(names: Iterable[str]) -> str:
    known = list(names)
    return f"The video has no such track. It has {listing(known) if known else 'none'}."


def _no_moment(ends_ms: int) -> str:
    end = format_seconds(ends_ms)
    return f"There is no such moment: write t=90 or t=12.5,18, the end behind the start and before {end}."


def _called(track: Track) -> str:
    return f"{track.kind} in {track.language}"


def _file_name(track: Track) -> str:
    return track_name(track).removesuffix(".vtt")
