import random
from itertools import compress, pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from showcase.core.quotes.alignment import (
    ELIDED_WORD_COST,
    LINKED_WORD_BONUS,
    UNQUOTED_WORD_COST,
    Alignment,
    align,
    best_chain,
    candidate_links,
)
from showcase.core.quotes.banding import Band
from showcase.core.quotes.quote import Quote, parse_quote
from showcase.core.quotes.word_links import LinkFinder, WindowForms, WordLink
from showcase.core.text.tokenizer import tokenize
from tests.core.quotes.reference import best_worth

SAID = "we milked the cows at three and nobody had asked whether the barn was safe for any of us"
CAMP = (
    "we came in two thousand seventeen with twenty-five workers and 12 families, and everybody was "
    "afraid of the 25th day in the worker-driven camp"
)
# 800 distinct words, none similar to another.
MANY = [f"{n:03d}{'aeiou'[n % 5] * 3}{n * 7919 % 997:03d}x" for n in range(800)]


def forms(text: str) -> list[tuple[str, ...]]:
    return [word.forms for word in tokenize(text)]


def lay(quote: str, said: str = SAID) -> Alignment | None:
    return align(parse_quote(quote), forms(said))


def laid(quote: str, said: str = SAID) -> Alignment:
    alignment = lay(quote, said)
    assert alignment is not None
    return alignment


def stretch(alignment: Alignment, said: str = SAID) -> str:
    """What was said, from the first word of the alignment to its last."""
    words = tokenize(said)
    return said[words[alignment.words[0]].start : words[alignment.words[-1]].end]


@pytest.mark.parametrize(
    ("quote", "found", "least"),
    [
        ("nobody had asked whether the barn was safe", "nobody had asked whether the barn was safe", 1),
        ("nobody had ASKED whether", "nobody had asked whether", 1),
        ("nobody had asked … was safe", "nobody had asked whether the barn was safe", 1),
        ("… nobody had asked …", "nobody had asked", 1),
        ("we milked … any of us", SAID, 1),
        ("we milked … asked whether … any of us", SAID, 1),
        ("nobody had asked if the barn was safe", "nobody had asked whether the barn was safe", 0.8),
        ("nobody asked whether the barn was safe", "nobody had asked whether the barn was safe", 0.8),
        ("nobody ever had asked whether the barn", "nobody had asked whether the barn", 0.8),
        ("nobody had whether asked the barn", "nobody had asked whether the barn", 0.9),
        ("nobdy had askd wether the barn was saef", "nobody had asked whether the barn was safe", 0.7),
        ("nobdy hd askd wether te bran ws saef", "nobody had asked whether the barn was safe", 0.3),
        ("no body had asked whether the barn", "nobody had asked whether the barn", 1),
        ("nobody had asked whether thebarn was", "nobody had asked whether the barn was", 1),
        ("somebody had asked whether the barn", "nobody had asked whether the barn", 0.8),
        ("whether the barn was dry", "whether the barn was safe", 0.8),
        ("for any of them", "for any of us", 0.7),
        ("dogs … nobody had asked", "nobody had asked", 0.7),
        ("nobody had asked … dogs", "nobody had asked", 0.7),
        ("The barn was safe for any of us. We milked the cows at three.", SAID, 0.5),
    ],
)  # fmt: skip
def test_a_quote_is_laid_on_what_was_said(quote: str, found: str, least: float) -> None:
    alignment = laid(quote)
    assert stretch(alignment) == found
    assert least <= alignment.similarity <= 1
    assert (alignment.similarity == 1) is (least == 1)


@pytest.mark.parametrize(
    "quote",
    [
        "We came in 2017 with 25 workers",
        "25 workers and twelve families",
        "with twentyfive workers",
        "every body was afraid of the twenty-fifth day",
        "in the workerdriven camp",
        "and 12 families, and everybody",
    ],
)
def test_numbers_and_compounds_are_the_same_however_they_are_written(quote: str) -> None:
    alignment = laid(quote, CAMP)
    assert alignment.similarity == 1
    assert laid(stretch(alignment, CAMP), quote).similarity == 1


