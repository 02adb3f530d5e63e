"""What readers of a track must know: its note in video.toml, and where its words and times are from."""

from showcase.core.catalog.localized import LocalizedText, LocalizedVideo
from showcase.core.catalog.models import Track
from showcase.web.context.track_origins import track_origin_text
from showcase.web.i18n.catalogs import locale, t
from showcase.web.i18n.formatting import join_sentences


def track_note(texts: LocalizedVideo, track: Track) -> LocalizedText:
    """The note of a track, after who wrote it and whether its times are estimated, or missing.

    Args:
        texts: of the video, for the readers of the page.
        track: of the video.
    """
    note = texts.note(track)
    facts = join_sentences([track_origin_text(track)])
    sentences = [facts, _timing_sentence(track)]
    if not any(sentences):
        return note
    return LocalizedText(" ".join(filter(None, [*sentences, str(note)])), locale())


def _timing_sentence(track: Track) -> str:
    """Where the times are from; "" where the file has its own."""
    if track.timing == "exact":
        return ""
    return (
        t(
            "This transcript came without times: they are estimated from the length of the recording."
        )
        if track.has_times
        else t(
            "This transcript came without times: it can be read and searched, but not played line by line."
        )
    )
