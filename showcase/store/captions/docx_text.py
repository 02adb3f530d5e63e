"""The text of Word documents (.docx): the lines that a reader of plain text gets.

Only `word/document.xml` is read, within limits; docs/decisions/0022-docx.md says why no library is used.
Text that was deleted or moved away (tracked changes) is left out, and what was inserted is read. The cells
of a row are one line, with tabs between them.
"""

import zipfile
import zlib
from io import BytesIO
from typing import IO

from showcase.errors import ContentError, Fault
from showcase.store.captions.xml_document import XmlElement, XmlRefusedError, read_xml

_DOCUMENT = "word/document.xml"
# Three hours of speech are about 5 MB of Word's XML. A small archive can hold gigabytes of zeros.
_MAX_DOCUMENT_BYTES = 24 * 1024 * 1024
# Deleted and moved text, alternatives to what Word shows, and what is beside the text.
_LEFT_OUT = frozenset({
    "del", "moveFrom", "Fallback", "rt", "pPr", "rPr", "tblPr", "sectPr", "instrText", "delText",
    "footnoteReference", "endnoteReference", "commentReference",
})  # fmt: skip
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_OTHER_DOCUMENTS = {
    "content.xml": "an OpenDocument text",
    "Index/Document.iwa": "a Pages document",
    "xl/workbook.xml": "a table of Excel",
    "ppt/presentation.xml": "a presentation of PowerPoint",
}
_SAVE_AS = "save it as plain text (.txt) or as .docx"


def is_docx(data: bytes) -> bool:
    """Does a file begin as a ZIP archive does, which a Word document is?"""
    return data.startswith(b"PK\x03\x04")


def read_docx_lines(data: bytes, name: str) -> list[str]:
    """The lines of a Word document: its paragraphs, rows of tables, and line breaks.

    Args:
        data: the whole file.
        name: its path or name.

    Raises:
        ContentError: it is no Word document, is damaged, or is too large when it is unpacked.
    """
    text = _read_document(data, name)
    try:
        document = read_xml(text)
    except XmlRefusedError as error:
        raise _refused(name, f"has a text that {error.message}") from error
    lost = [finding for finding in document.faults if finding.code != "damaged-character"]
    if lost:
        raise _refused(name, f"is damaged: {lost[0].message}")
    lines: list[str] = []
    _add_lines(document.root, lines)
    return lines


def _read_document(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            if _DOCUMENT not in names:
                raise _refused(name, f"is {_describe_archive(names)}")
            with archive.open(_DOCUMENT) as opened:
                return _read_limited(opened, name).decode("utf-8", "replace")
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        RuntimeError,
        NotImplementedError,
        ValueError,
    ) as error:
        raise _refused(name, "is a Word document that is damaged or has a password") from error


def _read_limited(opened: IO[bytes], name: str) -> bytes:
    """At most so many bytes, whatever the archive says of its own size."""
    content = opened.read(_MAX_DOCUMENT_BYTES + 1)
    if len(content) > _MAX_DOCUMENT_BYTES:
        fix = "keep only the transcript in it"
        raise _refused(name, "is a Word document of more text than any transcript has", fix)
    return content


def _describe_archive(names: list[str]) -> str:
    return next(
        (what for entry, what in _OTHER_DOCUMENTS.items() if entry in names), "a ZIP archive"
    )


def _refused(name: str, message: str, fix: str = _SAVE_AS) -> ContentError:
    return ContentError((Fault(name, message, fix, "not-captions"),))


def _add_lines(element: XmlElement, lines: list[str]) -> None:
    for child in element.children():
        if child.name == "p":
            lines += _paragraph_text(child, lines).split("\n")
        elif child.name == "tr":
            cells = [_cell_text(cell) for cell in child.children() if cell.name == "tc"]
            lines.append("\t".join(cells))
        elif child.name not in _LEFT_OUT:
            _add_lines(child, lines)


def _cell_text(cell: XmlElement) -> str:
    lines: list[str] = []
    _add_lines(cell, lines)
    return " ".join(" ".join(lines).split())


def _paragraph_text(element: XmlElement, lines: list[str]) -> str:
    """The text of a paragraph; that of a box within it is added to the lines before."""
    pieces: list[str] = []
    for child in element.children():
        if child.name == "t":
            pieces += [piece for piece in child.content if isinstance(piece, str)]
        elif child.name in _BREAKS:
            pieces.append(_BREAKS[child.name])
        elif child.name == "txbxContent":
            _add_lines(child, lines)
        elif child.name not in _LEFT_OUT:
            pieces.append(_paragraph_text(child, lines))
    return "".join(pieces)
