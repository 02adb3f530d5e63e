"""The code that others paste to show a video of ours in a page of theirs, and the size of its frame."""

from html import escape
from typing import NamedTuple

from showcase.core.catalog.models import Video
from showcase.core.timing.moments import Moment
from showcase.web.context.urls import UrlBuilder

# What a frame of another site may do is what the page around it lets it: play when it is pressed (so may the
# provider's frame within it), fill the screen, copy a link.
IFRAME_ALLOW = "autoplay; clipboard-write; encrypted-media; fullscreen; picture-in-picture"
# From this width on the words stand beside the video, and the frame has the shape of a picture. Below it they
# stand under the video, in a frame of at least this height; in a lower one the video is alone. The same
# numbers, in em, stand in static/css/frame.css.
MIN_SIDE_BY_SIDE_WIDTH_PX, MIN_STACKED_HEIGHT_PX = 800, 512
# What stands under the picture: the bar with the time. What height words get, and a frame at most.
_BAR_HEIGHT_PX = 52
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
    """The HTML of a frame with a video, or a moment of it: to be shown, copied and pasted.

    Args:
        video: what it plays.
        urls: makes its address, for other sites.
        moment: where it starts; None for the beginning.
        lang: of the words, "" for the video's own.
        title: what the frame is called for those who do not see it; the video's title when "".
    """
    address = urls.absolute(urls.embed(video.slug, moment, lang=lang))
    return iframe_html(address, title or video.title, frame_size(video))


def iframe_html(address: str, title: str, size: FrameSize) -> str:
    """An `<iframe>`, never wider than its column; without its style it keeps its size and no border."""
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
    """The size of a video's frame within what a page has room for; None is as much as it needs.

    Where there is no height for the words, the frame keeps the shape of the picture.
    """
    width = min(max_width or DEFAULT_WIDTH_PX, MAX_WIDTH_PX)
    height = min(_natural_height(video, width), max_height or _MAX_HEIGHT_PX)
    if height < MIN_STACKED_HEIGHT_PX and width < MIN_SIDE_BY_SIDE_WIDTH_PX and video.source:
        width = min(width, max(MIN_WIDTH_PX, (height - _BAR_HEIGHT_PX) * 16 // 9))
    return FrameSize(width, height)


def _natural_height(video: Video, width: int) -> int:
    """What a frame of that width needs."""
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
