"""Error pages that help: what happened in a sentence, and where to go."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, Response, current_app, g, render_template, request
from werkzeug.exceptions import HTTPException

from showcase.core.catalog.models import Site
from showcase.errors import ShowcaseError
from showcase.web.api.problems import http_error_response, is_api_path, problem_response
from showcase.web.context.request import snapshot, url_builder
from showcase.web.http.media_types import HTML_TYPE, content_type
from showcase.web.i18n.catalogs import DEFAULT_LOCALE, gettext_noop, locale, t
from showcase.web.search.video_list import VideoListItem, build_video_list


@dataclass(frozen=True, slots=True)
class ErrorMessage:
    """What an error page says; `language` is that of its text."""

    title: str
    text: str
    language: str = ""

    def localized(self) -> "ErrorMessage":
        """The same in the language of the page."""
        return ErrorMessage(t(self.title), t(self.text), locale())


# What other codes below 500 say is what 400 says, of those above what 500 says.
_ERROR_MESSAGES = {
    400: ErrorMessage(
        gettext_noop("That did not arrive whole"),
        gettext_noop(
            "Your browser sent something this site cannot read. Type the address again, or start from "
            "the first page."
        ),
    ),
    404: ErrorMessage(
        gettext_noop("There is nothing here"),
        gettext_noop(
            "The link is old or was cut short. The words are still there: search for what was said."
        ),
    ),
    405: ErrorMessage(
        gettext_noop("That cannot be sent here"),
        gettext_noop(
            "This address only shows a page. Open it from the address bar, or start from the first page."
        ),
    ),
    500: ErrorMessage(
        gettext_noop("This is our fault"),
        gettext_noop(
            "Something broke while this page was made, and it was written down. Try again in a minute."
        ),
    ),
}


def add_error_pages(app: Flask) -> None:
    """Give an app its error pages."""
    app.register_error_handler(HTTPException, _handle_http_error)
    app.register_error_handler(ShowcaseError, _handle_showcase_error)


def _handle_http_error(error: HTTPException) -> Response | HTTPException:
    """The page for an error, with the headers the error brings (`Allow` of 405)."""
    if error.code is None or error.code < HTTPStatus.BAD_REQUEST:  # 308 to the right address
        return error
    if is_api_path(request.path):
        return http_error_response(error)
    is_ours = error.code >= HTTPStatus.INTERNAL_SERVER_ERROR
    trouble = _ERROR_MESSAGES.get(error.code) or _ERROR_MESSAGES[500 if is_ours else 400]
    # What broke once is not asked again for a list of videos.
    cards = [] if is_ours else build_video_list(snapshot().catalog, url_builder())
    response = _error_page(trouble.localized(), error.code, cards)
    brought = [(name, value) for name, value in error.get_headers() if name != "Content-Type"]
    response.headers.extend(brought)
    return response


def _handle_showcase_error(error: ShowcaseError) -> Response:
    """Transcripts that cannot be shown: the page says what the command line would, in English, too."""
    current_app.logger.error("%s", error)
    if is_api_path(request.path):
        return problem_response(HTTPStatus.SERVICE_UNAVAILABLE, str(error))
    trouble = ErrorMessage(t("Nothing can be shown yet"), str(error), DEFAULT_LOCALE)
    return _error_page(trouble, HTTPStatus.SERVICE_UNAVAILABLE, [])


def _error_page(trouble: ErrorMessage, code: int, cards: list[VideoListItem]) -> Response:
    g.pop("page_tag", None)
    page = render_template("error.html", trouble=trouble, code=int(code), cards=cards)
    return Response(page, code, content_type=content_type(HTML_TYPE))


def current_site() -> Site:
    """What the showcase calls itself; where even that cannot be read, its plain name."""
    held = g.get("snapshot")
    return held.catalog.site if held else Site()
