"""Kinds of generated caption files with rare ways to name a speaker, and with labels that name nobody."""

import random
from collections.abc import Callable, Sequence
from itertools import cycle

from benchmarks.speakers.banks import ENGLISH, Bank
from benchmarks.speakers.conversations import (
    MadeCue,
    MadeFile,
    converse,
    made_file,
    name_changes,
    name_every_cue,
)
from benchmarks.speakers.kinds import FULL, OTHER_FULL, Kind, Style

Make = Callable[[random.Random, bool], Sequence[MadeCue]]
SENTENCES = ENGLISH.sentences
STYLES = {
    "Name she/her:": Style(
        ("Rosa Field she/her", "Bo Lind he/him", "Amina Okafor they/them"),
        ("Ines Moreno she/they", "Walter Kowalski he/him", "Linh Tran ella/ellas"), "{}: ",
        right=lambda name: name.rpartition(" ")[0],
    ),
    "Name | she/her:": Style(
        ("Rosa Field | she/her", "Bo Lind | he/him"), ("Ines Moreno | she/they", "Linh Tran | he/him"),
        "{}: ", right=lambda name: name.partition(" |")[0],
    ),
    "Name (she/her), group:": Style(
        ("Rosa Field (she/her), Farm Workers", "Bo Lind (he/him), FWA"),
        ("Ines Moreno (she/they), Dairy Union", "Linh Tran (he/him), DU"), "{}: ",
        right=lambda name: name.partition(" (")[0],
    ),
    "telephone numbers:": Style(
        ("+1 (312) 555-0100", "14155550123", "Rosa Field"),
        ("(802) 555-0147", "+44 (20) 7946 0123", "18025550199"), "{}: ", every_cue=True,
    ),
    "THE WITNESS:": Style(
        ("THE WITNESS", "THE COURT", "MR. LIND"), ("THE CLERK", "THE INTERPRETER", "MS. TRAN"), "{}: ",
        right=lambda name: name.replace("MR. ", "").replace("MS. ", ""),
    ),
    "van der Name:": Style(("van der Berg", "Rosa"), ("von der Heide", "Walter"), "{}: "),
    "**Name:**": Style(FULL, OTHER_FULL, "**{}:** "),
    "• Name:": Style(FULL, OTHER_FULL, "• {}: "),
    "0:12 Name:": Style(FULL, OTHER_FULL, "0:12 {}: "),
    "{Name}": Style(FULL, OTHER_FULL, "{{{}}} "),
    "<Name>": Style(FULL, OTHER_FULL, "<{}> "),
    "NAME>>": Style(("ROSA", "PETER", "AMINA"), ("WALTER", "INES", "DMITRI"), "{}>> "),
    "Name∶": Style(FULL, OTHER_FULL, "{}∶ "),
    "Q. and A.": Style(("Q", "A"), ("Q", "A"), "{}. "),
}  # fmt: skip
# Scripts without a list of names.
GEORGIAN = Bank(
    "ka",
    ("ნინო", "გიორგი", "თამარი"),
    ("მარიამი", "ლევანი", "ანა"),
    (
        "წყალი ძალიან ცივი იყო.",
        "ჩვენ დილით მოვედით.",
        "ეს ჩემი სახლია.",
        "ვინ მოვიდა გუშინ?",
        "ხვალ ისევ ვიმუშავებთ.",
    ),
)
PERSIAN = Bank(
    "fa",
    ("زهرا", "مهدی", "پروانه"),
    ("نسرین", "کامران", "فرهاد"),
    (
        "آب خیلی سرد بود.",
        "ما صبح زود آمدیم.",
        "این خانهٔ من است.",
        "چه کسی دیروز آمد؟",
        "فردا باز کار می‌کنیم.",
    ),
)