@pytest.mark.parametrize(("quote", "said"), [("fear", SAID), ("fear", ""), ("", SAID), ("…", SAID)])
def test_nothing_is_laid_where_no_word_was_said(quote: str, said: str) -> None:
    assert lay(quote, said) is None


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("organise", "organize", True),
        ("worker", "workers", True),
        ("farm", "firm", True),
        ("the", "thee", False),
        ("organize", "organizations", False),
        ("barn", "milk", False),
        ("abcdefgh", "hgfedcba", False),
        ("milking", "milk", False),
        ("अधिकार", "अधिकारों", True),
    ],
)
def test_words_that_differ_in_a_letter_or_an_ending_are_alike(
    one: str, other: str, *, alike: bool
) -> None:
    assert (lay(one, other) is not None) is alike
    assert (lay(other, one) is not None) is alike


def test_words_that_the_quote_lacks_make_it_less_similar_unless_an_ellipsis_says_so() -> None:
    silent = laid("we milked the cows had asked whether the barn")
    honest = laid("we milked the cows … had asked whether the barn")
    assert silent.similarity < honest.similarity == 1


def test_common_words_far_from_each_other_do_not_add_up() -> None:
    said = "the a b c d e f g h was i j k l m n o p of q r s t u v w x us"
    assert laid("the was of us", said).similarity < 0.4


def test_one_word_is_not_looked_for_a_hundred_words_away() -> None:
    said = ["fear", *MANY[:150], "no", "more", "rights"]
    assert laid("fear … no more rights", " ".join(said)).words == (151, 152, 153)


def test_two_words_said_as_one_are_looked_for_where_the_others_are() -> None:
    said = ["everybody", *MANY[:60], "everybody", "knew", "fear"]
    assert laid("every body knew fear", " ".join(said)).words == (61, 62, 63)
    quote = ["everybody", *MANY[:30], "everybody"]
    said = ["every", "body", *MANY[:30], "every", "body"]
    assert laid(" ".join(quote), " ".join(said)).words == tuple(range(34))


def test_of_two_equal_places_the_first_is_taken() -> None:
    assert laid("no more fear", "no more fear, no more fear").words == (0, 1, 2)


def test_every_form_of_a_word_answers() -> None:
    said = "ce que l'homme vaut"
    assert laid("homme vaut", said).similarity == laid("lhomme vaut", said).similarity == 1
    assert laid("l homme", said).similarity == 1


def test_a_script_without_spaces_is_laid_by_characters() -> None:
    said = "田んぼで働く人の権利を守る約束を書きました。ありがとう"
    alignment = laid("働く人の権利を守るための約束", said)
    assert stretch(alignment, said) == "働く人の権利を守る約束"
    assert 0.7 < alignment.similarity < 1


@pytest.mark.parametrize("size", [60, 300, 600])
def test_a_long_quote_is_laid_from_its_first_word_to_its_last(size: int) -> None:
    words = MANY[50 : 50 + size]
    words[3] = words[-3] = "wrong"
    words[10:10] = ["…"]
    words[-10:-10] = ["…"]
    alignment = laid(" ".join(words), " ".join(MANY))
    assert (alignment.words[0], alignment.words[-1]) == (50, 50 + size - 1)
    assert 0.9 < alignment.similarity < 1


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("the " * 300, "the " * 600),
        ("25 " * 300, "twenty five " * 300),
        ("the … " * 300, "the " * 600),
    ],
)
def test_one_thing_said_again_and_again_is_laid_straight(quote: str, said: str) -> None:
    words = laid(quote, said).words
    assert [*words] == [*range(words[0], words[-1] + 1)]


