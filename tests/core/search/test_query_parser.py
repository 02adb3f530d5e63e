import time

import pytest
from hypothesis import example, given

from showcase.core.search.query_parser import (
    MAX_PARSED_QUERY_CHARS,
    MAX_QUERY_TERMS,
    SearchQuery,
    Term,
    parse_query,
)
from tests.sample_videos import HOSTILE, QUERIES


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
    query = parse_query(text)
    assert query.clauses == clauses(*expected)
    assert query.plain_words == tuple(word for one in expected for word in one.words)
    assert not query.excluded_terms + query.speakers + query.excluded_speakers


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
    query = parse_query(text)
    assert query.clauses == expected
    assert query.plain_words == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("human -rights", SearchQuery("", clauses(HUMAN), excluded_terms=(RIGHTS,))),
        ("−rights human", SearchQuery("", clauses(HUMAN), excluded_terms=(RIGHTS,))),
        ('-"human rights"', SearchQuery("", excluded_terms=(phrase("human", "rights"),))),
        ("-“human rights”", SearchQuery("", excluded_terms=(phrase("human", "rights"),))),
        ("-worker-driven", SearchQuery("", excluded_terms=(WORKER_DRIVEN,))),
        ('-""', SearchQuery("")),
        ("speaker:Inés human", SearchQuery("", clauses(HUMAN), speakers=(("ines",),))),
        ("human SPEAKER: ines", SearchQuery("", clauses(HUMAN), speakers=(("ines",),))),
        ('speaker:"Inés Calderón"', SearchQuery("", speakers=(("ines", "calderon"),))),
        ("speaker:ines speaker:rosa", SearchQuery("", speakers=(("ines",), ("rosa",)))),
        ("speaker:marc-antoine", SearchQuery("", speakers=(("marc", "antoine"),))),
        ("human -speaker:ines", SearchQuery("", clauses(HUMAN), excluded_speakers=(("ines",),))),
        ('speaker:""', SearchQuery("")),
        ("speaker:(", SearchQuery("")),
        ("human OR speaker:ines", SearchQuery("", clauses(HUMAN, term("or")), speakers=(("ines",),))),
    ],
)  # fmt: skip
def test_words_and_speakers_can_be_asked_for_and_excluded(text: str, expected: SearchQuery) -> None:
    query = parse_query(text)
    assert (query.clauses, query.excluded_terms) == (expected.clauses, expected.excluded_terms)
    assert (query.speakers, query.excluded_speakers) == (
        expected.speakers,
        expected.excluded_speakers,
    )
    assert query.plain_words == ()


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
    assert parse_query(text).may_be_quote is quote


def test_the_text_is_cleaned_and_cut_to_length() -> None:
    assert parse_query(" human\t\n rights\0 ").text == "human rights"
    assert len(parse_query("a" * 1_000_000).text) == MAX_PARSED_QUERY_CHARS


def test_a_hostile_query_is_read_at_once_and_stays_small() -> None:
    for text in HOSTILE:
        began = time.process_time()
        query = parse_query(text)
        assert time.process_time() - began < 1, text[:50]
        _assert_bounded(query)


@given(QUERIES)
@example("speaker:a -speaker:b " * 90)
@example("a/b OR " * 300)
def test_any_string_is_a_query_and_stays_small(text: str) -> None:
    _assert_bounded(parse_query(text))


def _assert_bounded(query: SearchQuery) -> None:
    assert len(query.text) <= MAX_PARSED_QUERY_CHARS
    assert len(query.clauses) <= MAX_QUERY_TERMS
    assert sum(map(len, query.clauses)) <= 4 * MAX_QUERY_TERMS
    assert len(query.excluded_terms) <= MAX_QUERY_TERMS
    assert len(query.speakers) <= MAX_QUERY_TERMS
    assert len(query.excluded_speakers) <= MAX_QUERY_TERMS
    assert all(clause and all(one.words for one in clause) for clause in query.clauses)
    assert all(one.words for one in query.excluded_terms)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("opened ou", Term(("ou",), is_open=True)),
        ("OU", Term(("ou",), is_open=True)),
        ('"opened ou', Term(("opened", "ou"), exact=True, is_open=True)),
        ("worker-dri", Term(("worker", "dri"), exact=True, joined="workerdri", is_open=True)),
        ("maize OR co", Term(("co",), is_open=True)),
        ("বন্ধু", Term(("বন্ধু",), is_open=True)),
        # These words are finished.
        ("opened our,", Term(("our",))),
        ('"opened our"', Term(("opened", "our"), exact=True)),
        ("human -ri", HUMAN),
        ("human speaker:in", HUMAN),
        ("権利", Term(("権", "利"), exact=True)),
    ],
)
def test_the_word_that_is_still_being_typed_is_open(text: str, last: Term) -> None:
    query = parse_query(text, is_typing=True)
    assert query.clauses[-1][-1] == last
    assert query.is_open is last.is_open
    assert not parse_query(text).is_open


@pytest.mark.parametrize("text", ["", "-rights", "speaker:in", "a " * (MAX_QUERY_TERMS + 1)])
def test_no_word_is_open_where_none_is_being_typed(text: str) -> None:
    assert not parse_query(text, is_typing=True).is_open


@example('"human')
@example("maize OR")
@given(QUERIES)
def test_only_the_last_term_is_open(text: str) -> None:
    query = parse_query(text, is_typing=True)
    terms = [term for clause in query.clauses for term in clause]
    assert [term.is_open for term in terms] == [False] * (len(terms) - 1) + [query.is_open] * bool(
        terms
    )
