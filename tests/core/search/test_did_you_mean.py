import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.search.did_you_mean import (
    MAX_SHORTER_SUGGESTIONS,
    MAX_SPELLING_SUGGESTIONS,
    suggest_queries,
)
from showcase.core.search.lexicon import Lexicon
from showcase.core.search.query_parser import SearchQuery, Term, parse_query
from showcase.core.search.spelling import (
    MAX_UNKNOWN_WORDS,
    Correction,
    correct_query,
    find_corrections,
)
from showcase.core.text.spans import Span
from showcase.core.text.tokenizer import fold, tokenize
from tests.sample_videos import HOSTILE, QUERIES, archive

NAMES = frozenset({"ines", "calderon", "marc", "antoine", "delice", "rosa", "ito"})


class Passages:
    """A simple search: passages that have all words of a query; words match by their beginnings."""

    def __init__(self, passages: dict[str, list[str]]) -> None:
        self._passages = [tokenize(text) for texts in passages.values() for text in texts]
        said: dict[str, dict[str, int]] = {}
        for language, texts in passages.items():
            counts = said.setdefault(language, {})
            for word in tokenize(" ".join(texts)):
                for form in (*word.forms, *filter(None, [word.compound])):
                    counts[form] = counts.get(form, 0) + 1
        self.lexicon = Lexicon(said, NAMES)
        self.asked: list[str] = []

    def known(self, form: str) -> int:
        """As a stemmer does it: a plural matches its singular."""
        return max(self.lexicon.count(form), self.lexicon.count(form.removesuffix("s")))

    def count(self, text: str) -> int:
        self.asked.append(text)
        query = parse_query(text)
        nobody = any(not NAMES.issuperset(name) for name in query.speakers)
        if nobody or not query.clauses:
            return 0
        forms = [[word.form for word in words] for words in self._passages]
        return sum(self._answers(query, words) for words in forms)

    def _answers(self, query: SearchQuery, words: list[str]) -> bool:
        clauses = all(any(_has(words, term) for term in clause) for clause in query.clauses)
        return clauses and not any(_has(words, term) for term in query.excluded_terms)

    def suggest(self, text: str) -> tuple[str, ...]:
        return suggest_queries(parse_query(text), self.lexicon, self.known, self.count)


def _has(words: list[str], term: Term) -> bool:
    size = len(term.words)
    runs = [tuple(words[at : at + size]) for at in range(len(words) - size + 1)]
    return term.words in runs or (not term.exact and term.words[0].removesuffix("s") in words)


SAID = Passages({
    "en": [
        "We milked the cows at three in the morning, and nobody had asked us whether the barn was safe.",
        "The workers wrote a code of their own: a worker-driven program, with rest days and gloves.",
        "The buyers signed it because the café owners would not sell milk from a barn without rights.",
        "Human rights are not a gift, they are what a worker brings to the table.",
        "Don't organize for us, organizing is ours; immigrant workers organized the workforce.",
        "The dignity of labor, the tomatoes of Immokalee, the coalition of workers.",
        "Milk with dignity, and the barn is safe. The barn, the barn, the barn of milk.",
        *["I heard Balcazar speak of the program."] * 25,
        "Balcasar, they wrote once, of Vermont.",
    ],
    "es": [
        "Los trabajadores de la huerta pidieron sombra y agua al sindicato.",
        "El señor Núñez también pide respeto y derechos humanos.",
    ],
    "ht": ["M'ap travay nan jaden an depi maten.", "Nou pa vle pè ankò, n ap mande respè."],
    "bn": ["শ্রমিক অধিকার মানবাধিকার"],
    "ar": ["حقوق العمال"],
    "ja": ["田んぼで働く人の権利を守る"],
})  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        # One word that does not occur.
        ("imigrant", "immigrant"),
        ("Imigrant", "Immigrant"),
        ("IMIGRANT", "IMMIGRANT"),
        ("dignaty", "dignity"),
        ("imokalee", "immokalee"),
        ("tomatoez", "tomatoes"),
        # In a longer query the rest stays as it was typed.
        ("Milk with Dignaty!", "Milk with Dignity!"),
        ("“Humen  Rights” -cows", "“Human Rights” -cows"),
        ('"humen rights', '"human rights'),
        ("speaker:Inés humna, RIGHTS -“no barn”", "speaker:Inés human, RIGHTS -“no barn”"),
        ("Café ownerz", "Café owners"),
        ("maize OR dignaty", "maize OR dignity"),
        ("worker-drivn program", "worker-driven program"),
        ("humen rihgts", "human rights"),
        # Spanish, Haitian Creole, Bengali, Arabic.
        ("sindikato", "sindicato"),
        ("Nuñes", "Nunez"),
        ("trabajadroes de la guerta", "trabajadores de la huerta"),
        ("derechos umanos", "derechos humanos"),
        ("travai nan jadin", "travay nan jaden"),
        ("শ্রমক অধিকার", "শ্রমিক অধিকার"),
        ("حقوف", "حقوق"),
        # Run together, and split.
        ("humanrights", "human rights"),
        ("HumanRights", "Human rights"),
        ("humanrights -cows", "human rights -cows"),
        ("the humanrights -gift", "the human rights"),
        ("work force", "workforce"),
        ("imm igrant workers", "immigrant workers"),
        ("Tom Atoes", "Tomatoes"),
        # With an apostrophe the parts may be known.
        ("l'immigrant", "immigrant"),
        ("Immokallee's", "Immokalee"),
        # Names of speakers.
        ("speaker:ynes milk", "speaker:ines milk"),
        ("milk speaker:“Inés Kalderon”", "milk speaker:“Inés Calderon”"),
        ("speaker:xyzzy milk", "milk"),
        # A word that is spelled otherwise once.
        ("Balcasar", "Balcazar"),
        # Nothing is spelled like it; numbers and scripts without spaces have no spelling.
        ("xyzzy", ""),
        ("2018", ""),
        ("田んほ", ""),
        ("", ""),
        ("?", ""),
        ("-milk", ""),
    ],
)
def test_the_best_query_instead(typed: str, instead: str) -> None:
    assert (SAID.suggest(typed) or ("",))[0] == instead


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        # One word does not occur, the others occur together.
        ("xyzzy human rights", ["human rights"]),
        ("xyzzy milk -cows", ["milk -cows"]),
        ("xyzzy imigrant", ["immigrant"]),
        # Pairs and single words that find something, the rarest first.
        ("gloves gift", ["gift", "gloves"]),
        ("gloves code immokalee", ["gloves code", "immokalee"]),
        ("gloves code gift morning", ["gloves code", "gift", "morning"]),
        ("gloves gift speaker:rosa", ['gift speaker:"rosa"', 'gloves speaker:"rosa"']),
        # Not together in these words, but in the passage; not with these conditions.
        ('"rights human"', ["rights human"]),
        ("“safe barn” milk", ["safe barn milk"]),
        ("human rights -gift", ["human rights"]),
        ('"rights human" -gift', ["rights human"]),
        # Those of an OR stay together.
        ("gloves OR code gift", ["gift", "gloves OR code"]),
        # Nothing is left to leave out.
        ("xyzzy plugh", []),
        ("milk", []),
        ("worker-driven", []),
    ],
)
def test_a_query_for_less(typed: str, instead: list[str]) -> None:
    assert list(SAID.suggest(typed)) == instead


