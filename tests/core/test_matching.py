import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.hits import Answer, Hit
from showcase.core.matching import build_hit, matched_words, runs
from showcase.core.moments import Moment
from showcase.core.queries import scan
from showcase.core.spans import Span
from tests.cast import CUE_MS, INES, MARC, ROSA, Line, Read, read


def without_ending(word: str) -> str:
    """A stemmer for tests."""
    return word.removesuffix("ing").removesuffix("e")


def marked(query: str, lines: list[Line], passage: int = 0, language: str = "en") -> list[str]:
    """The words that are marked for a query in one passage of these lines."""
    transcript, passages = read(language, lines)
    words = matched_words(scan(query), transcript, passages[passage], without_ending)
    spans = [transcript.words[number] for number in sorted(words)]
    return [transcript.text[word.start : word.end] for word in spans]


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
        ("organ", "organize", []),
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
        ("workerdriven", "a worker driven thing", []),
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
    query: str, text: str, expected: list[str]
) -> None:
    assert marked(query, [(INES, text)]) == expected


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
    query: str, lines: list[Line], expected: list[str]
) -> None:
    assert marked(query, lines) == expected


def hit_of(query: str, lines: list[Line], passage: int = 0) -> Hit:
    transcript, passages = read("en", lines)
    words = matched_words(scan(query), transcript, passages[passage], without_ending)
    return build_hit("dairy", transcript, passages[passage], words)


def cut(hit: Hit, spans: tuple[Span, ...]) -> list[str]:
    return [hit.text[span.start : span.end] for span in spans]


def test_a_hit_says_what_was_found_where_and_when() -> None:
    hit = hit_of(
        "human OR rights", [(ROSA, "Yes."), (INES, "no human rights"), (INES, "or human")], 1
    )
    assert (hit.video, hit.language, hit.speaker) == ("dairy", "en", INES)
    assert (hit.passage, hit.key, hit.at) == (1, f"p{CUE_MS}", len("Yes. "))
    assert hit.text == "no human rights or human"
    assert cut(hit, hit.marks) == ["human", "rights", "human"]
    assert cut(hit, hit.matches) == ["human rights", "human"]
    assert hit.match_starts_ms == (CUE_MS + 600, 2 * CUE_MS + 1_125)
    assert hit.moment == Moment(CUE_MS + 600, 3 * CUE_MS)
    assert hit.similarity == 1.0


def test_the_text_of_a_hit_reaches_as_far_as_its_matches() -> None:
    hit = hit_of("human rights matter", [(INES, "human"), (MARC, "rights"), (ROSA, "matter here")])
    assert hit.text == "human rights matter here"
    assert cut(hit, hit.matches) == ["human rights matter"]


def test_without_matched_words_the_moment_is_the_passage() -> None:
    hit = hit_of("speaker:ines", [(ROSA, "Yes."), (INES, "no"), (INES, "fear")], 1)
    assert (hit.marks, hit.matches, hit.match_starts_ms) == ((), (), ())
    assert hit.moment == Moment(CUE_MS, 3 * CUE_MS)


def test_a_moment_is_never_empty() -> None:
    transcript, passages = read("en", [(INES, "a" * CUE_MS * 2)])
    word = transcript.words[0]
    short = (word._replace(end=1),)
    squeezed = type(transcript)(
        transcript.language, transcript.cues, transcript.text, transcript.cue_spans, short, (0,)
    )
    assert build_hit("dairy", squeezed, passages[0], [0]).moment == Moment(0, 1)


def test_an_answer_counts_the_matches_of_its_hits() -> None:
    hit = hit_of("human OR rights", [(INES, "human rights or human")])
    assert Answer("human OR rights", "words", 1, (hit, hit)).matches == 4


LINES = st.lists(
    st.tuples(
        st.sampled_from([INES, MARC, None]),
        st.lists(
            st.sampled_from(["a", "b", "worker-driven", "l’homme", "田ん", "no.", "[", ""]), max_size=6
        ).map(" ".join),
    ),
    min_size=1,
    max_size=8,
)  # fmt: skip


def found(query: str, video: Read) -> list[Hit]:
    """The hits of every passage that has any."""
    transcript, passages = video
    return [
        build_hit("made", transcript, passage, words)
        for passage in passages
        if (words := matched_words(scan(query), transcript, passage, without_ending))
    ]


@given(LINES, st.data())
def test_words_in_a_row_are_found_where_they_begin(lines: list[Line], data: st.DataObject) -> None:
    transcript, passages = video = read("en", lines)
    size = data.draw(st.integers(1, 12))
    first = data.draw(st.integers(0, max(0, len(transcript.words) - size)))
    forms = [word.form for word in transcript.words[first : first + size]]
    if len(forms) != size:
        return
    assert first in runs(forms, transcript.words, range(len(transcript.words)))
    hits = found('"' + " ".join(forms) + '"', video)
    own = next(passage for passage in passages if first in passage.words)
    hit = next(hit for hit in hits if hit.passage == own.number)
    marks = [Span(mark.start + hit.at, mark.end + hit.at) for mark in hit.marks]
    expected = [Span(*word[:2]) for word in transcript.words[first : first + size]]
    assert set(expected) <= set(marks)


@given(
    LINES,
    st.lists(st.sampled_from(["a", "b", "worker-driven", '"a b"', "田ん", "homme"]), min_size=1),
)
def test_marks_are_whole_words_in_order_and_matches_are_made_of_them(
    lines: list[Line], terms: list[str]
) -> None:
    transcript, _ = video = read("en", lines)
    spans = {Span(*word[:2]) for word in transcript.words}
    for hit in found(" ".join(terms), video):
        assert hit.text == transcript.text[hit.at : hit.at + len(hit.text)]
        assert [*hit.marks] == sorted(set(hit.marks))
        assert {Span(m.start + hit.at, m.end + hit.at) for m in hit.marks} <= spans
        inside = [[m for m in hit.marks if a <= m.start and m.end <= b] for a, b in hit.matches]
        assert [m for marks in inside for m in marks] == [*hit.marks]
        assert len(hit.match_starts_ms) == len(hit.matches)
        assert hit.moment.end_ms is not None
        assert hit.moment.start_ms < hit.moment.end_ms
