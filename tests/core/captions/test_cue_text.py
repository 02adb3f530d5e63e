"""The text of a cue: WebVTT sections 6.4 and 6.5, and what people write instead."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.captions.cue_text import build_cue, parse_cue_text, split_cue
from showcase.core.captions.cues import Cue, Ruby, TimedWord
from showcase.core.text.spans import Span

PLAIN = [
    ("Hello", "Hello"),
    ("", ""),
    ("  two   spaces \n\n and lines  ", "two spaces\nand lines"),
    ("form\ffeed and\ttab", "form feed and tab"),
    ("one\u00a0two", "one\u00a0two"),
    ("words\n\u00a0\n\u200b", "words"),
    # Tags are gone, their text stays.
    ("<b>bold</b> <i>and</i> <u>under</u>", "bold and under"),
    ("<c.yellow.bg_blue>color</c>", "color"),
    ("<.loud>no name</.loud>", "no name"),
    ("<lang en-GB>colour</lang>", "colour"),
    ("<ruby>漢<rt>kan</rt></ruby>", "漢"),
    ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢"),
    ("<rt>kan</rt>", "kan"),
    ("<ruby>漢<rt>kan ji", "漢kan ji"),
    ("&rlm;con\u00adtract \ufeffone", "contract one"),
    ('<font color="#fff">SubRip</font>', "SubRip"),
    ("one<br>two<br/>three", "one\ntwo\nthree"),
    # A `<` that opens no tag is text.
    ("a < b and c > d", "a < b and c > d"),
    ("I <3 you", "I <3 you"),
    ("if x <y", "if x <y"),
    ("x <y and <b>z</b>", "x <y and z"),
    ("<> and <!-- -->", "<> and <!-- -->"),
    ("5 <6> 7", "5 <6> 7"),
    (">> Yes", ">> Yes"),
    # The end cuts a tag off.
    ("said</v", "said"),
    ("said<c.red", "said"),
    # Entities, after the tags.
    ("R&amp;D &lt;i&gt; &quot;x&quot; &eacute; &#233;&#xe9;", 'R&D <i> "x" é éé'),
    ("AT&T &nonsense; &", "AT&T &nonsense; &"),
    ("&#0;|&#99999999999;|&#xffffffffff;", "\ufffd|\ufffd|\ufffd"),
    ("a&#13;b&#10;c", "a b\nc"),
    ("&amp;lt;", "&lt;"),
]


@pytest.mark.parametrize(("raw", "text"), PLAIN)
def test_tags_go_and_words_stay(raw: str, text: str) -> None:
    assert parse_cue_text(raw).text == text


def runs(raw: str) -> list[tuple[str, str | None, bool]]:
    read = parse_cue_text(raw)
    return [(read.text[run.span.start : run.span.end], *run[1:]) for run in read.runs]


VOICES = [
    ("Hi", [("Hi", None, False)], None),
    ("<v Ana>Hi", [("Hi", "Ana", True)], "Ana"),
    ("<v Ana> Hi</v>", [("Hi", "Ana", True)], None),
    ("<v.loud.off-screen Ana Díaz>Hi", [("Hi", "Ana Díaz", True)], "Ana Díaz"),
    ("<v.very-loud-voice Ana>Hi</v>", [("Hi", "Ana", True)], None),
    ("<v Ana\nMaría\tDíaz>Hi</v>", [("Hi", "Ana María Díaz", True)], None),
    ("<v R&amp;D>Hi</v>", [("Hi", "R&D", True)], None),
    ("<V Ana>Hi</V>", [("Hi", "Ana", True)], None),
    ("<v>Hi</v>", [("Hi", None, True)], None),
    ("<v Ana>Hi</v> <v Ben>Ho</v>", [("Hi", "Ana", True), ("Ho", "Ben", True)], None),
    ("<v Ana>Hi\n<v Ben>Ho", [("Hi", "Ana", True), ("Ho", "Ben", True)], "Ben"),
    (
        "<v Ana>One <v Ben>two</v> three</v>",
        [("One", "Ana", True), ("two", "Ben", True), ("three", "Ana", True)],
        None,
    ),
    ("Before <v Ana>Hi</v>", [("Before", None, False), ("Hi", "Ana", True)], None),
    ("<v Ana>Hi</v> after", [("Hi", "Ana", True), ("after", None, True)], None),
    ("<v Ana><i>Hi</v></i>", [("Hi", "Ana", True)], None),
    ("Hi</v>", [("Hi", None, False)], None),
    ("<v Ana>", [], "Ana"),
]


@pytest.mark.parametrize(("raw", "expected", "open_voice"), VOICES)
def test_voice_tags_are_found_anywhere_in_a_cue(
    raw: str, expected: list[tuple[str, str | None, bool]], open_voice: str | None
) -> None:
    assert runs(raw) == expected
    assert parse_cue_text(raw).open_voice == open_voice


TIMES = [
    ("one <00:00:01.500>two <00:02.000>three", [("two", 1500), ("three", 2000)]),
    ("one<00:00:01.500><c> two</c>", [("two", 1500)]),
    ("<00:00:01,500>one", [("one", 1500)]),
    ("日<00:00:01.000>本", [("本", 1000)]),
    ("one<00:00:09.000>", []),
    ("one<00:00:09.000> ", []),
    ("one <00:99:00.000>two", []),
    ("one <00:00:03.000>two <00:00:02.000>three", [("two", 3000)]),
    ("one <00:00:02.000><00:00:03.000>two", [("two", 3000)]),
    ("<v Ana>one</v> <00:00:02.000><v Ben>two", [("two", 2000)]),
]


@pytest.mark.parametrize(("raw", "expected"), TIMES)
def test_an_inline_time_is_that_of_the_next_word(raw: str, expected: list[tuple[str, int]]) -> None:
    read = parse_cue_text(raw)
    found = [(read.text[word.at :].split()[0], word.start_ms) for word in read.words]
    assert found == expected


def test_times_outside_of_the_cue_are_left_out() -> None:
    read = parse_cue_text("<00:00:00.500>one <00:00:01.500>two <00:00:09.000>three")
    assert build_cue(1000, 2000, read).words == (TimedWord(4, 1500),)


@pytest.mark.parametrize(
    ("raw", "unknown"),
    [
        ("<inaudible> yes", ("inaudible",)),
        ("<b>yes</b>", ()),
        ("<font size=2>yes", ()),
        ("<Rosa> yes", ()),
        ("<Rosa>", ("rosa",)),
        ("Yes <Rosa> no", ("rosa",)),
        ("<Rosa>yes</Rosa>", ("rosa",)),
        ("<Laughing> yes", ("laughing",)),
        ("<Font> yes", ()),
    ],
)
def test_unknown_tags_are_reported(raw: str, unknown: tuple[str, ...]) -> None:
    assert parse_cue_text(raw).unknown == unknown


def test_a_name_between_angle_brackets_is_words() -> None:
    assert (
        parse_cue_text("<Rosa Field> It came.\n- <Bo> Yes.").text
        == "<Rosa Field> It came.\n- <Bo> Yes."
    )


CUTS = [
    # By characters: a third of the text, a third of the time.
    (Cue(0, 3000, "abcdef"), [Span(0, 2), Span(2, 6)], [(0, 1000, "ab"), (1000, 3000, "cdef")]),
    # By the inline time.
    (
        Cue(0, 3000, "ab cd", words=(TimedWord(3, 2500),)),
        [Span(0, 2), Span(3, 5)],
        [(0, 2500, "ab"), (2500, 3000, "cd")],
    ),
    # What was left out before the first piece does not delay it.
    (Cue(0, 3000, "- abc"), [Span(2, 5)], [(0, 3000, "abc")]),
    (Cue(0, 1, "abc"), [Span(0, 1), Span(1, 2)], [(0, 1, "a"), (0, 1, "b")]),
    (Cue(0, 1000, "abc"), [], []),
]


@pytest.mark.parametrize(("cue", "spans", "expected"), CUTS)
def test_pieces_of_a_cue_share_its_time(
    cue: Cue, spans: list[Span], expected: list[tuple[int, int, str]]
) -> None:
    pieces = split_cue(cue, spans)
    assert [(piece.start_ms, piece.end_ms, piece.text) for piece in pieces] == expected


def test_word_times_move_with_their_piece() -> None:
    cue = Cue(0, 3000, "ab cd ef", words=(TimedWord(3, 1000), TimedWord(6, 2000)))
    assert [piece.words for piece in split_cue(cue, [Span(0, 2), Span(3, 8)])] == [
        (),
        (TimedWord(0, 1000), TimedWord(3, 2000)),
    ]


MARKUP = st.lists(
    st.sampled_from(
        [
            "<v Ana>",
            "</v>",
            "<b>",
            "<00:00:01.000>",
            "<",
            ">",
            "&amp;",
            "&#",
            "\n",
            " ",
            "word",
            "é",
        ]
    )
).map("".join)


@given(MARKUP | st.text())
def test_any_text_is_read_and_its_runs_are_its_text(raw: str) -> None:
    read = parse_cue_text(raw)
    assert "\n".join(read.text[run.span.start : run.span.end] for run in read.runs) == read.text
    assert all(0 <= word.at < len(read.text) for word in read.words)
    assert list(read.words) == sorted(read.words, key=lambda word: (word.at, word.start_ms))


@given(st.lists(st.integers(0, 20)), st.integers(1, 50))
def test_every_piece_ends_after_it_begins(borders: list[int], length: int) -> None:
    cue = Cue(1000, 1000 + length, "x" * 20)
    cuts = sorted({0, *borders, 20})
    pieces = split_cue(cue, [Span(*pair) for pair in pairwise(cuts)])
    assert all(piece.start_ms < piece.end_ms for piece in pieces)
    assert "".join(piece.text for piece in pieces) == cue.text


READINGS = [
    ("<ruby>農園<rt>のうえん</rt></ruby>で", [("農園", "のうえん")]),
    ("<ruby>水<rt>みず</ruby>を", [("水", "みず")]),
    ("<ruby>運<rt>はこ</rt>ぶ<rt></rt></ruby>人", [("運", "はこ")]),
    ("<ruby>東<rt>とう<rt>きょう</ruby>", [("東", "とう")]),
    ("<ruby>東<rt>とう</rt>京<rt>きょう</rt></ruby>", [("東", "とう"), ("京", "きょう")]),
    ("  a  <ruby> 農  園 <rt>のう\nえん</rt></ruby>", [("農 園", "のう えん")]),
    ("<v Ana>一<v Ben>二<ruby>三<rt>さん</rt></ruby>", [("三", "さん")]),
    ("<ruby>一<v Ben>二<rt>に</rt></ruby>", []),
    ("<ruby><rt>x</rt></ruby>", []),
    ("<ruby><b> </b><rt>x</rt></ruby>", []),
    ("</rt></ruby><rt>x", []),
]


@pytest.mark.parametrize(("raw", "readings"), READINGS)
def test_a_reading_stands_over_its_characters_and_is_no_word(
    raw: str, readings: list[tuple[str, str]]
) -> None:
    cue = parse_cue_text(raw)
    assert [(cue.text[r.start : r.end], r.reading) for r in cue.ruby] == readings


def test_parts_of_a_cue_keep_their_readings() -> None:
    cue = Cue(0, 4_000, "農園で水", ruby=(Ruby(0, 2, "のうえん"), Ruby(3, 4, "みず")))
    first, second = split_cue(cue, [Span(0, 2), Span(2, 4)])
    assert (first.ruby, second.ruby) == ((Ruby(0, 2, "のうえん"),), (Ruby(1, 2, "みず"),))


@given(
    st.lists(
        st.sampled_from(
            ["<ruby>", "</ruby>", "<rt>", "</rt>", "<rp>", "</rp>", "<v A>", "農", "a b", "\n"]
        )
    )
)
def test_readings_never_overlap_and_stay_within_the_text(raw: list[str]) -> None:
    cue = parse_cue_text("".join(raw))
    places = [place for ruby in cue.ruby for place in ruby[:2]]
    assert places == sorted(places)
    assert all(0 <= ruby.start < ruby.end <= len(cue.text) for ruby in cue.ruby)
