"""Finds the Java for the Nu HTML checker, and prints its path; finds those that run OpenSearch.

With --install, installs Debian's with apt-get if there is none and this user may.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ADVICE = (
    "There is no Java, and none could be installed: install one "
    "(on Debian: apt-get install default-jre-headless)."
)
# Where Debian, Fedora and others put each version.
JVM_FOLDER = Path("/usr/lib/jvm")
_VERSION_LINE = re.compile(r'^JAVA_VERSION="(\d+)', re.MULTILINE | re.ASCII)


def find_java() -> str | None:
    """The path of a Java that starts, None if there is none."""
    path = shutil.which("java")
    return path if path and _run([path, "-version"]) else None


def install_java() -> str | None:
    """The path of a Java, installed if there is none; None if that failed."""
    apt = shutil.which("apt-get")
    if (path := find_java()) or apt is None or os.geteuid() != 0:
        return path
    print("There is no Java: installing Debian's with apt-get ...", file=sys.stderr, flush=True)
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", apt]
    _run([*quiet, "update", "-qq"])
    _run([*quiet, "install", "-qq", "-y", "--no-install-recommends", "default-jre-headless"])
    return find_java()


def find_java_home(oldest: int, newest: int | None = None) -> Path | None:
    """The folder of a Java of one of these major versions (both included), None if there is none.

    `JAVA_HOME` comes first, then the Java in PATH, then those in `/usr/lib/jvm`, the oldest first.
    """
    for home in _java_homes():
        version = java_version(home)
        if version is not None and oldest <= version and (newest is None or version <= newest):
            return home
    return None


def java_version(home: Path) -> int | None:
    """The major version that the file `release` of a Java names, 17; None where no Java is."""
    try:
        found = _VERSION_LINE.search((home / "release").read_text("utf-8", "replace"))
    except OSError:
        return None
    return int(found[1]) if found and (home / "bin" / "java").is_file() else None


def _java_homes() -> Iterator[Path]:
    if named := os.environ.get("JAVA_HOME"):
        yield Path(named)
    if path := shutil.which("java"):
        yield Path(path).resolve().parent.parent
    yield from sorted(JVM_FOLDER.glob("*"), key=lambda home: java_version(home) or 0)


def _run(command: list[str]) -> bool:
    """Run a command without output; whether it succeeded."""
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def main() -> int:
    """Print the path, or one line that says what to do."""
    path = install_java() if "--install" in sys.argv[1:] else find_java()
    print(path or ADVICE, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
