"""A hundred who watch a recording of 300 MB slowly: every page answers, and nothing grows."""

import os
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.conftest import WAIT_SECONDS, Server, environ_of, get, server_starts, write_transcripts
from tests.deploy.nginx import NGINX, Behind, start_nginx

VIEWERS = 100
RECORDING = "/videos/orchard/media/talk.mp4"
RECORDING_BYTES = 300 * 1024 * 1024
PAGES = ("/", "/videos/orchard", "/videos/orchard?t=4,8", "/search?q=rules", "/healthz")
ROUNDS = 20
# What a viewer takes in a round.
SIP_BYTES = 64 * 1024
# Of all processes of the showcase, and of what nginx writes to its disk, for all viewers.
MAX_GROWTH_BYTES = 60 * 1024 * 1024


@contextmanager
def showcase(folder: Path, **settings: str) -> Iterator[tuple[Server, Path]]:
    transcripts = write_transcripts(folder)
    with (transcripts / "orchard" / "talk.mp4").open("wb") as recording:
        recording.truncate(RECORDING_BYTES)
    (transcripts / "orchard" / "video.toml").write_text('title = "A"\nsource = ["talk.mp4"]\n')
    with server_starts(environ_of(transcripts, folder / "state"), folder) as start:
        yield start(SHOWCASE_WORKERS="2", SHOWCASE_THREADS="4", **settings), transcripts


@pytest.fixture(params=["by the showcase", "by the showcase, behind nginx", "by nginx"])
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, Server]]:
    """The address of a site, and its server."""
    if request.param != "by the showcase" and NGINX is None:
        pytest.skip("there is no nginx: apt-get install nginx")
    media = "/recordings" if request.param == "by nginx" else ""
    with ExitStack() as stack:
        server, folder = stack.enter_context(showcase(tmp_path, SHOWCASE_NGINX_MEDIA=media))
        if request.param == "by the showcase":
            yield server.address, server
        else:
            behind = Behind(server.address, folder)
            yield stack.enter_context(start_nginx(behind, tmp_path)), server


def test_a_hundred_slow_viewers_keep_nobody_waiting(
    site: tuple[str, Server], tmp_path: Path
) -> None:
    address, server = site
    for page in PAGES:
        get(f"{address}{page}")
    before = memory_bytes(server)
    with ExitStack() as stack:
        viewers = [stack.enter_context(start_viewer(address, n)) for n in range(VIEWERS)]
        for _ in range(ROUNDS):
            assert {get(f"{address}{page}").status for page in PAGES} == {200}
            for viewer in viewers:
                assert viewer.recv(SIP_BYTES)
        assert memory_bytes(server) - before < MAX_GROWTH_BYTES
        assert disk_bytes(tmp_path / "proxy") < MAX_GROWTH_BYTES


def start_viewer(address: str, number: int) -> socket.socket:
    """A viewer who has begun to watch, from one of two addresses."""
    host, port = address.removeprefix("http://").split(":")
    source = (f"127.0.0.{2 + number % 2}", 0)
    viewer = socket.create_connection((host, int(port)), WAIT_SECONDS, source)
    viewer.sendall(f"GET {RECORDING} HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode())
    assert viewer.recv(15).startswith(b"HTTP/1.1 200")
    return viewer


def memory_bytes(server: Server) -> int:
    """What the server's processes hold for themselves."""
    group = os.getpgid(server.process.pid)
    pids = [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]
    return sum(private_bytes(pid) for pid in pids if is_of(pid, group))


def is_of(pid: int, group: int) -> bool:
    try:
        return os.getpgid(pid) == group
    except ProcessLookupError:
        return False


def private_bytes(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("RssAnon:"))


def disk_bytes(folder: Path) -> int:
    """What nginx has written down of responses, where there is one."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return sum(file.stat().st_blocks * 512 for file in files)
