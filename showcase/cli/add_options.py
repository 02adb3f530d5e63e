"""The options of `showcase add` that are fields of IntakeOptions."""

from typing import TypedDict


class AddOptions(TypedDict):
    """They have the same names there."""

    slug: str
    language: str
    title: str
    replace: bool
