"""What is mended in caption files, and that they say the same afterwards."""

import re
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.timing.timecodes import format_vtt_timestamp
from showcase.store.captions.mend_proof import MENDABLE
from showcase.store.captions.mended_captions import mend_captions
from showcase.store.captions.read_options import ReadOptions
from showcase.store.captions.reader import CaptionFile, read_captions
from tests.conftest import ROOT
from tests.store.captions.caption_examples import EXAMPLES
from tests.store.captions.test_no_word_lost import FILES

VTT, SRT = "captions.en.vtt", "captions.en.srt"


def mend(content: str | bytes, name: str = VTT, offset_ms: int = 0) -> tuple[str, tuple[str, ...]]:
    """What a file becomes, and what is mended in it; ("", ()) where nothing is changed."""
    data = content.encode() if isinstance(content, str) else content
    mended = mend_captions(data, name, ReadOptions("captions", "en", offset_ms=offset_ms))
    return (mended.data or b"").decode(), mended.mends


def refusal(content: str | bytes, name: str = VTT) -> str:
    data = content.encode() if isinstance(content, str) else content
    mended = mend_captions(data, name, ReadOptions.from_name(name))
    assert mended.data is None
    return mended.reason


def cue(times: str, text: str) -> str:
    return f"\n{times}\n{text}\n"


def clock(halves: int) -> str:
    """So many half seconds as a time."""
    return format_vtt_timestamp(500 * halves)


GROWING = ["we", "came", "here", "by", "bus", "in", "spring"]

