"""Builds the Flask app from the packages of `web`."""

from flask import Flask
from jinja2 import StrictUndefined

from showcase.core.catalog.localized import LocalizedSite
from showcase.resources import find_folder
from showcase.settings import Settings
from showcase.store.cards.service import CardService
from showcase.store.limits.visitor_budgets import VisitorBudgets
from showcase.store.lru_cache import LruCache
from showcase.store.snapshots.library import Library
from showcase.store.snapshots.state_folder import CARDS_FOLDER
from showcase.store.snapshots.visible import SnapshotViews
from showcase.web import error_pages as errors
from showcase.web import pages
from showcase.web.api import views as api_view
from showcase.web.assets import files as assets
from showcase.web.assets import theme
from showcase.web.branding import views as branding
from showcase.web.context.language_links import page_locale
from showcase.web.context.listings import ListingsCache, has_many_videos
from showcase.web.context.request import (
    Clock,
    current_site,
    is_static_site,
    url_builder,
    utc_now,
)
from showcase.web.context.request import LibraryProtocol as LibraryNeeded
from showcase.web.context.site_page_links import SitePageLink, site_page_links
from showcase.web.context.template_indents import IndentRemoval
from showcase.web.embed import views as embed_view
from showcase.web.export import media_views as media
from showcase.web.export import views as word_files
from showcase.web.http import headers, hosts
from showcase.web.http.providers import ProviderOrigins
from showcase.web.i18n import catalogs as locales
from showcase.web.limits.admission import add_admission
from showcase.web.listings import views as listing_view
from showcase.web.listings.entry_links import listing_links
from showcase.web.metadata import views as machine_view
from showcase.web.sharing import card_views as card_view
from showcase.web.sharing import citation_views as cite_view
from showcase.web.site_pages import views as site_pages
from showcase.web.video.rendered_page import MAX_PAGE_CACHE_BYTES, RenderedPage

# Nothing is uploaded, and forms send a few hundred bytes.
_MAX_REQUEST_BODY_BYTES = 64 * 1024

# Pages for people: their addresses may begin with a language, as in "/es/videos/orchard".
_LOCALIZED_BLUEPRINTS = (
    pages.blueprint,
    listing_view.blueprint,
    site_pages.blueprint,
    embed_view.frame_blueprint,
    word_files.print_blueprint,
)
# Everything that players, other sites and programs request.
_UNLOCALIZED_BLUEPRINTS = tuple(
    part.blueprint
    for part in (
        media,
        assets,
        theme,
        branding,
        card_view,
        cite_view,
        embed_view,
        word_files,
        machine_view,
        api_view,
    )
)


def create_app(
    settings: Settings,
    library: LibraryNeeded | None = None,
    clock: Clock = utc_now,
    *,
    budgets: VisitorBudgets | None = None,
    is_static: bool = False,
) -> Flask:
    """Build the Flask app.

    Args:
        settings: of this process.
        library: provides snapshots; None for that of the settings' folders.
        clock: tells the instant of each request, which decides what may be seen.
        budgets: of visitors, counted for all processes; None for counts of this process alone.
        is_static: True where the pages become files: nothing in them needs a server then.
    """
    app = Flask("showcase", static_folder=None, template_folder=str(find_folder("templates")))
    _configure(app, settings)
    app.config["STATIC_SITE"] = is_static
    app.extensions["library"] = library or Library(settings.transcripts, settings.state)
    app.extensions["clock"] = clock
    app.extensions["views"] = SnapshotViews()
    app.extensions["listings"] = ListingsCache()
    app.extensions["assets"] = assets.load_assets(find_folder("static"), settings.state / "packed")
    app.extensions["cards"] = CardService(find_folder("static"), settings.state / CARDS_FOLDER)
    app.extensions["pages"] = LruCache[RenderedPage](MAX_PAGE_CACHE_BYTES)
    app.extensions["providers"] = ProviderOrigins(settings.youtube_origin, settings.vimeo_origin)
    add_admission(app, budgets or VisitorBudgets(settings.visitor_seconds), settings.threads)
    hosts.add_host_check(app, settings.hosts)
    locales.add_locales(app, _offered_languages)
    for blueprint in _LOCALIZED_BLUEPRINTS:
        locales.register_localized(app, blueprint)
    for blueprint in _UNLOCALIZED_BLUEPRINTS:
        app.register_blueprint(blueprint)
    errors.add_error_pages(app)
    headers.add_headers(app)
    return app


def _configure(app: Flask, settings: Settings) -> None:
    app.config["PUBLIC_URL"] = settings.url
    app.config["NGINX_MEDIA"] = settings.nginx_media
    app.config["MAX_CONTENT_LENGTH"] = _MAX_REQUEST_BODY_BYTES
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.add_extension(IndentRemoval)
    # A letter of Bengali is 3 bytes of UTF-8, but 6 as an escape. Jinja escapes <, >, & and ' either way.
    app.jinja_env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    app.context_processor(_template_context)


def _template_context() -> dict[str, object]:
    return {
        "urls": url_builder(),
        "site": LocalizedSite(current_site(), locales.requested_locale()),
        "site_pages": _site_pages,
        "is_static": is_static_site(),
        "has_many_videos": has_many_videos,
        "listing_links": listing_links,
        "theme_hash": theme.theme_hash(current_site()),
        "page_locale": page_locale(url_builder()),
    }


def _site_pages() -> list[SitePageLink]:
    return site_page_links(current_site(), url_builder())


def _offered_languages() -> locales.OfferedLanguages:
    """The languages that the site of this request offers, and that of readers who ask for none of them."""
    site = current_site()
    return locales.OfferedLanguages(site.languages, site.default_language)
