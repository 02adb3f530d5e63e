"""Refusals to programs and other sites: a code and one sentence that says what to do."""

from typing import NoReturn

from flask import Response, abort, g


def refuse(code: int, sentence: str) -> NoReturn:
    """End the request with a sentence of plain text."""
    g.pop("page_tag", None)
    abort(Response(sentence + "\n", code, content_type="text/plain; charset=utf-8"))
