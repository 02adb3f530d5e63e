"""docs/reference/caption-files.md says of each kind of file what is read, noted and refused; it is so."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from showcase.errors import ContentError, Fault
from showcase.store.captions.reader import read_captions
from tests.store.captions.caption_examples import EXAMPLES, CaptionExample

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "caption-files.md"
CODE = re.compile(r"`([a-z][a-z0-9-]+)`")


class KindRow(NamedTuple):
    """A row of the table: codes of what is noted, of what is an error, and of what is refused whole."""

    kind: str
    noted: set[str]
    errors: set[str]
    refused: set[str]


def table_rows() -> list[KindRow]:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in lines
        if line.startswith("| ")
    ]
    codes = [[set(CODE.findall(cell)) for cell in row[2:5]] for row in cells]
    return [
        KindRow(row[0], *found)
        for row, found in zip(cells, codes, strict=True)
        if len(row) == 5 and row[0] != "Kind of file"
    ]


ROWS = table_rows()


@cache
def described(example: CaptionExample) -> tuple[tuple[str, ...], set[str], set[str], set[str]]:
    data = example.content if isinstance(example.content, bytes) else example.content.encode()
    try:
        read = read_captions(data, example.name, example.options)
    except ContentError as error:
        return (), set(), set(), codes_of(error.faults)
    cues = []
    for cue in read.cues:
        text = cue.text
        for word in reversed(cue.words):
            end = re.compile(r"\S+").match(text, word.at)
            at = end.end() if end else len(text)
            text = f"{text[:at]}@{word.start_ms}{text[at:]}"
        cues.append(f"{cue.start_ms} {cue.end_ms} {cue.voice or ''}: {text}".replace("\n", "|"))
    return tuple(cues), codes_of(read.notes), codes_of(read.faults), set()


def codes_of(faults: tuple[Fault, ...]) -> set[str]:
    return {fault.code for fault in faults}


def test_every_row_has_examples_and_every_example_a_row() -> None:
    assert [row.kind for row in ROWS] == list(EXAMPLES)


@pytest.mark.parametrize("example", [each for examples in EXAMPLES.values() for each in examples])
def test_an_example_is_read_as_it_is_meant(example: CaptionExample) -> None:
    assert described(example)[0] == example.cues


@pytest.mark.parametrize("row", ROWS, ids=[row.kind for row in ROWS])
def test_what_is_said_of_the_examples_of_a_row_is_what_the_row_says(row: KindRow) -> None:
    found = [described(example) for example in EXAMPLES[row.kind]]
    noted, errors, refused = (set().union(*(each[at] for each in found)) for at in (1, 2, 3))
    assert (noted, errors, refused) == (row.noted, row.errors, row.refused)
