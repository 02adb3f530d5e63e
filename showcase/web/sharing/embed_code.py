"""The code that others paste to show a video of ours in a page of theirs, and the size of its frame."""

from html import escape
from typing import NamedTuple

from showcase.core.catalog.models import Video
from showcase.core.timing.moments import Moment
from showcase.web.context.urls import Addresses

# What a frame of another site may do is what the page around it lets it: play when it is pressed (so may the
# provider's frame within it), fill the screen, copy a link.
ALLOW = "autoplay; clipboard-write; encrypted-media; fullscreen; picture-in-picture"
# From this width on the words stand beside the video, and the frame has the shape of a picture. Below it they
# stand under the video, in a frame of at least this height; in a lower one the video is alone. The same
# numbers, in em, stand in static/css/frame.css.
BESIDE, BELOW = 800, 512
# What stands under the picture: the bar with the time. What height words get, and a frame at most.
_BAR_HEIGHT = 52
_WORDS_HEIGHT = 400
_HEIGHT_MOST = 720


class Size(NamedTuple):
    """Width and height in CSS pixels."""

    width: int
    height: int


USUAL_WIDTH, WIDTH_MOST, WIDTH_LEAST = 640, 1280, 320


def embed_code(
    video: Video, to: Addresses, moment: Moment | None = None, lang: str = "", title: str = ""
) -> str:
    """The HTML of a frame with a video, or a moment of it: to be shown, copied and pasted.

    Args:
        video: what it plays.
        to: makes its address, for other sites.
        moment: where it starts; None for the beginning.
        lang: of the words, "" for the video's own.
        title: what the frame is called for those who do not see it; the video's title when "".
    """
    address = to.absolute(to.embed(video.slug, moment, lang=lang))
    return frame_code(address, title or video.title, frame_size(video))


def frame_code(address: str, title: str, size: Size) -> str:
    """An `<iframe>`, never wider than its column; without its style it keeps its size and no border."""
    attributes = {
        "src": address,
        "width": str(size.width),
        "height": str(size.height),
        "title": title,
        "allow": ALLOW,
        "loading": "lazy",
        "frameborder": "0",
        "style": "border: 0; max-width: 100%",
    }
    written = " ".join(f'{name}="{escape(text)}"' for name, text in attributes.items())
    return f"<iframe {written} allowfullscreen></iframe>"


def frame_size(video: Video, widest: int | None = None, highest: int | None = None) -> Size:
    """The size of a video's frame within what a page has room for; None is as much as it needs.

    Where there is no height for the words, the frame keeps the shape of the picture.
    """
    width = min(widest or USUAL_WIDTH, WIDTH_MOST)
    height = min(_height(video, width), highest or _HEIGHT_MOST)
    if height < BELOW and width < BESIDE and video.source:
        width = min(width, max(WIDTH_LEAST, (height - _BAR_HEIGHT) * 16 // 9))
    return Size(width, height)


def _height(video: Video, width: int) -> int:
    """What a frame of that width needs."""
    picture = width * 9 // 16
    if video.source is None:
        return _HEIGHT_MOST
    if not video.speech:
        return picture + _BAR_HEIGHT
    if width >= BESIDE:
        return picture
    return min(max(picture + _BAR_HEIGHT + _WORDS_HEIGHT, BELOW), _HEIGHT_MOST)
