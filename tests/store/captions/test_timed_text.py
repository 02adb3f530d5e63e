"""Transcripts in plain text and Word documents, with times at the beginnings of lines."""

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.captions.speakers import KnownSpeaker, SpeakerHints
from showcase.errors import ContentError
from showcase.store.captions.read_options import ReadOptions
from showcase.store.captions.reader import CaptionFile, read_captions
from tests.store.captions.word_documents import archive, docx, docx_of

NAME = "captions.en.txt"


def read(text: str, name: str = NAME) -> CaptionFile:
    return read_captions(text.encode(), name)


def said(text: str) -> list[tuple[int, str | None, str]]:
    return [(cue.start_ms, cue.voice, cue.text) for cue in read(text).cues]


ROSA, BO = "Rosa Field", "Bo Lind"
NOBODY: list[tuple[int, str | None, str]] = [
    (0, None, "We came in the spring."),
    (83_000, None, "All of us?"),
]
NAMED: list[tuple[int, str | None, str]] = [
    (0, ROSA, "We came in the spring."),
    (83_000, BO, "All of us?"),
    (90_500, ROSA, "Yes."),
]

# Lines are separated by "|"; W, A, Y, ROSA and BO are what is said and by whom.
SHAPES: list[tuple[str, str, bool]] = [
    ("brackets", "[00:00:00] W|[00:01:23] A", False),
    ("round brackets", "(0:00) W||(1:23) A|", False),
    ("bare", "0:00 W|1:23 A", False),
    ("a dash", "0:00 - W|1:23 – A", False),
    ("a bullet", "- 00:00 W|- 01:23 A", False),
    ("fractions", "00:00:00.000 W|00:01:23,000 A", False),
    ("YouTube's transcript", "0:00|W|1:23|A", False),
    ("YouTube's transcript, read aloud", "0:00|0 seconds|W|1:23|1 minute, 23 seconds|A", False),
    ("CR LF and blank lines", "|0:00\r||W\r||1:23\r|A\r|", False),
    ("full-width brackets", "（0:00）W|【1:23】A", False),
    ("with ends", "[00:00:00 - 00:00:04] W|[00:01:23 --> 00:01:25] A", False),
    ("Whisper's screen", "[00:00.000 --> 00:04.000]  W|[01:23.000 --> 01:25.000]  A", False),
    ("Whisper's table", "start\tend\ttext|0\t4000\tW|83000\t84000\tA|", False),
    ("name after the time", "0:00 ROSA|W|1:23 BO|A|1:30.5 ROSA|Y", True),
    (
        "name after brackets",
        "[0:00:00.000] - ROSA|W||[0:01:23.000] - BO|A||[0:01:30.500] - ROSA|Y",
        True,
    ),
    ("name and colon", "0:00 ROSA:|W|1:23 BO:|A|1:30.5 ROSA:|Y", True),
    ("name on a line of its own", "[0:00]|ROSA|W|[1:23]|BO|A|[0:01:30.5]|ROSA|Y", True),
    ("Otter", "ROSA  0:00  |W||BO  1:23|A||ROSA  1:30.5|Y||Transcribed by https://otter.ai|", True),
    ("Rev", "ROSA (00:00):|W||BO (01:23):|A||ROSA (01:30.5):|Y", True),
    ("Rev, in a line", "ROSA [00:00]: W|BO [01:23]: A|ROSA [01:30.5]: Y", True),
    ("Rev, colon before the time", "ROSA: [00:00] W|BO: [01:23] A|ROSA: [01:30.5] Y", True),
    ("digits of Arabic", "[٠٠:٠٠] W|[٠١:٢٣] A", False),
    ("digits of Persian, bare", "۰:۰۰ W|۱:۲۳ A", False),
    ("digits of Hindi", "(०:००) W|(१:२३) A", False),
    ("digits of Bengali, a dash", "০:০০ - W|১:২৩ – A", False),
    ("digits of Thai, with ends", "[๐๐:๐๐ - ๐๐:๐๔] W|[๐๑:๒๓ - ๐๑:๒๕] A", False),
    ("full width", "［００：００］W|［０１：２３］A", False),
    ("a full-width range", "００：００～００：０４ W|０１：２３〜０１：２５ A", False),
    ("tortoise-shell brackets", "〔0:00〕W|〔1:23〕A", False),
    ("a direction mark", "\u200f[٠:٠٠]\u200f W|\u200f[١:٢٣]\u200f A", False),
    ("digits of Arabic after a name", "ROSA  ٠:٠٠|W||BO  ١:٢٣|A||ROSA  ١:٣٠٫٥|Y", True),
    (
        "Teams",
        "0:0:0.0 --> 0:0:4.20|ROSA|W|0:1:23.0 --> 0:1:24.5|BO|A|0:1:30.5 --> 0:1:31.0|ROSA|Y",
        True,
    ),
    ("a table", "0:00\tROSA\tW|1:23\tBO\tA|1:30.5\tROSA\tY", True),
]
SAID = {"ROSA": ROSA, "BO": BO, "W": "We came in the spring.", "A": "All of us?", "Y": "Yes."}
TEXTS = [
    (
        name,
        re.sub(r"\b(?:ROSA|BO|W|A|Y)\b", lambda found: SAID[found[0]], shape).replace("|", "\n"),
        cues,
    )
    for name, shape, named in SHAPES
    for cues in [NAMED if named else NOBODY]
]


