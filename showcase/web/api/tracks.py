"""Cues and passages, as the API tells them."""

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import Track, Video
from showcase.core.export.json_objects import cue_object, passage_object
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.transcript import Transcript
from showcase.web.api import schemas as shapes
from showcase.web.api.pagination import cut
from showcase.web.api.parameters import CuesAsked, PassagesAsked
from showcase.web.context.urls import Addresses
from showcase.web.context.video_view import link_language

# About half an hour of speech, and 60 kB.
CUES_ON_A_PAGE = 500
PASSAGES_ON_A_PAGE = 100


def build_cues(
    video: Video, track: Track, cues: tuple[Cue, ...], asked: CuesAsked, to: Addresses
) -> shapes.CueList:
    """A page of a track."""

    def link(page: int) -> str:
        return to.absolute(to.api(f"videos/{video.slug}/cues", **_kept(asked, page)))

    page = cut(cues, CUES_ON_A_PAGE, asked.page, link)
    return shapes.CueList(
        **page.paged(),
        video=video.slug,
        kind=track.kind,
        language=track.language,
        url=to.absolute(to.track(video.slug, track)),
        cues=tuple(cue_object(cue) for cue in page.items),
    )


def build_passages(
    video: Video,
    words: Transcript,
    passages: tuple[Passage, ...],
    asked: PassagesAsked,
    to: Addresses,
) -> shapes.PassageList:
    """A page of a transcript."""
    language = link_language(video, words.language)

    def link(page: int) -> str:
        return to.absolute(to.api(f"videos/{video.slug}/passages", **_kept(asked, page)))

    def passage_link(passage: Passage) -> str:
        return to.absolute(to.passage(video.slug, passage, language))

    page = cut(passages, PASSAGES_ON_A_PAGE, asked.page, link)
    return shapes.PassageList(
        **page.paged(),
        video=video.slug,
        language=words.language,
        url=to.absolute(to.page(video.slug, lang=language)),
        passages=tuple(passage_object(video, words, each, passage_link) for each in page.items),
    )


def _kept(asked: PassagesAsked, page: int) -> dict[str, str | None]:
    """The parameters of another page of the same list."""
    kind = asked.kind if isinstance(asked, CuesAsked) and asked.kind != "speech" else None
    number = str(page) if page > 1 else None
    return {"language": asked.language, "kind": kind, "page": number}
