"""JSON documents whose parts know the line that they begin on.

Programs write what the standard (RFC 8259) has no place for: `NaN` for a certainty that is unknown, and half
of a character of two UTF-16 units. Both are read.
"""

import re
from bisect import bisect_right
from functools import cached_property

from showcase.errors import ContentError, Fault
from showcase.store.serialization import (
    InvalidJsonError,
    parse_json,
    split_json_array,
    split_json_object,
)

# Not "[00:12] Hello" and not "{1}{50}Hello", which are other formats.
_JSON_START = re.compile(r"\ufeff?\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]])")
_STRING_OR_CONSTANT = re.compile(r'"(?:[^"\\]|\\.)*+"|-?\b(?:NaN|Infinity)\b', re.DOTALL)
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|(?P<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)
_ERROR_BYTE = re.compile(r"\(byte (\d+)\)")


def is_json(text: str) -> bool:
    """Does a file begin as a JSON object or array does?"""
    return _JSON_START.match(text) is not None


class JsonPart:
    """A value in a JSON document.

    Attributes:
        data: its bytes.
        start: where it begins in the document, in bytes.
    """

    def __init__(self, data: bytes, line_feeds: list[int], start: int = 0) -> None:
        """Take the bytes of a value.

        Args:
            data: of the value.
            line_feeds: where the document has line feeds, in bytes.
            start: where the value begins in the document, in bytes.
        """
        self.data = data
        self._line_feeds = line_feeds
        self.start = start

    @property
    def line(self) -> int:
        """Where it begins in the document, from 1."""
        return bisect_right(self._line_feeds, self.start) + 1

    def value(self) -> object:
        """The value as Python has it."""
        return parse_json(self.data)

    def is_object(self) -> bool:
        """Is it an object?"""
        return self.data.startswith(b"{")

    def is_array(self) -> bool:
        """Is it an array?"""
        return self.data.startswith(b"[")

    def keys(self) -> tuple[str, ...]:
        """The names of its properties; () for anything but an object."""
        return tuple(self._members)

    def get(self, *path: str) -> "JsonPart | None":
        """A property of a property of this object; None where there is none."""
        if not path:
            return self
        data = self._members.get(path[0])
        return self._part(data, 0).get(*path[1:]) if data is not None else None

    def elements(self) -> "list[JsonPart]":
        """The elements of this array; none for anything but an array."""
        parts: list[JsonPart] = []
        at = 1
        for data in split_json_array(self.data) if self.is_array() else ():
            part = self._part(data, at)
            parts.append(part)
            at = part.start - self.start + len(data)
        return parts

    @cached_property
    def _members(self) -> dict[str, bytes]:
        return split_json_object(self.data) if self.is_object() else {}

    def _part(self, data: bytes, after: int) -> "JsonPart":
        at = self.data.find(data, after)
        return JsonPart(data, self._line_feeds, self.start + at)


def read_json_document(text: str, name: str) -> JsonPart:
    """Read a JSON document.

    Raises:
        ContentError: it is damaged.
    """
    data = text.lstrip("\ufeff").encode("utf-8", "replace")
    try:
        parse_json(data)
    except InvalidJsonError:
        data = _repair(text).encode("utf-8", "replace")
        _check_json(data, name)
    stripped = data.strip()
    line_feeds = [found.start() for found in re.finditer(b"\n", data)]
    return JsonPart(stripped, line_feeds, len(data) - len(data.lstrip()))


def _repair(text: str) -> str:
    return _STRING_OR_CONSTANT.sub(_repair_token, text.lstrip("\ufeff"))


def _repair_token(token: re.Match[str]) -> str:
    if not token[0].startswith('"'):
        return "null"
    return _ESCAPE.sub(lambda found: r"\ufffd" if found["half"] else found[0], token[0])


def _check_json(data: bytes, name: str) -> None:
    try:
        parse_json(data)
    except InvalidJsonError as error:
        at = _ERROR_BYTE.search(str(error))
        end = int(at[1]) if at else len(data.rstrip())
        line = data.count(b"\n", 0, end) + 1
        what = "is damaged here" if at else "is cut off or nested too deeply"
        message = f"the JSON {what} and cannot be read"
        fault = Fault(name, message, "export it again", "damaged-json", line)
        raise ContentError((fault,)) from None
