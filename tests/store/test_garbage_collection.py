"""The collector of cyclic garbage runs rarely during a build, and as before after it."""

import gc
from collections.abc import Iterator

import pytest

from showcase.store.garbage_collection import rare_collections


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
