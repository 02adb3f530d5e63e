from unicodedata import normalize

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.text.tokenizer import fold, is_unspaced, tokenize

TEXTS = st.text() | st.text(
    st.sampled_from(
        "aZéñßıİø -'’ʼ–_.1٣৩९๓কিষানहिन्दीกีが田ー한\u0301\u064b\u00ad\u200b\u200d\ufe0f\u0345\0"
    )
)  # fmt: skip


def words(text: str) -> list[str]:
    return [text[word.start : word.end] for word in tokenize(text)]


def forms(text: str) -> list[tuple[str, ...]]:
    return [word.forms for word in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Human rights, now!", ["Human", "rights", "now"]),
        ("¿Qué pasó, señora?", ["Qué", "pasó", "señora"]),
        ("M'ap travay, m’ap chante", ["M'ap", "travay", "m’ap", "chante"]),
        ("rock 'n' roll's", ["rock", "n", "roll's"]),
        ("worker-driven", ["worker", "driven"]),
        ("শ্রমিকদের অধিকার।", ["শ্রমিকদের", "অধিকার"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("حُقُوق الإنسان", ["حُقُوق", "الإنسان"]),
        ("働く人", ["働", "く", "人"]),
        ("コーヒー", ["コ", "ー", "ヒ", "ー"]),
        ("か\u3099く", ["か\u3099", "く"]),
        ("คนงาน", ["ค", "น", "ง", "า", "น"]),
        ("ราคา๑๒บาท", ["ร", "า", "ค", "า", "๑๒", "บ", "า", "ท"]),
        ("노동자의 권리", ["노동자의", "권리"]),
        ("cafe\u0301 e\u0301te\u0301", ["cafe\u0301", "e\u0301te\u0301"]),
        ("क\u094d\u200dष", ["क\u094d\u200dष"]),
        ("wor\u00adker", ["wor\u00adker"]),
        ("snake_case", ["snake", "case"]),
        ("1,000 at 7.30", ["1", "000", "at", "7", "30"]),
        ("I ❤️ 👩‍👩‍👧 you", ["I", "you"]),
        ("a\ud800b", ["a", "b"]),
        ("a\0b", ["a", "b"]),
        ("\u0301 \u200d \ufe0f ' _ -", []),
        ("", []),
    ],
)
def test_text_is_cut_into_words(text: str, cut: list[str]) -> None:
    assert words(text) == cut


@pytest.mark.parametrize(
    ("text", "found_as"),
    [
        ("Don’t", ("dont", "don", "t")),
        ("M'AP", ("map", "m", "ap")),
        ("mʼap", ("map", "m", "ap")),
        ("l'homme", ("lhomme", "l", "homme")),
        ("Hawaiʻi", ("hawaii", "hawai", "i")),
        ("ŉ", ("n",)),
        ("rights", ("rights",)),
    ],
)
def test_a_word_with_an_apostrophe_is_found_whole_and_by_its_parts(
    text: str, found_as: tuple[str, ...]
) -> None:
    assert forms(text) == [found_as]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("CAFÉ", "cafe"),
        ("cafe\u0301", "cafe"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("ŒUVRE", "oeuvre"),
        ("İstanbul", "istanbul"),
        ("ısı", "isi"),
        ("ÞÓRÐUR", "thordur"),
        ("smørrebrød", "smorrebrod"),
        ("Việt", "viet"),
        ("й", "й"),
        ("और", "और"),
        ("কৃষক", "কৃষক"),
        ("حُقُوقٌ", "حقوق"),
        ("حقـــوق", "حقوق"),
        ("क\u094d\u200dष", "क\u094dष"),
        ("wor\u00adker", "worker"),
        ("২০১৭ ٢٠١٧ २०१७ ２０１７ ๒๐๑๗", "2017 2017 2017 2017 2017"),
        ("\ud800", "\ud800"),
        ("", ""),
    ],
)
def test_text_is_folded_for_comparing(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_a_digit_newer_than_this_python_is_a_word_too() -> None:
    kawi_zero = "\U00011f50"  # Unicode 15
    assert fold(kawi_zero) in {"0", kawi_zero}
    assert words(kawi_zero) == [kawi_zero]


@pytest.mark.parametrize(
    ("text", "compounds"),
    [
        ("worker-driven", [("workerdriven", 2), ("", 1)]),
        ("door‑to‐door", [("doortodoor", 3), ("", 1), ("", 1)]),
        ("a worker-driven, farm", [("", 1), ("workerdriven", 2), ("", 1), ("", 1)]),
        ("2015–2017", [("20152017", 2), ("", 1)]),
        ("worker - driven", [("", 1), ("", 1)]),
        ("worker--driven", [("", 1), ("", 1)]),
        ("-worker driven-", [("", 1), ("", 1)]),
        ("-", []),
    ],
)
def test_the_first_word_of_a_hyphenated_compound_knows_all_of_it(
    text: str, compounds: list[tuple[str, int]]
) -> None:
    assert [(word.compound, word.compound_words) for word in tokenize(text)] == compounds


@pytest.mark.parametrize(
    ("text", "unspaced"),
    [
        ("田", True),
        ("が", True),
        ("ー", True),
        ("ก", True),
        ("a", False),
        ("한", False),
        ("1", False),
        ("๑", False),
        ("", False),
        ("田田", False),
    ],
)
def test_a_character_of_a_script_without_spaces_is_a_word_of_its_own(
    text: str, *, unspaced: bool
) -> None:
    assert is_unspaced(text) is unspaced


@given(TEXTS)
def test_words_are_in_order_and_do_not_overlap(text: str) -> None:
    end = 0
    for word in tokenize(text):
        assert end <= word.start < word.end <= len(text)
        end = word.end


@given(TEXTS)
def test_the_text_of_a_word_is_what_it_is_found_as(text: str) -> None:
    for word in tokenize(text):
        own = text[word.start : word.end]
        assert tokenize(own) == [
            word._replace(start=0, end=len(own), compound="", compound_words=1)
        ]
        assert regex.sub("['’‘ʼʻ＇´`′]", "", fold(own)) == word.form
        assert all(word.forms)


@given(TEXTS)
def test_folded_text_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(normalize("NFD", text)) == fold(normalize("NFC", text))
    assert forms(normalize("NFD", text)) == forms(normalize("NFC", text))


@given(TEXTS)
def test_case_does_not_matter(text: str) -> None:
    # Unicode, section 3.13, D145: marks are put in order before case is folded. The iota that is
    # written below (U+0345) becomes a letter of its own, and marks behind it would go with it.
    assert fold(normalize("NFD", text).casefold()) == fold(text)
