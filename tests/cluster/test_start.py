"""One node and three come up, answer, lose a node and get it back, and leave nothing behind."""

from pathlib import Path

import pytest
from opensearchpy import AuthenticationException, SSLError

from tests.cluster.conftest import client_of
from tools.opensearch import Cluster, NoAnswerError
from tools.opensearch.access import Access
from tools.opensearch.security import make_certificates

NAME = "showcase-test-orchard"
COPIES = {"settings": {"number_of_shards": 3, "number_of_replicas": 1}}


def write_words(cluster: Cluster) -> None:
    """An index of three shards, each on two nodes where there are two, with ten documents."""
    with client_of(cluster) as client:
        client.indices.delete(index=NAME, ignore_unavailable=True)
        client.indices.create(index=NAME, body=COPIES)
        for number in range(10):
            client.index(index=NAME, id=str(number), body={"text": f"apple {number}"})
        client.indices.refresh(index=NAME)
        client.cluster.health(
            index=NAME, wait_for_status="green" if len(cluster.urls) > 1 else "yellow"
        )


def count_apples(cluster: Cluster) -> int:
    with client_of(cluster) as client:
        found = client.search(
            index=NAME,
            body={"query": {"match": {"text": "apple"}}, "track_total_hits": True},
            params={"allow_partial_search_results": "false"},
        )
    return int(found["hits"]["total"]["value"])


def test_one_node_finds_what_was_written(one_node: Cluster) -> None:
    write_words(one_node)
    assert len(one_node.urls) == 1
    assert count_apples(one_node) == 10


def test_three_nodes_have_elected_one_of_them(three_nodes: Cluster) -> None:
    assert len(set(three_nodes.urls)) == 3
    assert three_nodes.manager() in three_nodes.nodes
    write_words(three_nodes)
    assert count_apples(three_nodes) == 10


@pytest.mark.parametrize("end", ["kill", "stop"])
def test_the_elected_manager_ends_and_comes_again_with_its_data(
    three_nodes: Cluster, end: str
) -> None:
    write_words(three_nodes)
    lost = three_nodes.manager()
    getattr(three_nodes, end)(lost)
    assert lost not in three_nodes.running
    three_nodes.wait_for_nodes(2)
    assert three_nodes.manager() in set(three_nodes.nodes) - {lost}
    assert count_apples(three_nodes) == 10
    before = {path.name for path in three_nodes.nodes[lost].plan.subfolder("data").iterdir()}
    three_nodes.start(lost)
    assert sorted(three_nodes.running) == ["n1", "n2", "n3"]
    assert {
        path.name for path in three_nodes.nodes[lost].plan.subfolder("data").iterdir()
    } == before
    write_words(three_nodes)
    assert count_apples(three_nodes) == 10


def test_a_snapshot_is_written_and_read_again(three_nodes: Cluster) -> None:
    write_words(three_nodes)
    with client_of(three_nodes) as client:
        where = {"type": "fs", "settings": {"location": str(three_nodes.repository)}}
        client.snapshot.create_repository(repository="ours", body=where)
        client.snapshot.create(repository="ours", snapshot="first", wait_for_completion=True)
        client.indices.delete(index=NAME)
        client.snapshot.restore(repository="ours", snapshot="first", body={"indices": NAME},
                                wait_for_completion=True)  # fmt: skip
        client.snapshot.delete(repository="ours", snapshot="first")
    assert count_apples(three_nodes) == 10


# TLS and passwords


def test_the_password_opens_and_another_does_not(secured: Cluster) -> None:
    write_words(secured)
    assert count_apples(secured) == 10
    stranger = Access(secured.access.ca, secured.access.user, "wrong")
    with client_of(secured, stranger) as client, pytest.raises(AuthenticationException):
        client.info()
    with pytest.raises(NoAnswerError) as raised:
        stranger.get(secured.urls[0], "/")
    assert raised.value.status == 401


@pytest.mark.parametrize("user", ["admin", "kibanaserver", "readall"])
def test_users_of_the_demonstration_are_not_let_in(secured: Cluster, user: str) -> None:
    demonstration = Access(secured.access.ca, user, user)
    with client_of(secured, demonstration) as client, pytest.raises(AuthenticationException):
        client.info()


def test_who_trusts_another_authority_does_not_ask(secured: Cluster, tmp_path: Path) -> None:
    other = make_certificates(tmp_path / "other")
    stranger = Access(other, secured.access.user, secured.access.password)
    with client_of(secured, stranger) as client, pytest.raises(SSLError):
        client.info()
    with pytest.raises(NoAnswerError, match="CERTIFICATE_VERIFY_FAILED"):
        stranger.get(secured.urls[0], "/")


def test_without_tls_nobody_is_answered(secured: Cluster) -> None:
    with pytest.raises(NoAnswerError):
        Access().get(secured.urls[0].replace("https:", "http:"), "/")
