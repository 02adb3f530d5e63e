"""The pictures beside site.toml and in the folder of pages: found, measured, refused where they are none."""

from collections.abc import Collection, Mapping
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path

from showcase.core.branding.site_pictures import SitePicture
from showcase.core.catalog.recordings import PICTURE_TYPES, extension
from showcase.errors import Diagnosis
from showcase.store.branding.rasterizer import DrawingError, rasterize
from showcase.store.cards.picture_size import read_picture_size
from showcase.store.ingest.file_guard import find_refusal
from showcase.store.ingest.toml_file import TomlFile
from showcase.store.ingest.toml_lines import KeyPath
from showcase.store.ingest.toml_schema import TomlSchema, required_text

# Of these, icons and cards can be drawn.
DRAWABLE_TYPES = {
    name: kind
    for name, kind in PICTURE_TYPES.items()
    if name in (".svg", ".png", ".jpg", ".jpeg", ".webp")
}
LOGO_TYPES = {".svg": PICTURE_TYPES[".svg"], ".png": PICTURE_TYPES[".png"]}
MAX_SITE_PICTURE_BYTES = 2 * 1024 * 1024
_DIGEST_HEX_DIGITS = 12
# The proportions of an SVG are measured by drawing it so wide.
_MEASURING_WIDTH_PX = 400
# Width and height are in these bytes of a PNG (W3C PNG, section 11.2.1).
_PNG_WIDTH, _PNG_HEIGHT = slice(16, 20), slice(20, 24)
_SVG_TYPE = PICTURE_TYPES[".svg"]


class PictureFolder:
    """A folder that an owner's pictures are in.

    Attributes:
        root: the folder of transcripts.
        notes: of each picture that was asked for, what should be looked at, by its name.
    """

    def __init__(self, root: Path, names: Collection[str], folder: str = "") -> None:
        """Look at nothing yet.

        Args:
            root: the folder of transcripts.
            names: of all files in the folder.
            folder: its path in `root`; "" for `root` itself.
        """
        self.root, self._names, self._folder = root, names, folder
        self.notes: dict[str, Diagnosis] = {}

    def find(self, name: str, types: Mapping[str, str] = PICTURE_TYPES) -> SitePicture | Diagnosis:
        """A picture, or what is wrong with it.

        Args:
            name: as written.
            types: the media types that are allowed, by extension.
        """
        if "/" in name or "\\" in name or ".." in name:
            message, fix = f'"{name}" is a path, not a name', "write only the name of a file there"
            return Diagnosis("not-a-file-name", message, fix)
        if (kind := types.get(extension(name))) is None:
            fix = f"name a file that ends in {', '.join(types)}"
            return Diagnosis("unsupported-media", f'"{name}" cannot be used here', fix)
        if name not in self._names:
            alike = get_close_matches(name, self._names, n=1)
            fix = f'write "{alike[0]}"' if alike else "put it there, or remove its name here"
            return Diagnosis("missing-file", f'There is no file "{name}"', fix)
        return self._read(name, kind)

    def _read(self, name: str, kind: str) -> SitePicture | Diagnosis:
        path = self.root / self._folder / name
        try:
            if refusal := find_refusal(self.root, path):
                return Diagnosis(refusal.code, f'"{name}" {refusal.message}', refusal.fix)
            if path.stat().st_size > MAX_SITE_PICTURE_BYTES:
                message = f'"{name}" is over 2 MB, which visitors wait for'
                return Diagnosis("large-picture", message, "save it smaller")
            data = path.read_bytes()
        except OSError as error:
            return Diagnosis("unreadable-file", f'"{name}" cannot be read ({error.strerror})')
        size = _svg_size(data) if kind == _SVG_TYPE else read_picture_size(path)
        if size is None and extension(name) != ".avif":
            message = f'"{name}" is not a picture that can be drawn'
            return Diagnosis("unreadable-picture", message, "export it again")
        if kind == _SVG_TYPE and b"<text" in data:
            message = f'"{name}" has text in it, which icons and cards are drawn without'
            self.notes[name] = Diagnosis("text-in-picture", message, "save its text as paths")
        digest = sha256(data).hexdigest()[:_DIGEST_HEX_DIGITS]
        return SitePicture(name, kind, *(size or (0, 0)), digest)


def _svg_size(data: bytes) -> tuple[int, int] | None:
    """The proportions of an SVG; None for what is no SVG, or has no size."""
    try:
        png = rasterize(data.decode("utf-8-sig"), _MEASURING_WIDTH_PX)
    except (DrawingError, UnicodeDecodeError):
        return None
    return int.from_bytes(png[_PNG_WIDTH]), int.from_bytes(png[_PNG_HEIGHT])


def picture_schema(folder: PictureFolder | None, types: Mapping[str, str]) -> TomlSchema:
    """The schema of a key that names a picture; without a folder, the name alone is checked."""

    def read_picture(value: object, path: KeyPath, file: TomlFile) -> SitePicture | None:
        name = required_text(value, path, file)
        if not name or folder is None:
            return None
        found = folder.find(name, types)
        if isinstance(found, Diagnosis):
            file.add_fault(path, found)
            return None
        return found

    return read_picture
