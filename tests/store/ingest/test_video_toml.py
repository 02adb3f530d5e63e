import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.catalog.models import FeaturedQuote, Link, Notice, Organization, Person
from showcase.core.catalog.site_catalog import Site
from showcase.store.ingest.site_toml import read_site_toml
from showcase.store.ingest.toml_lines import key_lines
from showcase.store.ingest.video_toml import TrackToml, VideoToml, read_video_toml

WHOLE = """\
title = "On the farm"
language = "EN"
headline = "Shade, water, a clock"
kicker = "Worker-driven Social Responsibility"
author = "Worker-driven Social Responsibility Network"
summary = \"\"\"
Two lines
of summary.\"\"\"
date = "2017-12"
duration = "2:34"
source = ["preview.webm", "preview.mp4"]
poster = "poster.webp"
poster_alt = "A field"

[notice]
title = "A preview"
text = "Read aloud."
link = { label = "The video", url = "https://example.org/video" }

[[links]]
label = "The announcement"
url = "https://example.org/blog/"

[[people]]
name = "Ana Reyes"
organization = "Growers United"
role = "picker"

[[organizations]]
name = "Growers United"
short = "GU"
place = "Vermont"
url = "https://example.org"
about = "Pickers of tomatoes."

[[quotes]]
text = "a clock that belongs to the workers"
speaker = "Ana Reyes"
emphasis = "belongs to the workers"

[tracks."captions.es.vtt"]
label = "Español"
note = "Not yet reviewed"
"""


