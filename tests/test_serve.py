"""`showcase serve` with gunicorn, in a process of its own."""

import os
import shutil
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from showcase import server
from showcase.cli.commands import main
from showcase.errors import ShowcaseError
from showcase.listen_addresses import Bind
from showcase.listeners import Listeners, bind_private_socket, bind_socket, browser_url
from showcase.settings import Settings
from tests.conftest import CAPTIONS, ROOT, WAIT_SECONDS, Server, StartServer, get, wait_until

pytestmark = pytest.mark.server


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that is in use."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def test_it_says_one_line_with_the_address_to_open_and_serves_there(
    start_server: StartServer,
) -> None:
    running = start_server(SHOWCASE_WORKERS="2")
    assert running.opened == f"Open {running.address}/ (Ctrl-C stops)\n"
    page = get(f"{running.address}/")
    assert page.status == 200
    assert "ourselves, word by word." in page.text
    said = running.stop(signal.SIGINT)
    assert (said.returncode, said.stdout) == (0, "")
    assert "Traceback" not in said.stderr


@pytest.mark.parametrize("with_signal", [signal.SIGINT, signal.SIGTERM, signal.SIGQUIT])
def test_stopping_is_clean(start_server: StartServer, with_signal: int) -> None:
    said = start_server(SHOWCASE_WORKERS="2").stop(with_signal)
    assert said.returncode == 0
    assert said.stderr.splitlines() == ["Reading orchard", "Indexing orchard", "Making it current"]


# A thread of gunicorn's waits five seconds for a request to come in, and gunicorn ten for its threads to end.
# Here both wait an hour, longer than stop() does: who waits for them at Ctrl-C fails the test.
PATIENT = """
from gunicorn.workers import gthread
from showcase import server
from showcase.cli.commands import main
gthread.DEFAULT_WORKER_DATA_TIMEOUT = 3600
server._GUNICORN_OPTIONS["graceful_timeout"] = 3600
main()
"""


def test_ctrl_c_while_a_request_is_awaited_stops_too(start_server: StartServer) -> None:
    running = start_server(command=(sys.executable, "-c", PATIENT))
    host, port = running.address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))):  # and never a request
        # The worker lets visitors in one after another: that one is in when this one has its answer.
        assert get(f"{running.address}/healthz").status == 200
        assert running.stop(signal.SIGINT).returncode == 0


# Ctrl-C, told to all processes, at the moment when a request is handed over to the first thread of the pool.
CTRL_C_WHILE_HANDING_OVER = """
import os, signal
from concurrent.futures import ThreadPoolExecutor
from showcase import server
from showcase.cli.commands import main
server._GUNICORN_OPTIONS["graceful_timeout"] = 3600
hand_over = ThreadPoolExecutor._adjust_thread_count
def stop(pool):
    ThreadPoolExecutor._adjust_thread_count = hand_over
    os.killpg(0, signal.SIGINT)
    hand_over(pool)
ThreadPoolExecutor._adjust_thread_count = stop
main()
"""


def test_ctrl_c_while_a_request_is_handed_over_stops_too(start_server: StartServer) -> None:
    running = start_server(command=(sys.executable, "-c", CTRL_C_WHILE_HANDING_OVER))
    host, port = running.address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))):  # is handed over as soon as it is open
        assert running.process.wait(WAIT_SECONDS) == 0


def test_neither_addresses_nor_searches_are_logged(start_server: StartServer) -> None:
    running = start_server()
    get(f"{running.address}/search?q=my+secret")
    get(f"{running.address}/nowhere?q=my+secret")
    host, port = running.address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as visitor:
        visitor.sendall(b"NONSENSE /?q=secret\r\n\r\n")
        assert visitor.recv(1000).startswith(b"HTTP/1.1 400")
    said = running.stop()
    assert "secret" not in said.stdout + said.stderr
    assert "127.0.0.1" not in said.stdout + said.stderr


