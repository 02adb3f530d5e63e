"""Forms with the same beginning."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.text.sorted_forms import forms_beginning_with

FORMS = ["a", "our", "ours", "ourselves", "out", "ounce", "über", "বন", "বনে"]


@pytest.mark.parametrize(
    ("beginning", "expected"),
    [
        ("ou", ["ounce", "our", "ours", "ourselves", "out"]),
        ("our", ["ours", "ourselves"]),
        ("বন", ["বনে"]),
        ("x", []),
        ("zz", []),
        ("বনে", []),
    ],
)
def test_longer_forms_with_a_beginning(beginning: str, expected: list[str]) -> None:
    assert list(forms_beginning_with(sorted(FORMS), beginning)) == expected


LETTERS = st.text("abcঅ", max_size=4)


@given(st.sets(LETTERS), LETTERS)
def test_they_are_those_that_begin_with_it_and_are_longer(forms: set[str], beginning: str) -> None:
    expected = [form for form in sorted(forms) if form.startswith(beginning) and form != beginning]
    assert list(forms_beginning_with(sorted(forms), beginning)) == expected
