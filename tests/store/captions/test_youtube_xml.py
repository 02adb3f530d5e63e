"""YouTube's captions in XML."""

import pytest

from showcase.errors import ContentError
from showcase.store.captions.reader import CaptionFile, read_captions

NAME = "captions.en.srv3"
XML = '<?xml version="1.0" encoding="utf-8" ?>'


def read(text: str) -> CaptionFile:
    return read_captions(text.encode(), NAME)


def said(text: str) -> list[tuple[int, int, str]]:
    return [(cue.start_ms, cue.end_ms, cue.text) for cue in read(text).cues]


SRV1 = """<transcript>
<text start="1" dur="1.5">We&amp;#39;re &lt;here&gt;</text>
<text start="2.5" dur="1.5">All of it?</text>
</transcript>"""
SRV2 = """<timedtext>
<text t="1000" d="1500">We&amp;#39;re &lt;here&gt;</text>
<text t="2500" d="1500">All of it?</text>
</timedtext>"""
WRITTEN = """<timedtext format="3">
<head><pen id="1"/></head>
<body>
<p t="1000" d="1500">We're &lt;here&gt;</p>
<p t="2500" d="1500"><s p="1">All of</s> it?</p>
</body>
</timedtext>"""
AUTOMATIC = """<timedtext format="3"><head><ws id="0"/></head><body>
<w t="0" id="1" wp="1" ws="1"/>
<p t="1000" d="3000" w="1"><s ac="0">We're</s><s t="400" ac="0"> &lt;here&gt;</s></p>
<p t="2490" d="1510" w="1" a="1">
</p>
<p t="2500" d="1500" w="1"><s>All</s><s t="300"> of</s><s t="600"> it?</s></p>
</body></timedtext>"""
FILES = [
    ("srv1", XML + SRV1),
    ("srv2", XML + SRV2),
    ("srv3, by a person", XML + WRITTEN),
    ("srv3, automatic", AUTOMATIC),
]


@pytest.mark.parametrize("text", [row[1] for row in FILES], ids=[row[0] for row in FILES])
def test_captions_of_youtube_are_read(text: str) -> None:
    assert said(text) == [(1000, 2500, "We're <here>"), (2500, 4000, "All of it?")]
    assert (read(text).faults, read(text).notes) == ((), ())


def test_words_have_their_times_and_their_doubt() -> None:
    words = '<s ac="255">We</s><s t="400" ac="51"> pick</s>'
    text = f'<timedtext format="3"><body><p t="1000" d="900">{words}</p></body></timedtext>'
    file = read(text)
    assert [(word.at, word.start_ms) for word in file.cues[0].words] == [(0, 1000), (3, 1400)]
    assert '1 of 2 words were heard with doubt: "pick" at 0:01 (20 %)' in str(file.notes[0])


def test_a_caption_without_a_readable_time_is_named_by_its_line() -> None:
    body = '<p t="x" d="9">One</p>\n<p t="1000" d="900">Two</p>'
    text = f'<timedtext format="3"><body>\n{body}</body></timedtext>'
    file = read(text)
    assert (file.faults[0].place, file.skipped_cue_count, len(file.cues)) == (f"{NAME}:2", 1, 1)


def test_entities_are_refused() -> None:
    entity = '<!DOCTYPE a [<!ENTITY b "bb">]>'
    with pytest.raises(ContentError, match="XML"):
        read(f'{XML}{entity}<timedtext><text t="1" d="2">&b;</text></timedtext>')


@pytest.mark.parametrize("text", [row[1] for row in FILES], ids=[row[0] for row in FILES])
def test_a_cut_file_says_so(text: str) -> None:
    for end in range(60, len(text) - 3, 7):
        try:
            file = read(text[:end])
        except ContentError:
            continue
        assert file.faults
