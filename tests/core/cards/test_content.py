"""How much of a quotation is on a card."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.cards.content import MAX_CARD_CHARS, add_card_quotation_marks
from showcase.core.text.truncate import truncate_at_sentence, truncate_to_fit

RULES = "We wrote the rules. Word by word, in the field. Nobody can take them away from us now."


@pytest.mark.parametrize(
    ("language", "text", "marked"),
    [
        ("en", "We did.", "“We did.”"),
        ("de", "Wir waren es.", "„Wir waren es.“"),
        ("pl", "My.", "„My.”"),
        ("fr", "C’est nous.", "«\u2009C’est nous.\u2009»"),
        ("bn", "আমরা।", "“আমরা।”"),
        ("ar", "نحن.", "«نحن.»"),
        ("en", "“We did.”", "“We did.”"),
        ("en", '"We did."', '"We did."'),
        ("en", "“We did,” she said", "““We did,” she said”"),
    ],
)
def test_words_stand_between_the_marks_of_their_language_once(
    language: str, text: str, marked: str
) -> None:
    assert add_card_quotation_marks(text, language) == marked


@pytest.mark.parametrize(
    ("most", "shortened"),
    [
        (len("We wrote the rules. Word by word, in the field. Nobody can"), RULES[:47] + " …"),
        (len("We wrote the rules. Word by word"), "We wrote the rules. …"),
        (len("We wrote the rules."), "We wrote the rules. …"),
        (len("We wrote the"), "We wrote the…"),
        (len("We"), "We…"),
    ],
)
def test_a_quote_is_cut_at_the_end_of_a_sentence_else_of_a_word(most: int, shortened: str) -> None:
    assert truncate_at_sentence(RULES, most) == (shortened,)


@pytest.mark.parametrize(
    ("text", "most", "shortened"),
    [
        ("Yes. And then we wrote down every rule of it", 38, "Yes. And then we wrote down every rule…"),
        ("When we were all there, we wrote it down", 32, "When we were all there…"),
        ("So Dr. Field and U. S. growers signed it. Then others did.", 22, "So Dr. Field and U. S.…"),
        ("We learned it… and we began. Then the rest came", 40, "We learned it… and we began. …"),
        ("We learned about it… Then others began to learn", 30, "We learned about it…"),
        ("আমরা নিয়ম লিখেছি। কেউ তা নিতে পারবে না।", 22, "আমরা নিয়ম লিখেছি। …"),
        ("كتبنا القواعد. ولن ينتزعها أحد منا", 20, "كتبنا القواعد. …"),
        ("One, two,", 4, "One…"),
    ],
)  # fmt: skip
def test_a_cut_reads_well(text: str, most: int, shortened: str) -> None:
    assert truncate_at_sentence(text, most) == (shortened,)


def fits_in(characters: int) -> Callable[[tuple[str, ...]], bool]:
    return lambda paragraphs: sum(map(len, paragraphs)) <= characters


@pytest.mark.parametrize(
    ("paragraphs", "room", "expected"),
    [
        (("All of it.",), 10, ("All of it.",)),
        ((RULES,), 60, (RULES[:47] + " …",)),
        (("Who wrote the rules?", "We did, word by word."), 33, ("Who wrote the rules? …",)),
        (("Who wrote the rules?", "We did, word by word."), 36, ("Who wrote the rules? …",)),
        (("Who?", "We did it word by word by word."), 24, ("Who?", "We did it word by…")),
        (("Incomprehensibilities",), 5, ("Incomprehensibilities…",)),
        (("one two",), 0, ("one…",)),
    ],
)
def test_as_much_as_fits_is_kept(
    paragraphs: tuple[str, ...], room: int, expected: tuple[str, ...]
) -> None:
    assert truncate_to_fit(paragraphs, fits_in(room), MAX_CARD_CHARS) == expected


def test_a_sentence_whose_ellipsis_has_no_room_gives_way_to_words() -> None:
    assert truncate_to_fit(["We wrote it. Then they"], fits_in(13), MAX_CARD_CHARS) == (
        "We wrote…",
    )


def test_of_endless_speech_only_the_beginning_is_measured() -> None:
    measured: list[int] = []

    def fits(paragraphs: tuple[str, ...]) -> bool:
        measured.append(sum(map(len, paragraphs)))
        return True

    (cut,) = truncate_to_fit(["word " * 5_000], fits, MAX_CARD_CHARS)
    assert max(measured) <= MAX_CARD_CHARS + 2
    assert len(measured) <= 15
    assert cut.endswith("word…")


@given(st.text(st.sampled_from("ab .,!?…\n“”"), min_size=1), st.integers(0, 60))
def test_what_is_kept_is_a_beginning_of_what_was_said(text: str, room: int) -> None:
    paragraphs = [line for line in text.split("\n") if line.strip()] or ["a"]
    kept = "\n".join(truncate_to_fit(paragraphs, fits_in(room), MAX_CARD_CHARS))
    whole = "\n".join(paragraphs)
    assert kept == whole or whole.startswith(kept.removesuffix("…").rstrip())
    assert kept
