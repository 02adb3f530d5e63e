import pytest

from showcase.core.text.number_words import LANGUAGES
from showcase.core.text.spoken_numbers import numbers_in, spoken
from showcase.core.text.tokenizer import fold, tokenize


@pytest.mark.parametrize(
    ("digits", "text"),
    [
        ("0", "zero"),
        ("7", "seven"),
        ("25", "twenty-five"),
        ("90", "ninety"),
        ("100", "a hundred"),
        ("150", "one hundred and fifty"),
        ("150", "a hundred fifty"),
        ("999", "nine hundred ninety-nine"),
        ("1000", "one thousand"),
        ("1066", "ten sixty-six"),
        ("1500", "fifteen hundred"),
        ("1905", "nineteen oh five"),
        ("1993", "nineteen ninety-three"),
        ("2017", "two thousand seventeen"),
        ("2017", "twenty seventeen"),
        ("12000", "twelve thousand"),
        ("1000000", "one million"),
        ("2500000", "two million five hundred thousand"),
        ("1st", "first"),
        ("12th", "twelfth"),
        ("25th", "twenty-fifth"),
        ("30th", "thirtieth"),
        ("16", "dieciséis"),
        ("25", "veinticinco"),
        ("31", "treinta y un"),
        ("31", "treinta y una"),
        ("100", "cien"),
        ("120", "ciento veinte"),
        ("500", "quinientas"),
        ("1000", "mil"),
        ("2017", "dos mil diecisiete"),
        ("3000000", "tres millones"),
        ("21", "vingt et un"),
        ("25", "vingt-cinq"),
        ("71", "soixante et onze"),
        ("70", "septante"),
        ("80", "quatre-vingts"),
        ("81", "quatre-vingt-un"),
        ("97", "quatre-vingt-dix-sept"),
        ("200", "deux cents"),
        ("205", "deux cent cinq"),
        ("2017", "deux mille dix-sept"),
        ("1", "yon"),
        ("20", "ven"),
        ("21", "venteyen"),
        ("22", "vennde"),
        ("28", "ventwit"),
        ("39", "trantnèf"),
        ("70", "swasanndis"),
        ("80", "katreven"),
        ("99", "katrevendiznèf"),
        ("300", "twa san"),
        ("2017", "de mil disèt"),
    ],
)
def test_digits_are_heard_as_words(digits: str, text: str) -> None:
    assert tuple(word.form for word in tokenize(text)) in spoken(digits)


@pytest.mark.parametrize("text", ["1234567890", "25km", "barn", "st", "२५", ""])
def test_what_is_no_number_is_heard_as_nothing(text: str) -> None:
    assert spoken(text) == frozenset()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_numbers_below_a_thousand_sound_the_same(language: str) -> None:
    heard = [{*LANGUAGES[language].speak(number)} for number in range(1_000)]
    assert all(heard)
    assert sum(map(len, heard)) == len(set[str]().union(*heard))
    assert all(text == fold(text) == " ".join(text.split()) for texts in heard for text in texts)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("we were 25 then", [(2, 3, "25")]),
        ("2 017 people", [(0, 1, "2"), (0, 2, "2017"), (1, 2, "017")]),
        ("1 500 000", [(0, 1, "1"), (0, 3, "1500000"), (1, 2, "500"), (1, 3, "500000"), (2, 3, "000")]),
        ("2017 people", [(0, 1, "2017")]),
        ("2017 500", [(0, 1, "2017"), (1, 2, "500")]),
        ("007 500", [(0, 1, "007"), (1, 2, "500")]),
        ("the 25th of may", [(1, 2, "25th")]),
        ("25km nowhere", []),
        ("nobody", []),
        ("", []),
    ],
)  # fmt: skip
def test_numbers_are_seen_where_they_are_in_digits(
    words: str, found: list[tuple[int, int, str]]
) -> None:
    assert [*numbers_in(words.split())] == found
