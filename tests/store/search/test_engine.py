import hashlib
import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from showcase.core.quotes.matcher import MIN_SIMILARITY
from showcase.core.search.query_parser import parse_query
from showcase.core.search.results import Answer, Hit
from showcase.core.search.search_request import SearchRequest
from showcase.core.text.spans import Span
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.transcript import Transcript
from showcase.store.damage import DamagedError
from showcase.store.search.engine import build_index, open_index, update_index
from showcase.store.search.search_index import SearchIndex
from tests.conftest import examples
from tests.sample_videos import (
    CUE_MS,
    HOSTILE,
    INES,
    MARC,
    QUERIES,
    ROSA,
    Key,
    Line,
    Read,
    archive,
    documents,
    index_of,
    read,
)

VIDEOS = archive()
FEWER = settings(
    max_examples=examples(60),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    made = index_of(tmp_path_factory.mktemp("index"), VIDEOS)
    yield made
    made.close()


def shown(hit: Hit) -> str:
    """A hit as tests compare it: its video and its matches."""
    return f"{hit.video}: " + " / ".join(hit.text[span.start : span.end] for span in hit.matches)


def answers(index: SearchIndex, query: str) -> list[str]:
    return [shown(hit) for hit in index.search(SearchRequest(query, limit=None)).hits]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # accents and case
        ("cafe", ["dairy: café"]),
        ("CAFÉ", ["dairy: café"]),
        ("cafe\u0301", ["dairy: café"]),
        ("nunez", ["huerta: Núñez"]),
        ("Préguntó", ["huerta: preguntó"]),
        ("pe anko", ["jaden: pè ankò"]),
        # apostrophes: straight, curly, none
        ("don't", ["dairy: Don’t"]),
        ("don’t", ["dairy: Don’t"]),
        ("dont", ["dairy: Don’t"]),
        ("m'ap", ["jaden: M'ap"]),
        ("m’ap", ["jaden: M'ap"]),
        ("map", ["jaden: M'ap"]),
        ("m'ap travay nan", ["jaden: M'ap travay nan"]),
        ("homme de", ["press: l’homme de"]),
        ('"homme de"', ["press: l’homme de"]),
        ("l'homme de la", ["press: l’homme de la"]),
        ('"l homme"', []),
        # hyphens
        ("worker-driven", ["dairy: worker-driven"]),
        ("workerdriven", ["dairy: worker-driven"]),
        ('"worker driven"', ["dairy: worker-driven"]),
        ('"workerdriven program"', []),
        ('"workerdriven driven"', []),
        # stems
        ("trabajadores", ["huerta: trabajadores / trabajador"]),
        ("organize", ["dairy: organize / organizing / organized"]),
        ('"organize"', ["dairy: organize"]),
        ("barns", ["dairy: barn", "dairy: barn", "dairy: barn"]),
        # phrases across cues, and across passages: one hit, where they begin
        ('"in the morning and nobody"', ["dairy: in the morning, and nobody"]),
        ('"café owners would not"', ["dairy: café owners would not"]),
        ('"rest days and gloves the buyers"', ["dairy: rest days and gloves. The buyers"]),
        ('"human rights"', ["dairy: Human rights"]),
        ('"rights are not"', ["dairy: rights are not"]),
        ('"fear human rights are not"', ["dairy: fear. Human rights are not"]),
        ('"to the table don\'t"', ["dairy: to the table. [applause] Don’t"]),
        ("human rights", ["dairy: Human rights", "press: Human / rights"]),
        # words that must not be there
        ("human -dignity", ["dairy: Human"]),
        ("rights -human", ["dairy: rights", "dairy: rights"]),
        ('rights -"human rights"', ["dairy: rights", "dairy: rights", "press: rights"]),
        ('human -"human rights"', ["press: Human"]),
        ("-human", []),
        ('-"human rights"', []),
        # either
        ("cows OR gloves", ["dairy: cows / gloves"]),
        ("sombra OR ferme", ["huerta: sombra", "press: ferme"]),
        ("sombra OR nowhere", ["huerta: sombra"]),
        ("cows OR gloves buyers", []),
        # who speaks
        ("rights speaker:rosa", ["dairy: rights"]),
        ("speaker:rosa rights are", ["dairy: rights are"]),
        ('speaker:rosa "rights are not"', ["dairy: rights are not"]),
        ("respè speaker:delice", ["jaden: respè"]),
        ("respè speaker:Délice", ["jaden: respè"]),
        ("respè speaker:marc", ["jaden: respè"]),
        ('respè speaker:"marc-antoine délice"', ["jaden: respè"]),
        ("respè speaker:rosa", []),
        ("rights -speaker:rosa -speaker:ines", ["dairy: rights", "press: rights"]),
        ("rights speaker:rosa speaker:ines", ["dairy: rights"]),
        # scripts without spaces
        ("権利", ["tanbo: 権利"]),
        ("利権", []),
        ("田んぼで", ["tanbo: 田んぼで"]),
        ("守る約束", ["tanbo: 守る約束"]),
        ("書きました", ["tanbo: 書きました"]),
        ("書きましょう", []),
        ("ありがとう", ["tanbo: ありがとう"]),
        # nothing
        ("xyzzy", []),
        ("worker xyzzy", []),
        ("", []),
    ],
)  # fmt: skip
def test_what_was_said_is_found_and_marked(
    index: SearchIndex, query: str, expected: list[str]
) -> None:
    assert sorted(answers(index, query)) == sorted(expected)


