"""The shape of the code: who may import what, and how long a module may be."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "showcase"
LINES_MOST = 300

# One module knows each of these; its objects never leave it.
OWNED = (
    "babel",
    "brotli",
    "flask_babel",
    "msgspec",
    "webvtt",
    "whoosh",
    "PIL",
    "Stemmer",
    "rapidfuzz",
    "gunicorn",
    "click",
)
# What the values and rules may not touch: the outside world.
IO_MODULES = {
    "asyncio", "fileinput", "glob", "http", "io", "logging", "multiprocessing", "os", "pathlib",
    "select", "shutil", "signal", "socket", "sqlite3", "subprocess", "sys", "tempfile", "threading",
    "time", "urllib.request",
}  # fmt: skip
IO_CALLS = {"open", "print", "input", "exec", "eval"}


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}
TREES = {name: ast.parse(path.read_text("utf-8")) for name, path in FILES.items()}
CORE = [name for name in FILES if name.startswith("showcase.core")]
STORE = [name for name in FILES if name.startswith("showcase.store")]
WEB = [name for name in FILES if name.startswith("showcase.web")]


def imports(name: str) -> set[str]:
    """All modules that a module imports; of the showcase's own, the module and not what is in it."""
    return {own_module(imported) for imported in _imports(TREES[name])}


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute: they say where they lead"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_module(imported: str) -> str:
    """ "showcase.core.captions.cues.Cue" is in the module "showcase.core.captions.cues"."""
    while imported.startswith("showcase.") and imported not in FILES:
        imported = imported.rpartition(".")[0]
    return imported


def is_of(imported: str, *packages: str) -> bool:
    return any(imported == name or imported.startswith(f"{name}.") for name in packages)


def names_used(name: str) -> Iterator[str]:
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr


@pytest.mark.parametrize("name", CORE)
def test_the_core_imports_the_standard_library_what_works_on_words_and_itself(name: str) -> None:
    allowed = {"regex", "rapidfuzz", *sys.stdlib_module_names} - IO_MODULES
    foreign = {
        imported
        for imported in imports(name)
        if not is_of(imported, "showcase.core")
        and (imported.partition(".")[0] not in allowed or is_of(imported, *IO_MODULES))
    }
    assert foreign == set()


@pytest.mark.parametrize("name", CORE)
def test_the_core_does_no_input_and_output(name: str) -> None:
    calls = {
        node.func.id
        for node in ast.walk(TREES[name])
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert calls & IO_CALLS == set()


@pytest.mark.parametrize("name", STORE)
def test_the_store_knows_nothing_of_pages(name: str) -> None:
    right_of_it = (
        "showcase.web",
        "showcase.app",
        "showcase.cli.commands",
        "showcase.server",
        "flask",
        "werkzeug",
    )
    assert {imported for imported in imports(name) if is_of(imported, *right_of_it)} == set()


@pytest.mark.parametrize("name", WEB)
def test_the_web_knows_nothing_of_what_starts_it(name: str) -> None:
    right_of_it = ("showcase.app", "showcase.cli.commands", "showcase.server")
    assert {imported for imported in imports(name) if is_of(imported, *right_of_it)} == set()


@pytest.mark.parametrize("library", OWNED)
def test_a_library_has_one_owner(library: str) -> None:
    owners = [name for name in FILES if any(is_of(found, library) for found in imports(name))]
    assert len(owners) <= 1


@pytest.mark.parametrize("name", [name for name in FILES if name != "showcase.settings"])
def test_only_the_settings_read_the_environment(name: str) -> None:
    assert {"environ", "environb", "getenv"}.isdisjoint(names_used(name))


@pytest.mark.parametrize("name", FILES)
def test_a_module_is_short(name: str) -> None:
    assert len(FILES[name].read_text("utf-8").splitlines()) <= LINES_MOST


def test_no_module_imports_itself_by_a_detour() -> None:
    inside = {name: {found for found in imports(name) if found in FILES} for name in FILES}
    assert [name for name in FILES if name in reachable(inside, name)] == []


def reachable(inside: dict[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    ahead = list(inside[start])
    while ahead:
        name = ahead.pop()
        if name not in seen:
            seen.add(name)
            ahead += inside[name]
    return seen


@pytest.mark.parametrize("folder", ["templates", "static"])
def test_what_travels_beside_the_code_is_no_code(folder: str) -> None:
    assert list((ROOT / folder).rglob("*.py")) == []
