"""Caption files as people have them."""

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.captions.cues import Cue
from showcase.core.export.webvtt import write_vtt
from showcase.errors import ContentError
from showcase.store.captions.reader import read_captions
from showcase.store.captions.rejection import MAX_CAPTION_FILE_BYTES

HELLO = "WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n"


def said(text: str, name: str = "captions.en.vtt") -> list[tuple[int, int, str]]:
    return [(c.start_ms, c.end_ms, c.text) for c in read_captions(text.encode(), name).cues]


def places(faults: tuple[object, ...]) -> list[str]:
    return [str(fault).split(": ", 1)[0] for fault in faults]


VTT = "captions.en.vtt"
SRT = "captions.en.srt"
SBV = "captions.en.sbv"

# All of these say "One" from 1 s to 2 s, and "Two" from 2.5 s to 4 s.
READ: list[tuple[str, str, str]] = [
    (
        "plain",
        VTT,
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n\n00:02.500 --> 00:04.000\nTwo\n"),
    ),
    (
        "with all that a file may have",
        VTT,
        (
            "WEBVTT - title\nKind: captions\n\n"
            "NOTE\nnot\nthis\n\n"
            "STYLE\n::cue { color: red }\n\n"
            "REGION\nid:fred\n\n"
            "first\n00:00:01.000 --> 00:00:02.000 align:start line:0\nOne\n\n"
            "NOTE a --> b\n\n"
            "2\n00:00:02.500 --> 00:00:04.000 position:10%,start\n<i>Two</i>"
        ),
    ),
    (
        "CR LF",
        VTT,
        "WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nOne\r\n\r\n00:02.500 --> 00:04.000\r\nTwo",
    ),
    (
        "CR",
        VTT,
        "WEBVTT\r\r00:01.000 --> 00:02.000\rOne\r\r00:02.500 --> 00:04.000\rTwo\r",
    ),
    (
        "form feeds",
        VTT,
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n\fOne\f\n\n00:02.500\f-->\f00:04.000\nTwo"),
    ),
    (
        "blank lines before",
        VTT,
        ("\n\n WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n\n00:02.500 --> 00:04.000\nTwo"),
    ),
    (
        "no WEBVTT",
        VTT,
        ("00:01.000 --> 00:02.000\nOne\n\n00:02.500 --> 00:04.000\nTwo"),
    ),
    (
        "no blank lines",
        VTT,
        "WEBVTT\n00:01.000 --> 00:02.000\nOne\n00:02.500 --> 00:04.000\nTwo",
    ),
    (
        "commas",
        VTT,
        ("WEBVTT\n\n00:01,000 --> 00:02,000\nOne\n\n00:00:02,500 --> 00:00:04,000\nTwo"),
    ),
    (
        "no milliseconds",
        VTT,
        ("WEBVTT\n\n00:00:01 --> 00:00:02\nOne\n\n0:2.5 --> 0:04\nTwo"),
    ),
    (
        "seconds only",
        VTT,
        ("WEBVTT\n\n1.0 --> 2.0\nOne\n\n2.5 --> 4.0\nTwo"),
    ),
    (
        "colons all through",
        VTT,
        ("WEBVTT\n\n00:00:01:000 --> 00:00:02:000\nOne\n\n00:02:500 --> 00.00:04.000\nTwo"),
    ),
    (
        "other arrows",
        VTT,
        ("WEBVTT\n\n00:01.000 -> 00:02.000\nOne\n\n00:02.500 – > 00:04.000\nTwo"),
    ),
    (
        "narrow arrows",
        VTT,
        ("WEBVTT\n\n00:01.000-->00:02.000\nOne\n\n00:02.500--> 00:04.000\nTwo"),
    ),
    (
        "text behind the times",
        VTT,
        ("WEBVTT\n\n00:01.000 --> 00:02.000 One\n\n00:02.500 --> 00:04.000\nTwo"),
    ),
    (
        "a blank line below the times",
        VTT,
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n\nOne\n\n00:02.500 --> 00:04.000\nTwo"),
    ),
    (
        "out of order",
        VTT,
        ("WEBVTT\n\n00:02.500 --> 00:04.000\nTwo\n\n00:01.000 --> 00:02.000\nOne"),
    ),
    (
        "empty cues",
        VTT,
        (
            "WEBVTT\n\n"
            "00:00.000 --> 00:00.500\n\n"
            "00:01.000 --> 00:02.000\nOne\n\n"
            "00:02.500 --> 00:04.000\nTwo\n\n"
            "00:05.000 --> 00:06.000\n<i> </i>\n"
        ),
    ),
    (
        "SubRip",
        SRT,
        ("1\n00:00:01,000 --> 00:00:02,000\nOne\n\n2\n00:00:02,500 --> 00:00:04,000\nTwo\n"),
    ),
    (
        "SubRip named WebVTT",
        VTT,
        ("1\n00:00:01,000 --> 00:00:02,000\nOne\n\n2\n00:00:02,500 --> 00:00:04,000\nTwo\n"),
    ),
    (
        "WebVTT named SubRip",
        SRT,
        ("WEBVTT\n\nNOTE no\n\n00:01.000 --> 00:02.000\nOne\n\n00:02.500 --> 00:04.000\nTwo"),
    ),
    (
        "SubRip, blank lines before",
        SRT,
        ("\n\n1\n00:00:01,000 --> 00:00:02,000\nOne\n\n2\n00:00:02,500 --> 00:00:04,000\nTwo\n"),
    ),
    (
        "SubRip, spaces at the index",
        SRT,
        "1 \n00:00:01,000 --> 00:00:02,000\nOne\n \n 2\n00:00:02,500 --> 00:00:04,000\nTwo\n",
    ),
    (
        "SubRip, no first index",
        SRT,
        ("00:00:01,000 --> 00:00:02,000\nOne\n\n2\n00:00:02,500 --> 00:00:04,000\nTwo\n"),
    ),
    (
        "SubRip, no blank lines, no first index",
        SRT,
        "00:00:01,000 --> 00:00:02,000\nOne\n2\n00:00:02,500 --> 00:00:04,000\nTwo\n",
    ),
    (
        "SubRip, an index that is a word",
        SRT,
        (
            "first\n00:00:01,000 --> 00:00:02,000\nOne\n\n"
            "second\n00:00:02,500 --> 00:00:04,000\nTwo\n"
        ),
    ),
    (
        "SubRip, no blank lines",
        SRT,
        "7\n00:00:01,000 --> 00:00:02,000\nOne\n9\n00:00:02,500 --> 00:00:04,000\nTwo\n",
    ),
    (
        "SubRip, blank lines everywhere",
        SRT,
        (
            "1\n\n"
            "00:00:01,000 --> 00:00:02,000\n\n"
            "One\n\n"
            "2\n\n"
            "00:00:02,500 --> 00:00:04,000\n\n"
            "Two\n\n"
            "3\n"
        ),
    ),
    (
        "SubRip, overrides and fonts",
        SRT,
        (
            "1\n00:00:01,000 --> 00:00:02,000 X1:40 X2:60\n{\\an8}{\\i1}One\n\n"
            "2\n00:00:02,500 --> 00:00:04,000\n<font color=red>Two</font>\n"
        ),
    ),
    (
        "SubRip, spaces in the times",
        SRT,
        ("1\n00: 00: 01, 000 -> 00: 00: 02, 000\nOne\n\n2\n00:00:02.500 --> 00:00:04.000\nTwo\n"),
    ),
    (
        "SBV",
        SBV,
        ("0:00:01.000,0:00:02.000\nOne\n\n0:00:02.500,0:00:04.000\nTwo\n"),
    ),
    (
        "SBV, blank lines before",
        SBV,
        ("\n\n0:00:01.000,0:00:02.000\nOne\n0:00:02.500 , 0:00:04\nTwo\n"),
    ),
]


