"""The map of the code is right: its drawing is of today's imports, and every place it names is there."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tools.architecture import DRAWING, drawing, floor_arrows, rows, without_implied
from tools.imports import ROOT, reachable

PAGE = (ROOT / "docs" / "explanation" / "architecture.md").read_text("utf-8")
# `showcase/web/pages.py` `show_video`; several names may follow one path.
PLACES = re.findall(r"`(showcase/[\w/]+\.py)`((?:\s+`\w+`)*)", PAGE)


@pytest.mark.slow
def test_the_drawing_is_of_todays_imports() -> None:
    assert DRAWING.read_text("utf-8") == drawing(), "run: make architecture"


def test_every_module_that_the_map_names_is_there() -> None:
    paths = re.findall(r"`((?:showcase|templates|static|tests)/[\w/.]*)`", PAGE)
    assert len(paths) > 50
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_what_the_map_says_is_in_a_module_is_there() -> None:
    missing = [
        (path, name)
        for path, names in PLACES
        for name in re.findall(r"\w+", names)
        if name not in defined_in(ROOT / path)
    ]
    assert missing == []


@cache
def defined_in(path: Path) -> set[str]:
    """The functions and classes of a module."""
    return {
        node.name
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, (ast.FunctionDef, ast.ClassDef))
    }


def test_an_arrow_that_others_imply_is_not_drawn() -> None:
    arrows = {"a": {"b", "c"}, "b": {"c"}, "c": set[str]()}
    assert without_implied(arrows) == {"a": {"b"}, "b": {"c"}, "c": set()}


@pytest.mark.slow
@pytest.mark.parametrize("layer", ["core", "store", "web"])
def test_a_room_is_drawn_above_all_that_it_imports(layer: str) -> None:
    arrows = floor_arrows(layer)
    height = {name: at for at, line in enumerate(rows(arrows)) for name in line}
    assert height.keys() == arrows.keys()
    assert all(height[name] < height[other] for name in arrows for other in arrows[name])


@pytest.mark.parametrize("layer", ["core", "store", "web"])
def test_what_is_drawn_leads_wherever_imports_lead(layer: str) -> None:
    arrows = floor_arrows(layer)
    drawn = without_implied(arrows)
    assert {name: reachable(drawn, name) for name in drawn} == {
        name: reachable(arrows, name) for name in arrows
    }
