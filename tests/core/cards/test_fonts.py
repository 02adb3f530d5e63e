"""Which face draws each part of a text, and in what order."""

from dataclasses import replace

import pytest

from showcase.core.cards.fonts import (
    FALLBACK_CHAINS,
    FontRole,
    TextRun,
    parse_ranges,
    reads_right_to_left,
)
from tests.core.cards.card_cast import FACES

TIGHT, SANS, TEXT = "archivo-tight", "noto-sans", "noto-sans-text"
BENGALI, ARABIC, HEBREW = "noto-sans-bengali", "noto-sans-arabic", "noto-sans-hebrew"


def runs(text: str, *, rtl: bool = False, role: FontRole = "display") -> list[tuple[str, str]]:
    return [(run.face, run.text) for run in made(text, rtl=rtl, role=role)]


def made(text: str, *, rtl: bool = False, role: FontRole = "display") -> list[TextRun]:
    return FACES.runs(text, FACES.fallback_chain(text, role), rtl=rtl)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rules, 2017!", [(TIGHT, "The rules, 2017!")]),
        ("мы", [(SANS, "мы")]),
        ("আমরা CIW 2017", [(BENGALI, "আমরা CIW 2017")]),
        ("We say আমরা, and go", [(TIGHT, "We say "), (BENGALI, "আমরা, "), (TIGHT, "and go")]),
        ("We say мы and", [(TIGHT, "We say "), (SANS, "мы "), (TIGHT, "and")]),
        ("caféমর ok words", [(TIGHT, "café"), (BENGALI, "মর "), (TIGHT, "ok words")]),
        ("…", [(TIGHT, "…")]),
    ],
)
def test_each_word_is_drawn_in_a_face_that_has_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert runs(text) == expected


def test_small_text_has_a_face_of_its_own() -> None:
    assert runs("мы and", role="text") == [(TEXT, "мы and")]


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("cafe\u0301", "café"),
        (" We\n\nwrote\tit ", "We wrote it"),
        ("The rules hold 🍎 because", "The rules hold because"),
        ("👩🏽‍🌾 picks ♪ and ❤️ sings ♪", "picks and sings"),
        ("soft\u00adhyphen\ufeff \u2066isolated\u2069", "softhyphen isolated"),
        ("🍎", ""),
        ("", ""),
        ("C’est nous\u202f!", "C’est nous\u2009!"),
        ("ক্\u200dষ", "ক্\u200dষ"),
        ("1️⃣ rule", "1 rule"),
        ("$5 + 5", "$5 + 5"),
    ],
)
def test_what_is_drawn_is_composed_and_has_no_sign_that_no_face_has(text: str, drawn: str) -> None:
    assert FACES.clean(text, "display") == drawn


@pytest.mark.parametrize("text", ["規則", "We say 規則 here", "กฎ", "x\u0489"])
def test_a_text_with_a_letter_that_no_face_has_cannot_be_drawn(text: str) -> None:
    assert FACES.clean(text, "display") is None


@pytest.mark.parametrize("text", ["আমরা", "كتبنا", "כתבנו"])
def test_letters_that_must_be_joined_or_ordered_are_not_drawn_one_by_one(text: str) -> None:
    assert FACES.clean(text, "display") == text
    assert replace(FACES, shaping=False).clean(text, "display") is None


def test_plain_letters_are_drawn_without_shaping_too() -> None:
    plain = replace(FACES, shaping=False)
    assert plain.clean("Мы wrote", "display") == "Мы wrote"
    assert plain.fallback_chain("Мы", "display") == (SANS, TIGHT, SANS)
    assert plain.fallback_chain("Мы", "text") == (TEXT, TEXT)


@pytest.mark.parametrize(
    ("text", "rtl", "expected"),
    [
        (
            "We say كتبنا נכון now, all", False,
            [(TIGHT, "We say "), (HEBREW, "נכון"), (ARABIC, "كتبنا "), (HEBREW, " "), (TIGHT, "now, all")],
        ),
        ("كتبنا мы нас ثم", True, [(ARABIC, "ثم"), (SANS, " "), (SANS, "мы нас"), (ARABIC, "كتبنا ")]),
        (
            "قالوا мы আমরা ثم", True,
            [(ARABIC, "ثم"), (BENGALI, " "), (SANS, "мы "), (BENGALI, "আমরা"), (ARABIC, "قالوا ")],
        ),
        ("كتبنا CIW ثم", True, [(ARABIC, "كتبنا CIW ثم")]),
        (
            "قالوا «мы» ثم", True,
            [(ARABIC, "ثم"), (SANS, "» "), (SANS, "мы"), (SANS, "«"), (ARABIC, "قالوا ")],
        ),
    ],
)  # fmt: skip
def test_parts_stand_as_they_are_read(
    text: str,
    rtl: bool,  # noqa: FBT001 - a row of the table
    expected: list[tuple[str, str]],
) -> None:
    assert runs(text, rtl=rtl) == expected


def test_marks_around_what_runs_against_a_line_run_with_the_line() -> None:
    assert [(run.text, run.rtl) for run in made("قالوا «мы» ثم", rtl=True)] == [
        ("ثم", True), ("» ", True), ("мы", False), ("«", True), ("قالوا ", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "is_rtl"),
    [("We", False), ("«نحن», we", True), ("2017 נכון", True), ("…", False), ("", False)],
)
def test_the_first_letter_says_which_way_a_text_runs(text: str, is_rtl: bool) -> None:  # noqa: FBT001
    assert reads_right_to_left(text) == is_rtl


def test_a_table_of_characters_is_read() -> None:
    assert parse_ranges("20-22 A0") == {0x20, 0x21, 0x22, 0xA0}
    assert parse_ranges("") == frozenset()


def test_each_face_is_used() -> None:
    assert {face for chain in FALLBACK_CHAINS.values() for face in chain} == set(FACES.coverage)
