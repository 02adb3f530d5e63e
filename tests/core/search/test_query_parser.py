import time

import pytest
from hypothesis import example, given

from showcase.core.search.query_parser import CHARACTERS_MOST, TERMS_MOST, SearchQuery, Term, scan
from tests.cast import HOSTILE, QUERIES


def term(*words: str, exact: bool = False, joined: str = "") -> Term:
    return Term(words, exact=exact, joined=joined)


def phrase(*words: str) -> Term:
    return Term(words, exact=True)


def clauses(*terms: Term) -> tuple[tuple[Term, ...], ...]:
    return tuple((one,) for one in terms)


HUMAN, RIGHTS, MAIZE, CORN = term("human"), term("rights"), term("maize"), term("corn")
SHOUTED = tuple(map(term, ("the", "workers", "organize", "or", "they", "go")))
WORKER_DRIVEN = term("worker", "driven", exact=True, joined="workerdriven")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("human rights", (HUMAN, RIGHTS)),
        ("  HUMAN   Rights! ", (HUMAN, RIGHTS)),
        ('"human rights"', (phrase("human", "rights"),)),
        ("“human rights”", (phrase("human", "rights"),)),
        ("„human rights“", (phrase("human", "rights"),)),
        ("«human rights»", (phrase("human", "rights"),)),
        ('"human', (phrase("human"),)),
        ('"human rights', (phrase("human", "rights"),)),
        ('human"rights now', (HUMAN, phrase("rights", "now"))),
        ('"organizing"', (phrase("organizing"),)),
        ('""', ()),
        ("worker-driven", (WORKER_DRIVEN,)),
        ("human worker‑driven rights", (HUMAN, WORKER_DRIVEN, RIGHTS)),
        ('"worker-driven"', (phrase("worker", "driven"),)),
        ("worker- driven", (term("worker"), term("driven"))),
        ("Don’t", (term("dont"),)),
        ("R&D #1", (term("r"), term("d"), term("1"))),
        ("c++", (term("c"),)),
        ("田んぼ", (phrase("田", "ん", "ぼ"),)),
        ("田", (term("田"),)),
        ("田んぼ rights", (phrase("田", "ん", "ぼ"), RIGHTS)),
        ("田1", (term("田"), term("1"))),
        ("NOT human", (term("not"), HUMAN)),
        ("OR", (term("or"),)),
        ("OR human", (term("or"), HUMAN)),
        ("human OR", (HUMAN, term("or"))),
        ("human or rights", (HUMAN, term("or"), RIGHTS)),
        ('"OR"', (phrase("or"),)),
        ("human rights speaker:", (HUMAN, RIGHTS, term("speaker"))),
        ("myspeaker:ines", (term("myspeaker"), term("ines"))),
        ("- human", (HUMAN,)),
        ("--human", (HUMAN,)),
        ("hu-", (term("hu"),)),
        ("human\0rights", (HUMAN, RIGHTS)),
        ("THE WORKERS ORGANIZE OR THEY GO", SHOUTED),
        ("", ()),
        ("( | * % \\ ❤️ \ud800", ()),
    ],
)  # fmt: skip
def test_all_words_and_phrases_must_be_found(text: str, expected: tuple[Term, ...]) -> None:
    query = scan(text)
    assert query.clauses == clauses(*expected)
    assert query.run == tuple(word for one in expected for word in one.words)
    assert query.terms == expected
    assert not query.without + query.speakers + query.not_speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("maize OR corn", ((MAIZE, CORN),)),
        ("MAIZE OR CORN", ((MAIZE, CORN),)),
        ("maize OR corn rights", ((MAIZE, CORN), (RIGHTS,))),
        ("human maize OR corn", ((HUMAN,), (MAIZE, CORN))),
        ("maize OR corn OR rights", ((MAIZE, CORN, RIGHTS),)),
        ('maize OR "human rights"', ((MAIZE, phrase("human", "rights")),)),
        ("maize OR OR corn", ((MAIZE, term("or")), (CORN,))),
        ("a/maize OR corn/b", ((term("a"),), (MAIZE, CORN), (term("b"),))),
        ("maize OR worker-driven", ((MAIZE, WORKER_DRIVEN),)),
    ],
)
def test_one_side_of_or_is_enough(text: str, expected: tuple[tuple[Term, ...], ...]) -> None:
    query = scan(text)
    assert query.clauses == expected
    assert query.run == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("human -rights", SearchQuery("", clauses(HUMAN), without=(RIGHTS,))),
        ("−rights human", SearchQuery("", clauses(HUMAN), without=(RIGHTS,))),
        ('-"human rights"', SearchQuery("", without=(phrase("human", "rights"),))),
        ("-“human rights”", SearchQuery("", without=(phrase("human", "rights"),))),
        ("-worker-driven", SearchQuery("", without=(WORKER_DRIVEN,))),
        ('-""', SearchQuery("")),
        ("speaker:Inés human", SearchQuery("", clauses(HUMAN), speakers=(("ines",),))),
        ("human SPEAKER: ines", SearchQuery("", clauses(HUMAN), speakers=(("ines",),))),
        ('speaker:"Inés Calderón"', SearchQuery("", speakers=(("ines", "calderon"),))),
        ("speaker:ines speaker:rosa", SearchQuery("", speakers=(("ines",), ("rosa",)))),
        ("speaker:marc-antoine", SearchQuery("", speakers=(("marc", "antoine"),))),
        ("human -speaker:ines", SearchQuery("", clauses(HUMAN), not_speakers=(("ines",),))),
        ('speaker:""', SearchQuery("")),
        ("speaker:(", SearchQuery("")),
        ("human OR speaker:ines", SearchQuery("", clauses(HUMAN, term("or")), speakers=(("ines",),))),
    ],
)  # fmt: skip
def test_words_and_speakers_can_be_asked_for_and_excluded(text: str, expected: SearchQuery) -> None:
    query = scan(text)
    assert (query.clauses, query.without) == (expected.clauses, expected.without)
    assert (query.speakers, query.not_speakers) == (expected.speakers, expected.not_speakers)
    assert query.run == ()


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("rights are not a", False),
        ("rights are not a gift", True),
        ("“rights are not a gift”", True),
        ("rights are not a -gift", False),
        ("speaker:rosa rights are not a gift", False),
        ("rights are not OR a gift", False),
        ("RIGHTS OR FEAR: THEY ARE OURS", True),
        ("worker-driven program with rest", True),
        ("田んぼで働く", False),
        ("田んぼで働く人の権利を守る約束", True),
    ],
)
def test_five_words_or_more_may_be_a_quote(text: str, *, quote: bool) -> None:
    assert scan(text).may_be_quote is quote


def test_the_text_is_cleaned_and_cut_to_length() -> None:
    assert scan(" human\t\n rights\0 ").text == "human rights"
    assert len(scan("a" * 1_000_000).text) == CHARACTERS_MOST


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_query_is_read_at_once_and_stays_small(text: str) -> None:
    began = time.process_time()
    query = scan(text)
    assert time.process_time() - began < 1
    _assert_bounded(query)


@given(QUERIES)
@example("speaker:a -speaker:b " * 90)
@example("a/b OR " * 300)
def test_any_string_is_a_query_and_stays_small(text: str) -> None:
    _assert_bounded(scan(text))


def _assert_bounded(query: SearchQuery) -> None:
    assert len(query.text) <= CHARACTERS_MOST
    assert len(query.clauses) <= TERMS_MOST
    assert len(query.terms) <= 4 * TERMS_MOST
    assert len(query.without) <= TERMS_MOST
    assert len(query.speakers) <= TERMS_MOST
    assert len(query.not_speakers) <= TERMS_MOST
    assert all(clause and all(one.words for one in clause) for clause in query.clauses)
    assert all(one.words for one in query.without)
