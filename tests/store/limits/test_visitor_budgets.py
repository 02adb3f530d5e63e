"""The computing time that each visitor may ask for."""

from showcase.store.limits.visitor_budgets import VisitorBudgets

MIDNIGHT = 20_000 * 86_400.0


class Clock:
    def __init__(self) -> None:
        self.now = MIDNIGHT + 3_600

    def __call__(self) -> float:
        return self.now


def test_who_has_used_a_budget_waits_until_its_minute_is_over() -> None:
    clock = Clock()
    budgets = VisitorBudgets(10, clock)
    budgets.charge("search", "a", 9.9)
    assert budgets.seconds_to_wait("search", "a") == 0
    clock.now += 20
    budgets.charge("search", "a", 0.5)
    assert budgets.seconds_to_wait("search", "a") == 40
    clock.now += 39.5
    assert budgets.seconds_to_wait("search", "a") == 1
    clock.now += 0.5
    assert budgets.seconds_to_wait("search", "a") == 0


def test_each_visitor_and_each_kind_of_work_has_its_own() -> None:
    budgets = VisitorBudgets(10)
    budgets.charge("search", "a", 10)
    assert budgets.seconds_to_wait("search", "a") > 0
    assert budgets.seconds_to_wait("search", "b") == 0
    assert budgets.seconds_to_wait("pages", "a") == 0


def test_a_visitor_who_is_not_known_and_a_limit_of_0_make_nobody_wait() -> None:
    budgets, off = VisitorBudgets(1), VisitorBudgets(0)
    budgets.charge("search", "", 100)
    off.charge("search", "a", 100)
    assert (budgets.seconds_to_wait("search", ""), off.seconds_to_wait("search", "a")) == (0, 0)
    assert not budgets.is_frequent("search", "")
    assert not off.is_frequent("search", "a")


def test_who_has_used_a_tenth_asks_often() -> None:
    budgets = VisitorBudgets(10)
    budgets.charge("cards", "a", 0.9)
    assert not budgets.is_frequent("cards", "a")
    budgets.charge("cards", "a", 0.2)
    assert budgets.is_frequent("cards", "a")


def test_a_key_is_another_one_every_day_and_in_every_process_that_is_started() -> None:
    clock = Clock()
    budgets = VisitorBudgets(10, clock)
    today = budgets.visitor_key(b"1234")
    assert today == budgets.visitor_key(b"1234") != budgets.visitor_key(b"1235")
    assert today != VisitorBudgets(10, clock).visitor_key(b"1234")
    clock.now += 86_400
    assert today != budgets.visitor_key(b"1234")
