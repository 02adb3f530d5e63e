"""XML documents, read with the standard library's expat within limits, damaged ones as far as they can be.

What harms a reader of XML is refused: every declared entity (they can grow without bounds, "billion laughs",
or name files of this machine), deep nesting, and more elements than any captions have. Nothing outside of the
document is ever loaded.
"""

import re
from dataclasses import dataclass, field
from html import escape, unescape
from html.entities import html5
from typing import NoReturn
from xml.parsers import expat

from showcase.store.captions.findings import Finding, Findings

_MAX_DEPTH = 60
_MAX_ELEMENTS = 400_000
# Each repair begins a new parser at the next paragraph.
_MAX_REPAIRS = 50
_TEXT_BUFFER_BYTES = 65_536
# A "&" that begins no reference which XML knows without declarations (XML 1.0, section 4.6).
_LONE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)")
_NAMED_REFERENCE = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
# Characters that XML does not allow (section 2.2), apart from surrogates, which text never has here.
_FORBIDDEN_CHAR = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_PARAGRAPH = re.compile(rb"<(?:[\w.-]{1,40}:)?p[\s>]")
_PARAGRAPH_END = re.compile(rb"</(?:[\w.-]{1,40}:)?p\s*>")
_TAG = re.compile(r"<[^<>]*>")
_ERRORS_AT_END = (
    expat.errors.XML_ERROR_NO_ELEMENTS,
    expat.errors.XML_ERROR_UNCLOSED_TOKEN,
    expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
    expat.errors.XML_ERROR_PARTIAL_CHAR,
)
_FIX = "correct the tags around this line, or export the file again"


class XmlRefusedError(Exception):
    """A document that is not read at all.

    Attributes:
        line: where it says so, from 1.
        message: what it does.
    """

    def __init__(self, line: int, message: str) -> None:
        self.line = line
        self.message = message
        super().__init__(message)


@dataclass(slots=True)
class XmlElement:
    """An element.

    Attributes:
        name: without its prefix.
        line: of its start tag, from 1.
        attributes: by their names without prefixes.
        content: its texts and elements, in order.
    """

    name: str
    line: int
    attributes: dict[str, str]
    content: "list[XmlElement | str]" = field(default_factory=list)

    def children(self) -> "list[XmlElement]":
        """The elements directly inside this one."""
        return [child for child in self.content if isinstance(child, XmlElement)]


@dataclass(slots=True)
class XmlDocument:
    """A document that was read.

    Attributes:
        root: holds the elements of the document; it is none of them.
        faults: what was lost.
        notes: what was odd but read.
    """

    root: XmlElement
    faults: Findings
    notes: Findings


def read_xml(text: str) -> XmlDocument:
    """Read an XML document; after each fault, go on at the next `<p>`.

    Args:
        text: the whole document, its lines separated by line feeds.

    Raises:
        XmlRefusedError: it declares entities, is nested too deep, or has too many elements.
    """
    return _XmlReader(text).read()


