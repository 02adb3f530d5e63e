"""The sentence about the moment that a link leads to."""

from dataclasses import dataclass

from showcase.core.catalog.models import Video
from showcase.core.timing.moments import Moment
from showcase.web.context.query import Asked
from showcase.web.i18n.catalogs import t
from showcase.web.i18n.formatting import written_clock


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
        return t(
            "This link asks for %(start)s, but the video ends at %(end)s.",
            start=written_clock(asked.moment.start_ms), end=written_clock(video.duration_ms),
        )  # fmt: skip
    if asked.time_text:
        return t(
            "This link asks for “%(time)s”, which is no time in the video.", time=asked.time_text
        )
    return ""


def _usable(moment: Moment, *, playable: bool) -> str:
    start = written_clock(moment.start_ms)
    if moment.end_ms is None:
        if playable:
            return t("The video starts at %(start)s.", start=start)
        return t("This link leads to %(start)s.", start=start)
    end = written_clock(moment.end_ms)
    if not playable:
        return t("This link leads to %(start)s to %(end)s.", start=start, end=end)
    return t("The video starts at %(start)s and stops at %(end)s.", start=start, end=end)
