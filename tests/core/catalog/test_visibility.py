"""Who may see a video, and from when."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.catalog.models import Video
from showcase.core.catalog.site_catalog import Catalog, Site
from showcase.core.catalog.visibility import PUBLIC, Visibility

NOON = datetime(2031, 1, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
PLAIN = Video("plain", "Plain", "en")

INSTANTS = st.datetimes(datetime(2000, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
VISIBILITIES = st.builds(
    Visibility, publish_on=st.none() | INSTANTS, sealed_until=st.none() | INSTANTS
)


@pytest.mark.parametrize(
    ("visibility", "seen"),
    [
        (PUBLIC, (True, True)),
        (Visibility(publish_on=NOON), (False, True)),
        (Visibility(sealed_until=NOON), (False, True)),
        (Visibility(publish_on=NOON - HOUR, sealed_until=NOON), (False, True)),
        (Visibility(publish_on=NOON + HOUR, sealed_until=NOON), (False, False)),
        (Visibility(publish_on=NOON.astimezone(timezone(9 * HOUR))), (False, True)),
    ],
)
def test_a_video_is_seen_from_its_later_instant_on(
    visibility: Visibility, seen: tuple[bool, bool]
) -> None:
    before = NOON - timedelta(microseconds=1)
    assert (visibility.is_visible_at(before), visibility.is_visible_at(NOON)) == seen


@pytest.mark.parametrize(
    ("visibility", "indexable"),
    [(PUBLIC, True), (Visibility(noindex=True), False), (Visibility(listed=False), False)],
)
def test_search_engines_may_have_what_is_listed_and_not_kept_from_them(
    visibility: Visibility, *, indexable: bool
) -> None:
    assert visibility.is_indexable is indexable


@given(st.lists(VISIBILITIES, max_size=5), st.lists(VISIBILITIES, max_size=2), INSTANTS)
def test_a_catalog_changes_at_its_next_change_and_not_before(
    listed: list[Visibility], unlisted: list[Visibility], instant: datetime
) -> None:
    videos = [replace(PLAIN, slug=str(n), visibility=each) for n, each in enumerate(listed)]
    others = [replace(PLAIN, slug=f"u{n}", visibility=each) for n, each in enumerate(unlisted)]
    catalog = Catalog(Site(), tuple(videos), tuple(others))
    seen = catalog.visible_at(instant)
    assert [*seen.videos] == [each for each in videos if each.visibility.is_visible_at(instant)]
    assert [*seen.unlisted] == [each for each in others if each.visibility.is_visible_at(instant)]
    change = catalog.next_change(instant)
    if change is None:
        assert seen == catalog
    else:
        assert catalog.visible_at(change - timedelta(microseconds=1)) == seen
        assert catalog.visible_at(change) != seen


def test_a_former_slug_leads_to_its_video_unless_another_has_it_now() -> None:
    moved = replace(PLAIN, former=("old", "other"))
    hidden = Video("hidden", "Hidden", "en", former=("past",))
    catalog = Catalog(Site(), (moved, Video("other", "Other", "en")), (hidden,))
    assert catalog.find_former("old") == moved
    assert catalog.find_former("past") == hidden
    assert catalog.find("hidden") == hidden
    for slug in ("other", "plain", "nowhere"):
        assert catalog.find_former(slug) is None
