"""Packs what is sent: with Brotli where the browser takes it, which it does over HTTPS, else with gzip.

The one owner of brotli, which saves a twelfth of our pages, and a seventh of what is packed once and sent for
years.
"""

import gzip
from collections.abc import Mapping
from functools import lru_cache

import brotli
from werkzeug.datastructures import Accept

# In the order of our preference (RFC 9110, section 12.5.3; RFC 7932).
CODINGS = ("br", "gzip")
# Made for one request: 3 ms of CPU for a page of 38 kB. The next better one costs 20.
_ONCE = {"br": 5, "gzip": 6}
# Made once and kept. A library of several hundred kilobytes would hold up the start for a second.
_KEPT = {"br": 11, "gzip": 9}
_KEPT_MOST = 100_000
# Made again while somebody waits, and kept: 30 ms for a ninth less. The best one costs 75.
_AGAIN = {"br": 10, "gzip": 9}


def accepted_coding(accepted: Accept) -> str:
    """The best coding that a browser takes; "" where it takes none of them."""
    return next((coding for coding in CODINGS if accepted[coding]), "")


def pack(body: bytes, coding: str) -> bytes:
    """A body in a coding, at the cost that a single answer is worth."""
    return _pack(body, coding, _ONCE)


def pack_well(body: bytes) -> Mapping[str, bytes]:
    """A body in every coding, as small as it gets, for what is kept and sent again and again."""
    return {coding: _pack(body, coding, _levels_to_keep(body)) for coding in CODINGS}


@lru_cache(maxsize=64)
def pack_kept(body: bytes, coding: str) -> bytes:
    """A body in a coding, as small as it gets; the ones that were asked for last are remembered."""
    return _pack(body, coding, _levels_to_keep(body))


class Packings:
    """A body that may be sent again, in every coding: quickly packed for the first, well for all others."""

    def __init__(self, body: bytes) -> None:
        """Pack nothing yet."""
        self.body = body
        self._packed: dict[str, bytes] = {}
        self._quickly: set[str] = set()  # codings that are worth a second time

    def pack(self, coding: str) -> bytes:
        """The body in a coding. Two that ask at once may both pack it: nobody waits for another."""
        if coding not in self._packed:
            self._packed[coding] = pack(self.body, coding)
            self._quickly.add(coding)
        elif coding in self._quickly and len(self.body) <= _KEPT_MOST:
            self._quickly.discard(coding)
            self._packed[coding] = _pack(self.body, coding, _AGAIN)
        return self._packed[coding]


def _levels_to_keep(body: bytes) -> Mapping[str, int]:
    return _KEPT if len(body) <= _KEPT_MOST else _ONCE


def _pack(body: bytes, coding: str, levels: Mapping[str, int]) -> bytes:
    if coding == "gzip":
        return gzip.compress(body, levels["gzip"], mtime=0)
    packed: bytes = brotli.compress(body, mode=brotli.MODE_TEXT, quality=levels["br"])
    return packed
