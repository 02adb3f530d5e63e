"""The rules of the code's structure: layers, packages, owners of libraries, names, lengths of modules."""

import ast
import sys
from collections import Counter
from collections.abc import Iterator

import pytest

from tools.imports import FILES, LAYERS, ROOT, TREES, imports, reachable, room_imports

MAX_MODULE_LINES = 300

# The packages that use each library; its objects never leave them. One package for each, so that another
# library is a change in one place; where there are two, the reason is beside them.
OWNED = {
    # Names and directions of languages, which every layer shows; the sentences, plurals and numbers of pages.
    "babel": ("showcase.core.text.languages", "showcase.web.i18n"),
    "brotli": ("showcase.web.http",),
    "flask_babel": ("showcase.web.i18n",),
    # Two jobs that two libraries could do: the files of snapshots; the published JSON, which core/export
    # declares and web/api describes and writes.
    "msgspec": ("showcase.store.serialization", "showcase.core.export", "showcase.web.api"),
    "ftfy": ("showcase.store.captions",),
    "webvtt": ("showcase.store.captions",),
    "whoosh": ("showcase.store.search",),
    "PIL": ("showcase.store.cards",),
    "Stemmer": ("showcase.store.search",),
    "rapidfuzz": ("showcase.core.text",),
    "gunicorn": ("showcase.server",),
    "click": ("showcase.cli",),
}
# Which floors a capability has a room on.
CAPABILITIES = {
    "api": ["web"],
    "assets": ["web"],
    "captions": ["core", "store"],
    "cards": ["core", "store"],
    "catalog": ["core"],
    "citations": ["core"],
    "context": ["web"],
    "embed": ["web"],
    "export": ["core", "web"],
    "http": ["web"],
    "i18n": ["web"],
    "ingest": ["store"],
    "metadata": ["web"],
    "quotes": ["core"],
    "search": ["core", "store", "web"],
    "sharing": ["web"],
    "snapshots": ["store"],
    "text": ["core"],
    "timing": ["core"],
    "transcript": ["core"],
    "video": ["web"],
}
# File names that several rooms have, because each plays the same role there.
SAME_ROLE = {
    "facets": "how results are narrowed",
    "ordering": "what comes first",
    "page": "the values that a page's template shows",
    "reader": "opens what was written and reads it",
    "views": "the routes of a room",
}
# What the values and rules may not touch: the outside world.
IO_MODULES = {
    "asyncio", "fileinput", "glob", "http", "io", "logging", "multiprocessing", "os", "pathlib",
    "select", "shutil", "signal", "socket", "sqlite3", "subprocess", "sys", "tempfile", "threading",
    "time", "urllib.request",
}  # fmt: skip
IO_CALLS = {"open", "print", "input", "exec", "eval"}


CORE = [name for name in FILES if name.startswith("showcase.core")]
STORE = [name for name in FILES if name.startswith("showcase.store")]
WEB = [name for name in FILES if name.startswith("showcase.web")]


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
    allowed = {"babel", "msgspec", "rapidfuzz", "regex", *sys.stdlib_module_names} - IO_MODULES
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


@pytest.mark.parametrize(("library", "owners"), OWNED.items())
def test_a_library_is_used_by_its_owners_only(library: str, owners: tuple[str, ...]) -> None:
    users = [name for name in FILES if any(is_of(found, library) for found in imports(name))]
    assert [name for name in users if not is_of(name, *owners)] == []


@pytest.mark.parametrize("name", [name for name in FILES if name != "showcase.settings"])
def test_only_the_settings_read_the_environment(name: str) -> None:
    assert {"environ", "environb", "getenv"}.isdisjoint(names_used(name))


@pytest.mark.parametrize("name", FILES)
def test_a_module_is_short(name: str) -> None:
    assert len(FILES[name].read_text("utf-8").splitlines()) <= MAX_MODULE_LINES


def test_no_module_imports_itself_through_others() -> None:
    inside = {name: {found for found in imports(name) if found in FILES} for name in FILES}
    assert [name for name in FILES if name in reachable(inside, name)] == []


def test_no_package_imports_itself_through_others() -> None:
    arrows = room_imports()
    assert [name for name in arrows if name in reachable(arrows, name)] == []


def test_every_class_name_is_used_once() -> None:
    classes = Counter(
        node.name
        for tree in TREES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    )
    assert [name for name, count in classes.items() if count > 1] == []


def test_a_file_name_comes_back_only_for_the_same_role() -> None:
    names = Counter(path.stem for path in FILES.values() if path.name != "__init__.py")
    assert {name for name, count in names.items() if count > 1} <= SAME_ROLE.keys()


@pytest.mark.parametrize(
    "capability", sorted({name.split(".")[2] for name in FILES if name.count(".") > 2})
)
def test_a_package_has_the_name_of_its_capability_on_every_floor(capability: str) -> None:
    floors = [layer for layer in LAYERS if f"showcase.{layer}.{capability}" in FILES]
    assert floors == CAPABILITIES[capability]


@pytest.mark.parametrize("name", FILES)
def test_a_module_says_what_it_is_in_its_first_line(name: str) -> None:
    first = (ast.get_docstring(TREES[name]) or "").partition("\n")[0]
    assert first.endswith((".", "?")), "a whole sentence or title, with its period"


@pytest.mark.parametrize("folder", ["templates", "static"])
def test_folders_packaged_with_the_code_have_no_python_files(folder: str) -> None:
    assert list((ROOT / folder).rglob("*.py")) == []
