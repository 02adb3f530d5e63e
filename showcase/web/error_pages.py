"""Error pages: what happened, in a sentence, and where to go from there."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, Response, current_app, g, render_template, request
from werkzeug.exceptions import HTTPException, ServiceUnavailable, TooManyRequests

from showcase.errors import ShowcaseError
from showcase.web.api.problems import http_error_response, is_api_path, problem_response
from showcase.web.context.request import snapshot, url_builder
from showcase.web.http.media_types import HTML_TYPE, PLAIN_TEXT_TYPE, content_type
from showcase.web.i18n.catalogs import (
    DEFAULT_LOCALE,
    LOCALIZED_SUFFIX,
    answer_in_reader_locale,
    gettext_noop,
    locale,
    t,
    tn,
)
from showcase.web.search.video_list import VideoListItem, build_video_list


@dataclass(frozen=True, slots=True)
class ErrorMessage:
    """The title and the text of an error page; `language` is a BCP 47 tag, "" before it is localized."""

    title: str
    text: str
    language: str = ""

    def localized(self) -> "ErrorMessage":
        """This message in the language of the page."""
        return ErrorMessage(t(self.title), t(self.text), locale())


# By status code. Other codes below 500 have the message of 400, those above that of 500.
_ERROR_MESSAGES = {
    400: ErrorMessage(
        gettext_noop("The request could not be read"),
        gettext_noop(
            "Your browser sent something this site cannot read. Type the address again, or start from "
            "the home page."
        ),
    ),
    404: ErrorMessage(
        gettext_noop("There is nothing here"),
        gettext_noop(
            "The link is old or incomplete. The words are still there: search for what was said."
        ),
    ),
    405: ErrorMessage(
        gettext_noop("That cannot be sent here"),
        gettext_noop(
            "This address only shows a page. Open it from the address bar, or start from the home page."
        ),
    ),
    410: ErrorMessage(
        gettext_noop("This was withdrawn"),
        gettext_noop("What this link led to was withdrawn. It is not published here any more."),
    ),
    421: ErrorMessage(
        gettext_noop("This address is not one of this site’s"),
        gettext_noop(
            "The address leads to a server that publishes nothing under this name. Look whether it is "
            "typed correctly."
        ),
    ),
    500: ErrorMessage(
        gettext_noop("This is our fault"),
        gettext_noop(
            "Something went wrong while this page was being made, and the error was logged. "
            "Try again in a minute."
        ),
    ),
}


# What programs, players and reference managers request: a sentence is enough.
_TEXT_BLUEPRINTS = frozenset({"cards", "cites", "media", "oembed", "words"})


def add_error_pages(app: Flask) -> None:
    """Register the error pages with an app."""
    app.register_error_handler(HTTPException, _handle_http_error)
    app.register_error_handler(ShowcaseError, _handle_showcase_error)


def _handle_http_error(error: HTTPException) -> Response | HTTPException:
    """The page for an error, with the headers of the error (`Allow` of 405); below /api/, problem details."""
    if (
        error.code is None or error.code < HTTPStatus.BAD_REQUEST
    ):  # a redirect to the canonical path
        return error
    if error.code == HTTPStatus.GONE:
        return _gone_response()
    if error.code == HTTPStatus.MISDIRECTED_REQUEST:
        return _misdirected_response()
    if isinstance(error, TooManyRequests | ServiceUnavailable):
        return _wait_response(error)
    if is_api_path(request.path):
        return http_error_response(error)
    is_server_error = error.code >= HTTPStatus.INTERNAL_SERVER_ERROR
    message = _ERROR_MESSAGES.get(error.code) or _ERROR_MESSAGES[500 if is_server_error else 400]
    # The snapshot that may have caused the error is not asked for a list of videos.
    cards = [] if is_server_error else build_video_list(snapshot().catalog, url_builder())
    response = _error_page(message.localized(), error.code, cards)
    own_headers = [(name, value) for name, value in error.get_headers() if name != "Content-Type"]
    response.headers.extend(own_headers)
    return response


def _gone_response() -> Response:
    """The response about what was withdrawn, in the visitor's language whatever the address shows."""
    answer_in_reader_locale()
    message = _ERROR_MESSAGES[HTTPStatus.GONE].localized()
    part = (request.blueprint or "").removesuffix(LOCALIZED_SUFFIX)
    if part == "api":
        response = problem_response(HTTPStatus.GONE, message.text)
    elif part in _TEXT_BLUEPRINTS:
        response = Response(
            f"{message.text}\n", HTTPStatus.GONE, content_type=content_type(PLAIN_TEXT_TYPE)
        )
    elif part == "embeds":
        theme = request.args.get("theme", "")
        theme = theme if theme in ("light", "dark") else ""
        page = render_template("embed_missing.html", theme=theme, message=message)
        response = Response(page, HTTPStatus.GONE, content_type=content_type(HTML_TYPE))
    else:
        cards = build_video_list(snapshot().catalog, url_builder())
        response = _error_page(message, HTTPStatus.GONE, cards)
    g.pop("page_tag", None)
    response.vary.add("Accept-Language")
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _wait_response(error: TooManyRequests | ServiceUnavailable) -> Response:
    """The response for who has to wait, with the time; it costs as little as it can."""
    code = HTTPStatus(error.code or HTTPStatus.SERVICE_UNAVAILABLE)
    seconds = error.retry_after if isinstance(error.retry_after, int) else 1
    message = _wait_message(code, seconds)
    part = (request.blueprint or "").removesuffix(LOCALIZED_SUFFIX)
    if is_api_path(request.path):
        response = problem_response(code, message.text)
    elif part in _TEXT_BLUEPRINTS:
        response = Response(f"{message.text}\n", code, content_type=content_type(PLAIN_TEXT_TYPE))
    elif part == "embeds":
        page = render_template("embed_missing.html", theme="", message=message)
        response = Response(page, code, content_type=content_type(HTML_TYPE))
    else:
        response = _error_page(message, code, [])
    response.headers["Retry-After"] = str(seconds)
    return response


