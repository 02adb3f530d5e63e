"""A video in a frame of another site's page, and what such a site asks before."""

from http import HTTPStatus

from flask import Blueprint, Response, g, json, make_response, render_template

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
from showcase.web.context.view_loader import build_video_view
from showcase.web.embed.oembed import (
    MaxFrameSize,
    OembedResponse,
    PageTarget,
    build_oembed,
    parse_page_url,
    parse_theme,
)
from showcase.web.http.abort import abort_with_text
from showcase.web.http.headers import allow_cross_origin, allow_framing
from showcase.web.http.media_types import JSON_TYPE, OEMBED_XML_TYPE, content_type
from showcase.web.http.xml import element, write_xml
from showcase.web.video.rendered_page import PageResponse, video_response

# What one side of a frame may be asked to be at most, in pixels: more is no size.
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
    """A video with its words and their search, made for a frame."""
    theme = parse_theme(request_arguments())
    use_frame_urls(theme)
    if (video := snapshot().catalog.find(slug)) is None:
        return _missing_page(theme)
    return video_response(video, "embed.html", theme=theme, icons=inline_icons())


def _missing_page(theme: str) -> Response:
    """A sentence that fits into any frame."""
    g.pop("page_tag", None)
    return make_response(render_template("embed_missing.html", theme=theme), HTTPStatus.NOT_FOUND)


@blueprint.get("/oembed")
def oembed() -> Response:
    """What another site is told that wants to embed a page of ours."""
    arguments = request_arguments()
    kind = arguments.get("format") or "json"
    if kind not in _RESPONSE_WRITERS:
        abort_with_text(501, "There is no such format: ask for format=json or format=xml.")
    room = MaxFrameSize(_parse_size(arguments, "maxwidth"), _parse_size(arguments, "maxheight"))
    target = _requested_target(arguments)
    if target.locale:
        use_locale(target.locale)
    view = build_video_view(_target_video(target), target.parameters)
    theme = target.theme or parse_theme(arguments)
    return _RESPONSE_WRITERS[kind](build_oembed(view, theme, room, snapshot().catalog.site))


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
    """The video that an address leads to; the first page is one where there is no other."""
    catalog = snapshot().catalog
    if target.slug is not None:
        return catalog.find(target.slug) or abort_with_text(404, "There is no such video here.")
    if len(catalog.videos) != 1:
        abort_with_text(404, "The first page lists videos: ask for the address of one of them.")
    return catalog.videos[0]


def _parse_size(arguments: dict[str, str], name: str) -> int | None:
    """How many pixels there is room for; None where nothing is said."""
    text = arguments.get(name, "")
    if not text:
        return None
    digits = text.isascii() and text.isdigit() and len(text) <= _MAX_SIZE_DIGITS
    if not digits or not int(text):
        abort_with_text(400, f"{name} takes a number of pixels, as in {name}=640.")
    return int(text)


def _json_response(answer: OembedResponse) -> Response:
    return Response(json.dumps(answer), content_type=JSON_TYPE)


def _xml_response(answer: OembedResponse) -> Response:
    root = element("oembed", children=(element(name, str(said)) for name, said in answer.items()))
    return Response(write_xml(root), content_type=content_type(OEMBED_XML_TYPE))


_RESPONSE_WRITERS = {"json": _json_response, "xml": _xml_response}
