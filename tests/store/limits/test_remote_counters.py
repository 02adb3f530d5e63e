"""Counters in a real Redis (apt-get install redis-server), shared by machines, and without one."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from showcase.store.limits.visitor_budgets import VisitorBudgets
from tests.conftest import wait_until

REDIS = shutil.which("redis-server")
NOBODY_LISTENS = "redis://127.0.0.1:1/0"


class Clock:
    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The address of a Redis that keeps nothing on the disk, and its process."""
    if REDIS is None:
        pytest.skip("there is no redis-server: apt-get install redis-server")
    socket = tmp_path / "redis.sock"
    command = [
        REDIS,
        "--port",
        "0",
        "--unixsocket",
        str(socket),
        "--save",
        "",
        "--dir",
        str(tmp_path),
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        wait_until(socket.exists)
        yield f"redis+unix://{socket}", process
        process.kill()


@pytest.mark.slow
def test_machines_count_together_what_a_visitor_asks_for(
    redis: tuple[str, subprocess.Popen[bytes]],
) -> None:
    """By one key, which none of them was given: hashes of an address are equal."""
    machines = [VisitorBudgets(10, redis=redis[0]) for _ in range(2)]
    keys = {machine.visitor_key(b"1234") for machine in machines}
    assert len(keys) == 1
    visitor = keys.pop()
    for machine in machines:
        assert machine.seconds_to_wait("search", visitor) == 0
        machine.charge("search", visitor, 6)
    assert all(50 < machine.seconds_to_wait("search", visitor) <= 60 for machine in machines)


@pytest.mark.slow
def test_each_machine_counts_for_itself_while_redis_is_away(
    redis: tuple[str, subprocess.Popen[bytes]],
) -> None:
    address, process = redis
    budgets = VisitorBudgets(10, redis=address)
    visitor = budgets.visitor_key(b"1234")
    budgets.charge("search", visitor, 11)
    assert budgets.seconds_to_wait("search", visitor) > 0
    process.kill()
    process.wait()
    assert budgets.seconds_to_wait("search", visitor) == 0
    budgets.charge("search", visitor, 11)
    assert budgets.seconds_to_wait("search", visitor) > 0


def test_a_redis_that_is_not_there_is_asked_again_later_only() -> None:
    clock = Clock()
    budgets = VisitorBudgets(10, clock, NOBODY_LISTENS)
    visitor = budgets.visitor_key(b"1234")
    budgets.charge("search", visitor, 11)
    assert budgets.seconds_to_wait("search", visitor) == 60
    clock.now += 60
    assert budgets.seconds_to_wait("search", visitor) == 0
