"""What a query of words finds, and which words are marked."""

from pathlib import Path

import pytest

from showcase.core.search.search_request import SearchRequest
from tests.sample_videos import INES, MARC, ROSA, Line, index_of, read


def marked(
    folder: Path, query: str, lines: list[Line], passage: int = 0, language: str = "en"
) -> list[str]:
    """The words that are marked for a query in one passage of these lines."""
    return marked_for(folder, SearchRequest(query, limit=None), lines, passage, language)


def marked_for(
    folder: Path, request: SearchRequest, lines: list[Line], passage: int = 0, language: str = "en"
) -> list[str]:
    """The words that are marked for a request in one passage of these lines, which are video "a"."""
    index = index_of(folder, {("a", language): read(language, lines)})
    hits = index.search(request).hits
    index.close()
    hit = next((hit for hit in hits if hit.passage == passage), None)
    return [hit.text[mark.start : mark.end] for mark in hit.marks] if hit else []


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("milk", "Milk, milk and more MILK", ["Milk", "milk", "MILK"]),
        ("you", "you and your", ["you"]),
        ("cafe", "Café cafe\u0301 cafeteria", ["Café", "cafe\u0301"]),
        ("human rights", "rights of humans, human rights", ["human", "rights"]),
        ("human rights", "rights of every human", ["rights", "human"]),
        ("they organize", "organizing, they organizing", ["they", "organizing"]),
        ("human rights", "human beings", []),
        ("organizing", "organize organizing ours", ["organize", "organizing"]),
        ('"organizing"', "organize organizing ours", ["organizing"]),
        ("organ here", "organize here", []),
        # Nobody says it, but it begins a word that is said.
        ("organ", "organize", ["organize"]),
        ("don't", "Don’t dont don t", ["Don’t", "dont"]),
        ("dont", "Don’t dont don t", ["Don’t", "dont"]),
        ("map", "M'ap M’ap map", ["M'ap", "M’ap", "map"]),
        ("ap", "m'ap", ["m'ap"]),
        ("homme de", "l’homme de la ferme", ["l’homme", "de"]),
        ('"homme de"', "de l'homme de", ["l'homme", "de"]),
        ("worker-driven", "a worker-driven thing", ["worker", "driven"]),
        ("worker-driven", "a worker driven thing", ["worker", "driven"]),
        ("worker-driven", "a workerdriven thing", ["workerdriven"]),
        ("worker-driven", "a driven worker", []),
        ("workerdriven", "a worker-driven thing", ["worker", "driven"]),
        # Nobody says it as one word, so its correction is looked for.
        ("workerdriven", "a worker driven thing", ["worker", "driven"]),
        ("worker driven", "driven, the worker", ["driven", "worker"]),
        ("door-to-door", "door-to-door to door", ["door", "to", "door", "to", "door"]),
        ('"human rights"', "human rights, rights human", ["human", "rights"]),
        ('"very very"', "very very very good", ["very", "very", "very"]),
        ("maize OR corn", "corn bread", ["corn"]),
        ("maize OR corn", "corn and maize", ["corn", "maize"]),
        ("maize OR corn bread", "corn and maize", []),
        ("rights -fear", "no rights", ["rights"]),
        ("speaker:ines", "no rights", []),
        ("権利", "働く人の権利を守る権", ["権", "利"]),
        ("利権", "働く人の権利を守る", []),
        ("2017", "since ২০১৭", ["২০১৭"]),
    ],
)
def test_every_word_that_answers_the_query_is_marked(
    tmp_path: Path, query: str, text: str, expected: list[str]
) -> None:
    assert marked(tmp_path, query, [(INES, text)]) == expected


@pytest.mark.parametrize(
    ("query", "lines", "expected"),
    [
        ("human rights", [(INES, "we are human"), (MARC, "rights matter")], ["human", "rights"]),
        ('"human rights"', [(INES, "we are human"), (MARC, "rights matter")], ["human", "rights"]),
        ("rights matter", [(INES, "we are human"), (MARC, "rights matter")], []),
        ("a b c d", [(INES, "a"), (MARC, "b"), (ROSA, "c"), (INES, "d")], ["a", "b", "c", "d"]),
        ('"b c d"', [(INES, "a b"), (None, "[bang]"), (MARC, "c d")], ["b", "c", "d"]),
        ("human rights", [(INES, "rights, human"), (MARC, "rights")], ["human", "rights"]),
        ("-rights human", [(INES, "human"), (MARC, "rights")], ["human"]),
    ],
)  # fmt: skip
def test_words_in_a_row_are_marked_beyond_the_passage_where_they_begin(
    tmp_path: Path, query: str, lines: list[Line], expected: list[str]
) -> None:
    assert marked(tmp_path, query, lines) == expected


