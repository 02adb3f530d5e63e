"""Spellings of a name are joined with a person of video.toml where that is beyond doubt, else noted."""

import pytest

from showcase.core.captions.name_parts import parse_name
from showcase.core.captions.speaker_names import PeopleIndex, SpeakerNames, name_tokens
from showcase.core.captions.speaker_values import AlikeNames, KnownSpeaker

ENRIQUE = KnownSpeaker("Enrique Balcázar", ("Kike",))
PEOPLE = (ENRIQUE, KnownSpeaker("Ana Díaz"), KnownSpeaker("Ana Ruiz"), KnownSpeaker("Ελένη Παππά"))


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("ENRIQUE BALCAZAR", "Enrique Balcázar"),
        ("Balcázar, Enrique", "Enrique Balcázar"),
        ("Enrique", "Enrique Balcázar"),
        ("BALCÁZAR", "Enrique Balcázar"),
        ("E. Balcazar", "Enrique Balcázar"),
        ("kike", "Enrique Balcázar"),
        ("ΕΛΕΝΗ ΠΑΠΠΑ", "Ελένη Παππά"),
        ("Ana", None),
        ("Ana Diaz", "Ana Díaz"),
        ("Enrique López", None),
        ("Enriqe Balcazar", None),
        ("Balcázar Enrique", None),
        ("!", None),
        ("E", None),
    ],
)
def test_a_person_is_found_by_what_can_only_mean_them(name: str, person: str | None) -> None:
    assert PeopleIndex(PEOPLE, [name]).find(name) == person


def test_a_first_name_is_in_doubt_where_another_has_it() -> None:
    index = PeopleIndex(PEOPLE, ["Enrique", "Enrique López"])
    assert index.find("Enrique") is None
    assert index.find("Enrique Balcázar") == "Enrique Balcázar"


def test_marks_that_are_letters_are_kept() -> None:
    assert name_tokens("Сергей") != name_tokens("Сергеи")


def alike(names: list[str], *people: KnownSpeaker) -> list[AlikeNames]:
    parts = [part for name in names if (part := parse_name(name))]
    speakers = SpeakerNames(people, parts)
    for line, part in enumerate(parts, 1):
        speakers.use(part, "label", line)
    return list(speakers.alike())


@pytest.mark.parametrize(
    ("names", "pairs"),
    [
        (["Enriqe Balcazar"], [("Enrique Balcázar", "Enriqe Balcazar")]),
        (["Enrique Balcázar López"], [("Enrique Balcázar", "Enrique Balcázar López")]),
        (["Enrique López", "Enrique"], [("Enrique Balcázar", "Enrique")]),
        (["Zuzka Benda", "Zuzka", "Oddny"], [("Zuzka Benda", "Zuzka")]),
        (["ZOÉ", "Zoe"], [("ZOÉ", "Zoe")]),
        (["ENRIQUE", "Enrique Balcázar"], []),
        ([f"Zu{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(61)], []),
    ],
)
def test_names_that_may_be_of_one_person_are_told(
    names: list[str], pairs: list[tuple[str, str]]
) -> None:
    assert [pair[1:] for pair in alike(names, ENRIQUE)] == pairs