@given(st.randoms(use_true_random=False), st.integers(2, 60), st.integers(0, 139))
def test_words_that_were_said_are_found_where_they_were_said(
    rng: random.Random, size: int, first: int
) -> None:
    size = min(size, 140 - first)
    said = MANY[first : first + size]
    is_kept = [n in {0, size - 1} or rng.random() < 0.9 for n in range(size)]
    # Hypothesis draws what chance hardly does: two words that are left of seven are no quote of all seven.
    assume(is_kept.count(False) * 3 <= size)
    assume("----" not in "".join("+" if kept else "-" for kept in is_kept))
    kept = [*compress(said, is_kept)]
    alignment = laid(" ".join(kept), " ".join(MANY[:140]))
    assert (alignment.words[0], alignment.words[-1]) == (first, first + size - 1)


FEW = st.sampled_from(["a", "b", "barns", "barn", "ab", "25", "twenty", "five", "…", "barn."])


@given(st.lists(FEW, max_size=12), st.lists(FEW, max_size=30))
def test_an_alignment_goes_forward_and_is_similar_at_most_once(
    quote: list[str], said: list[str]
) -> None:
    alignment = lay(" ".join(quote), " ".join(said))
    if alignment:
        assert [*alignment.words] == sorted(set(alignment.words))
        assert alignment.words[-1] < len(tokenize(" ".join(said)))
        assert 0 < alignment.similarity <= 1


@given(st.lists(FEW, max_size=12), st.lists(FEW, max_size=30))
def test_of_all_chains_the_best_is_found(quoted: list[str], spoken: list[str]) -> None:
    quote, said = parse_quote(" ".join(quoted)), forms(" ".join(spoken))
    links = candidate_links(quote, said)
    assert worth(best_chain(links, quote), quote) == pytest.approx(best_worth(links, quote, said))


@pytest.mark.slow
def test_what_the_first_look_leaves_out_is_hardly_ever_missed() -> None:
    rng = random.Random(11)  # noqa: S311 (repeatable, not secret)
    missed = sum(not _as_good_as_everywhere(rng) for _ in range(200))
    assert missed <= 1


def _as_good_as_everywhere(rng: random.Random) -> bool:
    """True if the chain of a changed quote is as good as the best chain of all possible links."""
    vocabulary = rng.choices(MANY[:400], weights=[1 / (n + 2) for n in range(400)], k=120)
    size = rng.randint(5, 40)
    first = rng.randrange(len(vocabulary) - size)
    quoted = vocabulary[first : first + size]
    for at in rng.sample(range(size), size // 3):
        quoted[at] = rng.choice(
            (rng.choice(MANY), "", f"{quoted[at]} {rng.choice(MANY)}", quoted[at] + "e")
        )
    if rng.random() < 0.3:
        quoted[size // 2] = "…"
    quote, said = parse_quote(" ".join(quoted)), [(word,) for word in vocabulary]
    best = best_worth(_all_links(quote, said), quote, said)
    return worth(best_chain(candidate_links(quote, said), quote), quote) >= best - 0.01


def _all_links(quote: Quote, said: WindowForms) -> list[WordLink]:
    words = LinkFinder(quote.words, said)
    words.add_similar_words(quote.words)
    everywhere = Band(range(len(quote.words)), range(-len(quote.words), len(said) + 1))
    return words.links_in_band(everywhere, exact=False)


def worth(chain: list[WordLink], quote: Quote) -> float:
    """The total of a chain, computed from the rules."""
    total = sum((link[4] + LINKED_WORD_BONUS) * (link[1] - link[0]) for link in chain)
    for (_, end, _, said_end, _), (row, _, place, _, _) in pairwise(chain):
        elided = any(end <= at <= row for at in quote.elisions)
        total -= max(0, place - said_end - row + end) * (
            ELIDED_WORD_COST if elided else UNQUOTED_WORD_COST
        )
    return total