def _wait_message(code: HTTPStatus, seconds: int) -> ErrorMessage:
    again = tn("Try again in %(n)s second.", "Try again in %(n)s seconds.", seconds)
    if code == HTTPStatus.TOO_MANY_REQUESTS:
        why = t("Too much was asked for from your network within a minute.")
        return ErrorMessage(t("Please wait a moment"), f"{why} {again}", locale())
    why = t("Many people are searching at this moment.")
    return ErrorMessage(t("Please wait a moment"), f"{why} {again}", locale())


def _misdirected_response() -> Response:
    """The response for a host that is not the site's, in the visitor's language.

    It has nothing of the site and of the request, and loads nothing: style sheets would be refused, too.
    """
    answer_in_reader_locale()
    message = _ERROR_MESSAGES[HTTPStatus.MISDIRECTED_REQUEST].localized()
    sentences = f"{message.title}. {message.text}"
    part = (request.blueprint or "").removesuffix(LOCALIZED_SUFFIX)
    if is_api_path(request.path):
        response = problem_response(HTTPStatus.MISDIRECTED_REQUEST, sentences)
    elif part in _TEXT_BLUEPRINTS:
        response = Response(f"{sentences}\n", content_type=content_type(PLAIN_TEXT_TYPE))
    else:
        address = current_app.config["PUBLIC_URL"]
        page = render_template("misdirected.html", message=message, address=address)
        response = Response(page, content_type=content_type(HTML_TYPE))
    response.status_code = HTTPStatus.MISDIRECTED_REQUEST
    response.vary.add("Accept-Language")
    return response


def _handle_showcase_error(error: ShowcaseError) -> Response:
    """The page for transcripts that cannot be shown, with the command line's message in English."""
    current_app.logger.error("%s", error)
    if is_api_path(request.path):
        return problem_response(HTTPStatus.SERVICE_UNAVAILABLE, str(error))
    message = ErrorMessage(t("Nothing can be shown yet"), str(error), DEFAULT_LOCALE)
    return _error_page(message, HTTPStatus.SERVICE_UNAVAILABLE, [])


def _error_page(message: ErrorMessage, code: int, cards: list[VideoListItem]) -> Response:
    g.pop("page_tag", None)
    page = render_template("error.html", message=message, code=int(code), cards=cards)
    return Response(page, code, content_type=content_type(HTML_TYPE))
