"""Errors for programs: problem details (RFC 9457), each with a sentence that says what to do."""

from http import HTTPStatus
from typing import NoReturn

from flask import Response, abort, g
from werkzeug.exceptions import HTTPException

from showcase.web.api.json_schema import encode
from showcase.web.api.schemas import Problem
from showcase.web.context.request import addresses
from showcase.web.http.headers import share_with_all

PROBLEM_TYPE = "application/problem+json"
# Below these addresses programs ask, so errors are told to programs.
_BELOW = ("/api/", "/iiif/")

_NOTHING_HERE = "There is nothing at this address: {openapi} says what can be asked."
_ONLY_READ = "This can only be read: ask with GET or HEAD."
_NOT_UNDERSTOOD = "The request could not be read: {openapi} says what can be asked."
_OUR_FAULT = "Something broke here, and it was written down: ask again in a minute."
_SENTENCES = {404: _NOTHING_HERE, 405: _ONLY_READ}


def is_for_programs(path: str) -> bool:
    """Is an address below those that programs ask?"""
    return path.startswith(_BELOW)


def problem(code: int, detail: str) -> Response:
    """An error with its sentence."""
    share_with_all()
    g.pop("page_tag", None)
    told = Problem("about:blank", HTTPStatus(code).phrase, code, detail)
    return Response(encode(told), code, content_type=PROBLEM_TYPE)


def refuse_program(code: int, detail: str) -> NoReturn:
    """End the request with an error."""
    abort(problem(code, detail))


def http_problem(error: HTTPException) -> Response:
    """An error that no view made, with the headers it brings (`Allow` of 405)."""
    code = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    is_ours = code >= HTTPStatus.INTERNAL_SERVER_ERROR
    sentence = _SENTENCES.get(code, _OUR_FAULT if is_ours else _NOT_UNDERSTOOD)
    to = addresses()
    response = problem(code, sentence.format(openapi=to.absolute(to.api("openapi.json"))))
    brought = [(name, value) for name, value in error.get_headers() if name != "Content-Type"]
    response.headers.extend(brought)
    return response
