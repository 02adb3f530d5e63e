"""Dataclasses as JSON and as JSON Schema, and the types of query parameters.

The first line of a class's docstring describes it in the schema; a property is described by the
`msgspec.Meta` of its type. The same types check query strings.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from showcase.core.export.json_types import LanguageTag
from showcase.web.context.query import MAX_FILTER_VALUES, MAX_PAGE_NUMBER
from showcase.web.search.page import MOMENTS_PER_PAGE

Schema = dict[str, Any]

# A title says what a parameter takes; errors quote it: "page takes a whole number from 1 to 50".
PageNumber = Annotated[int, Meta(ge=1, le=10_000, title="a whole number from 1 to 10000")]
SearchPageNumber = Annotated[
    int, Meta(ge=1, le=MAX_PAGE_NUMBER, title=f"a whole number from 1 to {MAX_PAGE_NUMBER}")
]
HitsPerVideo = Annotated[
    int,
    Meta(ge=1, le=MOMENTS_PER_PAGE, title=f"a whole number from 1 to {MOMENTS_PER_PAGE}"),
]
LanguageTagParameter = Annotated[
    LanguageTag, Meta(title="a language tag (BCP 47), as in es or pt-BR")
]
SeveralLanguageTags = Annotated[
    tuple[LanguageTag, ...],
    Meta(
        max_length=MAX_FILTER_VALUES,
        title=f"a language tag (BCP 47), as in es or pt-BR, at most {MAX_FILTER_VALUES} times",
    ),
]
SeveralNames = Annotated[
    tuple[str, ...],
    Meta(max_length=MAX_FILTER_VALUES, title=f"words, at most {MAX_FILTER_VALUES} times"),
]
MomentText = Annotated[
    str,
    Meta(
        pattern=r"^[0-9hms:.,]+$",
        max_length=60,
        examples=["12.5,18"],
        title="a moment, as in 12.5,18 or 1:30",
    ),
]

_REFERENCE_TEMPLATE = "#/components/schemas/{name}"


def encode_json(value: object) -> bytes:
    """A dataclass, or plain values, as JSON in UTF-8."""
    return msgspec.json.encode(value)


@cache
def parameter_schemas(kind: type) -> Mapping[str, Schema]:
    """The JSON Schema of each field of a dataclass, by name; "required" is true where it has no default."""
    [reference], parts = component_schemas([kind])
    described = parts[reference["$ref"].rpartition("/")[2]]
    required = described.get("required", [])
    return {
        name: {**_without_empty_default(property_), "required": name in required}
        for name, property_ in described["properties"].items()
    }


def _without_empty_default(property_: Schema) -> Schema:
    """A parameter that defaults to "" or no values is one that is left out; nobody sends ""."""
    return {
        key: value for key, value in property_.items() if key != "default" or value not in ("", [])
    }


def component_schemas(kinds: Sequence[type]) -> tuple[list[Schema], dict[str, Schema]]:
    """JSON Schema of dataclasses (2020-12, the dialect of OpenAPI 3.1).

    Returns:
        A reference (`{"$ref": …}`) for each of them, and the schemas that these refer to, by public name.
    """
    references, parts = msgspec.json.schema_components(kinds, ref_template=_REFERENCE_TEMPLATE)
    return _rename_schemas(list(references)), _rename_schemas(parts)


def _rename_schemas(schema: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """A schema with public names: `HitObject`, so called because of core's `Hit`, is published as "Hit"."""
    if isinstance(schema, dict):
        return {_public_schema_name(key): _rename_schemas(value) for key, value in schema.items()}
    if isinstance(schema, list):
        return [_rename_schemas(each) for each in schema]
    return _public_schema_name(schema) if isinstance(schema, str) else schema


def _public_schema_name(text: str) -> str:
    return text if " " in text else text.removesuffix("Object").removesuffix("Shape")
