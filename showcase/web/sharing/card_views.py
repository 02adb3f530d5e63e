"""Quote cards: a moment's words as a picture."""

from typing import cast, get_args

from flask import Blueprint, Response, current_app, request

from showcase.core.cards.content import LONGEST_MS, Card
from showcase.core.cards.layout import Shape, Theme
from showcase.core.catalog.models import Video
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_clock
from showcase.store.cards.disk_cache import BusyError
from showcase.store.cards.service import CardMaker, WantedCard
from showcase.web.context.query import Asked, read_asked
from showcase.web.context.request import addresses, request_arguments, snapshot
from showcase.web.context.video_view import Shown
from showcase.web.context.view_loader import show
from showcase.web.http.abort import refuse
from showcase.web.http.headers import share_with_all
from showcase.web.sharing.card_content import quote_card, title_card
from showcase.web.sharing.quotation import quote_asked

_SHAPES: dict[str, Shape] = {"": "wide", "wide": "wide", "square": "square"}
_ASKS_TIME = ("t", "start", "end")
_DAY_S = 24 * 3600

blueprint = Blueprint("cards", __name__)


@blueprint.get("/videos/<slug>/card.png")
def card(slug: str) -> Response:
    """The card of a moment, or of the whole video."""
    video = snapshot().catalog.find(slug) or refuse(404, "There is no such video here.")
    arguments = request_arguments()
    wanted = WantedCard(_card(video, arguments), _shape(arguments), _theme(arguments))
    share_with_all()
    return _answer(wanted)


def _card(video: Video, arguments: dict[str, str]) -> Card:
    asked = {name: arguments[name] for name in (*_ASKS_TIME, "lang") if name in arguments}
    shown = show(video, read_asked(asked))
    if not any(asked.get(name) for name in _ASKS_TIME):
        url = addresses().absolute(addresses().video(video.slug))
        return title_card(video, snapshot().catalog.site, url)
    _check(shown.asked, shown)
    quoted = quote_asked(shown) or refuse(
        404, f"Nobody speaks at {format_clock(_start(shown.moment))}: ask for another time."
    )
    return quote_card(quoted, snapshot().catalog.site)


def _check(asked: Asked, shown: Shown) -> None:
    """Refuse what is no moment of this video, or too long a one."""
    if (moment := asked.moment) is None:
        refuse(400, "That is no time: write it as t=90 or t=12.5,18, the start before the end.")
    if shown.moment is None:
        ends = format_clock(shown.video.duration_ms)
        refuse(404, f"The video ends at {ends}: ask for a time before that.")
    if moment.end_ms is not None and moment.end_ms - moment.start_ms > LONGEST_MS:
        refuse(400, "A card holds two minutes at most: ask for a shorter range.")


def _start(moment: Moment | None) -> int:
    return moment.start_ms if moment else 0


def _shape(arguments: dict[str, str]) -> Shape:
    return _SHAPES.get(arguments.get("size", "")) or refuse(
        400, "There is no such size: leave it out for 1200 by 630 pixels, or write size=square."
    )


def _theme(arguments: dict[str, str]) -> Theme:
    theme = arguments.get("theme") or "light"
    if theme not in get_args(Theme):
        refuse(400, "There is no such theme: write theme=light or theme=dark.")
    return cast("Theme", theme)


def _answer(wanted: WantedCard) -> Response:
    """The picture, or 304 to who holds it."""
    maker = cast("CardMaker", current_app.extensions["cards"])
    response = Response(content_type="image/png")
    response.set_etag(maker.key(wanted))
    if not request.if_none_match.contains(response.get_etag()[0] or ""):
        try:
            response.set_data(maker.make(wanted))
        except BusyError:
            return _busy()
    response.cache_control.public = True
    response.cache_control.max_age = _DAY_S
    response.make_conditional(request)
    return response


def _busy() -> Response:
    """Too many cards at once."""
    sentence = "Many cards are being drawn: ask again in a second.\n"
    response = Response(sentence, 503, content_type="text/plain; charset=utf-8")
    response.headers["Retry-After"] = "1"
    return response
