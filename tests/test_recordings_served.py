"""Recordings from the real server, without a proxy: viewers hold none of its threads."""

import http.client
import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.conftest import WAIT_SECONDS, Server, environ_of, get, server_starts, write_transcripts

pytestmark = pytest.mark.server

# More than all buffers on the way hold.
RECORDING_BYTES = 16 * 1024 * 1024
RECORDING = "/videos/orchard/media/take.mp4"
VIEWERS = 40


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with a single thread, and with a recording that no connection holds."""
    folder = tmp_path_factory.mktemp("server")
    video = write_transcripts(folder) / "orchard"
    (video / "take.mp4").write_bytes(bytes(range(256)) * (RECORDING_BYTES // 256))
    (video / "video.toml").write_text('title = "A"\nsource = ["take.mp4"]\n')
    with server_starts(environ_of(video.parent, folder / "state"), folder) as start:
        yield start(SHOWCASE_THREADS="1")


def connect(server: Server) -> http.client.HTTPConnection:
    return http.client.HTTPConnection(server.address.removeprefix("http://"), timeout=WAIT_SECONDS)


def test_those_who_watch_slowly_hold_no_thread(server: Server) -> None:
    host, port = server.address.removeprefix("http://").split(":")
    with ExitStack() as slow:
        for _ in range(VIEWERS):
            viewer = slow.enter_context(socket.create_connection((host, int(port))))
            viewer.settimeout(WAIT_SECONDS)
            viewer.sendall(f"GET {RECORDING} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
            assert viewer.recv(15).startswith(b"HTTP/1.1 200")
        assert "word by word" in get(f"{server.address}/").text
        assert len(get(f"{server.address}{RECORDING}").body) == RECORDING_BYTES


def test_a_connection_goes_on_after_a_recording(server: Server) -> None:
    visitor = connect(server)
    visitor.request("GET", RECORDING, headers={"Range": "bytes=250-259"})
    answer = visitor.getresponse()
    assert (answer.status, answer.read()) == (
        206,
        bytes([250, 251, 252, 253, 254, 255, 0, 1, 2, 3]),
    )
    before = visitor.sock
    visitor.request("GET", "/")
    assert "word by word" in visitor.getresponse().read().decode()
    assert visitor.sock is before
    visitor.close()


def test_two_requests_that_are_sent_at_once_are_answered_in_order(server: Server) -> None:
    host, port = server.address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=WAIT_SECONDS) as visitor:
        visitor.sendall(
            f"GET {RECORDING} HTTP/1.1\r\nHost: a\r\nRange: bytes=0-4\r\n\r\n"
            "GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode()
        )
        said = b"".join(iter(lambda: visitor.recv(65536), b""))
    assert b"\r\n\r\n\x00\x01\x02\x03\x04HTTP/1.1 200 OK" in said
    assert b"\r\n\r\nok " in said


@pytest.mark.parametrize("method", ["HEAD", "GET"])
def test_a_recording_says_what_it_is(server: Server, method: str) -> None:
    visitor = connect(server)
    visitor.request(method, RECORDING, headers={"Connection": "close"})
    answer = visitor.getresponse()
    assert answer.headers["Content-Length"] == str(RECORDING_BYTES)
    assert answer.headers["Content-Type"] == "video/mp4"
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert len(answer.read()) == (RECORDING_BYTES if method == "GET" else 0)
    tag = str(answer.headers["ETag"])
    assert get(f"{server.address}{RECORDING}", If_None_Match=tag).status == 304
    assert get(f"{server.address}{RECORDING}", If_Match='"other"').status == 412
    visitor.close()


def test_those_who_do_not_hang_up_keep_nobody_waiting(server: Server) -> None:
    """The end of a connection is not waited for by what accepts the next ones."""
    host, port = server.address.removeprefix("http://").split(":")
    with ExitStack() as slow:
        for _ in range(VIEWERS):
            visitor = slow.enter_context(socket.create_connection((host, int(port)), WAIT_SECONDS))
            visitor.sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        for _ in range(3):
            assert "word by word" in get(f"{server.address}/").text
