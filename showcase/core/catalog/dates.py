"""Dates of videos, which are as precise as they are known."""

from showcase.core.catalog.models import Video

_FULL_DATE_CHARS = len("2017-12-29")


def full_date(video: Video) -> str:
    """The date of a video where the day is known ("2017-12-29"), else ""."""
    return video.date if len(video.date) == _FULL_DATE_CHARS else ""
