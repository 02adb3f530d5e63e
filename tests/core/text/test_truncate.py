"""Truncation: one rule for every text that is cut, in any script."""

from collections.abc import Callable

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from showcase.core.text.truncate import (
    cluster_prefix,
    cluster_suffix,
    truncate,
    truncate_at_sentence,
    truncate_line,
    truncate_to_fit,
)

RULES = "We wrote the rules. Word by word, in the field. Nobody can take them away from us now."
JAPANESE = "田んぼで働く人の権利を守る約束を書きました"
THAI = "เราเขียนกฎด้วยตัวเองทีละคำในทุ่งนา"
URL = "https://example.org/archive/2017/12/the-rules-that-we-wrote.html?from=newsletter"
FAMILY = "👩\u200d👩\u200d👧"
MAX_CARD_CHARS = 600


@pytest.mark.parametrize(
    ("text", "most", "cut"),
    [
        ("We wrote the rules", 18, "We wrote the rules"),
        ("We wrote the rules", 17, "We wrote the…"),
        ("We wrote, the rules", 10, "We wrote…"),
        ("one, two three", 9, "one, two…"),
        ("We wrote it (the rules)", 14, "We wrote it…"),
        ("We wrote it. They signed", 16, "We wrote it. …"),
        ("We wrote it – they signed", 14, "We wrote it…"),
        ("Antidisestablishmentarianism", 10, "Antidises…"),
        ("An antidisestablishmentarianism", 10, "An antidi…"),
        (URL, 20, URL[:19] + "…"),
        (JAPANESE, 6, "田んぼで働…"),
        ("「田んぼ」（田）", 6, "「田んぼ」…"),
        (THAI, 12, THAI[:10] + "…"),
        ("I say 田んぼで働く人", 12, "I say 田んぼで働…"),
        (f"এক{FAMILY}দুই", 4, "এক…"),
        (f"{FAMILY}{FAMILY}", 4, "…"),
        (f"{FAMILY}{FAMILY}", 6, f"{FAMILY}…"),
        ("e\u0301" * 4, 4, "e\u0301…"),
        (", , , ,", 4, ", ,…"),
        ("Yes", 1, "…"),
        ("", 1, ""),
    ],
)  # fmt: skip
def test_a_text_is_cut_after_a_word_else_after_a_letter(text: str, most: int, cut: str) -> None:
    assert truncate(text, most) == cut


def test_a_line_has_no_white_space_but_single_spaces() -> None:
    assert truncate_line("We\nwrote   it", 20) == "We wrote it"
    assert truncate_line("We\nwrote   it down", 12) == "We wrote it…"


@pytest.mark.parametrize(
    ("most", "shortened"),
    [
        (len("We wrote the rules. Word by word, in the field. Nobody can"), RULES[:47] + " …"),
        (len("We wrote the rules. Word by word"), "We wrote the rules. …"),
        (len("We wrote the rules. …"), "We wrote the rules. …"),
        (len("We wrote the rules. "), "We wrote the rules…"),
        (len("We wrote the rules"), "We wrote the…"),
        (len("We…"), "We…"),
    ],
)
def test_a_quote_is_cut_at_the_end_of_a_sentence_else_of_a_word(most: int, shortened: str) -> None:
    assert truncate_at_sentence(RULES, most) == shortened


