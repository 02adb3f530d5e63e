"""The HTML that others paste to show a video in a page of theirs, and the size of its frame."""

from html import escape
from typing import NamedTuple

from showcase.core.catalog.models import Video
from showcase.core.timing.moments import Moment
from showcase.web.context.urls import UrlBuilder

# The Permissions Policy of the frame, which needs the permission of the page around it: to play when play is
# pressed (as the provider's frame within it does), to fill the screen, to copy a link.
IFRAME_ALLOW = "autoplay; clipboard-write; encrypted-media; fullscreen; picture-in-picture"
# From this width on the transcript is beside the video, and the frame has the shape of a picture. In a
# narrower frame it is below the video if there is at least this height; in a lower one the video is alone.
# static/css/frame.css has the same numbers in em.
MIN_SIDE_BY_SIDE_WIDTH_PX, MIN_STACKED_HEIGHT_PX = 800, 512
# Under the picture: the bar with the time, and the transcript. A frame has this height at most.
_BAR_HEIGHT_PX = 66
_TRANSCRIPT_HEIGHT_PX = 400
_MAX_HEIGHT_PX = 720


class FrameSize(NamedTuple):
    """Width and height in CSS pixels."""

    width: int
    height: int


DEFAULT_WIDTH_PX, MAX_WIDTH_PX, MIN_WIDTH_PX = 640, 1280, 320


def embed_code(
    video: Video, urls: UrlBuilder, moment: Moment | None = None, lang: str = "", title: str = ""
) -> str:
    """The HTML of a frame with a video, or a moment of it, to be copied and pasted.

    Args:
        video: what the frame shows.
        urls: builds the URL of the frame.
        moment: what it plays; None for the whole video.
        lang: of the transcript, "" for the video's own language.
        title: of the frame, for screen readers; the video's title where "".
    """
    address = urls.absolute(urls.embed(video.slug, moment, lang=lang))
    return iframe_html(address, title or video.title, frame_size(video))


def iframe_html(address: str, title: str, size: FrameSize) -> str:
    """An `<iframe>` without a border, never wider than its column.

    Args:
        address: the whole URL of the frame; all values are escaped here.
        title: of the frame, for screen readers.
        size: of the frame; sites that remove its style keep this size.
    """
    attributes = {
        "src": address,
        "width": str(size.width),
        "height": str(size.height),
        "title": title,
        "allow": IFRAME_ALLOW,
        "loading": "lazy",
        "frameborder": "0",
        "style": "border: 0; max-width: 100%",
    }
    written = " ".join(f'{name}="{escape(text)}"' for name, text in attributes.items())
    return f"<iframe {written} allowfullscreen></iframe>"


def frame_size(
    video: Video, max_width: int | None = None, max_height: int | None = None
) -> FrameSize:
    """The size of a video's frame.

    Where there is no height for the transcript, the frame keeps the shape of the picture.

    Args:
        video: what the frame shows.
        max_width: in CSS pixels; None for the default width. The frame is never wider than MAX_WIDTH_PX.
        max_height: in CSS pixels; None for as much as the frame needs.
    """
    width = min(max_width or DEFAULT_WIDTH_PX, MAX_WIDTH_PX)
    height = min(_natural_height(video, width), max_height or _MAX_HEIGHT_PX)
    if height < MIN_STACKED_HEIGHT_PX and width < MIN_SIDE_BY_SIDE_WIDTH_PX and video.source:
        width = min(width, max(MIN_WIDTH_PX, (height - _BAR_HEIGHT_PX) * 16 // 9))
    return FrameSize(width, height)


def _natural_height(video: Video, width: int) -> int:
    """The height in CSS pixels that a frame of that width needs."""
    picture = width * 9 // 16
    if video.source is None:
        return _MAX_HEIGHT_PX
    if not video.speech_tracks:
        return picture + _BAR_HEIGHT_PX
    if width >= MIN_SIDE_BY_SIDE_WIDTH_PX:
        return picture
    return min(
        max(picture + _BAR_HEIGHT_PX + _TRANSCRIPT_HEIGHT_PX, MIN_STACKED_HEIGHT_PX), _MAX_HEIGHT_PX
    )
