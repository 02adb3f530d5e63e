"""Where a page or a file of the served site is found in a site of plain files.

A server reads the query of an address. A host of plain files does not: what decides which words a page has
(`?lang=es`) becomes a part of the file's name, and what a script can do in the page (`?t=12,18`) stays.

    /videos/orchard?t=12,18&lang=es#p3  is  videos/orchard/lang-es/index.html?t=12,18#p3
    /es/videos/orchard/print            is  es/videos/orchard/print/index.html
    /api/videos/orchard                 is  api/videos/orchard.json
"""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, unquote, unquote_plus

# How an address becomes the name of a file: of a page "index.html" in a folder, of a file the same name, of
# JSON the same name with ".json".
FileKind = Literal["page", "file", "json"]

INDEX_PAGE = "index.html"
# The parameters that decide what a page or a file has in it.
NAMED_PARAMETERS = frozenset(
    {"beside", "kind", "lang", "language", "page", "part", "size", "theme"}
)
_MAX_NAME_BYTES = 255


class UnwritableAddressError(ValueError):
    """An address that no file can have: its message is the address."""


@dataclass(frozen=True, slots=True)
class FileAddress:
    """A file of the site, and what follows its name in a link.

    Attributes:
        file: the path of the file from the folder of the site, decoded, with slashes.
        request: the path and query by which the server is asked for it, with "/" before them.
        rest: the query that is left for scripts, with its question mark; "" for none.
    """

    file: str
    request: str
    rest: str = ""

    @property
    def folder(self) -> str:
        """What plain hosts also take for an `index.html`: "videos/orchard/", "" for the first page."""
        return self.file.removesuffix(INDEX_PAGE) if self.is_index else self.file

    @property
    def is_index(self) -> bool:
        """True for a page that a host sends for its folder."""
        return posixpath.basename(self.file) == INDEX_PAGE


def file_address(
    path: str, query: str, kind: FileKind, *, keeps_query: bool = False
) -> FileAddress | None:
    """The file of an address.

    Args:
        path: of the address, from the root of the site, percent-encoded: "/videos/orchard".
        query: without its question mark, as it is in the address: "t=1,2&lang=es".
        kind: of the route that the address has.
        keeps_query: True where a script reads all of the query.

    Returns:
        None for a file that a query asks for which only a server can read: `card.png?t=1,2`.

    Raises:
        UnwritableAddressError: there can be no such file.
    """
    fields = [field for field in query.split("&") if field]
    named = [] if keeps_query else [each for each in fields if _name(each) in NAMED_PARAMETERS]
    rest = [field for field in fields if field not in named]
    if any(
        _name(each) == "part" for each in named
    ):  # what is read beside makes no difference to it
        named = [each for each in named if _name(each) in ("lang", "part", "theme")]
    if rest and kind != "page":
        return None
    return FileAddress(
        file=_file_name(path, sorted(map(_part_of_name, named)), kind),
        request=path + (f"?{'&'.join(sorted(named))}" if named else ""),
        rest=f"?{'&'.join(rest)}" if rest else "",
    )


def relative_link(target: str, page: str) -> str:
    """The relative URL of a file, percent-encoded, for a link of a page.

    Args:
        target: the path of the file from the folder of the site.
        page: the path of the page that has the link.
    """
    return quote(posixpath.relpath(target, posixpath.dirname(page) or "."))


def _name(field: str) -> str:
    return field.partition("=")[0]


def _part_of_name(field: str) -> str:
    """A parameter as the name of a folder: "lang-es" for "lang=es"."""
    name, _, value = field.partition("=")
    return f"{name}-{quote(unquote_plus(value), safe='')}"


def _file_name(path: str, named: list[str], kind: FileKind) -> str:
    segments = list(_segments(path))
    if kind == "page":
        segments += [*named, INDEX_PAGE]
    elif named or kind == "json":
        stem, ending = posixpath.splitext(segments[-1])
        ending = ending if kind == "file" else f"{ending}.json"
        segments[-1] = ".".join([stem, *named]) + ending
    if any(len(segment.encode()) > _MAX_NAME_BYTES for segment in segments):
        raise UnwritableAddressError(path)
    return "/".join(segments)


def _segments(path: str) -> Iterator[str]:
    """The decoded names of a path; one that leads elsewhere is refused."""
    for encoded in path.strip("/").split("/"):
        name = unquote(encoded)
        if name in (".", "..") or "/" in name or "\\" in name or not name.isprintable():
            raise UnwritableAddressError(path)
        if name:
            yield name
