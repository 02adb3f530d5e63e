"""Counters in shared memory: as the library's own, for all processes, and of a bounded size."""

import os

import pytest

from showcase.store.limits.shared_counters import SharedCounters


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def test_they_count_by_key_until_their_time_is_over() -> None:
    clock = Clock()
    counters = SharedCounters(clock)
    assert [counters.incr("a", 60), counters.incr("a", 60, 5), counters.incr("b", 60)] == [1, 6, 1]
    assert (counters.get("a"), counters.get("c")) == (6, 0)
    assert (counters.get_expiry("a"), counters.get_expiry("c")) == (clock.now + 60, clock.now)
    clock.now += 30
    assert counters.incr("a", 60) == 7
    clock.now += 30
    assert (counters.get("a"), counters.incr("a", 60)) == (0, 1)


def test_they_are_forgotten_one_by_one_and_all() -> None:
    counters = SharedCounters()
    for key in "ab":
        counters.incr(key, 60)
    counters.clear("a")
    assert (counters.get("a"), counters.get("b")) == (0, 1)
    counters.reset()
    assert (counters.get("b"), counters.check()) == (0, True)


# Newer versions of Python warn of a fork beside threads: the child does nothing but count.
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_another_process_counts_on() -> None:
    counters = SharedCounters()
    counters.incr("a", 60)
    child = os.fork()
    if child == 0:
        for _ in range(1_000):
            counters.incr("a", 60)
        os._exit(0)
    for _ in range(1_000):
        counters.incr("a", 60)
    assert os.waitpid(child, 0)[1] == 0
    assert counters.get("a") == 2_001


def test_many_keys_take_no_more_memory_and_those_who_ask_most_are_remembered() -> None:
    counters = SharedCounters()
    counters.incr("most", 60, 1_000)
    for number in range(50_000):
        counters.incr(f"other {number}", 60)
    assert counters.get("most") == 1_000


def test_a_count_ends_at_what_a_counter_holds() -> None:
    counters = SharedCounters()
    counters.incr("a", 60, 2**32 - 2)
    assert counters.incr("a", 60, 5) == 2**32 - 1
