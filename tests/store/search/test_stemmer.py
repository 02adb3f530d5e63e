import threading

import pytest

from showcase.core.text.tokenizer import fold
from showcase.store.search.stemmer import stem_function


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "worker workers worker’s"),
        ("en-US", "organize organizing organized"),
        ("es", "trabajador trabajadores trabajadora"),
        ("es-419", "derecho derechos"),
        ("fr", "travail travails"),
        ("PT", "direito direitos"),
        ("nb", "arbeider arbeid"),
        ("ru", "рабочий рабочие"),
        ("hi", "अधिकार अधिकारों"),
    ],
)
def test_words_that_differ_in_their_ending_have_one_stem(language: str, words: str) -> None:
    stem = stem_function(language)
    assert len({stem(fold(word.replace("’", ""))) for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("language", "word", "stem"),
    [
        ("en", "organizing", "organiz"),
        ("en", "universities", "universiti"),
        ("es", "trabajadores", "trabaj"),
        ("fr", "travaux", "traval"),
        ("de", "arbeiterinnen", "arbeit"),
        ("en", "half\ud800s", "half\ud800s"),
    ],
)
def test_a_word_has_the_stem_of_its_language(language: str, word: str, stem: str) -> None:
    assert stem_function(language)(word) == stem


@pytest.mark.parametrize("language", ["ht", "bn", "ja", "tlh", ""])
def test_languages_without_a_stemmer_have_no_stems(language: str) -> None:
    assert stem_function(language)("travay") == ""


@pytest.mark.parametrize(
    "word", ["", "a", "x" * 2_000, "\ud800", "٣", "田", "ñandú", "aé" * 500, "a\0b", "👩‍👩‍👧"]
)
@pytest.mark.parametrize("language", ["en", "es", "ar", "hi", "tr", "fi"])
def test_any_word_has_a_stem(language: str, word: str) -> None:
    assert isinstance(stem_function(language)(word), str)


def test_each_thread_stems_for_itself() -> None:
    words = [f"working{'ings' * (n % 9)}{n}s" for n in range(2_000)]
    stems: list[list[str]] = []

    def run() -> None:
        stems.append([stem_function("en")(word) for word in words])

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(stems) == 4
    assert all(other == stems[0] for other in stems)
