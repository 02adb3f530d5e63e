"""Nothing of a cluster is left, however the program that started it ends."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cluster.conftest import FOREIGN, HOME_OPTION, WHY_SKIPPED, folders_of, processes_with
from tests.conftest import ROOT, wait_until
from tools.opensearch import Cluster, start_cluster
from tools.opensearch.preparation import remove_abandoned

pytestmark = pytest.mark.skipif(bool(FOREIGN), reason=WHY_SKIPPED)
Program = subprocess.Popen[str]


@pytest.fixture
def program() -> Iterator[Program]:
    """The command that starts one node; killed at the end if it still runs."""
    command = [sys.executable, "-m", "tools.opensearch"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


def folder_with_nodes(process: Program) -> Path:
    """The folder of the cluster that a program starts, as soon as a node runs in it."""
    wait_until(lambda: bool(folders_of(process.pid)))
    [folder] = folders_of(process.pid)
    wait_until(lambda: bool(processes_with(f"{HOME_OPTION}{folder}")))
    return folder


def test_an_error_in_a_test_ends_its_cluster() -> None:
    with pytest.raises(ZeroDivisionError), start_cluster() as cluster:
        divide_while_it_runs(cluster)
    assert cluster.folder
    assert not processes_with(cluster.folder.name)
    assert not cluster.folder.exists()


def divide_while_it_runs(cluster: Cluster) -> None:
    assert cluster.folder
    assert cluster.folder in folders_of(os.getpid())
    assert processes_with(f"{HOME_OPTION}{cluster.folder}")
    _ = 1 / 0


def test_ctrl_c_ends_the_command_that_said_where_its_cluster_answers(program: Program) -> None:
    folder = folder_with_nodes(program)
    assert program.stdout
    said = [program.stdout.readline() for _ in range(3)]
    assert said[0].startswith("OpenSearch ")
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+\n", said[1])
    assert "Ctrl-C" in said[2]
    program.send_signal(signal.SIGINT)
    assert program.wait(30) == 0
    assert not processes_with(folder.name)
    assert not folder.exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_while_nodes_start_leaves_nothing(program: Program, number: int) -> None:
    folder = folder_with_nodes(program)
    program.send_signal(number)
    assert program.wait(30) == 130
    assert not processes_with(folder.name)
    assert not folder.exists()


def test_nodes_of_a_killed_program_end_and_the_next_removes_their_files(program: Program) -> None:
    folder = folder_with_nodes(program)
    program.kill()
    program.wait()
    wait_until(lambda: not processes_with(folder.name))
    remove_abandoned()
    assert not folder.exists()
