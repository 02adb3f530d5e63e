import time
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.search.lexicon import MAX_SIMILAR_WORDS, Lexicon, SimilarWord
from showcase.core.search.spelling_index import MAX_SPELLING_CHARS
from showcase.core.text.tokenizer import fold, tokenize

SAID = {
    "en": {
        "human": 40, "rights": 41, "right": 7, "workers": 90, "worker": 30, "working": 12, "work": 25,
        "workforce": 2, "immigrant": 5, "tomatoes": 9, "tomato": 9, "milk": 60, "mile": 61, "silk": 3,
        "dignity": 8, "immokalee": 6, "photo": 2, "physician": 1, "organization": 4, "cow": 3,
        "2017": 5, "b2b": 4, "balcazars": 90, "foot": 50,
    },
    "es": {
        "trabajadores": 20, "trabajador": 9, "trabaja": 5, "derechos": 15, "sindicato": 4,
        "huerta": 6, "silla": 3, "zapato": 2, "quiero": 8, "milla": 2, "lechuga": 2,
    },
    "ht": {"travay": 12, "travaye": 3, "jaden": 4, "respe": 6, "dwa": 9},
    "bn": {"অধিকার": 7, "শ্রমিক": 9, "মানবাধিকার": 3},
    "ar": {"العمال": 6, "حقوق": 9},
    "ja": {"田": 4, "ん": 4, "ぼ": 4, "働": 2},
}  # fmt: skip
NAMES = ("balcazar", "enrique", "ines", "calderon")
LEXICON = Lexicon(SAID, NAMES)
FORMS = {form for counts in SAID.values() for form in counts} | {*NAMES}


def crude_stem(word: str) -> str:
    """Enough of English for these tests."""
    for ending in ("ing", "ers", "er", "s"):
        word = word.removesuffix(ending)
    return word


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # English: a letter left out, added, changed, swapped with its neighbor.
        ("imigrant", "immigrant"),
        ("immmigrant", "immigrant"),
        ("immigrent", "immigrant"),
        ("immirgant", "immigrant"),
        ("dignaty", "dignity"),
        ("humna", "human"),
        ("tomatos", "tomato tomatoes"),
        ("organisation", "organization"),
        ("imokalee", "immokalee"),
        # Two letters, in long words only.
        ("imokali", ""),
        ("imigrent", "immigrant"),
        ("trabaxadoras", "trabajadores"),
        ("huerrrta", "huerta"),
        # The first letter may be wrong.
        ("kalderon", "calderon"),
        ("numan", "human"),
        # The same sound, however short the word is.
        ("foto", "photo foot"),
        ("fisician", "physician"),
        ("balcasar", "balcazar balcazars"),
        ("balkazar", "balcazar balcazars"),
        ("valcazar", "balcazar balcazars"),
        ("siya", "silla"),
        ("sapato", "zapato"),
        ("dereshos", "derechos"),
        ("kiero", "quiero"),
        ("uerta", "huerta"),
        ("enrrique", "enrique"),
        ("henrike", "enrique"),
        # Haitian Creole.
        ("travey", "travay"),
        ("jadenn", "jaden"),
        ("rezpe", "respe"),
        # Bengali and Arabic: a letter or a vowel sign.
        ("অধিকর", "অধিকার"),
        ("শ্রমক", "শ্রমিক"),
        ("মানবধিকার", "মানবাধিকার"),
        ("العمل", "العمال"),
        ("حقوف", "حقوق"),
        # Without similar words: short words, numbers, scripts without spaces, no word of the archive.
        ("dwo", ""),
        ("cov", ""),
        ("2016", ""),
        ("b2bb", ""),
        ("田んぼ", ""),
        ("田", ""),
        ("xylophone", ""),
        ("", ""),
        ("human rights", ""),
    ],
)
def test_a_misspelt_word_is_near_the_one_that_was_meant(typed: str, meant: str) -> None:
    assert [nearby.form for nearby in LEXICON.similar_words(typed)] == meant.split()


