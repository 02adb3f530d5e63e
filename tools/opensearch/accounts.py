"""The user that nodes run as: OpenSearch refuses to run as root. No user is created for it."""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tools.opensearch.errors import EngineError

_NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Account:
    """Who runs the nodes.

    Attributes:
        setpriv: the program that ends nodes with the one who started them; None where there is none.
        user: the number of the user to become, None to stay who we are.
        group: the number of its group.
    """

    setpriv: str | None
    user: int | None = None
    group: int | None = None

    def command(self, program: list[str]) -> list[str]:
        """How a program is started as this user, to be killed when the thread that started it ends."""
        if self.setpriv is None:
            return program
        changes = [f"--reuid={self.user}", f"--regid={self.group}", "--clear-groups"]
        return [
            self.setpriv,
            "--pdeathsig=KILL",
            *(changes if self.user is not None else []),
            *program,
        ]

    def give(self, folder: Path) -> None:
        """Make this user the owner of a folder and all in it that is not linked from elsewhere."""
        if self.user is None or self.group is None:
            return
        for path in (folder, *folder.rglob("*")):
            if path.is_dir() or path.stat().st_nlink == 1:
                os.chown(path, self.user, self.group, follow_symlinks=False)

    def check_entry(self, folder: Path) -> None:
        """Whether this user can go into a folder.

        Raises:
            EngineError: it cannot.
        """
        looked = subprocess.run(self.command(["test", "-x", str(folder)]), check=False)
        if looked.returncode:
            message = f"The user {_NOBODY} cannot go into {folder}: set TMPDIR to a folder open to everybody."
            raise EngineError(message)


def node_account() -> Account:
    """This user, or `nobody` where this is root.

    Raises:
        EngineError: this is root, and there is no way to become another user.
    """
    setpriv = shutil.which("setpriv")
    if os.geteuid() != 0:
        return Account(setpriv)
    if setpriv is None:
        message = "OpenSearch does not run as root, and there is no setpriv: install util-linux."
        raise EngineError(message)
    nobody = pwd.getpwnam(_NOBODY)
    return Account(setpriv, nobody.pw_uid, nobody.pw_gid)
