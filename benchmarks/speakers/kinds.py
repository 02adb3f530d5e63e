"""The kinds of generated caption files that are ways in which people write who speaks."""

import random
from collections.abc import Callable, Iterator
from typing import NamedTuple

from benchmarks.speakers.banks import BANKS, ENGLISH, Bank
from benchmarks.speakers.conversations import (
    MadeFile,
    converse,
    made_file,
    name_changes,
    name_every_cue,
)

Names = tuple[str, ...]


class Style(NamedTuple):
    """A way to write names in English.

    Attributes:
        names, other_names: as they are written; the second for files that are held out.
        label: what comes before the words, with "{}" for the name.
        every_cue: the file names the speaker of every cue, not only changes.
        right: the name without titles and the like; None for the name as it is written.
    """

    names: Names
    other_names: Names
    label: str
    every_cue: bool = False
    right: Callable[[str], str | None] = str


def _upper(names: Names) -> Names:
    return tuple(name.upper() for name in names)


FULL = ("Rosa Field", "Bo Lind", "Amina Okafor", "Tomás Ortiz")
OTHER_FULL = ("Nkechi Achebe", "Walter Kowalski", "Ines Moreno", "Linh Tran")
GIVEN, OTHER_GIVEN = ENGLISH.names[:5], ENGLISH.other_names[:5]
TITLED = ("Dr. Ortiz", "Mrs. Lind", "Prof. Amina Okafor", "Rev. Field")
OTHER_TITLED = ("Sen. Achebe", "Mr. Kowalski", "Dr Ines Moreno", "Ms. Tran")
STYLES = {
    "Name:": Style(GIVEN, OTHER_GIVEN, "{}: "),
    "Name: in every cue": Style(GIVEN, OTHER_GIVEN, "{}: ", every_cue=True),
    "NAME:": Style(_upper(GIVEN), _upper(OTHER_GIVEN), "{}: "),
    "NAME -": Style(_upper(GIVEN), _upper(OTHER_GIVEN), "{} - "),
    "NAME alone on a line": Style(_upper(GIVEN), _upper(OTHER_GIVEN), "{}\n"),
    "NAME: in every cue": Style(_upper(FULL), _upper(OTHER_FULL), "{}: ", every_cue=True),
    "First Last:": Style(FULL, OTHER_FULL, "{}: "),
    "First Last: in every cue": Style(FULL, OTHER_FULL, "{}: ", every_cue=True),
    "Last, First:": Style(
        ("Field, Rosa", "Lind, Bo", "Okafor, Amina"),
        ("Achebe, Nkechi", "Kowalski, Walter", "Tran, Linh"), "{}: ", every_cue=True,
    ),
    "Name (she/her):": Style(
        ("Rosa Field (she/her)", "Bo Lind (he/him)", "Amina (they/them)"),
        ("Ines Moreno (she/they)", "Walter (he/him/his)", "Linh Tran (ella)"), "{}: ",
        every_cue=True, right=lambda name: name.partition(" (")[0],
    ),
    "Dr. Name:": Style(
        TITLED, OTHER_TITLED, "{}: ", right=lambda name: name.partition(" ")[2]
    ),
    "D'Angelo:": Style(
        ("D'Angelo", "O’Brien", "Nʼdiaye", "Ta'Niya"), ("D’Souza", "O'Hara", "M’Bala", "De'Andre"), "{}: "
    ),
    "Jean-Luc:": Style(
        ("Jean-Luc", "Mary-Ann Lind", "Al-Amin"), ("Anne-Sophie", "Lee-Ann Tran", "Abd-Allah"), "{}: "
    ),
    "Ana de la Cruz:": Style(
        ("Ana de la Cruz", "Ludwig van Beek", "Aisha bint Khalid", "J. R. Ortiz"),
        ("Maria dos Santos", "Karl von Stein", "Omar bin Said", "T. S. Moreno"), "{}: ",
    ),
    "ana's tablet:": Style(
        ("ana's tablet", "Bo Lind", "Rosa’s iPhone", "+1 555-0100"),
        ("walter's iPad", "Linh Tran", "Ines’s Galaxy S9", "+44 20 7946 0123"), "{}: ", every_cue=True,
    ),
    "Name, PhD:": Style(
        ("Rosa Field, PhD", "Bo Lind, M.D.", "Amina Okafor, RN"),
        ("Ines Moreno, Ph.D.", "Walter Kowalski, Jr.", "Linh Tran, MSW"), "{}: ",
        right=lambda name: name.partition(",")[0],
    ),
    "Speaker 1:": Style(("Speaker 1", "Speaker 2", "Speaker 3"), ("Speaker A", "Speaker B"), "{}: "),
    "SPEAKER_00:": Style(("SPEAKER_00", "SPEAKER_01"), ("SPEAKER_02", "SPEAKER_07"), "{}: "),
    "Interviewer:": Style(
        ("Interviewer", "Interviewee"), ("Moderator", "Woman", "Translator"), "{}: "
    ),
    "INTERVIEWER:": Style(("INTERVIEWER", "ROSA"), ("HOST", "CALLER"), "{}: "),
    "[Name]": Style(GIVEN, OTHER_GIVEN, "[{}] "),
    "(First Last)": Style(FULL, OTHER_FULL, "({}) "),
    "[NAME] above": Style(_upper(GIVEN[:3]), _upper(OTHER_GIVEN[:3]), "[{}]\n"),
    "(First Last) above": Style(FULL, OTHER_FULL, "({})\n", every_cue=True),
    "- [Name]": Style(("Narrator", *GIVEN[:2]), ("Reporter", *OTHER_GIVEN[:2]), "- [{}] "),
    "(Speaker 1)": Style(("Speaker 1", "Speaker 2"), ("Speaker 3", "Speaker 4"), "({}) "),
    "【Name】": Style(GIVEN[:3], OTHER_GIVEN[:3], "【{}】"),
    "[Name]:": Style(GIVEN[:3], OTHER_GIVEN[:3], "[{}]: "),
    "NAME: above": Style(_upper(GIVEN[:3]), _upper(OTHER_GIVEN[:3]), "{}:\n"),
    "-NAME:": Style(_upper(GIVEN[:3]), _upper(OTHER_GIVEN[:3]), "-{}: "),
    ">> NAME:": Style(_upper(GIVEN[:3]), _upper(OTHER_GIVEN[:3]), ">> {}: "),
    "<v Name>": Style(FULL, OTHER_FULL, "<v {}>", every_cue=True),
    "Name: that is a word": Style(("Mark", "Grace", "Will"), ("Joy", "Hope", "Frank"), "{}: "),
    "Name: that no list has": Style(
        ("Zuzka", "Mirek", "Oddny"), ("Tjorven", "Kaspian", "Wambui"), "{}: "
    ),
    "First Last: that no list has": Style(
        ("Zuzka Benda", "Oddny Vik", "Mirek Hora"), ("Tjorven Aho", "Wambui Kamau", "Ilmatar Lehto"), "{}: "
    ),
    "[Name] that no list has": Style(
        ("Zuzka", "Mirek", "Oddny"), ("Tjorven", "Kaspian", "Wambui"), "[{}] "
    ),
    "Name: that is common": Style(
        ("Field", "Baker", "Stone"), ("Hill", "Cook", "Rivers"), "{}: ", every_cue=True
    ),
    "NAME (place):": Style(_upper(GIVEN[:3]), _upper(OTHER_GIVEN[:3]), "{} (Vermont): "),
}  # fmt: skip


