"""A part of a file as the body of a response: a server may send it by itself, without a thread that waits."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO

from flask import Response, request

_BLOCK_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class FileSlice:
    """Some bytes of an open file.

    `showcase.server` sends it beside its threads; any other server can iterate over it, in blocks.

    Attributes:
        file: open, and closed by `close`.
        start: the first byte.
        length: how many bytes.
    """

    file: BinaryIO
    start: int
    length: int

    def __iter__(self) -> Iterator[bytes]:
        self.file.seek(self.start)
        left = self.length
        while left and (block := self.file.read(min(left, _BLOCK_BYTES))):
            left -= len(block)
            yield block

    def close(self) -> None:
        """Close the file; servers call it when the response ends."""
        self.file.close()


def file_response(path: Path, media_type: str) -> Response:
    """A file with its ETag and date; 304, 206 or 412 where the request asks for that (RFC 9110, 13 and 14).

    Args:
        path: of a file that anybody may read.
        media_type: the value of Content-Type.

    Raises:
        OSError: it cannot be opened.
        RequestedRangeNotSatisfiable: a range is asked for that the file does not have.
    """
    file = path.open("rb")
    try:
        response = _conditional_response(os.fstat(file.fileno()), media_type)
    except BaseException:
        file.close()
        raise
    if response.status_code not in (HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT):
        file.close()
        del response.headers["Content-Length"]
        return response
    start = response.content_range.start or 0
    response.response = FileSlice(file, start, response.content_length or 0)
    return response


def _conditional_response(known: os.stat_result, media_type: str) -> Response:
    response = Response(mimetype=media_type, direct_passthrough=True)
    response.content_length = known.st_size
    response.last_modified = datetime.fromtimestamp(known.st_mtime, UTC)
    response.set_etag(f"{known.st_mtime_ns:x}-{known.st_size:x}")
    response.make_conditional(request, accept_ranges=True, complete_length=known.st_size)
    return response
