"""A node: a process of Java, and the folder that it comes back to."""

import os
import signal
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tools.opensearch.accounts import Account
from tools.opensearch.engines import LocalEngine
from tools.opensearch.homes import java_environ
from tools.opensearch.node_config import LOOPBACK, NodePlan

STOP_SECONDS = 60
_FOLDERS = ("config", "data", "logs", "tmp")


@dataclass(frozen=True, slots=True)
class Launch:
    """How nodes are started.

    Attributes:
        engine: which OpenSearch.
        home: its folder, as the nodes see it.
        account: who they run as.
        heap_mb: the memory of each for Java's objects, in MiB; a node takes some 250 more.
        scheme: http or https.
        launcher: the one thread that starts processes. They are killed when the thread that started them
            ends, and a thread of a test may be short-lived.
    """

    engine: LocalEngine
    home: Path
    account: Account
    heap_mb: int
    scheme: str
    launcher: ThreadPoolExecutor


@dataclass(slots=True)
class Node:
    """One node, started or not."""

    plan: NodePlan
    launch: Launch
    _process: "subprocess.Popen[bytes] | None" = field(default=None, init=False)

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"{self.launch.scheme}://{LOOPBACK}:{self.plan.http_port}"

    @property
    def pid(self) -> int | None:
        """The number of its process, None while it does not run."""
        return self._process.pid if self._process and self._process.poll() is None else None

    def make_folders(self) -> None:
        """Make its folders, still empty."""
        for name in _FOLDERS:
            self.plan.subfolder(name).mkdir(parents=True)

    def start(self) -> None:
        """Start its process, with the data that it had; what it prints goes to a file."""
        if self.pid is None:
            self.launch.launcher.submit(self._open).result()

    def send(self, number: int) -> None:
        """Send a signal to its process, and wait until that ends; SIGKILL follows when it takes too long."""
        process = self._process
        if process is None or process.poll() is not None:
            return
        os.kill(process.pid, number)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.end()

    def end(self) -> None:
        """Kill its process and all that this has started, and wait until it ends."""
        if self._process is None:
            return
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def last_lines(self, count: int = 20) -> str:
        """The last lines that it printed; empty where it printed none."""
        try:
            lines = self._printed.read_text("utf-8", "replace").splitlines()
        except OSError:
            return ""
        return "\n".join(lines[-count:])

    @property
    def _printed(self) -> Path:
        return self.plan.subfolder("logs") / "printed.log"

    def _open(self) -> None:
        heap = f"-Xms{self.launch.heap_mb}m -Xmx{self.launch.heap_mb}m"
        environ = java_environ(self.launch.engine) | {
            "OPENSEARCH_PATH_CONF": str(self.plan.subfolder("config")),
            "OPENSEARCH_TMPDIR": str(self.plan.subfolder("tmp")),
            "OPENSEARCH_JAVA_OPTS": heap,
            "HOME": str(self.plan.folder),
        }
        program = self.launch.account.command([str(self.launch.home / "bin" / "opensearch")])
        with self._printed.open("ab") as printed:
            # Kept here, in the launcher: whoever waits for it may be interrupted.
            self._process = subprocess.Popen(
                program,
                cwd=self.plan.folder,
                env=environ,
                stdin=subprocess.DEVNULL,
                stdout=printed,
                stderr=subprocess.STDOUT,
                # Ctrl-C in a terminal goes to us, and we end the nodes.
                start_new_session=True,
            )