@pytest.mark.parametrize(
    ("text", "most", "shortened"),
    [
        ("Yes. And then we wrote down every rule of it", 39, "Yes. And then we wrote down every rule…"),
        ("When we were all there, we wrote it down", 32, "When we were all there…"),
        ("So Dr. Field and U. S. growers signed it. Then others did.", 23, "So Dr. Field and U. S.…"),
        ("We learned it… and we began. Then the rest came", 40, "We learned it… and we began. …"),
        ("We learned about it… Then others began to learn", 30, "We learned about it…"),
        ("আমরা নিয়ম লিখেছি। কেউ তা নিতে পারবে না।", 24, "আমরা নিয়ম লিখেছি। …"),
        ("كتبنا القواعد. ولن ينتزعها أحد منا", 20, "كتبنا القواعد. …"),
        ("約束を書きました。そして守りました。", 12, "約束を書きました。…"),
        ("「約束を書きました。」と言った人がいる。", 15, "「約束を書きました。」…"),
        ("One, two,", 5, "One…"),
        (URL, 40, URL[:39] + "…"),
    ],
)  # fmt: skip
def test_a_cut_reads_well(text: str, most: int, shortened: str) -> None:
    assert truncate_at_sentence(text, most) == shortened


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
        (("Incomprehensibilities",), 5, ("Inco…",)),
        ((JAPANESE,), 8, (JAPANESE[:7] + "…",)),
        (("one two",), 0, ("…",)),
    ],
)
def test_as_much_as_fits_is_kept(
    paragraphs: tuple[str, ...], room: int, expected: tuple[str, ...]
) -> None:
    assert truncate_to_fit(paragraphs, fits_in(room), MAX_CARD_CHARS) == expected


def test_a_sentence_whose_ellipsis_has_no_room_gives_way_to_words() -> None:
    assert truncate_to_fit(["We wrote it. Then they"], fits_in(13), MAX_CARD_CHARS) == (
        "We wrote it…",
    )


def test_of_endless_speech_only_the_beginning_is_measured() -> None:
    measured: list[int] = []

    def fits(paragraphs: tuple[str, ...]) -> bool:
        measured.append(sum(map(len, paragraphs)))
        return True

    (cut,) = truncate_to_fit(["word " * 5_000], fits, MAX_CARD_CHARS)
    assert max(measured) <= MAX_CARD_CHARS
    assert len(measured) <= 15
    assert cut.endswith("word…")


LETTERS = [
    *"ab田んท็ำকি.,!?…。「」- \n“”\u0301\u200d\u0600\r",
    "👩",
    "\U0001f1f2",
    "https://a.example/",
]
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(LETTERS)).map("".join))


@pytest.mark.parametrize("cut", [truncate, truncate_line, truncate_at_sentence])
@given(text=TEXTS, most=st.integers(1, 60))
@example(text="\u0600,b", most=2)
@example(text="a" * 30 + "\u0301" * 40, most=35)
def test_a_cut_is_whole_letters_and_never_too_long(
    cut: Callable[[str, int], str], text: str, most: int
) -> None:
    whole = " ".join(text.split()) if cut is truncate_line else text
    short = cut(text, most)
    assert len(short) <= most or short == "…"
    if len(whole) <= most:
        assert short == whole
        return
    ends = {0, *(found.end() for found in regex.finditer(r"\X", whole))}
    kept = (short, short.removesuffix("…"), short.removesuffix(" …"))
    assert any(whole.startswith(each) and len(each) in ends for each in kept)


@given(
    st.text(st.sampled_from(JAPANESE + THAI.replace("\u0e33", "")), min_size=61), st.integers(9, 60)
)
def test_a_script_without_spaces_is_cut_anywhere(text: str, most: int) -> None:
    longest = max(len(cluster) for cluster in regex.findall(r"\X", text))
    assert most - longest <= len(truncate(text, most)) <= most


@given(TEXTS, st.integers(0, 60))
def test_a_prefix_and_a_suffix_are_whole_letters(text: str, most: int) -> None:
    clusters = regex.findall(r"\X", text)
    for part, beginnings in (
        (cluster_prefix(text, most), ["".join(clusters[:n]) for n in range(len(clusters) + 1)]),
        (cluster_suffix(text, most), ["".join(clusters[n:]) for n in range(len(clusters) + 1)]),
    ):
        assert part == max((each for each in beginnings if len(each) <= most), key=len)


@given(st.text(st.sampled_from("ab .,!?…\n“”"), min_size=1), st.integers(0, 60))
def test_what_is_kept_is_a_beginning_of_what_was_said(text: str, room: int) -> None:
    paragraphs = [line for line in text.split("\n") if line.strip()] or ["a"]
    kept = "\n".join(truncate_to_fit(paragraphs, fits_in(room), MAX_CARD_CHARS))
    whole = "\n".join(paragraphs)
    assert kept == whole or whole.startswith(kept.removesuffix("…").rstrip())
    assert kept
