"""A change is there whole or not at all, whenever the program was stopped, and can be taken back."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showcase.errors import ShowcaseError
from showcase.store.intake import file_steps
from showcase.store.intake.journal import (
    HISTORY_FOLDER,
    ChangeJournal,
    LockedError,
    PlannedContent,
    content_hash,
)
from tests.conftest import examples

STEPS = (
    "make_folder", "write_bytes", "copy_file", "keep_file", "move", "remove_file", "remove_tree",
    "remove_empty_folder", "sync_folder",
)  # fmt: skip
BEFORE = {"farm/video.toml": b"old", "farm/captions.en.vtt": b"words", "farm/old.mp4": b"film"}
AFTER = {"farm/video.toml": b"new", "farm/captions.en.vtt": b"words", "farm/new.mp4": b"other"}


class StoppedError(Exception):
    """The program was stopped here."""


@contextmanager
def stopped_before(step: int) -> Iterator[Callable[[], int]]:
    """Stops before a step, counted from 0; gives how many there were."""
    count = 0

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: object) -> object:
            nonlocal count
            count += 1
            if count > step:
                raise StoppedError
            return real(*arguments)

        return run

    with pytest.MonkeyPatch.context() as patch:
        for name in STEPS:
            patch.setattr(file_steps, name, counted(getattr(file_steps, name)))
        yield lambda: count


def write(root: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)


def read(root: Path) -> dict[str, bytes]:
    """All files that are seen: those of the journal are hidden."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and HISTORY_FOLDER not in path.parts
    }


def contents(root: Path, wanted: Mapping[str, bytes]) -> list[PlannedContent]:
    names = sorted({*read(root), *wanted})
    return [
        PlannedContent(name, wanted.get(name), content_hash(root / name))
        for name in names
        if wanted.get(name) != read(root).get(name)
    ]


def apply(root: Path, wanted: Mapping[str, bytes]) -> None:
    journal = ChangeJournal(root)
    with journal.lock():
        journal.apply("changed", contents(root, wanted))


def undo(root: Path) -> None:
    journal = ChangeJournal(root)
    with journal.lock():
        journal.undo()


def count_steps(root: Path, action: Callable[[Path], None]) -> int:
    with stopped_before(1_000) as count:
        action(root)
        return count()


def test_a_change_is_written_and_taken_back(tmp_path: Path) -> None:
    write(tmp_path, BEFORE)
    apply(tmp_path, AFTER)
    assert read(tmp_path) == AFTER
    undo(tmp_path)
    assert read(tmp_path) == BEFORE
    assert not (tmp_path / HISTORY_FOLDER).exists()


def test_what_comes_back_is_the_same_file_with_its_time(tmp_path: Path) -> None:
    write(tmp_path, BEFORE)
    before = (tmp_path / "farm/video.toml").stat()
    apply(tmp_path, AFTER)
    undo(tmp_path)
    assert (tmp_path / "farm/video.toml").stat().st_mtime_ns == before.st_mtime_ns


def test_stopped_at_any_step_a_change_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    write(tmp_path / "count", BEFORE)
    steps = count_steps(tmp_path / "count", lambda root: apply(root, AFTER))
    outcomes = set()
    for step in range(steps):
        root = tmp_path / str(step)
        write(root, BEFORE)
        with stopped_before(step), pytest.raises(StoppedError):
            apply(root, AFTER)
        journal = ChangeJournal(root)
        with journal.lock():
            journal.finish()
        assert read(root) in (BEFORE, AFTER), step
        assert not journal.is_unfinished()
        outcomes.add(read(root) == AFTER)
        assert (journal.last() is not None) == (read(root) == AFTER)
    assert outcomes == {True, False}


def test_stopped_at_any_step_what_is_taken_back_is_finished_by_the_next_command(
    tmp_path: Path,
) -> None:
    write(tmp_path / "count", BEFORE)
    apply(tmp_path / "count", AFTER)
    steps = count_steps(tmp_path / "count", undo)
    for step in range(steps):
        root = tmp_path / str(step)
        write(root, BEFORE)
        apply(root, AFTER)
        with stopped_before(step), pytest.raises(StoppedError):
            undo(root)
        journal = ChangeJournal(root)
        with journal.lock():
            journal.finish()
        assert read(root) == (BEFORE if step else AFTER), step
        assert not journal.is_unfinished()


