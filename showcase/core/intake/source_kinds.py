"""What a thing is that an owner gives for a video, as far as its name or address tells."""

from enum import StrEnum
from posixpath import basename

from showcase.core.catalog.recordings import PICTURE_TYPES, RECORDING_TYPES, extension

# yt-dlp writes what it knows of a video into a file of this ending.
INFO_ENDING = ".info.json"
_FEED_EXTENSIONS = (".rss", ".atom")
_CHAPTER_WORDS = ("chapters", "chapter")


class GivenKind(StrEnum):
    """What a thing is; the value is what it is called in messages."""

    ADDRESS = "an address"
    FOLDER = "a folder"
    INFO = "a description of yt-dlp"
    FEED = "a feed"
    MEDIA = "a recording"
    PICTURE = "a picture"
    CHAPTERS = "chapters"
    CAPTIONS = "captions"


def kind_of_name(name: str) -> GivenKind:
    """What a file is, by its name; captions are all that is nothing else: their content tells their format.

    Args:
        name: of the file, without a folder.
    """
    lower = name.lower()
    if lower.endswith(INFO_ENDING):
        return GivenKind.INFO
    if extension(lower) in RECORDING_TYPES:
        return GivenKind.MEDIA
    if extension(lower) in PICTURE_TYPES:
        return GivenKind.PICTURE
    if lower.endswith(_FEED_EXTENSIONS):
        return GivenKind.FEED
    named_chapters = any(part in _CHAPTER_WORDS for part in lower.split(".")[:-1])
    return GivenKind.CHAPTERS if named_chapters else GivenKind.CAPTIONS


def is_feed_text(text: str) -> bool:
    """True for XML that is an RSS feed, by the beginning of its text (RSS 2.0 has `<rss` as its root)."""
    return "<rss" in text[:2_000]


def title_of_name(name: str) -> str:
    """The title that the name of a recording suggests: "harvest_talk [dQw4w9WgXcQ].mp4" is "harvest talk".

    yt-dlp ends names with the video's identifier in brackets; people write underscores for spaces.
    """
    stem = basename(name).removesuffix(extension(name)) if extension(name) else basename(name)
    before, bracket, after = stem.rpartition("[")
    if bracket and after.endswith("]"):
        stem = before
    return " ".join(stem.replace("_", " ").split())
