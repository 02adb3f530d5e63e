"""Everything that a site of plain files has: what it begins with, and the crawl from there."""

from collections.abc import Iterator

from flask import Flask

from showcase.core.catalog.site_catalog import Catalog
from showcase.store.snapshots.visible import SnapshotProtocol
from showcase.web.i18n.catalogs import LOCALES
from showcase.web.static_site.address_rewriting import Base
from showcase.web.static_site.archive_index import build_archive_index
from showcase.web.static_site.route_files import NOT_FOUND_FILE
from showcase.web.static_site.site_crawl import Progress, SiteCrawl, WriteFile

# GitHub Pages would else leave out what begins with "_", and look for programs of its own in the pages.
NO_JEKYLL_FILE = ".nojekyll"
_FRAME_THEMES = ("light", "dark")
_PAGES = ("/", "/search", f"/{NOT_FOUND_FILE}")
_MACHINE_FILES = ("/robots.txt", "/sitemap.xml", "/feed.xml", "/api/videos")


def write_site(
    app: Flask, base: Base, snapshot: SnapshotProtocol, write: WriteFile, progress: Progress
) -> None:
    """Write all files of a site.

    Args:
        app: made for a static site of that snapshot, with its addresses below `marker_url`.
        base: where the site is going to be.
        snapshot: what is exported.
        write: writes each file.
        progress: told of each file.

    Raises:
        BrokenLinkError: the app names an address that it does not answer.
    """
    crawl = SiteCrawl(app, snapshot.catalog, base, write, progress)
    for path in _first_addresses(app, snapshot.catalog):
        crawl.add(path)
    crawl.run()
    for file in build_archive_index(snapshot):
        progress(file.name)
        write(file.name, [file.body])
    write(NO_JEKYLL_FILE, [])


def _first_addresses(app: Flask, catalog: Catalog) -> Iterator[str]:
    """What no page links to, and the pages that lead to all others."""
    yield from _MACHINE_FILES
    for locale in ("", *LOCALES):
        root = f"/{locale}" if locale else ""
        yield from (f"{root}{path}" for path in _PAGES)
        for video in catalog.videos:
            yield f"{root}/videos/{video.slug}"
            yield from (f"{root}/videos/{slug}" for slug in video.former)
    for video in catalog.videos:
        yield from (f"/embed/{video.slug}?theme={theme}" for theme in _FRAME_THEMES)
        yield from (f"/embed/{slug}" for slug in video.former)
    assets = app.extensions["assets"]
    yield from (f"/static/{assets.version}/{name}" for name in assets.files)
