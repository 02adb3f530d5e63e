"""Find the Java that the Nu HTML checker runs on; print its path.

With --install, install Debian's through apt-get when there is none and that may be done.
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
    """The path of a Java that starts, None when there is none."""
    path = shutil.which("java")
    return path if path and _run([path, "-version"]) else None


def install_java() -> str | None:
    """A Java, installed when there is none; None when that failed."""
    apt = shutil.which("apt-get")
    if (path := find_java()) or apt is None or os.geteuid() != 0:
        return path
    print("There is no Java: installing Debian's with apt-get ...", file=sys.stderr, flush=True)
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", apt]
    _run([*quiet, "update", "-qq"])
    _run([*quiet, "install", "-qq", "-y", "--no-install-recommends", "default-jre-headless"])
    return find_java()


def _run(command: list[str]) -> bool:
    """Run quietly; a failure is no exception."""
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def main() -> int:
    """Print the path, or in one line what to do."""
    path = install_java() if "--install" in sys.argv[1:] else find_java()
    print(path or ADVICE, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
