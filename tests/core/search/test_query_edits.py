import pytest
from hypothesis import example, given

from showcase.core.search.query_edits import (
    MAX_SPELLING_WORDS,
    clause_text,
    condition_texts,
    locate_words,
    replace_spans,
)
from showcase.core.search.query_parser import parse_query
from showcase.core.text.spans import Span
from tests.sample_videos import HOSTILE, QUERIES


def places(text: str) -> str:
    """The words that must be found, one after the other, as they were typed."""
    query = parse_query(text)
    return " ".join(
        query.text[word.start : word.end] for words in locate_words(query).terms for word in words
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("milk the  cows", "milk the cows"),
        ("Milk, the cows!", "Milk the cows"),
        ('"Milk the" cows', "Milk the cows"),
        ("milk -cows", "milk"),
        ("-milk cows milk", "cows milk"),
        ("cows -“milk the” milk", "cows milk"),
        ("maize OR corn milk", "maize corn milk"),
        ("maize OR", "maize"),
        ("maize or corn", "maize or corn"),
        ("MAIZE OR CORN", "MAIZE CORN"),
        ("THE WORKERS ORGANIZE OR THEY GO", "THE WORKERS ORGANIZE THEY GO"),
        ("speaker:or:or “OR milk” OR", "milk"),
        ("qaa qab qaa", "qaa qab qaa"),
        ("speaker:ines milk", "milk"),
        ("speaker:speaker speaker", "speaker"),
        ("speaker: “ines maria” -speaker:rosa milk", "milk"),
        ("worker-driven don’t", "worker driven don’t"),
        ("田んぼ milk 田", "田 ん ぼ milk 田"),
        ("অধিকার OR حقوق", "অধিকার حقوق"),
        ("2017 OR 2018", "2017 2018"),
        ("", ""),
        ("?", ""),
        ("milk " * MAX_SPELLING_WORDS, ("milk " * MAX_SPELLING_WORDS).strip()),
        ("milk " * (MAX_SPELLING_WORDS + 1), ""),
    ],
)
def test_the_words_that_are_to_be_found_have_a_place(text: str, words: str) -> None:
    assert places(text) == words


def test_names_of_speakers_have_a_place() -> None:
    query = parse_query('milk speaker:Inés -speaker:rosa speaker:"Marc Délice"')
    names = locate_words(query).names
    assert [query.text[name.start : name.end] for name in names] == ["Inés", "Marc", "Délice"]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Milk  the cows!", ["Milk", "the", "cows"]),
        ("“Milk, the” cows", ['"Milk, the"', "cows"]),
        ('maize OR "sweet corn" milk', ['maize OR "sweet corn"', "milk"]),
        ("worker-driven 田んぼ", ["worker-driven", "田んぼ"]),
        ('"worker-driven code"', ['"worker-driven code"']),
        ("milk -cows speaker:ines", ["milk"]),
        # In a quote in capitals, OR is a word.
        ("WE MILK COWS OR WE GO", ["WE", "MILK", "COWS", "WE", "GO"]),
        ("we milk cows OR we go", ["we", "milk", "cows OR we", "go"]),
    ],
)
def test_clauses_can_be_written_again(text: str, clauses: list[str]) -> None:
    query = parse_query(text)
    typed = [clause_text(query.text, clause) for clause in locate_words(query).clauses]
    assert typed == clauses


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("milk", ""),
        ("milk -cows -«the barn»", '-cows -"the barn"'),
        ("speaker:Inés -speaker:“Rosa Ito” milk", 'speaker:"ines" -speaker:"rosa ito"'),
    ],
)
def test_conditions_can_be_written_again(text: str, conditions: str) -> None:
    query = parse_query(text)
    again = parse_query(" ".join(condition_texts(query)))
    assert " ".join(condition_texts(query)) == conditions
    assert (again.excluded_terms, again.speakers, again.excluded_speakers) == (
        query.excluded_terms,
        query.speakers,
        query.excluded_speakers,
    )


def test_words_are_replaced_in_place() -> None:
    text = '"Humen  rights", -wrong!'
    assert replace_spans(text, {}) == text
    assert replace_spans(text, {Span(1, 6): "Human"}) == '"Human  rights", -wrong!'
    assert replace_spans(text, {Span(8, 14): "farms", Span(1, 6): "H"}) == '"H  farms", -wrong!'


def test_hostile_queries_have_places_too() -> None:
    assert all(isinstance(places(text), str) for text in HOSTILE)


@given(QUERIES)
@example("OR OR human OR")
@example("speaker:speaker: speaker")
def test_every_place_is_a_word_of_the_query(text: str) -> None:
    query = parse_query(text)
    asked = locate_words(query)
    wanted = {form for clause in query.clauses for term in clause for form in term.words}
    assert {word.form for words in asked.terms for word in words} <= wanted
    assert {word.form for word in asked.names} <= {form for name in query.speakers for form in name}
    for clause in asked.clauses:
        assert clause_text(query.text, clause)
