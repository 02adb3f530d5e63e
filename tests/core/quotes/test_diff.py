import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.quotes.alignment import align
from showcase.core.quotes.quote import parse_quote
from showcase.core.text.tokenizer import tokenize

SAID = "we milked the cows at three and nobody had asked whether the barn was safe for any of us"
CAMP = "with twenty-five workers everybody knew"


@pytest.mark.parametrize(
    ("quote", "said", "pieces"),
    [
        ("cows at three", SAID, [("same", "cows at three", "cows at three")]),
        ("Cows, at three", SAID, [("same", "Cows, at three", "cows at three")]),
        ("had asked if the barn", SAID, [
            ("same", "had asked", "had asked"), ("changed", "if", "whether"),
            ("same", "the barn", "the barn"),
        ]),
        ("had askd whether", SAID, [
            ("same", "had", "had"), ("changed", "askd", "asked"), ("same", "whether", "whether"),
        ]),
        ("had askd if the barn", SAID, [
            ("same", "had", "had"), ("changed", "askd if", "asked whether"),
            ("same", "the barn", "the barn"),
        ]),
        ("nobody asked whether", SAID, [
            ("same", "nobody", "nobody"), ("not quoted", "", "had"),
            ("same", "asked whether", "asked whether"),
        ]),
        ("nobody had ever asked", SAID, [
            ("same", "nobody had", "nobody had"), ("not said", "ever", ""), ("same", "asked", "asked"),
        ]),
        ("nobody asked had whether the", SAID, [
            ("same", "nobody", "nobody"), ("changed", "asked had", "had asked"),
            ("same", "whether the", "whether the"),
        ]),
        ("nobody had … barn", SAID, [
            ("same", "nobody had", "nobody had"), ("elided", "", "asked whether the"),
            ("same", "barn", "barn"),
        ]),
        ("nobody had dogs … cats barn was", SAID, [
            ("same", "nobody had", "nobody had"), ("not said", "dogs", ""),
            ("elided", "", "asked whether the"), ("not said", "cats", ""), ("same", "barn was", "barn was"),
        ]),
        ("nobody … had asked", SAID, [("same", "nobody … had asked", "nobody had asked")]),
        ("two cows at three", SAID, [("changed", "two", "the"), ("same", "cows at three", "cows at three")]),
        ("cows at four", SAID, [("same", "cows at", "cows at"), ("changed", "four", "three")]),
        ("then dogs sang we milked the cows", SAID, [
            ("not said", "then dogs sang", ""), ("same", "we milked the cows", "we milked the cows"),
        ]),
        ("all dogs and cats sang of cows at three and nobody", SAID, [
            ("not said", "all dogs and cats sang of", ""),
            ("same", "cows at three and nobody", "cows at three and nobody"),
        ]),
        ("any of us and all other people too", SAID, [
            ("same", "any of us", "any of us"), ("not said", "and all other people too", ""),
        ]),
        ("dogs … cows at three … sang", SAID, [
            ("not said", "dogs", ""), ("same", "cows at three", "cows at three"), ("not said", "sang", ""),
        ]),
        ("with 25 workers every body knew", CAMP, [
            ("same", "with 25 workers every body knew", CAMP),
        ]),
        ("Everybody knew it. With 25 workers", CAMP, [
            ("same", "With 25 workers Everybody knew", CAMP), ("not said", "it", ""),
        ]),
    ],
)  # fmt: skip
def test_a_quote_is_compared_with_what_was_said(
    quote: str, said: str, pieces: list[tuple[str, str, str]]
) -> None:
    words = tokenize(said)
    alignment = align(parse_quote(quote), [word.forms for word in words])
    assert alignment is not None
    assert [
        (
            piece.relation,
            alignment.quote.original_text(piece.quoted),
            said[words[piece.said[0]].start : words[piece.said[-1]].end] if piece.said else "",
        )
        for piece in alignment.diff
    ] == pieces


WORDS = st.sampled_from([*SAID.split(), "cow", "barns", "…", "dogs", "never", "any", "body"])


@given(st.lists(WORDS, max_size=20), st.lists(WORDS, max_size=30))
def test_the_pieces_are_the_whole_quote_and_all_that_was_said_from_end_to_end(
    quote: list[str], said: list[str]
) -> None:
    window = [word.forms for word in tokenize(" ".join(said))]
    alignment = align(parse_quote(" ".join(quote)), window)
    if alignment:
        pieces = alignment.diff
        quoted = [number for piece in pieces for number in piece.quoted]
        spoken = [number for piece in pieces for number in piece.said]
        assert quoted == [*range(len(alignment.quote.words))]
        assert spoken == [*range(spoken[0], spoken[-1] + 1)]
        assert 0 <= spoken[0] <= spoken[-1] < len(window)
        assert {*alignment.words} <= {*spoken}
        assert all(piece.quoted or piece.said for piece in pieces)
