import pytest

from showcase.core.quotes.quote import Quote, parse_quote


@pytest.mark.parametrize(
    ("text", "words", "elisions"),
    [
        ("No more fear.", "no more fear", set()),
        ("“No … fear”", "no fear", {1}),
        ("No... more [...] fear (…) now", "no more fear now", {1, 2, 3}),
        ("No . . . fear", "no fear", {1}),
        ("No...fear", "no fear", {1}),
        ("…No fear…", "no fear", set()),
        ("No……fear", "no fear", {1}),
        ("a b … c d … e f … g h … i j … k l … m n … o p", "a b c d e f g h i j k l m n o p",
            {2, 4, 6, 8, 10, 12}),
        ("a … b … c … d … e … f … g … h", "a b c d e f g h", set()),
        ("a … b … c … d … e … f … g", "a b c d e f g", {1, 2, 3, 4, 5, 6}),
        ("…", "", set()),
        ("", "", set()),
    ],
)  # fmt: skip
def test_a_quote_is_read_as_words_and_what_was_left_out(
    text: str, words: str, elisions: set[int]
) -> None:
    assert parse_quote(text) == Quote(tuple(words.split()), frozenset(elisions))


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        (range(4), "No more: “fear”, Don’t"),
        (range(1, 3), "more: “fear"),
        (range(3, 4), "Don’t"),
        (range(2, 2), ""),
    ],
)
def test_words_of_a_quote_are_given_as_they_were_typed(words: range, typed: str) -> None:
    assert parse_quote("No more: “fear”, Don’t!").original_text(words) == typed


@pytest.mark.parametrize(
    ("text", "near", "turned"),
    [
        ("No more fear. We sing.", 3, ["we sing no more fear"]),
        ("No more fear! We sing? “Yes.” Now", 0,
            ["we sing yes now no more fear", "yes now no more fear we sing"]),
        ("No more fear! We sing? “Yes.” Now", 6,
            ["now no more fear we sing yes", "yes now no more fear we sing"]),
        ("No more fear… We sing.", 3, []),
        ("No more fear.", 0, []),
        ("", 0, []),
        ("もう恐れない。歌う", 6, ["歌 う も う 恐 れ な い"]),
    ],
)  # fmt: skip
def test_sentences_can_be_turned_where_that_is_near(
    text: str, near: int, turned: list[str]
) -> None:
    assert [" ".join(quote.words) for quote in parse_quote(text).reorderings(near)] == turned