def test_every_key_of_a_video_is_read() -> None:
    read = read_video_toml(WHOLE, "farm/video.toml")

    assert read.faults == ()
    assert read.values == VideoToml(
        title="On the farm",
        language="en",
        headline="Shade, water, a clock",
        kicker="Worker-driven Social Responsibility",
        author="Worker-driven Social Responsibility Network",
        summary="Two lines\nof summary.",
        date="2017-12",
        duration=154_000,
        source=("preview.webm", "preview.mp4"),
        poster="poster.webp",
        poster_alt="A field",
        notice=Notice("A preview", "Read aloud.", Link("The video", "https://example.org/video")),
        links=(Link("The announcement", "https://example.org/blog/"),),
        people=(Person("Ana Reyes", "Growers United", "picker"),),
        organizations=(
            Organization(
                "Growers United", "GU", "Vermont", "https://example.org", "Pickers of tomatoes."
            ),
        ),
        quotes=(
            FeaturedQuote(
                "a clock that belongs to the workers", "Ana Reyes", "", "belongs to the workers"
            ),
        ),
        tracks={"captions.es.vtt": TrackToml("Español", "Not yet reviewed")},
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('"2017"', "2017"),
        ('"2017-12"', "2017-12"),
        ('"2017-12-29"', "2017-12-29"),
        ("2017-12-29", "2017-12-29"),
        ("2017-12-29T10:00:00Z", "2017-12-29"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(written: str, read: str) -> None:
    values = read_video_toml(f'title = "A"\ndate = {written}', "v").values
    assert values is not None
    assert values.date == read


@pytest.mark.parametrize("content", ["\ufefftitle = 'A'\r\ndate = '2017'\r\n", 'title = "A"'])
def test_a_file_may_begin_with_a_mark_and_end_its_lines_as_windows_does(content: str) -> None:
    read = read_video_toml(content, "v")
    assert read.faults == ()
    assert read.values is not None
    assert read.values.title == "A"


FAULTS = [
    ("", "v", '"title" is missing: add title = "…"'),
    ('titel = "A"\ntitle = "A"', "v:1", 'There is no key "titel": write "title"'),
    ('title = "A"\nxyzzy = 1', "v:2", 'There is no key "xyzzy": the keys are title, language,'),
    ("title = 7", "v:1", '"title" is a number, not text: write text in double'),
    ("title = true", "v:1", "is true or false, not text"),
    ('title = ["A"]', "v:1", "is a list, not text"),
    ("title = 2017-12-29", "v:1", "is a date, not text"),
    ('title = "  "', "v:1", '"title" is empty: write something in its quotes'),
    ('title = "A\\u0000"', "v:1", "has a control character: remove it"),
    ('title = "A"\nlanguage = "English please"', "v:2", "is not a language tag: write one like"),
    ('title = "A"\n\n\ndate = "December 2017"', "v:4", '"December 2017" is not a date: write'),
    ('title = "A"\ndate = "2017-13"', "v:2", "is not a date"),
    ('title = "A"\ndate = "2017-02-30"', "v:2", "is not a date"),
    ('title = "A"\ndate = 2017', "v:2", "a number is not a date: write"),
    (
        'title = "A"\nduration = "long"',
        "v:2",
        '"long" is not a duration: write minutes and seconds',
    ),
    ('title = "A"\nduration = 154', "v:2", "is not a duration"),
    ('title = "A"\nsource = [1]', "v:2", '"source" is neither text nor a list of texts'),
    ('title = "A"\nsource = ""', "v:2", '"source" is empty'),
    ('title = "A"\nnotice = "B"', "v:2", '"notice" is text, not a table: write [notice]'),
    ('title = "A"\n[notice]\ntitle = "B"', "v:2", '"text" is missing: add text = "…"'),
    ('title = "A"\n[links]\nlabel = "B"', "v:2", "begin each of its entries with [[links]]"),
    ('title = "A"\n[[links]]\nlabel = "B"\nurl = "b.org"', "v:4", '"b.org" is not a web address'),
    ('title = "A"\n[[links]]\nlabel = "B"\nurl = "javascript:x()"', "v:4", "not a web address"),
    ('title = "A"\n[[links]]\nlabel = "B"\nurl = "http://[::1"', "v:4", "not a web address"),
    ('title = "A"\n[[people]]\nname = "B"\n[[people]]\nrole = "C"', "v:4", '"name" is missing'),
    (
        'title = "A"\n[[quotes]]\ntext = "B c"\nemphasis = "d"',
        "v:4",
        '"d" is not a part of the quote',
    ),
    (
        'title = "A"\ntracks = "B"',
        "v:2",
        'write [tracks."captions.es.vtt"] with the name of a file',
    ),
    (
        'title = "A"\n[tracks."c.vtt"]\nnot = "B"',
        "v:3",
        'There is no key "not": write "note"',
    ),
    (
        'title = "A"\n[[quots]]\ntext = "B"',
        "v:2",
        'There is no key "quots": write "quotes"',
    ),
    ("title = A", "v:1", 'The text is not in quotes: write title = "A"'),
    ('title = "A"\ndate = 2017-12', "v:2", 'The text is not in quotes: write date = "2017-12"'),
    (
        'title = "A"\ntitle = "B"',
        "v:2",
        "title is there twice; the first one is in line 1: keep one",
    ),
    (
        'title = "A"\n\nsummary = """\nB',
        "v:3",
        'The text that begins here with """ does not end: write """ after',
    ),
]


@pytest.mark.parametrize(("content", "place", "message"), FAULTS)
def test_a_fault_has_its_line_and_says_what_to_do(content: str, place: str, message: str) -> None:
    (fault,) = read_video_toml(content, "v").faults
    assert fault.place == place
    assert message in str(fault)


def test_all_faults_of_a_file_are_named_at_once() -> None:
    content = 'titel = "A"\ndate = 1\n[[links]]\nurl = "x"\n[[quotes]]\ntxt = "y"\n'
    places = [fault.place for fault in read_video_toml(content, "v").faults]
    assert sorted(places) == ["v", "v:1", "v:2", "v:3", "v:4", "v:5", "v:6"]


def test_keys_are_found_in_their_lines_whatever_is_around_them() -> None:
    lines = key_lines(
        '# title = "no"\ntitle = """\nlanguage = "no"\n"""\nsource = [\n  "a",\n  "b",\n]\n'
        '[[quotes]]\ntext = "one"\n\n[[quotes]]\ntext = "two"\n[quotes.more]\nx = 1\n'
        '[tracks."a.b"]\n"note" = "n"\nnotice.title = "t"\n'
    )
    assert lines == {
        ("title",): 2,
        ("source",): 5,
        ("quotes",): 9,
        ("quotes", 0): 9,
        ("quotes", 0, "text"): 10,
        ("quotes", 1): 12,
        ("quotes", 1, "text"): 13,
        ("quotes", 1, "more"): 14,
        ("quotes", 1, "more", "x"): 15,
        ("tracks", "a.b"): 16,
        ("tracks", "a.b", "note"): 17,
        ("tracks", "a.b", "notice"): 18,
        ("tracks", "a.b", "notice", "title"): 18,
    }


@given(st.text() | st.lists(st.sampled_from(WHOLE.splitlines())).map("\n".join))
def test_no_text_is_an_error_of_ours(content: str) -> None:
    read = read_video_toml(content, "v")
    assert read.values is not None or read.faults


def test_the_site_says_what_it_is_called() -> None:
    content = 'name = "Voices"\nclosing = "Join us"\nsmall_print = "2017"\n[[links]]\nlabel="A"\nurl="https://a.org"'
    assert read_site_toml(content, "site.toml") == (
        Site("Voices", "Join us", (Link("A", "https://a.org"),), "2017"),
        (),
        (),
    )
    assert read_site_toml("", "site.toml") == (Site(), (), ())


@pytest.mark.parametrize(
    ("content", "place", "message"),
    [
        ('name = ""', "site.toml:1", '"name" is empty'),
        ('nme = "A"', "site.toml:1", 'write "name"'),
        ("name =", "site.toml:1", "There is nothing after the ="),
    ],
)
def test_a_fault_of_the_site_has_its_line_too(content: str, place: str, message: str) -> None:
    _, (fault,), _ = read_site_toml(content, "site.toml")
    assert fault.place == place
    assert message in str(fault)
