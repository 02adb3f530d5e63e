"""The parts of docs/reference/api.md, from the OpenAPI document of a site without videos."""

from collections.abc import Iterator, Mapping
from typing import Any

from showcase.core.catalog.site_catalog import Catalog, Site
from showcase.web.api.openapi import build_openapi
from showcase.web.context.urls import UrlBuilder

Json = Mapping[str, Any]


def parts() -> dict[str, str]:
    """The generated parts of the page, as Markdown, by their names."""
    document = build_openapi(Catalog(Site(), ()), UrlBuilder())
    return {
        "addresses": "\n".join(_addresses(document)),
        "objects": "\n".join(_objects(document)),
    }


def _addresses(document: Json) -> Iterator[str]:
    for path, methods in document["paths"].items():
        operation = methods["get"]
        [(media_type, content)] = operation["responses"]["200"]["content"].items()
        yield f"### `GET {path}`\n\n{operation['summary']}. {operation['description']}\n"
        yield from _parameters(operation["parameters"])
        yield f"Answers `{media_type}`: {_type(content['schema'])}.\n"


def _parameters(parameters: list[Json]) -> Iterator[str]:
    query = [parameter for parameter in parameters if parameter["in"] == "query"]
    if not query:
        return
    yield "| parameter | takes | |\n|---|---|---|"
    for parameter in query:
        must = " (must be given)" if parameter["required"] else ""
        yield f"| `{parameter['name']}`{must} | {_takes(parameter['schema'])} | {parameter['description']} |"
    yield ""


def _takes(schema: Json) -> str:
    values = ", ".join(f"`{value}`" for value in schema.get("enum", ()))
    takes = values or str(schema.get("title", "words"))
    return f"{takes}; else `{schema['default']}`" if "default" in schema else takes


def _objects(document: Json) -> Iterator[str]:
    for name, schema in sorted(document["components"]["schemas"].items()):
        yield f"### {name}\n\n{schema['description']}\n"
        yield "| property | is | |\n|---|---|---|"
        for property_name, property_ in schema["properties"].items():
            yield f"| `{property_name}` | {_type(property_)} | {property_['description']} |"
        yield ""


def _type(schema: Json) -> str:
    """The type of a value in words: "a number or null", "a list of [Cue](#cue)"."""
    if reference := schema.get("$ref"):
        name = reference.rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if choices := schema.get("anyOf"):
        return " or ".join(map(_type, choices))
    if values := schema.get("enum"):
        return " or ".join(f"`{value}`" for value in values)
    if described := schema.get("externalDocs"):
        return f"as described at <{described['url']}>"
    return _plain(schema)


def _plain(schema: Json) -> str:
    kind: str = schema["type"]
    if kind == "array":
        return (
            "a pair of numbers"
            if "prefixItems" in schema
            else f"a list of {_type(schema['items'])}"
        )
    if kind == "object":
        return f"names, each with {_type(schema['additionalProperties'])}"
    words = {
        "string": "text",
        "integer": "a number",
        "number": "a number",
        "boolean": "true or false",
        "null": "null",
    }
    return "an address" if schema.get("format") == "uri" else words[kind]
