"""Transcripts without times, spread over the length of the recording."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.errors import ContentError
from showcase.store.captions.read_options import ReadOptions
from showcase.store.captions.reader import CaptionFile, read_captions
from tests.store.captions.word_documents import docx

TEXT = """ANA: We came in the spring. All of us?

BO: Yes, all of us, with our tools and our songs.
ANA: Good."""


def read(
    text: str | bytes, name: str = "captions.en.txt", duration_ms: int = 60_000
) -> CaptionFile:
    data = text if isinstance(text, bytes) else text.encode()
    return read_captions(data, name, ReadOptions("captions", "en", duration_ms=duration_ms))


def test_words_are_spread_over_the_recording_by_their_characters() -> None:
    file = read(f"{'a' * 30}.\n{'b' * 61}.\n{'c' * 30}.")
    assert [(cue.start_ms, cue.end_ms) for cue in file.cues] == [
        (0, 15_000),
        (15_000, 45_000),
        (45_000, 60_000),
    ]
    assert file.timing == "spread"


def test_speakers_are_read_and_the_owner_is_told() -> None:
    file = read(TEXT)
    assert [(cue.voice, cue.text) for cue in file.cues] == [
        ("ANA", "We came in the spring. All of us?"),
        ("BO", "Yes, all of us, with our tools and our songs."),
        ("ANA", "Good."),
    ]
    assert [(note.code, note.place) for note in file.notes] == [("spread-times", "captions.en.txt")]
    assert file.faults == ()


def test_a_word_document_is_read_the_same() -> None:
    file = read(docx(TEXT.splitlines()), "captions.en.docx")
    assert file.cues == read(TEXT).cues


def test_long_paragraphs_are_cut_at_the_ends_of_sentences() -> None:
    sentence = "We pick tomatoes in the sun, and then we carry them to the truck. "
    cues = read(sentence * 20).cues
    assert [cue.text for cue in cues] == [sentence.strip()] * 20
    assert (cues[0].start_ms, cues[-1].end_ms) == (0, 60_000)


@pytest.mark.parametrize(
    ("text", "name", "duration_ms", "message"),
    [
        (TEXT, "captions.en.vtt", 60_000, "has no timing line"),
        ("", "captions.en.txt", 60_000, "is empty"),
        ("... \n ?!", "captions.en.txt", 60_000, "has no timing line"),
        ("{\\rtf1 Hello}", "captions.en.txt", 60_000, "is an RTF document"),
        ("%PDF-1.4 Hello", "captions.en.txt", 60_000, "is a PDF document"),
        ("\x00\x01\x02\x03" * 99, "captions.en.txt", 60_000, "is binary data"),
        ("<!doctype html><p>Hello", "captions.en.txt", 60_000, "is an HTML page"),
    ],
)  # fmt: skip
def test_what_is_no_transcript_is_refused(
    text: str, name: str, duration_ms: int, message: str
) -> None:
    with pytest.raises(ContentError) as caught:
        read(text, name, duration_ms)
    assert message in str(caught.value)


def test_without_a_length_cues_have_no_times_and_the_owner_is_told_how_to_get_them() -> None:
    file = read(TEXT, duration_ms=0)
    assert file.timing == "none"
    assert [(cue.voice, cue.text) for cue in file.cues] == [
        (cue.voice, cue.text) for cue in read(TEXT).cues
    ]
    assert [(cue.start_ms, cue.end_ms) for cue in file.cues] == [(0, 1), (1, 2), (2, 3)]
    assert {speaker.start_ms for speaker in file.speakers} == {None}
    [note] = file.notes
    assert note.code == "no-times"
    assert 'duration = "2:34"' in note.fix


def test_an_offset_moves_nothing_where_there_are_no_times() -> None:
    options = ReadOptions("captions", "en", offset_ms=-3_600_000)
    assert (
        read_captions(TEXT.encode(), "captions.en.txt", options).cues
        == read(TEXT, duration_ms=0).cues
    )


def test_a_file_with_times_is_not_spread() -> None:
    srt = "1\n00:00:01,000 --> 00:00:02,000\nHello\n"
    assert [(cue.start_ms, cue.end_ms) for cue in read(srt).cues] == [(1000, 2000)]
    assert read(srt).timing == "exact"


@given(st.text(st.characters(codec="utf-8"), max_size=300), st.integers(0, 10**8))
def test_words_stay_in_order_within_the_recording(text: str, duration_ms: int) -> None:
    try:
        cues = read(text, duration_ms=duration_ms).cues
    except ContentError:
        return
    assert [cue.start_ms for cue in cues] == sorted(cue.start_ms for cue in cues)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("We came. [00:01]\n\nAll of us. [00:05]", 1),
        ("Title\nWe came (0:01).\nAll of us ٠:٠٥.", 2),
        ("rosa: [00:01] We came.\nbo: [00:05] All of us.", 1),
        ("We came. ［００：０１］", 1),
        ("At 00:00:01:We came.\nAt 00:00:04:All of us.", 1),
    ],
)
def test_times_in_the_middle_or_at_the_end_of_lines_are_noted(text: str, line: int) -> None:
    found = {note.code: note.line for note in read(text).notes}
    assert found["spread-times"] is None
    assert found["times-in-text"] == line


@pytest.mark.parametrize(
    "text", ["We met at 10:30.\nWe left.", "Then 12:75 or 1:2.", "The score was 1:2:3:4."]
)
def test_a_time_of_day_in_a_few_lines_is_words(text: str) -> None:
    assert [note.code for note in read(text).notes] == ["spread-times"]
