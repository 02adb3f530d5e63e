"""The lists of what may be seen now, made once for each publication."""

from typing import cast

from flask import current_app

from showcase.core.catalog.site_catalog import Catalog
from showcase.core.listings.listing import Listings, build_listings
from showcase.web.context.request import snapshot


class ListingsCache:
    """The lists of the catalog that was asked for last, which lasts until something is published or due."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._last: tuple[Catalog, Listings] | None = None

    def find(self, catalog: Catalog) -> Listings:
        """The lists of the listed videos of a catalog."""
        last = self._last
        if last is None or last[0] is not catalog:
            self._last = last = (catalog, build_listings(catalog.videos))
        return last[1]


def listings() -> Listings:
    """The lists of this request's snapshot."""
    cache = cast("ListingsCache", current_app.extensions["listings"])
    return cache.find(snapshot().catalog)


def has_many_videos() -> bool:
    """True when there is more than one video, so that pages offer a search of all, and lists."""
    return len(snapshot().catalog.videos) > 1