def test_speakers_alone_are_found_with_all_they_say(index: SearchIndex) -> None:
    answer = index.search(SearchRequest("speaker:inés", limit=None))
    assert {hit.speaker for hit in answer.hits} == {INES}
    assert not any(hit.matches for hit in answer.hits)
    assert index.search(SearchRequest("speaker:ines -cows", limit=None)).total == answer.total - 1


def test_a_hit_across_passages_belongs_to_the_one_where_it_begins(index: SearchIndex) -> None:
    answer = index.search(SearchRequest('"human rights are not"'))
    (hit,) = answer.hits
    assert (answer.kind, answer.total, len(hit.matches)) == ("words", 1, 1)
    assert (hit.speaker, hit.key) == (MARC, f"p{7 * CUE_MS}")
    assert hit.moment is not None
    assert hit.moment.start_ms == 7 * CUE_MS
    assert hit.moment.end_ms is not None
    assert 9 * CUE_MS < hit.moment.end_ms < 10 * CUE_MS
    assert hit.text == "Human rights are not a gift, they are what a worker brings to the table."


def test_words_as_typed_come_before_others_and_exact_before_alike(tmp_path: Path) -> None:
    lines = {
        "apart": "Rights of a human are human and rights.",
        "together": "Here are human rights of many other people and places, not a few.",
        "alike": "The humane right.",
    }
    videos: dict[Key, Read] = {(slug, "en"): read("en", [(INES, t)]) for slug, t in lines.items()}
    found = index_of(tmp_path, videos).search(SearchRequest("human rights")).hits
    assert [hit.video for hit in found][:2] == ["together", "apart"]


def test_the_hits_of_one_video_are_in_order_of_time(index: SearchIndex) -> None:
    hits = index.search(SearchRequest("barn OR worker OR rights", video="dairy", limit=None)).hits
    assert len(hits) == 4
    assert [hit.passage for hit in hits] == sorted(hit.passage for hit in hits)
    assert {hit.video for hit in hits} == {"dairy"}


@pytest.mark.parametrize(
    ("video", "language", "videos"),
    [
        (None, None, {"dairy", "press"}),
        ("dairy", None, {"dairy"}),
        (None, "fr", {"press"}),
        ("dairy", "fr", set()),
        ("nowhere", None, set()),
        (None, "bn", set()),
    ],
)
@pytest.mark.parametrize("query", ["rights", "human OR rights"])
def test_a_search_can_be_narrowed_to_a_video_and_a_language(
    index: SearchIndex, query: str, video: str | None, language: str | None, videos: set[str]
) -> None:
    languages = (language,) if language else ()
    answer = index.search(SearchRequest(query, video=video, languages=languages))
    assert {hit.video for hit in answer.hits} == videos


QUOTES = [
    # quote, its first and last word as said, whether exact
    ("nobody had asked us whether the barn was safe", "nobody", "safe", True),
    ("“Nobody had asked us whether the barn was safe”", "nobody", "safe", True),
    ("NOBODY HAD ASKED US, WHETHER THE BARN WAS SAFE?", "nobody", "safe", True),
    ("«would not sell milk from a barn without rights»", "would", "rights", True),
    ("don't organize for us, organizing is ours", "Don’t", "ours", True),
    ("Don’t organize for us… organizing is ours…", "Don’t", "ours", True),
    ("No more fear. Human rights are not a gift", "No", "gift", True),
    ("we milked the cows … whether the barn was safe", "We", "safe", True),
    ("We milked the cows [...] nobody had asked ... barn was safe", "We", "safe", True),
    ("the buyers signed it … without rights", "The", "rights", True),
    ("nobody ever asked us whether the barn was safe", "nobody", "safe", False),
    ("nobody had asked whether the barn was safe", "nobody", "safe", False),
    ("nobody had asked all of us whether the barn was safe", "nobody", "safe", False),
    ("nobody had asked us weather the bran was safe", "nobody", "safe", False),
    ("wuold not sell milc form a barn without rigths", "would", "rights", False),
    ("los travajadores de la huerta piden sombra y agua", "Los", "agua", False),
    ("nou pa vle pe anko nap mande respe", "Nou", "respè", True),
]


