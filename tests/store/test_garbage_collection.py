"""The collector of cyclic garbage runs rarely during a build, and as before after it."""

import gc
from collections.abc import Iterator

import pytest

from showcase.store.garbage_collection import collect_less_often, rare_collections


@pytest.fixture
def before() -> Iterator[tuple[int, int, int]]:
    """Python's own thresholds; the tests themselves collect rarely."""
    of_tests = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield gc.get_threshold()
    gc.set_threshold(*of_tests)


def test_collections_are_rare_until_the_end_even_after_an_error(
    before: tuple[int, int, int],
) -> None:
    with pytest.raises(OSError, match="full"), rare_collections():
        fail_when_collections_are_rare(before[0])
    assert gc.get_threshold() == before


def fail_when_collections_are_rare(threshold: int) -> None:
    assert gc.get_threshold()[0] > 100 * threshold
    message = "the disk is full"
    raise OSError(message)


def test_a_process_that_serves_looks_through_less() -> None:
    before = gc.get_threshold()
    try:
        collect_less_often()
        assert gc.get_threshold()[0] > before[0] or before[0] >= 20_000
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
