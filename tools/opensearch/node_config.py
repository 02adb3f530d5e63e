"""What a node is told in opensearch.yml and jvm.options."""

import json
import random
import re
import socket
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LOOPBACK = "127.0.0.1"
# Below those that the system gives to connections: a stopped node must find its port free again.
_PORTS = range(20_000, 32_000)
_GC_LOG = re.compile(r"^.*(?:gc\.log|-Xlog:gc).*\n?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NodePlan:
    """Where a node is: its name, its ports, its folder.

    Attributes:
        folder: has the folders config, data, logs and tmp of this node alone.
    """

    name: str
    http_port: int
    transport_port: int
    folder: Path

    @property
    def transport(self) -> str:
        """Where the other nodes reach it."""
        return f"{LOOPBACK}:{self.transport_port}"

    def subfolder(self, name: str) -> Path:
        """A folder of this node."""
        return self.folder / name


def plan_nodes(count: int, folder: Path) -> list[NodePlan]:
    """Nodes n1, n2, n3, each with two free ports and a folder of its own."""
    ports = iter(free_ports(2 * count))
    names = (f"n{number}" for number in range(1, count + 1))
    return [NodePlan(name, next(ports), next(ports), folder / name) for name in names]


def free_ports(count: int) -> list[int]:
    """So many loopback ports where nobody listens now."""
    found: list[int] = []
    for port in random.SystemRandom().sample(_PORTS, len(_PORTS)):
        if len(found) == count:
            break
        if _is_free(port):
            found.append(port)
    return found


def _is_free(port: int) -> bool:
    try:
        socket.create_server((LOOPBACK, port)).close()
    except OSError:
        return False
    return True


def node_settings(
    plan: NodePlan, nodes: Sequence[NodePlan], repository: Path, more: Mapping[str, object]
) -> dict[str, object]:
    """The settings of one node among these.

    Args:
        plan: this node.
        nodes: all nodes that the cluster begins with, this one included.
        repository: a folder that all of them may write snapshots to.
        more: settings of all nodes, those of the security plugin.
    """
    return {
        # A node finds no other cluster: the folder's name is made by chance.
        "cluster.name": plan.folder.parent.name,
        "node.name": plan.name,
        "path.data": str(plan.subfolder("data")),
        "path.logs": str(plan.subfolder("logs")),
        "path.repo": [str(repository)],
        "network.host": LOOPBACK,
        "http.port": plan.http_port,
        "transport.port": plan.transport_port,
        "discovery.seed_hosts": [node.transport for node in nodes],
        "cluster.initial_cluster_manager_nodes": [node.name for node in nodes],
        "action.auto_create_index": False,
        # A full disk of the one who tests is no reason to stop; a test of full disks sets it.
        "cluster.routing.allocation.disk.threshold_enabled": False,
        **more,
    }


def as_yaml(settings: Mapping[str, object]) -> str:
    """Settings as YAML, each on its line: JSON's values are YAML's."""
    return "".join(f"{name}: {json.dumps(setting)}\n" for name, setting in settings.items())


def jvm_options(shipped: str, plan: NodePlan) -> str:
    """What OpenSearch ships, without the garbage collector's log, other files in the node's folder."""
    kept = _GC_LOG.sub("", shipped)
    for relative in ("logs/", "data"):
        kept = kept.replace(f"={relative}", f"={plan.folder}/{relative}")
    return kept
