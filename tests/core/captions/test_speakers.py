"""Speakers are read from the marks that people put into captions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.captions.cues import Cue
from showcase.core.captions.sounds import is_sound
from showcase.core.captions.speakers import (
    NO_HINTS,
    DoubtfulLabel,
    KnownSpeaker,
    SpeakerEvidence,
    SpeakerHints,
    TaggedCue,
    assign_voices,
)


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
    ("one capital is in doubt", ["A: Hello there."], [("*", "A: Hello there.")]),
    (
        "a label that comes back, and a known name once",
        ["Ana: Hello.", "Ben: Yes.", "Ana: Good."],
        [("Ana", "Hello."), ("Ben", "Yes."), ("Ana", "Good.")],
    ),
    (
        "a label that is in doubt ends the speaker before it",
        ["Ana: Hello.", "Zuzka: Yes.", "And on.", "Ana: Good."],
        [("Ana", "Hello."), ("*", "Zuzka: Yes."), (None, "And on."), ("Ana", "Good.")],
    ),
    (
        "names that no list has alternate",
        ["Zuzka: Hello.", "Mirek: Yes.", "Zuzka: Good.", "Mirek: Bye."],
        [("Zuzka", "Hello."), ("Mirek", "Yes."), ("Zuzka", "Good."), ("Mirek", "Bye.")],
    ),
    (
        "a name that is mentioned",
        ["Zuzka: Hello.", "Ana: Thank you, Zuzka, for that.", "Zuzka: Good."],
        [("Zuzka", "Hello."), ("Ana", "Thank you, Zuzka, for that."), ("Zuzka", "Good.")],
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
        "in a file all in capitals, capitals tell nothing",
        ["WARNING SIGN: HOT.", "ANA: HI.", "ZUZKA: HO.", "ANA: HA."],
        [(None, "WARNING SIGN: HOT."), ("ANA", "HI."), ("*", "ZUZKA: HO."), ("ANA", "HA.")],
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
        [("田中", "はい"), ("鈴木", "いいえ"), ("田中", "そう")],
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
        "all shapes of names, once each",
        [
            "Rosa Field: One.", "Bo Lind (he/him): Two.", "Dr. Ortiz: Three.", "D'Angelo: Four.",
            "ana's tablet: Five.", "+1 555-0100: Six.", "Amina Okafor, PhD: Seven.", "Speaker 1: Eight.",
            "Interviewer: Nine.", "Field, Walter: Ten.", "J. R. Smith: Eleven.", "Ana de la Cruz: Twelve.",
        ],
        [
            ("Rosa Field", "One."), ("Bo Lind", "Two."), ("Ortiz", "Three."), ("D'Angelo", "Four."),
            ("ana's tablet", "Five."), ("+1 555-0100", "Six."), ("Amina Okafor", "Seven."),
            ("Speaker 1", "Eight."), ("Interviewer", "Nine."), ("Field, Walter", "Ten."),
            ("J. R. Smith", "Eleven."), ("Ana de la Cruz", "Twelve."),
        ],
    ),
    (
        "all shapes of brackets",
        [
            "[Rosa] One.", "(Speaker 1) Two.", "- [Peter] Three.", "（佐藤）Four.", "[BO]\nFive.",
            "[Ana]: Six.",
        ],
        [
            ("Rosa", "One."), ("Speaker 1", "Two."), ("Peter", "Three."), ("佐藤", "Four."),
            ("BO", "Five."), ("Ana", "Six."),
        ],
    ),
    (
        "what is no name stays words of who speaks",
        [
            "ROSA: There is more.", "Problem: the roof leaks.", "UPDATE: It is open.", "Note: Bring boots.",
            "10:30 is when we meet.", "Dear Bo: we are well.", "He said: no.", "https://example.org has it.",
        ],
        [
            ("ROSA", "There is more."), ("ROSA", "Problem: the roof leaks."), ("ROSA", "UPDATE: It is open."),
            ("ROSA", "Note: Bring boots."), ("ROSA", "10:30 is when we meet."),
            ("ROSA", "Dear Bo: we are well."), ("ROSA", "He said: no."),
            ("ROSA", "https://example.org has it."),
        ],
    ),
    (
        "the word of a text may be a last name where it comes back",
        [
            "Ana: One.", "Price: Two.", "Ana: Three.", "Price: Four.", "Ana: Five.", "Price: Six.", "Ana: A.",
            "Price: B.", "Ana: C.", "Price: D.",
        ],
        [
            ("Ana", "One."), ("*", "Price: Two."), ("Ana", "Three."), ("*", "Price: Four."), ("Ana", "Five."),
            ("*", "Price: Six."), ("Ana", "A."), ("*", "Price: B."), ("Ana", "C."), ("*", "Price: D."),
        ],
    ),
    (
        "a heading in capitals among names that are not",
        ["Rosa: One.", "HARVESTERS: Two.", "Peter: Three.", "ROADS: Four."],
        [("Rosa", "One."), ("*", "HARVESTERS: Two."), ("Peter", "Three."), ("*", "ROADS: Four.")],
    ),
    (
        "common words that begin every cue and come back in the next one are names",
        [
            "Field: One.", "Field: Two.", "Stone: A.", "Stone: B.", "Field: Three.", "Field: Four.",
            "Stone: C.", "Stone: D.",
        ],
        [
            ("Field", "One."), ("Field", "Two."), ("Stone", "A."), ("Stone", "B."), ("Field", "Three."),
            ("Field", "Four."), ("Stone", "C."), ("Stone", "D."),
        ],
    ),
    (
        "questions and answers",
        ["Q: Why now?", "A: Because.", "Q: And then?", "A: We left."],
        [("Q", "Why now?"), ("A", "Because."), ("Q", "And then?"), ("A", "We left.")],
    ),
    (
        "letters of a list",
        ["A: Paris.", "B: London.", "C: Rome."],
        [("*", "A: Paris."), ("*", "B: London."), ("*", "C: Rome.")],
    ),
    (
        "two people of one name",
        ["Mr. Lind: Hello.", "Mrs. Lind: Yes.", "Mr. Lind: So."],
        [("Mr. Lind", "Hello."), ("Mrs. Lind", "Yes."), ("Mr. Lind", "So.")],
    ),
    (
        "a name in the middle of a sentence",
        ["Ana: Hello.", "Ben: Yes.", "So in the evening I went to\nAna: she had the key."],
        [
            ("Ana", "Hello."), ("Ben", "Yes."), ("Ben", "So in the evening I went to"),
            ("*", "Ana: she had the key."),
        ],
    ),
    (
        "what everybody says begins with small letters",
        ["Ana: hello.", "Ben: yes.", "Ana: good. The End."],
        [("Ana", "hello."), ("Ben", "yes."), ("Ana", "good. The End.")],
    ),
    (
        "an unknown speaker is nobody",
        ["Ana: Hello.", "Unknown Speaker: Yes.", "And on."],
        [("Ana", "Hello."), ("*", "Yes."), (None, "And on.")],
    ),
    (
        "only the questions are named",
        ["Interviewer: Why?", "Because.", "Interviewer: When?", "Soon."],
        [("Interviewer", "Why?"), (None, "Because."), ("Interviewer", "When?"), (None, "Soon.")],
    ),
    (
        "a song",
        ["♪ Chorus: we are one ♪", "♪ ANA: We are one"],
        [(None, "♪ Chorus: we are one ♪"), ("#", "♪"), ("ANA", "We are one")],
    ),
    (
        "a lone dash between two turns",
        ["(Rosa Field)\nWhich way?\n-\n(Bo Lind)\nThat one."],
        [("Rosa Field", "Which way?"), ("Bo Lind", "That one.")],
    ),
    (
        "a sound before a name",
        ["[music] ROSA: Hello.", "(laughs) (Peter) Yes."],
        [("#", "[music]"), ("ROSA", "Hello."), ("#", "(laughs)"), ("Peter", "Yes.")],
    ),
    (
        "what is in brackets tells that another speaks",
        ["ROSA: Hello.", "[Bo speaking] We go.", "[Bo laughs]"],
        [("ROSA", "Hello."), ("*", "[Bo speaking] We go."), ("#", "[Bo laughs]")],
    ),
    (
        "a place is kept off the name, a manner is a sound",
        ["ANA (Vermont): Hello.", "BEN (V.O.): Yes."],
        [("ANA", "Hello."), ("BEN", "(V.O.)"), ("BEN", "Yes.")],
    ),
    (
        "two brackets are a sound",
        ["Ana: Hello.", "[Rosa] [laughs]"],
        [("Ana", "Hello."), ("#", "[Rosa] [laughs]")],
    ),
    (
        "sounds with capitals that no list has",
        ["[Applause]", "Ana: Hello.", "[Zap] Run!", "[Kaboom]"],
        [("#", "[Applause]"), ("Ana", "Hello."), ("Ana", "[Zap] Run!"), ("#", "[Kaboom]")],
    ),
    (
        "words that the file has in small letters",
        ["Wombats: They dig.", "Ana: The wombats dig.", "Wombats: They sleep.", "Ana: Do they?"],
        [
            ("*", "Wombats: They dig."), ("Ana", "The wombats dig."), ("*", "Wombats: They sleep."),
            ("Ana", "Do they?"),
        ],
    ),
    (
        "an idea that goes on with a small letter may be somebody where others are named",
        ["Ana: Well.", "Wombats: they dig.", "Ben: Yes.", "Peter: he said no."],
        [
            ("Ana", "Well."), ("*", "Wombats: they dig."), ("Ben", "Yes."), ("*", "Peter: he said no."),
        ],
    ),
    (
        "an idea that goes on with a small letter is words where nobody is",
        ["Well.", "Wombats: they dig.", "Yes."],
        [(None, "Well."), (None, "Wombats: they dig."), (None, "Yes.")],
    ),
    (
        "unknown words in the middle of sentences",
        ["Ana: Good.", "Ben: We saw\nZebus: Big ones.", "Ana: We saw\nZebus: Small ones."],
        [
            ("Ana", "Good."), ("Ben", "We saw"), ("*", "Zebus: Big ones."), ("Ana", "We saw"),
            ("*", "Zebus: Small ones."),
        ],
    ),
    (
        "written as only names are",
        [
            "N'diaye: One.", "Ana: Two.", "N'diaye: Three.", "Ana: Four.", "李华：五。", "Ana: Six.",
            "李华：七。",
        ],
        [
            ("N'diaye", "One."), ("Ana", "Two."), ("N'diaye", "Three."), ("Ana", "Four."), ("李华", "五。"),
            ("Ana", "Six."), ("李华", "七。"),
        ],
    ),
    (
        "a crowd in brackets above a line may be its sound",
        ["Ana: Hello.", "[Crowd]\nHooray."],
        [("Ana", "Hello."), ("#", "[Crowd]"), ("*", "Hooray.")],
    ),
    (
        "a name in brackets alone is a sound, and so is what has no capitals",
        ["[Rosa]", "Hello.", "[咣当] Run."],
        [("#", "[Rosa]"), ("*", "Hello."), ("*", "[咣当] Run.")],
    ),
    (
        "names in capitals, and a heading that is not",
        ["ROSA: Hello.", "PETER: Yes.", "ROSA: So.", "Winning Ways: Good ones."],
        [("ROSA", "Hello."), ("PETER", "Yes."), ("ROSA", "So."), ("*", "Winning Ways: Good ones.")],
    ),
    (
        "a cue with a thousand lines is nobody's",
        ["Ana: Hello.", "\n".join(["Ben: Yes."] * 1_001)],
        [("Ana", "Hello."), ("*", "\n".join(["Ben: Yes."] * 1_001))],
    ),
    (
        "two turns in a line",
        [
            "ROSA: Ready? BO: Yes. ROSA: Go. He said no. ZUZKA: Who?", "BO: I met Dr. BO: yes.",
            "I met Dr. ROSA: Hm. BO: no, J. BO: No.",
        ],
        [
            ("ROSA", "Ready?"), ("BO", "Yes."), ("ROSA", "Go. He said no. ZUZKA: Who?"),
            ("BO", "I met Dr. BO: yes."), ("BO", "I met Dr. ROSA: Hm. BO: no, J. BO: No."),
        ],
    ),
    (
        "how it is said, after a comma",
        ["ROSA: Ready?", "Bo, laughing: Yes.", "Well, then: no."],
        [("ROSA", "Ready?"), ("*", "Bo, laughing: Yes."), (None, "Well, then: no.")],
    ),
    (
        "roles and names that are words",
        [
            "Students: They pay.", "So it is.", "It is so.", "Hope: Ah.", "And so.", "Teacher: Ho.",
            "Hope: Hi.", "Teacher: Sit.",
        ],
        [
            ("*", "Students: They pay."), (None, "So it is."), (None, "It is so."), ("Hope", "Ah."),
            ("Hope", "And so."), ("Teacher", "Ho."), ("Hope", "Hi."), ("Teacher", "Sit."),
        ],
    ),
    (
        "nicknames and pairs",
        ['Robert "Bob" Smith: Hello.', "Rosa & Bo: Hi!", "Rosa/Bo: Bye!"],
        [('Robert "Bob" Smith', "Hello."), ("Rosa & Bo", "Hi!"), ("*", "Rosa/Bo: Bye!")],
    ),
    (
        "what comes twice in a row, with small letters once",
        ["Ana: Hello.", "Dolphin: eeEE!", "Dolphin: Squawk!"],
        [("Ana", "Hello."), ("*", "Dolphin: eeEE!"), ("*", "Dolphin: Squawk!")],
    ),
    (
        "no space after the colon",
        ["ROSA:Hello.", "BO:Hi.", "e.g:none"],
        [("ROSA", "Hello."), ("BO", "Hi."), ("BO", "e.g:none")],
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


def doubts(texts: list[str], hints: SpeakerHints = NO_HINTS) -> list[DoubtfulLabel]:
    pieces = [TaggedCue(Cue(n, n + 1, text), line=n) for n, text in enumerate(texts, 1)]
    return list(assign_voices(pieces, hints).doubtful)


def test_doubtful_labels_are_told_with_their_lines() -> None:
    texts = ["Ana: Hello.", "Zuzka: Yes.", "[Bo speaking] So.", "Note: Bring boots."]
    assert doubts(texts) == [DoubtfulLabel(2, "Zuzka"), DoubtfulLabel(3, "Bo speaking")]


def said_by(texts: list[str], hints: SpeakerHints = NO_HINTS) -> list[tuple[str | None, str]]:
    pieces = [TaggedCue(Cue(n, n + 1, text)) for n, text in enumerate(texts)]
    return [(cue.voice, cue.text) for cue in assign_voices(pieces, hints).cues]


@pytest.mark.parametrize("after", [" - ", " – ", "\n"])
def test_names_without_a_colon_count_where_the_whole_file_writes_its_speakers_so(
    after: str,
) -> None:
    texts = ["{}Good morning.", "{}So it is.", "{}We have apples.", "{}How many?", "{}A lot."]
    names = ["ROSA", "ANA", "ROSA", "ANA", "HOPE"]
    written = [text.format(name + after) for text, name in zip(texts, names, strict=True)]
    assert said_by([*written, "and pears."])[-2:] == [("HOPE", "A lot."), ("HOPE", "and pears.")]
    assert said_by(written)[0] == ("ROSA", "Good morning.")
    # One place that is no known name, or can be none, and all are doubtful.
    for odd in ("PARIS", "WHO IS IT NOW", "THE MARKET"):
        assert {voice for voice, _ in said_by([*written, f"{odd}{after}The market."])} == {None}


@pytest.mark.parametrize(
    ("texts", "labels"),
    [
        (["Good day.", "ROSA - Hello."], ["ROSA"]),
        (["Good day.", "ROSA\nHello."], ["ROSA"]),
        (["Good day.", "Zuzka - Hello."], ["Zuzka"]),
        (["Good day.", "Zuzka\nHello."], ["Zuzka"]),
        (["ZUZKA\nHello.", "So it is.", "ZUZKA\nAnd again."], ["ZUZKA", "ZUZKA"]),
        (["Good day.", "BRNO - The market."], []),
        (["Good day.", "THE MARKET\nIt is open."], []),
        (["Good day.", "ROSA - who picks - is here."], []),
        (["I went with", "Zuzka\nNováková to the market."], []),
        (["I went with", "Zuzka - She drove."], []),
        (["Good day.", "ROSA\nis here."], []),
        (["Good day.", "ROSA\n- Hello."], []),
        (["I am here.", "A - Hello."], []),
        (["GOOD DAY.", "ROSA - HELLO."], []),
        (["Good day.", "- ROSA - Hello."], []),
    ],
)
def test_names_without_a_colon_that_may_be_speakers_are_doubtful(
    texts: list[str], labels: list[str]
) -> None:
    hints = SpeakerHints((KnownSpeaker("Zuzka"),)) if "Zuzka" in "".join(texts) else NO_HINTS
    assert [doubt.label for doubt in doubts(texts, hints)] == labels
    assert {voice for voice, _ in said_by(texts, hints)} == {None}


def test_people_always_count_and_not_speakers_never() -> None:
    texts = ["Zuzka: Hello.", "Ana: Yes.", "Note: So."]
    hints = SpeakerHints((KnownSpeaker("Zuzka Nováková"), KnownSpeaker("Note")), ("Ana:",))
    pieces = [TaggedCue(Cue(n, n + 1, text)) for n, text in enumerate(texts)]
    assert [(cue.voice, cue.text) for cue in assign_voices(pieces, hints).cues] == [
        ("Zuzka Nováková", "Hello."),
        ("Zuzka Nováková", "Ana: Yes."),
        ("Note", "So."),
    ]


@pytest.mark.parametrize(
    ("texts", "named"),
    [
        (["Power: To the people.", "Ana: Yes."], False),
        (["POWER: To the people.", "Ana: Yes."], True),
        (["Power: To the people.", "Ana: Yes.", "Power: Good."], True),
        (["April: It rained.", "Ana: Yes."], False),
    ],
)
def test_a_common_word_of_a_persons_name_needs_more(texts: list[str], named: bool) -> None:  # noqa: FBT001
    hints = SpeakerHints((KnownSpeaker("Rose Power"), KnownSpeaker("April Zen")))
    pieces = [TaggedCue(Cue(n, n + 1, text)) for n, text in enumerate(texts)]
    first = assign_voices(pieces, hints).cues[0]
    assert (first.voice == "Rose Power", first.turn) == (named, not named)


@pytest.mark.parametrize("tag", ["-", "–", "Unknown Speaker"])
def test_a_tag_without_a_name_is_a_turn_of_nobody(tag: str) -> None:
    pieces = [
        TaggedCue(Cue(0, 1, "Hello.", voice="Dr. Ana Ruiz"), tagged=True),
        TaggedCue(Cue(1, 2, "Yes.", voice=tag), tagged=True),
        TaggedCue(Cue(2, 3, "Bo & Co.", voice="*Bo*"), tagged=True),
    ]
    assert told(pieces) == [("Ana Ruiz", "Hello."), ("*", "Yes."), ("*Bo*", "Bo & Co.")]


def test_a_file_that_tags_every_cue_names_nobody_in_a_cue_without_a_tag() -> None:
    ana = TaggedCue(Cue(0, 1, "Hello.", voice="Ana"), tagged=True, carried_voice="Ana")
    assert told([ana, ana, *cues("Who is this?")]) == [
        ("Ana", "Hello."), ("Ana", "Hello."), (None, "Who is this?"),
    ]  # fmt: skip


def by_identifier(*identifiers: str) -> list[tuple[str | None, bool]]:
    pieces = [
        TaggedCue(Cue(n, n + 1, "Hello."), identifier=text) for n, text in enumerate(identifiers)
    ]
    return [(cue.voice, cue.turn) for cue in assign_voices(pieces).cues]


IDENTIFIERS = [
    (['1 "Rosa Field" (31)', '2 "Bo Lind (he/him)" (32)', '3 "" (0)', "4"],
     [("Rosa Field", False), ("Bo Lind", False), (None, True), (None, False)]),
    (["Speaker 1", "Speaker 2"], [("Speaker 1", False), ("Speaker 2", False)]),
    (["1 Rosa Field", "2 Bo Lind"], [("Rosa Field", False), ("Bo Lind", False)]),
    (["Zuzka Benda", "Oddny Vik", "Zuzka Benda", "Oddny Vik"],
     [("Zuzka Benda", False), ("Oddny Vik", False), ("Zuzka Benda", False), ("Oddny Vik", False)]),
    (["Unknown", "Ana"], [(None, False), ("Ana", False)]),
    (["Introduction", "The Orchard", "Winter"], [(None, False)] * 3),
    (["Late Summer", "Zorro Dance"], [(None, False)] * 2),
    (["crew", "crew"], [(None, False)] * 2),
    (["5f0c9a31/0-0", "5f0c9a31/1-0"], [(None, False)] * 2),
    (["Ana", "x1/2", "x1/3", "x1/4"], [(None, False)] * 4),
]  # fmt: skip


@pytest.mark.parametrize(("identifiers", "expected"), IDENTIFIERS)
def test_identifiers_that_are_names_say_who_speaks(
    identifiers: list[str], expected: list[tuple[str | None, bool]]
) -> None:
    assert by_identifier(*identifiers) == expected


def test_two_dashes_in_a_cue_with_an_identifier_are_two_turns() -> None:
    cue = Cue(0, 2000, "- Ready?\n- Yes.")
    assert told([TaggedCue(cue, identifier="Speaker 1")]) == [("*", "Ready?"), ("*", "Yes.")]


def test_who_speaks_is_listed_with_the_evidence() -> None:
    pieces = [
        TaggedCue(Cue(0, 1000, "[music]")),
        TaggedCue(Cue(500, 1000, "Once upon a time.")),
        TaggedCue(Cue(1000, 2000, "Dr. Ana Ruiz: Hello there.")),
        TaggedCue(Cue(2000, 3000, "And on.")),
        TaggedCue(Cue(3000, 4000, "Ana Ruiz: 水を運ぶ")),
        TaggedCue(Cue(4000, 5000, "Ben: Yes.")),
        TaggedCue(Cue(5000, 6000, "Good.", voice="Ana Ruiz"), tagged=True),
    ]
    assert assign_voices(pieces).speakers == (
        SpeakerEvidence(
            "Ana Ruiz", ("Ana Ruiz", "Dr. Ana Ruiz"), 2, 9, 1000, "label: title, comes back"
        ),
        SpeakerEvidence("Ben", ("Ben",), 1, 1, 4000, "label: known name"),
        SpeakerEvidence(None, (), 1, 4, 500, ""),
    )


@pytest.mark.slow
def test_very_many_labels_take_no_longer_than_their_number() -> None:
    pieces = cues(*(f"Zu{n:x}a: Hello.".replace("0", "o") for n in range(5_000)))
    assert len(assign_voices(pieces).cues) == 5_000