@pytest.mark.parametrize(("quote", "first", "last", "exact"), QUOTES)
def test_a_quote_leads_to_the_words_that_were_said(
    index: SearchIndex, quote: str, first: str, last: str, *, exact: bool
) -> None:
    answer = index.search(SearchRequest(quote))
    assert (answer.kind, answer.total) == ("quote", 1)
    (hit,) = answer.hits
    words = [hit.text[mark.start : mark.end] for mark in hit.marks]
    assert (words[0], words[-1]) == (first, last)
    assert (hit.similarity == 1.0) is exact
    assert hit.similarity >= MIN_SIMILARITY


@pytest.mark.parametrize(
    ("query", "kind", "total"),
    [
        ("the quick brown fox jumps over a lazy dog", "words", 0),
        ("xyzzy plugh frobnicate foo bar baz", "words", 0),
        ("gloves for a lazy dog on rest days", "nearest", 1),
        ("safe cows morning gloves code milked", "words", 1),
    ],
)
def test_words_that_nobody_said_together_are_no_quote(
    index: SearchIndex, query: str, kind: str, total: int
) -> None:
    answer = index.search(SearchRequest(query))
    assert (answer.kind, answer.total) == (kind, total)


def test_two_places_that_say_the_same_are_both_shown(tmp_path: Path) -> None:
    slogan = "there is no justice without a seat at the table"
    lines: list[Line] = [(INES, slogan), (MARC, "and so on " * 20), (ROSA, slogan)]
    videos: dict[Key, Read] = {("a", "en"): read("en", lines), ("b", "en"): read("en", lines[:1])}
    index = index_of(tmp_path, videos)
    for quote in (slogan, slogan.replace("justice", "peace"), slogan.replace(" a seat", "")):
        answer = index.search(SearchRequest(quote))
        assert [(hit.video, hit.speaker) for hit in answer.hits] == [
            ("a", INES), ("a", ROSA), ("b", INES),
        ]  # fmt: skip
        assert answer.total == 3


def starts_ms(answer: Answer) -> list[int]:
    return [hit.moment.start_ms for hit in answer.hits if hit.moment]


def test_the_same_words_twice_in_a_passage_are_two_places(tmp_path: Path) -> None:
    videos: dict[Key, Read] = {("a", "en"): read("en", [(INES, "we are the people in " * 2)])}
    answer = index_of(tmp_path, videos).search(SearchRequest("we are the people in"))
    assert starts_ms(answer) == [0, CUE_MS // 2]


LONG = [f"{word}{n}" for n in range(20) for word in ("maize", "corn")]


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ('"' + " ".join(LONG[:20]) + '"', 1),
        ('"' + " ".join([*LONG[:14], "wrong", *LONG[30:14:-1]]) + '" -fear', 0),
        ("-".join(LONG[:14]), 1),
        (" ".join([*LONG[:13], *(f"zz{n}" for n in range(30))]), 0),
        ("speaker:ines " + '"' + " ".join(LONG[:20]) + '"', 1),
    ],
)
def test_more_words_in_a_row_than_the_index_looks_up_at_once_are_all_looked_at(
    tmp_path: Path, query: str, total: int
) -> None:
    lines: list[Line] = [(INES, " ".join(LONG[n : n + 3])) for n in range(0, 40, 3)]
    answer = index_of(tmp_path, {("a", "en"): read("en", lines)}).search(SearchRequest(query))
    assert answer.total == len(answer.hits) == total


def test_a_long_quote_leads_to_its_first_and_last_word(tmp_path: Path) -> None:
    said = [f"{n:03d}{'aeiou'[n % 5] * 3}{n * 7919 % 997:03d}" for n in range(400)]
    videos: dict[Key, Read] = {
        ("a", "en"): read("en", [(INES, " ".join(said[n : n + 8])) for n in range(0, 400, 8)])
    }
    (hit,) = (
        index_of(tmp_path, videos)
        .search(SearchRequest(" ".join([*said[20:90], "wrong", *said[91:210]])))
        .hits
    )
    assert hit.text[hit.marks[0].start : hit.marks[0].end] == said[20]
    assert hit.text[hit.marks[-1].start : hit.marks[-1].end] == said[209]
    assert len(hit.matches) == 1