@pytest.mark.parametrize(
    ("text", "cues"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS]
)
def test_times_and_names_are_read(text: str, cues: list[tuple[int, str | None, str]]) -> None:
    assert said(text) == cues
    assert read(text).faults == ()


@pytest.mark.parametrize(
    ("text", "cues"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS]
)
def test_a_word_document_of_the_same_lines_is_read_the_same(
    text: str, cues: list[tuple[int, str | None, str]]
) -> None:
    file = read_captions(docx(text.splitlines()), "captions.en.docx")
    assert [(cue.start_ms, cue.voice, cue.text) for cue in file.cues] == cues


def notes(text: str) -> list[str]:
    return [f"{note.code}:{note.place.rpartition(':')[2]}" for note in read(text).notes]


def test_each_part_ends_where_the_next_begins_or_when_its_text_is_said() -> None:
    file = read("0:00 One two three four five six seven eight.\n0:03 Nine.\n0:50 Ten.")
    assert [(cue.start_ms, cue.end_ms) for cue in file.cues] == [
        (0, 3000),
        (3000, 5000),
        (50_000, 52_000),
    ]
    assert [note.code for note in file.notes] == ["no-end-times"]


def test_a_time_within_a_paragraph_is_that_of_the_word_after_it() -> None:
    (cue, _) = read("[0:00] We came [0:05] in the spring.\n[0:20] Yes.").cues
    assert (cue.text, [(word.at, word.start_ms) for word in cue.words]) == (
        "We came in the spring.",
        [(8, 5000)],
    )


def test_a_time_within_a_paragraph_may_have_digits_of_any_script() -> None:
    (cue, _) = read("［０：００］We & you［０：０５］in the spring.\n［０：２０］Yes.").cues
    assert (cue.text, [(word.at, word.start_ms) for word in cue.words]) == (
        "We & youin the spring.",
        [(8, 5000)],
    )


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        (
            "[00:09] We begin.\n[00:05] We go on.\n[00:10] We end.",
            [(5_000, None, "We begin."), (5_000, None, "We go on."), (10_000, None, "We end.")],
        ),
        (
            "Title\n[10:00] We\nbegin.\n[0:05] We go on.\n[0:10] We end.\n[0:15] Yes.",
            [(5_000, None, "We\nbegin."), (5_000, None, "We go on."), (10_000, None, "We end.")],
        ),
    ],
)
def test_words_above_the_first_time_in_order_are_kept(
    text: str, cues: list[tuple[int, str | None, str]]
) -> None:
    assert said(text)[:3] == cues
    assert read(text).faults == ()
    assert any(note.startswith("time-in-words:") for note in notes(text))


