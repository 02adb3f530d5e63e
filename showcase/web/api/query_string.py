"""Reads query strings strictly, by the schemas of their parameters."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, cast

import msgspec

from showcase.web.api.json_schema import Schema, parameter_schemas

T = TypeVar("T")
_ERROR_PARAMETER = re.compile(r"\$\.(\w+)|field `(\w+)`")


class InvalidQueryError(ValueError):
    """A query string that does not match the schemas; the message says what is wrong and what is allowed."""


def parse_query_string(kind: type[T], arguments: Sequence[tuple[str, str]]) -> T:
    """Read a query string.

    Args:
        kind: the dataclass that describes the parameters.
        arguments: names and values, in any order.

    Raises:
        InvalidQueryError: a parameter is missing, unknown, given twice or has a value that it does not take.
    """
    known = parameter_schemas(cast("Any", kind))
    names = [name for name, _ in arguments]
    for name in names:
        if name not in known:
            raise InvalidQueryError(_unknown_parameter_message(name, list(known)))
        if names.count(name) > 1 and not _takes_several(known[name]):
            message = f"“{name}” is given twice: give it once."
            raise InvalidQueryError(message)
    values = {
        name: [value for other, value in arguments if other == name]
        if _takes_several(known[name])
        else single
        for name, single in arguments
    }
    try:
        return msgspec.convert(values, kind, strict=False)
    except msgspec.ValidationError as error:
        raise InvalidQueryError(_invalid_value_message(str(error), known)) from None


def _takes_several(schema: Schema) -> bool:
    return schema.get("type") == "array"


def _unknown_parameter_message(name: str, known: Sequence[str]) -> str:
    takes = f"there are {', '.join(known)}" if known else "this address takes none"
    return f"There is no parameter “{name[:40]}”: {takes}."


def _invalid_value_message(message: str, known: Mapping[str, Schema]) -> str:
    found = _ERROR_PARAMETER.search(message)
    name = (found[1] or found[2]) if found else ""
    takes = describe_value(known.get(name, {}))
    return (
        f"“{name}” is missing: it takes {takes}."
        if found and found[2]
        else f"“{name}” takes {takes}."
    )


def describe_value(schema: Schema) -> str:
    """The values that a parameter takes, in words: "a whole number from 1 to 50", "relevance or time"."""
    if values := schema.get("enum"):
        return " or ".join(values)
    return str(schema.get("title", "words"))
