"""The reader of YouTube's captions in XML: srv1, srv2 and srv3.

* srv1: `<transcript><text start="1.2" dur="2.5">`, times in seconds.
* srv2: `<timedtext><text t="1200" d="2500" append="1">`, in milliseconds.
* srv3: `<timedtext format="3"><body><p t="1200" d="2500" a="1"><s t="400" ac="200">`; `t` of an `<s>` counts
  from that of its `<p>`, `a` and `append` add to the line before, `ac` is the certainty of the word.
"""

import re
from collections.abc import Iterator
from html import unescape
from itertools import groupby

from showcase.errors import ContentError, Fault
from showcase.store.captions.json_values import MS_PER_SECOND, read_ms
from showcase.store.captions.parsed_file import ParsedFile
from showcase.store.captions.spoken_cues import build_cues
from showcase.store.captions.spoken_words import SpokenFile, SpokenWord
from showcase.store.captions.xml_document import XmlElement, XmlRefusedError, read_xml
from showcase.store.captions.youtube_json import TimelineEvent, add_events, read_confidence

_ROOT = re.compile(
    r"\ufeff?\s*(?:<\?xml[^<>]{0,200}\?>\s*)?<(?:timedtext[\s>]|transcript>\s*<text\s|transcript\s*/?>)"
)

# Longer than any caption; in longer text, Python refuses to parse a reference of so many digits.
_MAX_DECODED_CHARS = 4_000


def is_youtube_xml(text: str) -> bool:
    """Is a file captions of YouTube in XML?"""
    return _ROOT.match(text[:5000]) is not None


def read_youtube_xml(text: str, name: str) -> ParsedFile:
    """Read YouTube's captions in XML.

    Args:
        text: the whole file.
        name: its path or name.

    Raises:
        ContentError: it declares entities, or is nested too deeply.
    """
    try:
        document = read_xml(text)
    except XmlRefusedError as error:
        fault = Fault(name, error.message, "download it again", "refused-xml", error.line)
        raise ContentError((fault,)) from error
    spoken = SpokenFile()
    spoken.parsed.faults += document.faults
    spoken.parsed.notes += document.notes
    add_events([_read_event(element) for element in _captions(document.root)], spoken)
    return build_cues(spoken)


def _captions(element: XmlElement) -> Iterator[XmlElement]:
    """The elements with captions, at any depth that the reader of XML allows."""
    for child in element.children():
        if child.name in ("p", "text"):
            yield child
        else:
            yield from _captions(child)


def _read_event(element: XmlElement) -> TimelineEvent:
    attributes = element.attributes
    seconds = "start" in attributes
    start_ms = read_ms(
        attributes.get("start" if seconds else "t", "0"), 1 if seconds else MS_PER_SECOND
    )
    words = tuple(_words(element, start_ms))
    return TimelineEvent(
        element.line,
        start_ms,
        read_ms(attributes.get("dur" if seconds else "d"), 1 if seconds else MS_PER_SECOND),
        words,
        appends=attributes.get("a", attributes.get("append")) == "1",
        timed=any("t" in child.attributes for child in element.children()),
    )


def _words(element: XmlElement, start_ms: int | None) -> Iterator[SpokenWord]:
    for is_text, pieces in groupby(element.content, lambda piece: isinstance(piece, str)):
        if is_text:  # Expat cuts a text into several where it has references.
            yield SpokenWord(_decode("".join(map(str, pieces))), start_ms, line=element.line)
        else:
            children = (piece for piece in pieces if isinstance(piece, XmlElement))
            yield from (_word(child, start_ms) for child in children)


def _word(element: XmlElement, start_ms: int | None) -> SpokenWord:
    offset_ms = read_ms(element.attributes.get("t", "0"), MS_PER_SECOND)
    at_ms = None if start_ms is None or offset_ms is None else start_ms + offset_ms
    text = "\n" if element.name == "br" else "".join(_texts(element))
    probability = read_confidence(element.attributes.get("ac"))
    return SpokenWord(_decode(text), at_ms, None, probability, element.line)


def _texts(element: XmlElement) -> Iterator[str]:
    for piece in element.content:
        if isinstance(piece, str):
            yield piece
        else:
            yield from _texts(piece)


def _decode(text: str) -> str:
    """YouTube escapes text once more than XML asks: `&amp;#39;`."""
    return unescape(text) if "&" in text and len(text) < _MAX_DECODED_CHARS else text
