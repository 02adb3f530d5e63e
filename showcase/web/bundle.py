"""Sends the modules that every page needs at once as one file: a request costs more than most of them.

Nothing is built: the sources stay as they are, and are put together when the server starts. Each module
becomes a function of its own in `js/main.js`, its imports read from what stands before it. A module that is
loaded later reads them from there too, and asks for none of them again. Whoever asks for one by its own
name gets a few lines that hand on the same one, so that there is only ever one of each. It reads the plain
forms of import and export that we write; a test holds our modules to them.
"""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping

ENTRY = "main.js"
# What the entry asks for on every page, by names that stand in the markup.
AT_ONCE = ("player.js", "player/file.js", "transcript.js", "rove.js", "address.js")

_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[^"]*)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:function|class|const) (\w+))", re.MULTILINE)
_LATER = re.compile(r"\bimport\(")

# import() of a module that is here already asks nobody.
_OPENING = """const modules = {};
const later = (folder, path) => {
const name = new URL(path, `x:/${folder}`).pathname.slice(1);
return modules[name] ? Promise.resolve(modules[name]) : import(`./${name}`);
};
"""


def bundle(sources: Mapping[str, str]) -> dict[str, str]:
    """Put the modules of AT_ONCE and all they import into the entry.

    Args:
        sources: modules by their path in the folder of the entry.

    Returns:
        All modules by their paths: the entry, what hands on its members, and what is loaded later.
    """
    order: list[str] = []
    for name in (*AT_ONCE, ENTRY):
        _add(name, sources, order)
    members = [_member(name, sources[name]) for name in order]
    body = "".join((_OPENING, *members, "export { modules };\n"))
    return {ENTRY: body} | {
        name: _hand_on(name, source) if name in order else _later(name, source, order)
        for name, source in sources.items()
        if name != ENTRY
    }


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


def _hand_on(name: str, source: str) -> str:
    return f'{_from_entry(name)}export const {{ {_exports(source)} }} = modules["{name}"];\n'


def _from_entry(name: str) -> str:
    entry = posixpath.relpath(ENTRY, posixpath.dirname(name) or ".")
    entry = entry if entry.startswith(".") else f"./{entry}"
    return f'import {{ modules }} from "{entry}";\n'
