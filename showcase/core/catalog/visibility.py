"""Who may see a video, and from when: the one place that decides it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Visibility:
    """Who may see a video, and from when. Instants have a time zone.

    Attributes:
        listed: False for a video that is found by its address alone: no list, feed, search over all videos or
            count has it.
        noindex: True where search engines are asked to leave it out.
        publish_on: nothing of it is anywhere before; None where it may be seen at once.
        sealed_until: likewise; where both are given, the later one counts.
    """

    listed: bool = True
    noindex: bool = False
    publish_on: datetime | None = None
    sealed_until: datetime | None = None

    @property
    def visible_from(self) -> datetime | None:
        """From when on it may be seen; None where it always may."""
        return max(filter(None, (self.publish_on, self.sealed_until)), default=None)

    @property
    def is_indexable(self) -> bool:
        """False where search engines are asked to leave it out."""
        return self.listed and not self.noindex

    def is_visible_at(self, instant: datetime) -> bool:
        """False before its time; at that very instant it is visible."""
        return self.visible_from is None or self.visible_from <= instant


# What all may see at once, and find everywhere.
PUBLIC = Visibility()
