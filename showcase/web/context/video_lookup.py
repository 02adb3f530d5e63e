"""The one place where a request gets the video that it names, or ends: moved, withdrawn, or not there."""

from collections.abc import Callable
from typing import NoReturn
from urllib.parse import urlencode

from flask import Response, abort, current_app, g, request

from showcase.core.catalog.models import Video
from showcase.web.context.language_links import request_query
from showcase.web.context.request import snapshot, url_builder
from showcase.web.i18n.catalogs import url_locale

# A browser asks again after this time: the old address may get a video of its own.
_REDIRECT_CACHE_SECONDS = 3600


def _abort_not_found() -> NoReturn:
    abort(404)


def requested_video(
    slug: str,
    on_missing: Callable[[], NoReturn] = _abort_not_found,
    moved_path: Callable[[Video], str] | None = None,
) -> Video:
    """The video of a slug that the request names.

    Where it had that slug before, the request ends with 308 to the same address with its slug of now, so that
    every link to it lasts; where it was withdrawn, with 410, which error_pages.py puts into words.

    Args:
        slug: any text.
        on_missing: ends the request where there is no such video, or its time has not come.
        moved_path: the path, with query, that leads to a video under its new slug; None for the address of
            the request with that slug.
    """
    video = snapshot().catalog.find(slug)
    if video is None:
        _end_without_video(slug, on_missing, moved_path)
    g.noindex = not video.visibility.is_indexable
    return video


def _end_without_video(
    slug: str,
    on_missing: Callable[[], NoReturn],
    moved_path: Callable[[Video], str] | None,
) -> NoReturn:
    catalog = snapshot().catalog
    moved = catalog.find_former(slug)
    if moved is None and slug in catalog.withdrawn:
        abort(410)
    if moved is None:
        on_missing()
    abort(redirect_response(moved_path(moved) if moved_path else _path_with_slug(moved.slug)))


def follow_former_filter() -> None:
    """End a search in a video under its former slug (`?video=`) with 308 to that under its slug of now."""
    moved = snapshot().catalog.find_former(request.args.get("video", ""))
    if moved is not None:
        pairs = request.args.items(multi=True)
        asked = urlencode([(n, moved.slug if n == "video" else value) for n, value in pairs])
        abort(redirect_response(f"{url_builder().root}{request.path}?{asked}"))


def redirect_response(path: str) -> Response:
    """308 to a path with its query (RFC 9110, section 15.4.9)."""
    g.pop("page_tag", None)
    response = Response(status=308, headers={"Location": path})
    response.cache_control.max_age = _REDIRECT_CACHE_SECONDS
    return response


def _path_with_slug(slug: str) -> str:
    """The address of the request with another slug; its language and its query stay."""
    locale = {"locale": url_locale()} if url_locale() else {}
    values = {**(request.view_args or {}), **locale, "slug": slug}
    path = current_app.url_map.bind("").build(request.endpoint or "", values)
    return url_builder().root + path + request_query()
