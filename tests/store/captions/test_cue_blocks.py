"""Why webvtt-py reads after the repair: files of which it alone would lose words (decision 19)."""

import re

import pytest
import webvtt

from showcase.store.captions.reader import read_captions

SAID = ["We", "wrote", "the", "rules"]
TIMES = "00:00:01.000 --> 00:00:02.000"
TEXT = "We wrote the rules."


def file(times: str = TIMES, text: str = TEXT, header: str = "WEBVTT\n\n") -> str:
    return f"{header}{times}\n{text}\n"


DROPS = {
    "a blank line between times and text": file(text=f"\n{TEXT}"),
    "times with commas": file(times="00:00:01,000 --> 00:00:02,000"),
    "an arrow with one dash": file(times="00:00:01.000 -> 00:00:02.000"),
    "times without milliseconds": file(times="00:00:01 --> 00:00:02"),
    "text after the times": file(times=f"{TIMES} {TEXT}", text=""),
    "an arrow in the text": file(text="We wrote --> the rules."),
}
REFUSES = {
    "a header in lower case": file(header="webvtt\n\n"),
    "no header": file(header=""),
    "a blank line before the header": file(header="\nWEBVTT\n\n"),
}


def words(*texts: str) -> list[str]:
    return re.findall(r"\w+", " ".join(texts))


@pytest.mark.parametrize("text", [*DROPS.values(), *REFUSES.values()], ids=[*DROPS, *REFUSES])
def test_with_the_repair_no_word_is_lost(text: str) -> None:
    read = read_captions(text.encode(), "captions.en.vtt")
    assert words(*(cue.text for cue in read.cues)) == SAID


@pytest.mark.parametrize("text", DROPS.values(), ids=DROPS)
def test_webvtt_py_alone_drops_the_words(text: str) -> None:
    assert words(*(cue.raw_text for cue in webvtt.WebVTT.from_string(text).captions)) != SAID


@pytest.mark.parametrize("text", REFUSES.values(), ids=REFUSES)
def test_webvtt_py_alone_refuses_the_file(text: str) -> None:
    with pytest.raises(webvtt.errors.MalformedFileError):
        webvtt.WebVTT.from_string(text)
