"""Sends the modules that every page needs at once as one file: a request costs more than most of them.

The sources stay as they are, and are put together when the server starts. Each module becomes a function of
its own in `js/main.js`, its imports read from what stands before it. A module that is loaded later reads them
from there too, and asks for none of them again. What is needed from the first play on comes in a second file
of that kind, `js/playback.js`. Whoever asks for a module by its own name gets a few lines that export the
bundled one, so that there is only ever one of each. The plain forms of import and export that we write are
understood; a test holds our modules to them.
"""

import json
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping, Sequence

ENTRY_MODULE = "main.js"
# What the entry imports dynamically on every page, and what is smaller than a request for it would be.
EAGER_MODULES = (
    "player/player.js",
    "player/file.js",
    "transcript/transcript.js",
    "transcript/roving_focus.js",
    "page/address.js",
)
# What plays, or was opened at a moment, asks for all of these.
PLAYBACK_BUNDLE = "playback.js"
PLAYBACK_MODULES = (
    "player/dock.js",
    "sharing/share_buttons.js",
    "transcript/auto_scroll.js",
    "player/chapter_list.js",
    "page/scroll.js",
)

_STATIC_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[^"]*)";$', re.MULTILINE)
_EXPORT_DECLARATION = re.compile(
    r"^export ((?:async )?(?:function|class|const) (\w+))", re.MULTILINE
)
_DYNAMIC_IMPORT = re.compile(r"\bimport\(")

# A dynamic import of a module that is bundled here sends no request.
_RUNTIME = """const registry = {};
const playback = PLAYBACK_MODULES;
const importModule = async (base, path) => {
const name = new URL(path, `x:/${base}`).pathname.slice(1);
const loaded = registry[name] ?? (await import(`./${playback.includes(name) ? "PLAYBACK_BUNDLE" : name}`));
return registry[name] ?? loaded;
};
"""


def bundle_modules(sources: Mapping[str, str]) -> dict[str, str]:
    """Put EAGER_MODULES with all they import into ENTRY, PLAYBACK_MODULES likewise into PLAYBACK_BUNDLE.

    Args:
        sources: modules by their path in the folder of the entry.

    Returns:
        All modules by their paths: the two bundles, a re-export for each of their members, and all others.
    """
    eager: list[str] = []
    for name in (*EAGER_MODULES, ENTRY_MODULE):
        _add_with_imports(name, sources, eager)
    members = list(eager)
    for name in PLAYBACK_MODULES:
        _add_with_imports(name, sources, members)
    playback = members[len(eager) :]
    runtime = _RUNTIME.replace("PLAYBACK_MODULES", json.dumps(playback)).replace(
        "PLAYBACK_BUNDLE", PLAYBACK_BUNDLE
    )
    return {
        ENTRY_MODULE: _join(runtime, eager, sources, "export { importModule, registry };\n"),
        PLAYBACK_BUNDLE: _join(
            _import_from_entry(PLAYBACK_BUNDLE, "importModule, registry"), playback, sources
        ),
        **{
            name: _re_export(name, source, ENTRY_MODULE if name in eager else PLAYBACK_BUNDLE)
            if name in members
            else _unbundled(name, source, eager)
            for name, source in sources.items()
            if name != ENTRY_MODULE
        },
    }


def _join(opening: str, names: Sequence[str], sources: Mapping[str, str], end: str = "") -> str:
    return "".join((opening, *(_wrap_module(name, sources[name]) for name in names), end))


def _add_with_imports(name: str, sources: Mapping[str, str], order: list[str]) -> None:
    """Append a module after all that it imports."""
    if name in order:
        return
    for imported in _imported_modules(name, sources[name]):
        _add_with_imports(imported, sources, order)
    order.append(name)


def _imported_modules(name: str, source: str) -> Iterator[str]:
    for found in _STATIC_IMPORT.finditer(source):
        yield _resolve_path(name, found[2])


def _resolve_path(name: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))


def _wrap_module(name: str, source: str) -> str:
    body = _STATIC_IMPORT.sub(lambda found: _registry_import(name, found), source)
    body = _DYNAMIC_IMPORT.sub(f'importModule("{name}", ', _EXPORT_DECLARATION.sub(r"\1", body))
    return f'registry["{name}"] = (() => {{\n{body}\nreturn {{ {_export_list(source)} }};\n}})();\n'


def _registry_import(name: str, found: re.Match[str]) -> str:
    names = found[1].replace(" as ", ": ")
    return f'const {{{names}}} = registry["{_resolve_path(name, found[2])}"];'


def _unbundled(name: str, source: str, members: Collection[str]) -> str:
    """A module outside the bundles; what it imports of the entry's members is read from there."""
    body = _STATIC_IMPORT.sub(
        lambda found: (
            _registry_import(name, found) if _resolve_path(name, found[2]) in members else found[0]
        ),
        source,
    )
    return body if body == source else f"{_import_from_entry(name)}{body}"


def _export_list(source: str) -> str:
    return ", ".join(found[2] for found in _EXPORT_DECLARATION.finditer(source))


def _re_export(name: str, source: str, file: str) -> str:
    loading = f'import "{_relative_path(file, name)}";\n' if file != ENTRY_MODULE else ""
    exports = f'export const {{ {_export_list(source)} }} = registry["{name}"];\n'
    return f"{_import_from_entry(name)}{loading}{exports}"


def _import_from_entry(name: str, members: str = "registry") -> str:
    return f'import {{ {members} }} from "{_relative_path(ENTRY_MODULE, name)}";\n'


def _relative_path(file: str, name: str) -> str:
    """A file as a module names it."""
    path = posixpath.relpath(file, posixpath.dirname(name) or ".")
    return path if path.startswith(".") else f"./{path}"
