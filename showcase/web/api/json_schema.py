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

from showcase.web.context.query import MAX_PAGE_NUMBER
from showcase.web.search.page import MOMENTS_PER_PAGE

Schema = dict[str, Any]
T = TypeVar("T")

# RFC 5646, section 2.1, without what is grandfathered; section 4.4.1 asks for 35 characters at least.
_LANGUAGE_TAG_SCHEMA = {
    "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$",
    "maxLength": 35,
    "examples": ["es"],
}
# ISO 8601-1, 5.2.2: a date may be as precise as it is known.
_DATE_SCHEMA = {"pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", "examples": ["2017-12"]}
_SECONDS_SCHEMA = {"minimum": 0, "examples": [12.5]}
_COUNT_SCHEMA = {"minimum": 0}
_URL_SCHEMA = {"format": "uri"}
_SCHEMAS_BY_PROPERTY: Mapping[str, Schema] = {
    **dict.fromkeys(("start", "end", "duration"), _SECONDS_SCHEMA),
    **dict.fromkeys(("page", "pages", "total", "count", "cues", "size"), _COUNT_SCHEMA),
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
        _URL_SCHEMA,
    ),
    "language": _LANGUAGE_TAG_SCHEMA,
    "date": _DATE_SCHEMA,
    "similarity": {"minimum": 0, "maximum": 1},
}

# Of a parameter, what it takes is told by its description: "page takes a whole number from 1 to 50".
PageNumber = Annotated[int, msgspec.Meta(ge=1, le=10_000, title="a whole number from 1 to 10000")]
SearchPageNumber = Annotated[
    int, msgspec.Meta(ge=1, le=MAX_PAGE_NUMBER, title=f"a whole number from 1 to {MAX_PAGE_NUMBER}")
]
HitsPerVideo = Annotated[
    int,
    msgspec.Meta(ge=1, le=MOMENTS_PER_PAGE, title=f"a whole number from 1 to {MOMENTS_PER_PAGE}"),
]
LanguageTag = Annotated[
    str,
    msgspec.Meta(
        pattern=cast("str", _LANGUAGE_TAG_SCHEMA["pattern"]),
        max_length=35,
        examples=["es"],
        title="a language tag (BCP 47), as in es or pt-BR",
    ),
]
MomentText = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[0-9hms:.,]+$",
        max_length=60,
        examples=["12.5,18"],
        title="a moment, as in 12.5,18 or 1:30",
    ),
]

_REFERENCE_TEMPLATE = "#/components/schemas/{name}"
_SCALAR_TYPES = ("string", "number", "integer")
_ATTRIBUTE_LINE = re.compile(r"^ {4}(\w+): (.+(?:\n {8}.+)*)", re.MULTILINE)


def encode_json(value: object) -> bytes:
    """A dataclass, or plain values, as JSON."""
    return msgspec.json.encode(value)


@cache
def parameter_schemas(kind: type) -> Mapping[str, Schema]:
    """The parameters that a dataclass describes, by name; those that must be given are "required"."""
    [reference], parts = component_schemas([kind])
    described = parts[reference["$ref"].rpartition("/")[2]]
    required = described.get("required", [])
    return {
        name: {**property_, "required": name in required}
        for name, property_ in described["properties"].items()
    }


def component_schemas(kinds: Sequence[type]) -> tuple[list[Schema], dict[str, Schema]]:
    """JSON Schema of dataclasses (2020-12, which is that of OpenAPI 3.1).

    Returns:
        A reference for each of them; all that they refer to, by name.
    """
    references, parts = msgspec.json.schema_components(kinds, ref_template=_REFERENCE_TEMPLATE)
    classes = {found.__name__: found for kind in kinds for found in _nested_dataclasses(kind)}
    described = {name: _add_descriptions(part, classes[name]) for name, part in parts.items()}
    return _rename_schemas(list(references)), _rename_schemas(described)


def _nested_dataclasses(kind: Any) -> Iterator[type]:  # noqa: ANN401 - a type hint can be anything
    """A dataclass and those within it."""
    if is_dataclass(kind) and isinstance(kind, type):
        yield kind
        for hint in get_type_hints(kind).values():
            yield from _nested_dataclasses(hint)
    for argument in get_args(kind):
        yield from _nested_dataclasses(argument)


def _add_descriptions(part: Schema, kind: type) -> Schema:
    """With what the docstrings say, and what is the same for all properties of a name."""
    told = {
        name: text
        for base in reversed(kind.__mro__)
        for name, text in _attribute_descriptions(base)
    }
    properties = {
        name: {"description": told[name], **_add_property_schema(name, property_)}
        for name, property_ in part["properties"].items()
    }
    summary = inspect.cleandoc(kind.__doc__ or "").partition("\n")[0]
    return {**part, "description": summary, "properties": properties}


def _attribute_descriptions(kind: type) -> Iterator[tuple[str, str]]:
    """What a docstring says under "Attributes:", as sentences."""
    text = inspect.cleandoc(kind.__doc__ or "").partition("Attributes:")[2]
    for found in _ATTRIBUTE_LINE.finditer(text):
        said = " ".join(found[2].split())
        yield found[1], said[:1].upper() + said[1:]


def _add_property_schema(name: str, property_: Schema) -> Schema:
    """A property, or what it is where it is not null, with what its name means."""
    if choices := property_.get("anyOf"):
        return {**property_, "anyOf": [_add_property_schema(name, choice) for choice in choices]}
    meaning = _SCHEMAS_BY_PROPERTY.get(name, {}) if property_.get("type") in _SCALAR_TYPES else {}
    described = {**meaning, **property_}
    # That nothing is asked is told by "required"; "" is nothing that could be sent.
    if described.get("default") == "":
        del described["default"]
    return described


def _rename_schemas(schema: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """A shape of core is called `HitObject` there, beside `Hit`; for programs there is only the one."""
    if isinstance(schema, dict):
        return {_public_schema_name(key): _rename_schemas(value) for key, value in schema.items()}
    if isinstance(schema, list):
        return [_rename_schemas(each) for each in schema]
    return _public_schema_name(schema) if isinstance(schema, str) else schema


def _public_schema_name(text: str) -> str:
    return text if " " in text else text.removesuffix("Object").removesuffix("Shape")
