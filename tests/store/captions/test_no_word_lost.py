"""No word is lost on files that break a reader; docs/decisions/0019-webvtt-py.md counts them.

Each file says "one two three". Its last column is how many of these words webvtt-py reads by itself: where it
reads all three one day, the repair of that fault is no longer needed.
"""

import io
import re

import pytest
import webvtt
from webvtt.errors import MalformedFileError

from showcase.store.captions.reader import read_captions

HEADER = "WEBVTT\n\n"
FIRST = "00:01.000 --> 00:02.000"
LAST = "00:03.000 --> 00:04.000"
SRT_FIRST = "00:00:01,000 --> 00:00:02,000"
SRT_LAST = "00:00:03,000 --> 00:00:04,000"
SBV_FIRST = "0:00:01.000,0:00:02.000"
SBV_LAST = "0:00:03.000,0:00:04.000"
PLAIN = f"{HEADER}{FIRST}\none two\n\n{LAST}\nthree\n"


def _vtt(times: str) -> str:
    """The plain file with other times in its first cue."""
    return PLAIN.replace(FIRST, times)


FILES: list[tuple[str, str, str, int]] = [
    ("as the standard asks", "vtt", PLAIN, 3),
    ("a byte order mark", "vtt", "\ufeff" + PLAIN, 3),
    ("CR only", "vtt", PLAIN.replace("\n", "\r"), 3),
    ("CR LF", "vtt", PLAIN.replace("\n", "\r\n"), 3),
    ("a header of several lines", "vtt", PLAIN.replace(
        HEADER, "WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000\n\n"), 3),
    ("STYLE and REGION", "vtt", PLAIN.replace(
        HEADER, HEADER + "STYLE\n::cue {}\n\nREGION\nid:a\n\n"), 3),
    ("NOTE between cues", "vtt", PLAIN.replace(LAST, f"NOTE no\nno\n\n{LAST}"), 3),
    ("NOTE above the times", "vtt", PLAIN.replace(LAST, f"NOTE\n{LAST}"), 3),
    ("cue settings", "vtt", _vtt(f"{FIRST} align:start line:0%"), 3),
    ("an empty cue", "vtt", PLAIN + f"\n{LAST}\n", 3),
    ("a line of spaces in a cue", "vtt", PLAIN.replace("one ", "one\n \n"), 3),
    ("no blank line between cues", "vtt", PLAIN.replace("two\n\n", "two\n"), 3),
    ("no blank line below the header", "vtt", PLAIN.replace(HEADER, "WEBVTT\n"), 3),
    ("hours over 99", "vtt", PLAIN.replace(LAST, "100:00:03.000 --> 100:00:04.000"), 3),
    ("no line feed at the end", "vtt", PLAIN.rstrip(), 3),
    ("a blank line below the times", "vtt", _vtt(FIRST + "\n"), 1),
    ("no header", "vtt", PLAIN.removeprefix(HEADER), 0),
    ("a header in lower case", "vtt", PLAIN.lower(), 0),
    ("blank lines before the header", "vtt", "\n\n" + PLAIN, 0),
    ("comma times", "vtt", _vtt("00:01,000 --> 00:02,000"), 1),
    ("no milliseconds", "vtt", _vtt("00:00:01 --> 00:00:02"), 1),
    ("a colon before the milliseconds", "vtt", _vtt("00:00:01:000 --> 00:00:02:000"), 1),
    ("seconds only", "vtt", _vtt("1.0 --> 2.0"), 1),
    ("a dot for a colon", "vtt", _vtt("00:00:01.000 --> 00:00.02.000"), 3),
    ("four digits of a fraction", "vtt", _vtt("00:01.0000 --> 00:02.0000"), 1),
    ("minutes over 59", "vtt", PLAIN.replace(LAST, "75:03.000 --> 75:04.000"), 2),
    ("an arrow of one dash", "vtt", _vtt("00:01.000 -> 00:02.000"), 1),
    ("a word processor's arrow", "vtt", _vtt("00:01.000 –> 00:02.000"), 1),
    ("an arrow in the text", "vtt", PLAIN.replace("one ", "one --> "), 1),
    ("an arrow further down in the text", "vtt", PLAIN.replace("one ", "one\n--> "), 2),
    ("text after the times", "vtt", _vtt(f"{FIRST} one two").replace("\none two", ""), 1),
    ("SubRip", "srt", f"1\n{SRT_FIRST}\none two\n\n2\n{SRT_LAST}\nthree\n", 3),
    ("SubRip, a blank line in a cue", "srt", f"1\n{SRT_FIRST}\none\n\ntwo\n\n2\n{SRT_LAST}\nthree", 3),
    ("SubRip, no numbers", "srt", f"{SRT_FIRST}\none two\n\n{SRT_LAST}\nthree\n", 0),
    ("SubRip, blank lines before", "srt", f"\n\n1\n{SRT_FIRST}\none two\n\n2\n{SRT_LAST}\nthree", 0),
    ("SubRip, no first number", "srt", f"{SRT_FIRST}\none two\n2\n{SRT_LAST}\nthree\n", 0),
    ("SubRip, a word for a number", "srt", f"a\n{SRT_FIRST}\none two\n\nb\n{SRT_LAST}\nthree\n", 0),
    ("SubRip, a space after a number", "srt", f"1 \n{SRT_FIRST}\none two\n\n2\n{SRT_LAST}\nthree\n", 0),
    ("SubRip, a number far from its times", "srt", f"1\n\n{SRT_FIRST}\none two\n\n2\n\n{SRT_LAST}\nthree", 0),
    ("SubRip, spaces in the times", "srt",
     f"1\n00: 00: 01, 000 --> 00: 00: 02, 000\none two\n\n2\n{SRT_LAST}\nthree\n", 1),
    ("SubRip, no milliseconds", "srt", f"1\n00:00:01 --> 00:00:02\none two\n\n2\n{SRT_LAST}\nthree\n", 1),
    ("SubRip, no hours", "srt", f"1\n00:01,000 --> 00:02,000\none two\n\n2\n{SRT_LAST}\nthree\n", 1),
    ("SubRip named WebVTT", "vtt", f"1\n{SRT_FIRST}\none two\n\n2\n{SRT_LAST}\nthree\n", 0),
    ("WebVTT named SubRip", "srt", PLAIN, 0),
    ("SBV", "sbv", f"{SBV_FIRST}\none two\n\n{SBV_LAST}\nthree\n", 3),
    ("SBV, a blank line below the times", "sbv", f"{SBV_FIRST}\n\none two\n\n{SBV_LAST}\nthree\n", 0),
    ("SBV, a blank line in a cue", "sbv", f"{SBV_FIRST}\none\n\ntwo\n\n{SBV_LAST}\nthree\n", 2),
    ("SBV, spaces at the comma", "sbv", f"0:00:01.000 , 0:00:02.000\none two\n\n{SBV_LAST}\nthree\n", 0),
    ("SBV, no milliseconds", "sbv", f"0:00:01,0:00:02\none two\n\n{SBV_LAST}\nthree\n", 0),
]  # fmt: skip
IDS = [row[0] for row in FILES]


@pytest.mark.parametrize(("suffix", "text"), [row[1:3] for row in FILES], ids=IDS)
def test_every_word_is_read_and_no_other(suffix: str, text: str) -> None:
    file = read_captions(text.encode(), f"metadata.en.{suffix}")
    spoken = re.findall(r"\w+", " ".join(cue.text for cue in file.cues))
    assert spoken == ["one", "two", "three"]
    assert (file.faults, file.skipped_cue_count) == ((), 0)


@pytest.mark.parametrize(("suffix", "text", "count"), [row[1:] for row in FILES], ids=IDS)
def test_webvtt_py_alone_reads_so_many_words(suffix: str, text: str, count: int) -> None:
    assert len(_words_read_alone(text, suffix)) == count


def _words_read_alone(text: str, suffix: str) -> list[str]:
    source = io.StringIO(text.removeprefix("\ufeff"), newline="")
    try:
        captions = webvtt.WebVTT.from_buffer(source, format=suffix).captions
    except MalformedFileError:
        return []
    return re.findall("one|two|three", " ".join(caption.raw_text for caption in captions))