@pytest.mark.parametrize(
    ("language", "query", "text", "expected"),
    [
        ("es", "organizacion", "La organización de los trabajadores", ["organización"]),
        ("es", "trabajador", "Las trabajadoras y los trabajadores", ["trabajadoras", "trabajadores"]),
        ("es", "NUÑEZ", "el señor Nuñez, la señora Núñez", ["Nuñez", "Núñez"]),
        ("ht", "fanm", "Fanm yo ap travay, fanm-nan pa pè", ["Fanm", "fanm"]),
        ("ht", "m ap", "M ap travay, m'ap chante", ["M", "ap"]),
        ("ht", "kreyol", "Nou pale kreyòl", ["kreyòl"]),
        ("bn", "অধিকার", "আমাদের অধিকার আমরাই চাই", ["অধিকার"]),
        ("bn", "ন\u09af\u09bc", "ভয় ন\u09df", ["ন\u09df"]),
        ("bn", "২০১৩", "2013 সালে", ["2013"]),
        ("hi", "अधिकार", "हमारे अधिकारों की बात", ["अधिकारों"]),
        ("hi", "मजदूर", "मजदूर और किसान", ["मजदूर"]),
        ("ar", "العمال", "حُقوق العُمّال أولاً", ["العُمّال"]),
        ("ar", "حقوق", "الحقوق لنا", ["الحقوق"]),
        ("ja", "権利を守る", "働く人の権利を守る", ["権", "利", "を", "守", "る"]),
        ("ja", "ケンリ", "権利", []),
        ("de", "strasse", "Auf der Straße", ["Straße"]),
    ],
)  # fmt: skip
def test_words_of_every_language_are_found_as_they_are_written(
    tmp_path: Path, language: str, query: str, text: str, expected: list[str]
) -> None:
    assert marked(tmp_path, query, [(INES, text)], language=language) == expected


EYES = "It opened our eyes, ours and yours; outside they opened one. A co-operative, the café."


@pytest.mark.parametrize("video", ["a", None])
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("opened ou", ["opened", "our"]),
        ("opened o", ["opened", "our", "opened", "one"]),
        ("opened our eyes, ours a", ["opened", "our", "eyes", "ours", "and"]),
        ("ou", ["our", "ours", "outside"]),
        ("our", ["our", "ours"]),
        ("outside ou", ["our", "ours", "outside"]),
        ('"opened o', ["opened", "our", "opened", "one"]),
        ('"opened o"', []),
        ("eyes -ou", ["eyes"]),
        ("zebra OR eye", ["eyes"]),
        ("cooper", ["co", "operative"]),
        ("co-oper", ["co", "operative"]),
        ("CAF", ["café"]),
        ("ou zebra", []),
        ("zebra", []),
    ],
)
def test_the_last_word_counts_as_a_beginning_while_it_is_typed(
    tmp_path: Path, query: str, expected: list[str], video: str | None
) -> None:
    request = SearchRequest(query, video, is_typing=True)
    assert marked_for(tmp_path, request, [(INES, EYES)]) == expected


def test_a_query_that_is_finished_does_not_count_beginnings(tmp_path: Path) -> None:
    index = index_of(tmp_path, {("a", "en"): read("en", [(INES, EYES)])})
    answer = index.search(SearchRequest("opened ou", "a"))
    index.close()
    assert (answer.query, answer.corrected, answer.total) == ("opened ou", "opened our", 1)
    assert answer.instead[0] == "opened our"


def test_words_of_other_videos_begin_nothing_in_this_one(tmp_path: Path) -> None:
    lines = {"a": [(INES, "It opened")], "b": [(INES, "our eyes")]}
    index = index_of(tmp_path, {(slug, "en"): read("en", each) for slug, each in lines.items()})
    found = {slug: index.search(SearchRequest("ou", slug, is_typing=True)).total for slug in lines}
    index.close()
    assert found == {"a": 0, "b": 1}


def test_the_best_hit_is_told_in_order_of_time(tmp_path: Path) -> None:
    lines = [(INES, "The rights of every human."), (ROSA, "Human rights."), (MARC, "Human rights.")]
    index = index_of(tmp_path, {("a", "en"): read("en", lines)})
    answer = index.search(SearchRequest("human rights", "a"))
    index.close()
    assert [hit.passage for hit in answer.hits] == [0, 1, 2]
    assert answer.best == 1
