"""The sentence about the moment that a link leads to."""

from dataclasses import dataclass

from showcase.core.moments import Moment
from showcase.core.timecodes import format_clock
from showcase.core.videos import Video
from showcase.web.asked import Asked


@dataclass(frozen=True, slots=True)
class Linked:
    """What is said of the moment that was asked for.

    Attributes:
        text: "The video starts at 1:52.", or why a time could not be used.
        href: where its words stand, "" when they could not be found.
    """

    text: str
    href: str


def linked_sentence(video: Video, asked: Asked, moment: Moment | None) -> str:
    """What becomes of the time that was asked for; "" when none was. `moment` is what can be used of it."""
    if moment:
        return _usable(moment, playable=video.source is not None)
    if asked.moment:
        start, ends = format_clock(asked.moment.start_ms), format_clock(video.duration_ms)
        return f"This link asks for {start}, but the video ends at {ends}."
    if asked.time_text:
        return f"This link asks for “{asked.time_text}”, which is no time in the video."
    return ""


def _usable(moment: Moment, *, playable: bool) -> str:
    start = format_clock(moment.start_ms)
    if moment.end_ms is None:
        return f"The video starts at {start}." if playable else f"This link leads to {start}."
    end = format_clock(moment.end_ms)
    if not playable:
        return f"This link leads to {start} to {end}."
    return f"The video starts at {start} and stops at {end}."
