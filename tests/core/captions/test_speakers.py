"""Speakers are read from the marks that people put into captions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.captions.cues import Cue
from showcase.core.captions.sounds import is_sound
from showcase.core.captions.speakers import TaggedCue, assign_voices


def cues(*texts: str) -> list[TaggedCue]:
    return [TaggedCue(Cue(n * 1000, (n + 1) * 1000, text)) for n, text in enumerate(texts)]


def told(pieces: list[TaggedCue]) -> list[tuple[str | None, str]]:
    """The voice of each cue and its text; "*" is a change of speaker without a name, "#" a sound."""
    return [
        ("#" if cue.sound and not cue.voice else "*" if cue.turn else cue.voice, cue.text)
        for cue in assign_voices(pieces).cues
    ]


FILES: list[tuple[str, list[str], list[tuple[str | None, str]]]] = [
    (
        "`>>` without a name",
        [">> Hello.", "And on.", ">> Yes."],
        [("*", "Hello."), (None, "And on."), ("*", "Yes.")],
    ),
    (
        "`>>` with a name, once, in a file all in capitals",
        [">> ANA DÍAZ: HELLO.", "AND ON.", ">> YES."],
        [("ANA DÍAZ", "HELLO."), ("ANA DÍAZ", "AND ON."), ("*", "YES.")],
    ),
    (
        "`>>` inside a line",
        [">> Ready? >> Yes. >>> News."],
        [("*", "Ready?"), ("*", "Yes."), ("*", "News.")],
    ),
    ("`>>` of a program", ["x >> 2 is less"], [(None, "x >> 2 is less")]),
    ("`>>` and no name", [">> He said no: never."], [("*", "He said no: never.")]),
    ("`>>` alone", [">>", "Hello."], [("*", "Hello.")]),
    ("`>>` and a sound", [">> [laughter]", "Hello."], [("#", "[laughter]"), ("*", "Hello.")]),
    (
        "a label in capitals",
        ["ANA: Hello.", "And on.", "BEN: Yes."],
        [("ANA", "Hello."), ("ANA", "And on."), ("BEN", "Yes.")],
    ),
    ("one capital is no name", ["A: Hello there."], [(None, "A: Hello there.")]),
    (
        "a label that comes back",
        ["Ana: Hello.", "Ben: Yes.", "Ana: Good."],
        [("Ana", "Hello."), ("Ana", "Ben: Yes."), ("Ana", "Good.")],
    ),
    (
        "a label in small letters",
        ["narrator: Once.", "ben: Yes.", "narrator: Twice.", "ben: No."],
        [("narrator", "Once."), ("ben", "Yes."), ("narrator", "Twice."), ("ben", "No.")],
    ),
    (
        "a label once is text",
        ["Note: this is hot.", "Remember this: it is hot."],
        [(None, "Note: this is hot."), (None, "Remember this: it is hot.")],
    ),
    (
        "lists are no speakers, even when they come back",
        ["Step 1: cut.", "Note: hot.", "Step 1: again.", "Note: cold.", "I said: a.", "I said: b."],
        [
            (None, "Step 1: cut."),
            (None, "Note: hot."),
            (None, "Step 1: again."),
            (None, "Note: cold."),
            (None, "I said: a."),
            (None, "I said: b."),
        ],
    ),
    (
        "five words are no label",
        ["THE FIVE WORDS OF ANA: so it is.", "at 10:30 we go"],
        [(None, "THE FIVE WORDS OF ANA: so it is."), (None, "at 10:30 we go")],
    ),
    (
        "in a file all in capitals a label must come back",
        ["WARNING SIGN: HOT.", "ANA: HI.", "BEN: HO.", "ANA: HA."],
        [(None, "WARNING SIGN: HOT."), ("ANA", "HI."), ("ANA", "BEN: HO."), ("ANA", "HA.")],
    ),
    (
        "one spelling of a name",
        ["ANA DE LA CRUZ: Hello.", "Ben Ray: Yes.", "Ana de la Cruz: Good.", "Ben Ray: Oh."],
        [
            ("ANA DE LA CRUZ", "Hello."),
            ("Ben Ray", "Yes."),
            ("ANA DE LA CRUZ", "Good."),
            ("Ben Ray", "Oh."),
        ],
    ),
    (
        "who repeats a name names every cue",
        ["Ana: Hello.", "Ana: Good.", "[splash]", "Unseen.", "Ben: Yes.", "Ben: No."],
        [
            ("Ana", "Hello."), ("Ana", "Good."), ("#", "[splash]"), (None, "Unseen."),
            ("Ben", "Yes."), ("Ben", "No."),
        ],
    ),
    (
        "a label alone names the next cue, there too",
        ["Ana:", "[door]", "Hello.", "Ana: Good.", "Ana: Yes.", "Ana: No.", "Unseen."],
        [
            ("#", "[door]"), ("Ana", "Hello."), ("Ana", "Good."), ("Ana", "Yes."),
            ("Ana", "No."), (None, "Unseen."),
        ],
    ),
    ("a label above its line", ["ANA:\nHello there."], [("ANA", "Hello there.")]),
    (
        "how it is said",
        ["ANA [laughing]: Hello.", "ANA (far away): Yes."],
        [("ANA", "[laughing]"), ("ANA", "Hello."), ("ANA", "(far away)"), ("ANA", "Yes.")],
    ),
    (
        "a name in brackets",
        ["(الولد): لا.", "[Ana]: Yes.", "【田中】：はい"],
        [("الولد", "لا."), ("Ana", "Yes."), ("田中", "はい")],
    ),
    (
        "a full-width colon",
        ["田中：はい", "鈴木：いいえ", "田中：そう"],
        [("田中", "はい"), ("田中", "鈴木：いいえ"), ("田中", "そう")],
    ),
    ("a French colon", ["JEAN : Bonjour à tous."], [("JEAN", "Bonjour à tous.")]),
    (
        "two dashes",
        ["- Ready?\n- Yes.", "On.", "-No space.", "–¿Sí?"],
        [("*", "Ready?"), ("*", "Yes."), (None, "On."), ("*", "No space."), ("*", "¿Sí?")],
    ),
    (
        "dashes that are none",
        ["-5 degrees", "--and so on", "—and then", "well-known", "-"],
        [
            (None, "-5 degrees"), (None, "--and so on"), (None, "—and then"),
            (None, "well-known"), (None, "-"),
        ],
    ),
    ("a dash and a name", ["- ANA: Ready to go?"], [("ANA", "Ready to go?")]),
    (
        "sounds are cues of their own",
        ["[music]\nHello there.\nYou.", "Yes.\n(laughs)\nNo."],
        [
            ("#", "[music]"), (None, "Hello there.\nYou."), (None, "Yes."), ("#", "(laughs)"),
            (None, "No."),
        ],
    ),
    (
        "a sound over two lines",
        ["[music from\nnext door]\nHello.", "[never closed\nat all"],
        [("#", "[music from\nnext door]"), (None, "Hello."), (None, "[never closed\nat all")],
    ),
    (
        "a sound does not change who speaks",
        ["ANA: Hello.", "[door]", "Still here."],
        [("ANA", "Hello."), ("#", "[door]"), ("ANA", "Still here.")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "expected"), [row[1:] for row in FILES], ids=[r[0] for r in FILES]
)
def test_marks_tell_who_speaks(texts: list[str], expected: list[tuple[str | None, str]]) -> None:
    assert told(cues(*texts)) == expected


def test_a_voice_that_a_tag_leaves_open_goes_on_until_a_mark() -> None:
    pieces = [
        TaggedCue(Cue(0, 1000, "Hello.", voice="Ana"), tagged=True, carried_voice="Ana"),
        *cues("And on.", "- a list, not a turn", "[door]", ">> Who?", "- Me."),
    ]
    assert told(pieces) == [
        ("Ana", "Hello."),
        ("Ana", "And on."),
        ("Ana", "- a list, not a turn"),
        ("#", "[door]"),
        ("*", "Who?"),
        ("*", "Me."),
    ]


def test_a_closed_voice_does_not_go_on() -> None:
    pieces = [TaggedCue(Cue(0, 1000, "Hello.", voice="Ana"), tagged=True), *cues("And on.")]
    assert told(pieces) == [("Ana", "Hello."), (None, "And on.")]


def test_a_tag_without_words_names_the_next_cue() -> None:
    pieces = [TaggedCue(Cue(0, 1000, ""), tagged=True, carried_voice="Ana"), *cues("Hello.")]
    assert told(pieces) == [("Ana", "Hello.")]


def test_a_sound_of_somebody_keeps_the_voice_of_its_tag() -> None:
    (cue,) = assign_voices([TaggedCue(Cue(0, 1000, "[laughs]", voice="Ana"), tagged=True)]).cues
    assert (cue.voice, cue.sound) == ("Ana", True)


SOUNDS = [
    ("[applause]", True), ("(laughs)", True), ("♪ [song] ♪", True), ("♪♪", True),
    ("[a] [b]", True), ("[ Both screaming !!! ]", True), ("（音楽）", True), ("[Musik].", True),
    ("(Based on a true story.)", False), ("♪ we shall overcome ♪", False), ("Yes [laughs]", False),
    ("[Ana] Yes", False), ("", False), ("###", False), ("(laughs.)", True),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sound"), SOUNDS)
def test_brackets_and_nothing_else_are_a_sound(text: str, sound: bool) -> None:  # noqa: FBT001  a table
    assert is_sound(text) is sound


TEXTS = st.lists(
    st.sampled_from(
        [">>", "- ", "ANA: ", "[door]", "(", "♪", "\n", " ", "7word", "：", "Ana (x): "]
    )
).map(lambda parts: "\n".join(line for line in "".join(parts).split("\n") if line.strip()))


@given(st.lists(TEXTS, max_size=8))
def test_words_are_neither_lost_nor_said_twice(texts: list[str]) -> None:
    found = assign_voices(cues(*texts)).cues
    assert sum(cue.text.count("7word") for cue in found) == sum(t.count("7word") for t in texts)
    assert all(cue.text and cue.start_ms < cue.end_ms for cue in found)
