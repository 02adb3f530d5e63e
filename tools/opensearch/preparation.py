"""Lays out the folders of a cluster before it starts, and removes those that a killed program left."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from tools.opensearch.access import Access
from tools.opensearch.accounts import node_account
from tools.opensearch.engines import LocalEngine
from tools.opensearch.homes import link_home
from tools.opensearch.node_config import NodePlan, as_yaml, jvm_options, node_settings, plan_nodes
from tools.opensearch.nodes import Launch, Node
from tools.opensearch.security import (
    hash_password,
    secure_access,
    security_settings,
    write_security,
)

PREFIX = "showcase-opensearch-"
# The folder's name has the number of the process that made it.
_OWNER = re.compile(rf"{PREFIX}(\d+)-", re.ASCII)


@contextmanager
def work_folder() -> Iterator[Path]:
    """A folder for a cluster, which is removed with all that is in it."""
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def remove_abandoned() -> None:
    """Remove the folders of clusters whose programs were killed; their nodes died with them."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        owner = _OWNER.match(folder.name)
        if owner and not _is_running(int(owner[1])):
            shutil.rmtree(folder, ignore_errors=True)


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def prepare_nodes(
    engine: LocalEngine, count: int, folder: Path, heap_mb: int
) -> tuple[Mapping[str, Node], Access]:
    """Write all that the nodes of a cluster read; the nodes, not started, and how to ask them.

    Raises:
        EngineError: they could not be started from here (no setpriv, no openssl, a closed folder).
    """
    account = node_account()
    (folder / "repository").mkdir()
    access = secure_access(folder / "certificates") if engine.secured else Access()
    launch = Launch(
        engine, link_home(engine.home, folder), account, heap_mb,
        "https" if engine.secured else "http", ThreadPoolExecutor(1, "opensearch"),
    )  # fmt: skip
    plans = plan_nodes(count, folder)
    nodes = {plan.name: Node(plan, launch) for plan in plans}
    for node in nodes.values():
        node.make_folders()
        _write_config(engine.home, node.plan, plans, secured=engine.secured)
    if access.password:
        hashed = hash_password(engine, access.password)
        for plan in plans:
            write_security(plan.subfolder("config"), folder / "certificates", hashed)
    account.give(folder)
    account.check_entry(folder)
    return nodes, access


def _write_config(home: Path, plan: NodePlan, plans: list[NodePlan], *, secured: bool) -> None:
    config = plan.subfolder("config")
    shutil.copytree(home / "config", config, dirs_exist_ok=True)
    more = security_settings() if secured else {}
    settings = node_settings(plan, plans, plan.folder.parent / "repository", more)
    (config / "opensearch.yml").write_text(as_yaml(settings), "utf-8")
    options = config / "jvm.options"
    options.write_text(jvm_options(options.read_text("utf-8"), plan), "utf-8")