@pytest.mark.parametrize(("name", "text"), [row[1:] for row in READ], ids=[row[0] for row in READ])
def test_what_is_meant_is_read(name: str, text: str) -> None:
    assert said(text, name) == [(1000, 2000, "One"), (2500, 4000, "Two")]
    file = read_captions(text.encode(), name)
    assert (file.faults, file.skipped_cue_count) == ((), 0)


TEXTS = [
    (
        "words beside times",
        VTT,
        HELLO.replace("2.000", "2.000 All 2 of you"),
        "All 2 of you\nHello",
    ),
    ("a setting with a space", VTT, HELLO.replace("2.000", "2.000 region: foo"), "Hello"),
    ("settings that are none", VTT, HELLO.replace("2.000", "2.000 align left"), "Hello"),
    ("SBV line breaks", SBV, "0:00:01.000,0:00:02.000\nOne[br]Two", "One\nTwo"),
    ("a blank line in SubRip", SRT, "1\n00:00:01,000 --> 00:00:02,000\nOne\n\nTwo", "One\nTwo"),
    ("an arrow in the text", VTT, HELLO + "a --> b", "Hello\na --> b"),
    ("a comparison", VTT, HELLO + "a < b and c > d", "Hello\na < b and c > d"),
    ("NUL", VTT, HELLO + "\0", "Hello\n\ufffd"),
    ("a countdown", VTT, HELLO.replace("Hello", "10\n9"), "10\n9"),
    ("a line of spaces", VTT, HELLO + " \nTwo", "Hello\nTwo"),
    ("entities", VTT, HELLO + "R&amp;D &lt;i&gt;", "Hello\nR&D <i>"),
]


