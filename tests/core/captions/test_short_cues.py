"""Cues of one word, or of a few, are joined into cues of a sentence or a part of one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.captions.cues import Cue, TimedWord, time_at_offset
from showcase.core.captions.short_cues import join_short_cues
from showcase.core.captions.speakers import TaggedCue


def pieces(*texts: str, ms: int = 300, gap: int = 20) -> list[TaggedCue]:
    """Cues that follow each other, each of them on a line of its own."""
    step = ms + gap
    return [
        TaggedCue(Cue(n * step, n * step + ms, text), line=n + 1) for n, text in enumerate(texts)
    ]


def texts(given_pieces: list[TaggedCue]) -> list[str]:
    return [piece.cue.text for piece in join_short_cues(given_pieces)]


WORDS = "My aunt kept bees, and nobody knew. They were tame."


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (WORDS, ["My aunt kept bees, and nobody knew.", "They were tame."]),
        # As few parts as two lines of captions allow, of about equal length, and with a comma at the end.
        (
            "She said that the bees knew her voice, and that a calm voice is better than any smoke.",
            ["She said that the bees knew her voice,", "and that a calm voice is better than any smoke."],
        ),
        ("a b c d e f g h", ["a b c d e f g h"]),
        # What belongs to the word before it.
        ("We don 't know , Ana 's worker -driven code .", ["We don't know, Ana's worker-driven code."]),
        # Sounds, and what may be another speaker.
        ("so we went [music] on and on", ["so we went", "[music]", "on and on"]),
        ("so we went (laughs) on and on", ["so we went", "(laughs)", "on and on"]),
        ("so we went >> yes and on", ["so we went", ">> yes and on"]),
        ("so we went - Yes and on", ["so we went", "- Yes and on"]),
        ("so we went ANA: yes and on", ["so we went", "ANA: yes and on"]),
        ("so she said: yes and on", ["so she said: yes and on"]),
    ],
)  # fmt: skip
def test_words_become_sentences(said: str, expected: list[str]) -> None:
    assert texts(pieces(*said.split())) == expected


@pytest.mark.parametrize(
    "given_pieces",
    [
        pieces("So", "we", "went", "on", "."),
        pieces("Ready?", "Yes.", "No.", "Why?", "Well.", "Go.", "Now!"),
        pieces("We went\non", *["we went\non"] * 8),
        pieces(*["We went on"] * 8, ms=1200),
        pieces(*["Huelga"] * 8, ms=1200),
        pieces(*["我們走吧我們走吧"] * 8, ms=1200),
        pieces(*["Ah"] * 8, ms=6000),
        pieces(*[""] * 8),
        [],
    ],
)
def test_ordinary_cues_are_unchanged(given_pieces: list[TaggedCue]) -> None:
    assert join_short_cues(given_pieces) == given_pieces


def test_the_times_of_words_are_kept() -> None:
    (joined,) = join_short_cues(pieces("we", "saw", "the", "old", "ferry", "leave", ms=300))
    assert joined == TaggedCue(
        Cue(0, 1900, "we saw the old ferry leave", words=(
            TimedWord(3, 320), TimedWord(7, 640), TimedWord(11, 960), TimedWord(15, 1280),
            TimedWord(21, 1600),
        )), line=1,
    )  # fmt: skip
    assert time_at_offset(joined.cue, 15) == 1280


def test_inline_times_of_cues_are_kept() -> None:
    given_pieces = pieces("we saw", "the", "old", "ferry", "leave", "us")
    first = given_pieces[0]
    given_pieces[0] = first._replace(cue=first.cue._replace(words=(TimedWord(3, 150),)))
    (joined,) = join_short_cues(given_pieces)
    assert joined.cue.words[:2] == (TimedWord(3, 150), TimedWord(7, 320))


def test_slow_words_are_joined_where_there_are_many() -> None:
    assert (
        texts(pieces(*(["We", "went", "on", "and", "on"] * 3), ms=1100))
        == [
            "We went on and on",
        ]
        * 3
    )


@pytest.mark.parametrize(("gap", "count"), [(700, 1), (900, 8)])
def test_a_pause_parts(gap: int, count: int) -> None:
    assert len(texts(pieces(*"abcdefgh", ms=100, gap=gap))) == count


def test_characters_are_joined_without_spaces() -> None:
    assert texts(pieces(*"我們在農場工作。他們不知道")) == ["我們在農場工作。", "他們不知道"]


def test_a_long_sentence_of_characters_is_cut() -> None:
    cut = texts(pieces(*"我們在農場工作他們不知道" * 8, ms=100, gap=0))
    assert max(map(len, cut)) <= 43
    assert "".join(cut) == "我們在農場工作他們不知道" * 8


def test_parts_of_words_are_put_together() -> None:
    given_pieces = pieces("My", "grand", "mother", "kept", "3", ".", "5", "bees", ".", "She")
    joined = join_short_cues(given_pieces, word_rests={3, 6, 7, 9})
    assert [piece.cue.text for piece in joined] == ["My grandmother kept 3.5 bees.", "She"]
    assert [word.at for word in joined[0].cue.words] == [3, 8, 15, 20, 21, 22, 24, 28]


def test_other_voices_are_not_joined() -> None:
    given_pieces = [
        piece._replace(cue=piece.cue._replace(voice="Ana" if n < 4 else "Ben"), tagged=True)
        for n, piece in enumerate(pieces(*["we", "came", "to", "sing", "all", "night", "long"]))
    ]
    joined = join_short_cues(given_pieces)
    assert [(piece.cue.voice, piece.cue.text) for piece in joined] == [
        ("Ana", "we came to sing"),
        ("Ben", "all night long"),
    ]


def test_what_begins_something_new_is_not_joined() -> None:
    joined = join_short_cues(pieces(*["we", "came", "to", "sing", "all", "night"]), {5})
    assert [(piece.line, piece.cue.text) for piece in joined] == [
        (1, "we came to sing"),
        (5, "all night"),
    ]


SAID = ["we", "came,", "home.", "[music]", ">>", "ANA:", "the old", "我", "-driven", ""]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(SAID),
            st.integers(1, 1200),
            st.integers(0, 1000),
        )
    )
)  # fmt: skip
def test_no_word_is_lost_and_each_keeps_its_time(rows: list[tuple[str, int, int]]) -> None:
    start, made = 0, []
    for text, ms, gap in rows:
        made.append(TaggedCue(Cue(start, start + ms, text)))
        start += ms + gap
    joined = [piece.cue for piece in join_short_cues(made)]
    assert "".join("".join(cue.text.split()) for cue in joined) == "".join(
        "".join(text.split()) for text, *_ in rows
    )
    starts = [piece.cue.start_ms for piece in made if piece.cue.text]
    told = [
        ms for cue in joined if cue.text for ms in (cue.start_ms, *(word.start_ms for word in cue.words))
    ]  # fmt: skip
    assert told == starts
