"""In a file that labels its speakers, a name without its colon ends the turn before it, and is told."""

import pytest

from showcase.core.captions.cues import Cue
from showcase.core.captions.speakers import AssignedVoices, TaggedCue, assign_voices

NAMED = ["LEILA: Who has the key?", "PIET VOS: It hangs by the door."]
OTHERS = ["Leila: Who has the key?", "Piet Vos: It hangs by the door."]


def read(texts: list[str]) -> AssignedVoices:
    pieces = [
        TaggedCue(Cue(n * 1000, n * 1000 + 900, text), line=n) for n, text in enumerate(texts, 1)
    ]
    return assign_voices(pieces)


LOST = [
    "LEILA.", "LEILA", "PIET VOS.", "LEILA.\nWe looked for it.", "Leila\tWe looked for it.",
    "Piet Vos The door was open.", "LEILA What door?", "Leila said: We looked for it.",
    "LEILA SAID: We looked for it.", "Piet Vos asked: What door?", "<piet vos>What door?",
]  # fmt: skip


@pytest.mark.parametrize("text", LOST)
def test_a_name_without_its_colon_ends_the_turn_before_it(text: str) -> None:
    found = read([*NAMED, *NAMED, text, "And so on.", *NAMED])
    assert [cue.voice for cue in found.cues[3:6]] == ["PIET VOS", None, None]
    assert found.cues[4].text == text
    assert [line for line, _ in found.doubtful] == [5]


def test_a_label_in_doubt_ends_the_turn_in_a_tag_as_well() -> None:
    found = read([*OTHERS, "Ilmatar: um, we looked.", *OTHERS, "<ilmatar>we looked.", *OTHERS])
    assert [(cue.voice, cue.text) for cue in found.cues[4:6]] == [
        ("Piet Vos", "It hangs by the door."), (None, "<ilmatar>we looked."),
    ]  # fmt: skip
    assert [line for line, _ in found.doubtful] == [3, 6]


def test_a_known_name_in_a_tag_is_a_label() -> None:
    found = read([*NAMED, *NAMED, "<leila>we looked."])
    assert [(cue.voice, cue.text) for cue in found.cues[4:]] == [("LEILA", "we looked.")]


def test_on_the_second_line_it_begins_a_turn_there() -> None:
    found = read([*NAMED, *NAMED, "It hung there.\nLEILA.", *NAMED])
    assert [(cue.voice, cue.text) for cue in found.cues[4:6]] == [
        ("PIET VOS", "It hung there."), (None, "LEILA."),
    ]  # fmt: skip


WORDS = [
    "Leila.", "Leila is here.", "Leila Marques came.", "Leila, we looked.", "Leila I mean it.",
    "LEILA MARQUES came.", "Leila said: no.", "Rafael said: We looked.", "Then Leila said we did.",
    "Leila WE looked.", "<b>", "<zed>x", "Leila", " ", "Leila and Piet Vos went.", "Vos.",
]  # fmt: skip


@pytest.mark.parametrize("text", WORDS)
def test_what_may_be_words_stays_with_the_speaker(text: str) -> None:
    found = read([*OTHERS, *OTHERS, text, *OTHERS])
    assert {cue.voice for cue in found.cues} == {"Leila", "Piet Vos"}
    assert found.doubtful == ()


@pytest.mark.parametrize("text", ["LEILA.", "Leila said: We looked.", "Leila We looked."])
def test_in_a_sentence_that_goes_on_it_is_words(text: str) -> None:
    found = read([*NAMED, *NAMED, "And then there was", text, *NAMED])
    assert found.doubtful == ()


@pytest.mark.parametrize("text", ["Leila said: We looked.", "LEILA.", "Leila We looked."])
def test_in_a_file_that_names_nobody_it_is_words(text: str) -> None:
    found = read(["Who has the key?", text, "By the door."])
    assert {cue.voice for cue in found.cues} == {None}
    assert found.doubtful == ()


def test_a_label_that_says_that_nobody_knows_who_speaks_is_told() -> None:
    found = read([*NAMED, *NAMED, "UNKNOWN: We looked.", "And so on.", "Unknown speaker: Yes."])
    assert [(cue.voice, cue.text) for cue in found.cues[4:]] == [
        (None, "We looked."), (None, "And so on."), (None, "Yes."),
    ]  # fmt: skip
    assert found.unnamed == ((5, "UNKNOWN"), (7, "Unknown speaker"))
