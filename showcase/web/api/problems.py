"""Errors for programs: problem details (RFC 9457), each with a sentence that says what to do."""

from http import HTTPStatus
from typing import NoReturn

from flask import Response, abort, g
from werkzeug.exceptions import HTTPException

from showcase.web.api.json_schema import encode_json
from showcase.web.api.schemas import Problem
from showcase.web.context.request import url_builder
from showcase.web.http.headers import allow_cross_origin
from showcase.web.http.media_types import PROBLEM_TYPE

# Below these addresses programs ask, so errors are told to programs.
_API_PREFIXES = ("/api/", "/iiif/")

_NOT_FOUND_DETAIL = "There is nothing at this address: {openapi} says what can be asked."
_METHOD_NOT_ALLOWED_DETAIL = "This can only be read: ask with GET or HEAD."
_BAD_REQUEST_DETAIL = "The request could not be read: {openapi} says what can be asked."
_SERVER_ERROR_DETAIL = "Something broke here, and it was written down: ask again in a minute."
_DETAILS_BY_STATUS = {404: _NOT_FOUND_DETAIL, 405: _METHOD_NOT_ALLOWED_DETAIL}


def is_api_path(path: str) -> bool:
    """Is an address below those that programs ask?"""
    return path.startswith(_API_PREFIXES)


def problem_response(code: int, detail: str) -> Response:
    """An error with its sentence."""
    allow_cross_origin()
    g.pop("page_tag", None)
    told = Problem("about:blank", HTTPStatus(code).phrase, code, detail)
    return Response(encode_json(told), code, content_type=PROBLEM_TYPE)


def abort_with_problem(code: int, detail: str) -> NoReturn:
    """End the request with an error."""
    abort(problem_response(code, detail))


def http_error_response(error: HTTPException) -> Response:
    """An error that no view made, with the headers it brings (`Allow` of 405)."""
    code = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    is_ours = code >= HTTPStatus.INTERNAL_SERVER_ERROR
    sentence = _DETAILS_BY_STATUS.get(
        code, _SERVER_ERROR_DETAIL if is_ours else _BAD_REQUEST_DETAIL
    )
    urls = url_builder()
    response = problem_response(
        code, sentence.format(openapi=urls.absolute(urls.api("openapi.json")))
    )
    brought = [(name, value) for name, value in error.get_headers() if name != "Content-Type"]
    response.headers.extend(brought)
    return response
