"""Makes a release, on this machine only: docs/how-to/release.md explains when and how.

    python -m tools.release --check 1.2.3    check that everything is ready
    python -m tools.release 1.2.3            date its section of CHANGELOG.md, commit, tag, build the wheel

Nothing is pushed or uploaded.
"""

import argparse
import re
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHANGELOG = "CHANGELOG.md"
VERSION_FILE = "showcase/__init__.py"
UNRELEASED = "Not released yet"
_NOTHING = "Nothing yet."
_VERSION = re.compile(r"\d+\.\d+\.\d+", re.ASCII)
_SECTION = re.compile(r"^## (.+)\n", re.MULTILINE)
_RELEASED = re.compile(
    r"^## (?P<version>\d+\.\d+\.\d+), (?P<day>\d{4}-\d\d-\d\d)\n\nCommit `(?P<commit>[0-9a-f]{40})`",
    re.MULTILINE,
)
_ASSIGNED = re.compile(r'^__version__ = "(.+)"$', re.MULTILINE)


class NotReadyError(Exception):
    """The release cannot be made; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Release:
    """A release as CHANGELOG.md names it.

    Attributes:
        version: three numbers, "0.1.0".
        day: the day of the release.
        commit: the full id of the commit that it was made from, 40 hexadecimal digits.
    """

    version: str
    day: date
    commit: str


def last_release(changelog: str) -> Release:
    """The newest release of a changelog.

    Raises:
        NotReadyError: the changelog has no release.
    """
    found = _RELEASED.search(changelog)
    if found is None:
        message = f"{CHANGELOG} names no release with its day and commit."
        raise NotReadyError(message)
    return Release(found["version"], date.fromisoformat(found["day"]), found["commit"])


def dated_changelog(changelog: str, release: Release) -> str:
    """The changelog with its unreleased section renamed for the release, and a new empty one before it.

    Raises:
        NotReadyError: there is no such section, or it is empty.
    """
    heading = f"## {UNRELEASED}\n"
    before, found, rest = changelog.partition(heading)
    changes = _SECTION.split(rest, maxsplit=1)[0].strip()
    if not found or changes in ("", _NOTHING):
        message = f"{CHANGELOG}: Say under “{UNRELEASED}” what the release changes for its readers."
        raise NotReadyError(message)
    dated = f"## {release.version}, {release.day}\n\nCommit `{release.commit}`.\n"
    return f"{before}{heading}\n{_NOTHING}\n\n{dated}{rest}"


def check_ready(root: Path, version: str) -> str:
    """Check that a checkout is ready to become this version.

    Returns:
        The full id of its commit.

    Raises:
        NotReadyError: it is not; the message names the first obstacle.
    """
    current = _version_of((root / VERSION_FILE).read_text("utf-8"))
    if not _VERSION.fullmatch(version) or _numbers(version) <= _numbers(current):
        message = f"“{version}” is no version after {current}: make release VERSION=1.2.3"
        raise NotReadyError(message)
    if changed := _git(root, "status", "--porcelain"):
        message = f"Commit or undo what is changed first:\n{changed}"
        raise NotReadyError(message)
    if _git(root, "tag", "--list", f"v{version}"):
        message = f"There is a tag v{version} already."
        raise NotReadyError(message)
    commit = _git(root, "rev-parse", "HEAD")
    changelog = (root / CHANGELOG).read_text("utf-8")
    dated_changelog(changelog, Release(version, datetime.now(UTC).date(), commit))
    return commit


def make_release(root: Path, version: str, day: date) -> None:
    """Commit the new version and its dated section of the changelog, and tag that commit.

    Raises:
        NotReadyError: the checkout is not ready, and nothing was changed; or a git command failed.
    """
    release = Release(version, day, check_ready(root, version))
    changelog, module = root / CHANGELOG, root / VERSION_FILE
    changelog.write_text(dated_changelog(changelog.read_text("utf-8"), release), "utf-8")
    assigned = f'__version__ = "{version}"'
    module.write_text(_ASSIGNED.sub(assigned, module.read_text("utf-8")), "utf-8")
    _git(root, "commit", "--quiet", "--message", f"Release {version}", CHANGELOG, VERSION_FILE)
    _git(root, "tag", "--annotate", "--message", f"Release {version}", f"v{version}")


def build_wheel(root: Path) -> None:
    """Build the wheel into dist/."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", "dist", "."]
    subprocess.run(command, cwd=root, check=True, stdout=subprocess.DEVNULL)


def _version_of(module: str) -> str:
    found = _ASSIGNED.search(module)
    if found is None:
        message = f"{VERSION_FILE} has no line __version__ = …"
        raise NotReadyError(message)
    return found[1]


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _git(root: Path, *arguments: str) -> str:
    ran = subprocess.run(["git", *arguments], cwd=root, check=False, capture_output=True, text=True)
    if ran.returncode:
        message = f"git {' '.join(arguments)}: {ran.stderr.strip()}"
        raise NotReadyError(message)
    return ran.stdout.strip()


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.release", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing")
    parser.add_argument("version", nargs="?", default="")
    asked = parser.parse_args()
    try:
        if asked.check:
            check_ready(ROOT, asked.version)
            return 0
        make_release(ROOT, asked.version, datetime.now(UTC).date())
    except NotReadyError as error:
        print(error, file=sys.stderr)
        return 1
    build_wheel(ROOT)
    print(f"Release {asked.version} is committed and tagged v{asked.version}; dist/ has its wheel.")
    print(f"When it is as it should be: git push origin HEAD v{asked.version}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
