"""A share of the threads for work that may take long."""

import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from showcase.store.work_share import BusyError, WorkShare
from tests.conftest import WAIT_SECONDS


class Worker:
    """Work that begins in a thread and ends when it is told to."""

    def __init__(self, share: WorkShare, pool: ThreadPoolExecutor) -> None:
        self.begun, self.go = threading.Event(), threading.Event()
        self.result: Future[None] = pool.submit(self._work, share)

    def _work(self, share: WorkShare) -> None:
        with share.slot():
            self.begun.set()
            assert self.go.wait(WAIT_SECONDS)


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(8) as threads:
        yield threads


def test_others_wait_and_are_next(pool: ThreadPoolExecutor) -> None:
    share = WorkShare(max_running=1, patience_seconds=WAIT_SECONDS)
    first = Worker(share, pool)
    assert first.begun.wait(WAIT_SECONDS)
    second = Worker(share, pool)
    first.go.set()
    assert second.begun.wait(WAIT_SECONDS)
    second.go.set()
    assert second.result.result(WAIT_SECONDS) is None


def test_nobody_waits_where_work_takes_long(pool: ThreadPoolExecutor) -> None:
    """Nor does anybody who comes then."""
    now = [0.0]
    share = WorkShare(max_running=1, patience_seconds=1, clock=lambda: now[0])
    slow = Worker(share, pool)
    assert slow.begun.wait(WAIT_SECONDS)
    now[0] = 1.5
    with pytest.raises(BusyError), share.slot():
        pass
    slow.go.set()
    slow.result.result(WAIT_SECONDS)
    with share.slot():
        pass


def test_who_comes_often_leaves_threads_to_others(pool: ThreadPoolExecutor) -> None:
    share = WorkShare(max_running=1, patience_seconds=WAIT_SECONDS, max_held=1)
    working = Worker(share, pool)
    assert working.begun.wait(WAIT_SECONDS)
    with pytest.raises(BusyError), share.slot(is_frequent=True):
        pass
    other = Worker(share, pool)
    working.go.set()
    assert other.begun.wait(WAIT_SECONDS)
    other.go.set()


def test_work_that_fails_makes_room() -> None:
    share = WorkShare(max_running=1, patience_seconds=0)
    with pytest.raises(ZeroDivisionError), share.slot():
        _ = 1 / 0
    with share.slot():
        pass
