"""The pages that people read: the first page, a video, and the search over all videos."""

from flask import Blueprint, Response, json, render_template

from showcase.web.assets.web_manifest import build_web_manifest
from showcase.web.context.language_links import alternate_languages
from showcase.web.context.request import (
    is_static_site,
    not_modified_response,
    reader_language,
    search_parameters,
    snapshot,
    url_builder,
)
from showcase.web.context.urls import UrlBuilder
from showcase.web.context.video_lookup import follow_former_filter, requested_video
from showcase.web.http.media_types import WEB_MANIFEST_TYPE
from showcase.web.limits.admission import admit
from showcase.web.search.page import build_search_page, build_search_request
from showcase.web.search.video_list import build_video_list
from showcase.web.static_site.search_page import render_search_page
from showcase.web.video.corrections_page import build_corrections_page
from showcase.web.video.rendered_page import (
    PageResponse,
    video_response,
)

blueprint = Blueprint("pages", __name__)
blueprint.before_request(not_modified_response)


@blueprint.get("/")
def home() -> PageResponse:
    """The list of videos; where there is only one, its page."""
    catalog = snapshot().catalog
    if len(catalog.videos) == 1:
        return video_response(requested_video(catalog.videos[0].slug))
    admit("pages")
    return render_template(
        "videos.html",
        cards=build_video_list(catalog, url_builder()),
        languages=alternate_languages(UrlBuilder.home, url_builder()),
    )


@blueprint.get("/manifest.webmanifest")
def web_manifest() -> Response:
    """The web app manifest, with which a phone puts the showcase on its home screen."""
    manifest = build_web_manifest(snapshot().catalog.site, url_builder())
    return Response(json.dumps(manifest), content_type=WEB_MANIFEST_TYPE)


@blueprint.get("/videos/<slug>")
def show_video(slug: str) -> PageResponse:
    """A video with its transcript."""
    return video_response(requested_video(slug))


@blueprint.get("/videos/<slug>/corrections")
def show_corrections(slug: str) -> str:
    """What was put right in a video since it was published."""
    return render_template(
        "corrections.html",
        page=build_corrections_page(requested_video(slug), url_builder()),
        languages=alternate_languages(lambda urls: urls.corrections(slug), url_builder()),
    )


@blueprint.get("/search")
def search() -> str:
    """The search over all videos; without `?q=`, its empty form."""
    if is_static_site():
        return render_search_page(snapshot().catalog, url_builder())
    follow_former_filter()
    parameters = search_parameters()
    answer = (
        snapshot().search(build_search_request(parameters, reader_language()))
        if parameters.query
        else None
    )
    page = build_search_page(snapshot().catalog, answer, parameters, url_builder())
    return render_template("search.html", page=page)