@pytest.mark.parametrize(
    ("name", "text", "expected"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS]
)
def test_the_text_of_a_cue_is_complete(name: str, text: str, expected: str) -> None:
    assert said(text, name) == [(1000, 2000, expected)]


NUMBERS: list[tuple[str, str, list[str]]] = [
    ("a year below a blank line", "1\n{0}\nIn\n\n1999\n\n2\n{1}\nTwo\n", ["In\n1999", "Two"]),
    ("a year at the end of the file", "1\n{0}\nOne\n\n2\n{1}\nIn\n\n1999\n", ["One", "In\n1999"]),
    ("a year where no cue has a number", "{0}\nIn\n\n1999\n\n{1}\nTwo\n", ["In\n1999", "Two"]),
    ("a one where no cue has a number", "{0}\nStep\n\n1\n\nb\n{1}\nTwo\n", ["Step\n1", "Two"]),
    ("a number whose cue is missing", "1\n{0}\nOne\n\n2\n\n3\n{1}\nTwo\n", ["One", "Two"]),
    ("the next number at the end", "1\n{0}\nOne\n\n2\n{1}\nTake\n\n3\n", ["One", "Take\n3"]),
    ("the next number, said", "1\n{0}\nTake\n\n2\n\n2\n{1}\nTwo\n", ["Take\n2", "Two"]),
    ("the last number, apart as all are", "1\n\n{0}\nOne\n\n2\n\n{1}\nTwo\n\n3\n", ["One", "Two"]),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in NUMBERS], ids=[row[0] for row in NUMBERS]
)
def test_a_number_alone_is_said_unless_it_is_the_next_of_subrip(
    text: str, expected: list[str]
) -> None:
    text = text.format("00:00:01,000 --> 00:00:02,000", "00:00:02,500 --> 00:00:04,000")
    assert [words for _, _, words in said(text, SRT)] == expected


def test_a_number_that_is_said_is_no_index() -> None:
    text = "00:00:01,000 --> 00:00:02,000\n10\n00:00:02,000 --> 00:00:03,000\n9\n"
    assert [words for _, _, words in said(text, SRT)] == ["10", "9"]


