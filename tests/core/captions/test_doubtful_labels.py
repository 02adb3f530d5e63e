"""A label that may be somebody ends the speaker before it, stays in the text, and is told with its line."""

import pytest

from showcase.core.captions.cues import Cue
from showcase.core.captions.speakers import (
    NO_HINTS,
    AssignedVoices,
    KnownSpeaker,
    SpeakerHints,
    TaggedCue,
    assign_voices,
)

NAMED = ["Leila Haddad: Who has the key?", "Piet Vos: It hangs by the door."]


def read(texts: list[str], hints: SpeakerHints = NO_HINTS) -> AssignedVoices:
    pieces = [
        TaggedCue(Cue(n * 1000, n * 1000 + 900, text), line=n) for n, text in enumerate(texts, 1)
    ]
    return assign_voices(pieces, hints)


def voices(texts: list[str], hints: SpeakerHints = NO_HINTS) -> list[tuple[str | None, str]]:
    return [(cue.voice, cue.text) for cue in read(texts, hints).cues]


DOUBTFUL = [
    # Names that no list has, and common words, before words that begin small.
    "Ilmatar: um, we wait.", "GRANNY: and then we wait.", "Tía Chayo: we wait.", "Harbor: we wait.",
    # Somebody who is not named.
    "Man in crowd: We wait.", "Voice on radio: We wait.", "Girl with a hat: We wait.", "A woman: We wait.",
    "Un hombre: We wait.", "Several voices: We wait.", "My mother: We wait.", "A man in the back: We wait.",
    "Leila from the dairy: We wait.", "[A woman] We wait.", "The Clerk: We wait.", "the clerk: We wait.",
    "[Leila, in Dutch] We wait.", "[?] We wait.",
    # Addresses, numbers, signs.
    "piet@example.org: We wait.",
    "user 12: We wait.", "piet_vos_9x: We wait.", "@piet: We wait.",
    "piet.vos: We wait.", "2: We wait.", "#3: We wait.", "???: We wait.", "Speaker ?: We wait.",
    "3rd speaker: We wait.", "2nd Woman: We wait.", "Ruta?: We wait.", "Ruta!: We wait.",
    "*Mirakel: We wait.",
    "“Mirakel”: We wait.", "«Mirakel»: We wait.", "🌻 Mirakel 🌻: We wait.", "1. Leila: We wait.",
    "'Mirakel: We wait.", "(Mirakel: We wait.", "Mira Dahl | Dairy: We wait.", "<Mirakel> We wait.",
    "Mirakel>> We wait.", "anke dahl: We wait.", "Anke Dahl jr.: We wait.", "Anke Dahl zy/zyr: We wait.",
    "María del Carmen Rivera Santos Peña: We wait.", "Deputy Director for Water Affairs Dahl: We wait.",
]  # fmt: skip


@pytest.mark.parametrize("text", DOUBTFUL)
def test_what_may_be_somebody_ends_the_speaker_before_it(text: str) -> None:
    found = read([*NAMED, text, "And so on.", *NAMED])
    assert [cue.voice for cue in found.cues] == [
        "Leila Haddad", "Piet Vos", None, None, "Leila Haddad", "Piet Vos",
    ]  # fmt: skip
    assert found.cues[2].text == text
    assert [line for line, _ in found.doubtful] == [3]


SENTENCES = [
    "Here is what happened: they came.", "That’s the reason: we were tired.", "10:30 is when we leave.",
    "People always say: wait.", "Note: The gate is shut.", "UPDATE: The road is open.",
    "Romans 8: we read it.",
    "https://example.org has it.",
    "And my mother told me: wait.", "1989: The year of the flood.",
    "The one thing that none of us had ever thought about: water.", "Yes. Then: no.", "Dear Mira: we wait.",
    "9/11: we remember.", "1. Ingredients: flour.", "Same old story: they wait.", "(sighs) all of it: gone.",
    "- ", "x >> 2 is less", "Bread and butter: we had both.", "Well now: we wait.",
    "the rest of it: gone", "Ana Bea Cleo Dora Elsa Faye Gina: all went.",
]  # fmt: skip


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_with_a_colon_is_said_by_who_speaks(text: str) -> None:
    found = read([*NAMED, text, *NAMED])
    assert found.cues[2].voice == "Piet Vos"
    assert found.doubtful == ()


