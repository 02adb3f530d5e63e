"""Admits requests that cost much: visitors have budgets of computing time, searches a share of the threads.

Pages of videos are kept in memory. Those who get one from there are never refused.
"""

import time
from contextlib import ExitStack
from typing import cast

from flask import Flask, Response, current_app, g, request
from werkzeug.exceptions import ServiceUnavailable, TooManyRequests

from showcase.store.limits.visitor_budgets import VisitorBudgets, WorkKind
from showcase.store.work_share import BusyError, WorkShare
from showcase.web.i18n.catalogs import LOCALIZED_SUFFIX
from showcase.web.limits.visitors import visitor_address

# What a search may take before others are refused; at three hours, one takes a fifth of a second.
_SEARCH_PATIENCE_SECONDS = 1
_RETRY_SECONDS = 2

# By blueprint. What is not named costs little: files, style sheets, recordings, the health check.
_KINDS: dict[str, WorkKind] = {
    "cards": "cards",
    "api": "api",
    "cites": "api",
    "oembed": "api",
    "words": "api",
    "machines": "api",
    "pages": "pages",
    "listings": "pages",
    "prints": "pages",
    "embeds": "pages",
    "site_pages": "pages",
}
_SEARCH_VIEWS = frozenset({"pages.search", "api.search", "api.quote"})
# Views that look into the cache first, and ask for admission when there is nothing.
_CACHED_VIEWS = frozenset({"pages.home", "pages.show_video", "embeds.embed"})


def add_admission(app: Flask, budgets: VisitorBudgets, threads: int) -> None:
    """Have an app admit requests.

    Args:
        app: gets the checks.
        budgets: of visitors.
        threads: of this process; searches get half of them.
    """
    app.extensions["budgets"] = budgets
    app.extensions["search_share"] = WorkShare(max(1, threads // 2), _SEARCH_PATIENCE_SECONDS)
    app.before_request(_begin)
    app.after_request(_charge)
    app.teardown_request(_release)


def admit(kind: WorkKind) -> None:
    """Go on with this request, or end it: 429 where a budget is used up, 503 where searches take long.

    Args:
        kind: of the work that is about to be done.
    """
    if "work_kind" in g:
        return
    if seconds := _budgets().seconds_to_wait(kind, g.visitor):
        raise TooManyRequests(retry_after=seconds)
    g.work_kind = kind
    if kind == "search":
        share = cast("WorkShare", current_app.extensions["search_share"])
        try:
            g.work_slot.enter_context(share.slot())
        except BusyError:
            raise ServiceUnavailable(retry_after=_RETRY_SECONDS) from None


def is_frequent_visitor(kind: WorkKind) -> bool:
    """True where others go first: this request's visitor had much of this kind lately."""
    return _budgets().is_frequent(kind, g.visitor)


def _budgets() -> VisitorBudgets:
    return cast("VisitorBudgets", current_app.extensions["budgets"])


def _begin() -> None:
    g.work_begun = time.thread_time()
    g.work_slot = ExitStack()
    address = visitor_address(request.remote_addr or "", request.headers.get("X-Forwarded-For", ""))
    g.visitor = _budgets().visitor_key(address) if address else ""
    view = (request.endpoint or "pages.").replace(f"{LOCALIZED_SUFFIX}.", ".")
    if view not in _CACHED_VIEWS and (kind := _kind_of_view(view)):
        admit(kind)


def _kind_of_view(view: str) -> WorkKind | None:
    return "search" if view in _SEARCH_VIEWS else _KINDS.get(view.partition(".")[0])


def _charge(response: Response) -> Response:
    if kind := g.get("work_kind"):
        _budgets().charge(kind, g.visitor, time.thread_time() - g.work_begun)
    return response


def _release(_error: BaseException | None) -> None:
    if slot := g.pop("work_slot", None):
        slot.close()
