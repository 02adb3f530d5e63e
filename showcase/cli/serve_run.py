"""Serves for `showcase serve`."""

import threading
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from wsgiref.types import WSGIApplication

import click

from showcase.cli.build_output import BuildPrinter, build_or_keep, watch_transcripts
from showcase.cli.quiet_commands import is_quiet
from showcase.helper_process import GoesOn, HelperProcess
from showcase.listen_addresses import Bind
from showcase.listeners import Listeners, bind_private_socket, bind_socket, browser_url
from showcase.resources import find_folder
from showcase.settings import Settings
from showcase.store.garbage_collection import collect_less_often
from showcase.store.limits.visitor_budgets import VisitorBudgets
from showcase.store.snapshots.library import (
    CHECK_INTERVAL_SECONDS,
    WATCHED_CHECK_INTERVAL_SECONDS,
    Library,
)


def run_server(settings: Settings, *, bind: Bind | None, watch: bool, dev: bool) -> None:
    """Build what has changed, and serve until somebody stops it.

    Args:
        settings: of this process.
        bind: where to listen instead.
        watch: publish what is saved.
        dev: likewise, and restart when the program changes.
    """
    # Here, and not in each worker.
    from showcase import app, server, status_app  # noqa: F401, PLC0415

    settings = replace(settings, bind=bind or settings.bind)
    with ExitStack() as sockets:
        listeners = Listeners(
            sockets.enter_context(bind_socket(settings.bind)),
            sockets.enter_context(bind_private_socket(settings.status_bind))
            if settings.status_bind
            else None,
        )
        printer = BuildPrinter(is_quiet=is_quiet())
        build_or_keep(settings, printer, must_serve=not (watch or dev))
        watching = partial(watch_transcripts, settings, printer)
        server.run(
            partial(
                _make_app,
                settings,
                VisitorBudgets(settings.visitor_seconds, redis=settings.limits_redis),
                watch=watch,
                in_worker=watching if dev else None,
            ),
            listeners,
            settings,
            on_ready=partial(_print_addresses, *map(browser_url, listeners.bound()))
            if not is_quiet()
            else lambda: None,
            reload_folders=[find_folder("templates"), find_folder("static")] if dev else None,
            helper=HelperProcess(watching) if watch and not dev else None,
        )


def _print_addresses(public: str, private: str = "") -> None:
    """Print where to open the pages, and where the status page if it has a listener of its own."""
    click.echo(f"Open {public} (Ctrl-C stops)")
    if private:
        click.echo(f"The status page is at {private}")


def _make_app(
    settings: Settings,
    budgets: VisitorBudgets,
    *,
    watch: bool,
    in_worker: Callable[[GoesOn], None] | None,
) -> WSGIApplication:
    """Called in each worker.

    In development there is one, and it watches the transcripts itself: a worker has the newest code, from
    which the format of snapshots follows.
    """
    from showcase.app import create_app  # noqa: PLC0415
    from showcase.status_app import OwnerAndPublicApp  # noqa: PLC0415

    if in_worker:
        threading.Thread(target=in_worker, args=[lambda: True], daemon=True).start()
    interval = WATCHED_CHECK_INTERVAL_SECONDS if watch or in_worker else CHECK_INTERVAL_SECONDS
    library = Library(settings.transcripts, settings.state, check_interval_seconds=interval)
    app = OwnerAndPublicApp(settings, create_app(settings, library, budgets=budgets))
    collect_less_often()
    return app
