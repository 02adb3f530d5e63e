"""Caption files that are made to harm, and files of machines."""

import time
from contextlib import suppress

import pytest

from benchmarks.captions.hostile import HOSTILE_FILES, HostileFile
from benchmarks.captions.writers import ASS, SCC, event, scc_bytes, ttml
from showcase.errors import ContentError
from showcase.store.captions.reader import read_captions
from tests.conftest import slow_after

# A reader that looks at each character again for each other one needs minutes for so many.
SIZE = 100_000


def fill(piece: str) -> str:
    return piece * (SIZE // len(piece))


HOSTILE = {
    "paragraphs that are all broken": ("ttml", ttml(fill('<p begin="1s" end="2s">a <b>b</p>'))),
    "lone ampersands": ("ttml", ttml(f'<p begin="1s" end="2s">{fill("& ")}</p>')),
    "sections without an end": ("ttml", ttml(f'<p begin="1s" end="2s">{fill("<![CDATA[ ")}</p>')),
    "tags without an end": ("ttml", f"<tt>{fill('<p ')}"),
    "comments without an end": ("ttml", fill("<!--")),
    "braces without an end": ("ass", ASS + event(fill("{"))),
    "a time for each word": ("ass", ASS + event(fill(r"{\k1}a "))),
    "clocks": ("ass", f"{ASS}x,{fill('1:11 ')},{fill('x')}"),
    "a line with many times": ("lrc", fill("[00:01.00]") + "word " * 10_000),
    "words with many times": ("lrc", "[00:01.00]" + fill("<00:01.00>w ")),
    "frames in one line": ("sub", "{1}{1}25\n" + fill("{25}{50}w")),
    "tags in one line": ("sub", "{1}{1}25\n{1}{2}a" + fill("{a:")),
    "a row without an end": ("scc", f"{SCC}00:00:01:00\t9429 {fill(scc_bytes('ab') + ' ')}"),
    "rows and rows": ("scc", f"{SCC}00:00:01:00\t9429 {fill('9440 6161 9470 ')}"),
    "spaces": ("sub", fill(" ")),
}


@pytest.mark.parametrize(("suffix", "text"), HOSTILE.values(), ids=list(HOSTILE))
def test_a_hostile_file_is_read_or_refused(suffix: str, text: str) -> None:
    with suppress(ContentError):
        assert read_captions(text.encode(), f"captions.en.{suffix}").cues


@pytest.mark.parametrize("case", slow_after(5, HOSTILE_FILES), ids=lambda case: case.name)
def test_a_file_of_four_times_the_size_takes_four_times_as_long(case: HostileFile) -> None:
    # Were each cue, line or label compared with all others, it would be sixteen times.
    # What else the machine does may lengthen one of the two: it is measured again before it counts.
    assert any(times_as_long(case, SIZE // 4, SIZE) < 8 for _ in range(3))


def times_as_long(case: HostileFile, fewer_bytes: int, more_bytes: int) -> float:
    fewer, more = (case.make(size) for size in (fewer_bytes, more_bytes))
    return seconds_to_read(more, case.suffix) / seconds_to_read(fewer, case.suffix)


def seconds_to_read(data: bytes, suffix: str) -> float:
    """CPU time."""
    begun = time.process_time()
    with suppress(ContentError):
        read_captions(data, f"captions.en.{suffix}")
    return time.process_time() - begun


@pytest.mark.parametrize(
    "named_text",
    slow_after(
        1,
        [
            ("vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v A>a<v B>b" * 75_001),
            ("vtt", "WEBVTT\n\n" + "00:01.000 --> 00:02.000\na\n\n" * 150_001),
            ("srt", "1-->\n\n" * 150_001),
            ("sub", "{1}{2}a\n" * 150_001),
            ("sub", "{1}{2}a" * 150_002),
            ("sub", "{1}{2}a\n" + "b\n" * 150_002),
            ("lrc", "[00:01.00]a\n" * 150_001),
        ],
    ),
)
def test_a_file_of_more_cues_than_any_recording_needs_is_refused(
    named_text: tuple[str, str],
) -> None:
    suffix, text = named_text
    with pytest.raises(ContentError) as refused:
        read_captions(text.encode(), f"captions.en.{suffix}")
    assert [fault.code for fault in refused.value.faults] == ["too-many-cues"]


def test_a_short_line_does_not_grow_by_its_many_times() -> None:
    data = (fill("[00:01.00]") + "word " * 100).encode()
    with pytest.raises(ContentError) as refused:
        read_captions(data, "captions.en.lrc")
    assert "keep one time" in str(refused.value)


def test_xml_with_faults_everywhere_is_read_up_to_a_limit_and_that_is_said() -> None:
    read = read_captions(
        ttml('<p begin="1s" end="2s">a <b>b</p>' * 200).encode(), "captions.en.ttml"
    )
    assert [fault.code for fault in read.faults] == ["broken-xml"]
    assert "too many places" in read.faults[0].message


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1251", "utf-8", "shift_jis"])
def test_the_encoding_that_a_document_declares_counts(encoding: str) -> None:
    words = {"windows-1251": "Слова", "shift_jis": "言葉"}.get(encoding, "día")
    text = ttml(f'<div><p begin="1s" end="2s">{words}</p></div>').replace("UTF-8", encoding)
    read = read_captions(text.encode(encoding), "captions.en.ttml")
    assert [cue.text for cue in read.cues] == [words]
    assert read.faults == ()


def test_a_declared_encoding_that_is_wrong_does_not_count() -> None:
    text = ttml('<div><p begin="1s" end="2s">día</p></div>').replace("UTF-8", "windows-1251")
    (cue,) = read_captions(text.encode(), "captions.en.ttml").cues
    assert cue.text == "día"


SENTENCES = "We walk to the farm, and then we talk. " * 12
AUTOMATIC = [
    ("sentences with marks", SENTENCES, False),
    ("sentences without marks", SENTENCES.replace(",", "").replace(".", ""), True),
    ("too few words to tell", "we walk to the farm and then we talk", False),
    ("a script that needs no marks", "我们走到农场然后我们谈话 " * 60, False),
    ("YouTube's times of words", "<00:00:01.100><c> word</c>." * 80, True),
]


@pytest.mark.parametrize(
    ("text", "is_automatic"), [row[1:] for row in AUTOMATIC], ids=[row[0] for row in AUTOMATIC]
)
def test_captions_of_a_machine_are_told_by_their_text(text: str, *, is_automatic: bool) -> None:
    vtt = f"WEBVTT\n\n00:00:01.000 --> 00:00:09.000\n{text}\n"
    assert read_captions(vtt.encode(), "captions.en.vtt").is_automatic is is_automatic
