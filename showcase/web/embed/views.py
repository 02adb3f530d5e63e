"""A video in a frame of another site's page, and what such a site asks before."""

from http import HTTPStatus

from flask import Blueprint, Response, g, json, make_response, render_template

from showcase.core.catalog.models import Video
from showcase.web.assets.files import icon_sheet
from showcase.web.context.request import (
    addresses,
    answer_unchanged,
    request_arguments,
    snapshot,
    stay_in_frame,
)
from showcase.web.context.view_loader import show
from showcase.web.embed.oembed import Answer, Linked, Room, build_oembed, read_linked, read_theme
from showcase.web.http.abort import refuse
from showcase.web.http.headers import frame_anywhere, share_with_all
from showcase.web.http.xml import element, write
from showcase.web.pages import Page, answer_video

# What one side of a frame may be asked to be at most, in pixels: more is no size.
_SIDE_DIGITS = 5

blueprint = Blueprint("oembed", __name__)
frames = Blueprint("embeds", __name__)
blueprint.before_request(answer_unchanged)
frames.before_request(answer_unchanged)


@frames.get("/embed/<slug>")
def embed(slug: str) -> Page:
    """A video with its words and their search, made for a frame."""
    theme = read_theme(request_arguments())
    stay_in_frame(theme)
    frame_anywhere()
    share_with_all()  # a frame that its page sandboxes asks for its own pieces as a stranger
    if (video := snapshot().catalog.find(slug)) is None:
        return _missing(theme)
    return answer_video(video, "embed.html", theme=theme, icons=icon_sheet())


def _missing(theme: str) -> Response:
    """A sentence that fits into any frame."""
    g.pop("page_tag", None)
    return make_response(render_template("embed_missing.html", theme=theme), HTTPStatus.NOT_FOUND)


@blueprint.get("/oembed")
def oembed() -> Response:
    """What another site is told that wants to embed a page of ours."""
    arguments = request_arguments()
    share_with_all()
    kind = arguments.get("format") or "json"
    if kind not in _WRITERS:
        refuse(501, "There is no such format: ask for format=json or format=xml.")
    room = Room(_side(arguments, "maxwidth"), _side(arguments, "maxheight"))
    linked = _linked(arguments)
    shown = show(_video(linked), linked.asked)
    theme = linked.theme or read_theme(arguments)
    return _WRITERS[kind](build_oembed(shown, theme, room, snapshot().catalog.site.name))


def _linked(arguments: dict[str, str]) -> Linked:
    if not (url := arguments.get("url", "")):
        refuse(400, "Say which page is to be embedded: url=, with its address percent-encoded.")
    to = addresses()
    return read_linked(url, to.absolute(to.home())) or refuse(
        404, f"That is no address of a video here: they begin with {to.absolute(to.video(''))}"
    )


def _video(linked: Linked) -> Video:
    """The video that an address leads to; the first page is one where there is no other."""
    catalog = snapshot().catalog
    if linked.slug is not None:
        return catalog.find(linked.slug) or refuse(404, "There is no such video here.")
    if len(catalog.videos) != 1:
        refuse(404, "The first page lists videos: ask for the address of one of them.")
    return catalog.videos[0]


def _side(arguments: dict[str, str], name: str) -> int | None:
    """How many pixels there is room for; None where nothing is said."""
    text = arguments.get(name, "")
    if not text:
        return None
    digits = text.isascii() and text.isdigit() and len(text) <= _SIDE_DIGITS
    if not digits or not int(text):
        refuse(400, f"{name} takes a number of pixels, as in {name}=640.")
    return int(text)


def _write_json(answer: Answer) -> Response:
    return Response(json.dumps(answer), content_type="application/json")


def _write_xml(answer: Answer) -> Response:
    root = element("oembed", children=(element(name, str(said)) for name, said in answer.items()))
    return Response(write(root), content_type="text/xml; charset=utf-8")


_WRITERS = {"json": _write_json, "xml": _write_xml}