# What is wrong, the name of the file, its content, what it becomes, what is mended.
MENDS: list[tuple[str, str, str | bytes, str, tuple[str, ...]]] = [
    (
        "a cue before the one above it, with its comment, settings and tags",
        VTT,
        (
            "WEBVTT\n\n00:05.000 --> 00:06.000 align:start\n<i>five</i>\n\nNOTE see below\n\nb\n"
            "00:01.000 --> 00:02.000\none\n"
        ),
        (
            "WEBVTT\n\nNOTE see below\n\nb\n00:01.000 --> 00:02.000\none\n\n"
            "00:05.000 --> 00:06.000 align:start\n<i>five</i>\n"
        ),
        ("cues-out-of-order",),
    ),
    (
        "numbers of cues that are put in order",
        SRT,
        "1\n00:00:03,000 --> 00:00:04,000\ntwo\n\n2\n00:00:01,000 --> 00:00:02,000\none\n",
        "1\n00:00:01,000 --> 00:00:02,000\none\n\n2\n00:00:03,000 --> 00:00:04,000\ntwo\n",
        ("cues-out-of-order",),
    ),
    (
        "an overlap of less than half of the cue",
        VTT,
        "WEBVTT\n" + cue("00:01.000 --> 00:03.000", "one") + cue("00:02.500 --> 00:04.000", "two"),
        "WEBVTT\n"
        + cue("00:00:01.000 --> 00:00:02.500", "one")
        + cue("00:02.500 --> 00:04.000", "two"),
        ("cues-overlap",),
    ),
    (
        "signs escaped once too often",
        VTT,
        "WEBVTT\n" + cue("00:01.000 --> 00:02.000", "1 &amp;lt; 2 &amp;amp; so on"),
        "WEBVTT\n" + cue("00:01.000 --> 00:02.000", "1 &lt; 2 &amp; so on"),
        ("escaped-twice",),
    ),
    (
        "arrows escaped",
        VTT,
        "WEBVTT\n" + cue("00:01.000 --&gt; 00:02.000", "one"),
        "WEBVTT\n" + cue("00:01.000 --> 00:02.000", "one"),
        ("escaped-twice",),
    ),
    (
        "line ends of a program that took CR LF for LF",
        SRT,
        "1\r\r\n00:00:01,000 --> 00:00:02,000\r\r\none\r\r\n",
        "1\n00:00:01,000 --> 00:00:02,000\none\n",
        ("line-ends",),
    ),
    (
        "a point before the milliseconds, and CR LF, which stays",
        SRT,
        "1\r\n00:00:01.000 --> 00:00:02.000\r\none\r\n",
        "1\r\n00:00:01,000 --> 00:00:02,000\r\none\r\n",
        ("nonstandard-times",),
    ),
    (
        "no header",
        VTT,
        "1\n00:00:01,000 --> 00:00:02,000\none\n",
        "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\none\n",
        ("no-header", "nonstandard-times"),
    ),
    (
        "blank lines before the header, and none below it",
        VTT,
        "\n\nWEBVTT - ours\n00:01.000 --> 00:02.000\none\n",
        "WEBVTT - ours\n\n00:01.000 --> 00:02.000\none\n",
        ("blank-before-header", "no-blank-below-header"),
    ),
    (
        "a blank line below the times, and one in the text",
        VTT,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n\none\n\ntwo\n\n00:03.000 --> 00:04.000\n\nthree\n",
        "WEBVTT\n\n00:01.000 --> 00:02.000\none\ntwo\n\n00:03.000 --> 00:04.000\nthree\n",
        ("blank-below-times", "blank-in-cue"),
    ),
    (
        "a line of the header below a blank line",
        VTT,
        "WEBVTT\nKind: captions\n\nLanguage: en\n\nNOTE a\n\n00:01.000 --> 00:02.000\none\n",
        "WEBVTT\nKind: captions\nLanguage: en\n\nNOTE a\n\n00:01.000 --> 00:02.000\none\n",
        ("blank-in-header",),
    ),
    (
        "bytes that are not UTF-8, in an encoding that is beyond doubt",
        "captions.ru.srt",
        "1\n00:00:01,000 --> 00:00:02,000\nМы пришли сюда весной, и работали до самой осени.\n".encode(
            "koi8_r"
        ),
        "1\n00:00:01,000 --> 00:00:02,000\nМы пришли сюда весной, и работали до самой осени.\n",
        ("other-encoding",),
    ),
    (
        "text on the line of the times",
        VTT,
        "WEBVTT\n\n00:01.000 --> 00:02.000 we came here\nby bus\n",
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nwe came here\nby bus\n",
        ("text-after-times",),
    ),
    (
        "an encoding that is beyond doubt",
        SRT,
        "1\n00:00:01,000 --> 00:00:02,000\nLa niña pequeña soñó\n".encode("utf-16"),
        "1\n00:00:01,000 --> 00:00:02,000\nLa niña pequeña soñó\n",
        ("encoding",),
    ),
    (
        "letters that were saved in the wrong encoding",
        VTT,
        "WEBVTT\n" + cue("00:01.000 --> 00:02.000", "un cafÃ© aquÃ­"),
        "WEBVTT\n" + cue("00:01.000 --> 00:02.000", "un café aquí"),
        ("mojibake-undone",),
    ),
    (
        "characters that nobody sees, in words and in times",
        VTT,
        "WEBVTT\n" + cue("00:01.000\u00a0--> 00:02.000", "to\u00admor\u200brow"),
        "WEBVTT\n" + cue("00:00:01.000 --> 00:00:02.000", "tomorrow"),
        ("unseen-characters",),
    ),
    (
        "SubRip that is called SBV",
        "captions.en.sbv",
        "00:00:01,000 --> 00:00:02,000\none\n",
        "0:00:01.000,0:00:02.000\none\n",
        ("wrong-suffix", "nonstandard-times"),
    ),
    (
        "no blank lines between cues",
        SRT,
        "1\n00:00:01,000 --> 00:00:02,000\none\n2\n00:00:03,000 --> 00:00:04,000\ntwo\n",
        "1\n00:00:01,000 --> 00:00:02,000\none\n\n2\n00:00:03,000 --> 00:00:04,000\ntwo\n",
        ("layout",),
    ),
    (
        "captions that roll up",
        SRT,
        (
            "1\n00:00:01,000 --> 00:00:03,000\nwe came\n\n"
            "2\n00:00:02,000 --> 00:00:05,000\nwe came\nin the spring\n\n"
            "3\n00:00:04,000 --> 00:00:07,000\nin the spring\nwith our own tools & seeds\n\n"
            "4\n00:00:06,000 --> 00:00:09,000\nwith our own tools & seeds\nand stayed\n"
        ),
        (
            "1\n00:00:01,000 --> 00:00:02,000\nwe came\n\n"
            "2\n00:00:02,000 --> 00:00:04,000\nin the spring\n\n"
            "3\n00:00:04,000 --> 00:00:06,000\nwith our own tools & seeds\n\n"
            "4\n00:00:06,000 --> 00:00:09,000\nand stayed\n"
        ),
        ("roll-up", "cues-overlap"),
    ),
    (
        "captions that grow word by word, which are joined with the times of their words",
        VTT,
        "WEBVTT\n"
        + "".join(
            cue(f"{clock(n)} --> {clock(n + 1)}", " ".join(GROWING[: n + 1]))
            for n in range(len(GROWING))
        ),
        "WEBVTT\n"
        + cue(
            "00:00:00.000 --> 00:00:03.500",
            "we <00:00:00.500>came <00:00:01.000>here <00:00:01.500>by <00:00:02.000>bus "
            "<00:00:02.500>in <00:00:03.000>spring",
        ),
        ("roll-up",),
    ),
    (
        "YouTube's automatic captions, whose words keep their times",
        VTT,
        "WEBVTT\nKind: captions\nLanguage: en\n"
        + cue(
            "00:00:00.000 --> 00:00:02.000 align:start position:0%",
            " \nhello<00:00:00.500><c> there</c>",
        )
        + cue("00:00:02.000 --> 00:00:02.010 align:start position:0%", "hello there\n ")
        + cue(
            "00:00:02.010 --> 00:00:04.000 align:start position:0%",
            "hello there\nmy<00:00:02.500><c> good</c><00:00:03.000><c> friends</c>",
        )
        + cue("00:00:04.000 --> 00:00:04.010 align:start position:0%", "my good friends\n ")
        + cue("00:00:04.010 --> 00:00:06.000 align:start position:0%", "my good friends\nR&amp;D"),
        "WEBVTT\nKind: captions\nLanguage: en\n"
        + cue(
            "00:00:00.000 --> 00:00:02.000 align:start position:0%",
            "hello<00:00:00.500><c> there</c>",
        )
        + cue(
            "00:00:02.010 --> 00:00:04.000 align:start position:0%",
            "my <00:00:02.500><c>good </c><00:00:03.000><c>friends</c>",
        )
        + cue("00:00:04.010 --> 00:00:06.000 align:start position:0%", "R&amp;D"),
        ("roll-up",),
    ),
]