def test_stopped_while_it_is_finished_the_one_after_finishes_it(tmp_path: Path) -> None:
    write(tmp_path, BEFORE)
    with stopped_before(12), pytest.raises(StoppedError):
        apply(tmp_path, AFTER)
    journal = ChangeJournal(tmp_path)
    for step in range(20):
        with stopped_before(step), journal.lock():
            try:
                journal.finish()
                break
            except StoppedError:
                assert journal.is_unfinished() or read(tmp_path) in (BEFORE, AFTER)
    assert read(tmp_path) in (BEFORE, AFTER)


def test_what_a_person_changed_between_a_crash_and_the_next_command_stays(tmp_path: Path) -> None:
    write(tmp_path, BEFORE)
    steps = count_steps(tmp_path, lambda root: apply(root, AFTER))
    undo(tmp_path)
    for step in range(steps):
        with ChangeJournal(tmp_path).lock():
            ChangeJournal(tmp_path).finish()
        with stopped_before(step), pytest.raises(StoppedError):
            apply(tmp_path, AFTER)
        if list((tmp_path / HISTORY_FOLDER).glob("pending-*")):
            break
    (tmp_path / "farm/video.toml").write_bytes(b"mine")
    journal = ChangeJournal(tmp_path)
    with journal.lock():
        said = journal.finish()
    assert said[-1] == "farm/video.toml was changed since, and is left as it is."
    assert read(tmp_path) == {**AFTER, "farm/video.toml": b"mine"}
    undo(tmp_path)
    assert read(tmp_path) == {**BEFORE, "farm/video.toml": b"mine"}


def test_nothing_is_written_over_what_was_changed_since_the_plan(tmp_path: Path) -> None:
    write(tmp_path, BEFORE)
    planned = contents(tmp_path, AFTER)
    (tmp_path / "farm/video.toml").write_bytes(b"mine")
    journal = ChangeJournal(tmp_path)
    with journal.lock(), pytest.raises(ShowcaseError, match=r"farm/video\.toml: It was changed"):
        journal.apply("changed", planned)
    assert read(tmp_path) == {**BEFORE, "farm/video.toml": b"mine"}


def test_files_that_were_changed_since_are_named(tmp_path: Path) -> None:
    write(tmp_path, BEFORE)
    apply(tmp_path, AFTER)
    (tmp_path / "farm/new.mp4").unlink()
    (tmp_path / "farm/video.toml").write_bytes(b"mine")
    journal = ChangeJournal(tmp_path)
    record = journal.last()
    assert record
    assert sorted(journal.changed_since(record)) == ["farm/new.mp4", "farm/video.toml"]


def test_two_commands_do_not_change_a_folder_at_once(tmp_path: Path) -> None:
    other = ChangeJournal(tmp_path)
    with ChangeJournal(tmp_path).lock(), pytest.raises(LockedError), other.lock():
        pass
    with ChangeJournal(tmp_path).lock():
        pass


def test_a_damaged_record_is_named(tmp_path: Path) -> None:
    apply(tmp_path, AFTER)
    (tmp_path / HISTORY_FOLDER / "0001" / "change.json").write_text("{")
    with pytest.raises(ShowcaseError, match="0001: It is damaged"):
        ChangeJournal(tmp_path).last()


FILES = st.dictionaries(
    st.sampled_from(["a/x", "a/y", "b/x", "b/c.vtt", "site.toml"]),
    st.sampled_from([b"", b"1", b"2", b"words"]),
)


@settings(max_examples=examples(30))
@given(st.lists(FILES, min_size=1, max_size=4))
def test_changes_are_taken_back_one_after_the_other_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory, states: list[dict[str, bytes]]
) -> None:
    root = tmp_path_factory.mktemp("root")
    write(root, states[0])
    seen = [read(root)]
    for wanted in states[1:]:
        apply(root, wanted)
        assert read(root) == wanted
        seen.append(read(root))
    for before in reversed(seen[:-1]):
        undo(root)
        assert read(root) == before
    assert not (root / HISTORY_FOLDER).exists()


@settings(max_examples=examples(40))
@given(FILES, FILES, st.integers(0, 40))
def test_any_change_that_is_stopped_anywhere_is_whole_or_not_there(
    tmp_path_factory: pytest.TempPathFactory,
    before: dict[str, bytes],
    after: dict[str, bytes],
    step: int,
) -> None:
    root = tmp_path_factory.mktemp("root")
    write(root, before)
    with stopped_before(step), suppress(StoppedError):
        apply(root, after)
    journal = ChangeJournal(root)
    with journal.lock():
        journal.finish()
    assert read(root) in (before, after)
