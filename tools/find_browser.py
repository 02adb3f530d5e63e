"""Finds the Chromium or Chrome for the tests, and prints its path.

With --install, installs one if there is none: Debian's with apt-get if this user may, else the one of
Playwright. Only a browser that prints its version counts: on some systems `chromium` only prints where to
get it.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
ADVICE = (
    "There is no Chromium or Chrome, and none could be installed: install one "
    "(on Debian: apt-get install chromium), or name one with CHROMIUM=/path/to/chrome."
)


class NoBrowserError(Exception):
    """There is no browser; the message is one sentence that says what to do."""


def find_browser() -> str:
    """The path of a browser: `CHROMIUM`, else the first in PATH that starts, else Playwright's own.

    Raises:
        NoBrowserError: there is none.
    """
    if named := os.environ.get("CHROMIUM"):
        if path := shutil.which(named):
            return path
        message = f"CHROMIUM={named} is no program: correct it, or leave it out."
        raise NoBrowserError(message)
    for path in _places():
        if _starts(path):
            return path
    raise NoBrowserError(ADVICE)


def install_browser() -> str:
    """The path of a browser, installed if there is none.

    Raises:
        NoBrowserError: there is none, and every way to install one failed.
    """
    for source, install in WAYS:
        try:
            return find_browser()
        except NoBrowserError:
            if os.environ.get("CHROMIUM"):
                raise
            print(f"There is no Chromium: installing {source} ...", file=sys.stderr, flush=True)
            install()
    return find_browser()


def _places() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    if path := _playwright_path():
        yield path


def _playwright_path() -> str | None:
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only make's environment has it
    except ImportError:
        return None
    with sync_playwright() as playwright:
        return shutil.which(playwright.chromium.executable_path)


def _starts(path: str) -> bool:
    try:
        answer = subprocess.run(
            [path, "--version"], capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0 and "chrom" in answer.stdout.lower()


def _install_debian() -> None:
    if (apt := shutil.which("apt-get")) and (before := _may_install()) is not None:
        _run([*before, apt, "update", "-qq"])
        _run([*before, apt, "install", "-qq", "-y", "--no-install-recommends", "chromium"])


def _may_install() -> list[str] | None:
    """The start of a command that is run as root; None if this user may not."""
    if os.geteuid() == 0:
        return ["env", "DEBIAN_FRONTEND=noninteractive"]
    sudo = shutil.which("sudo")
    return ["sudo", "-n"] if sudo and _run([sudo, "-n", "true"]) else None


def _install_playwright() -> None:
    _run([sys.executable, "-m", "playwright", "install", "chromium"])


def _run(command: list[str]) -> bool:
    """Run a command with its output on standard error; whether it succeeded."""
    return subprocess.run(command, stdout=sys.stderr, check=False).returncode == 0


WAYS = (
    ("Debian's with apt-get", _install_debian),
    ("the one that Playwright brings", _install_playwright),
)


def main(find: Callable[[], str]) -> int:
    """Print the path, or one line that says what to do."""
    try:
        print(find())
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(install_browser if "--install" in sys.argv[1:] else find_browser))
