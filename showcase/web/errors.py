"""Error pages that help: what happened in a sentence, and where to go."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, Response, current_app, g, render_template, request
from werkzeug.exceptions import HTTPException

from showcase.core.videos import Site
from showcase.errors import ShowcaseError
from showcase.web.api.problems import http_problem, is_for_programs, problem
from showcase.web.cards import VideoCard, build_cards
from showcase.web.current import addresses, snapshot


@dataclass(frozen=True, slots=True)
class Trouble:
    """What an error page says."""

    title: str
    text: str


# What other codes below 500 say is what 400 says, of those above what 500 says.
_TROUBLES = {
    400: Trouble(
        "That did not arrive whole",
        "Your browser sent something this site cannot read. Type the address again, or start from "
        "the first page.",
    ),
    404: Trouble(
        "There is nothing here",
        "The link is old or was cut short. The words are still there: search for what was said.",
    ),
    405: Trouble(
        "That cannot be sent here",
        "This address only shows a page. Open it from the address bar, or start from the first page.",
    ),
    500: Trouble(
        "This is our fault",
        "Something broke while this page was made, and it was written down. Try again in a minute.",
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
    response = _page(trouble, error.code, cards)
    brought = [(name, value) for name, value in error.get_headers() if name != "Content-Type"]
    response.headers.extend(brought)
    return response


def _show_fault(error: ShowcaseError) -> Response:
    """Transcripts that cannot be shown: the page says what the command line would say."""
    current_app.logger.error("%s", error)
    if is_for_programs(request.path):
        return problem(HTTPStatus.SERVICE_UNAVAILABLE, str(error))
    return _page(
        Trouble("Nothing can be shown yet", str(error)), HTTPStatus.SERVICE_UNAVAILABLE, []
    )


def _page(trouble: Trouble, code: int, cards: list[VideoCard]) -> Response:
    g.pop("page_tag", None)
    page = render_template("error.html", trouble=trouble, code=int(code), cards=cards)
    return Response(page, code, content_type="text/html; charset=utf-8")


def site() -> Site:
    """What the showcase calls itself; where even that cannot be read, its plain name."""
    held = g.get("snapshot")
    return held.catalog.site if held else Site()
