"""The collector of cyclic garbage runs rarely during a build, and as before after it."""

import gc

import pytest

from showcase.store.garbage_collection import rare_collections


def test_collections_are_rare_until_the_end_even_after_an_error() -> None:
    before = (700, 10, 10)  # the tests themselves collect rarely
    gc.set_threshold(*before)
    with pytest.raises(OSError, match="full"), rare_collections():
        fail_when_collections_are_rare(before[0])
    assert gc.get_threshold() == before


def fail_when_collections_are_rare(threshold: int) -> None:
    assert gc.get_threshold()[0] > 100 * threshold
    message = "the disk is full"
    raise OSError(message)
