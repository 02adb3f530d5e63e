"""Sends the modules that every page needs at once as one file: a request costs more than most of them.

Nothing is built: the sources stay as they are, and are put together when the server starts. Each module
becomes a function of its own in `js/main.js`, its imports read from what stands before it. A module that is
loaded later reads them from there too, and asks for none of them again. What is needed from the first play on
comes in a second file of that kind. Whoever asks for a module by its own name gets a few lines that hand on
the same one, so that there is only ever one of each. It reads the plain forms of import and export that we
write; a test holds our modules to them.
"""

import json
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping, Sequence

ENTRY = "main.js"
# What the entry asks for on every page, and what is less than a request for it would be.
AT_ONCE = ("player.js", "player/file.js", "transcript.js", "rove.js", "address.js", "scroll.js")
# What plays, or was opened at a moment, asks for all of these.
SOON = "soon.js"
SOON_MEMBERS = ("dock.js", "near.js", "following.js", "chapters.js")

_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[^"]*)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:function|class|const) (\w+))", re.MULTILINE)
_LATER = re.compile(r"\bimport\(")

# import() of a module that is here already asks nobody.
_OPENING = """const modules = {};
const soon = SOON_MEMBERS;
const later = async (folder, path) => {
const name = new URL(path, `x:/${folder}`).pathname.slice(1);
const loaded = modules[name] ?? (await import(`./${soon.includes(name) ? "SOON" : name}`));
return modules[name] ?? loaded;
};
"""


def bundle(sources: Mapping[str, str]) -> dict[str, str]:
    """Put the modules of AT_ONCE and all they import into the entry, those of SOON_MEMBERS into SOON.

    Args:
        sources: modules by their path in the folder of the entry.

    Returns:
        All modules by their paths: the two files, what hands on their members, and what is loaded later.
    """
    at_once: list[str] = []
    for name in (*AT_ONCE, ENTRY):
        _add(name, sources, at_once)
    both = list(at_once)
    for name in SOON_MEMBERS:
        _add(name, sources, both)
    soon = both[len(at_once) :]
    opening = _OPENING.replace("SOON_MEMBERS", json.dumps(soon)).replace("SOON", SOON)
    return {
        ENTRY: _together(opening, at_once, sources, "export { later, modules };\n"),
        SOON: _together(_from_entry(SOON, "later, modules"), soon, sources),
        **{
            name: _hand_on(name, source, ENTRY if name in at_once else SOON)
            if name in both
            else _later(name, source, at_once)
            for name, source in sources.items()
            if name != ENTRY
        },
    }


def _together(opening: str, names: Sequence[str], sources: Mapping[str, str], end: str = "") -> str:
    return "".join((opening, *(_member(name, sources[name]) for name in names), end))


def _add(name: str, sources: Mapping[str, str], order: list[str]) -> None:
    """Put a module behind all that it imports."""
    if name in order:
        return
    for imported in _imports(name, sources[name]):
        _add(imported, sources, order)
    order.append(name)


def _imports(name: str, source: str) -> Iterator[str]:
    for found in _IMPORT.finditer(source):
        yield _resolve(name, found[2])


def _resolve(name: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))


def _member(name: str, source: str) -> str:
    body = _IMPORT.sub(lambda found: _read(name, found), source)
    body = _LATER.sub(f'later("{name}", ', _EXPORT.sub(r"\1", body))
    return f'modules["{name}"] = (() => {{\n{body}\nreturn {{ {_exports(source)} }};\n}})();\n'


def _read(name: str, found: re.Match[str]) -> str:
    names = found[1].replace(" as ", ": ")
    return f'const {{{names}}} = modules["{_resolve(name, found[2])}"];'


def _later(name: str, source: str, members: Collection[str]) -> str:
    """A module that is no member, with the members that it imports read from the entry."""
    body = _IMPORT.sub(
        lambda found: _read(name, found) if _resolve(name, found[2]) in members else found[0],
        source,
    )
    return body if body == source else f"{_from_entry(name)}{body}"


def _exports(source: str) -> str:
    return ", ".join(found[2] for found in _EXPORT.finditer(source))


def _hand_on(name: str, source: str, file: str) -> str:
    loading = f'import "{_path_to(file, name)}";\n' if file != ENTRY else ""
    return (
        f'{_from_entry(name)}{loading}export const {{ {_exports(source)} }} = modules["{name}"];\n'
    )


def _from_entry(name: str, members: str = "modules") -> str:
    return f'import {{ {members} }} from "{_path_to(ENTRY, name)}";\n'


def _path_to(file: str, name: str) -> str:
    """A file as a module names it."""
    path = posixpath.relpath(file, posixpath.dirname(name) or ".")
    return path if path.startswith(".") else f"./{path}"
