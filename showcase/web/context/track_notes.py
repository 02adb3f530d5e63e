"""What readers of a track must know: its note in video.toml, and where its times are from."""

from showcase.core.catalog.localized import LocalizedText, LocalizedVideo
from showcase.core.catalog.models import Track
from showcase.web.i18n.catalogs import locale, t


def track_note(texts: LocalizedVideo, track: Track) -> LocalizedText:
    """The note of a track; for one without times of its own, also that they are estimated, or missing.

    Args:
        texts: of the video, for the readers of the page.
        track: of the video.
    """
    note = texts.note(track)
    if track.timing == "exact":
        return note
    sentence = (
        t(
            "This transcript came without times: they are estimated from the length of the recording."
        )
        if track.has_times
        else t(
            "This transcript came without times: it can be read and searched, but not played line by line."
        )
    )
    return LocalizedText(f"{sentence} {note}".strip(), locale())
