"""The player: what its template says of the recording."""

from tests.web.answers import one
from tests.web.small_showcase import Showcase


def test_a_poster_of_the_owners_is_told_apart(showcase: Showcase) -> None:
    """The play button needs a ring on it."""
    assert "has-picture" in one(showcase.page("/videos/orchard"), "#player")["class"]
