"""Kinds of generated caption files that have to be made one by one: identifiers, dashes, lists, headings."""

import random
from collections.abc import Callable, Sequence
from itertools import cycle

from benchmarks.speakers.banks import ENGLISH
from benchmarks.speakers.conversations import (
    MadeCue,
    MadeFile,
    Turn,
    converse,
    made_file,
    name_changes,
)
from benchmarks.speakers.kinds import FULL, GIVEN, OTHER_FULL, OTHER_GIVEN, Kind
from showcase.core.captions.speakers import KnownSpeaker

SENTENCES = ENGLISH.sentences
Make = Callable[[random.Random, bool], Sequence[MadeCue]]


def _full(held_out: bool) -> tuple[str, ...]:  # noqa: FBT001
    return OTHER_FULL if held_out else FULL


def _given(held_out: bool) -> tuple[str, ...]:  # noqa: FBT001
    return OTHER_GIVEN if held_out else GIVEN


def _nobody(texts: Sequence[str]) -> list[MadeCue]:
    return [MadeCue(text, ((None, text),)) for text in texts]


def _webex(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
    turns = converse(chance, _full(held_out), SENTENCES)
    cues = name_changes(turns, lambda _: "", str)
    pronouns = cycle(["", " (she/her)", " (he/him)"])
    named = [
        cue._replace(identifier=f'{at} "{cue.said[0][0]}{next(pronouns)}" ({3100 + at})')
        for at, cue in enumerate(cues, 1)
    ]
    text = "Me too."
    return [*named, MadeCue(text, ((None, text),), f'{len(cues) + 1} "" (0)')]


def _teams(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
    turns = converse(chance, _full(held_out), SENTENCES)
    return [
        MadeCue(
            f"<v {turn.name}>{text}</v>", ((turn.name, text),), f"5f0c9a31-0b7e-4a55/{at}-{part}"
        )
        for at, turn in enumerate(turns)
        for part, text in enumerate(turn.sentences)
    ]


def _identifiers(names: Sequence[str], others: Sequence[str]) -> Make:
    def make(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
        turns = converse(chance, others if held_out else names, SENTENCES)
        cues = name_changes(turns, lambda _: "", str)
        return [cue._replace(identifier=str(cue.said[0][0])) for cue in cues]

    return make


def _chapter_identifiers(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
    names = ("Introduction", "The Orchard", "Winter", "crew", "Outro") if not held_out else (
        "Opening", "Late Summer", "The Strike", "credits", "Epilogue")  # fmt: skip
    texts = chance.sample(SENTENCES, len(names))
    return [MadeCue(text, ((None, text),), name) for name, text in zip(names, texts, strict=True)]


def _two_dashes(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
    cues = name_changes(
        converse(chance, _given(held_out)[:2], SENTENCES), lambda n: f"{n.upper()}: ", str.upper
    )
    one, two = SENTENCES[:2]
    pair = MadeCue(f"- {one}\n- {two}", ((None, f"{one} {two}"),))
    first = cues[0].said[0][0] or ""
    again = MadeCue(f"{first}: {one}", ((first, one),))
    return [*cues, pair, again]


def _two_names(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
    turns = converse(chance, _given(held_out)[:3], SENTENCES, turns=16)
    return [
        MadeCue(
            "\n".join(f"-{turn.name.upper()}: {turn.sentences[0]}" for turn in pair),
            tuple((turn.name.upper(), turn.sentences[0]) for turn in pair),
        )
        for pair in zip(turns[::2], turns[1::2], strict=True)
    ]


def _lone_dash(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
    turns = converse(chance, _full(held_out)[:2], SENTENCES, turns=12)
    return [
        MadeCue(
            "\n-\n".join(f"({turn.name})\n{turn.sentences[0]}" for turn in pair),
            tuple((turn.name, turn.sentences[0]) for turn in pair),
        )
        for pair in zip(turns[::2], turns[1::2], strict=True)
    ]


def _nameless_voices(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
    turns = converse(chance, ("-", *_full(held_out)[:2]), SENTENCES)
    return name_changes(
        turns, lambda name: f"<v {name}>", lambda name: None if name == "-" else name
    )


def _chevrons(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
    """Everybody is named once, and only the change is marked after that."""
    names = _given(held_out)[:2]
    first = [Turn(name, (SENTENCES[at],)) for at, name in enumerate(names)]
    cues = name_changes(first, lambda name: f">> {name.upper()}: ", str.upper)
    return [
        *cues,
        *name_changes(converse(chance, names, SENTENCES), lambda _: ">> ", lambda _: None),
    ]


def _questions(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
    del held_out
    turns = [Turn("QA"[at % 2], (text,)) for at, text in enumerate(chance.sample(SENTENCES, 12))]
    return name_changes(turns, "{}: ".format, str)


def _headings(names: Sequence[str], others: Sequence[str], *, lower: bool = False) -> Make:
    """A lecture of one person who is not named, with headings that come back."""

    def make(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
        labels = cycle(others if held_out else names)
        texts = []
        for text in chance.sample(SENTENCES, 12):
            words = text[0].lower() + text[1:] if lower else text
            texts += [f"{next(labels)}: {words}", chance.choice(SENTENCES)]
        return _nobody(texts)

    return make


def _bare(names: Sequence[str], others: Sequence[str], after: str) -> Make:
    """A film of one person who is not named, with the places where it was made."""

    def make(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
        places = cycle(others if held_out else names)
        return _nobody(
            [f"{next(places)}{after}{text}" for text in chance.sample(SENTENCES, 8)]
            + chance.sample(SENTENCES, 4)
        )

    return make


def _among_speakers(labels: Sequence[str], others: Sequence[str]) -> Make:
    """Labels that are no names, once each, among speakers: their words may be of the one before."""

    def make(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
        cues = []
        names = tuple(name.upper() for name in _given(held_out)[:3])
        odd = iter(others if held_out else labels)
        for turn in converse(chance, names, SENTENCES):
            cues += name_changes([turn], "{}: ".format, str)
            if label := next(odd, ""):
                text = f"{label}: {chance.choice(SENTENCES)}"
                cues.append(MadeCue(text, ((turn.name, text),)))
        return cues

    return make


def _plain(texts: Sequence[str], others: Sequence[str]) -> Make:
    def make(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
        return _nobody([*(others if held_out else texts), *chance.sample(SENTENCES, 5)])

    return make


def _after_a_name(texts: Sequence[str], others: Sequence[str]) -> Make:
    """What looks like a label is said by somebody who is named before."""

    def make(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
        names = _full(held_out)
        turns = converse(chance, names, SENTENCES, others if held_out else texts, turns=20)
        return name_changes(turns, "{}: ".format, str)

    return make


def _sounds(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
    sounds = ("Music", "Applause", "Laughter", "Door slams") if not held_out else (
        "Cheering", "Sighs", "Thunder", "Phone rings")  # fmt: skip
    names = _given(held_out)[:3]
    cues = []
    for turn in converse(chance, names, SENTENCES):
        text = turn.sentences[0]
        cues.append(MadeCue(f"{turn.name}: {text}", ((turn.name, text),)))
        text = chance.choice(SENTENCES)
        cues.append(MadeCue(f"[{chance.choice(sounds)}] {text}", ((turn.name, text),)))
    return cues


def _once(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
    """Two who speak often, and others who say one thing."""
    names = _given(held_out)
    turns = converse(chance, names[:2], SENTENCES)
    turns[5:5] = [Turn(name, (chance.choice(SENTENCES),)) for name in names[2:]]
    return name_changes(turns, lambda name: f"{name}: ", str)


def _narrator(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
    name = "NARRATOR" if not held_out else "Announcer"
    return [MadeCue(f"{name}: {text}", ((name, text),)) for text in chance.sample(SENTENCES, 8)]


def _one_side(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
    """Only the questions are named: nobody says who answers."""
    name = "Interviewer" if not held_out else "MODERATOR"
    cues = []
    for text in chance.sample(SENTENCES, 8):
        answer = chance.choice(SENTENCES)
        cues += [MadeCue(f"{name}: {text}", ((name, text),)), MadeCue(answer, ((None, answer),))]
    return cues


def _case(write: Callable[[str], str]) -> Make:
    def make(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
        turns = converse(chance, _given(held_out)[:3], SENTENCES)
        return [
            MadeCue(write(cue.text), tuple((name, write(text)) for name, text in cue.said))
            for cue in name_changes(turns, "{}: ".format, str)
        ]

    return make


def _interrupted(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
    """A name at the start of a line, in the middle of a sentence."""
    names = _given(held_out)[:3]
    cues = name_changes(converse(chance, names, SENTENCES), "{}: ".format, str)
    speaker = cues[-1].said[0][0]
    text = f"so in the evening I went to\n{names[0]}: she had the key."
    return [*cues, MadeCue(text, ((speaker, text),))]


PLAIN = (
    "10:30 is when the bus comes.",
    "John 3:16 is on the door.",
    "https://example.org has it.",
    "As she said: no.",
    "Dear Bo: we are well.",
    "UPDATE: The road is open.",
    "Note: Wear boots.",
)
OTHER_PLAIN = (
    "At 7:45 the whistle blew.",
    "Luke 2:7 hung there.",
    "He said: never.",
    "Dear All: come at six.",
    "REMINDER: Doors close at ten.",
    "Tip: Bring gloves.",
    "PS: The key is inside.",
)
MAKES: dict[str, Make] = {
    "Webex identifiers": _webex,
    "Teams tags": _teams,
    "identifiers Speaker 1": _identifiers(("Speaker 1", "Speaker 2"), ("Speaker 3", "Speaker 4")),
    "identifiers with names": _identifiers(FULL[:3], OTHER_FULL[:3]),
    "identifiers that are chapters": _chapter_identifiers,
    "two dashes": _two_dashes,
    "two names in a cue": _two_names,
    "a lone dash between": _lone_dash,
    "<v ->": _nameless_voices,
    "named once, then >>": _chevrons,
    "Q: and A:": _questions,
    "list headings": _headings(("Ingredients", "Method"), ("Materials", "Steps")),
    "list headings of many words": _headings(
        ("Garden Tools", "Winter Clothes"), ("Kitchen Ideas", "Fresh Herbs")
    ),
    "Problem: solution:": _headings(("Problem", "Solution"), ("Cause", "Effect"), lower=True),
    "Problem: Solution:": _headings(("Problem", "Solution"), ("Myth", "Fact")),
    "CHAPTERS:": _headings(("THE HARVEST", "CHAPTER TWO"), ("THE LONG STRIKE", "PART THREE")),
    "capitals among NAMES:": _among_speakers(
        ("WARNING", "UPDATE", "BREAKING NEWS", "ROADWORK", "LAST CHANCE"),
        ("REMINDER", "CORRECTION", "FUN FACT", "FLOODING", "FINAL CALL"),
    ),
    "lists among NAMES:": _among_speakers(
        ("Reason", "Harvest", "Wages", "Climate Justice"), ("Result", "Drought", "Housing", "Fair Food")
    ),
    "colons that are no labels": _plain(PLAIN, OTHER_PLAIN),
    "colons after a name": _after_a_name(PLAIN, OTHER_PLAIN),
    "PLACE -": _bare(("PARIS", "SANTIAGO", "THE MARKET"), ("LYON", "VICTORIA", "THE HARBOR"), " - "),
    "PLACE alone on a line": _bare(("PARIS", "SANTIAGO"), ("LYON", "VICTORIA"), "\n"),
    "sounds at the start": _sounds,
    "a name that comes once": _once,
    "NARRATOR: alone": _narrator,
    "only questions are named": _one_side,
    "all capitals": _case(str.upper),
    "no capitals": _case(str.lower),
    "a name in the middle of a sentence": _interrupted,
}  # fmt: skip


def puzzles() -> list[Kind]:
    """The kinds of this module, and those that need `[[people]]`."""
    made = [Kind(name, _filed(name, make)) for name, make in MAKES.items()]
    return [
        *made,
        *(Kind(name, _with_people(name, written)) for name, written in SPELLINGS.items()),
    ]


def _filed(name: str, make: Make) -> Callable[[random.Random, bool], MadeFile]:
    return lambda chance, held_out: made_file(name, make(chance, held_out))


PEOPLE = ("Enrique Balcázar", "Thùy Nguyễn", "Rosa Field")
OTHER_PEOPLE = ("Begoña Núñez", "Søren Kjær", "Nkechi Achebe")
SPELLINGS: dict[str, Callable[[str], str]] = {
    "people, as they are": str,
    "people, in capitals": str.upper,
    "people, by first names": lambda name: name.split()[0],
    "people, by last names": lambda name: name.split()[1].upper(),
    "people, Last, First": lambda name: ", ".join(reversed(name.split())),
    "people, in brackets": lambda name: name.split()[0].upper(),
}


def _with_people(
    kind: str, write: Callable[[str], str]
) -> Callable[[random.Random, bool], MadeFile]:
    def make(chance: random.Random, held_out: bool) -> MadeFile:  # noqa: FBT001
        names = OTHER_PEOPLE if held_out else PEOPLE
        label = "[{}] " if "brackets" in kind else "{}: "
        turns = converse(chance, names, SENTENCES, ENGLISH.colons)
        cues = name_changes(turns, lambda name: label.format(write(name)), str)
        return made_file(kind, cues, people=[KnownSpeaker(name) for name in names])

    return make
