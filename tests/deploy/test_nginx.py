"""deploy/nginx.conf in a real nginx before the real server; `make proxy-test` fails without nginx."""

import gzip
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.conftest import environ_of, get, server_starts, write_transcripts
from tests.deploy.nginx import NGINX, Behind, start_nginx
from tests.deploy.proxies import HOST, WAIT_SECONDS, count_visits, logged, send_half_requests

pytestmark = [
    pytest.mark.server,
    pytest.mark.skipif(NGINX is None, reason="there is no nginx: make proxy-test needs it"),
]

RECORDING_BYTES = 24 * 1024 * 1024
# Of deploy/nginx.conf, for each address.
MAX_RECORDINGS = 100

RECORDING = "/videos/orchard/media/take.mp4"


@pytest.fixture(scope="module", params=["sent by nginx", "sent by the showcase"])
def behind(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Behind]:
    """A showcase with a single thread, and with a recording that no connection holds."""
    folder = tmp_path_factory.mktemp("behind")
    video = write_transcripts(folder) / "orchard"
    (video / "take.mp4").write_bytes(bytes(RECORDING_BYTES))
    (video / "video.toml").write_text('title = "A"\nsource = ["take.mp4"]\n')
    media = "/recordings" if request.param == "sent by nginx" else ""
    with server_starts(environ_of(video.parent, folder / "state"), folder) as start:
        seconds = "1" if "refused" in request.param else "60"
        server = start(
            SHOWCASE_THREADS="1", SHOWCASE_NGINX_MEDIA=media, SHOWCASE_VISITOR_SECONDS=seconds
        )
        yield Behind(server.address, video.parent)


@pytest.fixture
def proxy(behind: Behind, tmp_path: Path) -> Iterator[str]:
    """The address of an nginx with our site, before it."""
    with start_nginx(behind, tmp_path) as address:
        yield address


def test_a_page_comes_through_compressed_with_its_headers(proxy: str) -> None:
    page = get(f"{proxy}/", Accept_Encoding="gzip")
    assert page.headers["Content-Encoding"] == "gzip"
    assert b"word by word" in gzip.decompress(page.body)
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_half_sent_requests_keep_nobody_waiting(proxy: str) -> None:
    port = int(proxy.rpartition(":")[2])
    with ExitStack() as slow:
        send_half_requests(slow, port)
        for _ in range(5):
            assert "word by word" in get(f"{proxy}/").text


def test_those_who_watch_slowly_keep_nobody_waiting(proxy: str) -> None:
    """The only thread answers everybody else."""
    asked = f"GET {RECORDING} HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode()
    with ExitStack() as slow:
        for _ in range(40):
            visitor = slow.enter_context(
                socket.create_connection(("127.0.0.1", int(proxy.rpartition(":")[2])), WAIT_SECONDS)
            )
            visitor.sendall(asked)
            assert visitor.recv(15).startswith(b"HTTP/1.1 200")
        assert "word by word" in get(f"{proxy}/").text


def test_a_recording_comes_through_in_parts_with_its_headers(proxy: str) -> None:
    part = get(f"{proxy}{RECORDING}", Range="bytes=10-19")
    assert (part.status, len(part.body)) == (206, 10)
    expected = {
        "Content-Type": "video/mp4",
        "Content-Range": f"bytes 10-19/{RECORDING_BYTES}",
        "Cache-Control": "no-cache",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Access-Control-Allow-Origin": "*",
        "Referrer-Policy": "same-origin",
    }
    assert {name: ", ".join(part.headers.get_all(name) or []) for name in expected} == expected
    assert get(f"{proxy}{RECORDING}", If_None_Match=part.headers["ETag"]).status == 304
    assert "X-Accel-Redirect" not in part.headers


@pytest.mark.parametrize(
    "path",
    ["/recordings/orchard/take.mp4", "/recordings/orchard/video.toml", "/recordings/../x",
     "/videos/orchard/media/video.toml", "/videos/orchard/media/..%2ftake.mp4"],
)  # fmt: skip
def test_nobody_reads_the_folder_but_by_what_the_showcase_allows(proxy: str, path: str) -> None:
    assert get(f"{proxy}{path}").status in (400, 404)


def test_a_visitor_who_opens_hundreds_of_recordings_is_told_to_wait(proxy: str) -> None:
    port = int(proxy.rpartition(":")[2])
    asked = f"GET {RECORDING} HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode()
    with ExitStack() as slow:
        for _ in range(MAX_RECORDINGS):
            visitor = slow.enter_context(
                socket.create_connection(("127.0.0.1", port), WAIT_SECONDS)
            )
            visitor.sendall(asked)
            assert visitor.recv(15).startswith(b"HTTP/1.1 200")
        assert get(f"{proxy}{RECORDING}").status == 429
        assert "word by word" in get(f"{proxy}/").text


def test_a_long_quote_comes_through(proxy: str) -> None:
    assert get(f"{proxy}/search?q=" + "word+by+" * 900).status == 200


def test_the_log_has_paths_only(proxy: str, tmp_path: Path) -> None:
    get(f"{proxy}/search?q=my+secret")
    log = logged(tmp_path / "showcase.log")
    assert " 200 GET /search " in log
    assert "secret" not in log
    assert "127.0.0.1" not in log


def test_the_showcase_learns_how_it_is_called(proxy: str) -> None:
    page = get(f"{proxy}/videos/orchard", Host="videos.example.org")
    assert "http://videos.example.org/videos/orchard" in page.text


def test_visits_are_counted_by_day_and_path_and_nobody_is_told_apart(
    proxy: str, tmp_path: Path
) -> None:
    tag = get(f"{proxy}/").headers["ETag"]
    not_pages = (
        "/healthz",
        "/feed.xml",
        "/api/videos",
        "/none",
        "/videos/orchard/tracks/captions.en.vtt",
    )
    asked = ("/", "/?t=8", "/search?q=secret", "/a%20b", "/videos/orchard", "/es/", *not_pages)
    for path in asked:
        get(f"{proxy}{path}")
    assert get(f"{proxy}/", If_None_Match=tag).status == 304
    log = tmp_path / "showcase.log"
    logged(log, lines=len(asked) + 2)
    assert count_visits(log) == [(1, "/es/"), (1, "/search"), (1, "/videos/orchard"), (4, "/")]


def test_a_path_may_have_spaces_in_it(tmp_path: Path) -> None:
    """As nginx writes the address /videos/a%20b."""
    log = tmp_path / "showcase.log"
    log.write_text("2026-11-30T12:00:00+00:00 200 GET /videos/a b 512 0.004\n" * 2)
    assert count_visits(log) == [(2, "/videos/a b")]


@pytest.mark.parametrize(
    "behind", ["sent by the showcase, who asks much is refused"], indirect=True
)
def test_limits_are_for_each_visitor_and_nobody_can_pretend_to_be_another(proxy: str) -> None:
    lie = {"X_Forwarded_For": "203.0.113.9"}
    found = (get(f"{proxy}/search?q=rules+{n}", **lie).status for n in range(2_000))
    assert next(status for status in found if status != 200) == 429
    lie = {"X_Forwarded_For": "203.0.113.10"}
    assert get(f"{proxy}/search?q=rules", **lie).status == 429
    port = int(proxy.rpartition(":")[2])
    other = socket.create_connection(("127.0.0.1", port), WAIT_SECONDS, ("127.0.0.2", 0))
    with other:
        other.sendall(f"GET /search?q=rules HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())
        assert other.recv(15).startswith(b"HTTP/1.1 200")