# Each stands below "Hello" in line 4.
LOST = [
    ("minutes over 59", "\n00:99:00.000 --> 00:99:05.000\nno", [6], 1),
    ("letters in a time", "\n00:00:0x.000 --> 00:00:05.000\nno", [6], 1),
    ("a time before 0", "\n-00:00:01.000 --> 00:00:05.000\nno", [6], 1),
    ("one time only", "\n00:00:03.000 -->\nno", [6], 1),
    ("a time of a million hours", "\n9999999:00:00.000 --> 9999999:00:01.000\nno", [6], 1),
    ("hours of seconds", "\n999999999.0 --> 999999999.5\nno", [6], 1),
    ("no blank line before", "00:00:0x.000 --> 00:00:05.000\nno", [5], 1),
    ("with a name", "\nname\n00:00:0x.000 --> 00:00:05.000\nno", [7], 1),
    ("two of them", "\n0:x --> 1\nno\n\nx:0 --> 2\nno", [6, 9], 2),
    ("text without times", "\nlost\nwords\n\nNOTE fine\n\nmore", [6, 11], 0),
    ("text behind an empty cue and a comment", "\n0:03 --> 0:04\n\nNOTE x\n\nlost", [10], 0),
]


@pytest.mark.parametrize(
    ("text", "lines", "left_out"), [row[1:] for row in LOST], ids=[row[0] for row in LOST]
)
def test_what_is_lost_or_doubtful_is_named_by_line(
    text: str, lines: list[int], left_out: int
) -> None:
    file = read_captions((HELLO + text).encode(), VTT)
    assert places(file.faults) == [f"{VTT}:{line}" for line in lines]
    assert file.skipped_cue_count == left_out
    assert [cue.text for cue in file.cues if cue.text != "kept"] == ["Hello"]


@pytest.mark.parametrize(
    ("name", "text", "places_of_faults"),
    [
        (SRT, "lost\nwords\n\n1\n00:00:01,000 --> 00:00:02,000\na", [1]),
        (SBV, "0:00:01.000,0:00:02.000\na\n\n0:00:03.000,0:00:x\nno", [4]),
        (SBV, "0:00:01.000,0:00:02.000\na\n\n0:99:03.000,0:99:04.000\nno", [4]),
    ],
)
def test_other_formats_name_their_lines_too(
    name: str, text: str, places_of_faults: list[int]
) -> None:
    file = read_captions(text.encode(), name)
    assert places(file.faults) == [f"{name}:{line}" for line in places_of_faults]
    assert [cue.text for cue in file.cues] == ["a"]


def test_words_that_look_like_structure_are_words() -> None:
    body = (
        "WEBVTT\n\n00:00.000 --> 00:01.000\nREGION\nof lakes\n\n00:01.000 --> 00:02.000\nSTYLE is\n\n"
        "00:02.000 --> 00:03.000\n\nNOTE the price\nof pears\n\n"
        "00:03.000 --> 00:04.000\n\nThey are ripe.\n\nPick them.\n\nNOTE no\n\n00:05.000 --> 00:06.000\n5"
    )
    read = read_captions(body.encode(), VTT)
    assert [cue.text for cue in read.cues] == [
        "REGION\nof lakes", "STYLE is", "NOTE the price\nof pears", "They are ripe.\nPick them.", "5",
    ]  # fmt: skip
    assert read.faults == ()
    assert [note.code for note in read.notes] == [
        "note-or-words",
        "blank-below-times",
        "blank-in-cue",
    ]


def test_times_below_the_header_are_noted_as_that() -> None:
    read = read_captions(b"WEBVTT\n00:01.000 --> 00:02.000\nOne\n", VTT)
    assert [(note.place, note.code) for note in read.notes] == [
        (f"{VTT}:2", "no-blank-below-header")
    ]