@pytest.mark.parametrize(
    ("name", "content", "expected", "mends"),
    [row[1:] for row in MENDS],
    ids=[row[0] for row in MENDS],
)
def test_what_readers_repair_is_written_into_the_file(
    name: str, content: str | bytes, expected: str, mends: tuple[str, ...]
) -> None:
    assert mend(content, name) == (expected, mends)
    assert mend(expected, name) == ("", ())


@pytest.mark.parametrize(
    "content",
    [
        "WEBVTT\n\n\n00:01.000 --> 00:02.000\none\n\n\n\nNOTE a\n\n00:03.000 --> 00:04.000\ntwo",
        (
            "1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>one</i>\r\n\r\n"
            "2\r\n00:00:03,000 --> 00:00:04,000\r\n{\\an8}b\r\n\r\n"
        ),
        "\ufeffWEBVTT\n\n00:01.000 --> 00:02.000\none\n",
    ],
)
def test_a_file_in_which_nothing_is_odd_keeps_every_byte(content: str) -> None:
    assert mend(content, VTT if "WEBVTT" in content else SRT) == ("", ())


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        (
            "each is for more than half of the time with the other",
            "00:01.000 --> 00:09.000\nA",
            "00:02.000 --> 00:10.000\nB",
        ),
        ("two people", "00:01.000 --> 00:04.000\n<v Ana>A", "00:03.000 --> 00:06.000\n<v Ben>B"),
        ("two places", "00:01.000 --> 00:04.000 line:0\nA", "00:03.000 --> 00:06.000\nB"),
        ("a sound", "00:01.000 --> 00:04.000\n[music]", "00:03.000 --> 00:06.000\nB"),
        ("they begin together", "00:01.000 --> 00:04.000\nA", "00:01.000 --> 00:06.000\nB"),
        (
            "a word begins after the other cue",
            "00:01.000 --> 00:04.000\nA <00:03.500>b",
            "00:03.000 --> 00:06.000\nB",
        ),
    ],
)
def test_what_may_be_meant_to_be_shown_together_stays(kind: str, first: str, second: str) -> None:
    assert mend(f"WEBVTT\n\n{first}\n\n{second}\n") == ("", ()), kind


def test_an_offset_moves_all_times_those_of_words_too() -> None:
    content = "WEBVTT\n\n01:00:01.000 --> 01:00:04.000 align:start\none <01:00:02.000>two\n"
    assert mend(content, offset_ms=-3_600_000) == (
        "WEBVTT\n\n00:00:01.000 --> 00:00:04.000 align:start\none <00:00:02.000>two\n",
        ("offset",),
    )


