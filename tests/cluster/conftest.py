"""What needs a real OpenSearch: make cluster-test brings one. Its nodes are started once for many tests."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from opensearchpy import OpenSearch

from tools.opensearch import Cluster, start_cluster
from tools.opensearch.access import Access
from tools.opensearch.engines import SECURED
from tools.opensearch.preparation import PREFIX

# Java is started with it; other programs have the folder in their commands, too.
HOME_OPTION = "-Dopensearch.path.home="
# Of a cluster that others started no node is ended, and its certificates are its own.
FOREIGN = os.environ.get("OPENSEARCH_URL")
WHY_SKIPPED = "OPENSEARCH_URL names a cluster that was not started here: leave it out"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.cluster)


@pytest.fixture(scope="session")
def one_node() -> Iterator[Cluster]:
    """A cluster of one node, which no test may change for others."""
    with start_cluster(nodes=1) as cluster:
        yield cluster


@pytest.fixture(scope="session")
def three_nodes() -> Iterator[Cluster]:
    """A cluster of three nodes; whoever ends one starts it again."""
    if FOREIGN:
        pytest.skip(WHY_SKIPPED)
    with start_cluster(nodes=3) as cluster:
        yield cluster


@pytest.fixture(scope="session")
def secured() -> Iterator[Cluster]:
    """A node with TLS and a password, of the one release that has them."""
    if FOREIGN:
        pytest.skip(WHY_SKIPPED)
    with start_cluster(secured=True, version=SECURED.version) as cluster:
        yield cluster


@contextmanager
def client_of(cluster: Cluster, access: Access | None = None) -> Iterator[OpenSearch]:
    """A client of a cluster, as its own user or somebody else."""
    who = access or cluster.access
    client = OpenSearch(
        cluster.urls,
        http_auth=(who.user, who.password) if who.user else None,
        ca_certs=str(who.ca) if who.ca else None,
        retry_on_timeout=True,
        # Requests may come while a node is down, which is not in the list of those that answer then.
        max_retries=len(cluster.urls),
    )
    try:
        yield client
    finally:
        client.close()


def folders_of(program: int) -> list[Path]:
    """The folders of clusters that a program has now."""
    return list(Path(tempfile.gettempdir()).glob(f"{PREFIX}{program}-*"))


def processes_with(text: str) -> list[int]:
    """The processes that have this in their command: the name of a folder, or `HOME_OPTION` and a folder."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            command = (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if os.fsencode(text) in command:
            found.append(int(entry.name))
    return found
