"""The web side, put together: the one place that knows all its parts."""

from flask import Flask
from jinja2 import StrictUndefined

from showcase.core.texts import SiteTexts
from showcase.places import find_folder
from showcase.settings import Settings
from showcase.store.card_maker import CardMaker
from showcase.store.library import Library
from showcase.store.recent import Recent
from showcase.web import (
    api_view,
    assets,
    card_view,
    cite_view,
    embed_view,
    errors,
    headers,
    locales,
    machine_view,
    media,
    pages,
    tokens,
    word_files,
)
from showcase.web.current import Library as LibraryNeeded
from showcase.web.current import addresses, snapshot
from showcase.web.locale_links import shown_locale
from showcase.web.player import Providers

# Nothing is ever uploaded; what a form would send fits many times over.
_MAX_BODY = 64 * 1024


# What people read: their addresses may begin with a language, "/es/videos/wsr".
_READ = (pages.blueprint, embed_view.frames, word_files.prints)
# What their players, other sites and programs ask for.
_SERVED = tuple(
    part.blueprint
    for part in (
        media,
        assets,
        tokens,
        card_view,
        cite_view,
        embed_view,
        word_files,
        machine_view,
        api_view,
    )
)


def create_app(settings: Settings, library: LibraryNeeded | None = None) -> Flask:
    """Build the Flask app.

    Args:
        settings: what the showcase was started with.
        library: where snapshots come from; the library of the settings when None.
    """
    app = Flask("showcase", static_folder=None, template_folder=str(find_folder("templates")))
    _configure(app, settings)
    app.extensions["library"] = library or Library(settings.transcripts, settings.state)
    app.extensions["assets"] = assets.load_assets(find_folder("static"), settings.state / "packed")
    app.extensions["cards"] = CardMaker(find_folder("static"), settings.state / "cards")
    app.extensions["pages"] = Recent[pages.Made](pages.PAGES_HELD)
    app.extensions["providers"] = Providers(settings.youtube_origin, settings.vimeo_origin)
    locales.add_locales(app)
    for blueprint in _READ:
        locales.register_read(app, blueprint)
    for blueprint in _SERVED:
        app.register_blueprint(blueprint)
    errors.add_error_pages(app)
    headers.add_headers(app)
    return app


def _configure(app: Flask, settings: Settings) -> None:
    app.config["PUBLIC_URL"] = settings.url
    app.config["TRUSTED_HOSTS"] = list(settings.hosts) or None
    app.config["MAX_CONTENT_LENGTH"] = _MAX_BODY
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    # Bengali as it is, and not six signs a letter: what could end an element is escaped all the same.
    app.jinja_env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    app.context_processor(_for_all_templates)


def _for_all_templates() -> dict[str, object]:
    return {
        "to": addresses(),
        "site": SiteTexts(errors.site(), locales.asked_locale()),
        "many": _many,
        "tokens": tokens.tokens_key(errors.site()),
        "page_in": shown_locale(addresses()),
    }


def _many() -> bool:
    """True when there is more than one video to search."""
    return len(snapshot().catalog.videos) > 1
