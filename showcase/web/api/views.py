"""The JSON API and the formats of libraries and archives: each request runs an operation of the table."""

from collections.abc import Callable

from flask import Blueprint, Response, request

from showcase.web.api.json_schema import NotUnderstoodError, encode, read_query
from showcase.web.api.openapi import build_document
from showcase.web.api.operations import JSON_TYPE, OPERATIONS, Operation
from showcase.web.api.problems import refuse_program
from showcase.web.context.request import addresses, answer_unchanged, snapshot
from showcase.web.http.headers import share_with_all

# What a browser asks before a script of another site may send headers of its own (Fetch, section 3.2.3).
_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
    "Allow": "GET, HEAD, OPTIONS",
}

blueprint = Blueprint("api", __name__)


@blueprint.before_request
def answer_preflight() -> Response | None:
    """Any site may read; what it may ask is said before."""
    share_with_all()
    return Response(status=204, headers=_PREFLIGHT) if request.method == "OPTIONS" else None


@blueprint.after_request
def let_scripts_see(response: Response) -> Response:
    """Of the headers of another site, a script sees those that are named."""
    response.headers["Access-Control-Expose-Headers"] = "ETag, Link"
    return response


@blueprint.get("/api/openapi.json")
def openapi() -> Response:
    """The description of the API."""
    if unchanged := answer_unchanged():
        return unchanged
    return _respond(build_document(snapshot().catalog, addresses()), JSON_TYPE)


def _view(operation: Operation) -> Callable[..., Response]:
    def view(**slots: str) -> Response:
        try:
            asked: object = read_query(operation.asked, list(request.args.items(multi=True)))
        except NotUnderstoodError as error:
            refuse_program(400, str(error))
        if unchanged := answer_unchanged():
            return unchanged
        return _respond(operation.answer(asked, **slots), operation.media_type)

    return view


def _respond(answer: object, media_type: str) -> Response:
    response = Response(encode(answer), content_type=media_type)
    for name, relation in (("previous", "prev"), ("next", "next")):
        if address := getattr(answer, name, None):
            response.headers.add("Link", f'<{address}>; rel="{relation}"')
    to = addresses()
    described = to.absolute(to.api("openapi.json"))
    response.headers.add("Link", f'<{described}>; rel="service-desc"; type="{JSON_TYPE}"')
    return response


for _each in OPERATIONS:
    blueprint.add_url_rule(
        _each.path.replace("{", "<").replace("}", ">"), _each.name, _view(_each), methods=["GET"]
    )
