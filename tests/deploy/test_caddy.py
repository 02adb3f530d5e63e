"""deploy/Caddyfile in a real Caddy before the real server; `make proxy-test` fails without Caddy."""

import gzip
import http.client
import json
import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT, Server, environ_of, server_starts, write_transcripts
from tests.deploy.proxies import (
    HOST,
    SLOW_VISITORS,
    WAIT_SECONDS,
    count_visits,
    free_port,
    logged,
    send_half_requests,
    wait_for,
)

CADDY = os.environ.get("CADDY") or shutil.which("caddy")
pytestmark = [
    pytest.mark.server,
    pytest.mark.skipif(CADDY is None, reason="there is no Caddy: make proxy-test needs it"),
]

# A recording that no buffer on the way holds.
RECORDING_BYTES = 32 * 1024 * 1024
# In a test: no certificate from outside, no control socket, and ports that are free.
FOR_TESTS = "{{\n\tadmin off\n\tskip_install_trust\n\thttp_port {http}\n\thttps_port {https}\n\tlocal_certs\n"


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Caddy:
    """A running Caddy; `behind` is the showcase."""

    https: int
    http: int
    folder: Path
    behind: Server
    context: ssl.SSLContext

    def connect(self) -> ssl.SSLSocket:
        plain = socket.create_connection(("127.0.0.1", self.https), timeout=20)
        return self.context.wrap_socket(plain, server_hostname=HOST)

    def get(
        self, path: str, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> Answer:
        """Ask over HTTPS; `Accept_Encoding="gzip"` is the header Accept-Encoding."""
        named = {"Host": HOST} | {name.replace("_", "-"): text for name, text in headers.items()}
        asked = http.client.HTTPConnection(HOST)
        asked.sock = self.connect()
        asked.request(method, path, body, named)
        answer = asked.getresponse()
        result = Answer(answer.status, answer.headers, answer.read())
        asked.close()
        return result


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The showcase, with a recording."""
    with start_showcase(tmp_path_factory.mktemp("behind")) as server:
        yield server


@contextmanager
def start_showcase(folder: Path, **settings: str) -> Iterator[Server]:
    video = write_transcripts(folder) / "orchard"
    (video / "take.mp4").write_bytes(bytes(RECORDING_BYTES))
    (video / "video.toml").write_text('title = "A"\nsource = ["take.mp4"]\n')
    with server_starts(environ_of(video.parent, folder / "state"), folder) as start:
        yield start(SHOWCASE_THREADS="1", SHOWCASE_HOSTS=HOST, **settings)


@pytest.fixture(scope="module")
def caddy(behind: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Caddy]:
    """A Caddy with our site; its certificate is from an authority of its own."""
    with start_caddy(behind, tmp_path_factory.mktemp("caddy")) as started:
        yield started


@pytest.fixture
def new_caddy(behind: Server, tmp_path: Path) -> Iterator[Caddy]:
    """One that has logged nothing yet."""
    with start_caddy(behind, tmp_path) as started:
        yield started


@contextmanager
def start_caddy(behind: Server, folder: Path) -> Iterator[Caddy]:
    ports = {"http": free_port(), "https": free_port()}
    site = (ROOT / "deploy" / "Caddyfile").read_text()
    for ours, theirs in (
        ("\n{\n", "\n" + FOR_TESTS.format(**ports)),
        ("127.0.0.1:8000", behind.address.removeprefix("http://")),
        ("/var/log/caddy", str(folder)),
    ):
        assert site.count(ours) == 1
        site = site.replace(ours, theirs)
    (folder / "Caddyfile").write_text(site)
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    command = [str(CADDY), "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]
    with (
        (folder / "caddy.err").open("wb") as said,
        subprocess.Popen(command, env=os.environ | home, stderr=said) as process,
    ):
        try:
            yield Caddy(**ports, folder=folder, behind=behind, context=trust(ports, folder))
        finally:
            process.terminate()


def trust(ports: dict[str, int], folder: Path) -> ssl.SSLContext:
    """A context that trusts Caddy's own authority, as soon as it has made it."""
    for port in ports.values():
        wait_for(port)
    context = ssl.create_default_context(
        cafile=str(folder / "caddy" / "pki" / "authorities" / "local" / "root.crt")
    )
    over = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            plain = socket.create_connection(("127.0.0.1", ports["https"]))
            context.wrap_socket(plain, server_hostname=HOST).close()
        except ssl.SSLError:
            assert time.monotonic() < over
        else:
            return context


def test_a_page_comes_through_as_the_showcase_made_it(caddy: Caddy) -> None:
    page = caddy.get("/", Accept_Encoding="gzip")
    assert page.headers["Content-Encoding"] == "gzip"
    assert b"word by word" in gzip.decompress(page.body)
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert caddy.get("/", Accept_Encoding="br").headers["Content-Encoding"] == "br"
    assert caddy.get("/", If_None_Match=page.headers["ETag"]).status == 304


def test_the_showcase_learns_how_it_is_called_and_that_it_is_https(caddy: Caddy) -> None:
    page = caddy.get("/videos/orchard")
    assert f"https://{HOST}/videos/orchard" in page.text
    assert page.headers["Strict-Transport-Security"] == "max-age=31536000"
    lied = caddy.get("/videos/orchard", X_Forwarded_Proto="gopher", X_Forwarded_Host="evil.example")
    assert "gopher" not in lied.text + str(lied.headers)
    assert "evil" not in lied.text


def test_http_leads_to_https(caddy: Caddy) -> None:
    plain = http.client.HTTPConnection("127.0.0.1", caddy.http)
    plain.request("GET", "/videos/orchard?t=8", headers={"Host": HOST})
    answer = plain.getresponse()
    assert answer.status == 308
    assert answer.headers["Location"].startswith(f"https://{HOST}")
    assert answer.headers["Location"].endswith("/videos/orchard?t=8")
    plain.close()


def test_another_host_gets_nothing(caddy: Caddy) -> None:
    answer = caddy.get("/", Host="evil.example")
    assert "word by word" not in answer.text


def test_half_sent_requests_keep_nobody_waiting(caddy: Caddy) -> None:
    with ExitStack() as slow:
        for _ in range(SLOW_VISITORS):
            slow.enter_context(caddy.connect()).sendall(b"GET / HTTP/1.1\r\nX-Slow: ")
        send_half_requests(slow, caddy.http)
        for _ in range(5):
            assert "word by word" in caddy.get("/").text


def test_those_who_watch_slowly_keep_nobody_waiting(caddy: Caddy) -> None:
    """Caddy passes a recording on at the visitor's pace, and the only thread answers everybody else."""
    asked = f"GET /videos/orchard/media/take.mp4 HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode()
    with ExitStack() as slow:
        for _ in range(40):
            visitor = slow.enter_context(caddy.connect())
            visitor.sendall(asked)
            assert visitor.recv(15).startswith(b"HTTP/1.1 200")
        assert "word by word" in caddy.get("/").text


def test_a_long_quote_comes_through(caddy: Caddy) -> None:
    assert caddy.get("/search?q=" + "word+by+" * 900).status == 200


def test_what_is_too_long_is_refused(caddy: Caddy) -> None:
    assert caddy.get("/", X_Long="a" * 64 * 1024).status == 431
    assert caddy.get("/search", "POST", bytes(128 * 1024)).status >= 400


def test_the_log_has_paths_only(new_caddy: Caddy) -> None:
    secrets = {"Referer": "https://secret.example/", "User_Agent": "Secret/1", "Cookie": "a=secret"}
    new_caddy.get("/search?q=my+secret", "GET", None, **secrets)
    new_caddy.get("/none?q=my+secret#secret", X_Forwarded_For="203.0.113.9")
    lines = [
        json.loads(line) for line in logged(new_caddy.folder / "showcase.log", lines=2).splitlines()
    ]
    assert [(line["request"]["uri"], line["status"]) for line in lines] == [
        ("/search", 200),
        ("/none", 404),
    ]
    names = {"level", "ts", "logger", "msg", "request", "duration", "size", "status"}
    assert set(lines[0]) == names
    assert set(lines[0]["request"]) == {"proto", "method", "host", "uri"}
    assert count_visits(new_caddy.folder / "showcase.log") == [(1, "/search")]


def test_while_the_showcase_is_down_visitors_wait_and_no_log_names_them(tmp_path: Path) -> None:
    with start_showcase(tmp_path) as behind, start_caddy(behind, tmp_path) as caddy:
        behind.stop()
        with caddy.connect() as visitor:
            visitor.sendall(f"GET /?q=secret HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())
            visitor.settimeout(1)
            with pytest.raises(TimeoutError):
                visitor.recv(1)
        said = (caddy.folder / "caddy.err").read_text()
        assert "secret" not in said
        assert "remote_ip" not in said


def test_nobody_can_pretend_to_be_another_visitor(tmp_path: Path) -> None:
    """Caddy tells the address in X-Forwarded-For, whatever a visitor writes there."""
    limit = {"SHOWCASE_VISITOR_SECONDS": "1"}
    with start_showcase(tmp_path, **limit) as behind, start_caddy(behind, tmp_path) as caddy:
        found = (
            caddy.get(f"/search?q=rules+{n}", X_Forwarded_For=f"203.0.113.{n % 250}").status
            for n in range(2_000)
        )
        assert next(status for status in found if status != 200) == 429
        assert caddy.get("/videos/orchard").status == 200
