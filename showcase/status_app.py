"""Builds the app of the status page, apart from that of the public pages, and chooses between the two."""

from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIEnvironment

from flask import Flask
from jinja2 import StrictUndefined

from showcase.resources import find_folder
from showcase.settings import Settings
from showcase.store.status.access_token import has_token
from showcase.web.assets import files as assets
from showcase.web.status import views


def create_status_app(settings: Settings, public: Flask) -> Flask:
    """Build the app of the status page.

    Args:
        settings: of this process.
        public: the app of the public pages, whose style sheets it shares.
    """
    app = Flask("showcase", static_folder=None, template_folder=str(find_folder("templates")))
    app.config["STATE"] = settings.state
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    for name in ("assets", "providers"):
        app.extensions[name] = public.extensions[name]
    app.register_blueprint(views.blueprint)
    app.register_blueprint(assets.blueprint)
    return app


class OwnerAndPublicApp:
    """The WSGI app of a worker: the status page for the owner, the public pages for everybody."""

    def __init__(self, settings: Settings, public: Flask) -> None:
        """Build the app of the status page beside that of the public pages."""
        self._state = settings.state
        self._public = public
        self._status = create_status_app(settings, public)

    def __call__(
        self, variables: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Answer a request. Without a token, no public address tells that there is a status page."""
        is_private = variables.get("REMOTE_USER") == views.OWNER
        has_path = variables.get("PATH_INFO") in views.PATHS
        if is_private or (has_path and has_token(self._state)):
            return self._status(variables, start_response)
        return self._public(variables, start_response)
