"""The pages: a view parses what is asked, asks the snapshot, and renders."""

from typing import TYPE_CHECKING, NamedTuple

from flask import Blueprint, Response, current_app, g, json, render_template

from showcase.core.catalog.models import Video
from showcase.web.assets.web_manifest import TYPE as MANIFEST_TYPE
from showcase.web.assets.web_manifest import build_web_manifest
from showcase.web.context.language_links import alternates
from showcase.web.context.query import Asked, read_asked
from showcase.web.context.request import (
    addresses,
    answer_unchanged,
    get_video,
    providers,
    reads,
    request_arguments,
    snapshot,
)
from showcase.web.context.urls import Addresses
from showcase.web.context.video_view import Shown
from showcase.web.context.view_loader import show
from showcase.web.http.compression import Packings
from showcase.web.http.headers import KeptResponse, is_unchanged, page_tag
from showcase.web.i18n.catalogs import locale
from showcase.web.search.page import build_question, build_search_page
from showcase.web.search.video_list import build_cards
from showcase.web.sharing.panel import share_asked, today, words_asked
from showcase.web.video.page import build_search, build_video_page
from showcase.web.video.shortcuts import key_groups

if TYPE_CHECKING:
    from showcase.store.lru_cache import Recent

Page = str | Response
_HTML = "text/html; charset=utf-8"
# Bytes of pages that are kept, with their packings. A page of three minutes has 40,000, of two hours 600,000.
PAGES_HELD = 32_000_000
# What the key, the tag and the places of one that is kept take besides.
_ENTRY = 1_000

blueprint = Blueprint("pages", __name__)
blueprint.before_request(answer_unchanged)


@blueprint.get("/")
def home() -> Page:
    """The video itself if there is one, else all of them."""
    catalog = snapshot().catalog
    if len(catalog.videos) == 1:
        return answer_video(catalog.videos[0])
    return render_template(
        "videos.html",
        cards=build_cards(catalog, addresses()),
        languages=alternates(Addresses.home, addresses()),
    )


@blueprint.get("/manifest.webmanifest")
def web_manifest() -> Response:
    """What a phone reads to put the showcase on its home screen."""
    manifest = build_web_manifest(snapshot().catalog.site, addresses())
    return Response(json.dumps(manifest), content_type=MANIFEST_TYPE)


@blueprint.get("/videos/<slug>")
def show_video(slug: str) -> Page:
    """A video with its words."""
    return answer_video(get_video(slug))


@blueprint.get("/search")
def search() -> str:
    """The words of all videos."""
    asked = read_asked(request_arguments())
    answer = snapshot().search(build_question(asked, reads())) if asked.query else None
    page = build_search_page(snapshot().catalog, answer, asked, addresses())
    return render_template("search.html", page=page)


def answer_video(video: Video, template: str = "video.html", **more: object) -> Page:
    """What a request asks for of a video: its page, or a piece of that; `more` is for the template.

    It is made from what its tag tells and the day, and from nothing else: those made last are kept.
    """
    held: Recent[Made] = current_app.extensions["pages"]
    made = held.get(
        (g.page_tag, today()), lambda: _weighed(_make(show(video, _asked()), template, more))
    )
    g.source = video.source
    g.page_tag = made.tag
    if is_unchanged(made.tag):
        return Response(status=304)
    return KeptResponse(made.packings, made.type)


class Made(NamedTuple):
    """A page or a piece of one, its media type, and its tag."""

    packings: Packings
    type: str
    tag: str

    @property
    def weight(self) -> int:
        """About how much holding it costs, in bytes: an empty answer is not held for nothing."""
        return 2 * len(self.packings.body) + _ENTRY


def _made(body: str, media_type: str, tag: str) -> Made:
    return Made(Packings(body.encode()), media_type, tag)


def _weighed(made: Made) -> tuple[Made, int]:
    return made, made.weight


def _asked() -> Asked:
    return read_asked(request_arguments())


def _make(shown: Shown, template: str, more: dict[str, object]) -> Made:
    if part := _PARTS.get(shown.asked.part):
        return part(shown)
    page = build_video_page(shown, providers())
    body = render_template(template, page=page, **more)
    return _made(body, _HTML, _tag_of_today() if page.share else g.page_tag)


def _tag_of_today() -> str:
    """The tag of what is made on a day, which stands in its citations."""
    return page_tag(snapshot().id, addresses().version, f"{locale()} {today().isoformat()}")


def _search_part(shown: Shown) -> Made:
    query = shown.asked.query
    body = render_template("parts/search_result.html", result=build_search(shown), query=query)
    return _made(body, _HTML, g.page_tag)


def _share_part(shown: Shown) -> Made:
    body = render_template("parts/share.html", share=share_asked(shown))
    return _made(body, _HTML, _tag_of_today())


def _moment_part(shown: Shown) -> Made:
    return _made(words_asked(shown), "text/plain; charset=utf-8", g.page_tag)


def _keys_part(shown: Shown) -> Made:
    groups = key_groups(player=shown.video.source is not None, words=shown.words is not None)
    return _made(render_template("parts/keys.html", groups=groups), _HTML, g.page_tag)


# Pieces of a video's page, for the scripts that put them into it.
_PARTS = {
    "search": _search_part,
    "share": _share_part,
    "moment": _moment_part,
    "keys": _keys_part,
}
