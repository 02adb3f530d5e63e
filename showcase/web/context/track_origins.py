"""Where the words of a track come from, as its owner says: in the language of the page, and in English."""

from showcase.core.catalog.models import Track
from showcase.web.i18n.catalogs import t
from showcase.web.i18n.formatting import localized_date


def track_origin_text(track: Track) -> str:
    """Who wrote the words, and when a person corrected them; "" where nobody says.

    "Automatic captions, corrected by a person on November 27, 2026"
    """
    date = localized_date(track.corrected) if track.corrected else ""
    if track.origin == "automatic":
        return (
            t("Automatic captions, corrected by a person on %(date)s", date=date)
            if date
            else t("Automatic captions")
        )
    if track.origin == "person":
        return (
            t("Corrected by a person on %(date)s", date=date) if date else t("Written by a person")
        )
    return ""


def track_origin_in_english(track: Track) -> str:
    """The same for files, whose comments are in English; the date is ISO 8601."""
    if track.origin == "automatic":
        after = f", corrected by a person on {track.corrected}" if track.corrected else ""
        return f"Automatic captions{after}."
    if track.origin == "person":
        return (
            f"Corrected by a person on {track.corrected}."
            if track.corrected
            else "Written by a person."
        )
    return ""
