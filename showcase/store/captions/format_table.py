"""The formats of caption files: which there are, how the content of a file tells them apart, who reads them.

To add a format, write a module with its reader, and add a line to FORMATS.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from showcase.store.captions.encoding import DecodedText, decode
from showcase.store.captions.parsed_file import ParsedFile
from showcase.store.captions.read_options import ReadOptions
from showcase.store.captions.webvtt_reader import read_webvtt


@dataclass(frozen=True)
class FileContent:
    """The content of a caption file.

    Attributes:
        data: all of its bytes.
        name: its path or name.
        options: what is known about it.
    """

    data: bytes
    name: str
    options: ReadOptions

    @property
    def text(self) -> str:
        """The content as text; see `decode`."""
        return self.decoded.text

    @cached_property
    def decoded(self) -> DecodedText:
        """The content as text, with what is doubtful about its characters."""
        return decode(self.data, self.name, self.options.language)


@dataclass(frozen=True, slots=True)
class CaptionFileFormat:
    """A format of caption files.

    Attributes:
        name: as messages call it.
        matches: is a file in this format? Its content tells, not its name.
        read: reads a file that matches.
    """

    name: str
    matches: Callable[[FileContent], bool]
    read: Callable[[FileContent], ParsedFile]


# The first that matches reads the file. Nothing tells SubRip apart from text, so the last one matches all.
FORMATS = (
    CaptionFileFormat(
        "WebVTT, SubRip or SBV",
        matches=lambda _content: True,
        read=lambda content: read_webvtt(content.text, content.name),
    ),
)


def detect_file_format(content: FileContent) -> CaptionFileFormat:
    """The format of a file, by its content."""
    return next(known for known in FORMATS if known.matches(content))
