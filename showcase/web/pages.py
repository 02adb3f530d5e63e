"""The pages: a view parses what is asked, asks the snapshot, and renders."""

from flask import Blueprint, g, render_template

from showcase.core.videos import Video
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
from showcase.web.search_page import build_question, build_search_page
from showcase.web.showing import show
from showcase.web.video_page import build_search, build_video_page

blueprint = Blueprint("pages", __name__)
blueprint.before_request(answer_unchanged)


@blueprint.get("/")
def home() -> str:
    """The video itself if there is one, else all of them."""
    catalog = snapshot().catalog
    if len(catalog.videos) == 1:
        return _show(catalog.videos[0])
    return render_template("videos.html", cards=build_cards(catalog, addresses()))


@blueprint.get("/videos/<slug>")
def show_video(slug: str) -> str:
    """A video with its words."""
    return _show(get_video(slug))


@blueprint.get("/search")
def search() -> str:
    """The words of all videos."""
    asked = read_asked(request_arguments())
    answer = snapshot().search(build_question(asked, reads())) if asked.query else None
    page = build_search_page(snapshot().catalog, answer, asked, addresses())
    return render_template("search.html", page=page)


def _show(video: Video) -> str:
    asked = read_asked(request_arguments())
    shown = show(video, asked)
    if asked.part == "search":
        result = build_search(shown)
        return render_template("parts/search_result.html", result=result, query=asked.query)
    g.source = video.source
    page = build_video_page(shown, providers())
    return render_template("video.html", page=page)
