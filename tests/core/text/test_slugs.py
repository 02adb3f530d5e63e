"""Names as addresses have them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.text.slugs import name_hash, slugify, slugify_name


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Rosa Field", "rosa-field"),
        ("José Núñez", "jose-nunez"),
        ("harvest-talks", "harvest-talks"),
        ("C++", "c"),
        ("  Land  rights! ", "land-rights"),
    ],
)
def test_a_name_of_latin_letters_is_its_slug(name: str, slug: str) -> None:
    assert slugify_name(name) == slug


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("Мир 1", "1-"), ("Søren", "sren-"), ("মারিয়া", ""), ("!!", ""), ("a" * 90, "a" * 80)],
)
def test_a_name_that_would_lose_letters_has_a_hash(name: str, beginning: str) -> None:
    assert slugify_name(name).removesuffix(name_hash(name)).rstrip("-") == beginning.rstrip("-")


def test_names_that_lose_the_same_letters_have_slugs_of_their_own() -> None:
    assert slugify("Мир 1") == slugify("Год 1")
    assert slugify_name("Мир 1") != slugify_name("Год 1")


def test_a_hash_tells_where_one_name_ends() -> None:
    assert name_hash("a", "bc") != name_hash("ab", "c")


@given(st.text(min_size=1))
def test_every_name_has_a_part_of_an_address(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9-]{1,89}", slugify_name(name))