ODD = [
    ("overlap", "00:01.500 --> 00:03.000\nb\n\n00:02.500 --> 00:04.000\nc", ["6", "9"]),
    ("order", "00:00.500 --> 00:00.600\nb", ["6"]),
    ("minutes over 59", "50:00.000 --> 50:01.000\na\n\n75:03.000 --> 75:04.000\nb", ["9"]),
    ("spelling, once for all lines", "0:3 --> 0:4\nb\n\n0:4 --> 0:5\nc", ["6"]),
    ("empty cues, once for all", "00:03.000 --> 00:04.000\n\n00:04.000 --> 00:05.000\n", ["6"]),
    ("a setting that is none", "00:03.000 --> 00:04.000 foo\nb", ["6"]),
    ("a setting with a space", "00:03.000 --> 00:04.000 align left\nb", ["6"]),
    ("a setting among others", "00:03.000 --> 00:04.000 align:start foo\nb", ["6"]),
    ("words beside times", "00:03.000 --> 00:04.000 Some words\nb", ["6"]),
    ("a tag that is none", "00:03.000 --> 00:04.000\n<inaudible> b", ["6"]),
]


@pytest.mark.parametrize(("text", "lines"), [row[1:] for row in ODD], ids=[row[0] for row in ODD])
def test_what_is_odd_is_kept_and_noted(text: str, lines: list[str]) -> None:
    file = read_captions((HELLO + "\n" + text).encode(), VTT)
    assert places(file.notes) == [f"{VTT}:{line}" for line in lines]
    assert (file.faults, file.skipped_cue_count) == ((), 0)


def test_empty_cues_are_counted() -> None:
    assert read_captions((HELLO + "\n00:03.000 --> 00:04.000\n").encode(), VTT).empty_cue_count == 1


@pytest.mark.parametrize(
    ("cues", "end_ms"),
    [
        ("00:05.000 --> 00:04.000\na\n\n00:06.000 --> 00:07.000\nb", 6000),
        ("00:05.000 --> 00:05.000\na\n\n00:59.000 --> 01:00.000\nb", 12000),
        ("00:05.000 --> 00:04.000\na\n\n00:05.000 --> 00:07.000\nb", 5001),
        ("00:05.000 --> 00:04.000\na", 12000),
    ],
)
def test_a_cue_that_ends_before_it_begins_ends_with_the_next(cues: str, end_ms: int) -> None:
    assert said("WEBVTT\n\n" + cues)[0] == (5000, end_ms, "a")


def voices(body: str, name: str = VTT) -> list[tuple[str | None, int, int, str]]:
    cues = read_captions(("WEBVTT\n\n" + body).encode(), name).cues
    return [(cue.voice, cue.start_ms, cue.end_ms, cue.text) for cue in cues]


def test_a_cue_of_several_speakers_is_split_by_its_inline_times() -> None:
    body = "00:01.000 --> 00:05.000\n<v Ana>One</v>\n<00:04.000><v Ben>Two, three</v>"
    assert voices(body) == [("Ana", 1000, 4000, "One"), ("Ben", 4000, 5000, "Two, three")]


def test_a_cue_of_several_speakers_is_split_by_characters() -> None:
    body = "00:01.000 --> 00:05.000\n<v Ana>123456789</v>\n<v.loud Ben>123456789</v>"
    assert [voice[:3] for voice in voices(body)] == [("Ana", 1000, 3105), ("Ben", 3105, 5000)]


def test_an_unclosed_voice_goes_on() -> None:
    body = (
        "00:01.000 --> 00:02.000\n<v Ana>\n\n00:02.000 --> 00:03.000\nOne\n\n"
        "00:03.000 --> 00:04.000\nTwo <v Ben>Three\n\n00:04.000 --> 00:05.000\nFour</v>\n\n"
        "00:05.000 --> 00:06.000\n<v Ana>Five</v>\n\n00:06.000 --> 00:07.000\nSix"
    )
    assert [(voice, text) for voice, _, _, text in voices(body)] == [
        ("Ana", "One"), ("Ana", "Two"), ("Ben", "Three"), ("Ben", "Four"), ("Ana", "Five"), (None, "Six"),
    ]  # fmt: skip


