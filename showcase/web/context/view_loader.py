"""A video with what a request asks of it, read from the snapshot."""

from dataclasses import replace

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import Video
from showcase.web.context.query import Asked
from showcase.web.context.request import addresses, snapshot
from showcase.web.context.video_search import ask
from showcase.web.context.video_view import Shown, Words, asked_language, beside_track, choose_track
from showcase.web.i18n.catalogs import asked_locale


def show(video: Video, asked: Asked) -> Shown:
    """A video and its words in the language that was asked for, searched."""
    reader = asked_locale()
    words = _words(video, asked, asked_language(video, asked, reader))
    shown = Shown(video, words, asked, addresses(), reader)
    return shown if shown.to.framed else _with_beside(shown)


def _with_beside(shown: Shown) -> Shown:
    """With the second language that was asked for, which links in the page keep."""
    track = beside_track(shown.video, shown.language, shown.asked.beside)
    if track is None:
        return shown
    other = snapshot().transcript(shown.video.slug, track.language)
    return replace(shown, beside=other, to=replace(shown.to, beside=track.language))


def _words(video: Video, asked: Asked, language: str) -> Words | None:
    if (track := choose_track(video, language)) is None:
        return None
    slug, language = video.slug, track.language
    return Words(
        transcript=snapshot().transcript(slug, language),
        passages=snapshot().passages(slug, language),
        answer=ask(snapshot().search, asked.query, video, language),
        descriptions=_descriptions(video, language),
    )


def _descriptions(video: Video, language: str) -> tuple[Cue, ...]:
    """What is seen, told in that language; none where there is no such track."""
    kinds = {(track.kind, track.language) for track in video.tracks}
    if ("descriptions", language) not in kinds:
        return ()
    return snapshot().cues(video.slug, "descriptions", language)
