"""Transcripts in JSON, as the programs that hear speech write them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.captions.cues import Cue
from showcase.errors import ContentError
from showcase.store.captions.reader import CaptionFile, read_captions
from showcase.store.captions.spoken_words import SpokenWord, align_words
from tests.store.captions.json_samples import NAMED, UNNAMED, word

NAME = "captions.en.json"


def read(value: object, name: str = NAME) -> CaptionFile:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1)
    return read_captions(text.encode(), name)


def said(value: object) -> list[tuple[int, int, str | None, str]]:
    return [(cue.start_ms, cue.end_ms, cue.voice, cue.text) for cue in read(value).cues]


def word_times(cue: Cue) -> list[tuple[str, int]]:
    return [(cue.text[word.at :].split()[0], word.start_ms) for word in cue.words]


def error(text: str | bytes) -> str:
    with pytest.raises(ContentError) as caught:
        read_captions(text if isinstance(text, bytes) else text.encode(), NAME)
    return str(caught.value)


@pytest.mark.parametrize("value", UNNAMED.values(), ids=UNNAMED)
def test_what_nobody_is_named_for_is_read(value: object) -> None:
    assert said(value) == [(1000, 2000, None, "We pick."), (2500, 4000, None, "All of it?")]


@pytest.mark.parametrize(("speakers", "value"), NAMED.values(), ids=NAMED)
def test_who_speaks_is_said_as_the_file_has_it(speakers: tuple[str, str], value: object) -> None:
    first, second = speakers
    assert said(value) == [(1000, 2000, first, "We pick."), (2500, 4000, second, "All of it?")]
    assert (read(value).faults, read(value).skipped_cue_count) == ((), 0)


WORD_TIMES = ("YouTube json3, automatic", "Whisper", "whisper.cpp", "Google", "Watson")


@pytest.mark.parametrize("name", WORD_TIMES)
def test_words_keep_their_times(name: str) -> None:
    assert word_times(read(UNNAMED[name]).cues[0]) == [("We", 1000), ("pick.", 1400)]


def test_a_word_without_a_time_goes_on_with_the_one_before() -> None:
    assert word_times(read(NAMED["whisperX"][1]).cues[0]) == [("We", 1000)]


def test_words_of_a_script_without_spaces_are_joined_without_spaces() -> None:
    words = [word(text, 1 + at, 2 + at) for at, text in enumerate("農園で働く人")]
    cue = read({"segments": [{"start": 1, "end": 7, "text": "農園で働く人", "words": words}]}).cues[
        0
    ]
    assert (cue.text, len(cue.words)) == ("農園で働く人", 6)
    assert [cue.text for cue in read({"words": words}).cues] == ["農園で働く人"]


def test_all_text_of_a_segment_is_kept_whatever_its_words_are() -> None:
    words = [word("We", 1.0, 1.2), word("never", 1.2, 1.4), word("pick", 1.4, 2.0)]
    cue = read(
        {"segments": [{"start": 1, "end": 2, "text": "Oh! We do pick it.", "words": words}]}
    ).cues[0]
    assert (cue.text, word_times(cue)) == ("Oh! We do pick it.", [("Oh!", 1000), ("pick", 1400)])


def test_text_is_no_markup() -> None:
    text = "a < b <i>and</i> c > d & <00:01.000> &amp;"
    assert (
        read([{"start": 1, "end": 2, "text": text}])
        .cues[0]
        .text.startswith("a < b <i>and</i> c > d & <00:01")
    )


def test_automatic_lines_end_when_the_next_begins() -> None:
    segs = [{"utf8": "one"}, {"utf8": " two", "tOffsetMs": 9}]
    events = [{"tStartMs": at, "dDurationMs": 4000, "segs": segs} for at in (1000, 3000)]
    assert [cue.end_ms for cue in read({"events": events}).cues] == [3000, 7000]


def test_captions_of_two_people_may_overlap() -> None:
    events = [
        {"tStartMs": at, "dDurationMs": 4000, "segs": [{"utf8": "one\ntwo"}]} for at in (1000, 3000)
    ]
    assert [cue.end_ms for cue in read({"events": events}).cues] == [5000, 7000]


def test_a_speaker_within_a_segment_gets_the_words_that_the_file_gives_him() -> None:
    words = [
        word("Yes.", 1, 2, speaker="A"),
        word("No.", 2, 3, speaker="B"),
        word("Well.", 3, 4, speaker="A"),
    ]
    segment = {"start": 1, "end": 4, "text": "Yes. No. Well.", "speaker": "A", "words": words}
    assert said({"segments": [segment]}) == [
        (1000, 2000, "Speaker A", "Yes."),
        (2000, 3000, "Speaker B", "No."),
        (3000, 4000, "Speaker A", "Well."),
    ]


def test_a_segment_without_a_speaker_is_nobodys_in_a_file_that_names_them() -> None:
    segments = [
        {"start": 1, "end": 2, "text": "One", "speaker": "Ana"},
        {"start": 2, "end": 3, "text": "Two"},
    ]
    assert [cue.voice for cue in read({"segments": segments}).cues] == ["Ana", None]


@pytest.mark.parametrize(
    "nobody", ["", "Unknown Speaker", "unknown", None, True, 1.5, [], -1, 10**30]
)
def test_who_is_not_known_is_not_named(nobody: object) -> None:
    segments = [{"start": 1, "end": 2, "text": "One", "speaker": nobody}]
    assert read({"segments": segments}).cues[0].voice is None


def test_many_words_become_cues_of_a_sentences_part() -> None:
    text = "We pick tomatoes in the sun. And then we carry them to the truck, all day long. " * 5
    words = [word(w, at * 0.3, at * 0.3 + 0.25) for at, w in enumerate(text.split())]
    cues = read({"words": words, "text": text}).cues
    assert " ".join(cue.text for cue in cues) == text.strip()
    assert [cue.text for cue in cues[:2]] == [
        "We pick tomatoes in the sun.",
        "And then we carry them to the truck, all day long.",
    ]
    assert sum(len(cue.words) for cue in cues) == len(words)


def test_a_pause_ends_a_cue_of_words() -> None:
    segments = [{"startTime": at, "endTime": at + 0.5, "body": "word"} for at in (1, 1.5, 4, 4.5)]
    assert [(cue.start_ms, cue.end_ms) for cue in read({"segments": segments}).cues] == [
        (1000, 2000),
        (4000, 5000),
    ]


def notes(value: object) -> list[str]:
    return [str(note) for note in read(value).notes]


def test_words_heard_with_doubt_are_named_to_the_owner() -> None:
    words = [word(f" w{at}", at, at + 0.5, probability=at / 10) for at in range(1, 10)]
    text = "".join(str(each["word"]) for each in words)
    found = notes({"segments": [{"start": 1, "end": 10, "text": text, "words": words}]})
    worst = '"w1" at 0:01 (10 %), "w2" at 0:02 (20 %), "w3" at 0:03 (30 %), "w4" at 0:04 (40 %)'
    fix = "listen to them, and correct what is wrong"
    assert found == [f"{NAME}:3: 4 of 9 words were heard with doubt: {worst}: {fix}"]


def test_a_certainty_of_zero_says_nothing_on_youtube() -> None:
    segs = [{"utf8": "a", "acAsrConf": 0}, {"utf8": " b", "tOffsetMs": 5, "acAsrConf": 51}]
    (note,) = notes({"events": [{"tStartMs": 1, "dDurationMs": 900, "segs": segs}]})
    assert '1 of 1 words were heard with doubt: "b" at 0:00 (20 %)' in note


def test_a_segment_that_cannot_be_read_is_named_by_its_line() -> None:
    good, bad = '{"start": 1, "end": 2, "text": "One"}', '{"start": -3, "end": 2, "text": "Two"}'
    text = f'{{"segments": [\n{good},\n{bad},\n5]}}'
    file = read(text)
    assert [str(fault).split(": ")[0] for fault in file.faults] == [f"{NAME}:3", f"{NAME}:4"]
    assert (len(file.cues), file.skipped_cue_count) == (1, 2)


def test_not_a_number_is_no_certainty() -> None:
    text = (
        '{"segments": [{"start": 1, "end": 2, "text": "NaN \\ud83d or Infinity", "p": -Infinity}]}'
    )
    assert read(text).cues[0].text == "NaN \ufffd or Infinity"


REFUSED: list[tuple[str, str]] = [
    ('{"type": "FeatureCollection", "features": []}', f"{NAME}: is JSON, but not a transcript"),
    ('{"segments": []}', f"{NAME}: is JSON, but not a transcript"),
    ('{"id": "x", "title": "t", "formats": [{"url": "u"}]}', '"id", "title", "formats"'),
    ('[["a"], ["b"]]', "(a list)"),
    ('{"segments": [\n{"start": 1,\n "text": "cut', f"{NAME}:3: the JSON is cut off"),
    ('{"segments": [\n{"start": 1,,\n "text": ""}]}', f"{NAME}:2: the JSON is damaged here"),
    ("[" * 100_000, f"{NAME}:1: the JSON is cut off or nested too deeply"),
    ('{"segments": ' + "[" * 100_000 + "]" * 100_000 + "}", "nested too deeply"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_other_json_and_damaged_json_is_refused_with_its_line(text: str, message: str) -> None:
    assert message in error(text)


@pytest.mark.parametrize(
    "start",
    ["-1", "1e300", "1e999", '"x"', "null", "[]", "{}", "true", "9" * 400, '"' + "9" * 400 + '"'],
)
def test_a_time_that_is_none_leaves_only_that_segment_out(start: str) -> None:
    good, bad = (
        '{"start": 1, "end": 2, "text": "One"}',
        f'{{"start": {start}, "end": 2, "text": "Two"}}',
    )
    text = f'{{"segments": [{good}, {bad}]}}'
    try:
        file = read(text)
    except ContentError:  # 1e999 is no number that JSON can have here.
        return
    assert ([cue.text for cue in file.cues], file.skipped_cue_count) == (["One"], 1)


def samples() -> list[bytes]:
    return [
        json.dumps(value).encode()
        for value in (*UNNAMED.values(), *(value for _, value in NAMED.values()))
    ]


@pytest.mark.parametrize("data", samples(), ids=[*UNNAMED, *NAMED])
def test_a_cut_file_is_an_error_that_names_a_line(data: bytes) -> None:
    for end in range(1, len(data), 7):
        assert f"{NAME}" in error(data[:end])


KEYS = [
    "segments", "words", "text", "start", "end", "speaker", "word", "events", "tStartMs", "segs", "utf8",
    "transcription", "offsets", "from", "to", "tokens", "monologues", "elements", "ts", "value", "results",
    "channels", "alternatives",
    "items", "start_time", "content", "transcripts", "start_offset", "timestamps", "transcript",
    "utterances", "speakers", "id", "name", "chunks", "timestamp", "type", "p",
]  # fmt: skip
JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=9)
    | st.sampled_from(["1", "0:01", "A"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(KEYS),
            inner,
            max_size=6,
        )
    ),
    max_leaves=40,
)


@given(JSON_VALUES)
def test_no_json_breaks_the_reader(value: object) -> None:
    for text in (
        json.dumps(value),
        json.dumps({"segments": value}),
        json.dumps({"results": {"items": value}}),
    ):
        try:
            read_captions(text.encode(), NAME)
        except ContentError:
            continue


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), max_size=9),
        max_size=9,
    ),
    st.text(max_size=30),
)
def test_no_character_is_lost_by_aligning(words: list[str], text: str) -> None:
    aligned = align_words(text, [SpokenWord(each, at) for at, each in enumerate(words)])
    assert "".join(each.text for each in aligned) == text


AWS_WORDS = [
    ("0.5", "1.0", "Hello"),
    ("1.0", "1.5", "there"),
    ("", "", "."),
    ("2", "2.5", "Hi"),
    ("", "", "!"),
]


def aws_item(start: str, end: str, content: str, speaker: str | None) -> dict[str, object]:
    times = {"start_time": start, "end_time": end} if start else {}
    kind = "pronunciation" if start else "punctuation"
    label = {"speaker_label": speaker} if speaker else {}
    return {"type": kind, "alternatives": [{"content": content}], **times, **label}


@pytest.mark.parametrize("labelled", ["all", "words", "none"])
def test_a_mark_is_said_by_who_says_the_word_before_it(labelled: str) -> None:
    speakers = ["spk_0", "spk_0", "spk_0", "spk_1", "spk_1"]
    items = [
        aws_item(*word, speaker if labelled == "all" or (labelled == "words" and word[0]) else None)
        for word, speaker in zip(AWS_WORDS, speakers, strict=True)
    ]
    segments = [
        {"items": [{"start_time": start, "speaker_label": speaker}]}
        for (start, _, _), speaker in zip(AWS_WORDS, speakers, strict=True)
        if start
    ]
    document = {
        "jobName": "j",
        "results": {"items": items, "speaker_labels": {"segments": segments}},
    }
    read = read_captions(json.dumps(document).encode(), "captions.en.json")
    assert [(cue.voice, cue.text) for cue in read.cues] == [
        ("spk_0", "Hello there."),
        ("spk_1", "Hi!"),
    ]
    assert read.notes == ()
