import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.intake.video_slugs import MAX_SLUG_CHARS, is_slug, slug_of_title

SLUGS = [
    ("Harvest talk", "harvest-talk"),
    ("Día 1: the harvest!", "dia-1-the-harvest"),
    ("Workers' rights", "workers-rights"),
    ("আমরা নিয়ম লিখেছি", ""),
    ("2017", "2017"),
    ("word " * 30, "-".join(["word"] * 12)),
    ("x" * 100, "x" * 60),
]


@pytest.mark.parametrize(("title", "slug"), SLUGS)
def test_the_title_gives_the_name_of_the_folder(title: str, slug: str) -> None:
    assert slug_of_title(title) == slug


@given(st.text())
def test_what_a_title_gives_is_a_slug_or_nothing(title: str) -> None:
    slug = slug_of_title(title)
    assert slug == "" or (is_slug(slug) and len(slug) <= MAX_SLUG_CHARS)


@pytest.mark.parametrize("text", ["", "A", "a--b", "-a", "a/b", "..", "día", "a b"])
def test_what_an_address_cannot_have_is_no_slug(text: str) -> None:
    assert not is_slug(text)