def test_a_newer_snapshot_is_taken_over_without_a_new_start(
    start_server: StartServer, environ: dict[str, str], transcripts: Path
) -> None:
    running = start_server(SHOWCASE_WORKERS="2")
    captions = transcripts / "orchard" / "captions.en.vtt"
    captions.write_text(captions.read_text().replace("word by word", "line by line"))
    assert run(environ, "index").exit_code == 0
    wait_until(lambda: "line by line" in get(f"{running.address}/").text)


def test_pages_are_served_side_by_side(start_server: StartServer) -> None:
    running = start_server(SHOWCASE_WORKERS="2")
    with ThreadPoolExecutor(16) as visitors:
        addresses = [f"{running.address}/search?q=rules&page={n}" for n in range(1, 64)]
        statuses = {page.status for page in visitors.map(get, addresses)}
    assert statuses <= {200, 404}


def run(environ: dict[str, str], *arguments: str, **more: str) -> Result:
    """What a command does, in this process."""
    return CliRunner().invoke(main, arguments, env=environ | more)


@pytest.fixture
def serve(environ: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """A server that is expected not to start."""
    monkeypatch.setattr(server, "run", lambda *_, **__: pytest.fail("it serves"))
    return lambda **more: run(environ, "serve", **more)


def test_a_port_in_use_is_reported_before_anything_is_built(
    serve: Callable[..., Result], taken: int, tmp_path: Path
) -> None:
    said = serve(SHOWCASE_BIND=f"127.0.0.1:{taken}")
    assert said.exit_code == 1
    assert said.stderr == (
        f"Cannot listen on 127.0.0.1:{taken}: the port is in use; stop the program that listens there, or "
        "choose another port with SHOWCASE_BIND (port 0 is any free one).\n"
    )
    assert not (tmp_path / "state").exists()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("video.toml", "title = \n", "orchard/video.toml"),
        ("video.toml", 'titel = "x"\n', "orchard/video.toml"),
        ("captions.en.vtt", "<!doctype html><p>Sign in", "orchard/captions.en.vtt"),
    ],
)
def test_broken_transcripts_are_reported_and_not_served(
    serve: Callable[..., Result], transcripts: Path, name: str, content: str, told: str
) -> None:
    (transcripts / "orchard" / name).write_text(content)
    said = serve()
    assert said.exit_code == 1
    assert isinstance(said.exception, SystemExit), "and not a traceback"
    assert told in said.stderr
    assert "Open" not in said.stdout


TYPO = 'title = "The orchard"\nsumary = "x"\n'


def restarted(start_server: StartServer, **more: str) -> tuple[str, str]:
    """The first page and what was said, of a server that is started again and stopped."""
    running = start_server(**more)
    page = get(f"{running.address}/videos/orchard")
    assert page.status == 200, running.stop().stderr
    return page.text, running.stop().stderr


def test_what_was_served_before_a_mistake_is_served_after_a_restart_and_the_log_names_it(
    start_server: StartServer, transcripts: Path
) -> None:
    start_server().stop()
    (transcripts / "orchard" / "video.toml").write_text(TYPO)
    page, said = restarted(start_server)
    assert "ourselves, word by word." in page
    assert 'orchard/video.toml:2: There is no key "sumary": write "summary"' in said
    assert "Served as before, until the errors are mended: orchard." in said


def test_what_was_served_before_a_mistake_is_served_by_the_next_version_too(
    start_server: StartServer, environ: dict[str, str], transcripts: Path, tmp_path: Path
) -> None:
    assert run(environ, "index").exit_code == 0
    for folder in ("showcase", "templates", "static"):
        shutil.copytree(ROOT / folder, tmp_path / "program" / folder)
    with (tmp_path / "program/showcase/core/search/ranking.py").open("a") as code:
        code.write("# The format of snapshots follows from the code.\n")
    (transcripts / "orchard" / "video.toml").write_text(TYPO)
    page, said = restarted(start_server, PYTHONPATH=str(tmp_path / "program"))
    assert "ourselves, word by word." in page
    assert "Indexing orchard" in said
    assert 'There is no key "sumary"' in said