def test_a_label_in_the_middle_of_a_sentence_is_words() -> None:
    texts = [
        *NAMED,
        "In the evening we went to",
        "Ilmatar: she was glad.",
        "user 12: he was, too.",
        *NAMED,
    ]
    assert [cue.voice for cue in read(texts).cues][2:5] == ["Piet Vos", "Piet Vos", None]


def test_a_file_that_names_nobody_keeps_its_sentences() -> None:
    texts = ["We wait.", "user 12: We wait.", "Man in crowd: Go.", "A woman: Stop.", "[?] So."]
    found = read(texts)
    assert [(cue.voice, cue.turn) for cue in found.cues] == [(None, False)] * 5
    assert found.doubtful == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [("anke dahl", "jon berg"), ("1", "2"), ("a@example.org", "b@example.org"), ("#4", "#5")],
)
def test_a_file_of_labels_that_are_no_names_is_told(one: str, other: str) -> None:
    found = read([f"{one}: We wait.", f"{other}: I do not.", f"{one}: You do.", f"{other}: No."])
    assert [cue.voice for cue in found.cues] == [None] * 4
    assert [label for _, label in found.doubtful] == [one, other, one, other]


def test_the_owner_says_what_is_no_speaker() -> None:
    hints = SpeakerHints(not_speakers=("user 12", "Ilmatar"))
    texts = [*NAMED, "user 12: We wait.", "Ilmatar: we wait.", *NAMED]
    assert [cue.voice for cue in read(texts, hints).cues][2:4] == ["Piet Vos", "Piet Vos"]


def test_words_of_peoples_names_are_never_words_alone() -> None:
    hints = SpeakerHints((KnownSpeaker("Daisy Barley"), KnownSpeaker("Hugo Barley")))
    found = read(["We planted.", "Daisy: it was the first.", "Barley: it was the last."], hints)
    assert [cue.voice for cue in found.cues] == [None, "Daisy Barley", None]
    assert [label for _, label in found.doubtful] == ["Barley"]


def test_one_place_that_goes_on_does_not_make_a_common_word_a_person() -> None:
    hints = SpeakerHints((KnownSpeaker("Nora Freedom"),))
    found = read(["Freedom: We wait.", "Freedom: that is what we want."], hints)
    assert [cue.voice for cue in found.cues] == [None, None]


