"""The showcase's own files: style sheets, modules, fonts and pictures, with their hash in the address.

The hash is of all files together and stands in front of the path, so a module that imports its
neighbor and a style sheet that names its font stay within one version.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from flask import Blueprint, Response, abort, current_app, request
from markupsafe import Markup

from showcase.store.byte_cache import ByteCache
from showcase.web.assets.bundle import bundle
from showcase.web.assets.minify import slim_drawing, slim_module, slim_sheet
from showcase.web.http.compression import CompressedFile, accepted_coding
from showcase.web.http.headers import allow_cross_origin, set_version_caching
from showcase.web.i18n.js_catalogs import script_catalogs

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".png": "image/png",
    ".woff2": "font/woff2",
}
_COMPRESSIBLE = (".css", ".js", ".mjs", ".svg", ".txt")

# By folder: what others wrote (vendor/) is sent as it is.
_SLIM = {"css": slim_sheet, "js": slim_module, "img": slim_drawing}
# One request and one compression for all of them: "css/page.css" holds them in this order. Pages without a
# video ask for css/pages.css, too.
_SHEETS = ("tokens", "base", "hero", "player", "read")
# What a frame of another site shows: the reading page as narrow windows have it, in a layout of its own.
_FRAME_SHEETS = ("tokens", "base", "player", "read")
_NARROW = {"(min-width: 60em)": "not all", "(max-width: 59.99em)": "all"}
# A frame whose address names a theme has it, whatever the device prefers.
_THEMES = {
    "": {},
    "-light": {
        "(prefers-color-scheme: dark)": "not all",
        "color-scheme: light dark": "color-scheme: light",
    },
    "-dark": {
        "(prefers-color-scheme: dark)": "all",
        "color-scheme: light dark": "color-scheme: dark",
    },
}
_ICONS = "img/icons.svg"
# A version has about 70, in two codings; workers of the version before may still ask for theirs.
_MAX_PACKED_FILES = 500

blueprint = Blueprint("assets", __name__)


@dataclass(frozen=True, slots=True)
class Asset:
    """One file, as it is sent; `compressed` is None where compression gains nothing."""

    type: str
    body: bytes
    compressed: CompressedFile | None


@dataclass(frozen=True, slots=True)
class Assets:
    """All files of the static folder, read once.

    Attributes:
        version: a hash of all of them.
        files: by their path in the folder, with slashes.
    """

    version: str
    files: dict[str, Asset]


def load_assets(folder: Path, packed: Path | None = None) -> Assets:
    """Read every file of a known type; others (notes) are not served.

    Args:
        folder: the static folder.
        packed: where compressed files are kept for the next start; None compresses them again.
    """
    bodies = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.suffix in TYPES and path.is_file()
    }
    bodies |= dict(_bundled_sheets(bodies))
    modules = {
        name.removeprefix("js/"): body.decode()
        for name, body in bodies.items()
        if name.startswith("js/")
    }
    bodies |= {f"js/{name}": body.encode() for name, body in bundle(modules).items()}
    bodies |= dict(script_catalogs())
    digest = hashlib.sha256()
    for name, body in bodies.items():
        digest.update(f"{name} {len(body)} ".encode() + body)
    cache = ByteCache(packed, _MAX_PACKED_FILES) if packed else None
    files = {name: _asset(name, body, cache) for name, body in bodies.items()}
    return Assets(digest.hexdigest()[:12], files)


def _bundled_sheets(bodies: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The sheet of all pages, and those of frames: css/embed.css, css/embed-light.css, css/embed-dark.css."""
    texts = {name: body.decode() for name, body in bodies.items() if name.startswith("css/")}
    yield "css/page.css", "".join(texts[f"css/{sheet}.css"] for sheet in _SHEETS).encode()
    narrow = _replaced("".join(texts[f"css/{sheet}.css"] for sheet in _FRAME_SHEETS), _NARROW)
    for suffix, changes in _THEMES.items():
        sheet = _replaced(narrow + texts["css/frame.css"], changes)
        yield f"css/embed{suffix}.css", sheet.encode()


def in_theme(sheet: str, theme: str) -> str:
    """A style sheet for a frame whose address names a theme; unchanged where it names none that there is."""
    return _replaced(sheet, _THEMES.get(f"-{theme}", {}))


def _replaced(text: str, changes: Mapping[str, str]) -> str:
    for old, new in changes.items():
        text = text.replace(old, new)
    return text


def icon_sheet() -> Markup:
    """All icons, to stand in a page itself: our own file, of which nothing is anybody's input."""
    assets: Assets = current_app.extensions["assets"]
    return Markup(assets.files[_ICONS].body.decode())  # noqa: S704


def _asset(name: str, body: bytes, cache: ByteCache | None) -> Asset:
    path = PurePosixPath(name)
    suffix = path.suffix
    slim = _SLIM.get(path.parts[0])
    if slim and suffix in _COMPRESSIBLE:
        body = slim(body.decode()).encode()
    compressed = CompressedFile(body, cache) if suffix in _COMPRESSIBLE else None
    return Asset(TYPES[suffix], body, compressed)


@blueprint.get("/static/<version>/<path:name>")
def static_file(version: str, name: str) -> Response:
    """A file of this version for ever; of another version what we have now, to be asked for again."""
    assets: Assets = current_app.extensions["assets"]
    if (asset := assets.files.get(name)) is None:
        abort(404)
    allow_cross_origin()  # a frame that its page sandboxes is a site of its own
    response = _response(asset)
    set_version_caching(response, is_current=version == assets.version)
    return response


def _response(asset: Asset) -> Response:
    coding = accepted_coding(request.accept_encodings) if asset.compressed else ""
    body = asset.compressed.compress(coding) if asset.compressed and coding else asset.body
    response = Response(body, content_type=asset.type)
    if coding:
        response.headers["Content-Encoding"] = coding
    if asset.compressed:
        response.vary.add("Accept-Encoding")
    return response
