import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.search.highlights import (
    HighlightSegment,
    build_snippet,
    build_snippets,
    clip_to_span,
    split_at_matches,
)
from showcase.core.search.results import Hit
from showcase.core.text.spans import Span
from showcase.core.timing.moments import Moment

COUNT = "one two three four five six seven eight nine ten"


def hit(text: str, *matches: Span) -> Hit:
    return Hit("dairy", "en", None, 0, "p0", text, 0, matches, matches, (), Moment(0, 1))


def found(text: str, *words: str) -> Hit:
    spans = [Span(text.index(word), text.index(word) + len(word)) for word in words]
    return hit(text, *spans)


@pytest.mark.parametrize(
    ("spans", "first", "expected"),
    [
        ([], 0, [("human rights", None)]),
        ([(0, 5)], 0, [("human", 0), (" rights", None)]),
        ([(6, 12)], 3, [("human ", None), ("rights", 3)]),
        ([(0, 5), (6, 12)], 0, [("human", 0), (" ", None), ("rights", 1)]),
        ([(0, 12)], 0, [("human rights", 0)]),
    ],
)
def test_text_is_cut_at_its_matches(
    spans: list[tuple[int, int]], first: int, expected: list[tuple[str, int | None]]
) -> None:
    cut = split_at_matches("human rights", [Span(*span) for span in spans], first)
    assert cut == [HighlightSegment(*piece) for piece in expected]


def test_empty_text_has_no_pieces() -> None:
    assert split_at_matches("", []) == []


@given(st.text(), st.sets(st.integers(0, 40), max_size=8))
def test_the_pieces_of_a_text_are_the_text(text: str, cuts: set[int]) -> None:
    ends = sorted(min(cut, len(text)) for cut in cuts)
    matches = [Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False)]
    assert "".join(piece.text for piece in split_at_matches(text, matches)) == text


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(0, 30), [(0, Span(2, 8)), (1, Span(10, 20))]),
        (Span(4, 12), [(0, Span(0, 4)), (1, Span(6, 8))]),
        (Span(8, 10), []),
        (Span(12, 14), [(1, Span(0, 2))]),
    ],
)
def test_matches_are_clipped_to_a_stretch_of_the_text(
    span: Span, expected: list[tuple[int, Span]]
) -> None:
    assert clip_to_span([Span(2, 8), Span(10, 20)], span) == expected


@pytest.mark.parametrize(
    ("given_hit", "expected"),
    [
        (found(COUNT, "five"), "…three four [five] six seven eight…"),
        (found(COUNT, "one"), "[one] two three four…"),
        (found(COUNT, "three"), "one two [three] four five six…"),
        (found(COUNT, "seven"), "…five six [seven] eight nine ten"),
        (found(COUNT, "ten"), "…eight nine [ten]"),
        (found(COUNT, "four five", "seven", "ten"), "…two three [four five] six [seven] eight…"),
        (found(COUNT, "four", "seven eight nine"), "…two three [four] five six [seven]…"),
        (found(COUNT, COUNT), f"[{COUNT}]"),
        (found("«one two» three.", "one two"), "«[one two]» three."),
        (hit("one two three four five"), "one two three four five"),
        (hit(COUNT), "one two three four five…"),
        (hit(""), ""),
    ],
)
def test_an_excerpt_has_words_before_and_after_the_first_match(
    given_hit: Hit, expected: str
) -> None:
    shown = build_snippet(given_hit, before=2, after=3)
    text = "".join(p.text if p.match is None else f"[{p.text}]" for p in shown)
    assert text == expected


LONG = "https://example.org/" + "a" * 500


@pytest.mark.parametrize(
    "shown", [hit(LONG), hit("田" * 500), found(LONG + " rights " + LONG, "rights"), hit("é" * 900)]
)
def test_an_excerpt_is_short_also_where_words_are_long(shown: Hit) -> None:
    text = "".join(piece.text for piece in build_snippet(shown))
    assert len(text) <= 2 * 300 + len("…rights…")
    assert len(text) <= 300 or "rights" in text
    assert text.endswith("…")


WORDS = [f"w{number}" for number in range(60)]


@given(st.sets(st.integers(0, 59), min_size=1), st.data())
def test_each_match_is_in_one_snippet_which_marks_it(
    numbers: set[int], data: st.DataObject
) -> None:
    text = " ".join(WORDS) + " "
    shown = found(text, *(f"{WORDS[number]} " for number in sorted(numbers)))
    first = data.draw(st.integers(0, len(numbers) - 1))
    snippets = list(build_snippets(shown, first))
    matches = [n for each in snippets for n in range(each.first, each.first + each.matches)]
    assert matches == list(range(first, len(numbers)))
    for snippet in snippets:
        marked = [piece.text for piece in snippet.pieces if piece.match is not None]
        own = shown.matches[snippet.first : snippet.first + snippet.matches]
        assert {text[match.start : match.end] for match in own} <= {*marked}


def test_a_snippet_of_one_match_is_the_one_of_the_hit() -> None:
    shown = found(COUNT, "three", "ten")
    (snippet,) = build_snippets(shown)
    assert (snippet.first, snippet.matches) == (0, 2)
    assert snippet.pieces == build_snippet(shown)