@pytest.mark.parametrize(
    ("typed", "best_first"),
    [
        # Of equal distance: the more frequent word.
        ("milc", "milk mile"),
        ("nilk", "milk silk"),
        # Of equal frequency: the alphabet.
        ("tomatoe", "tomato tomatoes"),
        # The same sound before a name, and before a more frequent word.
        ("trabaya", "trabaja"),
        ("travai", "travay"),
        # A name before a more frequent word.
        ("balcazarz", "balcazars balcazar"),
        ("balcaza", "balcazar"),
        ("balcatar", "balcazar balcazars"),
    ],
)
def test_the_likeliest_word_comes_first(typed: str, best_first: str) -> None:
    forms = [nearby.form for nearby in LEXICON.similar_words(typed)]
    assert forms[: len(best_first.split())] == best_first.split()


def test_a_name_comes_before_a_word_that_is_as_near() -> None:
    lexicon = Lexicon({"en": {"inns": 50, "tines": 60}}, ["ines"])
    assert lexicon.similar_words("inos") == (
        SimilarWord("ines", 1, 0, sounds_alike=False),
        SimilarWord("inns", 1, 50, sounds_alike=False),
    )


def test_a_similar_word_has_its_distance_and_frequency() -> None:
    assert LEXICON.similar_words("imigrent") == (
        SimilarWord("immigrant", 2, 5, sounds_alike=False),
    )
    assert LEXICON.similar_words("imigrant") == (SimilarWord("immigrant", 1, 5, sounds_alike=True),)


def test_one_language_has_only_its_own_words_and_the_names() -> None:
    assert [nearby.form for nearby in LEXICON.similar_words("humen", "es")] == []
    assert [nearby.form for nearby in LEXICON.similar_words("milka", "es")] == ["milla"]
    assert [nearby.form for nearby in LEXICON.similar_words("milka")] == ["milk", "milla"]
    assert [nearby.form for nearby in LEXICON.similar_words("calderom", "es")] == ["calderon"]
    assert [nearby.form for nearby in LEXICON.similar_words("calderom", "tlh")] == ["calderon"]


def test_near_words_can_be_looked_for_among_some() -> None:
    assert [nearby.form for nearby in LEXICON.similar_words("balcasars", among=LEXICON.names)] == [
        "balcazar"
    ]


def test_a_word_is_not_near_itself() -> None:
    assert [nearby.form for nearby in LEXICON.similar_words("milk")] == ["mile", "silk"]


def test_there_are_never_more_than_a_few() -> None:
    lexicon = Lexicon({"en": {f"mil{letter}": 1 for letter in "abcdefghijklmnop"}})
    assert [nearby.form for nearby in lexicon.similar_words("milx")] == [
        "mila",
        "milb",
        "milc",
        "mild",
        "mile",
    ]
    assert MAX_SIMILAR_WORDS == 5


@pytest.mark.parametrize(
    ("language", "form", "family"),
    [
        ("en", "work", ("workers", "worker", "working")),
        ("en", "worker", ("workers", "work", "working")),
        ("en", "works", ("workers", "worker", "work", "working")),
        ("en", "right", ("rights",)),
        ("en", "human", ()),
        ("en", "xylophone", ()),
        ("es", "trabaja", ()),
        ("tlh", "work", ()),
    ],
)
def test_a_family_is_the_other_words_of_the_same_stem_most_frequent_first(
    language: str, form: str, family: tuple[str, ...]
) -> None:
    assert LEXICON.family(language, form, crude_stem) == family


def test_without_stems_there_are_no_families() -> None:
    lexicon = Lexicon({"ht": {"travay": 1, "travaye": 1}})
    assert lexicon.family("ht", "travay", lambda _: "") == ()
    assert lexicon.family("ht", "travay", lambda word: word[:6] if word == "travay" else "") == ()


