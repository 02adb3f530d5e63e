"""Find a Chromium or Chrome for tests and tools; print its path.

With --install, install a browser when there is none: Debian's through apt-get where that is allowed, else
the one that Playwright downloads. A program counts as a browser when it prints its version: the `chromium`
of some systems prints only where to get one. Chromium's headless shell, the same engine without a window's
frame, comes last, and with --shell first: the tests take a quarter less of a processor with it.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
SHELL = "chromium-headless-shell"
ADVICE = (
    "There is no Chromium or Chrome, and none could be installed: install one "
    "(on Debian: apt-get install chromium), or name one with CHROMIUM=/path/to/chrome."
)


class NoBrowserError(Exception):
    """There is no browser; the message is one sentence that says what to do."""


def find_browser(*, shell_first: bool = False) -> str:
    """The path of a browser that starts: `CHROMIUM`, else one in PATH, else the one of Playwright.

    Args:
        shell_first: prefer Chromium's headless shell to whole browsers; else it comes after them.

    Raises:
        NoBrowserError: there is none.
    """
    if named := os.environ.get("CHROMIUM"):
        if path := shutil.which(named):
            return path
        message = f"CHROMIUM={named} is no program: correct it, or leave it out."
        raise NoBrowserError(message)
    names = (SHELL, *NAMES) if shell_first else (*NAMES, SHELL)
    for path in _candidates(names):
        if _starts(path):
            return path
    raise NoBrowserError(ADVICE)


def install_browser(*, shell_first: bool = False) -> str:
    """The path of a browser, installed when there is none; Args as of find_browser.

    Raises:
        NoBrowserError: there is none, and every way to install one failed.
    """
    for source, install in WAYS:
        try:
            return find_browser(shell_first=shell_first)
        except NoBrowserError:
            if os.environ.get("CHROMIUM"):
                raise
            print(f"There is no Chromium: installing {source} ...", file=sys.stderr, flush=True)
            install()
    return find_browser(shell_first=shell_first)


def _candidates(names: Sequence[str]) -> Iterator[str]:
    """Paths of programs that may be browsers, the best first."""
    yield from filter(None, map(shutil.which, names))
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


def _install_debian(package: str) -> None:
    if (apt := shutil.which("apt-get")) and (prefix := _root_prefix()) is not None:
        _run([*prefix, apt, "update", "-qq"])
        _run([*prefix, apt, "install", "-qq", "-y", "--no-install-recommends", package])


def _root_prefix() -> list[str] | None:
    """What to write before a command so that root runs it; None where this user may not."""
    if os.geteuid() == 0:
        return ["env", "DEBIAN_FRONTEND=noninteractive"]
    sudo = shutil.which("sudo")
    return ["sudo", "-n"] if sudo and _run([sudo, "-n", "true"]) else None


def _install_playwright() -> None:
    _run([sys.executable, "-m", "playwright", "install", "chromium"])


def _run(command: list[str]) -> bool:
    """Run a command with its output on standard error; whether it succeeded."""
    return subprocess.run(command, stdout=sys.stderr, check=False).returncode == 0


WAYS: tuple[tuple[str, Callable[[], None]], ...] = (
    ("Debian's with apt-get", partial(_install_debian, "chromium")),
    ("the one that Playwright downloads", _install_playwright),
)


def main(find: Callable[[], str]) -> int:
    """Print the path, or one line that says what to do; the status to exit with."""
    try:
        print(find())
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    find_or_install = install_browser if "--install" in sys.argv[1:] else find_browser
    sys.exit(main(partial(find_or_install, shell_first="--shell" in sys.argv[1:])))
