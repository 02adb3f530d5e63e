"""`make release` dates the changelog, commits, tags, and refuses what is not ready."""

import re
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from showcase import __version__
from tests.conftest import ROOT
from tools.release import (
    CHANGELOG,
    UNRELEASED,
    VERSION_FILE,
    NotReadyError,
    check_ready,
    last_release,
    make_release,
)

DAY = date(2027, 1, 5)
BEFORE = f"""\
# Changes

## {UNRELEASED}

* Links last longer.

## 1.0.0, 2026-12-24

Commit `{"0" * 40}`.

* Links.
"""


def git(root: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments], cwd=root, check=True, capture_output=True, text=True
    ).stdout.strip()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository of version 1.0.0 with a change that is not released yet."""
    (tmp_path / "showcase").mkdir()
    (tmp_path / VERSION_FILE).write_text('"""Shows."""\n\n__version__ = "1.0.0"\n', "utf-8")
    (tmp_path / CHANGELOG).write_text(BEFORE, "utf-8")
    git(tmp_path, "init", "--quiet")
    for name, value in (("user.name", "Ana"), ("user.email", "ana@example.org")):
        git(tmp_path, "config", name, value)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Make links last")
    return tmp_path


def test_a_release_is_a_commit_with_its_version_and_a_dated_section(checkout: Path) -> None:
    made_from = git(checkout, "rev-parse", "HEAD")
    make_release(checkout, "1.1.0", DAY)
    changelog = (checkout / CHANGELOG).read_text("utf-8")
    told = f"## {UNRELEASED}\n\nNothing yet.\n\n## 1.1.0, 2027-01-05\n\nCommit `{made_from}`.\n\n* Links last"
    assert told in changelog
    assert last_release(changelog) == (found := last_release(changelog))
    assert (found.version, found.day, found.commit) == ("1.1.0", DAY, made_from)
    assert '__version__ = "1.1.0"\n' in (checkout / VERSION_FILE).read_text("utf-8")
    assert git(checkout, "status", "--porcelain") == ""
    assert git(checkout, "rev-parse", "v1.1.0^{commit}") == git(checkout, "rev-parse", "HEAD")
    assert git(checkout, "rev-parse", "HEAD^") == made_from


def test_the_next_release_waits_until_there_is_something_to_say(checkout: Path) -> None:
    make_release(checkout, "1.1.0", DAY)
    with pytest.raises(NotReadyError, match="Say under"):
        check_ready(checkout, "1.2.0")


@pytest.mark.parametrize("version", ["", "1.1", "1.0.0", "0.9.9", "v1.1.0", "1.1.0rc1", "1.10.0.1"])
def test_what_is_no_later_version_is_refused(checkout: Path, version: str) -> None:
    with pytest.raises(NotReadyError, match=r"no version after 1\.0\.0"):
        check_ready(checkout, version)


def test_versions_are_compared_as_numbers(checkout: Path) -> None:
    assert check_ready(checkout, "1.10.0") == git(checkout, "rev-parse", "HEAD")


@pytest.mark.parametrize("name", [CHANGELOG, "new.txt"])
def test_a_checkout_with_changes_is_refused_and_left_alone(checkout: Path, name: str) -> None:
    (checkout / name).write_text("changed", "utf-8")
    with pytest.raises(NotReadyError, match=re.escape(name)):
        make_release(checkout, "1.1.0", DAY)
    assert '"1.0.0"' in (checkout / VERSION_FILE).read_text("utf-8")


def test_a_version_that_is_tagged_already_is_refused(checkout: Path) -> None:
    git(checkout, "tag", "v1.1.0")
    with pytest.raises(NotReadyError, match=r"tag v1\.1\.0"):
        check_ready(checkout, "1.1.0")


def test_a_changelog_without_an_unreleased_section_is_refused(checkout: Path) -> None:
    (checkout / CHANGELOG).write_text(BEFORE.replace(UNRELEASED, "Soon"), "utf-8")
    git(checkout, "commit", "--quiet", "--all", "--message", "Say soon")
    with pytest.raises(NotReadyError, match="Say under"):
        check_ready(checkout, "1.1.0")


def test_our_changelog_has_its_unreleased_section_first_and_then_this_version() -> None:
    changelog = (ROOT / CHANGELOG).read_text("utf-8")
    first, second, *_ = re.findall(r"^## (.+)$", changelog, re.MULTILINE)
    assert first == UNRELEASED
    release = last_release(changelog)
    assert second == f"{release.version}, {release.day}"
    assert release.version == __version__
    assert release.day <= datetime.now(UTC).date()
