"""The refusal of caption files of a transcript without times."""

from showcase.core.catalog.models import Track
from showcase.web.http.abort import abort_with_text


def refuse_untimed(track: Track) -> None:
    """End the request for a file that is made of times where the track has none."""
    if not track.has_times:
        abort_with_text(
            404,
            "This transcript has no times, so there are no captions: ask for the .txt or the .json.",
        )
