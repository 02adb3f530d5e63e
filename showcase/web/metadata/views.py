"""What search engines, feed readers and archives read."""

from flask import Blueprint, Response, abort

from showcase.web.context.request import addresses, answer_unchanged, snapshot
from showcase.web.http.headers import share_with_all
from showcase.web.i18n.catalogs import LOCALES
from showcase.web.metadata.atom import write_feed
from showcase.web.metadata.sitemap import count_parts, write_index, write_part

_XML = "application/xml; charset=utf-8"
_ATOM = "application/atom+xml; charset=utf-8"

blueprint = Blueprint("machines", __name__)
blueprint.before_request(answer_unchanged)


@blueprint.get("/sitemap.xml")
def sitemap() -> Response:
    """All pages, or where they are listed in parts."""
    videos, to = snapshot().catalog.videos, addresses()
    parts = count_parts(videos)
    body = write_index(parts, to) if parts > 1 else write_part(videos, 1, to)
    return Response(body, content_type=_XML)


@blueprint.get("/sitemap-<int:part>.xml")
def sitemap_part(part: int) -> Response:
    """One of those parts."""
    videos = snapshot().catalog.videos
    if not 1 <= part <= count_parts(videos):
        abort(404)
    return Response(write_part(videos, part, addresses()), content_type=_XML)


@blueprint.get("/feed.xml")
def feed() -> Response:
    """The newest videos."""
    share_with_all()
    return Response(write_feed(snapshot().catalog, addresses()), content_type=_ATOM)


@blueprint.get("/robots.txt")
def robots() -> Response:
    """What crawlers may read (RFC 9309): all but searches, of which there is no end."""
    to = addresses()
    lines = (
        "User-agent: *",
        *(f"Disallow: {to.of(tag).search()}?q=" for tag in ("", *LOCALES)),
        f"Sitemap: {to.absolute(to.sitemap())}",
        "",
    )
    return Response("\n".join(lines), content_type="text/plain; charset=utf-8")
