"""Checks the pictures of a video: that they are pictures, light enough, in shape, and described."""

from collections.abc import Iterator
from pathlib import Path

from showcase.core.catalog.models import MediaFile
from showcase.errors import Diagnosis, Fault
from showcase.store.cards.picture_size import read_picture_size
from showcase.store.ingest.toml_file import TomlFile
from showcase.store.ingest.video_toml import VideoToml

# A photograph of 1600 by 900 pixels has a fifth of this.
MAX_POSTER_BYTES = 2_000_000
# A photograph of 800 by 800 pixels has half of this; it is shown at a quarter of that width.
MAX_PORTRAIT_BYTES = 500_000
# The player is 16:9; a picture that is hardly wider than high loses most of itself, or has bars beside it.
MIN_ASPECT_RATIO = 1.2
_BYTES_PER_MB = 1_000_000
# From so many megabytes on, the tenths are of no interest.
_WHOLE_MB = 10
_HEAD_BYTES = 64 * 1024
_UNREADABLE_FIX = "export it again, as .webp, .jpg or .png"
_NO_POSTER_ALT = Diagnosis(
    "no-poster-alt",
    "Nothing says what the poster shows, for those who cannot see it",
    'add poster_alt = "…"; "" if it shows nothing that matters',
)
_NO_PORTRAIT_ALT = Diagnosis(
    "no-portrait-alt",
    "Nothing says what the portrait shows, for those who cannot see it",
    'add portrait_alt = "…"',
)


def note_pictures(
    folder: Path, toml: VideoToml, poster: MediaFile | None, file: TomlFile
) -> Iterator[Fault]:
    """Notes about the poster and the portraits of a video.

    Args:
        folder: of the video.
        toml: the values of video.toml, with the files of portraits.
        poster: None where there is none.
        file: has the lines.
    """
    if poster:
        for diagnosis in _check_poster(folder / poster.name, poster):
            yield file.fault_at(("poster",), diagnosis)
        if file.line(("poster_alt",)) is None:
            yield file.fault_at(("poster",), _NO_POSTER_ALT)
    for number, person in enumerate(toml.people):
        path = ("people", number, "portrait")
        if person.portrait:
            for diagnosis in _check_portrait(folder / person.portrait.name, person.portrait):
                yield file.fault_at(path, diagnosis)
            if not person.portrait_alt:
                yield file.fault_at(path, _NO_PORTRAIT_ALT)


def _check_poster(path: Path, poster: MediaFile) -> Iterator[Diagnosis]:
    if poster.size > MAX_POSTER_BYTES:
        fix = "save it with about 1600 by 900 pixels, as .webp or .jpg"
        yield Diagnosis("large-poster", _weight_message(poster), fix)
    size = _picture_size(path, poster)
    if size is None:
        yield Diagnosis("unreadable-poster", _unreadable_message(poster), _UNREADABLE_FIX)
    elif size[0] < MIN_ASPECT_RATIO * size[1]:
        message = f'"{poster.name}" is {size[0]} pixels wide and {size[1]} high'
        yield Diagnosis("poster-shape", message, "use a picture with the shape of the video, 16:9")


def _check_portrait(path: Path, portrait: MediaFile) -> Iterator[Diagnosis]:
    if portrait.size > MAX_PORTRAIT_BYTES:
        fix = "save it with about 800 by 800 pixels, as .webp or .jpg"
        yield Diagnosis("large-portrait", _weight_message(portrait), fix)
    if _picture_size(path, portrait) is None:
        yield Diagnosis("unreadable-portrait", _unreadable_message(portrait), _UNREADABLE_FIX)


def _unreadable_message(picture: MediaFile) -> str:
    return f'"{picture.name}" is not a picture that browsers show'


def _weight_message(picture: MediaFile) -> str:
    size = picture.size / _BYTES_PER_MB
    digits = 0 if size > _WHOLE_MB else 1
    return f'"{picture.name}" has {size:.{digits}f} MB, which visitors wait for'


def _picture_size(path: Path, picture: MediaFile) -> tuple[int, int] | None:
    """The size in pixels, 16:9 for what has none or is not read here; None for what is no picture."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError:
        return None
    drawn = picture.type == "image/svg+xml" and b"<svg" in head
    if drawn or (picture.type == "image/avif" and head[4:8] == b"ftyp"):
        return 16, 9
    return read_picture_size(path)
