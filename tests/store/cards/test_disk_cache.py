"""The disk cache of cards: bounded, never incomplete, and never required."""

import os
import threading
import time
from concurrent.futures import Future
from pathlib import Path

import pytest

from showcase.store.cards.disk_cache import CardCache, CardCacheLimits
from showcase.store.work_share import BusyError

CARD = b"\x89PNG a card"
LONG_AGO_S = 40 * 24 * 3600


class Drawing:
    """Counts how often it is asked to draw."""

    def __init__(self, card: bytes = CARD) -> None:
        self.card, self.times = card, 0

    def __call__(self) -> bytes:
        self.times += 1
        return self.card


def fail() -> bytes:
    raise AssertionError("a card is drawn that is kept already")  # noqa: EM101, TRY003


def kept(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.png"))


def grow_old(path: Path, seconds: float) -> None:
    long_ago = time.time() - seconds
    os.utime(path, (long_ago, long_ago))


def test_a_card_is_drawn_once(tmp_path: Path) -> None:
    draw = Drawing()
    cache = CardCache(tmp_path / "cards")
    assert cache.get("aa", draw) == cache.get("aa", fail) == CARD
    assert draw.times == 1


def test_another_process_finds_it(tmp_path: Path) -> None:
    CardCache(tmp_path).get("aa", Drawing())
    assert CardCache(tmp_path).get("aa", fail) == CARD


def test_the_folder_is_its_owners_alone(tmp_path: Path) -> None:
    CardCache(tmp_path / "state" / "cards").get("aa", Drawing())
    assert (tmp_path / "state" / "cards").stat().st_mode & 0o777 == 0o700


def test_an_empty_file_is_no_card(tmp_path: Path) -> None:
    (tmp_path / "aa.png").touch()
    assert CardCache(tmp_path).get("aa", Drawing()) == CARD


def test_a_folder_that_cannot_be_made_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "cards").write_text("no folder")
    draw = Drawing()
    cache = CardCache(tmp_path / "cards")
    assert cache.get("aa", draw) == cache.get("aa", draw) == CARD
    assert draw.times == 2


def test_a_full_disk_only_costs_time_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert CardCache(tmp_path).get("aa", Drawing()) == CARD
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("limits", "left"),
    [
        (CardCacheLimits(max_files=2), ["2", "3"]),
        (CardCacheLimits(max_bytes=2 * len(CARD)), ["2", "3"]),
        (CardCacheLimits(max_bytes=0), []),
        (CardCacheLimits(max_age_seconds=1.5 * 3600), ["3"]),
        (CardCacheLimits(), ["0", "1", "2", "3"]),
    ],
)
def test_cards_that_nobody_asked_for_longest_go_first(
    tmp_path: Path, limits: CardCacheLimits, left: list[str]
) -> None:
    cache = CardCache(tmp_path, limits)
    for number in range(4):
        (tmp_path / f"{number}.png").write_bytes(CARD)
        grow_old(tmp_path / f"{number}.png", (4 - number) * 3600)
    cache.sweep()
    assert kept(tmp_path) == left


def test_a_card_that_is_shown_is_young_again(tmp_path: Path) -> None:
    cache = CardCache(tmp_path)
    cache.get("aa", Drawing())
    grow_old(tmp_path / "aa.png", LONG_AGO_S)
    cache.get("aa", fail)
    cache.sweep()
    assert kept(tmp_path) == ["aa"]


def test_what_a_stopped_process_left_goes_too(tmp_path: Path) -> None:
    for name, age in (("old.part", 2 * 3600), ("new.part", 60)):
        (tmp_path / name).write_bytes(b"half a ca")
        grow_old(tmp_path / name, age)
    CardCache(tmp_path).get("aa", Drawing())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["aa.png", "new.part"]


def test_a_cache_never_grows_far_beyond_its_limit(tmp_path: Path) -> None:
    cache = CardCache(tmp_path, CardCacheLimits(max_files=10))
    for number in range(200):
        cache.get(f"{number:03}", Drawing())
    assert len(kept(tmp_path)) <= 10 + 64


def test_a_sweep_bears_that_another_process_sweeps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = CardCache(tmp_path, CardCacheLimits(max_files=0))
    (tmp_path / "aa.png").write_bytes(CARD)
    entries = cache._entries  # noqa: SLF001 - the moment between the look and the deletion

    def gone() -> list[tuple[float, int, Path]]:
        found = list(entries())
        (tmp_path / "aa.png").unlink()
        return found

    monkeypatch.setattr(cache, "_entries", gone)
    cache.sweep()
    assert kept(tmp_path) == []


class SlowDrawing:
    """Draws until the test releases it."""

    def __init__(self) -> None:
        self.begun, self.go, self.times = threading.Event(), threading.Event(), 0

    def __call__(self) -> bytes:
        self.times += 1
        self.begun.set()
        assert self.go.wait(10)
        return CARD


def in_thread(
    cache: CardCache, key: str, draw: SlowDrawing | Drawing, cards: list[bytes]
) -> threading.Thread:
    thread = threading.Thread(target=lambda: cards.append(cache.get(key, draw)))
    thread.start()
    return thread


def test_who_asks_for_a_card_that_is_being_drawn_gets_that_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache, draw, cards = CardCache(tmp_path), SlowDrawing(), list[bytes]()
    waiting = threading.Event()
    wait = cache._wait  # noqa: SLF001 - to know that the second one waits

    def tell(future: Future[bytes]) -> bytes:
        waiting.set()
        return wait(future)

    monkeypatch.setattr(cache, "_wait", tell)
    threads = [in_thread(cache, "aa", draw, cards)]
    assert draw.begun.wait(10)
    threads.append(in_thread(cache, "aa", draw, cards))
    assert waiting.wait(10)
    draw.go.set()
    for thread in threads:
        thread.join(10)
    assert (cards, draw.times) == ([CARD, CARD], 1)


def test_only_so_many_cards_are_drawn_at_once_and_others_wait(tmp_path: Path) -> None:
    cache = CardCache(tmp_path, CardCacheLimits(max_concurrent_draws=1, max_held_threads=1))
    draw, cards, later = SlowDrawing(), list[bytes](), Drawing()
    first = in_thread(cache, "aa", draw, cards)
    assert draw.begun.wait(10)
    with pytest.raises(BusyError):
        cache.get("bb", fail, is_frequent=True)
    second = in_thread(cache, "cc", later, cards)
    assert later.times == 0
    draw.go.set()
    for thread in (first, second):
        thread.join(10)
    assert cards == [CARD, CARD]


def test_nobody_waits_for_ever(tmp_path: Path) -> None:
    cache, draw, cards = (
        CardCache(tmp_path, CardCacheLimits(max_wait_seconds=0)),
        SlowDrawing(),
        list[bytes](),
    )
    thread = in_thread(cache, "aa", draw, cards)
    assert draw.begun.wait(10)
    with pytest.raises(BusyError):
        cache.get("aa", fail)
    draw.go.set()
    thread.join(10)
    assert cards == [CARD]


def test_a_drawing_that_fails_does_not_block_the_next(tmp_path: Path) -> None:
    cache = CardCache(tmp_path, CardCacheLimits(max_concurrent_draws=1))
    with pytest.raises(AssertionError):
        cache.get("aa", fail)
    assert cache.get("aa", Drawing()) == CARD
