"""Words between quotation marks, in lines that are right in any direction of writing."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.text.typography import (
    add_quotation_marks,
    join_isolated_parts,
    mark_line_direction,
    quotation_marks,
)

UNSEEN = "\u200e\u200f\u2066\u2067\u2068\u2069"
ARABIC = "كتبنا القواعد مع CIW معًا"


@pytest.mark.parametrize(
    ("language", "quoted"),
    [
        ("en", "“so”"),
        ("en-GB", "“so”"),
        ("bn", "“so”"),
        ("de-AT", "„so“"),
        ("pl", "„so”"),
        ("sv", "”so”"),
        ("es", "«so»"),
        ("AR", "«so»"),
        ("fr", "«\u202fso\u202f»"),
        ("ja", "「so」"),
        ("", "“so”"),
    ],
)
def test_each_language_has_its_marks(language: str, quoted: str) -> None:
    assert add_quotation_marks("so", language) == quoted
    assert "".join(quotation_marks(language)) == quoted.replace("so", "")


@pytest.mark.parametrize(
    ("text", "language", "line"),
    [
        ("“We wrote the café’s rules.”", "en", "“We wrote the café’s rules.”"),
        ("“আমরা নিয়ম লিখেছি।”", "bn", "“আমরা নিয়ম লিখেছি।”"),
        (f"«{ARABIC}»", "ar", f"\u200f\u2067«{ARABIC}»\u2069"),
        ("“He said שלום.”", "en", "\u200e\u2066“He said שלום.”\u2069"),
        ("«CIW»", "ar", "«CIW»"),
    ],
)
def test_a_line_is_marked_only_where_letters_run_the_other_way(
    text: str, language: str, line: str
) -> None:
    assert mark_line_direction(text, language) == line


def test_names_that_run_the_other_way_keep_to_themselves() -> None:
    assert join_isolated_parts("Rosa Field", "The mill", "0:04") == "Rosa Field, The mill, 0:04"
    assert join_isolated_parts("ليلى", "The mill", "0:04") == (
        "\u200e\u2068ليلى\u2069, \u2068The mill\u2069, \u20680:04\u2069"
    )


@given(st.text(), st.sampled_from(["en", "ar", "bn", "he", "xx"]))
def test_nothing_unseen_is_put_into_the_words(text: str, language: str) -> None:
    line = mark_line_direction(text, language)
    around = len(line) - len(text)
    assert around in (0, 3)
    assert text in (line, line[2:-1])
    assert set(line[: min(around, 2)]) <= set(UNSEEN)


@given(st.text())
def test_isolates_are_closed(text: str) -> None:
    clean = "".join(c for c in text if c not in UNSEEN)
    depth = 0
    for character in mark_line_direction(clean, "ar") + join_isolated_parts(clean, clean):
        kind = unicodedata.bidirectional(character)
        depth += kind in ("LRI", "RLI", "FSI")
        depth -= kind == "PDI"
        assert depth >= 0
    assert depth == 0