def test_suggestions_are_few() -> None:
    lexicon = Lexicon({"en": {f"dignit{letter}": 1 for letter in "abcdefgh"}})
    found = suggest_queries(parse_query("dignitx"), lexicon, lexicon.count, lexicon.count)
    assert found == ("dignita", "dignitb", "dignitc")
    assert MAX_SPELLING_SUGGESTIONS == 3
    assert len(SAID.suggest("morning gloves buyers gift vermont sombra")) == MAX_SHORTER_SUGGESTIONS


def test_what_finds_nothing_is_not_suggested() -> None:
    assert SAID.lexicon.similar_words("dignaty")
    assert suggest_queries(parse_query("dignaty"), SAID.lexicon, SAID.known, lambda _: 0) == ()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("human rights", []),
        ("humen rights", [(0, 5, "human")]),
        ("Humen worker-drivn", [(0, 5, "Human"), (13, 18, "driven")]),
        ("xyzzy humen", [(0, 5, ""), (6, 11, "human")]),
        ("work force rihgts", [(0, 10, "workforce"), (11, 17, "rights")]),
        ("-humen", []),
        ("speaker:ynes -speaker:roza", [(8, 12, "ines")]),
        ("worker-driven work-force", []),
        ("humen humen", [(0, 5, "human"), (6, 11, "human")]),
        ("imm imm igrant", [(0, 3, ""), (4, 14, "immigrant")]),
    ],
)
def test_words_that_nobody_says_are_corrected(
    typed: str, expected: list[tuple[int, int, str]]
) -> None:
    found = find_corrections(parse_query(typed), SAID.lexicon, SAID.known)
    assert [(*one.span, (one.replacements or ("",))[0]) for one in found] == expected


def test_a_correction_has_all_words_best_first() -> None:
    lexicon = Lexicon({"en": {"balcazar": 1, "balcatan": 9, "balcatar": 5}})
    found = find_corrections(parse_query("Balcasar"), lexicon, lexicon.count)
    assert found == (Correction(Span(0, 8), ("Balcazar", "Balcatar", "Balcatan")),)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("humen rihgts", "human rights"),
        ("human rights", ""),
        ("xyzzy rihgts", ""),
        ("xyzzy", ""),
        ("speaker:ynes humen", "speaker:ines human"),
    ],
)
def test_a_query_is_corrected_wholly_or_not_at_all(typed: str, expected: str) -> None:
    assert correct_query(parse_query(typed), SAID.lexicon, SAID.known) == expected


