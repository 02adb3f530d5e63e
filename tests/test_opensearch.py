"""How the tests' OpenSearch is found, brought, configured and given up, without one."""

import os
import re
import shutil
import stat
import tempfile
import threading
import zipfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tools import find_java
from tools.opensearch import EngineError, StartError, __main__, cluster, engines, start_cluster
from tools.opensearch.engines import LocalEngine, RunningEngine, find_engine
from tools.opensearch.homes import bring_home
from tools.opensearch.maven import cause
from tools.opensearch.node_config import (
    as_yaml,
    free_ports,
    jvm_options,
    node_settings,
    plan_nodes,
)
from tools.opensearch.nodes import Node
from tools.opensearch.preparation import PREFIX, remove_abandoned

NAMED = ("OPENSEARCH_URL", "OPENSEARCH_HOME", "OPENSEARCH_VERSION", "JAVA_HOME")
ANSWER = b'{"version": {"distribution": "opensearch", "number": "2.19.4"}}'

WriteProgram = Callable[[str, str], Path]


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine with the basic programs, no Maven and no Java; the folder of its programs."""
    for name in NAMED:
        monkeypatch.delenv(name, raising=False)
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("sh", "bash", "cat", "cp", "env", "test", "setpriv"):
        if path := shutil.which(name):
            (programs / name).symlink_to(path)
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setattr(find_java, "JVM_FOLDER", tmp_path / "jvm")
    return programs


@pytest.fixture
def program(machine: Path) -> WriteProgram:
    """Writes a program that is found in PATH."""

    def write(name: str, script: str) -> Path:
        return write_program(machine / name, script)

    return write


def write_program(path: Path, script: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}")
    path.chmod(path.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
    return path


def make_java(home: Path, version: str) -> Path:
    write_program(home / "bin" / "java", "exit 0\n")
    (home / "release").write_text(f'IMPLEMENTOR="Us"\nJAVA_VERSION="{version}"\n')
    return home


def make_home(folder: Path, version: str, script: str = "exit 1\n") -> Path:
    """A folder that looks like an unpacked OpenSearch with a Java of its own."""
    home = folder / f"opensearch-{version}"
    write_program(home / "bin" / "opensearch", script)
    write_program(home / "jdk" / "bin" / "java", "exit 0\n")
    (home / "lib").mkdir()
    (home / "lib" / f"opensearch-{version}.jar").touch()
    (home / "config").mkdir()
    (home / "config" / "jvm.options").write_text("-Xms1g\n")
    return home


@pytest.fixture
def server() -> Iterator[Callable[[bytes], str]]:
    """Serves one answer for every address; the address of that server."""
    started: list[HTTPServer] = []

    def serve(body: bytes) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None: ...

        started.append(HTTPServer(("127.0.0.1", 0), Handler))
        threading.Thread(target=started[-1].serve_forever, args=(0.01,)).start()
        return f"http://127.0.0.1:{started[-1].server_port}"

    yield serve
    for each in started:
        each.shutdown()
        each.server_close()


# Finding


def test_a_running_cluster_comes_first_then_a_home_then_a_release(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, server: Callable[[bytes], str]
) -> None:
    java = make_java(tmp_path / "jvm" / "java-17", "17.0.1")
    home, url = make_home(tmp_path, "2.11.0"), server(ANSWER)
    released = find_engine(cache=tmp_path / "cache")
    monkeypatch.setenv("OPENSEARCH_HOME", str(home))
    named = find_engine()
    monkeypatch.setenv("OPENSEARCH_URL", url)
    running = find_engine()
    assert isinstance(released, LocalEngine)
    assert (released.home, released.java_home) == (tmp_path / "cache" / "2.19.4", java)
    assert named == LocalEngine(home, "2.11.0", None)
    assert isinstance(running, RunningEngine)
    assert (running.url, running.version) == (url, "2.19.4")


@pytest.mark.parametrize(
    ("javas", "asked", "found"),
    [
        (["17.0.1"], None, ("2.19.4", "17.0.1")),
        (["25", "21.0.2", "17.0.1"], None, ("2.19.4", "17.0.1")),
        (["25"], None, ("3.6.0", "25")),
        (["25", "17.0.1"], "3.6.0", ("3.6.0", "25")),
        (["11.0.1", "21.0.2"], "2.19.4", ("2.19.4", "21.0.2")),
    ],
)
def test_a_release_is_run_by_a_java_that_can(
    tmp_path: Path, javas: list[str], asked: str | None, found: tuple[str, str]
) -> None:
    for version in javas:
        make_java(tmp_path / "jvm" / version, version)
    engine = find_engine(asked)
    assert isinstance(engine, LocalEngine)
    assert engine.java_home
    assert (engine.version, engine.java_home.name) == found


def test_the_java_that_is_named_comes_before_the_one_in_path_and_the_others(
    monkeypatch: pytest.MonkeyPatch, machine: Path, tmp_path: Path
) -> None:
    make_java(tmp_path / "jvm" / "java-17", "17.0.1")
    assert find_java.find_java_home(17) == tmp_path / "jvm" / "java-17"
    in_path = make_java(tmp_path / "in path", "18")
    (machine / "java").symlink_to(in_path / "bin" / "java")
    assert find_java.find_java_home(17) == in_path
    monkeypatch.setenv("JAVA_HOME", str(make_java(tmp_path / "named", "19")))
    assert find_java.find_java_home(17) == tmp_path / "named"


def test_the_environment_may_name_a_version(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for version in ("17", "25"):
        make_java(tmp_path / "jvm" / version, version)
    monkeypatch.setenv("OPENSEARCH_VERSION", "3.6.0")
    assert find_engine().version == "3.6.0"


def test_a_secured_release_has_a_home_of_its_own(tmp_path: Path) -> None:
    make_java(tmp_path / "jvm" / "17", "17")
    engine = find_engine(secured=True, cache=tmp_path)
    assert isinstance(engine, LocalEngine)
    assert engine.home == tmp_path / "2.19.4-secured"


# Sentences


@pytest.mark.parametrize(
    ("named", "version", "secured", "sentence"),
    [
        ({}, None, False, "needs Java 17 to 23, and there is none: install one"),
        ({}, "3.6.0", False, "needs Java 21 or newer, and there is none: install one"),
        ({}, "1.0.0", False, "OpenSearch 1.0.0 was not tried: take 2.19.4 or 3.6.0"),
        ({}, "3.6.0", True, "Only OpenSearch 2.19.4 has its security plugin"),
        ({"OPENSEARCH_HOME": "/no/such"}, None, False, "OPENSEARCH_HOME=/no/such is no unpacked"),
        ({"OPENSEARCH_URL": "http://127.0.0.1:1"}, None, False, "127.0.0.1:1 does not answer"),
        ({"OPENSEARCH_URL": "http://127.0.0.1:1"}, None, True, "leave out OPENSEARCH_URL"),
    ],
)
def test_what_cannot_be_found_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
    named: dict[str, str],
    version: str | None,
    sentence: str,
    *,
    secured: bool,
) -> None:
    for name, text in named.items():
        monkeypatch.setenv(name, text)
    with pytest.raises(EngineError, match=re.escape(sentence)) as raised:
        find_engine(version, secured=secured)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    "body", [b"Welcome", b"[]", b'{"version": {"distribution": "other", "number": "2"}}']
)
def test_an_address_that_is_no_opensearch_is_said(
    monkeypatch: pytest.MonkeyPatch, server: Callable[[bytes], str], body: bytes
) -> None:
    monkeypatch.setenv("OPENSEARCH_URL", server(body))
    with pytest.raises(EngineError, match="OPENSEARCH_URL"):
        find_engine()


def test_a_password_in_an_address_is_in_no_message(
    monkeypatch: pytest.MonkeyPatch, server: Callable[[bytes], str]
) -> None:
    address = server(ANSWER)
    monkeypatch.setenv("OPENSEARCH_URL", address.replace("//", "//ana:s3cret@"))
    engine = find_engine()
    assert isinstance(engine, RunningEngine)
    assert (engine.access.user, engine.access.password) == ("ana", "s3cret")
    assert "s3cret" not in f"{engine} {engine!r}"
    with pytest.raises(EngineError, match=re.escape(address)) as raised:
        find_engine("3.6.0")
    assert "s3cret" not in str(raised.value)


def test_a_home_of_another_version_or_without_the_plugin_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OPENSEARCH_HOME", str(make_home(tmp_path, "2.11.0")))
    with pytest.raises(EngineError, match=r"is OpenSearch 2\.11\.0, not 3\.6\.0"):
        find_engine("3.6.0")
    with pytest.raises(EngineError, match="has no security plugin"):
        find_engine(secured=True)


def test_nodes_of_a_cluster_that_others_started_are_left_alone(
    monkeypatch: pytest.MonkeyPatch, server: Callable[[bytes], str]
) -> None:
    monkeypatch.setenv("OPENSEARCH_URL", server(ANSWER))
    with start_cluster(nodes=3) as running:
        assert running.urls == [os.environ["OPENSEARCH_URL"]]
        for change in (running.kill, running.stop, running.start):
            with pytest.raises(EngineError, match="leave OPENSEARCH_URL out"):
                change("n1")


@pytest.mark.parametrize("option", ["--find", "--install"])
def test_the_command_says_the_sentence_and_fails(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    monkeypatch.setattr("signal.signal", lambda *_: None)
    assert __main__.main([option]) == 1
    assert "apt-get install openjdk-17" in capsys.readouterr().err


def test_the_command_says_what_it_would_start(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("signal.signal", lambda *_: None)
    monkeypatch.setenv("OPENSEARCH_HOME", str(make_home(tmp_path, "2.11.0")))
    assert __main__.main(["--find"]) == 0
    assert capsys.readouterr().out.startswith(f"OpenSearch 2.11.0 in {tmp_path}")


# Bringing


def plain_engine(tmp_path: Path) -> LocalEngine:
    make_java(tmp_path / "jvm" / "17", "17")
    engine = find_engine(cache=tmp_path / "cache")
    assert isinstance(engine, LocalEngine)
    return engine


def test_without_maven_it_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="apt-get install maven"):
        bring_home(plain_engine(tmp_path))
    assert list((tmp_path / "cache").iterdir()) == []


def test_maven_brings_a_home_once_with_its_programs(tmp_path: Path, program: WriteProgram) -> None:
    made = make_home(tmp_path, "2.19.4")
    with zipfile.ZipFile(tmp_path / "opensearch-2.19.4.zip", "w") as packed:
        for path in made.rglob("*"):
            packed.write(path, path.relative_to(tmp_path))
    log = tmp_path / "asked"
    program("mvn", f'echo "$*" >> "{log}"; cp "{packed.filename}" .\n')
    engine = plain_engine(tmp_path)
    bring_home(engine)
    bring_home(engine)
    assert os.access(engine.home / "bin" / "opensearch", os.X_OK)
    assert not os.access(engine.home / "config" / "jvm.options", os.X_OK)
    assert len(log.read_text().splitlines()) == 2  # get, then copy
    assert f"-Dartifact={engines.RELEASES['2.19.4'].coordinates}" in log.read_text()
    assert {path.name for path in (tmp_path / "cache").iterdir()} == {"2.19.4", "maven.log"}


@pytest.mark.parametrize(
    ("printed", "sentence"),
    [
        ("[ERROR] Could not transfer artifact a:b:zip:1: Unknown host", "no network"),
        ("[ERROR] No plugin found for prefix 'dependency'", "no network"),
        ("[ERROR] Could not transfer artifact a:b:zip:1: status code: 403, reason", "refuses it"),
        ("[ERROR] Could not find artifact a:b:zip:1 in central", "does not have it"),
        ("[ERROR] Something else", "see what it printed"),
    ],
)
def test_why_maven_failed_is_said_with_where_its_words_are(
    tmp_path: Path, program: WriteProgram, printed: str, sentence: str
) -> None:
    assert sentence in cause(printed)
    program("mvn", f'echo "{printed}"; exit 1\n')
    with pytest.raises(EngineError, match=sentence) as raised:
        bring_home(plain_engine(tmp_path))
    log = tmp_path / "cache" / "maven.log"
    assert str(log) in str(raised.value)
    assert printed in log.read_text()
    assert list((tmp_path / "cache").iterdir()) == [log]


# Configuration


def test_each_node_knows_the_others_and_writes_into_its_own_folder(tmp_path: Path) -> None:
    plans = plan_nodes(3, tmp_path / "cluster")
    for plan in plans:
        settings = node_settings(plan, plans, tmp_path / "repository", {"plugins.x": True})
        assert settings["node.name"] == plan.name
        assert settings["network.host"] == "127.0.0.1"
        assert settings["discovery.seed_hosts"] == [other.transport for other in plans]
        assert settings["cluster.initial_cluster_manager_nodes"] == ["n1", "n2", "n3"]
        assert settings["path.data"] == str(tmp_path / "cluster" / plan.name / "data")
        assert settings["path.repo"] == [str(tmp_path / "repository")]
        assert settings["cluster.name"] == "cluster"
        assert settings["plugins.x"] is True


def test_settings_are_written_as_yaml_whatever_is_in_them() -> None:
    assert as_yaml({"a.b": 'a "b": #c', "d": ["e"], "f": True}) == (
        'a.b: "a \\"b\\": #c"\nd: ["e"]\nf: true\n'
    )


def test_ports_are_free_all_different_and_not_those_of_connections() -> None:
    ports = free_ports(6)
    assert len(set(ports)) == 6
    assert all(20_000 <= port < 32_000 for port in ports)


def test_java_writes_no_log_of_its_garbage_and_all_else_into_the_folder_of_the_node(
    tmp_path: Path,
) -> None:
    [plan] = plan_nodes(1, tmp_path)
    shipped = (
        "-Xms1g\n"
        "8:-Xloggc:logs/gc.log\n"
        "9-:-Xlog:gc*,gc+age=trace,safepoint:file=logs/gc.log:utctime,pid,tags:filecount=32\n"
        "-XX:HeapDumpPath=data\n"
        "-XX:ErrorFile=logs/hs_err_pid%p.log\n"
    )
    assert jvm_options(shipped, plan) == (
        "-Xms1g\n"
        f"-XX:HeapDumpPath={tmp_path}/n1/data\n"
        f"-XX:ErrorFile={tmp_path}/n1/logs/hs_err_pid%p.log\n"
    )


# Starting, as far as it goes without OpenSearch


def left_behind() -> list[Path]:
    return list(Path(tempfile.gettempdir()).glob(f"{PREFIX}{os.getpid()}-*"))


def test_a_node_that_ends_at_once_is_an_error_with_its_last_lines(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    home = make_home(tmp_path, "2.11.0", "echo 'Invalid -Xlog option'; exit 1\n")
    monkeypatch.setenv("OPENSEARCH_HOME", str(home))
    with pytest.raises(StartError) as raised, start_cluster():
        pytest.fail("it did not come up")
    assert str(raised.value) == (
        "0 of 1 nodes still run. The last lines of n1:\nInvalid -Xlog option"
    )
    assert left_behind() == []


def test_nodes_that_never_answer_are_given_up_and_ended(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    processes: list[int | None] = []
    start = Node.start

    def note(node: Node) -> None:
        start(node)
        processes.append(node.pid)

    monkeypatch.setattr(Node, "start", note)
    home = make_home(tmp_path, "2.11.0", "exec /usr/bin/tail -f /dev/null\n")
    monkeypatch.setenv("OPENSEARCH_HOME", str(home))
    monkeypatch.setattr(cluster, "START_SECONDS", 0.5)
    with pytest.raises(StartError, match="no 3 nodes after"), start_cluster(nodes=3):
        pytest.fail("it did not come up")
    assert len(processes) == 3
    for pid in processes:
        assert pid
        assert not Path(f"/proc/{pid}").exists()
    assert left_behind() == []


def test_what_a_killed_program_left_is_removed_by_the_next(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    dead, alive = tmp_path / f"{PREFIX}{2**22 + 1}-a", tmp_path / f"{PREFIX}{os.getpid()}-a"
    for folder in (dead, alive):
        (folder / "n1" / "data").mkdir(parents=True)
    remove_abandoned()
    assert (dead.exists(), alive.exists()) == (False, True)
