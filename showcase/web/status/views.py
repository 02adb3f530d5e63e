"""The routes of the status page, in an app of its own: the public pages have no such address.

Behind a proxy every visitor comes from this machine, so the address of a visitor proves nothing. The page is
shown on a listener that is not the public one, or to who has the token.
"""

from pathlib import Path

from flask import Blueprint, Response, current_app, jsonify, render_template, request
from werkzeug.datastructures import WWWAuthenticate

from showcase.store.status.access_token import is_token
from showcase.store.status.summary import read_status, status_object
from showcase.web.context.urls import url_builder_for_base
from showcase.web.http.headers import DOCUMENT_HEADERS, content_security_policy
from showcase.web.http.hosts import host_name
from showcase.web.http.media_types import HTML_TYPE, PLAIN_TEXT_TYPE, content_type
from showcase.web.status.page import build_status_page

blueprint = Blueprint("status", __name__)

# The user (CGI variable REMOTE_USER) that the server names for a request at the private listener.
OWNER = "owner"
PATHS = ("/status", "/status.json")
# What this machine calls itself. A page of another site that had its own name lead here would send that name.
_LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
_OWNER_ONLY = (
    "This page is for the owner of this site. As the password, give the token that `showcase status --token` "
    "has printed; the user name may be anything.\n"
)
_NEEDS_LOCAL_NAME = "The status page answers only to the names 127.0.0.1, ::1 and localhost.\n"


@blueprint.before_request
def refuse_others() -> Response | None:
    """None for the owner; else what refuses the request."""
    if request.remote_user == OWNER:
        is_local = host_name(request.headers.get("Host", "")) in _LOCAL_HOSTS
        return None if is_local else _refusal(403, _NEEDS_LOCAL_NAME)
    if is_token(_state_folder(), _given_token()):
        return None
    response = _refusal(401, _OWNER_ONLY)
    response.www_authenticate = WWWAuthenticate("basic", {"realm": "status", "charset": "UTF-8"})
    return response


def _given_token() -> str:
    """The token of the header Authorization: a password (RFC 7617) or a bearer token (RFC 6750)."""
    given = request.authorization
    if given is None:
        return ""
    return (given.password if given.type == "basic" else given.token) or ""


def _refusal(code: int, message: str) -> Response:
    return Response(message, code, content_type=content_type(PLAIN_TEXT_TYPE))


def _state_folder() -> Path:
    folder: Path = current_app.config["STATE"]
    return folder


@blueprint.get("/")
@blueprint.get("/status")
def html() -> Response:
    """The page."""
    urls = url_builder_for_base(request.script_root, current_app.extensions["assets"].version, "")
    page = build_status_page(read_status(_state_folder()))
    body = render_template("status.html", page=page, urls=urls)
    return Response(body, content_type=content_type(HTML_TYPE))


@blueprint.get("/status.json")
def json() -> Response:
    """The same for programs; docs/reference/commands.md names the properties."""
    return jsonify(status_object(read_status(_state_folder())))


@blueprint.after_request
def keep_private(response: Response) -> Response:
    """Keep the page out of caches, frames and search engines."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers.update(DOCUMENT_HEADERS)
    policy = content_security_policy(None, current_app.extensions["providers"])
    response.headers["Content-Security-Policy"] = policy
    return response
