"""The cache of bytes on the disk: never incomplete, keyed by content, and bounded."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from showcase.store.byte_cache import ByteCache


class Making:
    """Makes the same bytes each time, and counts how often."""

    def __init__(self, value: bytes = b"made") -> None:
        self.value, self.times = value, 0

    def __call__(self) -> bytes:
        self.times += 1
        return self.value


def test_what_is_kept_is_made_once(tmp_path: Path) -> None:
    making = Making()
    for _ in range(3):
        assert ByteCache(tmp_path / "cache", 9).get("a", making) == b"made"
    assert making.times == 1


def test_another_key_is_something_else(tmp_path: Path) -> None:
    cache = ByteCache(tmp_path, 9)
    assert [cache.get(key, Making(key.encode())) for key in "abab"] == [b"a", b"b", b"a", b"b"]


def test_nothing_is_a_value_too(tmp_path: Path) -> None:
    making = Making(b"")
    for _ in range(2):
        assert ByteCache(tmp_path, 9).get("a", making) == b""
    assert making.times == 1


@pytest.mark.parametrize("damaged", [b"", b"x", b"x" * 32, b"x" * 99])
def test_a_damaged_file_is_made_again(tmp_path: Path, damaged: bytes) -> None:
    cache, making = ByteCache(tmp_path, 9), Making()
    cache.get("a", making)
    (tmp_path / "a").write_bytes(damaged)
    assert [cache.get("a", making) for _ in range(2)] == [b"made", b"made"]
    assert making.times == 2


def test_a_file_that_was_cut_short_is_made_again(tmp_path: Path) -> None:
    cache = ByteCache(tmp_path, 9)
    cache.get("a", Making())
    (tmp_path / "a").write_bytes((tmp_path / "a").read_bytes()[:-1])
    assert cache.get("a", Making()) == b"made"


def test_a_folder_that_is_deleted_is_made_again(tmp_path: Path) -> None:
    cache = ByteCache(tmp_path / "cache", 9)
    cache.get("a", Making())
    (tmp_path / "cache" / "a").unlink()
    (tmp_path / "cache").rmdir()
    assert cache.get("a", Making()) == b"made"
    assert (tmp_path / "cache" / "a").exists()


def test_where_nothing_can_be_written_it_is_made_each_time(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("no folder")
    cache, making = ByteCache(tmp_path / "cache", 9), Making()
    assert [cache.get("a", making) for _ in range(2)] == [b"made", b"made"]
    assert making.times == 2


def test_the_folder_is_its_owners_alone(tmp_path: Path) -> None:
    ByteCache(tmp_path / "state" / "cache", 9).get("a", Making())
    assert (tmp_path / "state" / "cache").stat().st_mode & 0o777 == 0o700


def test_those_used_longest_ago_go(tmp_path: Path) -> None:
    cache = ByteCache(tmp_path, 3)
    for age, key in enumerate("abc"):
        cache.get(key, Making())
        os.utime(tmp_path / key, (0, 100 - age))
    cache.get("c", pytest.fail)  # used again
    cache.get("d", Making())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "c", "d"]


def test_what_a_stopped_process_left_goes_with_the_others(tmp_path: Path) -> None:
    (tmp_path / "tmp1234").write_bytes(b"ha")
    os.utime(tmp_path / "tmp1234", (0, 0))
    cache = ByteCache(tmp_path, 2)
    for key in "ab":
        cache.get(key, Making())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


GET_ALL = """
import pathlib, sys
from showcase.store.byte_cache import ByteCache
cache = ByteCache(pathlib.Path(sys.argv[1]), 20)
for key in range(40):
    value = bytes([key]) * 50_000
    assert cache.get(str(key), lambda: value) == value
"""


@pytest.mark.slow
def test_many_processes_at_once_get_what_each_would_make_alone(tmp_path: Path) -> None:
    started = [subprocess.Popen([sys.executable, "-c", GET_ALL, tmp_path]) for _ in range(4)]
    assert [process.wait() for process in started] == [0] * 4
    assert len(list(tmp_path.iterdir())) <= 20
