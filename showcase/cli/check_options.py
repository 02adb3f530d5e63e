"""The options of `showcase check`, and which of them go together."""

from typing import TypedDict


class CheckOptions(TypedDict):
    """The options, as click parses them."""

    all_notes: bool
    speakers: bool
    as_json: bool
    fix: bool
    yes: bool


def misuse(options: CheckOptions) -> str:
    """Which options do not go together; "" for those that do."""
    if options["speakers"] and options["fix"]:
        return "--speakers lists, and --fix mends: give one of them."
    if options["yes"] and not options["fix"]:
        return "--yes goes with --fix."
    if options["as_json"] and options["fix"] and not options["yes"]:
        return "--fix --json writes without asking: add --yes."
    return ""