def test_an_offset_that_cuts_a_cue_stays_for_the_owner_to_correct() -> None:
    content = b"WEBVTT\n\n01:00:01.000 --> 01:00:04.000\none\n"
    mended = mend_captions(content, VTT, ReadOptions("captions", "en", offset_ms=-3_602_000))
    assert (mended.data, mended.reason) == (None, "its offset puts a cue before 0")


@pytest.mark.parametrize(
    ("code", "name", "content", "expected"),
    [
        (
            "number-or-words",
            SRT,
            "1\n00:00:03,000 --> 00:00:04,000\nsince\n\n2\n\n2\n00:00:01.000 --> 00:00:02.000\nby\n\n3\n",
            "",
        ),
        (
            "number-or-words",
            SRT,
            "1\n00:00:01.000 --> 00:00:02.000\nsince\n\n2\n",
            "1\n00:00:01,000 --> 00:00:02,000\nsince\n\n2\n",
        ),
        (
            "note-or-words",
            VTT,
            "WEBVTT\n\n00:01.000 --> 00:02.000\n\none\n\n00:03.000 --> 00:04.000\n\nNOTE the price\n",
            "",
        ),
        ("doubtful-speaker", VTT, "WEBVTT\n\n00:01,000 --> 00:02.000\nMan in crowd: no\n", None),
    ],
)
def test_what_is_doubtful_is_noted_as_before(
    code: str, name: str, content: str, expected: str | None
) -> None:
    written, _ = mend(content, name)
    if expected is not None:
        assert written == expected
    after = read_captions((written or content).encode(), name)
    before = read_captions(content.encode(), name)
    assert [n.code for n in after.notes].count(code) == [n.code for n in before.notes].count(code)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        (
            VTT,
            "WEBVTT\n\n00:05.000 --> 00:06.000\na\n\n00:01.000 --> soon\nb\n",
            "error that may cost words",
        ),
        (VTT, "[1, 2]", "cannot be read"),
        (
            SRT,
            "1\n00:00:01:12 --> 00:00:02:01\na\n\n2\n00:00:00:10 --> 00:00:00:20\nb\n",
            "count frames",
        ),
        (
            "captions.en.ttml",
            (
                '<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="3s" end="4s">b</p>'
                '<p begin="1s" end="3.5s">a</p></div></body></tt>'
            ),
            "it is TTML, and only WebVTT, SubRip and SBV are written",
        ),
        (
            VTT,
            "WEBVTT\n\n00:01.000 --> 00:02.000\na\n\nWEBVTT\n\n00:03.000 --> 00:04.000\nb\n",
            "joined of several files",
        ),
    ],
)
def test_what_is_not_written_again_says_why(name: str, content: str, reason: str) -> None:
    assert reason in refusal(content, name)


def test_a_sound_file_in_another_format_is_not_mentioned() -> None:
    content = '<div><p begin="1s" end="2s">a</p></div>'
    content = f'<tt xmlns="http://www.w3.org/ns/ttml"><body>{content}</body></tt>'
    assert refusal(content, "captions.en.ttml") == ""


def test_what_is_guessed_stays_a_note() -> None:
    """The end of a cue that ends before it begins is not known: the owner is told as long as it stands."""
    content = "WEBVTT\n\n00:05.000 --> 00:06.000\nb\n\n00:03.000 --> 00:02.000\na\n"
    written, mends = mend(content)
    assert "00:03.000 --> 00:02.000\na\n" in written
    assert mends == ("cues-out-of-order",)
    assert {note.code for note in read_captions(written.encode(), VTT).notes} == {
        "ends-before-it-begins"
    }


def words_of(read: CaptionFile) -> list[tuple[str | None, str, int]]:
    """Who says what from when on."""
    return [(cue.voice, " ".join(cue.text.split()), cue.start_ms) for cue in read.cues]


@pytest.mark.parametrize(
    ("suffix", "text"), [row[1:3] for row in FILES], ids=[row[0] for row in FILES]
)
def test_files_that_break_a_reader_say_the_same_when_they_are_mended(
    suffix: str, text: str
) -> None:
    name = f"captions.en.{suffix}"
    before = read_captions(text.encode(), name)
    written, _ = mend(text, name)
    if written:
        after = read_captions(written.encode(), name)
        assert words_of(after) == words_of(before)
        assert mend(written, name) == ("", ())


