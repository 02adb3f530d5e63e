"""A video with what a request asks of it, read from the snapshot."""

from showcase.core.videos import Video
from showcase.web.asked import Asked
from showcase.web.asking import ask
from showcase.web.current import addresses, snapshot
from showcase.web.shown import Shown, Words, choose_track


def show(video: Video, asked: Asked) -> Shown:
    """A video and its words in the language that was asked for, searched."""
    return Shown(video, _words(video, asked), asked, addresses())


def _words(video: Video, asked: Asked) -> Words | None:
    if (track := choose_track(video, asked.language)) is None:
        return None
    slug, language = video.slug, track.language
    return Words(
        transcript=snapshot().transcript(slug, language),
        passages=snapshot().passages(slug, language),
        answer=ask(snapshot().search, asked.query, video, language),
    )