def test_only_words_of_the_language_asked_for_are_suggested() -> None:
    lexicon = Lexicon({"en": {"organization": 9}, "es": {"organizacion": 5}})
    typed = parse_query("organisation")
    assert correct_query(typed, lexicon, lexicon.count) == "organization"
    instead = suggest_queries(typed, lexicon, lexicon.count, lexicon.count, "es")
    assert instead == ("organizacion",)


def test_a_word_that_is_only_a_little_like_another_is_not_taken_for_it_without_asking() -> None:
    lexicon = Lexicon({"en": {"movement": 9}})
    typed = parse_query("goverment")
    assert correct_query(typed, lexicon, lexicon.count) == ""
    assert suggest_queries(typed, lexicon, lexicon.count, lexicon.count) == ("movement",)


def test_two_known_words_that_are_one_elsewhere_are_joined() -> None:
    said = Passages(
        {"en": ["All the work.", "A force of nature.", "The workforce of the farm, humans."]}
    )
    assert said.suggest("work force") == ("workforce",)
    assert said.suggest("work force humens") == ("workforce humans",)
    found = find_corrections(parse_query("work force humens"), said.lexicon, said.known)
    assert found == (Correction(Span(11, 17), ("humans",)),)


def test_a_word_is_joined_to_one_neighbor_only() -> None:
    lexicon = Lexicon({"en": {"farmwork": 2, "workforce": 1}})
    found = find_corrections(parse_query("farm work force"), lexicon, lexicon.count)
    assert [one.span for one in found] == [Span(0, 9), Span(10, 15)]


def test_no_word_becomes_an_operator() -> None:
    lexicon = Lexicon({"fr": {"or": 3, "lait": 1, "ferme": 1}})
    assert correct_query(parse_query("LAIT O R ferme"), lexicon, lexicon.count) == "LAIT or ferme"


def test_many_wrong_words_are_no_slips() -> None:
    slips = "humen rihgts dignaty imokalee imigrant tomatoez"
    assert len(slips.split()) == MAX_UNKNOWN_WORDS
    corrected_slips = "human rights dignity immokalee immigrant tomatoes"
    assert correct_query(parse_query(slips), SAID.lexicon, SAID.known) == corrected_slips
    assert correct_query(parse_query(f"{slips} sindikato"), SAID.lexicon, SAID.known) == ""
    assert (
        len(find_corrections(parse_query(f"{slips} sindikato"), SAID.lexicon, SAID.known))
        == MAX_UNKNOWN_WORDS + 1
    )


def test_without_names_no_speaker_is_corrected() -> None:
    lexicon = Lexicon({"en": {"milk": 1}})
    assert find_corrections(parse_query("speaker:ynes milk"), lexicon, lexicon.count) == ()


def test_a_word_is_written_like_what_was_typed_only_if_it_stays_the_same_word() -> None:
    lexicon = Lexicon({"en": {"ŉanga": 1}, "fr": {"or": 3}})
    assert correct_query(parse_query("ŊANGA"), lexicon, lexicon.count) in {"", "ŉanga"}
    assert correct_query(parse_query("l’or"), lexicon, lexicon.count) == ""


CAST = Passages({
    language: read[0].text.split(". ")
    for (_, language), read in archive().items()
})  # fmt: skip


def test_hostile_queries_take_no_time() -> None:
    for text in HOSTILE:
        query = parse_query(text)
        began = time.process_time()
        suggest_queries(query, CAST.lexicon, CAST.known, lambda _: 0)
        # Some milliseconds; the machine that runs the tests may be slow.
        assert time.process_time() - began < 0.5, text[:50]


@given(QUERIES | st.text("abcdehimnorstu '\"-OR:", max_size=40))
def test_every_suggestion_finds_something_and_is_another_query(text: str) -> None:
    query = parse_query(text)
    found = suggest_queries(query, CAST.lexicon, CAST.known, CAST.count)
    assert found == suggest_queries(query, CAST.lexicon, CAST.known, CAST.count)
    assert len(set(found)) == len(found) <= MAX_SHORTER_SUGGESTIONS
    for instead in found:
        assert CAST.count(instead)
        assert instead != query.text


@given(QUERIES | st.text("abcdehimnorstu '\"-OR:", max_size=40))
def test_only_words_that_nobody_says_are_changed(text: str) -> None:
    query = parse_query(text)
    at = 0
    for correction in find_corrections(query, CAST.lexicon, CAST.known):
        assert at <= correction.span.start < correction.span.end <= len(query.text)
        at = correction.span.end
        for instead in correction.replacements:
            assert all(CAST.known(fold(word)) or fold(word) in NAMES for word in instead.split())


@given(st.data())
def test_a_slip_in_a_passage_that_is_there_is_mended(data: st.DataObject) -> None:
    words = data.draw(
        st.sampled_from(["human rights", "safe barn", "milk dignity", "workers code"])
    )
    at = data.draw(st.integers(0, len(words) - 1).filter(lambda at: words[at] != " "))
    slip = words[:at] + "x" + words[at:]
    assert words in SAID.suggest(slip)