READ: list[tuple[str, list[str], list[tuple[str | None, str]]]] = [
    (
        "pronouns in every usual place",
        [
            "Mira Dahl she/her: One.",
            "Jon Berg | he/him: Two.",
            "Mira Dahl - she/her: Three.",
            "Jon Berg (he/him), Dairy Union: Four.",
            "Mira Dahl [she/her/hers]: Five.",
        ],
        [
            ("Mira Dahl", "One."),
            ("Jon Berg", "Two."),
            ("Mira Dahl", "Three."),
            ("Jon Berg", "Four."),
            ("Mira Dahl", "Five."),
        ],
    ),
    (
        "telephone numbers",
        ["+1 (802) 555-0142: One.", "18025550171: Two.", "(802) 555-0133: Three."],
        [("+1 (802) 555-0142", "One."), ("18025550171", "Two."), ("(802) 555-0133", "Three.")],
    ),
    (
        "signs around names",
        [
            "**Leila:** One.",
            "**Walter**: Two.",
            "• Leila: Three.",
            "0:12 Walter: Four.",
            ">Leila: Five.",
            "{Walter} Six.",
            "‹Leila› Seven.",
            "WALTER>> Eight.",
            "<Leila> Nine.",
            "Walter∶ Ten.",
            "Leila﹕ Eleven.",
        ],
        [
            ("Leila", "One."),
            ("Walter", "Two."),
            ("Leila", "Three."),
            ("Walter", "Four."),
            ("Leila", "Five."),
            ("Walter", "Six."),
            ("Leila", "Seven."),
            ("Walter", "Eight."),
            ("Leila", "Nine."),
            ("Walter", "Ten."),
            ("Leila", "Eleven."),
        ],
    ),
    (
        "a court",
        [
            "THE COURT: Sit.",
            "THE WITNESS: I do.",
            "THE COURT: Speak.",
            "THE WITNESS: I saw it.",
            "BY MS. VOS: When?",
        ],
        [
            ("THE COURT", "Sit."),
            ("THE WITNESS", "I do."),
            ("THE COURT", "Speak."),
            ("THE WITNESS", "I saw it."),
            ("VOS", "When?"),
        ],
    ),
    (
        "questions and answers with periods",
        ["Q. Who came?", "A. My aunt.", "She was late.", "Q. When?", "A. At noon."],
        [
            ("Q", "Who came?"),
            ("A", "My aunt."),
            ("A", "She was late."),
            ("Q", "When?"),
            ("A", "At noon."),
        ],
    ),
    (
        "one answer is a sentence",
        ["A. It is the first.", "B. No."],
        [(None, "A. It is the first."), (None, "B. No.")],
    ),
    (
        "a label at the end of a cue is of the next one",
        ["LEILA:", "Did it come? WALTER:", "At noon. LEILA:", "Good. Listen:", "I met Dr. Walter:"],
        [
            ("LEILA", "Did it come?"),
            ("WALTER", "At noon."),
            ("LEILA", "Good. Listen:"),
            ("LEILA", "I met Dr. Walter:"),
        ],
    ),
    (
        "names in brackets alone in their cues",
        ["[Leila]", "We slept.", "[Walter]", "I did not."],
        [("Leila", "We slept."), ("Walter", "I did not.")],
    ),
    (
        "names in brackets in a script without capitals or a list of names",
        ["[நிலா] வந்தது.", "[கதிர்] ஆம்.", "[நிலா] சரி.", "[கதிர்] இல்லை."],
        [("நிலா", "வந்தது."), ("கதிர்", "ஆம்."), ("நிலா", "சரி."), ("கதிர்", "இல்லை.")],
    ),
    (
        "Georgian begins nothing with capitals",
        ["მაია: ვინ?", "Walter: Me.", "მაია: როდის?", "Walter: Now."],
        [("მაია", "ვინ?"), ("Walter", "Me."), ("მაია", "როდის?"), ("Walter", "Now.")],
    ),
    (
        "small words of last names",
        [
            "McTavish: One.",
            "van der Linde: Two.",
            "McTavish: Three.",
            "van der Linde: Four.",
            "von der Au: Five.",
        ],
        [
            ("McTavish", "One."),
            ("van der Linde", "Two."),
            ("McTavish", "Three."),
            ("van der Linde", "Four."),
            ("von der Au", "Five."),
        ],
    ),
    (
        "two dashes in a line",
        ["LEILA: Well.", "- Who came? - My aunt.", "- One, two - and three."],
        [
            ("LEILA", "Well."),
            (None, "Who came?"),
            (None, "My aunt."),
            (None, "One, two - and three."),
        ],
    ),
    (
        "an editor's name in a sentence",
        ["[Leila] was the first.", "[Walter] was the last.", "[Leila] slept."],
        [
            (None, "[Leila] was the first."),
            (None, "[Walter] was the last."),
            (None, "[Leila] slept."),
        ],
    ),
    (
        "a virtue that goes on is no speaker, even twice",
        ["Joy: it was everywhere.", "We danced.", "Joy: we had it."],
        [(None, "Joy: it was everywhere."), (None, "We danced."), (None, "Joy: we had it.")],
    ),
    (
        "sounds in brackets, where the names are in brackets",
        ["[Applause]", "[Leila] We wait.", "[Walter] So.", "[Zed] Yes.", "[Leila] No."],
        [
            (None, "[Applause]"),
            ("Leila", "We wait."),
            ("Walter", "So."),
            (None, "[Zed] Yes."),
            ("Leila", "No."),
        ],
    ),
    (
        "a chapter that somebody may be called after",
        ["Leila: So.", "Walter: Yes.", "Leila 2: Who?"],
        [("Leila", "So."), ("Walter", "Yes."), (None, "Leila 2: Who?")],
    ),
    (
        "no pronouns",
        ["Whether he/she: who knows.", "If he/she: no."],
        [(None, "Whether he/she: who knows."), (None, "If he/she: no.")],
    ),
]


@pytest.mark.parametrize(("texts", "expected"), [r[1:] for r in READ], ids=[r[0] for r in READ])
def test_rare_ways_to_name_who_speaks(
    texts: list[str], expected: list[tuple[str | None, str]]
) -> None:
    assert voices(texts) == expected
