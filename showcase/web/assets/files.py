"""The showcase's own files: style sheets, modules, fonts and pictures, with their hash in the address.

The hash is of all files together and is a folder in the path, so that a module that imports another, and a
style sheet that names a font, stay within one version.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from flask import Blueprint, Response, abort, current_app, request
from markupsafe import Markup

from showcase.store.byte_cache import ByteCache
from showcase.web.assets.bundle import bundle_modules
from showcase.web.assets.minify import minify_module, minify_stylesheet, minify_svg
from showcase.web.http.compression import CompressedFile, accepted_coding
from showcase.web.http.headers import allow_cross_origin, set_version_caching
from showcase.web.i18n.js_catalogs import script_catalogs

MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".png": "image/png",
    ".woff2": "font/woff2",
}
_COMPRESSIBLE_SUFFIXES = (".css", ".js", ".mjs", ".svg", ".txt")

# By folder; files of other authors (vendor/) are sent unchanged.
_MINIFIERS = {"css": minify_stylesheet, "js": minify_module, "img": minify_svg}
# "css/page.css" is these, in this order: one request, and compressed together. Pages without a video also
# load css/pages.css.
_PAGE_STYLESHEETS = ("tokens", "base", "hero", "player", "transcript", "paper")
# The style sheets of a frame in another site: the reading page of narrow windows, in a layout of its own.
_FRAME_STYLESHEETS = ("tokens", "base", "player", "transcript", "paper")
_NARROW_MEDIA_QUERIES = {"(min-width: 60em)": "not all", "(max-width: 59.99em)": "all"}
# A frame whose address names a theme has that theme, whatever the device prefers.
_THEME_REPLACEMENTS = {
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
_ICON_FILE = "img/icons.svg"
# A version has about 70 files in two codings; workers of the version before may still ask for theirs.
_MAX_PACKED_FILES = 500

blueprint = Blueprint("assets", __name__)


@dataclass(frozen=True, slots=True)
class Asset:
    """One file, as it is sent; `compressed` is None where compression gains nothing."""

    type: str
    body: bytes
    compressed: CompressedFile | None


@dataclass(frozen=True, slots=True)
class AssetCollection:
    """All files of the static folder, read once.

    Attributes:
        version: a hash of all of them.
        files: by their path in the folder, with slashes.
    """

    version: str
    files: dict[str, Asset]


def load_assets(folder: Path, packed: Path | None = None) -> AssetCollection:
    """Read every file of a known type; others (notes) are not served.

    Args:
        folder: the static folder.
        packed: where compressed files are kept for the next start; None compresses them again.
    """
    bodies = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.suffix in MEDIA_TYPES and path.is_file()
    }
    bodies |= dict(_bundle_stylesheets(bodies))
    modules = {
        name.removeprefix("js/"): body.decode()
        for name, body in bodies.items()
        if name.startswith("js/")
    }
    bodies |= {f"js/{name}": body.encode() for name, body in bundle_modules(modules).items()}
    bodies |= dict(script_catalogs())
    digest = hashlib.sha256()
    for name, body in bodies.items():
        digest.update(f"{name} {len(body)} ".encode() + body)
    cache = ByteCache(packed, _MAX_PACKED_FILES) if packed else None
    files = {name: _build_asset(name, body, cache) for name, body in bodies.items()}
    return AssetCollection(digest.hexdigest()[:12], files)


def _bundle_stylesheets(bodies: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The sheet of all pages, and those of frames: css/embed.css, css/embed-light.css, css/embed-dark.css."""
    texts = {name: body.decode() for name, body in bodies.items() if name.startswith("css/")}
    yield "css/page.css", "".join(texts[f"css/{sheet}.css"] for sheet in _PAGE_STYLESHEETS).encode()
    narrow = _replace_all(
        "".join(texts[f"css/{sheet}.css"] for sheet in _FRAME_STYLESHEETS), _NARROW_MEDIA_QUERIES
    )
    for suffix, changes in _THEME_REPLACEMENTS.items():
        sheet = _replace_all(narrow + texts["css/frame.css"], changes)
        yield f"css/embed{suffix}.css", sheet.encode()


def apply_theme(sheet: str, theme: str) -> str:
    """A style sheet for a frame whose address names a theme; unchanged for any other text."""
    return _replace_all(sheet, _THEME_REPLACEMENTS.get(f"-{theme}", {}))


def _replace_all(text: str, changes: Mapping[str, str]) -> str:
    for old, new in changes.items():
        text = text.replace(old, new)
    return text


def inline_icons() -> Markup:
    """All icons as SVG, to be written into a page; safe, because the file is ours and has no input in it."""
    assets: AssetCollection = current_app.extensions["assets"]
    return Markup(assets.files[_ICON_FILE].body.decode())  # noqa: S704


def _build_asset(name: str, body: bytes, cache: ByteCache | None) -> Asset:
    path = PurePosixPath(name)
    suffix = path.suffix
    minify = _MINIFIERS.get(path.parts[0])
    if minify and suffix in _COMPRESSIBLE_SUFFIXES:
        body = minify(body.decode()).encode()
    compressed = CompressedFile(body, cache) if suffix in _COMPRESSIBLE_SUFFIXES else None
    return Asset(MEDIA_TYPES[suffix], body, compressed)


@blueprint.get("/static/<version>/<path:name>")
def static_file(version: str, name: str) -> Response:
    """A static file: cached for good under the current version, checked again under any other."""
    assets: AssetCollection = current_app.extensions["assets"]
    if (asset := assets.files.get(name)) is None:
        abort(404)
    allow_cross_origin()  # a frame that its page sandboxes is a site of its own
    response = _asset_response(asset)
    set_version_caching(response, is_current=version == assets.version)
    return response


def _asset_response(asset: Asset) -> Response:
    coding = accepted_coding(request.accept_encodings) if asset.compressed else ""
    body = asset.compressed.compress(coding) if asset.compressed and coding else asset.body
    response = Response(body, content_type=asset.type)
    if coding:
        response.headers["Content-Encoding"] = coding
    if asset.compressed:
        response.vary.add("Accept-Encoding")
    return response
