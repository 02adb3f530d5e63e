"""Stand-ins for YouTube's and Vimeo's player pages, each with its ways to go wrong.

The last part of an address says how the page behaves; identifiers look like the sites' own.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

HERE = Path(__file__).parent

# Video (slug) and identifier: YouTube's have eleven characters, Vimeo's are numbers.
YOUTUBE = {
    "tube": "good-player",
    "tube-late": "late-player",
    "tube-refuses": "refuses-150",
    "tube-silent": "never-there",
}
VIMEO = {"vim": "1000001", "vim-late": "1000002", "vim-refuses": "1000003", "vim-silent": "1000004"}
_PAGES = {"embed": "youtube.html", "video": "vimeo.html", "liar": "wrong_origin.html"}


def app(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    """Serve the page of a player, and the page that tells lies inside it."""
    first = environ["PATH_INFO"].strip("/").split("/")[0]
    if first not in _PAGES:
        start_response("404 Not Found", [("Content-Type", "text/plain")])
        return [b"No such player."]
    start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
    return [(HERE / _PAGES[first]).read_bytes()]
