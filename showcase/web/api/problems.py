"""Errors of the API: problem details (RFC 9457), each with a sentence that says what to do."""

from http import HTTPStatus
from typing import NoReturn

from flask import Response, abort, g
from werkzeug.exceptions import HTTPException

from showcase.web.api.json_schema import encode_json
from showcase.web.api.schemas import Problem
from showcase.web.context.request import url_builder
from showcase.web.http.headers import allow_cross_origin
from showcase.web.http.media_types import PROBLEM_TYPE

# Errors below these addresses are JSON.
_API_PREFIXES = ("/api/", "/iiif/")

_NOT_FOUND_DETAIL = "There is nothing at this address: {openapi} says what can be asked."
_METHOD_NOT_ALLOWED_DETAIL = "This can only be read: ask with GET or HEAD."
_BAD_REQUEST_DETAIL = "The request could not be read: {openapi} says what can be asked."
_SERVER_ERROR_DETAIL = "Something broke here, and it was written down: ask again in a minute."
_DETAILS_BY_STATUS = {404: _NOT_FOUND_DETAIL, 405: _METHOD_NOT_ALLOWED_DETAIL}


def is_api_path(path: str) -> bool:
    """True for the path of an address that programs use, whose errors are JSON."""
    return path.startswith(_API_PREFIXES)


def problem_response(code: int, detail: str) -> Response:
    """A response with an error.

    Args:
        code: the HTTP status.
        detail: what is wrong and what to do, in English.
    """
    allow_cross_origin()
    g.pop("page_tag", None)
    problem = Problem("about:blank", HTTPStatus(code).phrase, code, detail)
    return Response(encode_json(problem), code, content_type=PROBLEM_TYPE)


def abort_with_problem(code: int, detail: str) -> NoReturn:
    """End the request with problem_response."""
    abort(problem_response(code, detail))


def http_error_response(error: HTTPException) -> Response:
    """The response to an error that Flask raised, with the headers of the error (`Allow` of a 405)."""
    code = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    is_server_error = code >= HTTPStatus.INTERNAL_SERVER_ERROR
    sentence = _DETAILS_BY_STATUS.get(
        code, _SERVER_ERROR_DETAIL if is_server_error else _BAD_REQUEST_DETAIL
    )
    urls = url_builder()
    response = problem_response(
        code, sentence.format(openapi=urls.absolute(urls.api("openapi.json")))
    )
    headers = [(name, value) for name, value in error.get_headers() if name != "Content-Type"]
    response.headers.extend(headers)
    return response
