"""The formats of caption files: which there are, how the content of a file tells them apart, who reads them.

To add a format, write a module with its reader, and add a line to FORMATS.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from showcase.store.captions.caption_lines import split_lines
from showcase.store.captions.docx_text import is_docx
from showcase.store.captions.encoding import DecodedText, decode
from showcase.store.captions.escaped_arrows import unescape_arrows
from showcase.store.captions.findings import Findings, as_faults
from showcase.store.captions.json_captions import read_json
from showcase.store.captions.json_document import is_json
from showcase.store.captions.line_signatures import LRC, MICRODVD, SCC, SUBSTATION, find_line_format
from showcase.store.captions.lrc_reader import read_lrc
from showcase.store.captions.microdvd_reader import read_microdvd
from showcase.store.captions.parsed_file import ParsedFile
from showcase.store.captions.player_formats import (
    is_mpl2,
    is_tmplayer,
    read_mpl2,
    read_tmplayer,
)
from showcase.store.captions.read_options import ReadOptions
from showcase.store.captions.repair import detect_format
from showcase.store.captions.scc_reader import read_scc
from showcase.store.captions.substation_reader import read_substation
from showcase.store.captions.text_captions import (
    is_text_with_times,
    is_text_without_times,
    read_docx,
    read_text,
)
from showcase.store.captions.timing_lines import CaptionFormat
from showcase.store.captions.ttml_reader import is_ttml, read_ttml
from showcase.store.captions.untimed_text import TEXT_SUFFIXES, read_untimed_text
from showcase.store.captions.webvtt_reader import read_webvtt
from showcase.store.captions.xml_encoding import decode_declared_xml
from showcase.store.captions.youtube_xml import is_youtube_xml, read_youtube_xml


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
        """The content as text, see `decode`; "" for a Word document."""
        return self.decoded.text

    @cached_property
    def lines(self) -> list[str]:
        """The text, split into lines."""
        return split_lines(self.text)

    @cached_property
    def line_format(self) -> str:
        """Which format has the first line that only one format has; see `find_line_format`."""
        return find_line_format(self.lines)

    @cached_property
    def decoded(self) -> DecodedText:
        """The content as text, with what is doubtful about its characters."""
        if is_docx(self.data):  # An archive has no encoding.
            return DecodedText("")
        decoded = decode(self.data, self.name, self.options.language)
        doubtful = decoded.faults or decoded.notes
        declared = decode_declared_xml(self.data) if doubtful else None
        if declared is not None:
            return DecodedText(declared)
        notes: Findings = []
        text = unescape_arrows(decoded.text, notes)
        return decoded._replace(text=text, notes=decoded.notes + as_faults(notes, self.name))


@dataclass(frozen=True, slots=True)
class CaptionFileFormat:
    """A format of caption files.

    Attributes:
        name: as messages call it.
        matches: is a file in this format? Its content tells, not its name.
        read: reads a file that matches.
        suffixes: of files in it, the usual one first; () where any will do.
    """

    name: str
    matches: Callable[[FileContent], bool]
    read: Callable[[FileContent], ParsedFile]
    suffixes: tuple[str, ...] = ()


def _read_webvtt(content: FileContent) -> ParsedFile:
    return read_webvtt(content.text, content.name, content.options.frame_rate, lines=content.lines)


# The first that matches reads the file. Nothing tells SubRip apart from text, so the last one matches all.
FORMATS = (
    CaptionFileFormat(
        "a Word document",
        matches=lambda content: is_docx(content.data),
        read=lambda content: read_docx(content.data, content.name, content.options),
        suffixes=(".docx",),
    ),
    CaptionFileFormat(
        "a transcript in JSON",
        matches=lambda content: is_json(content.text),
        read=lambda content: read_json(content.text, content.name),
        suffixes=(".json", ".json3"),
    ),
    CaptionFileFormat(
        "TTML",
        matches=lambda content: is_ttml(content.text),
        read=lambda content: read_ttml(content.lines, content.name, content.options),
        suffixes=(".ttml", ".dfxp", ".xml", ".itt"),
    ),
    CaptionFileFormat(
        "SubStation Alpha",
        matches=lambda content: content.line_format == SUBSTATION,
        read=lambda content: read_substation(content.lines),
        suffixes=(".ass", ".ssa"),
    ),
    CaptionFileFormat(
        "MicroDVD",
        matches=lambda content: content.line_format == MICRODVD,
        read=lambda content: read_microdvd(content.lines, content.options.frame_rate),
        suffixes=(".sub",),
    ),
    CaptionFileFormat(
        "SCC",
        matches=lambda content: content.line_format == SCC,
        read=lambda content: read_scc(content.lines, content.options.frame_rate),
        suffixes=(".scc",),
    ),
    CaptionFileFormat(
        "LRC",
        matches=lambda content: content.line_format == LRC,
        read=lambda content: read_lrc(content.lines),
        suffixes=(".lrc",),
    ),
    CaptionFileFormat(
        "MPL2",
        matches=lambda content: is_mpl2(content.lines),
        read=lambda content: read_mpl2(content.lines),
        suffixes=(".sub", ".txt"),
    ),
    CaptionFileFormat(
        "TMPlayer",
        matches=lambda content: content.options.has_speakers and is_tmplayer(content.lines),
        read=lambda content: read_tmplayer(content.lines),
        suffixes=(".sub", ".txt"),
    ),
    CaptionFileFormat(
        "YouTube's captions in XML",
        matches=lambda content: is_youtube_xml(content.text),
        read=lambda content: read_youtube_xml(content.text, content.name),
        suffixes=(".srv3", ".srv2", ".srv1", ".xml"),
    ),
    CaptionFileFormat(
        "text with times at the beginnings of lines",
        matches=lambda content: is_text_with_times(content.text),
        read=lambda content: read_text(content.text, content.options),
        suffixes=(".txt", ".tsv"),
    ),
    CaptionFileFormat(
        "text without times",
        matches=lambda content: is_text_without_times(
            content.text, content.name, content.options.kind
        ),
        read=lambda content: read_untimed_text(
            content.lines, content.name, content.options.duration_ms
        ),
        suffixes=TEXT_SUFFIXES,
    ),
    CaptionFileFormat(
        "WebVTT",
        matches=lambda content: detect_format(content.lines, "") is CaptionFormat.VTT,
        read=_read_webvtt,
        suffixes=(".vtt",),
    ),
    CaptionFileFormat(
        "SBV",
        matches=lambda content: detect_format(content.lines, "") is CaptionFormat.SBV,
        read=_read_webvtt,
        suffixes=(".sbv",),
    ),
    # Also what should be WebVTT and has no header, which is noted where the name says so.
    CaptionFileFormat(
        "SubRip",
        matches=lambda _content: True,
        read=_read_webvtt,
        suffixes=(".srt", ".vtt"),
    ),
)


def detect_file_format(content: FileContent) -> CaptionFileFormat:
    """The format of a file, by its content."""
    return next(known for known in FORMATS if known.matches(content))
