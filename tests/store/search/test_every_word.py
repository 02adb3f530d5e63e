"""Every word and every phrase of the transcripts that come with the showcase is found in its place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showcase.core.search.results import Answer
from showcase.core.search.search_request import SearchRequest
from showcase.core.text.spans import Span
from showcase.core.transcript.transcript import Transcript
from showcase.store.search.stemmer import stem_function
from showcase.store.snapshots.library import Library, Snapshot
from tests.conftest import examples

TRANSCRIPTS = Path(__file__).parents[3] / "transcripts"
MORE = settings(max_examples=examples(150))


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    library = Library(TRANSCRIPTS, tmp_path_factory.mktemp("state"))
    yield library.snapshot()
    library.close()


def transcripts(snapshot: Snapshot) -> list[tuple[str, Transcript]]:
    return [
        (video.slug, snapshot.transcript(video.slug, track.language))
        for video in snapshot.catalog.videos
        for track in video.speech_tracks
    ]


def marked(answer: Answer) -> set[Span]:
    """The marked characters of the running text."""
    return {
        Span(hit.text_start + mark.start, hit.text_start + mark.end)
        for hit in answer.hits
        for mark in hit.marks
    }


def search(snapshot: Snapshot, text: str, slug: str, transcript: Transcript) -> Answer:
    question = SearchRequest(
        text, video=slug, languages=(transcript.language,), limit=None, facets=False
    )
    return snapshot.search(question)


@pytest.mark.slow
def test_every_word_is_found_at_its_place_and_only_words_like_it_are_marked(
    snapshot: Snapshot,
) -> None:
    looked_at = 0
    for slug, transcript in transcripts(snapshot):
        stem = stem_function(transcript.language)
        by_form: dict[str, set[Span]] = {}
        for word in transcript.words:
            by_form.setdefault(word.form, set()).add(Span(word.start, word.end))
        for form, places in by_form.items():
            marks = marked(search(snapshot, form, slug, transcript))
            assert places <= marks, form
            said = {word for word in transcript.words if Span(word.start, word.end) in marks}
            assert len(said) == len(marks), "a mark is a whole word"
            for word in said:
                compounds = (other.compound for other in transcript.words)
                assert (
                    form in word.forms
                    or form in compounds
                    or any(stem(part) == stem(form) for part in word.forms)
                ), (form, word)
            looked_at += len(places)
    assert looked_at > 500


@MORE
@given(st.data())
@pytest.mark.slow
def test_every_row_of_words_is_found_at_its_place_as_a_phrase(
    snapshot: Snapshot, data: st.DataObject
) -> None:
    slug, transcript = data.draw(st.sampled_from(transcripts(snapshot)))
    first = data.draw(st.integers(0, len(transcript.words) - 1))
    run = transcript.words[first : first + data.draw(st.integers(1, 40))]
    typed = transcript.text[run[0].start : run[-1].end]
    forms = " ".join(word.form for word in run)
    for query in (f'"{forms}"', typed.replace('"', " "), typed.upper(), f"«{forms}»"):
        answer = search(snapshot, query, slug, transcript)
        assert {Span(word.start, word.end) for word in run} <= marked(answer), query
        assert answer.total == len(answer.hits) > 0
        assert all(hit.similarity == 1 for hit in answer.hits)


@MORE
@given(st.data())
def test_a_quote_leads_to_its_first_and_last_word(snapshot: Snapshot, data: st.DataObject) -> None:
    """Whatever is in the middle: a word left out, another one, an ellipsis."""
    slug, transcript = data.draw(st.sampled_from(transcripts(snapshot)))
    size = data.draw(st.integers(8, 40))
    first = data.draw(st.integers(0, len(transcript.words) - size))
    run = transcript.words[first : first + size]
    words = [transcript.text[word.start : word.end] for word in run]
    at = data.draw(st.integers(3, size - 4))
    words[at] = data.draw(st.sampled_from(["", "…", "[...]", "zanzibar", words[at] + " really"]))
    answer = search(snapshot, " ".join(words), slug, transcript)
    assert answer.kind == "quote"
    marks = marked(answer)
    assert Span(run[0].start, run[0].end) in marks
    assert Span(run[-1].start, run[-1].end) in marks


@pytest.mark.parametrize(
    "text",
    [
        "of the network … in the video One",
        "the network are … video One is",
        "network are in the … One is the",
        "in the video … is the Worker Rights",
    ],
)
def test_an_ellipsis_leads_no_quote_to_earlier_places_with_the_same_words(
    snapshot: Snapshot, text: str
) -> None:
    """Windows around an ellipsis are wide: many contain all words, and those that begin right come first."""
    [(slug, transcript)] = [found for found in transcripts(snapshot) if found[1].language == "en"]
    answer = search(snapshot, text, slug, transcript)
    assert (answer.kind, [hit.similarity for hit in answer.hits]) == ("quote", [1])
    said = transcript.text.lower().index("network are in the video")
    places = sorted(mark.start for mark in marked(answer))
    assert said - len("of the ") <= places[0] <= places[-1] <= said + 60
