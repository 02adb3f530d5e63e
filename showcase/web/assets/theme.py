"""The tokens of an archive that looks like itself: one style sheet behind the showcase's own."""

from hashlib import sha256

from flask import Blueprint, Response, abort

from showcase.core.catalog.models import Site
from showcase.web.assets.files import in_theme
from showcase.web.context.request import request_arguments, snapshot
from showcase.web.http.headers import keep_version, share_with_all

blueprint = Blueprint("tokens", __name__)


def tokens_key(site: Site) -> str:
    """A hash of the tokens, for their address; "" where the archive has none."""
    return sha256(site.tokens.encode()).hexdigest()[:12] if site.tokens else ""


@blueprint.get("/tokens-<key>.css")
def tokens(key: str) -> Response:
    """The tokens; under the hash of others, these, to be asked for again."""
    site = snapshot().catalog.site
    if not site.tokens:
        abort(404)
    share_with_all()  # a frame that its page sandboxes is a site of its own
    sheet = in_theme(site.tokens, request_arguments().get("theme", ""))
    response = Response(sheet, content_type="text/css; charset=utf-8")
    keep_version(response, is_current=key == tokens_key(site))
    return response
