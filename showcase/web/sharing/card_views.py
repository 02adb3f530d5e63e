"""The route of quote cards: the words of a moment as a picture."""

from typing import cast, get_args

from flask import Blueprint, Response, current_app, request

from showcase.core.cards.canvases import CardShape, CardTheme
from showcase.core.cards.content import MAX_CARD_QUOTE_MS, CardContent
from showcase.core.catalog.models import Video
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_clock
from showcase.store.cards.service import CardRequest, CardService
from showcase.store.work_share import BusyError
from showcase.web.branding.card_look import build_card_look
from showcase.web.context.query import QueryParameters, parse_query_parameters
from showcase.web.context.request import request_arguments, snapshot, url_builder
from showcase.web.context.video_lookup import requested_video
from showcase.web.context.video_view import REPLACED_SENTENCE, VideoView
from showcase.web.context.view_loader import build_video_view
from showcase.web.http.abort import abort_with_text
from showcase.web.http.headers import allow_cross_origin
from showcase.web.limits.admission import is_frequent_visitor
from showcase.web.sharing.card_content import quote_card, title_card
from showcase.web.sharing.quotation import requested_quotation

_SHAPES_BY_SIZE: dict[str, CardShape] = {"": "wide", "wide": "wide", "square": "square"}
_TIME_PARAMETERS = ("t", "start", "end")
# The URL of a card lasts, as links to it do: a corrected word or another design is seen after a day at most,
# when the ETag tells it.
_CACHE_SECONDS = 24 * 3600

blueprint = Blueprint("cards", __name__)


@blueprint.get("/videos/<slug>/card.png")
def card(slug: str) -> Response:
    """The card of a moment as a PNG, or of the whole video where no time is given."""
    allow_cross_origin()
    video = requested_video(slug, lambda: abort_with_text(404, "There is no such video here."))
    arguments = request_arguments()
    wanted = CardRequest(
        _requested_card(video, arguments),
        _parse_shape(arguments),
        _parse_card_theme(arguments),
        build_card_look(snapshot()),
    )
    return _card_response(wanted)


def _requested_card(video: Video, arguments: dict[str, str]) -> CardContent:
    parameters = {
        name: arguments[name]
        for name in (*_TIME_PARAMETERS, "lang", "edition")
        if name in arguments
    }
    view = build_video_view(video, parse_query_parameters(parameters))
    if not any(parameters.get(name) for name in _TIME_PARAMETERS):
        url = url_builder().absolute(url_builder().video(video.slug))
        return title_card(video, snapshot().catalog.site, url)
    _check_moment(view.parameters, view)
    quotation = requested_quotation(view) or abort_with_text(404, _no_words_text(view))
    return quote_card(quotation, snapshot().catalog.site)


def _check_moment(parameters: QueryParameters, view: VideoView) -> None:
    """End the request where its time is no moment of this video, or one too long for a card."""
    if view.asks_for_replaced:
        abort_with_text(410, REPLACED_SENTENCE)
    if (moment := parameters.moment) is None:
        abort_with_text(
            400, "That is no time: write it as t=90 or t=12.5,18, the start before the end."
        )
    if view.moment is None:
        ends = format_clock(view.video.duration_ms)
        abort_with_text(404, f"The video ends at {ends}: ask for a time before that.")
    if moment.end_ms is not None and moment.end_ms - moment.start_ms > MAX_CARD_QUOTE_MS:
        abort_with_text(400, "A card holds two minutes at most: ask for a shorter range.")


def _no_words_text(view: VideoView) -> str:
    if view.words and not view.has_timed_words:
        return "The transcript has no times, so nobody knows what is said then: leave the time out."
    return f"Nobody speaks at {format_clock(_start_ms(view.moment))}: ask for another time."


def _start_ms(moment: Moment | None) -> int:
    return moment.start_ms if moment else 0


def _parse_shape(arguments: dict[str, str]) -> CardShape:
    return _SHAPES_BY_SIZE.get(arguments.get("size", "")) or abort_with_text(
        400, "There is no such size: leave it out for 1200 by 630 pixels, or write size=square."
    )


def _parse_card_theme(arguments: dict[str, str]) -> CardTheme:
    theme = arguments.get("theme") or "light"
    if theme not in get_args(CardTheme):
        abort_with_text(400, "There is no such theme: write theme=light or theme=dark.")
    return cast("CardTheme", theme)


def _card_response(wanted: CardRequest) -> Response:
    """The picture, 304 where the client holds it, or 503 where too many are being drawn."""
    maker = cast("CardService", current_app.extensions["cards"])
    response = Response(content_type="image/png")
    response.set_etag(maker.key(wanted))
    if not request.if_none_match.contains(response.get_etag()[0] or ""):
        try:
            is_frequent = is_frequent_visitor("cards")
            response.set_data(maker.render(wanted, is_frequent=is_frequent))
        except BusyError:
            return _busy_response()
    response.cache_control.public = True
    response.cache_control.max_age = _CACHE_SECONDS
    response.make_conditional(request)
    return response


def _busy_response() -> Response:
    """The response while too many cards are being drawn."""
    sentence = "Many cards are being drawn: ask again in a second.\n"
    response = Response(sentence, 503, content_type="text/plain; charset=utf-8")
    response.headers["Retry-After"] = "1"
    return response