def test_a_language_is_stemmed_once() -> None:
    asked: list[str] = []

    def stem(word: str) -> str:
        asked.append(word)
        return word[:3]

    lexicon = Lexicon({"en": {"work": 2, "works": 1}})
    assert lexicon.family("en", "word", stem) == ("work", "works")
    assert lexicon.family("en", "worn", stem) == ("work", "works")
    assert asked == ["word", "work", "works", "worn"]


def test_words_are_counted_in_one_language_or_in_all() -> None:
    lexicon = Lexicon({"en": {"la": 1, "milk": 4}, "es": {"la": 9}})
    assert [lexicon.count("la"), lexicon.count("la", "es"), lexicon.count("la", "fr")] == [10, 9, 0]
    assert lexicon.languages == ("en", "es")


WORDS = st.text(max_size=12) | st.text(st.characters(categories=("Cs", "L", "M", "Nd")), max_size=9)
LEXICONS = st.builds(
    Lexicon,
    st.dictionaries(st.text(max_size=3), st.dictionaries(WORDS, st.integers(1, 99)), max_size=3),
    st.lists(WORDS, max_size=4),
)


@given(LEXICONS, WORDS)
def test_any_words_can_be_looked_up_and_their_order_does_not_matter(
    lexicon: Lexicon, form: str
) -> None:
    said = reversed(lexicon.counts_by_language.items())
    turned = Lexicon({tag: dict(reversed(counts.items())) for tag, counts in said}, lexicon.names)
    near = lexicon.similar_words(form)
    assert turned.similar_words(form) == near
    assert all(nearby.form in lexicon.names or lexicon.count(nearby.form) for nearby in near)


SLIPS = st.tuples(
    st.sampled_from(sorted(form for form in FORMS if len(form) >= 4 and form.isalpha())),
    st.integers(0, 30),
    st.sampled_from("abcdefghijklmnopqrstuvwxyz"),
    st.sampled_from(["left out", "added", "changed", "swapped"]),
)


@given(SLIPS)
def test_every_slip_of_one_letter_is_mended(slip: tuple[str, int, str, str]) -> None:
    form, at, letter, kind = slip
    at %= len(form)
    before, here, behind = form[:at], form[at], form[at + 1 :]
    typed = {
        "left out": before + behind,
        "added": before + letter + here + behind,
        "changed": before + letter + behind,
        "swapped": before + behind[:1] + here + behind[1:],
    }[kind]
    lexicon = Lexicon({"en": {form: 1, "unlike": 1}})
    mended = [nearby.form for nearby in lexicon.similar_words(typed)]
    assert form in mended or typed == form or len(typed) < 4


@pytest.mark.slow
def test_no_word_takes_long_among_a_hundred_thousand() -> None:
    syllables = ["ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru"]
    words = {"".join(some): 1 for some in product(syllables, repeat=5)}
    lexicon = Lexicon({"en": words})
    assert len(words) == 100_000
    lexicon.similar_words("milk")
    for typed in ("bacedifogo", "milc", "x" * 1_000, "ab" * 20, "abcdefghijklmnop" * 2, "baba"):
        began = time.process_time()
        lexicon.similar_words(typed)
        # Some milliseconds; the machine that runs the tests may be slow.
        assert time.process_time() - began < 0.5


def test_longer_words_than_anybody_says_are_not_looked_for() -> None:
    word = "a" * MAX_SPELLING_CHARS
    lexicon = Lexicon({"en": {word: 1, word + "a": 1, word + "aa": 1}})
    assert [nearby.form for nearby in lexicon.similar_words(word)] == [word + "a", word + "aa"]
    assert lexicon.similar_words(word + "a") == ()


def test_the_words_of_the_tokenizer_are_those_of_the_lexicon() -> None:
    (word,) = tokenize("Calderón")
    assert word.form == fold("CALDERÓN") == "calderon"
    assert LEXICON.similar_words("calderom")[0].form == word.form
