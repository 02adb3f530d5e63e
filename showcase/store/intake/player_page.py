"""What is at the address of a video: asked by yt-dlp, which only the extra "add" installs.

Only this module uses the network, and only when `showcase add` is given an address. The recording itself is
not fetched: it is played from where it is.
"""

import logging
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import regex

from showcase.core.text.printable import replace_control_chars
from showcase.store.intake.refusal import IntakeError

# What the extra installs, in the environment that this program runs in.
HOW_TO_INSTALL = f"{sys.executable} -m pip install yt-dlp"
# What yt-dlp says on its way is for people who run it themselves; what keeps it from its end is raised.
_LOGGER = logging.getLogger(__name__)
_LOGGER.addHandler(logging.NullHandler())
_LOGGER.propagate = False
_NOT_CAPTIONS = ("live_chat", "rechat", "danmaku", "comments")
_ORIGINAL_ENDING = "-orig"
_MESSAGE_PREFIX = regex.compile(r"^(?:ERROR:\s*)?(?:\[[^\]]*\]\s*)?")


class PageFetcher:
    """Puts what yt-dlp finds at an address into folders of its own."""

    def __init__(self, folder: Path) -> None:
        """Take an empty folder, in which there is a folder for each address."""
        self._folder = folder
        self._count = 0

    def fetch(self, address: str) -> Path:
        """Put info.json, captions and thumbnail of a video into a folder.

        Raises:
            ShowcaseError: yt-dlp is not installed, or finds no video there.
        """
        try:
            import yt_dlp  # noqa: PLC0415 - only in the extra, and slow to load
        except ImportError:
            message = "What is there is not asked for, because that needs yt-dlp"
            fix = f"{HOW_TO_INSTALL}; or give the recording's own address, its captions and --title"
            raise IntakeError(address, message, fix) from None
        self._count += 1
        folder = self._folder / str(self._count)
        folder.mkdir()
        try:
            self._fetch_into(yt_dlp, folder, address)
        except yt_dlp.utils.YoutubeDLError as error:
            said = _MESSAGE_PREFIX.sub("", replace_control_chars(str(error))).partition(
                " (caused by"
            )[0]
            raise IntakeError(address, f"yt-dlp finds no video there ({said})") from None
        return folder

    def _fetch_into(self, yt_dlp: Any, folder: Path, address: str) -> None:  # noqa: ANN401
        with yt_dlp.YoutubeDL(_options(folder)) as asked:
            info = asked.extract_info(address, download=False)
        if not info or "entries" in info:
            fix = "give the address of one of them"
            raise IntakeError(address, "This is a list of videos", fix)
        keys = [regex.escape(key) for key in _wanted(info)]
        captions = {"writesubtitles": bool(keys), "writeautomaticsub": bool(keys)}
        options = {**_options(folder), **captions, "subtitleslangs": keys, "writeinfojson": True}
        with yt_dlp.YoutubeDL({**options, "writethumbnail": True}) as writing:
            writing.extract_info(address, download=True)


def _wanted(info: dict[str, Any]) -> Iterable[str]:
    """All captions that people wrote; of a machine's only those in the language that is spoken."""
    by_people = [key for key in info.get("subtitles") or {} if key not in _NOT_CAPTIONS]
    machine = info.get("automatic_captions") or {}
    original = [key for key in machine if key.endswith(_ORIGINAL_ENDING)]
    spoken = info.get("language")
    if not original and spoken in machine:
        original = [spoken]
    return [*by_people, *(key for key in original if key not in by_people)]


def _options(folder: Path) -> dict[str, object]:
    return {
        "quiet": True,
        "no_warnings": True,
        "noprogress": True,
        "logger": _LOGGER,
        "cachedir": False,
        "noplaylist": True,
        "skip_download": True,
        "restrictfilenames": False,
        "paths": {"home": str(folder)},
        "outtmpl": {"default": "%(title).100B [%(id).40B].%(ext)s"},
    }
