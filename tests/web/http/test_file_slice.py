"""A part of a file as the body of a response, for servers that know nothing of slices."""

import io
from pathlib import Path

import pytest
from flask import Flask, Response
from flask.testing import FlaskClient

from showcase.web.http.file_slice import FileSlice, file_response

CONTENT = bytes(range(256)) * 1024


@pytest.mark.parametrize(("start", "length"), [(0, len(CONTENT)), (5, 3), (250, 100_000), (9, 0)])
def test_a_slice_is_read_in_blocks(start: int, length: int) -> None:
    part = FileSlice(io.BytesIO(CONTENT), start, length)
    assert b"".join(part) == CONTENT[start : start + length]


def test_a_file_that_became_shorter_ends_the_slice() -> None:
    assert b"".join(FileSlice(io.BytesIO(b"abc"), 1, 9)) == b"bc"


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    path = tmp_path / "take.mp4"
    path.write_bytes(CONTENT)
    app = Flask(__name__)

    @app.get("/take")
    def take() -> Response:
        return file_response(path, "video/mp4")

    return app.test_client()


@pytest.mark.parametrize(
    ("headers", "status", "body"),
    [
        ({}, 200, CONTENT),
        ({"Range": "bytes=3-5"}, 206, b"\3\4\5"),
        ({"Range": "bytes=-2"}, 206, b"\xfe\xff"),
        ({"Range": "bytes=3-5", "If-Range": '"other"'}, 200, CONTENT),
        ({"If-Match": '"other"'}, 412, b""),
        ({"If-None-Match": "*"}, 304, b""),
    ],
)
def test_ranges_and_conditions(
    client: FlaskClient, headers: dict[str, str], status: int, body: bytes
) -> None:
    answer = client.get("/take", headers=headers, buffered=True)
    assert (answer.status_code, answer.data) == (status, body)
    assert answer.headers["Accept-Ranges"] == "bytes"


def test_who_holds_it_gets_nothing_again(client: FlaskClient) -> None:
    tag = client.get("/take", buffered=True).headers["ETag"]
    answer = client.get("/take", headers={"If-None-Match": tag}, buffered=True)
    assert (answer.status_code, answer.data) == (304, b"")


def test_a_range_behind_the_end_is_refused(client: FlaskClient) -> None:
    assert client.get("/take", headers={"Range": "bytes=9999999-"}).status_code == 416
