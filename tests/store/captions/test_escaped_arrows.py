"""Captions that were copied out of a page, with the arrows of their times escaped."""

import pytest

from showcase.store.captions.escaped_arrows import unescape_arrows
from showcase.store.captions.parsed_file import ParsedFile
from showcase.store.captions.reader import CaptionFile, read_captions
from tests.store.captions.word_documents import docx

HEADS = [
    "--&gt;", "--&#62;", "--&#x3E;", "--&#x3e;", "--&#062;", "--&amp;gt;", "--&amp;amp;gt;", "-&gt;", "—&gt;",
    "–&gt;", "&mdash;&gt;", "&ndash;&ndash;&gt;", "&#45;&#45;&gt;", "&#45;&#45;>", "--\\u003e", "--%3E",
    "&rarr;", "&#8594;", "- -&gt;", "&nbsp;--&gt;&nbsp;",
]  # fmt: skip
SAID = [(1_000, 2_000, "Salt & pepper"), (3_000, 4_000, "a soft word"), (5_000, 6_000, "x < y")]


def srt(arrow: str, *texts: str) -> str:
    return "\n".join(
        f"{number}\n00:00:0{2 * number - 1},000 {arrow} 00:00:0{2 * number},000\n{text}\n"
        for number, text in enumerate(texts, 1)
    )


def read(text: str, name: str = "captions.en.srt") -> CaptionFile:
    return read_captions(text.encode(), name)


@pytest.mark.parametrize("arrow", HEADS)
def test_a_file_that_is_escaped_as_a_whole_is_decoded_as_a_whole(arrow: str) -> None:
    levels = arrow.count("amp;")
    texts = ["Salt &amp; pepper", "a &lt;i&gt;soft&lt;/i&gt; word", "x &amp;lt; y"]
    for _ in range(levels):
        texts = [text.replace("&", "&amp;") for text in texts]
    if not any(sign in arrow for sign in ("gt;", "62;", "3E;", "3e;")):
        texts = ["Salt & pepper", "a <i>soft</i> word", "x &lt; y"]
    found = read(srt(arrow, *texts))
    assert [cue[:3] for cue in found.cues] == SAID
    assert found.faults == ()
    (note,) = found.notes
    assert (note.code, note.line) == ("escaped-twice", 2)


@pytest.mark.parametrize("arrow", HEADS)
def test_an_escaped_arrow_among_others_is_one(arrow: str) -> None:
    text = srt("-->", "One", "<i>Two</i> &amp; more", "Three")
    found = read(text.replace("03,000 -->", f"03,000 {arrow}"))
    assert [cue.text for cue in found.cues] == ["One", "Two & more", "Three"]
    assert found.faults == ()
    assert [(note.code, note.line) for note in found.notes] == [("escaped-twice", 6)]


def test_webvtt_with_its_tags_is_decoded_too() -> None:
    times = "00:01.000 --&gt; 00:02.000"
    text = f"WEBVTT\n\n{times}\n&lt;v Rosa&gt;We came.\n"
    found = read(text, "captions.en.vtt")
    assert [(cue.voice, cue.text) for cue in found.cues] == [("Rosa", "We came.")]


def test_a_word_document_is_decoded_too() -> None:
    found = read_captions(docx(srt("--&gt;", "One", "Two").splitlines()), "captions.en.docx")
    assert [cue.text for cue in found.cues] == ["One", "Two"]


@pytest.mark.parametrize(
    "text",
    [
        srt("-->", "One"),
        "A page says --&gt; and 1 &gt; 0.",
        "Write 00:01 --&gt; 00:02 there.",
        "<p>00:01</p> --&gt; 00:02",
        "",
    ],
)
def test_what_is_no_escaped_timing_line_stays(text: str) -> None:
    notes = ParsedFile().notes
    assert unescape_arrows(text, notes) == text
    assert notes == []


def test_a_file_of_arrows_and_escapes_takes_no_time() -> None:
    unescape_arrows("1:00 " + "&amp;" * 200_000 + "--&gt; 1:00\n" + "1:00 -" * 100_000, [])
