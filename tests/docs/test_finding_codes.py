"""docs/reference/findings.md has each code of `showcase check --json`, and no other."""

import ast
import re
from collections.abc import Iterator

from showcase.store.ingest.toml_mends import MENDS
from tools.imports import FILES, ROOT, syntax_tree

PAGE = ROOT / "docs" / "reference" / "findings.md"
# The calls that make a finding, and which of their arguments is its code.
CODE_ARGUMENT = {"Diagnosis": 0, "Finding": 1, "Fault": 3, "_content_error": 1}
KEBAB_CASE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def codes_in_source() -> set[str]:
    found = {code for code, _, _ in MENDS}
    for module in FILES:
        for node in ast.walk(syntax_tree(module)):
            if isinstance(node, ast.Call):
                found |= set(codes_of_call(node))
    return found


def codes_of_call(node: ast.Call) -> Iterator[str]:
    """The codes that a call is given, also where one of two is chosen."""
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    at = CODE_ARGUMENT.get(name)
    given = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
    if at is not None and len(node.args) > at:
        given.append(node.args[at])
    for value in given:
        for part in ast.walk(value):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value


def documented_codes() -> list[str]:
    return re.findall(r"^\| `([a-z0-9-]+)` \|", PAGE.read_text("utf-8"), re.MULTILINE)


def test_every_code_is_documented_and_every_documented_code_exists() -> None:
    documented, source = set(documented_codes()), codes_in_source()
    assert source - documented == set(), f"add them to {PAGE.name}"
    assert documented - source == set(), f"remove them from {PAGE.name}"


def test_codes_are_in_kebab_case_sorted_and_there_once() -> None:
    documented = documented_codes()
    assert all(KEBAB_CASE.fullmatch(code) for code in documented)
    assert len(set(documented)) == len(documented)
