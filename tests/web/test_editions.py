"""Links to moments of a recording that another one has replaced lead to nobody else's words."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from showcase.errors import ContentError
from tests.web.answers import metas, one
from tests.web.small_showcase import parse
from tests.web.walk import Walk

TOML = """\
title = "The well"
source = "take.webm"
{keys}
[[people]]
name = "Wanda Ives"
"""
WORDS = """\
WEBVTT

00:00.000 --> 00:04.000
<v Wanda Ives>We dug the well with our own hands.

00:04.000 --> 00:08.000
<v Wanda Ives>Nobody may close it now.
"""
CHAPTERS = """\
WEBVTT

00:00.000 --> 00:04.000
Digging

00:04.000 --> 00:08.000
Now
"""
PAGE = "/videos/well"
SENTENCE = "This link may have been made for another recording, which was here before."
# What links to a moment of a video: addresses of pages and of what programs read.
MOMENT_ADDRESS = re.compile(r"/(?:videos|embed)/well[^\s\"'<>]*?[?&;]t=[^\s\"'<>]*")


@pytest.fixture
def walk(tmp_path: Path) -> Iterator[Walk]:
    made = Walk(tmp_path / "transcripts", tmp_path / "state")
    yield made
    made.library.close()


def publish(walk: Walk, keys: str = "edition = 2") -> None:
    walk.write("well", "video.toml", TOML.format(keys=keys))
    walk.write("well", "captions.en.vtt", WORDS)
    walk.write("well", "chapters.en.vtt", CHAPTERS)
    walk.write("well", "take.webm", "hello world")
    assert not walk.publish().faults


@pytest.mark.parametrize(
    "query", ["t=4", "t=4,8", "start=4", "t=4&edition=1", "t=4&edition=3", "words=0-9"]
)
def test_a_time_of_another_recording_shows_the_page_and_says_so(walk: Walk, query: str) -> None:
    publish(walk)
    for path in (PAGE, f"/es{PAGE}", "/embed/well"):
        html = walk.get(f"{path}?{query}").text
        assert walk.get(f"{path}?{query}").status_code == 200
        assert 'class="linked"' in html, path
        assert "is-target" not in html, path
        assert 'class="sel"' not in html, path
    assert SENTENCE in parse(walk.get(f"{PAGE}?{query}").text).get_text(" ")


@pytest.mark.parametrize(
    "address", ["card.png?t=4", "cite.bib?t=4", "cite.json?start=4", "annotation?t=4"]
)
def test_what_programs_ask_for_is_gone(walk: Walk, address: str) -> None:
    publish(walk)
    refused = walk.get(f"{PAGE}/{address}")
    assert refused.status_code == 410
    assert "another recording" in refused.text
    assert walk.get(f"{PAGE}/{address}&edition=2").status_code == 200


def test_a_preview_of_such_a_link_is_of_the_whole_video(walk: Walk) -> None:
    publish(walk)
    of_page = walk.get(f"/oembed?url={quote('http://localhost' + PAGE)}").json
    of_link = walk.get(f"/oembed?url={quote('http://localhost' + PAGE + '?t=4,8')}").json
    assert of_page == of_link
    of_page, of_link = (metas(parse(walk.get(f"{PAGE}{query}").text)) for query in ("", "?t=4,8"))
    assert of_page["og:description"] == of_link["og:description"]
    assert of_page["og:image"] == of_link["og:image"]


def test_parts_that_scripts_ask_for_are_of_this_recording_alone(walk: Walk) -> None:
    publish(walk)
    assert walk.get(f"{PAGE}?part=moment&t=4,8").text == ""
    assert walk.get(f"{PAGE}?part=moment&t=4,8&edition=2").text != ""


@pytest.mark.parametrize(
    "address",
    [
        PAGE, f"{PAGE}?t=4,8&edition=2", f"{PAGE}?q=well", "/embed/well?t=4&edition=2", "/search?q=well",
        "/api/search?q=well", "/api/quote?q=we+dug+the+well+with+our+own+hands",
        f"{PAGE}?part=share&t=4,8&edition=2", f"{PAGE}/annotation?t=4,8&edition=2",
        "/iiif/well/manifest.json", f"{PAGE}/print",
        f"{PAGE}/cite.json?t=4&edition=2", "/api/videos/well", "/api/videos/well/passages",
    ],
)  # fmt: skip
def test_every_address_of_a_moment_names_the_edition(walk: Walk, address: str) -> None:
    publish(walk)
    text = (
        walk.get(address)
        .get_data(as_text=True)
        .replace("%3F", "?")
        .replace("%26", "&")
        .replace("%3D", "=")
    )
    addresses = MOMENT_ADDRESS.findall(text.replace("\\u0026", "&"))
    assert [each for each in addresses if "edition=2" not in each] == []
    if address.startswith((PAGE + "?", "/embed", "/search", "/api/search", "/api/quote")):
        assert addresses


def test_places_in_the_page_have_other_names(walk: Walk) -> None:
    publish(walk, keys="")
    before = {
        each["id"]
        for each in parse(walk.get(PAGE).text).select("#transcript .turn, #transcript h3")
    }
    publish(walk)
    page = parse(walk.get(PAGE).text)
    assert not any(each["id"] in before for each in page.select("[id]"))
    assert one(page, "html")["data-edition"] == "2"
    for link in page.select("a[href*='#']"):
        address, _, anchor = str(link["href"]).partition("#")
        if not address.startswith(("http", "mailto")):
            assert page.find(id=anchor), link["href"]


def test_a_first_recording_has_the_addresses_that_it_always_had(walk: Walk) -> None:
    publish(walk, keys="")
    html = walk.get(f"{PAGE}?t=4,8").text
    assert "edition" not in html
    assert 'class="sel"' in html


@pytest.mark.parametrize("value", ["0", "-1", '"2"', "true", "2.5", "1000000"])
def test_an_edition_that_is_none_is_named_with_its_line(walk: Walk, value: str) -> None:
    walk.write("well", "video.toml", TOML.format(keys=f"edition = {value}"))
    walk.write("well", "captions.en.vtt", WORDS)
    walk.write("well", "take.webm", "hello world")
    with pytest.raises(ContentError) as refused:
        walk.publish()
    (fault,) = refused.value.faults
    assert (fault.line, fault.fix) == (3, "write edition = 2")
