"""The passages of one speaker, read from the index."""

from collections.abc import Iterator

import pytest

from showcase.core.timing.moments import Moment
from showcase.core.transcript.passages import build_passages
from showcase.core.transcript.spoken_passages import SpokenPassages, VoiceInVideo
from showcase.core.transcript.transcript import build_transcript
from showcase.store.search.search_index import SearchIndex
from tests.sample_videos import CUE_MS, INES, ROSA, archive, cues, index_of


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    videos = archive()
    lines = (
        (INES, "We milked the cows."),
        (INES, "[bell]"),
        (ROSA, "[applause]"),
        (ROSA, "No more fear."),
    )
    transcript = build_transcript("en", cues(lines), has_times=False)
    videos["plain", "en"] = transcript, build_passages(transcript)
    opened = index_of(tmp_path_factory.mktemp("index"), videos)
    yield opened
    opened.close()


def test_they_are_those_of_the_transcript_in_order(index: SearchIndex) -> None:
    transcript, passages = archive()["dairy", "en"]
    found = index.spoken_passages(VoiceInVideo("dairy", "en", INES), 0, 100)
    own = [passage for passage in passages if passage.voice == INES and passage.words]
    assert found.total == len(own)
    assert [passage.key for passage in found.passages] == [passage.key for passage in own]
    assert [passage.moment for passage in found.passages] == [passage.moment for passage in own]
    assert [passage.text for passage in found.passages] == [
        transcript.text[passage.span.start : passage.span.end] for passage in own
    ]


def test_a_part_of_them_tells_how_many_there_are(index: SearchIndex) -> None:
    asked = VoiceInVideo("dairy", "en", INES)
    whole = index.spoken_passages(asked, 0, 100)
    assert whole.total > 1
    assert index.spoken_passages(asked, 1, 1) == SpokenPassages(whole.total, whole.passages[1:2])
    assert index.spoken_passages(asked, 100, 5) == SpokenPassages(whole.total)


def test_without_times_there_is_no_moment_and_sounds_are_no_passage(index: SearchIndex) -> None:
    found = index.spoken_passages(VoiceInVideo("plain", "en", ROSA), 0, 9)
    assert [(passage.text, passage.moment) for passage in found.passages] == [
        ("No more fear.", None)
    ]


@pytest.mark.parametrize(
    "asked", [("nothing", "en", INES), ("dairy", "es", INES), ("dairy", "en", "Nobody")]
)
def test_what_the_index_does_not_have_has_no_passages(
    index: SearchIndex, asked: tuple[str, str, str]
) -> None:
    assert index.spoken_passages(VoiceInVideo(*asked), 0, 9) == SpokenPassages()


def test_moments_are_those_of_the_cues(index: SearchIndex) -> None:
    (first, *_) = index.spoken_passages(VoiceInVideo("huerta", "es", INES), 0, 9).passages
    assert first.moment == Moment(0, 2 * CUE_MS)
