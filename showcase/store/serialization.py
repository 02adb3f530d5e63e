"""Values as JSON or MessagePack, and back."""

from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

T = TypeVar("T")


class InvalidJsonError(ValueError):
    """Bytes that are not the JSON of the expected type."""


def to_json(value: object) -> bytes:
    """A value as JSON in UTF-8: a dataclass as an object, a tuple as an array.

    Equal values give equal bytes.
    """
    return msgspec.json.encode(value)


def from_json(kind: type[T], data: bytes) -> T:
    """Read what to_json wrote. Unknown properties are ignored.

    Raises:
        InvalidJsonError: `data` is not JSON, or not that of a `kind`.
    """
    try:
        value: T = _decoder(cast("Hashable", kind)).decode(data)
    except (ValueError, RecursionError) as error:
        raise InvalidJsonError(str(error)) from error
    return value


def to_binary(value: object) -> bytes:
    """A value as MessagePack, which has bytes as they are."""
    return msgspec.msgpack.encode(value)


def from_binary(kind: type[T], data: bytes) -> T:
    """Read what to_binary wrote.

    Raises:
        ValueError: `data` is not MessagePack, or not that of a `kind`.
    """
    value: T = _binary_decoder(cast("Hashable", kind)).decode(data)
    return value


@cache
def _binary_decoder(kind: Hashable) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(kind)


def parse_json(data: bytes) -> object:
    """Any JSON as dictionaries, lists, strings, numbers, booleans and None.

    Raises:
        InvalidJsonError: `data` is not JSON, or is nested too deeply.
    """
    return from_json(cast("type[object]", Any), data)


def split_json_object(data: bytes) -> dict[str, bytes]:
    """The properties of a JSON object, each as the bytes of its value.

    Raises:
        InvalidJsonError: `data` is not a JSON object.
    """
    parts = from_json(dict[str, msgspec.Raw], data)
    return {key: bytes(part) for key, part in parts.items()}


def split_json_array(data: bytes) -> list[bytes]:
    """The elements of a JSON array, each as its bytes.

    Raises:
        InvalidJsonError: `data` is not a JSON array.
    """
    return [bytes(part) for part in from_json(list[msgspec.Raw], data)]


@cache
def _decoder(kind: Hashable) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)