@pytest.mark.parametrize("video", [None, "dairy"])
def test_a_hostile_query_has_an_answer_in_time(index: SearchIndex, video: str | None) -> None:
    for text in HOSTILE:
        began = time.process_time()
        answer = index.search(SearchRequest(text, video=video))
        assert time.process_time() - began < 1, text[:50]
        assert isinstance(answer, Answer)


@FEWER
@given(QUERIES, st.sampled_from([None, "dairy", "huerta"]))
@example('"workerdriven driven"', None)
@example("田んぼ", None)
def test_any_query_counts_what_it_shows(index: SearchIndex, text: str, video: str | None) -> None:
    everything = index.search(SearchRequest(text, video=video, limit=None))
    assert everything.total == len(everything.hits)
    first = index.search(SearchRequest(text, video=video, limit=1))
    assert (first.total, first.hits) == (everything.total, everything.hits[:1])
    for hit in everything.hits:
        assert bool(hit.marks) is bool(parse_query(text).clauses)
        transcript, passages = VIDEOS[hit.video, hit.language]
        assert hit.key == passages[hit.passage].key
        assert hit.text == transcript.text[hit.text_start : hit.text_start + len(hit.text)]


# A small vocabulary, so that phrases, repetitions and near misses are frequent.
LINES = st.lists(
    st.tuples(
        st.sampled_from([INES, MARC, ROSA]),
        st.lists(
            st.sampled_from(["we", "are", "worker-driven", "l’été", "田", "no.", "[", "rights"]),
            max_size=5,
        ).map(" ".join),
    ),
    min_size=1,
    max_size=12,
)


@FEWER
@given(LINES, st.data())
def test_words_in_a_row_are_found_at_their_place_and_marked_exactly(
    lines: list[Line], data: st.DataObject
) -> None:
    transcript, passages = video = read("en", lines)
    with TemporaryDirectory() as folder:
        index = index_of(Path(folder), {("made", "en"): video})
        for first in range(len(transcript.words)):
            size = data.draw(st.integers(1, 12))
            run = transcript.words[first : first + size]
            query = '"' + " ".join(word.form for word in run) + '"'
            answer = index.search(SearchRequest(query, limit=None))
            place = next(passage.number for passage in passages if first in passage.words)
            hits = [hit for hit in answer.hits if hit.passage == place]
            marks = {
                Span(m.start + hit.text_start, m.end + hit.text_start)
                for hit in hits
                for m in hit.marks
            }
            assert {Span(word.start, word.end) for word in run} <= marks
            assert answer.total == len(answer.hits)
            assert len({(hit.passage, hit.marks) for hit in answer.hits}) == answer.total
        index.close()


@FEWER
@given(
    LINES, st.lists(st.sampled_from(["we", "are", "worker-driven", '"no we"', "田", "-no", "ete"]))
)
def test_every_passage_that_has_all_words_is_a_hit_and_no_other(
    lines: list[Line], terms: list[str]
) -> None:
    """A simple search that looks at every passage must agree."""
    transcript, passages = video = read("en", lines)
    query = parse_query(" ".join(terms))
    with TemporaryDirectory() as folder:
        index = index_of(Path(folder), {("made", "en"): video})
        answer = index.search(SearchRequest(query.text, video="made", limit=None))
        index.close()
    if answer.kind != "words" or not query.clauses:
        return
    expected = [
        passage.number
        for passage in passages
        if (
            all(
                _begins(term.words, transcript, passage)
                for clause in query.clauses
                for term in clause
            )
            or (len(query.plain_words) > 1 and _begins(query.plain_words, transcript, passage))
        )
        and not any(_begins(term.words, transcript, passage) for term in query.excluded_terms)
    ]
    assert [hit.passage for hit in answer.hits] == expected


def _begins(run: tuple[str, ...], transcript: Transcript, passage: Passage) -> bool:
    """True if these words follow one another somewhere, and the first of them is in this passage."""
    said = [word.forms for word in transcript.words]
    return any(
        len(said[at : at + len(run)]) == len(run)
        and all(form in forms for form, forms in zip(run, said[at:], strict=False))
        for at in passage.words
    )


