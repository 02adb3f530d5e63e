"""Refusals to programs and other sites: a code and one sentence that says what to do."""

from typing import NoReturn

from flask import Response, abort, g

from showcase.web.http.media_types import PLAIN_TEXT_TYPE, content_type


def abort_with_text(code: int, sentence: str) -> NoReturn:
    """End the request with a sentence of plain text."""
    g.pop("page_tag", None)
    abort(Response(sentence + "\n", code, content_type=content_type(PLAIN_TEXT_TYPE)))