def test_what_was_served_is_served_while_the_folder_of_transcripts_is_away(
    start_server: StartServer, environ: dict[str, str], transcripts: Path, tmp_path: Path
) -> None:
    assert run(environ, "index").exit_code == 0
    transcripts.rename(tmp_path / "away")
    page, said = restarted(start_server)
    assert "ourselves, word by word." in page
    assert "There is no such folder" in said
    assert "What was published before is served." in said


def test_a_first_start_serves_the_videos_without_errors_and_names_the_others(
    start_server: StartServer, transcripts: Path
) -> None:
    shutil.copytree(transcripts / "orchard", transcripts / "mill")
    (transcripts / "mill" / "video.toml").write_text(TYPO)
    page, said = restarted(start_server)
    assert "ourselves, word by word." in page
    assert 'mill/video.toml:2: There is no key "sumary": write "summary"' in said
    assert "Not served, until the errors are mended: mill." in said


def test_a_missing_folder_is_reported_in_one_sentence(
    serve: Callable[..., Result], tmp_path: Path
) -> None:
    said = serve(SHOWCASE_TRANSCRIPTS=str(tmp_path / "nowhere"))
    assert said.exit_code == 1
    assert len(said.stderr.splitlines()) == 1
    assert str(tmp_path / "nowhere") in said.stderr


@pytest.mark.parametrize(
    ("bind", "told"),
    [
        (Bind("192.0.2.1", 8000), "this machine does not have that address"),  # RFC 5737: nobody's
        (Bind("no-such-host.invalid", 8000), "choose another with SHOWCASE_BIND"),
    ],
)
def test_an_address_that_cannot_be_bound_is_reported_with_advice(bind: Bind, told: str) -> None:
    with pytest.raises(ShowcaseError) as raised:
        bind_socket(bind)
    assert str(raised.value).startswith(f"Cannot listen on {bind}: ")
    assert told in str(raised.value)


def test_a_port_that_is_lost_before_the_server_listens_is_reported(tmp_path: Path) -> None:
    with bind_socket(Bind("127.0.0.1", 0)) as first:
        bind = Bind(*first.getsockname()[:2])
        with bind_socket(bind) as second:
            second.listen()
            with pytest.raises(ShowcaseError, match="the port is in use"):
                server.run(
                    pytest.fail,
                    Listeners(first),
                    Settings(transcripts=tmp_path, state=tmp_path),
                    on_ready=pytest.fail,
                )


