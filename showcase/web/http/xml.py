"""Writes XML: elements, and documents in UTF-8, without the characters that XML forbids."""

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

# What no XML 1.0 document can hold, not even escaped (section 2.2, Char).
_ILLEGAL_XML_CHAR = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Element = ET.Element


def strip_illegal_chars(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return _ILLEGAL_XML_CHAR.sub("", text)


def element(
    name: str, text: str = "", children: Iterable[Element] = (), **attributes: str
) -> Element:
    """An element; attributes whose value is "" are left out.

    Args:
        name: of the element, with its prefix ("video:title").
        text: its character data, before all children.
        children: its child elements, in order.
        attributes: its attributes, by name.
    """
    made = ET.Element(
        name, {key: strip_illegal_chars(value) for key, value in attributes.items() if value}
    )
    made.text = strip_illegal_chars(text) or None
    made.extend(children)
    return made


def write_xml(root: Element) -> bytes:
    """A document in UTF-8, with an XML declaration."""
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written
