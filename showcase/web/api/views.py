"""The routes of the JSON API, Web Annotations and IIIF manifests, made from the table of operations."""

from collections.abc import Callable

from flask import Blueprint, Response, request

from showcase.web.api.json_schema import encode_json
from showcase.web.api.openapi import build_openapi
from showcase.web.api.operations import OPERATIONS, Operation
from showcase.web.api.problems import abort_with_problem
from showcase.web.api.query_string import InvalidQueryError, parse_query_string
from showcase.web.context.request import not_modified_response, snapshot, url_builder
from showcase.web.http.headers import allow_cross_origin
from showcase.web.http.media_types import JSON_TYPE

# The answer to a CORS preflight, by which a browser asks whether a script of another site may send headers
# of its own (Fetch, section 3.2.3).
_PREFLIGHT_HEADERS = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
    "Allow": "GET, HEAD, OPTIONS",
}

blueprint = Blueprint("api", __name__)


@blueprint.before_request
def answer_preflight() -> Response | None:
    """Answer CORS preflights: scripts of any site may read."""
    allow_cross_origin()
    return Response(status=204, headers=_PREFLIGHT_HEADERS) if request.method == "OPTIONS" else None


@blueprint.after_request
def expose_headers(response: Response) -> Response:
    """Name the headers that scripts of other sites may see (Fetch, section 3.2.3)."""
    response.headers["Access-Control-Expose-Headers"] = "ETag, Link"
    return response


@blueprint.get("/api/openapi.json")
def openapi() -> Response:
    """The OpenAPI document."""
    if unchanged := not_modified_response():
        return unchanged
    return _json_response(build_openapi(snapshot().catalog, url_builder()), JSON_TYPE)


def _build_view(operation: Operation) -> Callable[..., Response]:
    def view(**path_values: str) -> Response:
        try:
            parameters: object = parse_query_string(
                operation.parameter_type, list(request.args.items(multi=True))
            )
        except InvalidQueryError as error:
            abort_with_problem(400, str(error))
        if unchanged := not_modified_response():
            return unchanged
        return _json_response(operation.handler(parameters, **path_values), operation.media_type)

    return view


def _json_response(answer: object, media_type: str) -> Response:
    response = Response(encode_json(answer), content_type=media_type)
    for name, relation in (("previous", "prev"), ("next", "next")):
        if address := getattr(answer, name, None):
            response.headers.add("Link", f'<{address}>; rel="{relation}"')
    urls = url_builder()
    openapi_url = urls.absolute(urls.api("openapi.json"))
    response.headers.add("Link", f'<{openapi_url}>; rel="service-desc"; type="{JSON_TYPE}"')
    return response


for _each in OPERATIONS:
    blueprint.add_url_rule(
        _each.path.replace("{", "<").replace("}", ">"),
        _each.name,
        _build_view(_each),
        methods=["GET"],
    )
