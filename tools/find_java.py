"""Finds the Java for the Nu HTML checker, and prints its path.

With --install, installs Debian's with apt-get if there is none and this user may.
"""

import os
import shutil
import subprocess
import sys

ADVICE = (
    "There is no Java, and none could be installed: install one "
    "(on Debian: apt-get install default-jre-headless)."
)


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
