"""What a screen reader has to say: the browser's own accessibility tree, in the order it is read."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from playwright.sync_api import Page

LANDMARKS = {
    *("banner", "navigation", "search", "main", "region", "complementary", "contentinfo"),
}


class Heard(NamedTuple):
    """A place in the tree: "heading", "What was said", {"level": 2}."""

    role: str
    name: str
    states: dict[str, Any]
    description: str


def hear(page: Page) -> list[Heard]:
    """Everything that is not left out of the tree, as it is read from the top."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id = {node["nodeId"]: node for node in nodes}
    return [_heard(node) for node in _in_order(nodes[0], by_id) if not node.get("ignored")]


def _in_order(node: dict[str, Any], by_id: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for child in node.get("childIds", ()):
        if child in by_id:
            yield from _in_order(by_id[child], by_id)


def _heard(node: dict[str, Any]) -> Heard:
    return Heard(
        _value(node, "role"),
        _value(node, "name").strip(),
        {entry["name"]: entry["value"].get("value") for entry in node.get("properties", ())},
        _value(node, "description"),
    )


def _value(node: dict[str, Any], name: str) -> str:
    return str(node.get(name, {}).get("value", ""))


def landmarks(heard: list[Heard]) -> list[tuple[str, str]]:
    """Role and name of each landmark."""
    return [(one.role, one.name) for one in heard if one.role in LANDMARKS]


def headings(heard: list[Heard]) -> list[tuple[int, str]]:
    """Level and text of each heading."""
    return [(one.states["level"], one.name) for one in heard if one.role == "heading"]


def find(heard: list[Heard], role: str, name: str) -> Heard:
    """The one with that role and a name that begins so."""
    found = [one for one in heard if one.role == role and one.name.startswith(name)]
    assert found, f"nothing is a {role} called {name}"
    return found[0]
