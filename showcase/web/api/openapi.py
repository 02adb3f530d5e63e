"""Builds the description of the API, an OpenAPI 3.1 document, from the table of operations.

https://spec.openapis.org/oas/v3.1.1.html
"""

import inspect
from functools import cache

from showcase import __version__
from showcase.core.catalog.site_catalog import Catalog
from showcase.web.api.json_schema import Schema, component_schemas, parameter_schemas
from showcase.web.api.operations import OPERATIONS, Operation
from showcase.web.api.schemas import Problem
from showcase.web.context.urls import UrlBuilder
from showcase.web.http.media_types import PROBLEM_TYPE

_API_DESCRIPTION = """\
The content of the site's pages for programs, read-only and without a key. Times are seconds, dates ISO 8601,
languages BCP 47 tags; characters are counted as Unicode code points; what is not known is null; addresses are
absolute. Pages of any site may read it (CORS). Every response has an ETag, for requests with If-None-Match.
Lists have pages, which are linked in the body and in the Link header (RFC 8288). Every error is a problem
(RFC 9457), whose `detail` says what to do."""
_PATH_PARAMETER_TEXTS = {
    "slug": "The name of a video in addresses.",
    "track": "A track: its kind and its language.",
}
_ETAG_HEADER = {
    "description": "The version of this response.",
    "required": True,
    "schema": {"type": "string"},
}
_LINK_HEADER = {
    "description": "The pages before and after, and this document.",
    "required": True,
    "schema": {"type": "string"},
}
_ERROR_RESPONSES = {
    "400": (
        "NotUnderstood",
        "A parameter is missing or unknown, or has a value that it does not take.",
    ),
    "404": ("NotFound", "There is no such thing."),
    "410": ("Withdrawn", "The video, or the words of the moment, were withdrawn."),
    "500": ("OurFault", "An error of the server, which was logged."),
    "503": ("NotYet", "The transcripts cannot be read."),
}


def build_openapi(catalog: Catalog, urls: UrlBuilder) -> Schema:
    """The document of a site, with its address, and with examples from its catalog."""
    examples = _path_examples(catalog)
    return {
        "openapi": "3.1.1",
        "info": {
            "title": catalog.site.name,
            "version": __version__,
            "description": " ".join(_API_DESCRIPTION.split()),
        },
        "servers": [{"url": urls.absolute(urls.home()).rstrip("/")}],
        "paths": {
            operation.path: {"get": _operation_object(operation, examples)}
            for operation in OPERATIONS
        },
        "components": {
            "schemas": _component_schemas(),
            "responses": {name: _error_response(text) for name, text in _ERROR_RESPONSES.values()},
        },
    }


def _path_examples(catalog: Catalog) -> dict[str, str]:
    video = next(iter(catalog.videos), None)
    speech = video.speech_tracks if video else ()
    return {
        "slug": video.slug if video else "talk",
        "track": f"{speech[0].kind}.{speech[0].language}" if speech else "captions.en",
    }


@cache
def _component_schemas() -> dict[str, Schema]:
    return component_schemas(
        [Problem, *(each.response_type for each in OPERATIONS if each.response_type)]
    )[1]


def _operation_object(operation: Operation, examples: dict[str, str]) -> Schema:
    path_parameters = [_path_parameter(name, examples[name]) for name in operation.path_parameters]
    query = [
        _query_parameter(name, schema)
        for name, schema in parameter_schemas(operation.parameter_type).items()
    ]
    errors = (
        _ERROR_RESPONSES
        if operation.path_parameters
        else {k: v for k, v in _ERROR_RESPONSES.items() if k not in ("404", "410")}
    )
    return {
        "operationId": operation.name,
        "summary": operation.summary,
        "description": " ".join(inspect.cleandoc(operation.handler.__doc__ or "").split()),
        "parameters": path_parameters + query,
        "responses": {
            "200": _success_response(operation),
            "304": {"description": "The response has not changed since the one that you have."},
            "308": {"description": "The video has another slug now, which `Location` has."},
            **{code: {"$ref": f"#/components/responses/{name}"} for code, (name, _) in errors.items()},
        },
    }  # fmt: skip


def _path_parameter(name: str, example: str) -> Schema:
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": _PATH_PARAMETER_TEXTS[name],
        "schema": {"type": "string", "minLength": 1},
        "example": example,
    }


def _query_parameter(name: str, schema: Schema) -> Schema:
    described = {
        key: value for key, value in schema.items() if key not in ("description", "required")
    }
    return {
        "name": name,
        "in": "query",
        "required": schema["required"],
        "description": schema["description"],
        "schema": described,
    }  # fmt: skip


def _success_response(operation: Operation) -> Schema:
    schema: Schema = {"type": "object", "externalDocs": {"url": operation.documentation_url}}
    if operation.response_type:
        name = operation.response_type.__name__.removesuffix("Object").removesuffix("Shape")
        schema = {"$ref": f"#/components/schemas/{name}"}
    return {
        "description": operation.summary + ".",
        "headers": {"ETag": _ETAG_HEADER, "Link": _LINK_HEADER},
        "content": {operation.media_type: {"schema": schema}},
    }


def _error_response(text: str) -> Schema:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": text, "content": {PROBLEM_TYPE: {"schema": schema}}}
