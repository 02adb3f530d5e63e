import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from showcase.core.text.double_encoding import undo_double_encoding

LETTERS = "áéíóúñüçàèìòùâêîôûäëïöößÀÉÑõãåøæŒœłńśźżščř"


@pytest.mark.parametrize("meant", [
    "José", "Enrique Balcázar", "Día de la leche", "It’s “ours” – now…", "voilà tout", "Łódź",
    "Привет, мир", "佐藤さん", "שלום לכולם",
])  # fmt: skip
def test_what_was_read_as_windows_1252_is_undone(meant: str) -> None:
    broken = "".join(
        bytes([byte]).decode("cp1252" if byte not in b"\x81\x8d\x8f\x90\x9d" else "latin-1")
        for byte in meant.encode()
    )
    assert undo_double_encoding(broken) == meant


@pytest.mark.parametrize("encoding", ["cp1251", "mac-roman", "cp437", "latin-1"])
def test_other_encodings_are_undone_where_there_is_enough_of_it(encoding: str) -> None:
    meant = "Años después, mañana también será así"
    assert undo_double_encoding(meant.encode().decode(encoding)) == meant


def test_a_word_among_words_that_are_right_is_undone() -> None:
    assert undo_double_encoding("José and JosÃ©") == "José and José"


@pytest.mark.parametrize("text", [
    "", "plain", "José", "Zoë", "CAFÉ»", "«CAFÉ»", "AMANHÃ»", "»ETT TVÅ»", "”TÄMÄ”", "„BÖ“", "Ã", "Â©",
    "Привет", "佐藤", "São Paulo", "Þór", "10 °C", "£5 – €6", "naïve café", "Ελλάδα", "שלום",
])  # fmt: skip
def test_what_is_right_is_left_alone(text: str) -> None:
    meant = undo_double_encoding(text)
    assert meant is None or text == "Â©"


@example("Àà Àà Àà")
@example("Ãã Õé Ãã")
@example("Éł Éł Éł")
@given(
    st.lists(st.text(alphabet=LETTERS + "abcdefgh", min_size=1, max_size=9), max_size=8).map(
        " ".join
    )
)
def test_words_of_europe_are_left_alone(text: str) -> None:
    assert undo_double_encoding(text) is None
