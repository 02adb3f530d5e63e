"""A Debian in a folder, in which commands run as on a machine of their own; needs root and Linux."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

# How this machine reaches packages: a name server, and what pip is told.
_NETWORK_FILES = ("/etc/resolv.conf", "/etc/hosts")
_CA_FILE = "/var/ca-certificates.crt"
_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
# Mounted for one command at a time, in a namespace of its own, so that nothing stays mounted.
_MOUNTS = """set -eu
mount --bind "$ROOT" "$ROOT"
mount --rbind /proc "$ROOT/proc"
mount --bind /dev "$ROOT/dev"
mount -t tmpfs tmpfs "$ROOT/dev/shm"
mount -t tmpfs tmpfs "$ROOT/tmp"
for pair in $BINDS; do mount --bind "${pair%%=*}" "$ROOT${pair##*=}"; done
[ -z "$READ_ONLY" ] || mount -o remount,bind,ro "$ROOT"
exec chroot --userspec="$USER_ID:$USER_ID" "$ROOT" "$@"
"""


@dataclass
class Debian:
    """A Debian in a folder.

    Attributes:
        root: the folder.
        environ: variables of its commands.
        user: the number of the user that they run as.
        binds: folders of this machine by their paths inside.
    """

    root: Path
    environ: dict[str, str] = field(default_factory=lambda: {"PATH": _PATH})
    user: int = 0
    binds: dict[str, Path] = field(default_factory=dict)

    @classmethod
    def copy_of(cls, base: Path, root: Path) -> "Debian":
        """A new one, as debootstrap has made it, that reaches packages as this machine does."""
        subprocess.run(["cp", "--archive", "--reflink=auto", base, root], check=True)
        for name in _NETWORK_FILES:
            shutil.copy(name, root / name.lstrip("/"))
        if given := os.environ.get("PIP_CERT"):
            shutil.copy(given, root / _CA_FILE.lstrip("/"))
        return cls(root)

    def command(self, *arguments: str, read_only: bool) -> tuple[Sequence[str], Mapping[str, str]]:
        """A command of this machine that runs one in the folder, and its variables."""
        for inside in self.binds:
            (self.root / inside.lstrip("/")).mkdir(parents=True, exist_ok=True)
        variables = {
            "PATH": os.environ["PATH"],
            "ROOT": str(self.root),
            "BINDS": " ".join(f"{outside}={inside}" for inside, outside in self.binds.items()),
            "READ_ONLY": "yes" if read_only else "",
            "USER_ID": str(self.user),
        }
        given = {
            "DEBIAN_FRONTEND": "noninteractive",
            "LC_ALL": "C.UTF-8",
            **_pip(),
            **self.environ,
        }
        settings = [f"{name}={value}" for name, value in given.items()]
        shell = ["sh", "-c", _MOUNTS, "sh", "/usr/bin/env", "-i", *settings, *arguments]
        return ["unshare", "--mount", *shell], variables

    def run(
        self, *arguments: str, read_only: bool = False, check: bool = True
    ) -> subprocess.CompletedProcess[str]:
        """Run a command, and wait for its end."""
        command, variables = self.command(*arguments, read_only=read_only)
        said = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
        assert said.returncode == 0 or not check, f"{arguments}\n{said.stdout}\n{said.stderr}"
        return said

    @contextmanager
    def running(self, *arguments: str) -> Iterator[subprocess.Popen[str]]:
        """Run a command that does not end by itself, with a root folder that is read-only."""
        command, variables = self.command(*arguments, read_only=True)
        with subprocess.Popen(
            command, env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        ) as process:
            try:
                yield process
            finally:
                process.terminate()


def _pip() -> dict[str, str]:
    """What pip is told on this machine about certificates and time."""
    if "PIP_CERT" not in os.environ:
        return {}
    return {
        "PIP_CERT": _CA_FILE,
        "PIP_DEFAULT_TIMEOUT": os.environ.get("PIP_DEFAULT_TIMEOUT", "60"),
    }
