from itertools import pairwise

import pytest

from showcase.core.text.sentences import continues_sentence, ends_sentence, sentence_starts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", [""]),
        ("One. Two! Three?", ["One. ", "Two! ", "Three?"]),
        ("“Why?” she said. Nobody knew.", ["“Why?” she said. ", "Nobody knew."]),
        ("We want… we are going", ["We want… we are going"]),
        ("At 3.5 p.m. they went", ["At 3.5 p.m. they went"]),
        ("我們走。他們走！？好", ["我們走。", "他們走！？", "好"]),
        ("ہم گئے۔ وہ آئے", ["ہم گئے۔ ", "وہ آئے"]),
    ],
)
def test_sentences_begin_after_their_ends(text: str, parts: list[str]) -> None:
    borders = [0, *sentence_starts(text), len(text)]
    assert [text[a:b] for a, b in pairwise(borders)] == parts


@pytest.mark.parametrize(
    ("text", "ends"),
    [("Yes.", True), ("“Yes.” ", True), ("and", False), ("", False), ("是。", True)],
)
def test_the_end_of_a_sentence_is_known(text: str, ends: bool) -> None:  # noqa: FBT001
    assert ends_sentence(text) == ends


def test_a_small_letter_continues_a_sentence() -> None:
    assert continues_sentence("“and so")
    assert not continues_sentence("And so")
