"""Media types of recordings and pictures, by the extension of their names."""

from posixpath import splitext
from urllib.parse import urlsplit

from showcase.core.catalog.models import Source

# What browsers play, and what they show as a poster. RFC 6381, RFC 5334 and the IANA registry of media types.
RECORDING_TYPES = {
    ".webm": "video/webm", ".mp4": "video/mp4", ".m4v": "video/mp4", ".mov": "video/quicktime",
    ".ogv": "video/ogg", ".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".aac": "audio/aac",
    ".ogg": "audio/ogg", ".oga": "audio/ogg", ".opus": "audio/ogg", ".flac": "audio/flac",
    ".wav": "audio/wav",
}  # fmt: skip
PICTURE_TYPES = {
    ".webp": "image/webp", ".avif": "image/avif", ".png": "image/png", ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg", ".gif": "image/gif", ".svg": "image/svg+xml",
}  # fmt: skip


def extension(name: str) -> str:
    """The extension of a file name or path, in small letters with its dot; "" if there is none."""
    return splitext(name)[1].lower()


def is_sound(source: Source | None) -> bool:
    """True for a recording of sound alone; what may have a picture (a playlist, YouTube) is no such."""
    if source is None or source.kind != "file":
        return False
    types = [file.type for file in source.files] or [_address_type(source.address)]
    return all(map(is_sound_type, types))


def is_sound_type(media_type: str) -> bool:
    """True for the media type of sound: "audio/mpeg"."""
    return media_type.startswith("audio/")


def _address_type(address: str) -> str:
    return RECORDING_TYPES.get(extension(urlsplit(address).path), "")
