"""The routes of an archive's own pictures; neutral ones in its colors where its owner has put none."""

from pathlib import Path

from flask import Blueprint, Response, abort, request

from showcase.core.branding.brand import ICON_WIDTHS, MASKABLE_ICON, NEUTRAL_LOGO
from showcase.core.branding.drawings import Picture, draw_corner, draw_icon, draw_mark
from showcase.core.branding.name_posters import draw_poster
from showcase.core.branding.site_pictures import SitePicture
from showcase.core.catalog.site_pages import PAGES_FOLDER
from showcase.store.branding.rasterizer import rasterize
from showcase.store.branding.token_sheet import palette_of, sun_place_of
from showcase.store.lru_cache import LruCache
from showcase.web.context.request import snapshot, url_builder
from showcase.web.context.site_brand import find_brand_picture
from showcase.web.http.file_slice import file_response
from showcase.web.http.headers import allow_cross_origin, set_version_caching
from showcase.web.http.media_types import PNG_TYPE, SVG_TYPE, content_type

# Some archives' icons; a process serves one archive.
_icons = LruCache[bytes](64)

blueprint = Blueprint("branding", __name__)


@blueprint.get("/brand/<key>/<name>")
def brand_file(key: str, name: str) -> Response:
    """A picture of the whole archive; under the key of others, this one, to be asked for again."""
    allow_cross_origin()
    response = _brand_response(name) or abort(404)
    set_version_caching(response, is_current=key == url_builder().brand.key)
    return response


@blueprint.get("/brand/<key>/posters/<slug>.svg")
def drawn_poster(key: str, slug: str) -> Response:
    """The poster of a video without one; for any name, so that it does not tell which videos there are."""
    allow_cross_origin()
    tokens = snapshot().catalog.site.tokens
    svg = draw_poster(slug, palette_of(tokens), sun_place_of(tokens))
    response = _svg_response(svg)
    set_version_caching(response, is_current=key == url_builder().brand.key)
    return response


@blueprint.get(f"/{PAGES_FOLDER}/<name>")
def page_picture(name: str) -> Response:
    """A picture in a page that the owner wrote; only those that the catalog names are looked up."""
    path = f"{PAGES_FOLDER}/{name}"
    picture = snapshot().catalog.site.files.get(path) or abort(404)
    response = _file_response(snapshot().site_file(path), picture) or abort(404)
    response.add_etag()
    response.cache_control.no_cache = True
    response.make_conditional(request)
    return response


def _brand_response(name: str) -> Response | None:
    site = snapshot().catalog.site
    if name in ICON_WIDTHS:
        return Response(_icon(name), content_type=PNG_TYPE)
    if picture := find_brand_picture(site, name):
        return _file_response(snapshot().site_file(picture.name), picture)
    if name == NEUTRAL_LOGO:
        return _svg_response(draw_mark(palette_of(site.tokens)))
    return None


def _file_response(path: Path | None, picture: SitePicture) -> Response | None:
    if path is None or not path.is_file():
        return None
    if picture.type == SVG_TYPE:
        return _svg_response(path.read_text("utf-8-sig"))
    return file_response(path, picture.type)


def _svg_response(svg: str) -> Response:
    return Response(svg, content_type=content_type(SVG_TYPE))


def _icon(name: str) -> bytes:
    """An icon for home screens, drawn once."""
    return _icons.get((url_builder().brand.key, name), lambda: (_draw_icon(name), 1))


def _draw_icon(name: str) -> bytes:
    site = snapshot().catalog.site
    logo = site.pictures.logo
    path = snapshot().site_file(logo.name) if logo else None
    picture = Picture(path.read_bytes(), logo.type) if logo and path and path.is_file() else None
    corner = Picture(rasterize(draw_corner(picture), 1), PNG_TYPE) if picture else None
    maskable = name == MASKABLE_ICON
    svg = draw_icon(palette_of(site.tokens), picture, corner, maskable=maskable)
    return rasterize(svg, ICON_WIDTHS[name])