@pytest.mark.parametrize(
    ("name", "content"),
    [(each.name, each.content) for row in EXAMPLES.values() for each in row if each.cues],
)
def test_every_kind_of_file_says_the_same_or_is_left_as_it_is(
    name: str, content: str | bytes
) -> None:
    data = content.encode() if isinstance(content, str) else content
    mended = mend_captions(data, name, ReadOptions.from_name(name))
    if mended.data is not None:
        assert words_of(read_captions(mended.data, name)) == words_of(read_captions(data, name))


WORDS = st.sampled_from(
    ["orchard", "niña", "R&amp;D", "&gt;&gt; no", "ANA: yes", "<v Ana>so", "<i>late</i>", "to\u00admorrow",
     "1999", "[music]", "ไม่มี\u200bใคร", "a < b", "- no", "x --> y", "&amp;amp;", "{\\an8}up",
     "we <00:00:02.000>go"]
)  # fmt: skip
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), max_size=2).map("\n".join)
GAPS = st.sampled_from([-1500, -400, 0, 10, 700])
LENGTHS = st.sampled_from([-500, 0, 10, 900, 2_000, 5_000])
TIMES = st.sampled_from(
    ["{} --> {}", "{},{}", "{} -> {}", "{} --> {} align:start", "{} --> {} here", "{} --&gt; {}"]
)


@st.composite
def made_files(draw: st.DrawFn) -> tuple[str, str]:
    """A caption file as nobody should write it, and its name."""
    suffix = draw(st.sampled_from(["vtt", "srt", "sbv"]))
    form, mark = draw(TIMES), draw(st.sampled_from([".", ","]))
    steps = draw(st.lists(st.tuples(GAPS, LENGTHS, TEXTS), min_size=1, max_size=6))
    starts = accumulate((gap + 1_200 for gap, _, _ in steps), initial=2_000)
    blocks = []
    for number, (start, (_, length, text)) in enumerate(zip(starts, steps, strict=False), 1):
        times = [
            format_vtt_timestamp(max(ms, 0)).replace(".", mark) for ms in (start, start + length)
        ]
        above = draw(st.sampled_from(["", f"{number}\n", "NOTE kept\n\n", "name\n", "\n"]))
        blocks.append(f"{above}{form.format(*times)}\n{text}\n")
    between = draw(st.sampled_from(["", "\n", "\n\n"]))
    head = draw(st.sampled_from(["", "WEBVTT\n", "WEBVTT\n\n", "\nwebvtt kept\n\n"]))
    end = draw(st.sampled_from(["\n", "\r\n", "\r", "\r\r\n"]))
    return (head + between.join(blocks)).replace("\n", end), f"captions.en.{suffix}"


@given(made=made_files(), offset_ms=st.sampled_from([0, 0, 3_600_000, -1_000]))
def test_a_mended_file_says_the_same_and_its_findings_are_gone(
    made: tuple[str, str], offset_ms: int
) -> None:
    text, name = made
    options = ReadOptions("captions", "en", offset_ms=offset_ms)
    mended = mend_captions(text.encode(), name, options)
    if mended.data is None:
        return
    before = read_captions(text.encode(), name, options)
    after = read_captions(mended.data, name, ReadOptions("captions", "en"))
    assert words_of(after) == words_of(before)
    assert not before.faults
    assert not after.faults
    for old, new in zip(before.cues, after.cues, strict=True):
        assert new.end_ms <= old.end_ms
    assert {note.code for note in after.notes} <= {note.code for note in before.notes}
    assert mend_captions(mended.data, name, ReadOptions("captions", "en")).data is None
    assert re.findall("kept", text) == re.findall("kept", mended.data.decode())


def test_the_reference_marks_what_is_mended() -> None:
    """Each code that docs/reference/findings.md marks is mended by an example here, and no other is."""
    page = (ROOT / "docs" / "reference" / "findings.md").read_text("utf-8")
    rows = re.findall(r"^\| `([a-z0-9-]+)` \| [a-z, ]+ \| (mends \|)?(.+)", page, re.MULTILINE)
    assert len(rows) > 50
    mended = {mend for row in MENDS for mend in row[4]}
    codes = {code for code, _, _ in rows}
    marked = {code for code, mark, when in rows if mark or "`--fix`" in when}
    assert marked == mended & codes == MENDABLE
    listed = (ROOT / "docs" / "reference" / "commands.md").read_text("utf-8")
    assert [mend for mend in mended - codes if f"| `{mend}` |" not in listed] == []
