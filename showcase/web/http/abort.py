"""Error responses for programs and other sites: a status code and one sentence that says what to do."""

from typing import NoReturn

from flask import Response, abort, g

from showcase.web.http.media_types import PLAIN_TEXT_TYPE, content_type


def abort_with_text(code: int, sentence: str) -> NoReturn:
    """End the request with an error in plain text.

    Args:
        code: the HTTP status code.
        sentence: the whole body, without the line end.
    """
    g.pop("page_tag", None)
    abort(Response(sentence + "\n", code, content_type=content_type(PLAIN_TEXT_TYPE)))