@pytest.mark.parametrize(
    "text",
    [
        "[0:10] We start at\n10:30 in the morning.\n[0:20] Yes.",
        "0:10 We start at\n10:30 in the morning.\n0:20 Yes.\n0:30 No.",
        "0:10\nWe start at\n10:30 in the morning.\n0:20\nYes.",
    ],
)
def test_a_time_that_is_said_stays_words(text: str) -> None:
    assert said(text)[0] == (10_000, None, "We start at\n10:30 in the morning.")
    assert "time-in-words:2" in notes(text) or "time-in-words:3" in notes(text)


def test_a_title_above_the_first_time_is_noted() -> None:
    assert "text-before-times:1" in notes("The harvest\nMay 2019\n\n0:00 We came.\n0:04 Yes.")


def test_a_line_that_may_be_a_name_once_stays_in_the_text() -> None:
    assert said("0:00 Good Morning\nto all of you.\n0:04 We came in the spring.") == [
        (0, None, "Good Morning\nto all of you."),
        (4000, None, "We came in the spring."),
    ]


def test_a_person_of_the_video_is_a_name_also_once() -> None:
    options = ReadOptions(speakers=SpeakerHints((KnownSpeaker("Rosa Field"),)))
    file = read_captions(
        b"0:00 Rosa Field\nWe came in the spring.\n0:04 Yes, we did.", NAME, options
    )
    assert [(cue.voice, cue.text) for cue in file.cues] == [
        ("Rosa Field", "We came in the spring."),
        (None, "Yes, we did."),
    ]


def test_text_is_no_markup_and_keeps_what_looks_like_it() -> None:
    assert said("0:00 a <b>c</b> & d\n0:02 x < y")[0][2] == "a <b>c</b> & d"


