"""The tokens of an archive that looks like itself: one style sheet behind the showcase's own."""

from hashlib import sha256

from flask import Blueprint, Response, abort

from showcase.core.catalog.site_catalog import Site
from showcase.web.assets.files import apply_theme
from showcase.web.assets.minify import minify_stylesheet
from showcase.web.context.request import request_arguments, snapshot
from showcase.web.http.headers import allow_cross_origin, set_version_caching

blueprint = Blueprint("tokens", __name__)


def theme_hash(site: Site) -> str:
    """A hash of the tokens, for their address; "" where the archive has none."""
    return sha256(site.tokens.encode()).hexdigest()[:12] if site.tokens else ""


@blueprint.get("/tokens-<key>.css")
def tokens(key: str) -> Response:
    """The tokens; under the hash of others, these, to be asked for again."""
    site = snapshot().catalog.site
    if not site.tokens:
        abort(404)
    allow_cross_origin()  # a frame that its page sandboxes is a site of its own
    sheet = apply_theme(site.tokens, request_arguments().get("theme", ""))
    response = Response(minify_stylesheet(sheet), content_type="text/css; charset=utf-8")
    set_version_caching(response, is_current=key == theme_hash(site))
    return response