def _names_alone(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
    """A cue with nothing but a name in brackets before each turn."""
    turns = converse(chance, OTHER_FULL if held_out else FULL, SENTENCES)
    return [
        cue
        for turn in turns
        for cue in (
            MadeCue(f"[{turn.name}]", ()),
            MadeCue(turn.sentences[0], ((turn.name, turn.sentences[0]),)),
        )
    ]


def _label_before(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
    """The label of each turn ends the cue before it."""
    names = ("INES", "WALTER") if held_out else ("ROSA", "PETER")
    turns = converse(chance, names, SENTENCES)
    labels = [f" {turn.name}:" for turn in turns[1:]] + [""]
    first = MadeCue(f"{turns[0].name}:", ())
    cues = [
        MadeCue(turn.sentences[0] + label, ((turn.name, turn.sentences[0]),))
        for turn, label in zip(turns, labels, strict=True)
    ]
    return [first, *cues]


def _somebody_else(labels: Sequence[str], others: Sequence[str]) -> Make:
    """Among speakers who are named, turns of others: nobody is named after their labels."""

    def make(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
        cues = []
        odd = cycle(others if held_out else labels)
        for number, turn in enumerate(
            converse(chance, OTHER_FULL if held_out else FULL, SENTENCES)
        ):
            cues += name_changes([turn._replace(sentences=turn.sentences[:1])], "{}: ".format, str)
            if number % 2:
                text, more = f"{next(odd)}{chance.choice(SENTENCES)}", chance.choice(SENTENCES)
                cues += [MadeCue(text, ((None, text),)), MadeCue(more, ((None, more),))]
        return cues

    return make


def _small(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
    """Names that no list has, once each, before words that begin small."""
    odd = ("Tjorven", "Wambui", "Granny") if held_out else ("Zuzka", "Oddny", "Doña Chela")
    make = _somebody_else(*[[f"{name}: um, " for name in odd]] * 2)
    return list(make(chance, held_out))


def _sentences_with_colons(texts: Sequence[str], others: Sequence[str]) -> Make:
    """Sentences with colons at the start of cues, said by whoever is named before."""

    def make(chance: random.Random, held_out: bool) -> list[MadeCue]:  # noqa: FBT001
        turns = converse(chance, OTHER_FULL if held_out else FULL, SENTENCES)
        spoken = cycle(others if held_out else texts)
        return name_changes(
            [turn._replace(sentences=(turn.sentences[0], next(spoken))) for turn in turns],
            "{}: ".format, str,
        )  # fmt: skip

    return make


UNNAMED = (
    "Man in crowd: ",
    "A woman: ",
    "Voice on radio: ",
    "Several voices: ",
    "Rosa from the farm: ",
)
OTHER_UNNAMED = (
    "Girl with a hat: ",
    "Un hombre: ",
    "Woman on phone: ",
    "A man in the back: ",
    "My mother: ",
)
ODD = (
    "user 12: ",
    "rosa@example.org: ",
    "???: ",
    "2: ",
    "@bo: ",
    "3rd speaker: ",
    "“Bo”: ",
    "Speaker ?: ",
)
OTHER_ODD = (
    "guest@example.org: ",
    "#3: ",
    "ines.moreno: ",
    "?: ",
    "1st Man: ",
    "*Zed: ",
    "~Tran~: ",
    "[?] ",
)
COLONS = (
    "Here is what happened: they came.",
    "That’s the whole story: we stayed.",
    "People always say: nothing will change.",
    "10:30 was when the bus came.",
    "UPDATE: The road is open.",
    "And my mother told me: be patient.",
)
OTHER_COLONS = (
    "So this is how it ended: nobody paid.",
    "What we needed was simple: water.",
    "He never answered: not once.",
    "At 7:45 the whistle blew.",
    "REMINDER: Doors close at ten.",
    "Then the owner shouted: out of here!",
)
MAKES: dict[str, Make] = {
    "[Name] alone in a cue": _names_alone,
    "NAME: at the end of a cue": _label_before,
    "somebody who is not named": _somebody_else(UNNAMED, OTHER_UNNAMED),
    "labels that are no names": _somebody_else(ODD, OTHER_ODD),
    "Name: and small letters": _small,
    "sentences with colons": _sentences_with_colons(COLONS, OTHER_COLONS),
}


def odd_kinds() -> list[Kind]:
    """The kinds of this module."""
    banks = [
        (f"{bank.tag} {label}", bank, label)
        for bank in (GEORGIAN, PERSIAN)
        for label in ("{}: ", "[{}] ")
    ]
    return [
        *(Kind(name, _styled(name, style)) for name, style in STYLES.items()),
        *(Kind(name, _spoken(name, bank, label)) for name, bank, label in banks),
        *(Kind(name, _filed(name, make)) for name, make in MAKES.items()),
    ]


def _styled(kind: str, style: Style) -> Callable[[random.Random, bool], MadeFile]:
    def make(chance: random.Random, held_out: bool) -> MadeFile:  # noqa: FBT001
        turns = converse(chance, style.other_names if held_out else style.names, SENTENCES)
        write = name_every_cue if style.every_cue else name_changes
        return made_file(kind, write(turns, style.label.format, style.right))

    return make


def _spoken(kind: str, bank: Bank, label: str) -> Callable[[random.Random, bool], MadeFile]:
    def make(chance: random.Random, held_out: bool) -> MadeFile:  # noqa: FBT001
        turns = converse(chance, bank.other_names if held_out else bank.names, bank.sentences)
        return made_file(kind, name_every_cue(turns, label.format, str), bank.tag)

    return make


def _filed(kind: str, make: Make) -> Callable[[random.Random, bool], MadeFile]:
    return lambda chance, held_out: made_file(kind, make(chance, held_out))