@pytest.mark.parametrize(
    ("host", "address"),
    [("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "127.0.0.1")],  # noqa: S104 - the case
)
def test_the_address_to_open_is_one_a_browser_can_open(host: str, address: str) -> None:
    with bind_socket(Bind(host, 0)) as listener:
        port = listener.getsockname()[1]
        assert browser_url(listener) == f"http://{address}:{port}/"


def test_in_development_a_change_of_the_transcripts_is_served_at_once(
    start_server: StartServer, transcripts: Path
) -> None:
    running: Server = start_server("--dev")
    (transcripts / "orchard" / "video.toml").write_text('title = "The orchard in spring"\n')
    wait_until(lambda: "The orchard in spring" in get(f"{running.address}/").text)


@pytest.fixture
def captions(transcripts: Path) -> Path:
    return transcripts / "orchard" / "captions.en.vtt"


def correct(captions: Path, before: str = "word by word", after: str = "line by line") -> None:
    """Save a file as editors do: write another, and rename it."""
    new = captions.with_name(".captions.en.vtt.new")
    new.write_text(captions.read_text().replace(before, after))
    new.replace(captions)


@pytest.mark.parametrize("option", ["--watch", "--dev"])
def test_a_word_that_is_corrected_is_on_the_page_and_told_in_the_terminal(
    start_server: StartServer, captions: Path, option: str
) -> None:
    running = start_server(option)
    said = running.error_lines()
    assert "word by word" in get(f"{running.address}/").text
    correct(captions)
    wait_until(lambda: "line by line" in get(f"{running.address}/").text)
    # What is published is on the page a moment before the terminal says so.
    assert any("Published orchard, in " in line for line in said)
    (captions.parent / "captions.en.vtt~").write_text("WEBVTT\n\nhalf a")
    correct(captions, "line by line", "row by row")
    wait_until(lambda: "row by row" in get(f"{running.address}/").text)
    assert any("Published orchard, in " in line for line in said)


# What is saved to a file of the video, and what is said of it.
MISTAKES = [
    ("video.toml", 'titel = "The orchard"\n', 'There is no key "titel"'),
    ("video.toml", 'title = "The orchard\n', "orchard/video.toml:1: "),
    ("captions.en.vtt", "<!doctype html><p>Sign in", "orchard/captions.en.vtt"),
    ("captions.en.vtt", "", "orchard/captions.en.vtt"),
]


@pytest.mark.parametrize("option", ["--watch", "--dev"])
def test_each_mistake_leaves_the_page_as_it_was_until_it_is_mended(
    start_server: StartServer, transcripts: Path, option: str
) -> None:
    running = start_server(option)
    seen = running.error_lines()
    title = "The orchard"
    for number, (name, broken, told) in enumerate(MISTAKES):
        (transcripts / "orchard" / name).write_text(broken)
        assert any(told in line for line in seen)
        assert any(
            "Served as before, until the errors are mended: orchard." in line for line in seen
        )
        page = get(f"{running.address}/").text
        assert title in page
        assert "word by word" in page
        title = f"The orchard in spring {number}"
        (transcripts / "orchard" / "video.toml").write_text(f'title = "{title}"\n')
        (transcripts / "orchard" / "captions.en.vtt").write_text(CAPTIONS)
        wait_until(lambda: title in get(f"{running.address}/").text)  # noqa: B023 - asked here and now
        assert any("All errors are mended." in line for line in seen)


@pytest.mark.parametrize("option", ["--watch", "--dev"])
def test_a_folder_without_one_right_video_is_served_as_soon_as_it_is_mended(
    start_server: StartServer, transcripts: Path, option: str
) -> None:
    (transcripts / "orchard" / "video.toml").write_text(TYPO)
    running = start_server(option)
    page = get(f"{running.address}/")
    assert (page.status, "There is no key &#34;sumary&#34;" in page.text) == (503, True)
    (transcripts / "orchard" / "video.toml").write_text('title = "The orchard"\n')
    wait_until(lambda: get(f"{running.address}/").status == 200)


def children_of(running: Server) -> list[int]:
    path = Path(f"/proc/{running.process.pid}/task/{running.process.pid}/children")
    if not path.exists():
        pytest.skip("only Linux tells the children of a process")
    return [int(child) for child in path.read_text().split()]


def test_a_watcher_that_dies_is_replaced(start_server: StartServer, captions: Path) -> None:
    running = start_server("--watch")
    assert get(f"{running.address}/healthz").status == 200
    wait_until(lambda: len(children_of(running)) == 2)
    first = children_of(running)
    for child in first:
        os.kill(child, signal.SIGKILL)
    wait_until(lambda: len(children_of(running)) == 2 and not {*first} & {*children_of(running)})
    correct(captions)
    wait_until(lambda: "line by line" in get(f"{running.address}/").text)
    assert running.stop().returncode == 0


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("with_signal", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_the_watcher_ends_with_the_server_however_that_ends(
    start_server: StartServer, with_signal: int
) -> None:
    running = start_server("--watch")
    wait_until(lambda: len(children_of(running)) == 2)
    children = children_of(running)
    os.kill(running.process.pid, with_signal)
    running.process.wait(WAIT_SECONDS)
    wait_until(lambda: not any(map(is_alive, children)))


def test_a_worker_that_dies_is_replaced_and_there_is_no_control_socket(
    start_server: StartServer, tmp_path: Path
) -> None:
    # gunicorn would put its control socket below one of these, before it looks after its workers.
    running = start_server(HOME=str(tmp_path), XDG_RUNTIME_DIR=str(tmp_path))
    assert get(f"{running.address}/healthz").status == 200
    children = Path(f"/proc/{running.process.pid}/task/{running.process.pid}/children")
    if not children.exists():
        pytest.skip("only Linux tells the children of a process")
    worker = int(children.read_text().split()[0])
    os.kill(worker, signal.SIGKILL)
    wait_until(lambda: children.read_text().split() not in ([], [str(worker)]))
    assert get(f"{running.address}/healthz").status == 200
    assert [path for path in tmp_path.rglob("*") if path.is_socket()] == []


def test_a_worker_that_is_replaced_during_an_upgrade_tags_pages_as_before(
    start_server: StartServer, tmp_path: Path
) -> None:
    """It runs the code that was read at the start: the tag of the files of now is for the next start."""
    for folder in ("showcase", "templates", "static"):
        shutil.copytree(ROOT / folder, tmp_path / "program" / folder)
    running = start_server(PYTHONPATH=str(tmp_path / "program"))
    children = Path(f"/proc/{running.process.pid}/task/{running.process.pid}/children")
    if not children.exists():
        pytest.skip("only Linux tells the children of a process")
    tag = get(f"{running.address}/").headers["ETag"]
    (tmp_path / "program" / "showcase" / "errors.py").write_text("", "utf-8")
    worker = int(children.read_text().split()[0])
    os.kill(worker, signal.SIGKILL)
    wait_until(lambda: children.read_text().split() not in ([], [str(worker)]))
    assert get(f"{running.address}/").headers["ETag"] == tag


def test_the_status_page_has_a_listener_of_its_own(
    start_server: StartServer, transcripts: Path
) -> None:
    running = start_server("--watch", SHOWCASE_STATUS_BIND="127.0.0.1:0")
    assert running.process.stdout
    told = running.process.stdout.readline()
    private = told.removeprefix("The status page is at ").strip()
    page = get(f"{private}status")
    assert (page.status, "All is well" in page.text) == (200, True)
    assert "Saved files are published at once." in page.text
    assert get(f"{running.address}/status").status == 404
    (transcripts / "orchard" / "video.toml").write_text(TYPO)
    wait_until(lambda: "1 error to mend" in get(f"{private}status").text)


def test_the_status_page_has_a_socket_of_its_own(start_server: StartServer, tmp_path: Path) -> None:
    path = tmp_path / "status.sock"
    with socket.socket(socket.AF_UNIX) as left_behind:
        left_behind.bind(str(path))
    running = start_server(SHOWCASE_STATUS_BIND=f"unix:{path}")
    assert path.stat().st_mode & 0o777 == 0o600
    with socket.socket(socket.AF_UNIX) as owner:
        owner.connect(str(path))
        owner.sendall(b"GET /status.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        assert owner.recv(100).startswith(b"HTTP/1.1 200")
    assert get(f"{running.address}/status").status == 404


def test_the_token_opens_the_status_page_at_the_public_address(
    start_server: StartServer, environ: dict[str, str]
) -> None:
    running = start_server()
    made = run(environ, "status", "--token")
    assert made.exit_code == 0
    assert get(f"{running.address}/status").status == 401
    bearer = f"Bearer {made.stdout.strip()}"
    assert get(f"{running.address}/status", Authorization=bearer).status == 200
    told = run(environ, "status")
    assert told.exit_code == 0
    assert "orchard: The orchard, 1 track, 3 cues" in told.stdout


def test_a_socket_that_is_in_use_is_not_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "status.sock"
    with socket.socket(socket.AF_UNIX) as used:
        used.bind(str(path))
        used.listen()
        with pytest.raises(ShowcaseError, match="choose another with SHOWCASE_STATUS_BIND"):
            bind_private_socket(path)
    assert path.exists()