class Kind(NamedTuple):
    """A kind of file.

    Attributes:
        name: as the tables call it.
        make: makes one; True for one that is held out.
    """

    name: str
    make: Callable[[random.Random, bool], MadeFile]


def kinds() -> Iterator[Kind]:
    """All kinds that are ways to write a name; `puzzles.py` has the others."""
    for name, style in STYLES.items():
        yield Kind(name, _styled(name, style, colons=False))
        mixed = f"{name} among other colons"
        yield Kind(mixed, _styled(mixed, style, colons=True))
    for bank in BANKS[1:]:
        full_width = bank.tag in ("zh", "ja")
        colon = "：" if full_width else " : " if bank.tag == "fr" else ": "
        for label in (f"{{}}{colon}", "（{}）" if full_width else "[{}] "):
            yield Kind(f"{bank.tag} {label}", _spoken(f"{bank.tag} {label}", bank, label))


def _styled(kind: str, style: Style, *, colons: bool) -> Callable[[random.Random, bool], MadeFile]:
    def make(chance: random.Random, held_out: bool) -> MadeFile:  # noqa: FBT001 (a kind's only option)
        names = style.other_names if held_out else style.names
        others = ENGLISH.other_colons if held_out else ENGLISH.colons
        turns = converse(chance, names, ENGLISH.sentences, others if colons else ())
        write = name_every_cue if style.every_cue else name_changes
        return made_file(kind, write(turns, style.label.format, style.right))

    return make


def _spoken(kind: str, bank: Bank, label: str) -> Callable[[random.Random, bool], MadeFile]:
    def make(chance: random.Random, held_out: bool) -> MadeFile:  # noqa: FBT001 (a kind's only option)
        names = bank.other_names if held_out else bank.names
        others = bank.other_colons if held_out else bank.colons
        turns = converse(chance, names, bank.sentences, others)
        return made_file(kind, name_changes(turns, label.format, str), bank.tag)

    return make