def test_pieces_of_overlapping_cues_are_in_order() -> None:
    body = "00:00.000 --> 00:10.000\n- One\n- Two\n\n00:01.000 --> 00:02.000\nThree"
    assert [text for *_, text in voices(body)] == ["One", "Three", "Two"]


@pytest.mark.parametrize("name", ["chapters.en.vtt", "a/b/descriptions.en.vtt", "metadata.en.vtt"])
def test_nobody_speaks_in_chapters_and_descriptions(name: str) -> None:
    body = "00:00.000 --> 00:10.000\nPART ONE: the march\n- [door]"
    assert voices(body, name) == [(None, 0, 10000, "PART ONE: the march\n- [door]")]


def test_captions_that_roll_are_unrolled() -> None:
    body = (
        "00:00.000 --> 00:01.990\n \nwe<00:00.500><c> came</c>\n\n"
        "00:01.990 --> 00:02.000\nwe came\n \n\n"
        "00:02.000 --> 00:03.990\nwe came\n&gt;&gt; to<00:02.600><c> sing</c>\n\n"
        "00:03.990 --> 00:04.000\n&gt;&gt; to sing\n \n"
    )
    assert voices(body) == [(None, 0, 1990, "we came"), (None, 2000, 3990, "to sing")]
    file = read_captions(("WEBVTT\n\n" + body).encode(), VTT)
    assert [len(cue.words) for cue in file.cues] == [1, 1]
    assert file.cues[1].turn
    assert file.notes == ()


REFUSED = [
    ("empty", b"", "is empty"),
    ("only blanks", b"\xef\xbb\xbf \n\n", "is empty"),
    ("a page", b"<!-- x -->\n<!DOCTYPE html><p>00:01.000 --> 00:02.000\nHi", "is an HTML page"),
    ("JSON", b'{"segments": []}', "is JSON"),
    ("a video", b"\x1aE\xdf\xa3\x00\x01", "is a Matroska or WebM video"),
    ("binary", bytes(range(256)) * 9, "is binary data"),
    ("XML", b'<?xml version="1.0"?><tt/>', "is XML"),
    ("prose", b"Once upon a time.", "has no timing line"),
    ("only a header", b"WEBVTT\n", "has no timing line"),
    ("empty cues", b"WEBVTT\n\n00:01.000 --> 00:02.000\n", "no text in them"),
    ("too large", b" " * (MAX_CAPTION_FILE_BYTES + 1), "is over 10 MB"),
]


