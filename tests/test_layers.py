"""The rules of the code's structure: layers, packages, owners of libraries, names, lengths of modules."""

import ast
import sys
from collections import Counter
from collections.abc import Iterator

import pytest

from tools.imports import FILES, LAYERS, ROOT, imports, reachable, room_imports, syntax_tree

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
    "pymediainfo": ("showcase.store.ingest",),
    "watchfiles": ("showcase.store.snapshots",),
    "webvtt": ("showcase.store.captions",),
    "whoosh": ("showcase.store.search",),
    "PIL": ("showcase.store.cards",),
    "Stemmer": ("showcase.store.search",),
    "rapidfuzz": ("showcase.core.text",),
    # The server itself, and its worker, which sends files by gunicorn's own connections.
    "gunicorn": ("showcase.server", "showcase.gunicorn_worker"),
    "click": ("showcase.cli",),
    "tomlkit": ("showcase.store.intake",),
    "py3langid": ("showcase.store.intake",),
    "limits": ("showcase.store.limits",),
    "markdown_it": ("showcase.store.site_pages",),
    "resvg_py": ("showcase.store.branding",),
    "yt_dlp": ("showcase.store.intake",),
}
# Which floors a capability has a room on.
CAPABILITIES = {
    "api": ["web"],
    "assets": ["web"],
    "backup": ["store"],
    "branding": ["core", "store", "web"],
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
    "intake": ["core", "store"],
    "limits": ["store", "web"],
    "listings": ["core", "web"],
    "metadata": ["web"],
    "quotes": ["core"],
    "search": ["core", "store", "web"],
    "sharing": ["web"],
    "site_pages": ["store", "web"],
    "snapshots": ["store"],
    "static_site": ["core", "store", "web"],
    "status": ["store", "web"],
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
    for node in ast.walk(syntax_tree(name)):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr


# Each rule is one test of all modules: it names every module that breaks it, and what breaks it there.


def test_the_core_imports_the_standard_library_what_works_on_words_and_itself() -> None:
    allowed = {"babel", "msgspec", "rapidfuzz", "regex", *sys.stdlib_module_names} - IO_MODULES
    assert [
        (name, imported)
        for name in CORE
        for imported in imports(name)
        if not is_of(imported, "showcase.core")
        and (imported.partition(".")[0] not in allowed or is_of(imported, *IO_MODULES))
    ] == []


def test_the_core_does_no_input_and_output() -> None:
    assert [
        (name, node.func.id)
        for name in CORE
        for node in ast.walk(syntax_tree(name))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in IO_CALLS
    ] == []


def imports_of(names: list[str], *packages: str) -> list[tuple[str, str]]:
    """The modules among these that import one of the packages, and what they import."""
    return [
        (name, imported)
        for name in names
        for imported in imports(name)
        if is_of(imported, *packages)
    ]


def test_the_store_knows_nothing_of_pages() -> None:
    right_of_it = (
        "showcase.web",
        "showcase.app",
        "showcase.cli.commands",
        "showcase.server",
        "flask",
        "werkzeug",
    )
    assert imports_of(STORE, *right_of_it) == []


def test_the_web_knows_nothing_of_what_starts_it() -> None:
    assert imports_of(WEB, "showcase.app", "showcase.cli.commands", "showcase.server") == []


@pytest.mark.parametrize(("library", "owners"), OWNED.items())
def test_a_library_is_used_by_its_owners_only(library: str, owners: tuple[str, ...]) -> None:
    assert [name for name, _ in imports_of(list(FILES), library) if not is_of(name, *owners)] == []


def test_only_the_settings_read_the_environment() -> None:
    read = {"environ", "environb", "getenv"}
    assert [name for name in FILES if not read.isdisjoint(names_used(name))] == [
        "showcase.settings"
    ]


def test_a_module_is_short() -> None:
    lines = {name: len(path.read_text("utf-8").splitlines()) for name, path in FILES.items()}
    assert {name: count for name, count in lines.items() if count > MAX_MODULE_LINES} == {}


def test_no_module_imports_itself_through_others() -> None:
    inside = {name: {found for found in imports(name) if found in FILES} for name in FILES}
    assert [name for name in FILES if name in reachable(inside, name)] == []


def test_no_package_imports_itself_through_others() -> None:
    arrows = room_imports()
    assert [name for name in arrows if name in reachable(arrows, name)] == []


def test_every_class_name_is_used_once() -> None:
    classes = Counter(
        node.name
        for name in FILES
        for node in ast.walk(syntax_tree(name))
        if isinstance(node, ast.ClassDef)
    )
    assert [name for name, count in classes.items() if count > 1] == []


def test_a_file_name_comes_back_only_for_the_same_role() -> None:
    names = Counter(path.stem for path in FILES.values() if path.name != "__init__.py")
    assert {name for name, count in names.items() if count > 1} <= SAME_ROLE.keys()


def test_a_package_has_the_name_of_its_capability_on_every_floor() -> None:
    capabilities = {name.split(".")[2] for name in FILES if name.count(".") > 2}
    floors = {
        capability: [layer for layer in LAYERS if f"showcase.{layer}.{capability}" in FILES]
        for capability in capabilities
    }
    assert floors == CAPABILITIES


def test_a_module_says_what_it_is_in_its_first_line() -> None:
    first = {
        name: (ast.get_docstring(syntax_tree(name)) or "").partition("\n")[0] for name in FILES
    }
    # A whole sentence or title, with its period.
    assert {name: line for name, line in first.items() if not line.endswith((".", "?"))} == {}


@pytest.mark.parametrize("folder", ["templates", "static"])
def test_folders_packaged_with_the_code_have_no_python_files(folder: str) -> None:
    assert list((ROOT / folder).rglob("*.py")) == []
