"""Fixtures for tests of many packages: a small folder of transcripts, and the real server for it."""

import gc
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http.client import HTTPMessage
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

import pytest
from flask import Flask
from hypothesis import HealthCheck, settings
from hypothesis.configuration import set_hypothesis_home_dir
from jinja2 import BytecodeCache
from werkzeug.routing import Rule

if TYPE_CHECKING:
    from types import CodeType

    from jinja2.bccache import Bucket

ROOT = Path(__file__).resolve().parent.parent

# Properties have no deadline, and may take long to find examples: the machine may be busy. What Hypothesis
# keeps from one run to the next is no part of the checkout.
set_hypothesis_home_dir(Path(tempfile.gettempdir()) / f"hypothesis-{os.getuid()}")
settings.register_profile("showcase", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# What make test-fast asks for: of each property a tenth of the examples, others in every run.
settings.register_profile("fast", settings.get_profile("showcase"), max_examples=10)
settings.load_profile("showcase")

# What is imported and collected stays to the end: nothing of it is garbage, however often it is looked for.
gc.disable()
# New containers, net, until the collector looks through them; Python's own number is 700.
GARBAGE_THRESHOLD = 20_000

# A machine with much other work takes so long for what another does at once.
WAIT_SECONDS = 20

CAPTIONS = """\
WEBVTT

00:01.000 --> 00:04.000
<v Rosa Field>We wrote the rules of the orchard

00:04.000 --> 00:08.500
<v Rosa Field>ourselves, word by word.

00:10.000 --> 00:14.000
<v Foreman>And the buyers signed them.
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that starts a server, so that make test-fast leaves it out."""
    for item in items:
        if isinstance(item, pytest.Function) and "start_server" in item.fixturenames:
            item.add_marker(pytest.mark.server)


def examples(count: int) -> int:
    """So many examples of a property that needs more or fewer than others; of them, too, fewer in haste."""
    return max(1, count * settings().max_examples // settings.get_profile("showcase").max_examples)


def slow_after(count: int, cases: Sequence[object]) -> list[object]:
    """Cases of a test, of which make test-fast takes the first ones alone."""
    marked = (pytest.param(case, marks=pytest.mark.slow) for case in cases[count:])
    return [*cases[:count], *marked]


def pytest_collection_finish() -> None:
    """From here on, look for garbage among what tests make, and only there; parsed pages are full of it."""
    gc.freeze()
    gc.set_threshold(GARBAGE_THRESHOLD)
    gc.enable()


class TemplateCache(BytecodeCache):
    """Compiled templates, by their name, file and text: whoever changes a template gets the new one."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: "Bucket") -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: "Bucket") -> None:
        assert bucket.code
        self._codes[bucket.key, bucket.checksum] = bucket.code


class CompiledRule(Rule):
    """A URL rule that is compiled once for all apps: it depends on its text and its map's settings alone."""

    _compiled: ClassVar[dict[tuple[object, ...], dict[str, Any]]] = {}

    def compile(self) -> None:
        assert self.map
        key = (self.rule, self.subdomain, self.host, self.map.host_matching, self.merge_slashes,
               self.strict_slashes, repr(self.defaults), *self.map.converters)  # fmt: skip
        if key not in self._compiled:
            before = self.__dict__ | {"arguments": set(self.arguments)}
            super().compile()
            self._compiled[key] = {
                name: value for name, value in self.__dict__.items() if before.get(name) != value
            }
        self.__dict__ |= self._compiled[key]


@pytest.fixture(scope="session", autouse=True)
def shared_app_parts() -> Iterator[None]:
    """Compile templates and URL rules, and read static files, once and not for each of a thousand apps."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Flask, "url_rule_class", CompiledRule)
        patch.setattr(Flask, "jinja_options", {"bytecode_cache": TemplateCache()})
        if assets := sys.modules.get("showcase.web.assets.files"):  # some test has imported the app
            load = cache(assets.load_assets)
            patch.setattr(assets, "load_assets", lambda folder, _packed: load(folder))
        yield


@pytest.fixture
def transcripts(tmp_path: Path) -> Path:
    """A folder with one video, as small as one can be: a title and captions."""
    return write_transcripts(tmp_path)


def write_transcripts(folder: Path) -> Path:
    """Write `transcripts/` with that video into a folder."""
    video = folder / "transcripts" / "orchard"
    video.mkdir(parents=True)
    (video / "video.toml").write_text('title = "The orchard"\n', "utf-8")
    (video / "captions.en.vtt").write_text(CAPTIONS, "utf-8")
    return video.parent


@pytest.fixture
def environ(transcripts: Path, tmp_path: Path) -> dict[str, str]:
    """The environment to start the showcase in: these transcripts, a state of its own, any free port.

    One process serves: a second one takes as long to start as the first. Tests of several say so.
    """
    return environ_of(transcripts, tmp_path / "state")


def environ_of(transcripts: Path, state: Path) -> dict[str, str]:
    """Such an environment for any folders."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("SHOWCASE_")}
    return kept | {
        "SHOWCASE_TRANSCRIPTS": str(transcripts),
        "SHOWCASE_STATE": str(state),
        "SHOWCASE_BIND": "127.0.0.1:0",
        "SHOWCASE_WORKERS": "1",
    }


class Page(NamedTuple):
    """What a server answered."""

    status: int
    headers: HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


def get(address: str, **headers: str) -> Page:
    """Ask a server; `Accept_Encoding="gzip"` is the header Accept-Encoding."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        answer = urllib.request.urlopen(urllib.request.Request(address, headers=named), timeout=20)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return Page(answer.status, answer.headers, answer.read())


def wait_until(holds: Callable[[], bool], seconds: float = WAIT_SECONDS) -> None:
    """Ask again until the condition is true, without pauses."""
    over = threading.Event()
    timer = threading.Timer(seconds, over.set)
    timer.start()
    try:
        while not holds():
            assert not over.wait(0.05), "it never came to hold"
    finally:
        timer.cancel()


@dataclass
class Server:
    """A server that runs in a process of its own, and the process group around it."""

    process: subprocess.Popen[str]
    opened: str

    @property
    def address(self) -> str:
        """Where it listens, "http://127.0.0.1:40001"."""
        found = re.search(r"http://[^\s/]+", self.opened)
        assert found, self.opened + self.stop().stderr
        return found[0]

    def error_lines(self) -> Iterator[str]:
        """What it says on standard error, line by line as it comes; `stop` tells no line that was read."""
        assert self.process.stderr
        return iter(self.process.stderr.readline, "")

    def stop(self, with_signal: int = signal.SIGTERM) -> subprocess.CompletedProcess[str]:
        """Send a signal to all its processes, as Ctrl-C does, and wait for the end."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, with_signal)
        stdout, stderr = self.process.communicate(timeout=30)
        return subprocess.CompletedProcess([], self.process.returncode, stdout, stderr)


StartServer = Callable[..., Server]


@pytest.fixture
def start_server(environ: dict[str, str], tmp_path: Path) -> Iterator[StartServer]:
    """Starts `showcase serve` and waits until it says that it is open."""
    with server_starts(environ, tmp_path) as start:
        yield start


@contextmanager
def server_starts(environ: dict[str, str], folder: Path) -> Iterator[StartServer]:
    """What starts servers in an environment and a folder; they end with the context."""
    started: list[Server] = []

    def start(
        *arguments: str,
        command: tuple[str, ...] = (),
        whole_command: tuple[str, ...] = (),
        **more: str,
    ) -> Server:
        served = (*(command or (sys.executable, "-m", "showcase")), "serve", *arguments)
        process = subprocess.Popen(
            whole_command or served,
            cwd=folder,
            env=environ | {"PYTHONPATH": str(ROOT)} | more,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        assert process.stdout
        server = Server(process, process.stdout.readline())
        started.append(server)
        return server

    yield start
    for server in started:
        if server.process.poll() is None:
            server.stop(signal.SIGKILL)
        for stream in (server.process.stdout, server.process.stderr):
            if stream:
                stream.close()
