"""A label is taken apart: the name, what is kept off it, and what it is by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.captions.label_reader import LabelReader
from showcase.core.captions.name_parts import LabelKind, parse_name

LABELS = [
    ("Rosa", "Rosa", LabelKind.NAME),
    ("ROSA FIELD", "ROSA FIELD", LabelKind.NAME),
    ("Rosa Field (she/her)", "Rosa Field", LabelKind.PRONOUNS),
    ("Rosa Field (Vermont)", "Rosa Field", LabelKind.NAME),
    ("Dr. Ortiz", "Ortiz", LabelKind.TITLE),
    ("Rev. Dr. Rosa Field", "Rosa Field", LabelKind.TITLE),
    ("Hon. Rev. Dr. Rosa Field", "Rosa Field", LabelKind.TITLE),
    ("Senator Achebe", "Achebe", LabelKind.NAME),
    ("Justice Delayed", "Justice Delayed", LabelKind.COMMON),
    ("Dr.", "Dr.", LabelKind.OTHER),
    ("Amina Okafor, PhD", "Amina Okafor", LabelKind.DEGREE),
    ("Bo Lind, M.D., RN", "Bo Lind", LabelKind.DEGREE),
    ("Field, Rosa", "Field, Rosa", LabelKind.NAME),
    ("+1 555-0100", "+1 555-0100", LabelKind.TELEPHONE),
    ("+1 ***-***-0100", "+1 ***-***-0100", LabelKind.TELEPHONE),
    ("ana's tablet", "ana's tablet", LabelKind.DEVICE),
    ("iPhone de Rosa", "iPhone de Rosa", LabelKind.DEVICE),
    ("SPEAKER_00", "SPEAKER_00", LabelKind.NUMBERED),
    ("Speaker A", "Speaker A", LabelKind.NUMBERED),
    ("Students", "Students", LabelKind.COMMON_ROLE),
    ("Hope", "Hope", LabelKind.WORD_NAME),
    ("Orador 2", "Orador 2", LabelKind.NUMBERED),
    ("Audience Member", "Audience Member", LabelKind.ROLE),
    ("旁白", "旁白", LabelKind.ROLE),
    ("Unknown Speaker", "Unknown Speaker", LabelKind.NOBODY),
    ("Marie-Ange", "Marie-Ange", LabelKind.NAME),
    ("Garden Chair", "Garden Chair", LabelKind.COMMON),
    ("Luke 2", "Luke 2", LabelKind.COMMON),
    ("Zuzka", "Zuzka", LabelKind.OTHER),
    ("Q", "Q", LabelKind.OTHER),
    ("Note", "Note", LabelKind.WORDS),
    ("L'idée", "L'idée", LabelKind.WORDS),
    ("Chapter Two", "Chapter Two", LabelKind.WORDS),
    ("Dear Bo", "Dear Bo", LabelKind.WORDS),
    ("Yes, Rosa", "Yes, Rosa", LabelKind.WORDS),
    ("That's Rosa", "That's Rosa", LabelKind.WORDS),
    ("Rosa Field she/her", "Rosa Field", LabelKind.PRONOUNS),
    ("Oddny Vik they/them", "Oddny Vik", LabelKind.PRONOUNS),
    ("Oddny they/them", "Oddny", LabelKind.OTHER),
    ("Rosa Field (Vermont) (she/her)", "Rosa Field", LabelKind.PRONOUNS),
    ("Rosa Field (Union, she/her)", "Rosa Field", LabelKind.NAME),
    ("If he/she", "If", LabelKind.WORDS),
    ("The Interpreter", "The Interpreter", LabelKind.DEFINITE_ROLE),
    ("the plaintiffs", "the plaintiffs", LabelKind.DEFINITE_ROLE),
    ("A man on the roof", "A man on the roof", LabelKind.UNNAMED),
    ("Rosa from the farm", "Rosa from the farm", LabelKind.UNNAMED),
    ("van der Berg", "van der Berg", LabelKind.OTHER),
    ("von der Heide", "von der Heide", LabelKind.OTHER),
    ("BY MS. RUIZ", "RUIZ", LabelKind.TITLE),
    ("13125550100", "13125550100", LabelKind.TELEPHONE),
    ("+1 (312) 555-0100", "+1 (312) 555-0100", LabelKind.TELEPHONE),
    ("Romans 8", "Romans 8", LabelKind.WORDS),
    ("Mary St. Clair", "Mary St. Clair", LabelKind.NAME),
]
NO_NAMES = ["", "10", "He said", "of the", "The one thing that he never told us", "a, b, c", "Ana,",
            "What? Ana", "Good. Rosa", "Rosa (Field) Lind", "Li di",
            "“Bo”", "1st", "5f0c/1", "---"]  # fmt: skip


@pytest.mark.parametrize(("label", "name", "kind"), LABELS)
def test_a_label_has_a_name_and_a_kind(label: str, name: str, kind: LabelKind) -> None:
    parts = parse_name(label)
    assert parts is not None
    assert (parts.name, parts.kind, parts.written) == (name, kind, label)


@pytest.mark.parametrize("label", NO_NAMES)
def test_what_is_no_name_has_no_parts(label: str) -> None:
    assert parse_name(label) is None


@pytest.mark.parametrize(
    ("label", "likeness"),
    [("J. R. Ortiz", 2), ("O'Brien", 2), ("Ta'Niya", 2), ("DON'T", 0), ("Ludwig van Beek", 2),
     ("王小明", 2), ("李华", 1), ("電話", 0), ("김민수", 2), ("Rosa Field", 0)],
)  # fmt: skip
def test_some_labels_are_written_as_only_names_are(label: str, likeness: int) -> None:
    parts = parse_name(label)
    assert parts is not None
    assert parts.likeness == likeness


def test_the_owner_says_what_is_a_name_and_what_is_not() -> None:
    labels = LabelReader(["The Moderator", "April Zen"], ["Rosa: "])
    kinds = {
        text: labels.read(text) for text in ("the moderator", "Dr. April Zen", "Rosa", "April")
    }
    assert {text: part and part.kind for text, part in kinds.items()} == {
        "the moderator": LabelKind.PERSON,
        "Dr. April Zen": LabelKind.PERSON,
        "Rosa": None,
        "April": LabelKind.COMMON,
    }


def test_a_file_with_thousands_of_labels_is_not_read_for_all_of_them() -> None:
    labels = LabelReader()
    parts = [labels.read(f"Zu{'a' * (n % 50)}{chr(0x4E00 + n)}") for n in range(3_010)]
    assert parts[0] is not None
    assert parts[-1] is not None
    assert (parts[0].kind, parts[-1].kind) == (LabelKind.OTHER, LabelKind.UNREAD)


@given(st.text(max_size=60))
def test_any_text_is_taken_apart_or_is_none(label: str) -> None:
    parts = parse_name(label)
    assert parts is None or (parts.name and parts.words > 0 and parts.name in parts.written)
