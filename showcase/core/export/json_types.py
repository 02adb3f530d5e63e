"""The types of JSON properties that Python's own do not describe: what JSON Schema says about each."""

from typing import Annotated, Final

from msgspec import Meta

MAX_LANGUAGE_TAG_CHARS: Final = 35
# RFC 5646, section 2.1, without what is grandfathered; section 4.4.1 asks for 35 characters at least.
LANGUAGE_TAG_PATTERN: Final = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"

Seconds = Annotated[float, Meta(ge=0, examples=[12.5])]
Count = Annotated[int, Meta(ge=0)]
Url = Annotated[str, Meta(extra_json_schema={"format": "uri"})]
LanguageTag = Annotated[
    str, Meta(pattern=LANGUAGE_TAG_PATTERN, max_length=MAX_LANGUAGE_TAG_CHARS, examples=["es"])
]
# ISO 8601-1, 5.2.2: a date may be as precise as it is known.
Date = Annotated[str, Meta(pattern="^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", examples=["2017-12"])]
# How alike two texts are: 1 where their words are the same.
Similarity = Annotated[float, Meta(ge=0, le=1)]
