"""The sentence on a video's page about the moment that its address asks for."""

from dataclasses import dataclass

from showcase.core.catalog.models import Video
from showcase.core.timing.moments import Moment
from showcase.web.context.query import QueryParameters
from showcase.web.i18n.catalogs import t
from showcase.web.i18n.formatting import localized_clock


@dataclass(frozen=True, slots=True)
class MomentNotice:
    """The sentence, and a link to the words of the moment.

    Attributes:
        text: "The video starts at 1:52.", or why the time cannot be used.
        href: the passage of the moment, "" if there is none.
    """

    text: str
    href: str


def moment_notice_text(video: Video, parameters: QueryParameters, moment: Moment | None) -> str:
    """What happens with the time that the address asks for; "" if it asks for none.

    Args:
        video: that the page shows.
        parameters: of the address, with the time as it was asked for.
        moment: the moment of the video that was understood, None if the time is not one.
    """
    if moment:
        return _start_text(moment, playable=video.source is not None)
    if parameters.moment:
        return t(
            "This link asks for %(start)s, but the video ends at %(end)s.",
            start=localized_clock(parameters.moment.start_ms), end=localized_clock(video.duration_ms),
        )  # fmt: skip
    if parameters.time_text:
        return t(
            "This link asks for “%(time)s”, which is not a time in the video.",
            time=parameters.time_text,
        )
    return ""


def replaced_notice_text() -> str:
    """That a time may be one of another recording, which was here before."""
    return t(
        "This link may have been made for another recording, which was here before. So this one starts at "
        "its beginning."
    )


def _start_text(moment: Moment, *, playable: bool) -> str:
    start = localized_clock(moment.start_ms)
    if moment.end_ms is None:
        if playable:
            return t("The video starts at %(start)s.", start=start)
        return t("This link leads to %(start)s.", start=start)
    end = localized_clock(moment.end_ms)
    if not playable:
        return t("This link leads to %(start)s to %(end)s.", start=start, end=end)
    return t("The video starts at %(start)s and stops at %(end)s.", start=start, end=end)
