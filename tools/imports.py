"""The import graph of the showcase, read from its source: modules, packages, and who imports whom."""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "showcase"
LAYERS = ("core", "store", "web")
# "showcase", the layer, the package, the module.
_NAME_PARTS_IN_A_ROOM = 4


def _module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = {_module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}


@cache
def syntax_tree(name: str) -> ast.Module:
    """A module as it is written, parsed once."""
    return ast.parse(FILES[name].read_text("utf-8"))


@cache
def imports(name: str) -> frozenset[str]:
    """All modules that a module imports; of the showcase's own, the module and not what is in it.

    Raises:
        ValueError: an import is relative; ours are absolute and say where they lead.
    """
    return frozenset(_own_module(imported) for imported in _imported_names(syntax_tree(name)))


def _imported_names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                message = f"line {node.lineno}: write where the import leads, from showcase on"
                raise ValueError(message)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _own_module(imported: str) -> str:
    """Of "showcase.core.captions.cues.Cue", the module "showcase.core.captions.cues"."""
    while imported.startswith("showcase.") and imported not in FILES:
        imported = imported.rpartition(".")[0]
    return imported


def room_of(name: str) -> str:
    """The package of a module, "showcase.core.text"; the module itself where a layer has it at its base."""
    parts = name.split(".")
    in_room = len(parts) == _NAME_PARTS_IN_A_ROOM and FILES[name].name != "__init__.py"
    return ".".join(parts[:-1]) if in_room else name


@cache
def room_imports() -> dict[str, set[str]]:
    """The rooms that each room imports, itself left out."""
    arrows: dict[str, set[str]] = {room_of(name): set() for name in FILES}
    for name in FILES:
        arrows[room_of(name)] |= {room_of(found) for found in imports(name) if found in FILES}
    return {room: found - {room} for room, found in arrows.items()}


def reachable(arrows: Mapping[str, set[str]], start: str) -> set[str]:
    """Everything that can be reached from a start along one arrow or more."""
    seen: set[str] = set()
    ahead = list(arrows.get(start, ()))
    while ahead:
        name = ahead.pop()
        if name not in seen:
            seen.add(name)
            ahead += arrows.get(name, ())
    return seen


def summary(name: str) -> str:
    """The first line of a module's or package's docstring."""
    return (ast.get_docstring(syntax_tree(name)) or "").partition("\n")[0]
