"""The routes for crawlers and feed readers: sitemap, feed, robots.txt."""

from flask import Blueprint, Response, abort, request

from showcase.web.context.listings import listings
from showcase.web.context.request import not_modified_response, snapshot, url_builder
from showcase.web.http.headers import allow_cross_origin
from showcase.web.http.media_types import ATOM_TYPE, PLAIN_TEXT_TYPE, XML_TYPE, content_type
from showcase.web.i18n.catalogs import offered_locales
from showcase.web.metadata.atom import write_feed
from showcase.web.metadata.sitemap import count_parts, write_sitemap_index, write_sitemap_part

blueprint = Blueprint("machines", __name__)


@blueprint.before_request
def share_feed() -> None:
    """Feed readers in browsers are other sites; what is not modified is theirs to read, too."""
    if request.endpoint == "machines.feed":
        allow_cross_origin()


blueprint.before_request(not_modified_response)


@blueprint.get("/sitemap.xml")
def sitemap() -> Response:
    """The sitemap, or the index of its parts."""
    catalog, urls = snapshot().catalog, url_builder()
    parts = count_parts(catalog, listings())
    body = (
        write_sitemap_index(parts, urls)
        if parts > 1
        else write_sitemap_part(catalog, listings(), 1, urls)
    )
    return Response(body, content_type=content_type(XML_TYPE))


@blueprint.get("/sitemap-<int:part>.xml")
def sitemap_part(part: int) -> Response:
    """One part of the sitemap, from 1."""
    catalog = snapshot().catalog
    if not 1 <= part <= count_parts(catalog, listings()):
        abort(404)
    body = write_sitemap_part(catalog, listings(), part, url_builder())
    return Response(body, content_type=content_type(XML_TYPE))


@blueprint.get("/feed.xml")
def feed() -> Response:
    """The feed of the newest videos."""
    body = write_feed(snapshot().catalog, url_builder())
    return Response(body, content_type=content_type(ATOM_TYPE))


@blueprint.get("/robots.txt")
def robots() -> Response:
    """What crawlers may read (RFC 9309): all but search results, which are endless."""
    urls = url_builder()
    lines = (
        "User-agent: *",
        *(f"Disallow: {urls.for_locale(tag).search()}?q=" for tag in ("", *offered_locales())),
        f"Sitemap: {urls.absolute(urls.sitemap())}",
        "",
    )
    return Response("\n".join(lines), content_type=content_type(PLAIN_TEXT_TYPE))