def test_pages_are_stretches_of_all_hits(tmp_path: Path) -> None:
    videos: dict[Key, Read] = {
        (f"v{n % 7}-{n}", "en"): read(
            "en", [(INES, "rights " * (n % 3 + 1) + "and more " * (n % 5)), (MARC, "no rights")]
        )
        for n in range(30)
    }
    build_index(tmp_path, documents(videos)[:20])
    update_index(tmp_path, ["v0-0", "v1-1"], documents(videos)[20:])
    index = open_index(tmp_path)
    everything = index.search(SearchRequest("rights", limit=None))
    assert everything.total == len(everything.hits) == 56
    pages = [index.search(SearchRequest("rights", limit=7, offset=at)) for at in range(0, 60, 7)]
    assert tuple(hit for page in pages for hit in page.hits) == everything.hits
    assert {page.total for page in pages} == {56}
    assert index.search(SearchRequest("rights", limit=7, offset=900)).hits == ()
    in_video = index.search(SearchRequest("rights", video="v2-2", limit=1, offset=1))
    assert (in_video.total, [hit.speaker for hit in in_video.hits]) == (2, [MARC])


def test_a_quote_that_occurs_often_has_pages_too(tmp_path: Path) -> None:
    lines: list[Line] = [(INES, "we are the people here"), (MARC, "yes")] * 9
    index = index_of(tmp_path, {("a", "en"): read("en", lines)})
    answer = index.search(SearchRequest("we are the people here", limit=4, offset=4))
    assert (answer.kind, answer.total) == ("quote", 9)
    assert starts_ms(answer) == [n * 2 * CUE_MS for n in range(4, 8)]


def test_alike_places_are_bounded(tmp_path: Path) -> None:
    lines: list[Line] = [(INES, "we are the people here"), (MARC, "yes")] * 24
    index = index_of(tmp_path, {("a", "en"): read("en", lines)})
    assert 1 <= index.search(SearchRequest("we were the people here")).total <= 100


def _files(folder: Path) -> dict[str, tuple[int, str]]:
    return {
        path.name: (path.stat().st_ino, hashlib.sha256(path.read_bytes()).hexdigest())
        for path in folder.iterdir()
    }


def test_an_update_removes_and_adds_and_leaves_the_old_index_as_it_was(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    build_index(old, documents(VIDEOS))
    before = _files(old)
    for path in old.iterdir():
        os.link(path, new / path.name)
    added: dict[Key, Read] = {
        ("press", "fr"): read("fr", [(ROSA, "La dignité d'abord.")]),
        ("mill", "en"): read("en", [(ROSA, "Human hands run the mill.")]),
    }
    update_index(new, ["dairy", "press", "nowhere"], documents(added))
    assert _files(old) == before
    index = open_index(new)
    assert answers(index, "human") == ["mill: Human"]
    assert index.search(SearchRequest("human", limit=1)).total == 1
    assert answers(index, "dignite") == ["press: dignité"]
    assert answers(index, "sombra") == ["huerta: sombra"]
    assert answers(open_index(old), "cows") == ["dairy: cows"]


def test_an_empty_index_answers(tmp_path: Path) -> None:
    build_index(tmp_path, [])
    index = open_index(tmp_path)
    for query in ("human", "human rights", "no more fear of the barn", "-a", "speaker:ines", ""):
        assert index.search(SearchRequest(query)) == Answer(query, "words", 0, ())
    index.close()


def test_videos_without_a_word_are_no_trouble(tmp_path: Path) -> None:
    videos = {
        ("silent", "en"): read("en", []),
        ("music", "en"): read("en", [(INES, "[music]"), (MARC, "...")]),
        ("giant", "en"): read("en", [(INES, "x" * 100_000)]),
    }
    index = index_of(tmp_path, videos)
    assert index.search(SearchRequest("music")).total == 0
    assert index.search(SearchRequest("speaker:marc OR rosa")).total == 0
    assert (
        index.search(SearchRequest("speaker:marc")).total
        + index.search(SearchRequest("speaker:ines")).total
        == 2
    )


@pytest.mark.slow
def test_eight_threads_at_once_get_the_same_answers(index: SearchIndex) -> None:
    queries = [query for query, *_ in QUOTES] + ["rights", "human rights", "speaker:ines", "組"]
    expected = [index.search(SearchRequest(query)) for query in queries]

    def ask(_thread: int) -> list[Answer]:
        return [index.search(SearchRequest(query)) for query in queries for _ in range(3)][::3]

    with ThreadPoolExecutor(8) as threads:
        assert all(found == expected for found in threads.map(ask, range(16)))


# Whoosh leaves the broken file open for the garbage collector to close.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_damaged_index_is_no_index(tmp_path: Path) -> None:
    build_index(tmp_path, documents(VIDEOS))
    for path in tmp_path.iterdir():
        path.write_bytes(path.read_bytes()[:7])
    with pytest.raises(DamagedError):
        open_index(tmp_path)
