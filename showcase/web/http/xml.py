"""XML as other programs read it: the one place that writes it."""

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

# What no XML 1.0 document can hold, however it is escaped (section 2.2, Char).
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Element = ET.Element


def legal(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return _NOT_XML.sub("", text)


def element(name: str, text: str = "", children: Iterable[Element] = (), **said: str) -> Element:
    """An element with attributes, a text and children; empty attributes are left out."""
    made = ET.Element(name, {key: legal(value) for key, value in said.items() if value})
    made.text = legal(text) or None
    made.extend(children)
    return made


def write(root: Element) -> bytes:
    """A document in UTF-8."""
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written
