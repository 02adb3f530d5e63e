from showcase.core.intake.change_plan import (
    Action,
    ChangePlan,
    PlannedFile,
    PlannedKey,
    plan_keys,
)


def test_only_keys_that_are_not_set_are_filled() -> None:
    present = {"title": "Mine", "links": [{"label": "A"}]}
    offered = {"title": "Theirs", "date": "2023-01-17", "duration": "", "source": ()}
    assert plan_keys(present, offered) == [
        PlannedKey("title", Action.KEPT, "Mine"),
        PlannedKey("date", Action.NEW, "2023-01-17"),
    ]


def test_a_key_that_the_owner_asks_for_is_replaced_if_it_says_something_else() -> None:
    asked = {"title", "date"}
    planned = plan_keys({"title": "Old", "date": "2023"}, {"title": "New", "date": "2023"}, asked)
    assert planned == [
        PlannedKey("title", Action.REPLACED, "New"),
        PlannedKey("date", Action.KEPT, "2023"),
    ]


def test_a_plan_of_files_that_all_stay_changes_nothing() -> None:
    kept, new = PlannedFile("a/b", Action.KEPT), PlannedFile("a/c", Action.NEW)
    assert not ChangePlan("a", is_new=False, files=(kept,)).changes_something
    assert ChangePlan("a", is_new=False, files=(kept, new)).changes_something
