"""Rendered pages of videos and parts of them, kept in memory for those who ask next."""

from typing import TYPE_CHECKING, NamedTuple

from flask import Response, current_app, g, render_template

from showcase.core.catalog.models import Video
from showcase.web.context.query import QueryParameters, parse_query_parameters
from showcase.web.context.request import (
    provider_origins,
    request_arguments,
    response_inputs,
    today,
)
from showcase.web.context.video_view import VideoView
from showcase.web.context.view_loader import build_video_view
from showcase.web.http.compression import CompressedBody
from showcase.web.http.headers import CachedResponse, is_not_modified
from showcase.web.limits.admission import admit
from showcase.web.search.in_video import build_search_result
from showcase.web.sharing.panel import moment_offsets, requested_share_panel
from showcase.web.sharing.quotation import requested_quotation
from showcase.web.static_site.share_form import empty_share_panel
from showcase.web.video.page import build_video_page
from showcase.web.video.shortcuts import shortcut_groups

if TYPE_CHECKING:
    from showcase.store.lru_cache import LruCache

PageResponse = str | Response

_HTML_TYPE = "text/html; charset=utf-8"
# Pages with their compressed forms: 40,000 bytes for a video of three minutes, 600,000 for one of two hours.
MAX_PAGE_CACHE_BYTES = 32_000_000
# Memory that an entry of the cache takes besides its page: the key and the objects around the body.
_ENTRY_OVERHEAD_BYTES = 1_000


def video_response(video: Video, template: str = "video.html", **context: object) -> PageResponse:
    """The page of a video, or the part of it that `?part=` names; 304 when the browser holds it.

    Args:
        video: the video of the page.
        template: renders the whole page; parts have their own. The path of the request decides which one.
        context: further values for `template`; they too depend on nothing but the request's inputs.
    """
    cache: LruCache[RenderedPage] = current_app.extensions["pages"]
    dated_tag = response_inputs()._replace(day=today().isoformat()).etag()
    page = cache.get(
        dated_tag,
        lambda: _with_weight(_render_admitted(video, template, context)),
    )
    g.source = video.source
    if page.is_dated:
        g.page_tag = dated_tag
    if is_not_modified(g.page_tag):
        return Response(status=304)
    return CachedResponse(page.body, page.media_type)


class RenderedPage(NamedTuple):
    """A page or a part of one; `is_dated` is True where it states the day of the visit."""

    body: CompressedBody
    media_type: str
    is_dated: bool = False

    @property
    def weight(self) -> int:
        """About how many bytes of memory it takes; an empty body takes some, too."""
        return 2 * len(self.body.plain) + _ENTRY_OVERHEAD_BYTES


def _rendered_page(body: str, media_type: str = _HTML_TYPE, *, dated: bool = False) -> RenderedPage:
    return RenderedPage(CompressedBody(body.encode()), media_type, dated)


def _render_admitted(video: Video, template: str, context: dict[str, object]) -> RenderedPage:
    """The page of this request, unless its visitor has to wait."""
    parameters = _query_parameters()
    admit("search" if parameters.query else "pages")
    return _render_video(build_video_view(video, parameters), template, context)


def _with_weight(made: RenderedPage) -> tuple[RenderedPage, int]:
    return made, made.weight


def _query_parameters() -> QueryParameters:
    return parse_query_parameters(request_arguments())


def _render_video(view: VideoView, template: str, more: dict[str, object]) -> RenderedPage:
    if part := _PART_RENDERERS.get(view.parameters.part):
        return part(view)
    page = build_video_page(view, provider_origins())
    body = render_template(template, page=page, **more)
    return _rendered_page(body, dated=page.share is not None)


def _search_part(view: VideoView) -> RenderedPage:
    query = view.parameters.query
    body = render_template(
        "parts/search_result.html", result=build_search_result(view), query=query
    )
    return _rendered_page(body)


def _hits_part(view: VideoView) -> RenderedPage:
    result = build_search_result(view)
    return _rendered_page(render_template("parts/hit_rows.html", result=result))


def _share_part(view: VideoView) -> RenderedPage:
    panel = requested_share_panel(view, requested_quotation(view)) or empty_share_panel(view)
    body = render_template("parts/share_panel.html", share=panel)
    return _rendered_page(body, dated=True)


def _moment_part(view: VideoView) -> RenderedPage:
    return _rendered_page(moment_offsets(view), "text/plain; charset=utf-8")


def _shortcuts_part(view: VideoView) -> RenderedPage:
    groups = shortcut_groups(
        player=view.video.source is not None,
        words=view.words is not None,
        lines=view.has_timed_words,
    )
    return _rendered_page(render_template("parts/shortcuts.html", groups=groups))


# Parts of a video's page by their name in `?part=`, for the scripts that put them into it.
_PART_RENDERERS = {
    "search": _search_part,
    "hits": _hits_part,
    "share": _share_part,
    "moment": _moment_part,
    "keys": _shortcuts_part,
}
