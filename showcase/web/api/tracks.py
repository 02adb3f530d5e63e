"""Builds the API's lists of cues and passages."""

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import Track, Video
from showcase.core.export.json_objects import cue_object, passage_object
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.transcript import Transcript
from showcase.web.api import schemas as shapes
from showcase.web.api.pagination import paginate
from showcase.web.api.parameters import CuesParameters, PassagesParameters
from showcase.web.context.urls import UrlBuilder
from showcase.web.context.video_view import link_language, select_speech_track

# About half an hour of speech, and 60 kB.
CUES_PER_PAGE = 500
PASSAGES_PER_PAGE = 100


def build_cue_list(
    video: Video, track: Track, cues: tuple[Cue, ...], parameters: CuesParameters, urls: UrlBuilder
) -> shapes.CueList:
    """A page of the cues of a track."""

    def link(page: int) -> str:
        return urls.absolute(
            urls.api(f"videos/{video.slug}/cues", _page_parameters(parameters, page))
        )

    page = paginate(cues, CUES_PER_PAGE, parameters.page, link)
    return shapes.CueList(
        **page.pagination_fields(),
        video=video.slug,
        kind=track.kind,
        language=track.language,
        timing=track.timing,
        url=urls.absolute(urls.track(video.slug, track)),
        cues=tuple(cue_object(cue, has_times=track.has_times) for cue in page.items),
    )


def build_passage_list(
    video: Video,
    transcript: Transcript,
    passages: tuple[Passage, ...],
    parameters: PassagesParameters,
    urls: UrlBuilder,
) -> shapes.PassageList:
    """A page of the passages of a transcript."""
    language = link_language(video, transcript.language)
    track = select_speech_track(video, transcript.language)

    def link(page: int) -> str:
        return urls.absolute(
            urls.api(f"videos/{video.slug}/passages", _page_parameters(parameters, page))
        )

    def passage_link(passage: Passage) -> str:
        return urls.absolute(urls.passage(video.slug, passage, language))

    page = paginate(passages, PASSAGES_PER_PAGE, parameters.page, link)
    return shapes.PassageList(
        **page.pagination_fields(),
        video=video.slug,
        language=transcript.language,
        timing=track.timing if track else "exact",
        url=urls.absolute(urls.permalink(video.slug, lang=language)),
        passages=tuple(
            passage_object(video, transcript, each, passage_link) for each in page.items
        ),
    )


def _page_parameters(parameters: PassagesParameters, page: int) -> list[tuple[str, str]]:
    """The query parameters of another page of the same list; "" where one is left out."""
    kind = (
        parameters.kind
        if isinstance(parameters, CuesParameters) and parameters.kind != "speech"
        else ""
    )
    number = str(page) if page > 1 else ""
    return [("language", parameters.language), ("kind", kind), ("page", number)]
