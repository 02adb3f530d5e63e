"""Error pages that help: what happened in a sentence, and where to go."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, Response, current_app, g, render_template, request
from werkzeug.exceptions import HTTPException

from showcase.core.catalog.models import Site
from showcase.errors import ShowcaseError
from showcase.web.api.problems import http_problem, is_for_programs, problem
from showcase.web.context.request import addresses, snapshot
from showcase.web.i18n.catalogs import FALLBACK, locale, say_later, t
from showcase.web.search.video_list import VideoCard, build_cards


@dataclass(frozen=True, slots=True)
class Trouble:
    """What an error page says; `language` is that of its text."""

    title: str
    text: str
    language: str = ""

    def said(self) -> "Trouble":
        """The same in the language of the page."""
        return Trouble(t(self.title), t(self.text), locale())


# What other codes below 500 say is what 400 says, of those above what 500 says.
_TROUBLES = {
    400: Trouble(
        say_later("That did not arrive whole"),
        say_later(
            "Your browser sent something this site cannot read. Type the address again, or start from "
            "the first page."
        ),
    ),
    404: Trouble(
        say_later("There is nothing here"),
        say_later(
            "The link is old or was cut short. The words are still there: search for what was said."
        ),
    ),
    405: Trouble(
        say_later("That cannot be sent here"),
        say_later(
            "This address only shows a page. Open it from the address bar, or start from the first page."
        ),
    ),
    500: Trouble(
        say_later("This is our fault"),
        say_later(
            "Something broke while this page was made, and it was written down. Try again in a minute."
        ),
    ),
}


def add_error_pages(app: Flask) -> None:
    """Give an app its error pages."""
    app.register_error_handler(HTTPException, _show_http)
    app.register_error_handler(ShowcaseError, _show_fault)


def _show_http(error: HTTPException) -> Response | HTTPException:
    """The page for an error, with the headers the error brings (`Allow` of 405)."""
    if error.code is None or error.code < HTTPStatus.BAD_REQUEST:  # 308 to the right address
        return error
    if is_for_programs(request.path):
        return http_problem(error)
    is_ours = error.code >= HTTPStatus.INTERNAL_SERVER_ERROR
    trouble = _TROUBLES.get(error.code) or _TROUBLES[500 if is_ours else 400]
    # What broke once is not asked again for a list of videos.
    cards = [] if is_ours else build_cards(snapshot().catalog, addresses())
    response = _page(trouble.said(), error.code, cards)
    brought = [(name, value) for name, value in error.get_headers() if name != "Content-Type"]
    response.headers.extend(brought)
    return response


def _show_fault(error: ShowcaseError) -> Response:
    """Transcripts that cannot be shown: the page says what the command line would, in English, too."""
    current_app.logger.error("%s", error)
    if is_for_programs(request.path):
        return problem(HTTPStatus.SERVICE_UNAVAILABLE, str(error))
    trouble = Trouble(t("Nothing can be shown yet"), str(error), FALLBACK)
    return _page(trouble, HTTPStatus.SERVICE_UNAVAILABLE, [])


def _page(trouble: Trouble, code: int, cards: list[VideoCard]) -> Response:
    g.pop("page_tag", None)
    page = render_template("error.html", trouble=trouble, code=int(code), cards=cards)
    return Response(page, code, content_type="text/html; charset=utf-8")


def site() -> Site:
    """What the showcase calls itself; where even that cannot be read, its plain name."""
    held = g.get("snapshot")
    return held.catalog.site if held else Site()
