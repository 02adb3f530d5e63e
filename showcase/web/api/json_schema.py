"""Dataclasses as JSON and JSON Schema, query strings as dataclasses: the one module that knows msgspec.

What a docstring says under "Attributes:" becomes the description of a property. What JSON Schema can say
beyond Python's types stands in one table, by the names of properties: one word means one thing everywhere.
"""

import inspect
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import is_dataclass
from functools import cache
from typing import Annotated, Any, TypeVar, cast, get_args, get_type_hints

import msgspec

from showcase.web.context.query import MAX_PAGE
from showcase.web.search.page import PAGE_MOMENTS

Schema = dict[str, Any]
T = TypeVar("T")

# RFC 5646, section 2.1, without what is grandfathered; section 4.4.1 asks for 35 characters at least.
_TAG = {"pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", "maxLength": 35, "examples": ["es"]}
# ISO 8601-1, 5.2.2: a date may be as precise as it is known.
_DATE = {"pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", "examples": ["2017-12"]}
_SECONDS = {"minimum": 0, "examples": [12.5]}
_COUNT = {"minimum": 0}
_ADDRESS = {"format": "uri"}
_MEANINGS: Mapping[str, Schema] = {
    **dict.fromkeys(("start", "end", "duration"), _SECONDS),
    **dict.fromkeys(("page", "pages", "total", "count", "cues", "size"), _COUNT),
    **dict.fromkeys(
        (
            "url",
            "api",
            "next",
            "previous",
            "embed",
            "card",
            "manifest",
            "annotation",
            "openapi",
            "videos",
            "search",
            "quote",
        ),
        _ADDRESS,
    ),
    "language": _TAG,
    "date": _DATE,
    "similarity": {"minimum": 0, "maximum": 1},
}

# Of a parameter, what it takes is told by its description: "page takes a whole number from 1 to 50".
PageNumber = Annotated[int, msgspec.Meta(ge=1, le=10_000, title="a whole number from 1 to 10000")]
SearchPageNumber = Annotated[
    int, msgspec.Meta(ge=1, le=MAX_PAGE, title=f"a whole number from 1 to {MAX_PAGE}")
]
Each = Annotated[
    int, msgspec.Meta(ge=1, le=PAGE_MOMENTS, title=f"a whole number from 1 to {PAGE_MOMENTS}")
]
Tag = Annotated[
    str,
    msgspec.Meta(
        pattern=cast("str", _TAG["pattern"]),
        max_length=35,
        examples=["es"],
        title="a language tag (BCP 47), as in es or pt-BR",
    ),
]
Time = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[0-9hms:.,]+$",
        max_length=60,
        examples=["12.5,18"],
        title="a moment, as in 12.5,18 or 1:30",
    ),
]

_REF = "#/components/schemas/{name}"
_PLAIN = ("string", "number", "integer")
_ATTRIBUTE = re.compile(r"^ {4}(\w+): (.+(?:\n {8}.+)*)", re.MULTILINE)
_PLACE = re.compile(r"\$\.(\w+)|field `(\w+)`")


class NotUnderstoodError(ValueError):
    """A query string that is not what was described; `str` of it says what to do."""


def encode(value: object) -> bytes:
    """A dataclass, or plain values, as JSON."""
    return msgspec.json.encode(value)


def read_query(kind: type[T], arguments: Sequence[tuple[str, str]]) -> T:
    """A query string, taken apart, as the dataclass that describes its parameters.

    Raises:
        NotUnderstoodError: something is missing, unknown, given twice, or not what its parameter takes.
    """
    known = parameters(cast("Any", kind))
    names = [name for name, _ in arguments]
    for name in names:
        if name not in known:
            raise NotUnderstoodError(_unknown(name, list(known)))
        if names.count(name) > 1:
            message = f"“{name}” is given twice: give it once."
            raise NotUnderstoodError(message)
    try:
        return msgspec.convert(dict(arguments), kind, strict=False)
    except msgspec.ValidationError as error:
        raise NotUnderstoodError(_wrong(str(error), known)) from None


