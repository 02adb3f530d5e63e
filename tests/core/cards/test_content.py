"""The words of a card: quotation marks around each paragraph."""

import pytest

from showcase.core.cards.content import add_card_quotation_marks


@pytest.mark.parametrize(
    ("language", "text", "marked"),
    [
        ("en", "We did.", "“We did.”"),
        ("de", "Wir waren es.", "„Wir waren es.“"),
        ("pl", "My.", "„My.”"),
        ("fr", "C’est nous.", "«\u2009C’est nous.\u2009»"),
        ("bn", "আমরা।", "“আমরা।”"),
        ("ar", "نحن.", "«نحن.»"),
        ("en", "“We did.”", "“We did.”"),
        ("en", '"We did."', '"We did."'),
        ("en", "“We did,” she said", "““We did,” she said”"),
    ],
)
def test_words_are_once_between_the_quotation_marks_of_their_language(
    language: str, text: str, marked: str
) -> None:
    assert add_card_quotation_marks(text, language) == marked
