"""deploy/nginx.conf in a real nginx before the real server; `make proxy-test` fails without nginx."""

import gzip
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.conftest import ROOT, environ_of, get, server_starts, write_transcripts
from tests.deploy.proxies import HOST, count_visits, free_port, logged, send_half_requests, wait_for

NGINX = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")
pytestmark = [
    pytest.mark.server,
    pytest.mark.skipif(NGINX is None, reason="there is no nginx: make proxy-test needs it"),
]

RECORDING_BYTES = 24 * 1024 * 1024

AROUND = """
pid {folder}/nginx.pid;
daemon off;
master_process off;
error_log stderr warn;
events {{ worker_connections 256; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


RECORDING = "/videos/orchard/media/take.mp4"


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a showcase with a single thread, and with a recording that no connection holds."""
    folder = tmp_path_factory.mktemp("behind")
    video = write_transcripts(folder) / "orchard"
    (video / "take.mp4").write_bytes(bytes(RECORDING_BYTES))
    (video / "video.toml").write_text('title = "A"\nsource = ["take.mp4"]\n')
    with server_starts(environ_of(video.parent, folder / "state"), folder) as start:
        yield start(SHOWCASE_THREADS="1").address


@pytest.fixture
def proxy(behind: str, tmp_path: Path) -> Iterator[str]:
    """The address of an nginx with our site, before it."""
    port = free_port()
    site = (ROOT / "deploy" / "nginx.conf").read_text()
    for ours, theirs in (
        ("server 127.0.0.1:8000;", f"server {behind.removeprefix('http://')};"),
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("listen [::]:80;", ""),
        ("/var/log/nginx", str(tmp_path)),
    ):
        assert ours in site
        site = site.replace(ours, theirs)
    (tmp_path / "site.conf").write_text(site)
    (tmp_path / "nginx.conf").write_text(AROUND.format(folder=tmp_path))
    command = [str(NGINX), "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        wait_for(port)
        yield f"http://127.0.0.1:{port}"
        process.terminate()
        assert process.stderr
        assert process.stderr.read() == b""


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
    """The only thread is free again when nginx has the recording."""
    asked = f"GET {RECORDING} HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode()
    with ExitStack() as slow:
        for _ in range(8):
            visitor = slow.enter_context(
                socket.create_connection(("127.0.0.1", int(proxy.rpartition(":")[2])))
            )
            visitor.sendall(asked)
            assert visitor.recv(15).startswith(b"HTTP/1.1 200")
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