def _unknown(name: str, known: Sequence[str]) -> str:
    takes = f"there are {', '.join(known)}" if known else "this address takes none"
    return f"There is no parameter “{name[:40]}”: {takes}."


def _wrong(message: str, known: Mapping[str, Schema]) -> str:
    found = _PLACE.search(message)
    name = (found[1] or found[2]) if found else ""
    takes = takes_what(known.get(name, {}))
    return (
        f"“{name}” is missing: it takes {takes}."
        if found and found[2]
        else f"“{name}” takes {takes}."
    )


def takes_what(schema: Schema) -> str:
    """What a parameter takes, in words: "a whole number from 1 to 50", "relevance or time"."""
    if values := schema.get("enum"):
        return " or ".join(values)
    return str(schema.get("title", "words"))


@cache
def parameters(kind: type) -> Mapping[str, Schema]:
    """The parameters that a dataclass describes, by name; those that must be given are "required"."""
    [reference], parts = components([kind])
    described = parts[reference["$ref"].rpartition("/")[2]]
    required = described.get("required", [])
    return {
        name: {**property_, "required": name in required}
        for name, property_ in described["properties"].items()
    }


def components(kinds: Sequence[type]) -> tuple[list[Schema], dict[str, Schema]]:
    """JSON Schema of dataclasses (2020-12, which is that of OpenAPI 3.1).

    Returns:
        A reference for each of them; all that they refer to, by name.
    """
    references, parts = msgspec.json.schema_components(kinds, ref_template=_REF)
    classes = {found.__name__: found for kind in kinds for found in _classes(kind)}
    described = {name: _described(part, classes[name]) for name, part in parts.items()}
    return _renamed(list(references)), _renamed(described)


def _classes(kind: Any) -> Iterator[type]:  # noqa: ANN401 - a type hint can be anything
    """A dataclass and those within it."""
    if is_dataclass(kind) and isinstance(kind, type):
        yield kind
        for hint in get_type_hints(kind).values():
            yield from _classes(hint)
    for argument in get_args(kind):
        yield from _classes(argument)


def _described(part: Schema, kind: type) -> Schema:
    """With what the docstrings say, and what is the same for all properties of a name."""
    told = {name: text for base in reversed(kind.__mro__) for name, text in _attributes(base)}
    properties = {
        name: {"description": told[name], **_meant(name, property_)}
        for name, property_ in part["properties"].items()
    }
    summary = inspect.cleandoc(kind.__doc__ or "").partition("\n")[0]
    return {**part, "description": summary, "properties": properties}


def _attributes(kind: type) -> Iterator[tuple[str, str]]:
    """What a docstring says under "Attributes:", as sentences."""
    text = inspect.cleandoc(kind.__doc__ or "").partition("Attributes:")[2]
    for found in _ATTRIBUTE.finditer(text):
        said = " ".join(found[2].split())
        yield found[1], said[:1].upper() + said[1:]


def _meant(name: str, property_: Schema) -> Schema:
    """A property, or what it is where it is not null, with what its name means."""
    if choices := property_.get("anyOf"):
        return {**property_, "anyOf": [_meant(name, choice) for choice in choices]}
    meaning = _MEANINGS.get(name, {}) if property_.get("type") in _PLAIN else {}
    described = {**meaning, **property_}
    # That nothing is asked is told by "required"; "" is nothing that could be sent.
    if described.get("default") == "":
        del described["default"]
    return described


def _renamed(schema: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """A shape of core is called `HitObject` there, beside `Hit`; for programs there is only the one."""
    if isinstance(schema, dict):
        return {_plain_name(key): _renamed(value) for key, value in schema.items()}
    if isinstance(schema, list):
        return [_renamed(each) for each in schema]
    return _plain_name(schema) if isinstance(schema, str) else schema


def _plain_name(text: str) -> str:
    return text if " " in text else text.removesuffix("Object").removesuffix("Shape")
