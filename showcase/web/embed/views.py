"""The routes of embedding: a video's page for a frame of another site, and oEmbed."""

from http import HTTPStatus
from urllib.parse import urlencode

from flask import Blueprint, Response, abort, g, json, make_response, render_template, request

from showcase.core.catalog.models import Video
from showcase.web.assets.files import inline_icons
from showcase.web.context.request import (
    not_modified_response,
    request_arguments,
    snapshot,
    url_builder,
    use_frame_urls,
    use_locale,
)
from showcase.web.context.video_lookup import requested_video
from showcase.web.context.view_loader import build_video_view
from showcase.web.embed.oembed import (
    MaxFrameSize,
    OembedResponse,
    PageTarget,
    build_oembed,
    parse_page_url,
    parse_theme,
    with_slug,
)
from showcase.web.http.abort import abort_with_text
from showcase.web.http.headers import allow_cross_origin, allow_framing
from showcase.web.http.media_types import JSON_TYPE, OEMBED_XML_TYPE, content_type
from showcase.web.http.xml import element, write_xml
from showcase.web.video.rendered_page import PageResponse, video_response

# The most digits of `maxwidth=` and `maxheight=`, which are CSS pixels.
_MAX_SIZE_DIGITS = 5

blueprint = Blueprint("oembed", __name__)
frame_blueprint = Blueprint("embeds", __name__)


@frame_blueprint.before_request
def allow_embedding() -> None:
    """Any site may show the frame; in a sandbox, the frame asks for its own parts as a stranger."""
    allow_framing()
    allow_cross_origin()


# After what a 304 has in common with the page.
blueprint.before_request(allow_cross_origin)
blueprint.before_request(not_modified_response)
frame_blueprint.before_request(not_modified_response)


@frame_blueprint.get("/embed/<slug>")
def embed(slug: str) -> PageResponse:
    """A video with its transcript and search, for a frame of another site."""
    theme = parse_theme(request_arguments())
    use_frame_urls(theme)
    video = requested_video(slug, lambda: abort(_missing_page(theme)))
    return video_response(video, "embed.html", theme=theme, icons=inline_icons())


def _missing_page(theme: str) -> Response:
    """The page for a slug that does not exist: a sentence that fits into any frame."""
    g.pop("page_tag", None)
    return make_response(
        render_template("embed_missing.html", theme=theme, message=None), HTTPStatus.NOT_FOUND
    )


@blueprint.get("/oembed")
def oembed() -> Response:
    """The oEmbed answer about one of our pages, as JSON or XML."""
    arguments = request_arguments()
    response_format = arguments.get("format") or "json"
    if response_format not in _RESPONSE_WRITERS:
        abort_with_text(501, "There is no such format: ask for format=json or format=xml.")
    max_size = MaxFrameSize(_parse_size(arguments, "maxwidth"), _parse_size(arguments, "maxheight"))
    target = _requested_target(arguments)
    if target.locale:
        use_locale(target.locale)
    view = build_video_view(_target_video(target), target.parameters)
    theme = target.theme or parse_theme(arguments)
    response = build_oembed(view, theme, max_size, snapshot().catalog.site)
    return _RESPONSE_WRITERS[response_format](response)


def _requested_target(arguments: dict[str, str]) -> PageTarget:
    if not (url := arguments.get("url", "")):
        abort_with_text(
            400, "Say which page is to be embedded: url=, with its address percent-encoded."
        )
    urls = url_builder()
    return parse_page_url(url, urls.absolute(urls.home())) or abort_with_text(
        404, f"That is no address of a video here: they begin with {urls.absolute(urls.video(''))}"
    )


def _target_video(target: PageTarget) -> Video:
    """The video of a URL; the home page is a video's page if there is only one video."""
    catalog = snapshot().catalog
    if target.slug is not None:
        return requested_video(
            target.slug,
            lambda: abort_with_text(404, "There is no such video here."),
            _path_about,
        )
    if len(catalog.videos) != 1:
        abort_with_text(404, "The first page lists videos: ask for the address of one of them.")
    return requested_video(catalog.videos[0].slug)


def _path_about(moved: Video) -> str:
    """The address of the request with the new slug of a video in the address that it asks about."""
    arguments = request_arguments()
    asked = arguments | {"url": with_slug(arguments["url"], moved.slug)}
    return f"{url_builder().root}{request.path}?{urlencode(asked)}"


def _parse_size(arguments: dict[str, str], name: str) -> int | None:
    """A size in CSS pixels; None if the query string has none. Anything else ends the request with 400."""
    text = arguments.get(name, "")
    if not text:
        return None
    is_number = text.isascii() and text.isdigit() and len(text) <= _MAX_SIZE_DIGITS
    if not is_number or not int(text):
        abort_with_text(400, f"{name} takes a number of pixels, as in {name}=640.")
    return int(text)


def _json_response(response: OembedResponse) -> Response:
    return Response(json.dumps(response), content_type=JSON_TYPE)


def _xml_response(response: OembedResponse) -> Response:
    fields = (element(name, str(value)) for name, value in response.items())
    root = element("oembed", children=fields)
    return Response(write_xml(root), content_type=content_type(OEMBED_XML_TYPE))


_RESPONSE_WRITERS = {"json": _json_response, "xml": _xml_response}
