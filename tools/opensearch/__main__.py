"""Starts OpenSearch on this machine, for trying things out, until Ctrl-C.

python -m tools.opensearch --nodes 3    start three nodes, print where they answer
python -m tools.opensearch --find       print what would be started, and start nothing
python -m tools.opensearch --install    bring it from Maven Central if it is not here, and start nothing
"""

import argparse
import signal
import sys
from types import FrameType

from tools.opensearch.cluster import Cluster, start_cluster
from tools.opensearch.engines import RELEASES, LocalEngine, find_engine
from tools.opensearch.errors import EngineError
from tools.opensearch.homes import bring_home

_INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> int:
    """Do what the arguments ask for; the status to exit with."""
    asked = _parser().parse_args(arguments)
    for number in (signal.SIGINT, signal.SIGTERM):
        # A shell may have told its background jobs to ignore Ctrl-C.
        signal.signal(number, _interrupt)
    try:
        if asked.find or asked.install:
            print(_found(asked.version, secured=asked.secured, install=asked.install))
        else:
            _run(asked)
    except EngineError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return _INTERRUPTED
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tools.opensearch",
        description="Start OpenSearch on this machine until Ctrl-C.",
    )
    parser.add_argument("--version", choices=list(RELEASES), help="instead of one that can be had")
    parser.add_argument("--nodes", type=int, choices=(1, 3), default=1)
    parser.add_argument(
        "--secured", action="store_true", help="with TLS and a password (2.19.4 alone)"
    )
    parser.add_argument("--find", action="store_true", help="print what would be started")
    parser.add_argument("--install", action="store_true", help="bring it if it is not here")
    return parser


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _found(version: str | None, *, secured: bool, install: bool) -> str:
    engine = find_engine(version, secured=secured)
    if install and isinstance(engine, LocalEngine):
        bring_home(engine)
    return str(engine)


def _run(asked: argparse.Namespace) -> None:
    """Start a cluster, say where it is, and keep it until a signal comes."""
    with start_cluster(nodes=asked.nodes, version=asked.version, secured=asked.secured) as cluster:
        try:
            print("\n".join(_said(cluster)), flush=True)
            signal.pause()
        except KeyboardInterrupt:
            # A second Ctrl-C would leave files behind.
            signal.signal(signal.SIGINT, signal.SIG_IGN)


def _said(cluster: Cluster) -> list[str]:
    lines = [f"OpenSearch {cluster.version} answers:", *cluster.urls]
    if not cluster.nodes:
        return [*lines, "It was not started here, and goes on. Leave with Ctrl-C."]
    if cluster.access.user:
        lines += [
            f"User {cluster.access.user}, password {cluster.access.password}",
            f"CA: {cluster.access.ca}",
        ]
    return [*lines, "Stop it with Ctrl-C; its data are deleted then."]


if __name__ == "__main__":
    sys.exit(main())
