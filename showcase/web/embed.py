"""The code that others paste to show a video of ours in a page of theirs, and the size of its frame."""

from html import escape
from typing import NamedTuple

from showcase.core.moments import Moment
from showcase.core.videos import Video
from showcase.web.addresses import Addresses

# What a frame of another site may do is what the page around it lets it: play when it is pressed (so may the
# provider's frame within it), fill the screen, copy a link.
ALLOW = "autoplay; clipboard-write; encrypted-media; fullscreen; picture-in-picture"
# From the first width on, the words stand beside the video, and the frame has the video's shape; below, they
# stand under it, where the frame is high enough (static/css/embed.css says when).
BESIDE, BELOW = 960, 512
_WORDS_HEIGHT = 360
_HEIGHT_MOST = 720
# The line under the picture and the bar.
_BARS_HEIGHT = 80


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
    """An `<iframe>`; sites that strip styles keep its size and its missing border."""
    attributes = {
        "src": address,
        "width": str(size.width),
        "height": str(size.height),
        "title": title,
        "allow": ALLOW,
        "loading": "lazy",
        "frameborder": "0",
    }
    written = " ".join(f'{name}="{escape(text)}"' for name, text in attributes.items())
    return f"<iframe {written} allowfullscreen></iframe>"


def frame_size(video: Video, widest: int | None = None, highest: int | None = None) -> Size:
    """The size of a video's frame within what a page has room for; None is as much as it needs.

    Where there is no height for the words, the frame keeps the shape of the picture.
    """
    width = min(widest or USUAL_WIDTH, WIDTH_MOST)
    height = min(_height(video, width), highest or _HEIGHT_MOST)
    if height < BELOW and video.source:
        width = min(width, max(WIDTH_LEAST, height * 16 // 9))
    return Size(width, height)


def _height(video: Video, width: int) -> int:
    """What a frame of that width needs."""
    picture = width * 9 // 16 if video.source else 0
    if not video.speech:
        return picture + _BARS_HEIGHT
    if width >= BESIDE and video.source:
        return picture
    return min(picture + _WORDS_HEIGHT, _HEIGHT_MOST)
