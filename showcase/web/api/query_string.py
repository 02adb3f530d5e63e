"""The query string of the API: read by the schemas of its parameters, refused with a sentence."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, cast

import msgspec

from showcase.web.api.json_schema import Schema, parameter_schemas

T = TypeVar("T")
_ERROR_PARAMETER = re.compile(r"\$\.(\w+)|field `(\w+)`")


class InvalidQueryError(ValueError):
    """A query string that is not what was described; `str` of it says what to do."""


def parse_query_string(kind: type[T], arguments: Sequence[tuple[str, str]]) -> T:
    """A query string, taken apart, as the dataclass that describes its parameters.

    Raises:
        InvalidQueryError: something is missing, unknown, given twice, or not what its parameter takes.
    """
    known = parameter_schemas(cast("Any", kind))
    names = [name for name, _ in arguments]
    for name in names:
        if name not in known:
            raise InvalidQueryError(_unknown_parameter_message(name, list(known)))
        if names.count(name) > 1:
            message = f"“{name}” is given twice: give it once."
            raise InvalidQueryError(message)
    try:
        return msgspec.convert(dict(arguments), kind, strict=False)
    except msgspec.ValidationError as error:
        raise InvalidQueryError(_invalid_value_message(str(error), known)) from None


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
    """What a parameter takes, in words: "a whole number from 1 to 50", "relevance or time"."""
    if values := schema.get("enum"):
        return " or ".join(values)
    return str(schema.get("title", "words"))
