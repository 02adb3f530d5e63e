"""Lists of an archive: who is one entry, in which order, under which address."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.catalog.models import Organization, Person, Video
from showcase.core.catalog.series import SeriesPart
from showcase.core.catalog.spoken_times import SpokenTime
from showcase.core.catalog.visibility import Visibility
from showcase.core.listings.listing import LISTING_KINDS, ListingKind, build_listings

ROSA = Person("Rosa Field", "Pickers United")


def video(slug: str, **values: object) -> Video:
    return replace(Video(slug, slug.title(), "en"), **values)  # type: ignore[arg-type]


def entries(kind: ListingKind, *videos: Video) -> list[tuple[str, str, list[str]]]:
    """Name, slug and videos of each entry of a list."""
    return [
        (entry.name, entry.slug, [each.video.slug for each in entry.videos])
        for entry in build_listings(videos)[kind].entries
    ]


def test_a_person_is_one_where_name_and_organization_agree() -> None:
    videos = video("a", people=(ROSA,)), video("b", people=(ROSA, ROSA))
    assert entries("speakers", *videos) == [("Rosa Field", "rosa-field", ["a", "b"])]


@pytest.mark.parametrize(
    "other", [Person("Rosa Field"), Person("Rosa Field", "River Watch"), Person("Rósa Field")]
)
def test_people_who_may_be_two_are_two_and_their_address_leads_to_both(other: Person) -> None:
    listing = build_listings([video("a", people=(ROSA,)), video("b", people=(other,))])["speakers"]
    slugs = [entry.slug for entry in listing.entries]
    assert len({*slugs}) == 2
    assert all(slug.startswith("rosa-field-") for slug in slugs)
    assert {*listing.find("rosa-field")} == {*listing.entries}
    assert [listing.find(slug) for slug in slugs] == [(each,) for each in listing.entries]
    assert listing.find("somebody") == ()


def test_an_address_of_one_of_two_still_leads_there_when_the_other_is_gone() -> None:
    both = build_listings([video("a", people=(ROSA, Person("Rosa Field")))])["speakers"]
    alone = build_listings([video("a", people=(ROSA,))])["speakers"]
    slug = next(entry.slug for entry in both.entries if entry.organization)
    assert [entry.slug for entry in alone.find(slug)] == ["rosa-field"]
    found = alone.find_name("Rosa Field", "Pickers United")
    assert found is alone.entries[0]
    assert alone.find_name("Rosa Field") is None


def test_who_does_not_speak_where_captions_name_voices_is_no_speaker() -> None:
    people = ROSA, Person("Ana"), Person("Narrator", voice="synthetic")
    named = video("a", people=people, spoken=(SpokenTime("Ana", 5_000), SpokenTime("Narrator")))
    assert [name for name, *_ in entries("speakers", named)] == ["Ana"]
    nobody_knows = replace(named, spoken=())
    assert [name for name, *_ in entries("speakers", nobody_knows)] == ["Ana", "Rosa Field"]


def test_the_time_of_a_speaker_is_that_of_their_videos() -> None:
    first = video("a", people=(ROSA,), spoken=(SpokenTime("Rosa Field", 5_000),))
    second = video(
        "b", people=(ROSA,), spoken=(SpokenTime("Rosa Field", 7_000), SpokenTime("Ana", 9))
    )
    (entry,) = build_listings([first, second])["speakers"].entries
    assert entry.spoken_ms == 12_000
    assert build_listings([first])["dates"].entries[0].spoken_ms == 0


def test_organizations_are_those_of_tables_and_of_people() -> None:
    videos = video("a", people=(ROSA,)), video("b", organizations=(Organization("River Watch"),))
    assert entries("organizations", *videos) == [
        ("Pickers United", "pickers-united", ["a"]),
        ("River Watch", "river-watch", ["b"]),
    ]


def test_parts_of_a_series_are_in_the_order_of_their_numbers_then_oldest_first() -> None:
    parts = [("new", "2020", 0), ("b", "2019", 2), ("a", "2018", 1), ("old", "2017", 0)]
    videos = [
        video(slug, date=date, series=(SeriesPart("Talks", number),))
        for slug, date, number in parts
    ]
    assert entries("series", *videos) == [("Talks", "talks", ["a", "b", "old", "new"])]


def test_topics_are_sorted_without_accents_and_capitals() -> None:
    known = video("a", topics=("water", "Árboles", "Bread"))
    assert [name for name, *_ in entries("topics", known)] == ["Árboles", "Bread", "water"]


def test_years_are_newest_first_and_videos_without_a_date_last() -> None:
    videos = (
        video("a", date="2020-03"),
        video("b", date="2017"),
        video("c"),
        video("d", date="2017-12-29"),
    )
    assert entries("dates", *videos) == [
        ("2020", "2020", ["a"]),
        ("2017", "2017", ["b", "d"]),
        ("", "undated", ["c"]),
    ]


def test_an_entry_is_kept_out_of_search_engines_with_one_of_its_videos() -> None:
    hidden = video("b", topics=("Bread",), visibility=Visibility(noindex=True))
    (entry,) = build_listings([video("a", topics=("Bread",)), hidden])["topics"].entries
    assert not entry.is_indexable
    assert build_listings([video("a")])["dates"].entries[0].is_indexable


NAMES = st.sampled_from(["Rosa", "rosa", "Rósa", "Роза", "মাটি", "a b", "a-b", "1", "!"])


@given(st.lists(st.tuples(NAMES, NAMES), max_size=8))
def test_every_address_leads_to_its_entry_whatever_the_order(pairs: list[tuple[str, str]]) -> None:
    videos = [
        video(f"v{n}", people=(Person(name, other),), topics=(name,), series=(SeriesPart(other),))
        for n, (name, other) in enumerate(pairs)
    ]
    forward, backward = build_listings(videos), build_listings(videos[::-1])
    for kind in LISTING_KINDS:
        listing = forward[kind]
        slugs = [entry.slug for entry in listing.entries]
        assert len({*slugs}) == len(slugs)
        assert all(listing.find(entry.slug) == (entry,) for entry in listing.entries)
        assert slugs == [entry.slug for entry in backward[kind].entries]
