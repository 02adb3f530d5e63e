from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from showcase.core.search.hit_builder import ExtendedPassage, build_hit
from showcase.core.search.results import Hit
from showcase.core.text.spans import Span
from showcase.core.timing.moments import Moment
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.transcript import Transcript
from tests.sample_videos import CUE_MS, INES, MARC, ROSA, Line, read


def extend_passage(transcript: Transcript, passage: Passage) -> ExtendedPassage:
    """A passage of a transcript, with all that follows it."""
    at = passage.span.start
    words = transcript.words[passage.words.start :]
    return ExtendedPassage(
        language=transcript.language,
        number=passage.number,
        key=passage.key,
        voice=passage.voice,
        text_start=at,
        passage_span=Span(0, passage.span.end - at),
        passage_cue_count=len(passage.cues),
        text=transcript.text[at:],
        cues=transcript.cues[passage.cues.start :],
        cue_spans=[
            Span(span.start - at, span.end - at)
            for span in transcript.cue_spans[passage.cues.start :]
        ],
        starts=[word.start - at for word in words],
        ends=[word.end - at for word in words],
    )


def hit_of(words: list[int], lines: list[Line], passage: int = 0) -> Hit:
    """The hit of some words of a passage."""
    transcript, passages = read("en", lines)
    return build_hit("dairy", extend_passage(transcript, passages[passage]), words)


def cut(hit: Hit, spans: tuple[Span, ...]) -> list[str]:
    return [hit.text[span.start : span.end] for span in spans]


def test_a_hit_says_what_was_found_where_and_when() -> None:
    lines: list[Line] = [
        (ROSA, "Yes."),
        (INES, "no human rights"),
        (INES, "or human"),
        (MARC, "No."),
    ]
    hit = hit_of([1, 2, 4], lines, 1)
    assert (hit.video, hit.language, hit.speaker) == ("dairy", "en", INES)
    assert (hit.passage, hit.key, hit.text_start) == (1, f"p{CUE_MS}", len("Yes. "))
    assert hit.text == "no human rights or human"
    assert cut(hit, hit.marks) == ["human", "rights", "human"]
    assert cut(hit, hit.matches) == ["human rights", "human"]
    assert hit.match_starts_ms == (CUE_MS + 600, 2 * CUE_MS + 1_125)
    assert hit.moment == Moment(CUE_MS + 600, 3 * CUE_MS)
    assert hit.similarity == 1.0


def test_the_text_of_a_hit_reaches_as_far_as_its_matches() -> None:
    lines: list[Line] = [(INES, "human"), (MARC, "rights"), (ROSA, "matter here"), (INES, "Yes.")]
    hit = hit_of([0, 1, 2], lines)
    assert hit.text == "human rights matter here"
    assert cut(hit, hit.matches) == ["human rights matter"]


def test_without_matched_words_the_moment_is_the_passage() -> None:
    hit = hit_of([], [(ROSA, "Yes."), (INES, "no"), (INES, "fear"), (MARC, "No.")], 1)
    assert hit.text == "no fear"
    assert (hit.marks, hit.matches, hit.match_starts_ms) == ((), (), ())
    assert hit.moment == Moment(CUE_MS, 3 * CUE_MS)


def test_a_moment_is_never_empty() -> None:
    transcript, passages = read("en", [(INES, "a" * CUE_MS * 2)])
    short = transcript.words[0]._replace(end=1)
    squeezed = replace(transcript, words=(short,))
    assert build_hit("dairy", extend_passage(squeezed, passages[0]), [0]).moment == Moment(0, 1)


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


@given(LINES, st.data())
def test_marks_are_whole_words_in_order_and_matches_are_made_of_them(
    lines: list[Line], data: st.DataObject
) -> None:
    transcript, passages = read("en", lines)
    passage = data.draw(st.sampled_from([p for p in passages if p.words] or passages))
    left = len(transcript.words) - passage.words.start
    words = data.draw(st.sets(st.integers(0, max(left - 1, 0)), max_size=left))
    hit = build_hit("made", extend_passage(transcript, passage), words)
    assert hit.text == transcript.text[hit.text_start : hit.text_start + len(hit.text)]
    said = [transcript.words[passage.words.start + number] for number in sorted(words)]
    marks = [Span(mark.start + hit.text_start, mark.end + hit.text_start) for mark in hit.marks]
    assert marks == [Span(word.start, word.end) for word in said]
    inside = [[m for m in hit.marks if a <= m.start and m.end <= b] for a, b in hit.matches]
    assert [m for some in inside for m in some] == [*hit.marks]
    assert len(hit.match_starts_ms) == len(hit.matches)
    assert hit.moment is not None
    assert hit.moment.end_ms is not None
    assert hit.moment.start_ms < hit.moment.end_ms


def test_words_without_times_are_found_without_a_moment() -> None:
    transcript, passages = read("en", [(INES, "no human rights")])
    untimed = replace(extend_passage(transcript, passages[0]), has_times=False)
    for words in ([1, 2], []):
        hit = build_hit("dairy", untimed, words)
        assert hit.moment is None
        assert set(hit.match_starts_ms) <= {None}
