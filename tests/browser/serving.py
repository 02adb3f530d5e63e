"""Servers on free ports of this machine, for as long as a test needs them."""

import logging
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from werkzeug.serving import make_server

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

logging.getLogger("werkzeug").setLevel(logging.WARNING)  # its lines drown what failed


@contextmanager
def serve(app: "WSGIApplication") -> Iterator[str]:
    """Run a small app in a thread; gives its address."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@contextmanager
def serve_showcase(transcripts: Path, state: Path, provider: str) -> Iterator[str]:
    """Run `showcase serve` as an owner does; gives the address that it prints."""
    environ = {name: text for name, text in os.environ.items() if not name.startswith("SHOWCASE_")}
    environ |= {
        "SHOWCASE_TRANSCRIPTS": str(transcripts),
        "SHOWCASE_STATE": str(state),
        "SHOWCASE_BIND": "127.0.0.1:0",
        "SHOWCASE_YOUTUBE_ORIGIN": provider,
        "SHOWCASE_VIMEO_ORIGIN": provider,
    }
    command = [sys.executable, "-m", "showcase", "serve"]
    with subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield _address(process)
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=20)


def _address(process: "subprocess.Popen[str]") -> str:
    for line in process.stdout or ():
        if found := re.match(r"Open (http://[^ /]+)", line):
            return found[1]
    message = "`showcase serve` ended before it said which address to open."
    raise RuntimeError(message)
