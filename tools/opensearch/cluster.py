"""Starts nodes, waits until they are a cluster, and leaves nothing of them behind."""

import atexit
import shutil
import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tools.opensearch.access import Access
from tools.opensearch.engines import RunningEngine, find_engine
from tools.opensearch.errors import EngineError, NoAnswerError, StartError
from tools.opensearch.homes import bring_home
from tools.opensearch.nodes import Node
from tools.opensearch.preparation import prepare_nodes, remove_abandoned, work_folder

# A machine with much other work takes many times the 10 to 50 seconds that nodes need.
START_SECONDS = 300
HEAP_MB = 512
_PAUSE_SECONDS = 0.1


@dataclass(slots=True)
class Cluster:
    """A cluster that answers.

    Attributes:
        version: of OpenSearch, "2.19.4".
        access: who may ask it (certificates, user, password).
        nodes: by their names; empty where others started the cluster.
        folder: all that the nodes write, None where others started the cluster.
    """

    version: str
    access: Access = field(default_factory=Access)
    nodes: Mapping[str, Node] = field(default_factory=dict)
    folder: Path | None = None
    _foreign_url: str | None = None

    @property
    def urls(self) -> list[str]:
        """Where all of its nodes answer, also those that do not run now."""
        return (
            [self._foreign_url] if self._foreign_url else [node.url for node in self.nodes.values()]
        )

    @property
    def repository(self) -> Path | None:
        """A folder that all nodes may write snapshots to (`path.repo`), None where others started it."""
        return self.folder and self.folder / "repository"

    def kill(self, name: str) -> None:
        """Kill a node at once (SIGKILL).

        Raises:
            EngineError: others started the cluster.
        """
        self._node(name).send(signal.SIGKILL)

    def stop(self, name: str) -> None:
        """Stop a node as its owner would (SIGTERM), and wait until it ends.

        Raises:
            EngineError: others started the cluster.
        """
        self._node(name).send(signal.SIGTERM)

    def start(self, name: str) -> None:
        """Start a node again with the data that it had, and wait until it is one of the cluster.

        Raises:
            EngineError: others started the cluster.
            StartError: it does not come up.
        """
        self._node(name).start()
        self.wait_for_nodes(len(self.running))

    @property
    def running(self) -> list[str]:
        """The names of the nodes whose processes run."""
        return [name for name, node in self.nodes.items() if node.pid is not None]

    def manager(self) -> str:
        """The name of the elected manager of the cluster.

        Raises:
            NoAnswerError: no node answers, or none is elected.
        """
        [elected] = self.access.get(self._asked_url(), "/_cat/cluster_manager?format=json")
        return str(elected["node"])

    def wait_for_nodes(self, count: int, seconds: float = START_SECONDS) -> None:
        """Wait until each of the running nodes says that they are so many.

        Raises:
            StartError: they do not in this time, or all or some of them have ended.
        """
        over = time.monotonic() + seconds
        while not all(self._counts(url, count) for url in self._running_urls()):
            if len(self.running) < count and self.nodes:
                raise StartError(self._report(f"{len(self.running)} of {count} nodes still run."))
            if time.monotonic() > over:
                raise StartError(
                    self._report(f"There were no {count} nodes after {seconds:g} seconds.")
                )
            time.sleep(_PAUSE_SECONDS)

    def close(self) -> None:
        """End all processes and remove all files; nothing where others started the cluster."""
        for node in self.nodes.values():
            # What is being started is started, and then ended.
            node.launch.launcher.shutdown()
            node.end()
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _node(self, name: str) -> Node:
        if self._foreign_url:
            message = (
                f"OPENSEARCH_URL={self._foreign_url} was not started here, so no node of it can be ended or "
                "started: leave OPENSEARCH_URL out."
            )
            raise EngineError(message)
        return self.nodes[name]

    def _running_urls(self) -> list[str]:
        return [self.nodes[name].url for name in self.running] or self.urls[:1]

    def _asked_url(self) -> str:
        return self._running_urls()[0]

    def _counts(self, url: str, count: int) -> bool:
        try:
            health = self.access.get(url, f"/_cluster/health?wait_for_nodes={count}&timeout=2s")
        except NoAnswerError:
            return False
        return health["timed_out"] is False

    def _report(self, sentence: str) -> str:
        """A sentence, and the last lines of a node that ended, else of the first."""
        ended = [node for node in self.nodes.values() if node.pid is None]
        told = (*ended, *self.nodes.values())[0]
        return f"{sentence} The last lines of {told.plan.name}:\n{told.last_lines()}"


@contextmanager
def start_cluster(
    *, nodes: int = 1, version: str | None = None, secured: bool = False, heap_mb: int = HEAP_MB
) -> Iterator[Cluster]:
    """Start a cluster on loopback ports, or take the one that `OPENSEARCH_URL` names.

    Args:
        nodes: how many, 1 or 3.
        version: a release that was tried, None for one that can be had.
        secured: with TLS and a password.
        heap_mb: the memory of each node for Java's objects, in MiB.

    Raises:
        EngineError: there is no OpenSearch; one sentence that says what to do.
        StartError: the nodes did not come up.
    """
    engine = find_engine(version, secured=secured)
    if isinstance(engine, RunningEngine):
        yield Cluster(engine.version, engine.access, _foreign_url=engine.url)
        return
    bring_home(engine)
    remove_abandoned()
    with work_folder() as folder:
        prepared, access = prepare_nodes(engine, nodes, folder, heap_mb)
        cluster = Cluster(engine.version, access, prepared, folder)
        # Also when the context is never left, by a test that was interrupted.
        atexit.register(cluster.close)
        try:
            for node in prepared.values():
                node.start()
            cluster.wait_for_nodes(nodes, START_SECONDS)
            yield cluster
        finally:
            cluster.close()
            atexit.unregister(cluster.close)
