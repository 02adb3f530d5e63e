import pytest

from showcase.core.text.languages import OWN_NAMES, RIGHT_TO_LEFT, direction, own_name


@pytest.mark.parametrize(
    ("tag", "name", "way"),
    [
        ("en", "English", "ltr"),
        ("es-419", "Español", "ltr"),
        ("HT", "Kreyòl ayisyen", "ltr"),
        ("bn", "বাংলা", "ltr"),
        ("ar-EG", "العربية", "rtl"),
        ("he", "עברית", "rtl"),
        ("tlh", "tlh", "ltr"),
        ("", "", "ltr"),
    ],
)
def test_a_language_has_its_own_name_and_direction(tag: str, name: str, way: str) -> None:
    assert own_name(tag) == name
    assert direction(tag) == way


def test_tags_are_primary_subtags_in_small_letters() -> None:
    assert all(tag.isalpha() and tag.islower() for tag in [*OWN_NAMES, *RIGHT_TO_LEFT])
