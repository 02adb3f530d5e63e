"""The pages: a view parses what is asked, asks the snapshot, and renders."""

from flask import Blueprint, Response, g, json, render_template

from showcase.core.videos import Video
from showcase.web.addresses import Addresses
from showcase.web.asked import read_asked
from showcase.web.cards import build_cards
from showcase.web.current import (
    addresses,
    answer_unchanged,
    get_video,
    providers,
    reads,
    request_arguments,
    snapshot,
)
from showcase.web.headers import is_unchanged, page_tag
from showcase.web.keys import key_groups
from showcase.web.locale_links import alternates
from showcase.web.locales import locale
from showcase.web.search_page import build_question, build_search_page
from showcase.web.share import share_asked, today, words_asked
from showcase.web.showing import show
from showcase.web.shown import Shown
from showcase.web.video_page import build_search, build_video_page
from showcase.web.web_manifest import TYPE as MANIFEST_TYPE
from showcase.web.web_manifest import build_web_manifest

Page = str | Response

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
    """What a request asks for of a video: its page, or a piece of that; `more` is for the template."""
    asked = read_asked(request_arguments())
    shown = show(video, asked)
    if part := _PARTS.get(asked.part):
        return part(shown)
    g.source = video.source
    page = build_video_page(shown, providers())
    return (page.share and _unchanged_today()) or render_template(template, page=page, **more)


def _unchanged_today() -> Response | None:
    """304 when the browser holds a page of this day, which stands in its citations."""
    made_for = f"{locale()} {today().isoformat()}"
    g.page_tag = page_tag(snapshot().id, addresses().version, made_for)
    return Response(status=304) if is_unchanged(g.page_tag) else None


def _search_part(shown: Shown) -> Page:
    query = shown.asked.query
    return render_template("parts/search_result.html", result=build_search(shown), query=query)


def _share_part(shown: Shown) -> Page:
    return _unchanged_today() or render_template("parts/share.html", share=share_asked(shown))


def _moment_part(shown: Shown) -> Page:
    return Response(words_asked(shown), content_type="text/plain; charset=utf-8")


def _keys_part(shown: Shown) -> Page:
    groups = key_groups(player=shown.video.source is not None, words=shown.words is not None)
    return render_template("parts/keys.html", groups=groups)


# Pieces of a video's page, for the scripts that put them into it.
_PARTS = {
    "search": _search_part,
    "share": _share_part,
    "moment": _moment_part,
    "keys": _keys_part,
}