class _XmlReader:
    """Reads a document in segments: from its start or a paragraph, to the end or the next fault."""

    def __init__(self, text: str) -> None:
        self._faults: Findings = []
        self._notes: Findings = []
        self._data = self._mend(text).encode("utf-8", "replace")
        self._root = XmlElement("", 0, {})
        self._open = [self._root]
        self._element_count = 0
        self._line_offset = 0
        self._depth_of_segment = 0
        self._segment_at = 0
        self._handled_at = -1
        self._parser = expat.ParserCreate("utf-8")

    def _mend(self, text: str) -> str:
        """The text without what XML forbids but people write: a lone "&", "&nbsp;", control characters."""
        if found := _FORBIDDEN_CHAR.search(text):
            message = "control characters, which XML does not allow, were replaced"
            self._faults.append(
                Finding(_line_at(text, found.start()), "damaged-character", message, _FIX)
            )
            text = _FORBIDDEN_CHAR.sub("\ufffd", text)
        first, *others = text.split("<![CDATA[")
        parts = [self._mend_references(first)]
        for other in others:
            data, end, after = other.partition("]]>")
            parts += ["<![CDATA[", data, end, self._mend_references(after)]
        return "".join(parts)

    def _mend_references(self, text: str) -> str:
        if not _LONE_AMPERSAND.search(text):
            return text
        text = _NAMED_REFERENCE.sub(lambda found: _resolve_reference(found[0]), text)
        return _LONE_AMPERSAND.sub("&amp;", text)

    def read(self) -> XmlDocument:
        at = 0
        for _ in range(_MAX_REPAIRS):
            error_at = self._read_segment(at)
            if error_at is None:
                break
            following = _PARAGRAPH.search(self._data, max(error_at, at) + 1)
            to = following.start() if following else len(self._data)
            self._keep_text(max(error_at, at), to, is_last=following is None)
            if following is None:
                break
            self._line_offset += self._data.count(b"\n", at, to)
            at = to
        else:
            line = self._line_offset + 1
            message = "the XML is broken in too many places, and the rest was left out"
            self._faults.append(Finding(line, "broken-xml", message, _FIX))
        return XmlDocument(self._root, self._faults, self._notes)

    def _read_segment(self, at: int) -> int | None:
        """Read from a byte on. Returns the byte of the first fault, None without one."""
        self._parser = parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.buffer_size = _TEXT_BUFFER_BYTES
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._add_text
        parser.EntityDeclHandler = self._refuse_entity
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        # A segment in the middle needs a root of its own.
        prefix = b"<_>" if at else b""
        self._segment_at = at - len(prefix)
        self._depth_of_segment = 1 if at else 0
        try:
            parser.Parse(prefix)
            parser.Parse(memoryview(self._data)[at:], True)  # noqa: FBT003 - expat's own
        except expat.ExpatError:
            unread = self._find_unread(at, max(at + parser.ErrorByteIndex - len(prefix), at))
            parser.buffer_text = False  # This hands over the text that was still held back.
            return unread
        return None

    def _find_unread(self, at: int, error_at: int) -> int:
        """The byte of the first thing that was not read: the tag that the fault is in, or the fault."""
        tag_at = self._data.rfind(b"<", at, error_at)
        return tag_at if tag_at > self._handled_at else error_at

    def _mark_handled(self) -> None:
        self._handled_at = self._segment_at + self._parser.CurrentByteIndex

    def _line(self) -> int:
        return self._line_offset + self._parser.CurrentLineNumber

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._mark_handled()
        if self._depth_of_segment == 1 and name == "_":
            self._depth_of_segment = 2
            return
        self._element_count += 1
        if len(self._open) > _MAX_DEPTH:
            raise XmlRefusedError(self._line(), f"has elements nested over {_MAX_DEPTH} deep")
        if self._element_count > _MAX_ELEMENTS:
            raise XmlRefusedError(self._line(), f"has over {_MAX_ELEMENTS} elements")
        own = {_local(key): value for key, value in attributes.items()}
        element = XmlElement(_local(name), self._line(), own)
        self._open[-1].content.append(element)
        self._open.append(element)

    def _end(self, name: str) -> None:
        self._mark_handled()
        if name != "_" and len(self._open) > 1:
            self._open.pop()

    def _add_text(self, text: str) -> None:
        self._open[-1].content.append(text)

    def _refuse_entity(self, *_declaration: object) -> NoReturn:
        raise XmlRefusedError(self._line(), "declares entities, which captions do not need")

    def _keep_text(self, at: int, to: int, *, is_last: bool) -> None:
        """Keep the words between a fault and the next paragraph, if the paragraph of the fault is known."""
        line = self._line_offset + self._parser.ErrorLineNumber
        paragraph = next((n for n, open_ in enumerate(self._open) if open_.name == "p"), 0)
        end = _PARAGRAPH_END.search(self._data, at, to)
        inside = self._plain(at, end.start() if end else to) if paragraph else ""
        after = (
            self._plain(end.end() if paragraph and end else at, to) if end or not paragraph else ""
        )
        if inside.strip():
            self._open[-1].content.append(inside)
        containers = [
            n for n, open_ in enumerate(self._open) if open_.name in ("div", "body", "tt", "")
        ]
        del self._open[(paragraph or containers[-1] + 1) :]
        self._report(line, after.strip(), is_tail=is_last and self._depth_of_segment > 0)

    def _plain(self, at: int, to: int) -> str:
        return unescape(_TAG.sub(" ", self._data[at:to].decode("utf-8", "replace")))

    def _report(self, line: int, lost: str, *, is_tail: bool) -> None:
        reason = expat.ErrorString(self._parser.ErrorCode)
        if reason in _ERRORS_AT_END:
            message = "the file ends in the middle, and what followed is missing"
            self._faults.append(Finding(line, "cut-off", message, "copy or download it again"))
        elif lost:
            message = f'the XML is broken here ({reason}), and words were left out: "{lost[:40]}"'
            self._faults.append(Finding(line, "broken-xml", message, _FIX))
        elif not is_tail:  # The end tags after a repair close what the parser has not seen.
            message = f"the XML is broken here ({reason}), and was read as meant"
            self._notes.append(Finding(line, "broken-xml", message, _FIX))


def _resolve_reference(reference: str) -> str:
    """The character of a reference of HTML; the reference as it is, if XML knows it or nobody does."""
    if not _LONE_AMPERSAND.match(reference):
        return reference
    char = html5.get(reference[1:])
    return reference if char is None else escape(char)


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _line_at(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