@pytest.mark.parametrize(("data", "message"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_a_file_without_a_cue_is_an_error_of_one_sentence(data: bytes, message: str) -> None:
    with pytest.raises(ContentError) as error:
        read_captions(data, "wsr/captions.en.vtt")
    (fault,) = error.value.faults
    assert fault.place == "wsr/captions.en.vtt"
    assert message in fault.message
    assert fault.fix


def test_a_file_whose_times_cannot_be_read_is_refused_at_the_first() -> None:
    with pytest.raises(
        ContentError, match=r"^captions\.en\.vtt:3: .*00:00:01.000 --> 00:00:04.000"
    ):
        read_captions(b"WEBVTT\n\n0x:00 --> 5\na\n\n0x:00 --> 5\nb", VTT)


def test_a_cue_that_webvtt_py_drops_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("showcase.store.captions.webvtt_reader.read_blocks", lambda _: [])
    with pytest.raises(ContentError, match=r"captions\.en\.vtt:3"):
        read_captions(HELLO.encode(), VTT)


# Texts that no mark of a speaker, tag or format is in: lower case letters and what must be escaped.
LINE = st.text("abcdé &<>;ж日-", min_size=1).map(lambda text: "x" + " ".join(text.split()))
VOICE = st.none() | st.text("abA &<>", min_size=1).map(lambda text: "N" + " ".join(text.split()))
CUES = st.lists(
    st.tuples(st.integers(0, 10**7), st.integers(1, 10**5), st.lists(LINE, min_size=1), VOICE)
).map(
    lambda rows: [
        Cue(start, start + length, "\n".join(lines), voice=voice)
        for start, length, lines, voice in sorted(rows, key=lambda row: row[0])
    ]
)


@given(CUES.filter(bool))
def test_what_is_written_is_read_back(cues: list[Cue]) -> None:
    # Neighbors have different voices, so that they are not taken for captions that roll or have a word each.
    cues = [Cue(0, 1, "x", voice="N"), *cues]
    for at in range(1, len(cues)):
        if cues[at].voice == cues[at - 1].voice:
            cues[at] = cues[at]._replace(voice=f"N{at}")
    assert list(read_captions(write_vtt(cues, "en").encode(), VTT).cues) == cues


ANYTHING = st.lists(
    st.sampled_from(
        [
            b"WEBVTT", b"\n", b"\n\n", b"\r", b"00:01.000", b" --> ", b"00:02,000", b"NOTE", b"STYLE",
            b"1", b"<v Ana>", b"</v>", b">> ", b"- ", b"ANA: ", b"words", b"[br]", b"\0", b"\xff",
            b"0:00:01.000,0:00:02.000", b"&#", b"{\\an8}", b"\xef\xbb\xbf", b"-->", b"\xc3", b" ",
        ]
    )
).map(b"".join)  # fmt: skip


@given(ANYTHING | st.binary(), st.sampled_from([VTT, SRT, SBV, "captions.ru.srt", "x", ""]))
def test_no_bytes_raise_anything_else(data: bytes, name: str) -> None:
    cues: tuple[Cue, ...] = ()
    with suppress(ContentError):
        cues = read_captions(data, name).cues
    assert all(cue.start_ms < cue.end_ms and cue.text for cue in cues)
    assert [cue.start_ms for cue in cues] == sorted(cue.start_ms for cue in cues)


@pytest.mark.slow
def test_three_hours_take_six_times_as_long_as_half_an_hour() -> None:
    half_an_hour, three_hours = (
        min(_seconds_to_read(cues) for _ in range(3)) for cues in (600, 3600)
    )
    # Were each cue compared with all others, it would be 36 times.
    assert three_hours < 12 * half_an_hour


def _seconds_to_read(count: int) -> float:
    """CPU time."""
    cues = [Cue(n * 3000, n * 3000 + 2900, f"Words that are said, {n}") for n in range(count)]
    data = write_vtt(cues, "en").encode()
    begun = time.process_time()
    assert len(read_captions(data, VTT).cues) == count
    return time.process_time() - begun


@pytest.mark.parametrize(
    ("space", "words"),
    [(" ", "My grandmother kept bees today"), ("", "My grand mother kept bees today")],
)
def test_a_space_begins_a_word_where_cues_hold_parts_of_words(space: str, words: str) -> None:
    parts = ["My", " grand", "mother", " kept", " bees", " to", "day"]
    if not space:
        parts = [*["My", "grand", "mother", "kept", "bees", "today"]]
    cues = (
        f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{part}\n" for n, part in enumerate(parts, start=1)
    )
    assert [text for _, _, text in said("\n".join(cues), SRT)] == [words]


def test_of_one_kind_a_thousand_findings_are_named_and_the_rest_counted() -> None:
    text = HELLO + "\nlost\n\nNOTE fine\n" * 1_200
    faults = read_captions(text.encode(), VTT).faults
    assert len(faults) == 1_000
    assert faults[-1].message.endswith("; the same in 200 places below")