NO_TIMES = [
    "We came in the spring. All of us.",
    "We met at 10:30.\nThen we went home.",
    "Once\n" * 40 + "10:30 was late.\n11:30 too.",
    "Ana: 1:1\nBo: 2:0",
    "",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_a_text_without_times_is_not_read_as_one(text: str) -> None:
    with suppress(ContentError):
        assert read(text).timing == "none"


def test_captions_are_not_taken_for_text() -> None:
    vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\n1:23 said the clock\n"
    srt = "1\n00:00:01,000 --> 00:00:02,000\n1:23 said the clock\n"
    assert said(vtt) == said(srt) == [(1000, None, "1:23 said the clock")]
    assert said("0:00:01.000,0:00:02.000\nOne\n")[0][2] == "One"


CHAPTERS = [
    ("plain", "0:00 Intro\n1:30 The walk\n10:05 The end"),
    ("brackets", "(0:00) Intro\n(1:30) The walk\n(10:05) The end"),
    ("dashes", "00:00 - Intro\n01:30 - The walk\n10:05 - The end"),
    ("bullets", "• 0:00:00 Intro\n• 0:01:30 The walk\n• 0:10:05 The end"),
    ("at the end", "Intro 0:00\nThe walk 1:30\nThe end - 10:05"),
    ("in a description", "A film.\n\n0:00 Intro\n1:30 The walk\n10:05 The end\n\nThanks!"),
]


@pytest.mark.parametrize("text", [row[1] for row in CHAPTERS], ids=[row[0] for row in CHAPTERS])
def test_a_list_of_chapters_is_read(text: str) -> None:
    file = read(text, "chapters.en.txt")
    assert [(cue.start_ms, cue.end_ms, cue.text) for cue in file.cues[:2]] == [
        (0, 90_000, "Intro"),
        (90_000, 605_000, "The walk"),
    ]
    assert (file.cues[2].start_ms, file.cues[2].text, len(file.cues)) == (605_000, "The end", 3)


def test_what_is_no_chapter_is_noted() -> None:
    file = read("A film.\n0:05 Intro\n1:30 The walk", "chapters.en.txt")
    assert [note.code for note in file.notes] == ["no-chapter", "short-chapter-list"]


def in_word(body: str) -> list[str]:
    return [cue.text for cue in read_captions(docx_of(body), "captions.en.docx").cues]


def test_runs_breaks_and_inserted_text_are_read_and_deleted_text_is_not() -> None:
    body = (
        "<w:p><w:r><w:t>0:00 We </w:t></w:r><w:ins><w:r><w:t>never </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>always </w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>moved </w:t></w:r></w:moveFrom>"
        '<w:hyperlink><w:r><w:t>came</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id="1"/><w:br/>'
        "<w:t>0:04 Yes</w:t><w:tab/><w:t>no</w:t></w:r></w:p>"
    )
    assert in_word(body) == ["We never came", "Yes no"]


def test_a_row_of_a_table_is_a_line() -> None:
    def row(*cells: str) -> str:
        inside = "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in cells)
        return f"<w:tr>{inside}</w:tr>"

    rows = [row("0:00", "Rosa", "We came."), row("0:04", "Bo", "All?"), row("0:06", "Rosa", "Yes.")]
    body = f"<w:tbl>{''.join(rows)}</w:tbl>"
    file = read_captions(docx_of(body), "captions.en.docx")
    assert [(cue.voice, cue.text) for cue in file.cues] == [
        ("Rosa", "We came."),
        ("Bo", "All?"),
        ("Rosa", "Yes."),
    ]


def test_captions_pasted_into_a_document_are_read() -> None:
    lines = [
        "1",
        "00:00:01,000 --> 00:00:02,000",
        "We came.",
        "",
        "2",
        "00:00:03,000 --> 00:00:04,000",
        "Yes.",
    ]
    file = read_captions(docx(lines), "captions.en.docx")
    assert [(cue.start_ms, cue.text) for cue in file.cues] == [(1000, "We came."), (3000, "Yes.")]


def refusal(data: bytes) -> str:
    with pytest.raises(ContentError) as caught:
        read_captions(data, "captions.en.docx")
    return str(caught.value)


@pytest.mark.slow
def test_a_bomb_is_refused_unread() -> None:
    zeros = docx_of("<w:p/>" + " " * 30_000_000)
    assert len(zeros) < 100_000
    assert "more text than any transcript" in refusal(zeros)
    assert ".docx" not in refusal(zeros).partition("any transcript")[2]


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><w:document xmlns:w="w">&c;</w:document>'
    assert "entities" in refusal(archive({"word/document.xml": bomb}))


OTHERS = [
    (archive({"content.xml": "<office/>"}), "is an OpenDocument text: save it as plain text"),
    (archive({"a.txt": "0:00 Hello"}), "is a ZIP archive"),
    (b"PK\x03\x04" + bytes(99), "is damaged or has a password"),
    (archive({"word/document.xml": "<w:p><w:t>0:00 cut"}), "is damaged"),
    (b"{\\rtf1\\ansi 0:00 Hello}", "is an RTF document"),
]


@pytest.mark.parametrize(("data", "message"), OTHERS)
def test_other_documents_are_refused_by_what_they_are(data: bytes, message: str) -> None:
    assert message in refusal(data)


def test_a_cut_document_is_refused() -> None:
    data = docx(["0:00 We came.", "0:04 Yes."])
    for end in range(10, len(data), 9):
        assert "captions.en.docx" in refusal(data[:end])


@given(
    st.lists(
        st.sampled_from(
            [
                "0:00",
                "[1:23]",
                "Rosa  2:00",
                "10:30 am",
                "(0:05)",
                "Rosa",
                "words here",
                "\t",
                "",
                "1:2:3",
                "٣:٠٠",
            ]
        )
        | st.text(max_size=12),
        max_size=12,
    )
)
def test_no_text_breaks_the_reader(lines: list[str]) -> None:
    for name in (NAME, "chapters.en.txt"):
        try:
            read("\n".join(lines), name)
        except ContentError:
            continue
