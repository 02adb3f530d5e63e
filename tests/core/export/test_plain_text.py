from showcase.core.captions.cues import Cue, number_cues
from showcase.core.catalog.localized import LocalizedVideo
from showcase.core.catalog.models import Chapter, Person, Video
from showcase.core.export.plain_text import Interview, build_interview, write_plain_text
from showcase.core.transcript.passages import build_passages
from showcase.core.transcript.transcript import build_transcript

CUES = (
    Cue(0, 4_000, "We pick before dawn.", "Rosa"),
    Cue(4_000, 6_000, "[bell]", None, sound=True),
    Cue(70_000, 74_000, "And the buyers signed.", "Omar"),
    Cue(80_000, 84_000, "Nobody asked us.", "Omar"),
    Cue(90_000, 94_000, "Who is that?", None, turn=True),
)
VIDEO = Video(
    slug="yard",
    title="The yard",
    language="en",
    people=(Person("Omar", "Buyers United"),),
    chapters=(
        Chapter(0, 60_000, "Before"),
        Chapter(60_000, 70_000, "Then"),
        Chapter(70_000, 95_000, "After"),
        Chapter(95_000, 99_000, "Credits"),
    ),
)

WRITTEN = """\
The yard
========
2017
https://example.org


Before
------

Rosa, 0:00
We pick before dawn. [bell]


Then
----


After
-----

Omar (Buyers United), 1:10
And the buyers signed.

Nobody asked us.

Who is that?


Credits
-------
"""


def test_a_transcript_reads_like_an_interview() -> None:
    talk = build_transcript("en", CUES)
    interview = build_interview(LocalizedVideo(VIDEO), talk, build_passages(talk, VIDEO.chapters))
    assert write_plain_text(VIDEO.title, ["2017", "https://example.org"], interview) == WRITTEN
    assert [paragraph.key for paragraph in interview.paragraphs] == [
        "p0",
        "p70000",
        "p80000",
        "p90000",
    ]


def test_no_words_are_no_paragraphs() -> None:
    talk = build_transcript("en", ())
    assert build_interview(LocalizedVideo(VIDEO), talk, ()).paragraphs == ()
    assert write_plain_text("Short", [], Interview()) == "Short\n=====\n"


def test_without_times_only_names_are_above_the_words_and_no_chapters() -> None:
    talk = build_transcript("en", number_cues(CUES), has_times=False)
    interview = build_interview(LocalizedVideo(VIDEO), talk, build_passages(talk, VIDEO.chapters))
    assert (
        write_plain_text(VIDEO.title, [], interview)
        == """\
The yard
========

Rosa
We pick before dawn. [bell]

Omar (Buyers United)
And the buyers signed. Nobody asked us.

Who is that?
"""
    )
