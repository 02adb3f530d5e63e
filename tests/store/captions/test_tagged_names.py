"""A tag that is the name of a label of its file is no tag: nothing of it vanishes."""

import pytest

from showcase.store.captions.reader import CaptionFile, read_captions


def read(*texts: str) -> CaptionFile:
    cues = [f"00:{at:02}.000 --> 00:{at:02}.900\n{text}\n" for at, text in enumerate(texts)]
    return read_captions(("WEBVTT\n\n" + "\n".join(cues)).encode(), "captions.en.vtt")


NAMED = ("ZEDO: The well is dry.", "LEILA: Since when?") * 2


@pytest.mark.parametrize("text", ["<zedo>since May", "<zedo> Since May", "- <zedo>since May"])
def test_a_name_in_a_tag_stays_ends_the_turn_and_is_noted(text: str) -> None:
    found = read(*NAMED, text)
    assert found.cues[-1].voice is None
    assert found.cues[-1].text == text.removeprefix("- ")
    assert {note.code for note in found.notes} == {"doubtful-speaker"}


@pytest.mark.parametrize("text", ["<oddtag>since May", "Since <zedo>May", "<zedo since May"])
def test_other_tags_are_read_as_before(text: str) -> None:
    found = read(*NAMED, text)
    assert found.cues[-1].voice == "LEILA"


def test_a_tag_that_is_no_name_is_noted_with_its_line() -> None:
    found = read(*NAMED, "<oddtag>since May")
    assert [(note.code, note.line) for note in found.notes] == [("unknown-tag", 15)]


@pytest.mark.parametrize("text", ["<mark>since May", "<i>since May", "<leila>since May</leila>"])
def test_a_tag_of_html_or_with_an_end_is_no_name(text: str) -> None:
    assert read(text).cues[0].text == "since May"


def test_who_is_not_known_is_noted_once() -> None:
    found = read(*NAMED, "UNKNOWN: Since May.", "Unknown: No.")
    notes = [(note.code, note.line) for note in found.notes]
    assert [note for note in notes if note[0] == "unnamed-speaker"] == [("unnamed-speaker", 16)]
    assert {cue.voice for cue in found.cues[4:]} == {None}
