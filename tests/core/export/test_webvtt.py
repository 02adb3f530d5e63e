"""Writing cues as WebVTT."""

import pytest

from showcase.core.captions.cues import Cue, Ruby
from showcase.core.export.webvtt import write_vtt

BLOCKS = [
    (Cue(0, 1500, "Hello"), "00:00:00.000 --> 00:00:01.500\nHello"),
    (Cue(0, 1, "Hi", voice="Ana"), "00:00:00.000 --> 00:00:00.001\n<v Ana>Hi</v>"),
    (Cue(0, 1, "Hi", turn=True), "00:00:00.000 --> 00:00:00.001\n- Hi"),
    (
        Cue(3_600_000, 3_600_001, "a < b --> c & d\n\n\r\n<i>"),
        "01:00:00.000 --> 01:00:00.001\na &lt; b --&gt; c &amp; d\n&lt;i&gt;",
    ),
    (Cue(0, 1, "x", voice="A > B\nC"), "00:00:00.000 --> 00:00:00.001\n<v A &gt; B C>x</v>"),
]


@pytest.mark.parametrize(("cue", "block"), BLOCKS)
def test_a_cue_is_a_block_that_no_reader_misreads(cue: Cue, block: str) -> None:
    assert write_vtt([cue], "en") == f"WEBVTT\nLanguage: en\n\n{block}\n"


def test_a_cue_without_words_is_left_out() -> None:
    assert write_vtt([Cue(0, 1, " \n ")], "en") == "WEBVTT\nLanguage: en\n"


def test_a_language_that_is_none_is_not_written() -> None:
    assert write_vtt([], "en\n\n00:00") == "WEBVTT\n"


def test_readings_are_written_as_ruby() -> None:
    cue = Cue(0, 1_000, "農園で\n<働く>", ruby=(Ruby(0, 2, "のうえん"), Ruby(5, 7, "は & た")))
    assert write_vtt([cue], "ja").endswith(
        "\n<ruby>農園<rt>のうえん</rt></ruby>で\n&lt;<ruby>働く<rt>は &amp; た</rt></ruby>&gt;\n"
    )


def test_a_note_is_a_comment_before_the_cues() -> None:
    assert write_vtt([Cue(0, 1_000, "Hi")], "en", "Times are estimated.") == (
        "WEBVTT\nLanguage: en\n\nNOTE Times are estimated.\n\n00:00:00.000 --> 00:00:01.000\nHi\n"
    )
