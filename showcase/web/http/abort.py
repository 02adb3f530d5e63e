"""Error responses for programs and other sites: a status code and one sentence that says what to do."""

from typing import NoReturn

from flask import Response, abort, g


def abort_with_text(code: int, sentence: str) -> NoReturn:
    """End the request with an error in plain text.

    Args:
        code: the HTTP status code.
        sentence: the whole body, without the line end.
    """
    g.pop("page_tag", None)
    abort(Response(sentence + "\n", code, content_type="text/plain; charset=utf-8"))
