"""Names that are one letter off from another."""

import pytest

from showcase.core.listings.alike_names import misspelt_names


@pytest.mark.parametrize("wrong", ["Land right", "Land rigths", "land-rights", "Lland rights"])
def test_one_letter_off_from_a_more_frequent_name_is_a_slip(wrong: str) -> None:
    assert misspelt_names({wrong: 1, "Land rights": 2}) == {wrong: "Land rights"}


@pytest.mark.parametrize(
    "names", [("Part 1", "Part 2"), ("Cow", "Cot"), ("Land rights", "Lend right"), ("2017", "2018")]
)
def test_what_is_meant_to_differ_is_no_slip(names: tuple[str, str]) -> None:
    assert misspelt_names(dict.fromkeys(names, 1)) == {}


def test_of_equally_frequent_names_the_first_is_right_and_the_most_frequent_wins() -> None:
    assert misspelt_names({"Waters": 1, "Water": 1}) == {"Waters": "Water"}
    assert misspelt_names({"Water": 1, "Waters": 5, "Waterr": 9}) == {
        "Water": "Waterr", "Waters": "Waterr",
    }  # fmt: skip
    assert misspelt_names({"Land Rights": 1, "Land rights": 1}) == {"Land rights": "Land Rights"}
